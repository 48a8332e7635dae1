//! Discriminators: the property that tells types apart, and its values.

use super::align::{Pair, align};
use super::cx::Apis;
use super::difference::Difference;
use super::shape::Comparison;
use super::words::{shown, type_text};
use super::{Rule, Verdict};
use crate::api::{Discriminator, Mapping, Type};

/// Compares what tells types apart, before and after.
pub(super) fn compare_discriminators<'a>(
    found: &mut Comparison<'a>,
    apis: Apis<'a>,
    (old, before): (&'a Type, Option<&'a Discriminator>),
    (new, after): (&'a Type, Option<&'a Discriminator>),
) {
    let mut say = |message: String, verdict: Verdict| {
        let difference = Difference::new(Rule::DiscriminatorChanged, message);
        let difference = difference.wire(verdict, verdict);
        found
            .differences
            .push(difference.at(&old.origin, &new.origin));
    };
    let (before, after) = match (before, after) {
        (None, None) => return,
        (None, Some(after)) => {
            let property = shown(&after.property);
            // It only says what the alternatives said already.
            let message = format!("The property `{property}` now tells the types apart.");
            return say(message, Verdict::Warning);
        }
        (Some(before), None) => {
            let property = shown(&before.property);
            let message = format!("The property `{property}` no longer tells the types apart.");
            return say(message, Verdict::Warning);
        }
        (Some(before), Some(after)) => (before, after),
    };
    if before.property != after.property {
        let (old, new) = (shown(&before.property), shown(&after.property));
        let message = format!("The property `{new}` tells the types apart, not `{old}`.");
        say(message, Verdict::Breaking);
    }
    let key = |mapping: &'a Mapping| [mapping.value.as_str()];
    for pair in align(&before.mapping, &after.mapping, key, key) {
        // Values that come and go do so with their types, or are other spellings.
        if let Pair::Both(old, new) = pair {
            let (from, to) = (type_text(apis.old, old.ty), type_text(apis.new, new.ty));
            if from != to {
                let value = shown(&new.value);
                let message = format!("The value `{value}` is for {to}, not for {from}.");
                say(message, Verdict::Breaking);
            }
        }
    }
    for (value, verdict, verb) in values(before, after) {
        say(format!("The value `{}` was {verb}.", shown(value)), verdict);
    }
}

/// Returns explicit values that come and go: readers do not know the one, servers no longer the
/// other.
fn values<'a>(
    before: &'a Discriminator,
    after: &'a Discriminator,
) -> Vec<(&'a str, Verdict, &'static str)> {
    let key = |mapping: &'a Mapping| [mapping.value.as_str()];
    let mut list = Vec::new();
    for pair in align(&before.mapping, &after.mapping, key, key) {
        match pair {
            Pair::Added(mapping) if mapping.is_explicit => {
                list.push((mapping.value.as_str(), Verdict::Warning, "added"));
            }
            Pair::Removed(mapping) if mapping.is_explicit => {
                list.push((mapping.value.as_str(), Verdict::Breaking, "removed"));
            }
            Pair::Both(..) | Pair::Added(_) | Pair::Removed(_) => {}
        }
    }
    list
}
