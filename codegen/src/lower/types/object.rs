//! Objects: their properties, and what is required of them.

use std::collections::BTreeSet;

use super::discriminator;
use super::fill::below;
use super::place::literal;
use crate::api::{Additional, Object, Pattern, Property, Step, TypeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, SchemaId, origin};
use crate::load::nearest;
use crate::lower::cx::Cx;
use crate::lower::flat::FlatProperty;
use crate::lower::shape::ObjectShape;
use crate::lower::{docs, xml};

pub(super) fn fill_object(cx: &mut Cx<'_, '_>, id: TypeId, object: ObjectShape<'_>) -> Object {
    // What a part leaves open, the rest may describe.
    if !object.is_part && !cx.hidden.contains(&id) {
        say_unknown_required(cx, &object);
    }
    let discriminator = object
        .discriminator
        .and_then(|schema| discriminator::of_object(cx, schema, object.schema, id));
    let ObjectShape {
        properties,
        required,
        ..
    } = object;
    let known: BTreeSet<&str> = properties
        .iter()
        .map(|property| property.property.name.text)
        .collect();
    let undescribed = required.keys().filter(|name| !known.contains(*name));
    let undescribed = undescribed.map(|name| (*name).to_owned()).collect();
    let properties = properties
        .into_iter()
        .map(|property| {
            let required = required.contains_key(property.property.name.text);
            fill_property(cx, id, property, required)
        })
        .collect();
    Object {
        properties,
        undescribed,
        patterns: fill_patterns(cx, id, object.patterns),
        names: object
            .names
            .map(|names| below(cx, id, Some(names), || Step::Name)),
        additional: fill_additional(cx, id, object.additional, Step::AdditionalProperties),
        discriminator,
    }
}

pub(super) fn fill_additional(
    cx: &mut Cx<'_, '_>,
    id: TypeId,
    additional: document::Additional,
    step: Step,
) -> Additional {
    match additional {
        document::Additional::Silent | document::Additional::Allowed => Additional::Any,
        document::Additional::Forbidden => Additional::Forbidden,
        document::Additional::Schema(schema) => {
            Additional::Typed(below(cx, id, Some(schema), || step))
        }
    }
}

pub(super) fn fill_patterns(
    cx: &mut Cx<'_, '_>,
    id: TypeId,
    patterns: Vec<FlatProperty<'_>>,
) -> Vec<Pattern> {
    let patterns = patterns.into_iter().map(|pattern| {
        let document::Property { name, schema } = pattern.property;
        let regex = name.text.to_owned();
        let ty = below(cx, id, Some(schema), || Step::Pattern(regex.clone()));
        Pattern {
            regex,
            ty,
            origin: origin(cx.document[schema].node),
        }
    });
    patterns.collect()
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
    let examples = way.iter().flat_map(|id| &cx.document[*id].rare().examples);
    let examples: Vec<_> = examples.copied().collect();
    Property {
        name: name.text.to_owned(),
        ty,
        required,
        read_only: way.iter().any(|id| cx.document[*id].read_only),
        write_only: way.iter().any(|id| cx.document[*id].write_only),
        docs: docs::of_use(cx, schema),
        xml: xml::of_property(cx, name.text, schema).into(),
        default: default.and_then(|node| cx.kept_text(node)),
        examples: examples.into_iter().map(|node| literal(cx, node)).collect(),
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
    let names: BTreeSet<&str> = known().collect();
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
