//! Schema Objects: the queue of schemas to read, and the reading of one.
//!
//! Schemas are read from a queue, so that neither nesting nor recursion costs stack.

mod bounds;
mod shape;

use super::super::{Docs, Schema, SchemaId};
use super::cx::Cx;
use super::fields::Fields;
use super::{dynamic, identity, reference, xml};
use crate::load::{Kind, Node};

const EXAMPLES: &str = "examples are not carried over";
const CHECKS: &str = "conditions on values are not checked";
const RECURSIVE: &str = "`$recursiveRef` is no keyword since JSON Schema 2020-12";
const CONDITIONAL: &str = "schemas under a condition are not generated yet";

/// Reads all schemas that were found and not read yet, and those that they lead to.
pub(super) fn read_pending(cx: &mut Cx<'_, '_>) {
    let mut next = 0;
    // New ones are added behind; going by position keeps them in the order of finding.
    while let Some(&id) = cx.pending.get(next) {
        next += 1;
        let node = cx.schemas[id.index()].node;
        cx.dynamic.begin(id);
        let schema = read_schema(cx, node);
        let referenced = cx.schemas[id.index()].referenced;
        cx.schemas[id.index()] = Schema {
            referenced,
            ..schema
        };
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
    } else {
        // Both apply, as if they were members of `allOf`.
        schema.all_of.extend(dynamic);
    }
    bounds::read_bounds(cx, &mut fields, schema);
    schema.default = fields.any("default");
    read_default(cx, &mut fields, schema);
    schema.read_only = read_direction(cx, &mut fields, "readOnly");
    if cx.version.has_unions() {
        schema.write_only = read_direction(cx, &mut fields, "writeOnly");
    }
    schema.xml = fields
        .value(cx, "xml")
        .and_then(|node| xml::read_xml(cx, node));
    read_annotations(cx, &mut fields);
    read_conditions(cx, &mut fields);
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
    Some(reference::to_schema(cx, target))
}

fn read_docs<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, docs: &mut Docs<'a>) {
    docs.title = fields.text(cx, "title");
    docs.description = fields.text(cx, "description");
    if let (Some(title), Some(_)) = (fields.peek("title"), docs.description) {
        cx.skip_annotation(title, "titles beside a description are not carried over");
    }
    if cx.version.has_unions() {
        docs.deprecated = fields.flag(cx, "deprecated").unwrap_or(false);
    }
}

/// Takes what is written for people and for tools.
fn read_annotations<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    fields.annotations(
        cx,
        &[
            ("example", EXAMPLES),
            ("examples", EXAMPLES),
            (
                "externalDocs",
                "links to other documentation are not carried over",
            ),
        ],
    );
    if cx.version.describes_values_in_place() {
        let nested = "`collectionFormat` counts at a parameter, not within its values";
        fields.annotations(cx, &[("collectionFormat", nested)]);
    }
    if !cx.version.has_json_schema_2020() {
        return;
    }
    identity::read_identity(cx, fields);
    fields.annotations(cx, &[("$comment", "comments are not carried over")]);
}

/// Takes `discriminator`. Beside alternatives, what is said of those says enough.
fn read_discriminator<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    let reason = "discriminators are not used before unions are generated";
    if cx.version.has_discriminator_names() {
        fields.text(cx, "discriminator");
        if let Some(node) = fields.peek("discriminator") {
            cx.ignore(node, reason);
        }
        return;
    }
    let has_alternatives = ["oneOf", "anyOf"]
        .iter()
        .any(|key| fields.peek(key).is_some());
    if has_alternatives {
        fields.annotations(cx, &[("discriminator", reason)]);
    } else {
        fields.ignored(cx, &[("discriminator", reason)]);
    }
}

/// Takes what no type can say.
fn read_conditions<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    if cx.version.has_unions() {
        fields.annotations(cx, &[("not", CHECKS)]);
    }
    read_discriminator(cx, fields);
    if !cx.version.has_json_schema_2020() {
        return;
    }
    fields.annotations(
        cx,
        &[
            ("contains", CHECKS),
            ("dependentRequired", CHECKS),
            ("propertyNames", CHECKS),
            ("unevaluatedItems", CHECKS),
            ("unevaluatedProperties", CHECKS),
        ],
    );
    fields.ignored(
        cx,
        &[
            ("if", CONDITIONAL),
            ("then", CONDITIONAL),
            ("else", CONDITIONAL),
            ("dependentSchemas", CONDITIONAL),
            (
                "contentSchema",
                "the schema of a text's content is not used",
            ),
            // What JSON Schema 2019-09 had in the place of `$dynamicRef`.
            ("$recursiveRef", RECURSIVE),
        ],
    );
}
