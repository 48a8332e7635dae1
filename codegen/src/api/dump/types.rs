//! Types as text.

use super::super::{
    Additional, Annotations, Api, Discriminator, Enum, Identity, Kind, Literal, Member, Object,
    Pattern, Property, Type, TypeId, Union,
};
use super::shape::{label, name, scalar, shape};
use super::{docs, line, xml};
use crate::source::Pointer;

/// Returns whether a type has lines of its own.
pub(super) fn is_listed(ty: &Type) -> bool {
    matches!(ty.identity, Identity::Component(_))
        || matches!(ty.kind, Kind::Object(_) | Kind::Enum(_) | Kind::Union(_))
}

/// Writes one type, whole.
pub(super) fn ty(out: &mut String, api: &Api, id: TypeId) {
    let ty = &api[id];
    let is_alias = matches!(ty.kind, Kind::Alias(_));
    let nullable = if ty.nullable && !is_alias { "?" } else { "" };
    let shape = shape(api, ty, 0);
    line(
        out,
        format_args!("type {}: {shape}{nullable}{}", name(api, id), xml(&ty.xml)),
    );
    docs(out, "  ", &ty.docs);
    annotations(out, &ty.annotations);
    match &ty.kind {
        Kind::Object(object) => members(out, api, object),
        Kind::Union(union) => alternatives(out, api, union),
        Kind::Enum(list) => values(out, list),
        Kind::Any
        | Kind::Map(_)
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

/// Writes the types, properties, values and alternatives that stand at a pointer.
pub(super) fn at(out: &mut String, api: &Api, pointer: &Pointer) {
    for (id, found) in api.types() {
        if found.origin.pointer == *pointer {
            ty(out, api, id);
        }
        let owner = || name(api, id);
        match &found.kind {
            Kind::Enum(list) => {
                for value in list.values.iter().filter(|v| v.origin.pointer == *pointer) {
                    line(
                        out,
                        format_args!("value of {}: {}", owner(), scalar(&value.value)),
                    );
                }
            }
            Kind::Object(object) => {
                let properties = object.properties.iter();
                for found in properties.filter(|p| p.origin.pointer == *pointer) {
                    line(out, format_args!("property of {}", owner()));
                    property(out, api, found);
                }
                discriminator_at(out, api, object.discriminator.as_ref(), (&owner, pointer));
            }
            Kind::Union(union) => {
                for member in union
                    .members
                    .iter()
                    .filter(|m| m.origin.pointer == *pointer)
                {
                    line(out, format_args!("alternative of {}", owner()));
                    alternative(out, api, member);
                }
                discriminator_at(out, api, union.discriminator.as_ref(), (&owner, pointer));
            }
            Kind::Any
            | Kind::Never
            | Kind::Null
            | Kind::Boolean
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String(_)
            | Kind::Array(_)
            | Kind::Tuple(_)
            | Kind::Map(_)
            | Kind::Alias(_) => {}
        }
    }
}

fn discriminator_at(
    out: &mut String,
    api: &Api,
    found: Option<&Discriminator>,
    (owner, pointer): (&dyn Fn() -> String, &Pointer),
) {
    let Some(found) = found else { return };
    if found.origin.pointer == *pointer {
        line(out, format_args!("discriminator of {}", owner()));
        discriminator(out, api, found);
    }
    let mapping = found.mapping.iter().filter(|mapping| mapping.is_explicit);
    for mapping in mapping.filter(|mapping| mapping.origin.pointer == *pointer) {
        let (value, ty) = (&mapping.value, name(api, mapping.ty));
        line(
            out,
            format_args!("value of the discriminator of {}: {value:?} {ty}", owner()),
        );
    }
}

fn annotations(out: &mut String, annotations: &Annotations) {
    if let Some(default) = &annotations.default {
        line(out, format_args!("  default {}", json(default)));
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
    if let Some(docs) = &annotations.external_docs {
        line(out, format_args!("  see {:?}", docs.url));
    }
    if let Some(comment) = &annotations.comment {
        line(out, format_args!("  comment {comment:?}"));
    }
}

fn examples(out: &mut String, indent: &str, examples: &[Literal]) {
    for example in examples {
        line(out, format_args!("{indent}example {}", json(example)));
    }
}

fn json(literal: &Literal) -> &str {
    literal.json.as_deref().unwrap_or("(long)")
}

/// Writes the values of an enumeration that are called something.
fn values(out: &mut String, list: &Enum) {
    for value in &list.values {
        let texts = [("name", &value.name), ("description", &value.description)];
        let said = texts
            .iter()
            .filter_map(|(label, text)| Some(format!("{label} {:?}", text.as_deref()?)));
        let said: Vec<String> = said.collect();
        if !said.is_empty() {
            let value = scalar(&value.value);
            line(out, format_args!("  {value}: {}", said.join(", ")));
        }
    }
}

fn alternatives(out: &mut String, api: &Api, union: &Union) {
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

fn alternative(out: &mut String, api: &Api, member: &Member) {
    let label = label(api, member.ty);
    let key = if label == member.key {
        String::new()
    } else {
        format!("{}: ", member.key)
    };
    line(out, format_args!("  | {key}{label}"));
    docs(out, "    ", &member.docs);
}

fn discriminator(out: &mut String, api: &Api, discriminator: &Discriminator) {
    let mapping = discriminator.mapping.iter().map(|mapping| {
        let implied = if mapping.is_explicit { "" } else { " by name" };
        format!("{:?} {}{implied}", mapping.value, name(api, mapping.ty))
    });
    let default = discriminator.default.map(|ty| name(api, ty));
    let default = default.map(|name| format!("else {name}"));
    let all: Vec<String> = mapping.chain(default).collect();
    let property = &discriminator.property;
    line(out, format_args!("  by {property}: {}", all.join(", ")));
}

fn patterns(out: &mut String, api: &Api, patterns: &[Pattern]) {
    for pattern in patterns {
        let label = label(api, pattern.ty);
        line(out, format_args!("  like {:?}: {label}", pattern.regex));
    }
}

fn members(out: &mut String, api: &Api, object: &Object) {
    for member in &object.properties {
        property(out, api, member);
    }
    patterns(out, api, &object.patterns);
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

fn property(out: &mut String, api: &Api, property: &Property) {
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
    line(
        out,
        format_args!("  {}: {text}{}", property.name, xml(&property.xml)),
    );
    docs(out, "    ", &property.docs);
    examples(out, "    ", &property.examples);
}
