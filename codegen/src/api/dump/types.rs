//! Types as text.

use super::super::{
    Additional, Annotations, Api, Constraints, Discriminator, Enum, EnumValue, Identity, Kind,
    Mapping, Member, Object, Pattern, Property, Type, TypeId, Union,
};
use super::out::Out;
use super::shape::{constraint, label, name, scalar, shape};
use super::{docs, head, line, xml};
use crate::source::Origin;

/// Returns whether a type has lines of its own; any other stands where it is used.
pub(super) fn is_listed(ty: &Type) -> bool {
    matches!(ty.identity, Identity::Component(_))
        || matches!(ty.kind, Kind::Object(_) | Kind::Enum(_) | Kind::Union(_))
}

/// Writes one type, whole.
pub(super) fn ty(out: &mut Out, api: &Api, id: TypeId) {
    let ty = &api[id];
    let is_alias = matches!(ty.kind, Kind::Alias(_));
    let nullable = if ty.nullable && !is_alias { "?" } else { "" };
    let shape = shape(api, ty, 0);
    out.at(&ty.origin);
    line(
        out,
        format_args!("type {}: {shape}{nullable}{}", name(api, id), xml(&ty.xml)),
    );
    docs(out, "  ", &ty.docs);
    constraints(out, &ty.constraints);
    annotations(out, &ty.annotations);
    match &ty.kind {
        Kind::Object(object) => members(out, api, object),
        Kind::Union(union) => alternatives(out, api, union),
        Kind::Enum(list) => values(out, list),
        Kind::Map(map) => patterns(out, api, &map.patterns),
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Array(_)
        | Kind::Tuple(_)
        | Kind::Alias(_) => {}
    }
}

/// Writes each constraint for itself; all of them stand in the line of the type.
fn constraints(out: &mut Out, constraints: &Constraints) {
    let all = constraints.keywords.iter().chain(&constraints.conditions);
    for found in all {
        out.aside(|out| {
            out.at(&found.value.origin);
            line(out, format_args!("  {}", constraint(found)));
        });
    }
}

fn annotations(out: &mut Out, annotations: &Annotations) {
    if let Some(default) = &annotations.default {
        out.at(default);
        let json = out.json(default);
        line(out, format_args!("  default {json}"));
    }
    examples(out, "  ", &annotations.examples);
    for (set, word) in [
        (annotations.read_only, "read-only"),
        (annotations.write_only, "write-only"),
    ] {
        if set {
            line(out, format_args!("  {word}"));
        }
    }
    head::external_docs(out, "  ", annotations.external_docs.as_ref());
    if let Some(comment) = &annotations.comment {
        line(out, format_args!("  comment {comment:?}"));
    }
}

fn examples(out: &mut Out, indent: &str, examples: &[Origin]) {
    for example in examples {
        out.at(example);
        let json = out.json(example);
        line(out, format_args!("{indent}example {json}"));
    }
}

/// Writes the values of an enumeration that are called something, and the others for themselves:
/// all of them stand in the line of the type.
fn values(out: &mut Out, list: &Enum) {
    for value in &list.values {
        if value.name.is_none() && value.description.is_none() {
            out.aside(|out| enum_value(out, value));
        } else {
            enum_value(out, value);
        }
    }
}

fn enum_value(out: &mut Out, value: &EnumValue) {
    let texts = [("name", &value.name), ("description", &value.description)];
    let said = texts
        .iter()
        .filter_map(|(label, text)| Some(format!("{label} {:?}", text.as_deref()?)));
    let said: Vec<String> = said.collect();
    let colon = if said.is_empty() { "" } else { ": " };
    out.at(&value.origin);
    line(
        out,
        format_args!("  {}{colon}{}", scalar(&value.value), said.join(", ")),
    );
}

fn alternatives(out: &mut Out, api: &Api, union: &Union) {
    if let Some(base) = union.base {
        line(out, format_args!("  all: {}", label(api, base)));
    }
    for member in &union.members {
        alternative(out, api, member);
    }
    if let Some(found) = &union.discriminator {
        discriminator(out, api, found);
    }
}

fn alternative(out: &mut Out, api: &Api, member: &Member) {
    let label = label(api, member.ty);
    let key = if label == member.key {
        String::new()
    } else {
        format!("{}: ", member.key)
    };
    out.at(&member.origin);
    line(out, format_args!("  | {key}{label}"));
    docs(out, "    ", &member.docs);
}

fn discriminator(out: &mut Out, api: &Api, discriminator: &Discriminator) {
    let mapped = discriminator
        .mapping
        .iter()
        .map(|value| mapping(api, value));
    let default = discriminator.default.map(|ty| name(api, ty));
    let default = default.map(|name| format!("else {name}"));
    let all: Vec<String> = mapped.chain(default).collect();
    let property = &discriminator.property;
    out.at(&discriminator.origin);
    line(out, format_args!("  by {property}: {}", all.join(", ")));
    for value in discriminator.mapping.iter().filter(|it| it.is_explicit) {
        out.aside(|out| {
            out.at(&value.origin);
            line(out, format_args!("    {}", mapping(api, value)));
        });
    }
}

fn mapping(api: &Api, mapping: &Mapping) -> String {
    let implied = if mapping.is_explicit { "" } else { " by name" };
    format!("{:?} {}{implied}", mapping.value, name(api, mapping.ty))
}

fn members(out: &mut Out, api: &Api, object: &Object) {
    for member in &object.properties {
        property(out, api, member);
    }
    for found in &object.patterns {
        pattern(out, api, found);
    }
    if let Some(names) = object.names {
        line(out, format_args!("  names: {}", label(api, names)));
    }
    if !object.undescribed.is_empty() {
        let names = object.undescribed.join(", ");
        line(out, format_args!("  required elsewhere: {names}"));
    }
    match object.additional {
        Additional::Any => {}
        Additional::Forbidden => line(out, format_args!("  nothing else")),
        Additional::Typed(ty) => line(out, format_args!("  anything else: {}", label(api, ty))),
    }
    if let Some(found) = &object.discriminator {
        discriminator(out, api, found);
    }
}

fn pattern(out: &mut Out, api: &Api, pattern: &Pattern) {
    let label = label(api, pattern.ty);
    out.at(&pattern.origin);
    line(out, format_args!("  like {:?}: {label}", pattern.regex));
}

/// Writes each pattern of a map for itself; all of them stand in the line of the type.
fn patterns(out: &mut Out, api: &Api, patterns: &[Pattern]) {
    for found in patterns {
        out.aside(|out| pattern(out, api, found));
    }
}

fn property(out: &mut Out, api: &Api, property: &Property) {
    let mut text = label(api, property.ty);
    for (set, word) in [
        (property.required, ", required"),
        (property.read_only, ", read-only"),
        (property.write_only, ", write-only"),
    ] {
        text.push_str(if set { word } else { "" });
    }
    if let Some(default) = &property.default {
        text.push_str(", default ");
        text.push_str(default);
    }
    out.at(&property.origin);
    line(
        out,
        format_args!("  {}: {text}{}", property.name, xml(&property.xml)),
    );
    docs(out, "    ", &property.docs);
    examples(out, "    ", &property.examples);
}
