//! Enums: values that come and go. Their order means nothing.

use super::align::{Pair, align};
use super::difference::Difference;
use super::shape::Comparison;
use super::words::shown;
use super::{Rule, Semver};
use crate::api::{Enum, EnumValue};

/// Compares the values of two enums.
pub(super) fn compare_values<'a>(found: &mut Comparison<'a>, old: &'a Enum, new: &'a Enum) {
    let key = |value: &'a EnumValue| [&value.value];
    // Booleans have no names in the crate.
    let seen = |difference: Difference<'a>| {
        if new.has_names() {
            difference
        } else {
            difference.rust(Semver::Patch)
        }
    };
    for pair in align(&old.values, &new.values, key, key) {
        match pair {
            Pair::Both(..) => {}
            Pair::Added(value) => found.differences.push(seen(added(value))),
            Pair::Removed(value) => found.differences.push(seen(removed(value))),
        }
    }
}

/// Returns whether the values of two enums can be the same ones: those of one type.
pub(super) fn is_of_one_type(old: &Enum, new: &Enum) -> bool {
    std::mem::discriminant(&old.base) == std::mem::discriminant(&new.base)
}

fn added(value: &EnumValue) -> Difference<'_> {
    let message = format!("The value `{}` was added.", shown(value.value.text()));
    Difference::new(Rule::EnumValueAdded, message).added_at(&value.origin)
}

fn removed(value: &EnumValue) -> Difference<'_> {
    let message = format!("The value `{}` was removed.", shown(value.value.text()));
    Difference::new(Rule::EnumValueRemoved, message).removed_at(&value.origin)
}
