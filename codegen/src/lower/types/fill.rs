//! The kinds of types, when all types have their place.

use super::uses::{synthetic, use_of};
use crate::api::{
    Additional, Enum, Identity, Kind, Object, Owner, Property, Step, TypeId, TypeRef,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, SchemaId, origin};
use crate::load::nearest;
use crate::lower::cx::Cx;
use crate::lower::flat::FlatProperty;
use crate::lower::shape::{ObjectShape, Shape};
use crate::lower::{docs, json, xml};

/// Fills in all kinds. Types that turn up on the way are filled in too.
pub(in crate::lower) fn fill(cx: &mut Cx<'_, '_>) {
    while !cx.unfilled.is_empty() {
        for (id, shape) in std::mem::take(&mut cx.unfilled) {
            let kind = kind(cx, id, shape);
            cx.api[id].kind = kind;
        }
    }
}

fn kind(cx: &mut Cx<'_, '_>, id: TypeId, shape: Shape<'_>) -> Kind {
    match shape {
        Shape::Any => Kind::Any,
        Shape::Boolean => Kind::Boolean,
        Shape::Integer(format) => Kind::Integer(format),
        Shape::Number(format) => Kind::Number(format),
        Shape::String(format) => Kind::String(format),
        Shape::Enum(values) => Kind::Enum(Enum { values }),
        Shape::Array(items) => Kind::Array(below(cx, id, items, || Step::Items)),
        Shape::Map(values) => Kind::Map(below(cx, id, values, || Step::AdditionalProperties)),
        Shape::Object(object) => Kind::Object(fill_object(cx, id, object)),
        Shape::Alias(target) => {
            let target = below(cx, id, Some(target), || Step::Member(0));
            Kind::Alias(TypeRef {
                nullable: cx.api[id].nullable,
                ..target
            })
        }
    }
}

/// Returns the use of a schema that stands in a type, or of anything.
fn below(
    cx: &mut Cx<'_, '_>,
    id: TypeId,
    schema: Option<SchemaId>,
    step: impl FnOnce() -> Step,
) -> TypeRef {
    let identity = || Identity::Inline {
        owner: Owner::Type(id),
        step: step(),
    };
    if let Some(schema) = schema {
        return use_of(cx, schema, identity);
    }
    let origin = cx.api[id].origin.clone();
    synthetic(cx, origin, identity(), Kind::Any)
}

fn fill_object(cx: &mut Cx<'_, '_>, id: TypeId, object: ObjectShape<'_>) -> Object {
    say_unknown_required(cx, &object);
    let ObjectShape {
        properties,
        required,
        additional,
    } = object;
    let properties = properties
        .into_iter()
        .map(|property| {
            let required = required.contains_key(property.property.name.text);
            fill_property(cx, id, property, required)
        })
        .collect();
    let additional = match additional {
        document::Additional::Silent | document::Additional::Allowed => Additional::Any,
        document::Additional::Forbidden => Additional::Forbidden,
        document::Additional::Schema(schema) => {
            Additional::Typed(below(cx, id, Some(schema), || Step::AdditionalProperties))
        }
    };
    Object {
        properties,
        additional,
    }
}

fn fill_property(
    cx: &mut Cx<'_, '_>,
    id: TypeId,
    property: FlatProperty<'_>,
    required: bool,
) -> Property {
    let document::Property { name, schema } = property.property;
    let ty = below(cx, id, Some(schema), || {
        Step::Property(name.text.to_owned())
    });
    let way: Vec<SchemaId> = cx.links.way(schema).collect();
    let default = way.iter().find_map(|id| cx.document[*id].default);
    Property {
        name: name.text.to_owned(),
        ty,
        required,
        read_only: way.iter().any(|id| cx.document[*id].read_only),
        write_only: way.iter().any(|id| cx.document[*id].write_only),
        docs: docs::of_use(cx, schema),
        xml: xml::of_property(cx, name.text, schema).into(),
        default: default.and_then(json::json_text),
        origin: origin(cx.document[schema].node),
    }
}

/// Warns of required properties without a description, where a misspelling is likely.
fn say_unknown_required(cx: &mut Cx<'_, '_>, object: &ObjectShape<'_>) {
    let known = || {
        object
            .properties
            .iter()
            .map(|property| property.property.name.text)
    };
    let names: std::collections::BTreeSet<&str> = known().collect();
    for name in object
        .required
        .values()
        .filter(|name| !names.contains(name.text))
    {
        let message = format!("the required property `{}` is not described", name.text);
        let diagnostic = Diagnostic::new(Code::UnknownRequired, message)
            .label(name.span, format!("no `{}` in `properties`", name.text))
            .several("required properties are not described");
        let help = match nearest(name.text, known()) {
            Some(meant) => format!("`{meant}` is described: is `{}` a slip for it?", name.text),
            None => format!("describe `{}`, or remove it from `required`", name.text),
        };
        cx.warn(diagnostic.help(help));
    }
}
