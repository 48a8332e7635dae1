//! Tuples: items that have a type by their position.

use super::Rule;
use super::difference::Difference;
use super::shape::{Comparison, Inner, InnerStep};
use super::uses::Uses;
use super::xml::compare_xml;
use crate::api::{Additional, Tuple, Type, TypeRef};

/// Compares two tuples, position by position.
pub(super) fn compare_tuples<'a>(
    found: &mut Comparison<'a>,
    (old, before): (&'a Type, &'a Tuple),
    (new, after): (&'a Type, &'a Tuple),
) {
    let inside = |step, old_ref: TypeRef, new_ref: TypeRef| Inner {
        step,
        uses: Uses::ALL,
        old: old_ref,
        new: new_ref,
        old_origin: &old.origin,
        new_origin: &new.origin,
    };
    let pairs = before.prefix.iter().zip(&after.prefix).enumerate();
    for (index, (old, new)) in pairs {
        found
            .inner
            .push(inside(InnerStep::Position(index), *old, *new));
    }
    for (old_xml, new_xml) in before.xml.iter().zip(&after.xml) {
        let difference = compare_xml(old_xml, new_xml);
        let difference = difference.map(|it| it.at(&old.origin, &new.origin));
        found.differences.extend(difference);
    }
    let (had, has) = (before.prefix.len(), after.prefix.len());
    let length = match has.cmp(&had) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Rule::ConstraintTightened),
        std::cmp::Ordering::Less => Some(Rule::ConstraintLoosened),
    };
    let mut say = |rule, message: String| {
        let difference = Difference::new(rule, message);
        found
            .differences
            .push(difference.at(&old.origin, &new.origin));
    };
    if let Some(rule) = length {
        let message = format!("The first {has} items have a type each, not the first {had}.");
        say(rule, message);
    }
    let rest = match (before.rest, after.rest) {
        (Additional::Typed(old), Additional::Typed(new)) => {
            found.inner.push(inside(InnerStep::Items, old, new));
            return;
        }
        (old, new) => freedom(new).cmp(&freedom(old)),
    };
    match rest {
        std::cmp::Ordering::Equal => {}
        std::cmp::Ordering::Less => say(
            Rule::ConstraintTightened,
            "The items behind are less free than before.".to_owned(),
        ),
        std::cmp::Ordering::Greater => say(
            Rule::ConstraintLoosened,
            "The items behind are freer than before.".to_owned(),
        ),
    }
}

/// How much may stand behind the items with a type each.
fn freedom(rest: Additional) -> u8 {
    match rest {
        Additional::Forbidden => 0,
        Additional::Typed(_) => 1,
        Additional::Any => 2,
    }
}
