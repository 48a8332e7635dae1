//! Objects: their properties, and what is required of them.

use std::collections::BTreeSet;

use super::discriminator;
use super::fill::below;
use crate::api::{Additional, Object, Pattern, Property, Step, TypeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, SchemaId, Text, origin};
use crate::load::nearest;
use crate::lower::cx::Cx;
use crate::lower::flat::FlatProperty;
use crate::lower::shape::ObjectShape;
use crate::lower::{docs, xml};

pub(super) fn fill_object(cx: &mut Cx<'_, '_>, id: TypeId, object: ObjectShape<'_>) -> Object {
    let undescribed = undescribed(&object);
    // What a part leaves open, the rest may describe.
    if !object.is_part && !cx.hidden.contains(&id) {
        say_undescribed(cx, &object, &undescribed);
    }
    let undescribed = undescribed.iter().map(|name| name.text.to_owned());
    let undescribed = undescribed.collect();
    let discriminator = object
        .discriminator
        .and_then(|schema| discriminator::of_object(cx, schema, object.schema, id));
    let ObjectShape {
        properties,
        required,
        ..
    } = object;
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
    let way = || cx.links.way(schema).map(|id| &cx.document[id]);
    let default = cx
        .links
        .way(schema)
        .find(|id| cx.document[*id].default.is_some());
    let examples = way().flat_map(|schema| &schema.rare().examples);
    let examples = examples.map(|node| origin(*node)).collect();
    let read_only = way().any(|schema| schema.read_only);
    let write_only = way().any(|schema| schema.write_only);
    cx.told.defaults.extend(default);
    let default = default.and_then(|id| cx.document[id].default);
    if read_only || write_only {
        let document = cx.document;
        let says = |id: &SchemaId| document[*id].read_only || document[*id].write_only;
        let Cx { links, told, .. } = cx;
        told.directions.extend(links.way(schema).filter(says));
    }
    Property {
        name: name.text.to_owned(),
        ty,
        required,
        read_only,
        write_only,
        docs: docs::of_use(cx, schema),
        xml: xml::of_property(cx, name.text, schema).into(),
        default: default.and_then(|node| cx.kept_text(node)),
        examples,
        origin: origin(cx.document[schema].node),
    }
}

/// Returns the required properties without a description.
fn undescribed<'a>(object: &ObjectShape<'a>) -> Vec<Text<'a>> {
    if object.required.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<&str> = names(object).collect();
    let required = object.required.values();
    let undescribed = required.filter(|name| !known.contains(name.text));
    undescribed.copied().collect()
}

fn names<'a>(object: &ObjectShape<'a>) -> impl Iterator<Item = &'a str> {
    let properties = object.properties.iter();
    properties.map(|property| property.property.name.text)
}

/// Warns of required properties without a description, where a misspelling is likely.
fn say_undescribed(cx: &mut Cx<'_, '_>, object: &ObjectShape<'_>, undescribed: &[Text<'_>]) {
    for name in undescribed {
        let message = format!("the required property `{}` is not described", name.text);
        let diagnostic = Diagnostic::new(Code::UnknownRequired, message)
            .label(name.span, format!("no `{}` in `properties`", name.text))
            .several("required properties are not described");
        let help = match nearest(name.text, names(object)) {
            Some(meant) => format!("`{meant}` is described: is `{}` a slip for it?", name.text),
            None => format!("describe `{}`, or remove it from `required`", name.text),
        };
        cx.warn(diagnostic.help(help));
    }
}
