//! Schema Objects: the queue of schemas to read, and the reading of one.
//!
//! Schemas are read from a queue, so that neither nesting nor recursion costs stack.

mod bounds;
mod conditions;
mod discriminator;
mod shape;

use super::super::{Docs, Schema, SchemaId};
use super::cx::Cx;
use super::external_docs::read_external_docs;
use super::fields::Fields;
use super::{dynamic, found, identity, reference, xml};
use crate::load::{Entry, Kind, Node};

const EXAMPLES: &str = "examples are not carried over";

/// Reads all schemas that were found and not read yet, and those that they lead to.
pub(super) fn read_pending(cx: &mut Cx<'_, '_>) {
    let mut next = 0;
    // New ones are added behind; going by position keeps them in the order of finding.
    while let Some(&id) = cx.pending.get(next) {
        next += 1;
        let node = cx.schemas[id.index()].node;
        cx.dynamic.begin(id);
        let mut schema = read_schema(cx, node);
        schema.referenced = cx.schemas[id.index()].referenced;
        cx.schemas[id.index()] = schema;
    }
    cx.pending.clear();
}

pub(super) fn read_schema<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Schema<'a> {
    let mut schema = Schema::new(node);
    match node.kind() {
        Kind::Bool(true) => {}
        Kind::Bool(false) => schema.never = true,
        _ => {
            if let Some(fields) = Fields::open(cx, node, "a schema") {
                read_fields(cx, fields, &mut schema);
            }
        }
    }
    schema
}

fn read_fields<'a>(cx: &mut Cx<'a, '_>, mut fields: Fields<'a>, schema: &mut Schema<'a>) {
    if fields.peek("$ref").is_some() {
        schema.reference = read_reference(cx, &mut fields);
        if cx.version.has_nullable_extension() {
            // Extensions are outside of what the version says about `$ref`, and tools agree on this.
            schema.nullable = fields.flag(cx, "x-nullable").unwrap_or(false);
        }
        if !cx.version.takes_siblings_of_schema_references() {
            reference::close_siblings(cx, fields);
            return;
        }
    }
    let dynamic = if cx.version.has_json_schema_2020() {
        dynamic::read_reference(cx, &mut fields)
    } else {
        None
    };
    read_docs(cx, &mut fields, &mut schema.docs);
    shape::read_types(cx, &mut fields, schema);
    shape::read_shape(cx, &mut fields, schema);
    if schema.reference.is_none() {
        schema.reference = dynamic;
    } else if dynamic.is_some() {
        // Both apply, as if they were members of `allOf`.
        schema.combination_mut().all.extend(dynamic);
    }
    bounds::read_bounds(cx, &mut fields, schema);
    read_default(cx, &mut fields, schema);
    schema.read_only = read_direction(cx, &mut fields, "readOnly");
    if cx.version.has_unions() {
        schema.write_only = read_direction(cx, &mut fields, "writeOnly");
    }
    schema.xml = fields
        .value(cx, "xml")
        .and_then(|node| xml::read_xml(cx, node))
        .map(Box::new);
    read_annotations(cx, &mut fields, schema);
    conditions::read_conditions(cx, &mut fields, schema);
    discriminator::read_discriminator(cx, &mut fields, schema);
    take_value_names(cx, &mut fields, schema);
    fields.close(cx);
}

/// Reads what a parameter or a header says of its values in place.
pub(super) fn read_in_place<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Schema<'a> {
    let mut schema = Schema::new(fields.node);
    shape::read_types(cx, fields, &mut schema);
    shape::read_plain_shape(cx, fields, &mut schema);
    bounds::read_bounds(cx, fields, &mut schema);
    read_default(cx, fields, &mut schema);
    schema
}

fn read_default<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    schema.default = fields.any("default");
    if let Some(default) = schema.default {
        cx.tell(default, "defaults are not filled in");
    }
}

/// Takes a flag that keeps a property out of requests or out of answers.
fn read_direction<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, key: &'static str) -> bool {
    let is_set = fields.flag(cx, key).unwrap_or(false);
    if let Some(node) = fields.peek(key).filter(|_| is_set) {
        cx.tell(
            node,
            "read-only and write-only properties are optional ones, in both directions",
        );
    }
    is_set
}

fn read_reference<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<SchemaId> {
    let target = reference::target(cx, fields)?;
    // Many refer to one: that it is a schema is found out once.
    if !cx.is_schema(target) {
        found::expect(cx, fields.node, target, found::SCHEMA, "")?;
    }
    Some(reference::to_schema(cx, target))
}

fn read_docs<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, docs: &mut Docs<'a>) {
    docs.title = fields.text(cx, "title");
    docs.description = fields.text(cx, "description");
    if cx.version.has_unions() {
        docs.deprecated = fields.flag(cx, "deprecated").unwrap_or(false);
    }
}

/// Takes what is written for people and for tools.
fn read_annotations<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    read_examples(fields, schema);
    fields.annotations(cx, &[("example", EXAMPLES), ("examples", EXAMPLES)]);
    if let Some(docs) = read_external_docs(cx, fields) {
        schema.rare_mut().external_docs = Some(docs);
    }
    if cx.version.describes_values_in_place() {
        let nested = "`collectionFormat` counts at a parameter, not within its values";
        fields.annotations(cx, &[("collectionFormat", nested)]);
    }
    if !cx.version.has_json_schema_2020() {
        return;
    }
    if let Some(comment) = fields.peek("$comment").and_then(Node::as_str) {
        schema.rare_mut().comment = Some(comment);
    }
    identity::read_identity(cx, fields);
    fields.annotations(cx, &[("$comment", "comments are not carried over")]);
}

/// Reads examples. `examples` of a schema is a list; what else stands there is no example.
fn read_examples<'a>(fields: &Fields<'a>, schema: &mut Schema<'a>) {
    let one = fields.peek("example");
    let list = fields.peek("examples").and_then(Node::as_array);
    if one.is_some() || list.is_some() {
        schema.rare_mut().examples = one.into_iter().chain(list.into_iter().flatten()).collect();
    }
}

/// Takes the extensions that name and describe the values of `enum`.
fn take_value_names<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    let Some(values) = &schema.values else {
        return;
    };
    let mut first = |keys: &[&'static str]| {
        let key = keys.iter().find(|key| fields.peek(key).is_some())?;
        fields.any(key)
    };
    let (names, docs) = (first(&VALUE_NAMES), first(&VALUE_DOCS));
    if names.is_none() && docs.is_none() {
        return;
    }
    for node in [names, docs.filter(|_| docs != names)]
        .into_iter()
        .flatten()
    {
        cx.extensions.push(node);
        if !is_of_values(node, values) {
            cx.tell(node, "only what names or describes single values is used");
        }
    }
    let rare = schema.rare_mut();
    (rare.value_names, rare.value_docs) = (names, docs);
}

/// Returns whether an extension has a text for each of the values, or for some by their names, and
/// nothing else.
fn is_of_values(node: Node<'_>, values: &[Node<'_>]) -> bool {
    let is_text = |node: Node<'_>| node.as_str().is_some();
    let is_value = |key: &str| values.iter().any(|value| value.text() == Some(key));
    match (node.as_array(), node.as_object()) {
        (Some(mut list), _) => list.clone().count() == values.len() && list.all(is_text),
        (None, Some(mut map)) => {
            let is_known = |it: Entry<'_>| match it.key {
                "values" if it.value.is_list() => has_described_values(it.value),
                key => is_value(key) && is_text(it.value),
            };
            values.len() <= MAX_NAMED && map.all(is_known)
        }
        (None, None) => false,
    }
}

/// Returns whether a list has values with names and descriptions, and nothing else.
fn has_described_values(list: Node<'_>) -> bool {
    let entries = list.as_array().into_iter().flatten();
    let mut keys = entries.flat_map(|item| item.as_object().into_iter().flatten());
    keys.all(|entry| ["value", "name", "description"].contains(&entry.key))
}

/// So many values are compared with their names.
const MAX_NAMED: usize = 1_000;

/// What generators of clients call the names of an enumeration's values, by position.
const VALUE_NAMES: [&str; 4] = [
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    "x-ms-enum",
];

/// What they call the descriptions, by position or by value.
const VALUE_DOCS: [&str; 4] = [
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-comments",
    "x-ms-enum",
];
