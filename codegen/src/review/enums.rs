//! Enums: values that come and go. Their order means nothing.

use super::Rule;
use super::align::{Pair, align};
use super::difference::Difference;
use super::shape::Comparison;
use super::words::shown;
use crate::api::{Enum, EnumValue};

/// Compares the values of two enums.
pub(super) fn compare_values<'a>(found: &mut Comparison<'a>, old: &'a Enum, new: &'a Enum) {
    let key = |value: &'a EnumValue| [value.value.as_str()];
    for pair in align(&old.values, &new.values, key, key) {
        match pair {
            Pair::Both(..) => {}
            Pair::Added(value) => found.differences.push(added(value)),
            Pair::Removed(value) => found.differences.push(removed(value)),
        }
    }
}

fn added(value: &EnumValue) -> Difference<'_> {
    let message = format!("The value `{}` was added.", shown(&value.value));
    Difference::new(Rule::EnumValueAdded, message).added_at(&value.origin)
}

fn removed(value: &EnumValue) -> Difference<'_> {
    let message = format!("The value `{}` was removed.", shown(&value.value));
    Difference::new(Rule::EnumValueRemoved, message).removed_at(&value.origin)
}
