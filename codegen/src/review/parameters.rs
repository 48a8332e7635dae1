//! Parameters of an operation. Those of the path have their place; the others have names.

use std::collections::BTreeMap;

use super::align::{Pair, align};
use super::cx::{Apis, Cx, Site};
use super::difference::Difference;
use super::resolve::resolve;
use super::usage::{Usage, compare_usage};
use super::uses::Uses;
use super::words::{location_text, shown, type_text};
use super::{Rule, Semver, Verdict, docs};
use crate::api::{
    Api, Format, Kind, Location, Operation, Parameter, PathPart, PathTemplate, Role, Serialization,
    TypeRef,
};

/// Reviews the parameters of an operation that is in both APIs.
pub(super) fn review_parameters(cx: &mut Cx<'_>, site: &Site, old: &Operation, new: &Operation) {
    for pair in pairs(old, new) {
        match pair {
            Pair::Both(old, new) => review_parameter(cx, &part(site, new), old, new),
            Pair::Added(new) => {
                let (rule, message) = if new.required {
                    (
                        Rule::RequiredParameterAdded,
                        "The required parameter was added.",
                    )
                } else {
                    (
                        Rule::OptionalParameterAdded,
                        "The optional parameter was added.",
                    )
                };
                let difference = Difference::new(rule, message).added_at(&new.origin);
                cx.report(&part(site, new), difference);
            }
            Pair::Removed(old) => {
                let difference =
                    Difference::new(Rule::ParameterRemoved, "The parameter was removed.");
                cx.report(&part(site, old), difference.removed_at(&old.origin));
            }
        }
    }
}

/// Says whether arguments changed places. Those of the path stand in its order, which pairs them.
pub(super) fn reordered<'a>(old: &Operation, new: &Operation) -> Option<Difference<'a>> {
    let names = places(&old.path);
    let keys = old
        .parameters
        .iter()
        .map(|parameter| key(&names, parameter));
    let order: BTreeMap<Key, usize> = keys.zip(0..).collect();
    let mut before: Vec<usize> = Vec::new();
    for pair in pairs(old, new) {
        let Pair::Both(old_parameter, new_parameter) = pair else {
            continue;
        };
        if is_argument(old_parameter) && is_argument(new_parameter) {
            before.extend(order.get(&key(&names, old_parameter)));
        }
    }
    let message = "The required parameters changed their order.";
    (!before.is_sorted()).then(|| Difference::new(Rule::ArgumentsReordered, message))
}

/// Whether the parameter is an argument whose place is that in the list of parameters.
fn is_argument(parameter: &Parameter) -> bool {
    let is_made_up = matches!(
        parameter.role,
        Some(Role::IdempotencyKey | Role::CorrelationId)
    );
    parameter.required && !is_made_up && parameter.location != Location::Path
}

/// What names a parameter on the wire.
type Key = (Location, String);

fn pairs<'a>(old: &'a Operation, new: &'a Operation) -> Vec<Pair<'a, Parameter>> {
    let [old_places, new_places] = [places(&old.path), places(&new.path)];
    let old_key = |parameter: &Parameter| [key(&old_places, parameter)];
    let new_key = |parameter: &Parameter| [key(&new_places, parameter)];
    align(&old.parameters, &new.parameters, old_key, new_key)
}

/// Returns a parameter's name; for one of the path, its place among them.
fn key(places: &BTreeMap<&str, usize>, parameter: &Parameter) -> Key {
    let name = match parameter.location {
        Location::Path => match places.get(parameter.name.as_str()) {
            Some(place) => place.to_string(),
            None => parameter.name.clone(),
        },
        Location::Header => parameter.name.to_ascii_lowercase(),
        Location::Query | Location::Cookie | Location::QueryString => parameter.name.clone(),
    };
    (parameter.location, name)
}

fn places(path: &PathTemplate) -> BTreeMap<&str, usize> {
    let names = path.parts.iter().filter_map(|part| match part {
        PathPart::Parameter(name) => Some(name.as_str()),
        PathPart::Literal(_) => None,
    });
    names.zip(0..).collect()
}

fn part(site: &Site, parameter: &Parameter) -> Site {
    let place = location_text(parameter.location);
    site.part(
        &format!("{place} parameter {}", shown(&parameter.name)),
        Uses::REQUEST,
    )
}

fn review_parameter(cx: &mut Cx<'_>, site: &Site, old: &Parameter, new: &Parameter) {
    let mut differences = Vec::new();
    differences.extend(presence(old, new));
    differences.extend(renamed(old, new));
    differences.extend(restyled(cx.apis.new, old, new));
    differences.extend(role(old, new));
    differences.extend(docs::compare_docs(&old.docs, &new.docs));
    for difference in differences {
        cx.report(site, difference.at(&old.origin, &new.origin));
    }
    if let Some(difference) = untyped(cx.apis, old, new) {
        cx.report(site, difference.at(&old.origin, &new.origin));
        cx.settle(old.ty.id);
        return;
    }
    compare_usage(
        cx,
        site,
        Usage::new(old.ty, new.ty, &old.origin, &new.origin),
    );
}

fn presence<'a>(old: &Parameter, new: &Parameter) -> Option<Difference<'a>> {
    let (rule, message) = match (old.required, new.required) {
        (false, true) => (
            Rule::ParameterBecameRequired,
            "The parameter became required.",
        ),
        (true, false) => (
            Rule::ParameterBecameOptional,
            "The parameter became optional.",
        ),
        (false, false) | (true, true) => return None,
    };
    Some(Difference::new(rule, message))
}

fn renamed<'a>(old: &Parameter, new: &Parameter) -> Option<Difference<'a>> {
    let (from, to) = (shown(&old.name), shown(&new.name));
    let message = format!("The parameter was renamed from `{from}` to `{to}`.");
    (old.name != new.name).then(|| Difference::new(Rule::ParameterRenamed, message))
}

fn role<'a>(old: &Parameter, new: &Parameter) -> Option<Difference<'a>> {
    let message = "The header got another role in the client.";
    (old.role != new.role).then(|| Difference::new(Rule::ParameterRoleChanged, message))
}

fn restyled<'a>(api: &Api, old: &Parameter, new: &Parameter) -> Option<Difference<'a>> {
    if old.serialization == new.serialization {
        return None;
    }
    let message = "The form of the value in the request changed.";
    let difference = Difference::new(Rule::ParameterStyleChanged, message);
    if is_same_text(api, old, new) {
        return Some(
            difference
                .wire(Verdict::Compatible, Verdict::Compatible)
                .rust(Semver::Patch),
        );
    }
    Some(difference)
}

/// Whether two styles write a value alike: one that has no parts is the same exploded or not.
fn is_same_text(api: &Api, old: &Parameter, new: &Parameter) -> bool {
    use Serialization::Style;
    let (
        Style {
            style: old_style,
            allow_reserved: old_reserved,
            ..
        },
        Style {
            style: new_style,
            allow_reserved: new_reserved,
            ..
        },
    ) = (&old.serialization, &new.serialization)
    else {
        return false;
    };
    old_style == new_style && old_reserved == new_reserved && is_scalar(api, new.ty)
}

/// Says that a number or the like became a text on which no demands are made. Parameters travel as
/// text, so whatever was sent still fits, which no JSON value would.
fn untyped<'a>(apis: Apis<'_>, old: &Parameter, new: &Parameter) -> Option<Difference<'a>> {
    let before = &apis.old[resolve(apis.old, old.ty).id];
    let after = &apis.new[resolve(apis.new, new.ty).id];
    let is_typed = matches!(
        before.kind,
        Kind::Boolean | Kind::Integer(_) | Kind::Number(_)
    );
    let is_text = matches!(after.kind, Kind::String(None | Some(Format::Password)));
    let is_free = after.constraints.conditions.is_empty()
        && after.constraints.keywords.is_empty()
        && old.ty.nullable == new.ty.nullable;
    let is_styled = |it: &Parameter| matches!(it.serialization, Serialization::Style { .. });
    if !(is_typed && is_text && is_free && is_styled(old) && is_styled(new)) {
        return None;
    }
    let from = type_text(apis.old, old.ty.id);
    let to = type_text(apis.new, new.ty.id);
    let message = format!("The type changed from {from} to {to}, which is the same text.");
    let compatible = Verdict::Compatible;
    Some(Difference::new(Rule::TypeChanged, message).wire(compatible, compatible))
}

fn is_scalar(api: &Api, ty: TypeRef) -> bool {
    match api[resolve(api, ty).id].kind {
        Kind::Boolean | Kind::Integer(_) | Kind::Number(_) | Kind::String(_) | Kind::Enum(_) => {
            true
        }
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Array(_)
        | Kind::Tuple(_)
        | Kind::Map(_)
        | Kind::Object(_)
        | Kind::Union(_)
        | Kind::Alias(_) => false,
    }
}
