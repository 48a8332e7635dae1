//! Objects: their properties as a list, and what they hold beyond them.
//!
//! A map is an object without named properties.

use super::Rule;
use super::align::{Pair, align};
use super::cx::Apis;
use super::difference::Difference;
use super::discriminator;
use super::property;
use super::shape::{Comparison, Inner, InnerStep};
use super::uses::Uses;
use super::words::shown;
use crate::api::{Additional, Api, Kind, Pattern, Property, Type};

/// An object or a map.
#[derive(Debug, Clone, Copy)]
struct View<'a> {
    properties: &'a [Property],
    patterns: &'a [Pattern],
    additional: Additional,
}

/// Compares two types that are objects or maps.
pub(super) fn compare_objects<'a>(
    found: &mut Comparison<'a>,
    apis: Apis<'a>,
    old: &'a Type,
    new: &'a Type,
) {
    let old_view = view(apis.old, &old.kind);
    let new_view = view(apis.new, &new.kind);
    let key = |property: &'a Property| [property.name.as_str()];
    for pair in align(old_view.properties, new_view.properties, key, key) {
        match pair {
            Pair::Both(old, new) => property::compare_properties(found, old, new),
            Pair::Added(new) => found.differences.push(property::added(new)),
            Pair::Removed(old) => {
                let is_closed = new_view.additional == Additional::Forbidden;
                found.differences.push(property::removed(old, is_closed));
            }
        }
    }
    let at = |it: Difference<'a>| it.at(&old.origin, &new.origin);
    found
        .differences
        .extend(reordered(old_view, new_view).map(at));
    compare_patterns(found, (old, old_view), (new, new_view));
    compare_additional(found, (old, old_view), (new, new_view));
    let discriminator = |ty: &'a Type| match &ty.kind {
        Kind::Object(object) => object.discriminator.as_ref(),
        _ => None,
    };
    discriminator::compare_discriminators(
        found,
        apis,
        (old, discriminator(old)),
        (new, discriminator(new)),
    );
}

/// Compares properties that have patterns for names. A pattern more is a demand on what was free.
fn compare_patterns<'a>(
    found: &mut Comparison<'a>,
    (old_type, old): (&'a Type, View<'a>),
    (new_type, new): (&'a Type, View<'a>),
) {
    let key = |pattern: &'a Pattern| [pattern.regex.as_str()];
    for pair in align(old.patterns, new.patterns, key, key) {
        let (rule, pattern, verb) = match pair {
            Pair::Both(old, new) => {
                found.inner.push(Inner {
                    step: InnerStep::Pattern(&new.regex),
                    uses: Uses::ALL,
                    old: old.ty,
                    new: new.ty,
                    old_origin: &old.origin,
                    new_origin: &new.origin,
                });
                continue;
            }
            Pair::Added(pattern) => (Rule::ConstraintTightened, pattern, "must now"),
            Pair::Removed(pattern) => (Rule::ConstraintLoosened, pattern, "need no longer"),
        };
        let regex = shown(&pattern.regex);
        let message = format!("Properties whose names match `{regex}` {verb} be of one type.");
        let difference = Difference::new(rule, message);
        found
            .differences
            .push(difference.at(&old_type.origin, &new_type.origin));
    }
}

fn view<'a>(api: &Api, kind: &'a Kind) -> View<'a> {
    let (properties, patterns, additional) = match kind {
        Kind::Object(object) => (
            object.properties.as_slice(),
            object.patterns.as_slice(),
            object.additional,
        ),
        Kind::Map(map) => (
            &[][..],
            map.patterns.as_slice(),
            Additional::Typed(map.values),
        ),
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Tuple(_)
        | Kind::Union(_)
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_)
        | Kind::Array(_)
        | Kind::Alias(_) => (&[][..], &[][..], Additional::Any),
    };
    let additional = match additional {
        Additional::Typed(ty) if matches!(api[ty.id].kind, Kind::Any) => Additional::Any,
        Additional::Typed(ty) if matches!(api[ty.id].kind, Kind::Never) => Additional::Forbidden,
        Additional::Any | Additional::Forbidden | Additional::Typed(_) => additional,
    };
    View {
        properties,
        patterns,
        additional,
    }
}

/// Says whether the properties that `new` takes by position changed places.
fn reordered<'a>(old: View<'a>, new: View<'a>) -> Option<Difference<'a>> {
    fn required(view: View<'_>) -> impl Iterator<Item = &str> {
        view.properties
            .iter()
            .filter(|it| property::is_argument(it))
            .map(|it| it.name.as_str())
    }
    let in_both = |one: View<'a>, other: View<'a>| {
        let other: std::collections::BTreeSet<_> = required(other).collect();
        required(one)
            .filter(move |name| other.contains(name))
            .collect::<Vec<_>>()
    };
    let message = "The required properties changed their order.";
    (in_both(old, new) != in_both(new, old))
        .then(|| Difference::new(Rule::RequiredPropertiesReordered, message))
}

fn compare_additional<'a>(
    found: &mut Comparison<'a>,
    (old_type, old): (&'a Type, View<'a>),
    (new_type, new): (&'a Type, View<'a>),
) {
    use Additional::{Any, Forbidden, Typed};
    let (rule, message) = match (old.additional, new.additional) {
        (Any, Any) | (Forbidden, Forbidden) => return,
        (Typed(old), Typed(new)) => {
            found.inner.push(Inner {
                step: InnerStep::Values,
                uses: Uses::ALL,
                old,
                new,
                old_origin: &old_type.origin,
                new_origin: &new_type.origin,
            });
            return;
        }
        (Any | Typed(_), Forbidden) => (
            Rule::AdditionalClosed,
            "Properties that have no name here are no longer allowed.",
        ),
        (Forbidden, Any | Typed(_)) => (
            Rule::AdditionalOpened,
            "Properties that have no name here are now allowed.",
        ),
        (Any, Typed(_)) => (
            Rule::AdditionalTyped,
            "Properties that have no name here must now be of one type.",
        ),
        (Typed(_), Any) => (
            Rule::AdditionalUntyped,
            "Properties that have no name here may now be of any type.",
        ),
    };
    found
        .differences
        .push(Difference::new(rule, message).at(&old_type.origin, &new_type.origin));
}
