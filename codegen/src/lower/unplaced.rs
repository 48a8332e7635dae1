//! What has no place in the output: texts on what stands in a list, in a map or in a combination and
//! gets no item of its own; titles beside descriptions; tags without operations.
//!
//! Looks at the document and accounts for these; what has a place is told where it is lowered.

use std::collections::BTreeSet;

use super::cx::Cx;
use crate::document::{Additional, Parameter, Schema, SchemaId, Use};
use crate::load::Node;

const NO_ITEM: &str = "texts on what gets no item of its own are not carried over";
const PARAMETER: &str = "a parameter is deprecated itself, not by its schema";
const TITLE: &str = "titles beside a description are not carried over";
const VALUE: &str =
    "texts on several values of an enumeration, and that one is deprecated, are not carried over";
const PART: &str = "texts on a part of `allOf` are not carried over";

/// Accounts for the texts of all schemas and parameters.
pub(super) fn account_for_unplaced(cx: &mut Cx<'_, '_>) {
    let document = cx.document;
    let named = named_by_titles(cx);
    for (id, schema) in document.schemas() {
        let additional = match schema.additional {
            Additional::Schema(values) => Some(values),
            Additional::Silent | Additional::Allowed | Additional::Forbidden => None,
        };
        for below in schema.items.into_iter().chain(additional) {
            if gets_no_item(cx, below) {
                account(cx, &document[below], NO_ITEM);
            }
        }
        if schema.docs.description.is_some() && !named.contains(&id) {
            pass_over(cx, schema.node, "title", TITLE);
        }
        for value in single_values(cx, schema) {
            account_for_values(cx, &document[value]);
        }
        if cx.links.get(id).is_none() {
            for member in schema.all_of() {
                account(cx, &document[*member], PART);
            }
        }
    }
    account_for_tags(cx);
    for item in &document.paths {
        let own = item
            .operations
            .iter()
            .flat_map(|operation| &operation.parameters.list);
        for parameter in item.parameters.list.iter().chain(own) {
            account_for_parameter(cx, parameter);
        }
    }
}

/// Returns the alternatives that their titles tell from others; references have the names of what they
/// lead to.
fn named_by_titles(cx: &Cx<'_, '_>) -> BTreeSet<SchemaId> {
    let schemas = cx.document.schemas();
    let alternatives =
        schemas.flat_map(|(_, schema)| schema.one_of().iter().chain(schema.any_of()));
    let is_in_place = |id: &&SchemaId| cx.document[**id].reference.is_none();
    alternatives.filter(is_in_place).copied().collect()
}

/// Operations stand under the tags they have.
fn account_for_tags(cx: &mut Cx<'_, '_>) {
    let document = cx.document;
    let operations = document.paths.iter().flat_map(|item| &item.operations);
    let used: BTreeSet<&str> = operations
        .flat_map(|operation| &operation.tags)
        .copied()
        .collect();
    let declared = document.root().get("tags").and_then(Node::as_array);
    for tag in declared.into_iter().flatten() {
        let name = tag.get("name").and_then(Node::text);
        if name.is_some_and(|name| !used.contains(name)) {
            cx.pass_over(tag, "no operation has this tag");
        }
    }
}

/// Of all texts on a parameter's schema, the description is used where the parameter has none.
fn account_for_parameter(cx: &mut Cx<'_, '_>, parameter: &Use<'_, Parameter<'_>>) {
    let document = cx.document;
    let Some(schema) = parameter.item.schema.map(|id| &document[id]) else {
        return;
    };
    // In Swagger 2.0 the schema is the parameter.
    if schema.docs.deprecated && schema.node != parameter.item.node {
        pass_over(cx, schema.node, "deprecated", PARAMETER);
    }
}

/// The texts of one value are its variant's; those of several values stand nowhere.
fn account_for_values(cx: &mut Cx<'_, '_>, schema: &Schema<'_>) {
    let is_one = schema.values.as_ref().is_some_and(|all| all.len() == 1);
    if !is_one {
        account(cx, schema, VALUE);
    } else if schema.docs.deprecated {
        pass_over(cx, schema.node, "deprecated", VALUE);
    }
}

/// Whether a schema in place is neither an object nor an enumeration nor a combination, so that its
/// type is written out where it is used.
fn gets_no_item(cx: &Cx<'_, '_>, id: SchemaId) -> bool {
    let schema = &cx.document[id];
    schema.reference.is_some()
        || (schema.properties.is_empty() && schema.values.is_none() && !schema.combines())
}

/// Returns the alternatives that are one value each, where all of them are, `null` aside.
fn single_values(cx: &Cx<'_, '_>, schema: &Schema<'_>) -> Vec<SchemaId> {
    let is_value = |id: &SchemaId| cx.document[*id].values.is_some();
    let is_null = |id: &SchemaId| {
        let ty = cx.document[*id].node.get("type");
        ty.and_then(Node::text) == Some("null")
    };
    let members = [schema.one_of(), schema.any_of()].into_iter().flatten();
    let (values, others): (Vec<SchemaId>, Vec<SchemaId>) = members.partition(|id| is_value(id));
    if others.iter().all(is_null) {
        values
    } else {
        Vec::new()
    }
}

fn account(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, reason: &'static str) {
    let docs = &schema.docs;
    // A title beside a description has been accounted for.
    if docs.title.is_some() && docs.description.is_none() {
        pass_over(cx, schema.node, "title", reason);
    }
    if docs.description.is_some() {
        pass_over(cx, schema.node, "description", reason);
    }
    if docs.deprecated {
        pass_over(cx, schema.node, "deprecated", reason);
    }
}

fn pass_over(cx: &mut Cx<'_, '_>, schema: Node<'_>, key: &str, reason: &'static str) {
    if let Some(node) = schema.get(key) {
        cx.pass_over(node, reason);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::testing::lower_text;

    #[track_caller]
    fn check(schema: &str, expect: &[(&str, &str)]) {
        let lowered = lower_text(&format!("components:\n  schemas:\n    A: {schema}\n"));
        let api = lowered.api.unwrap();
        let found = api
            .account
            .iter()
            .filter(|entry| !entry.matters)
            .map(|entry| {
                let pointer = entry.origin.pointer.to_string();
                let below = pointer.strip_prefix("#/components/schemas/A/");
                (
                    below.unwrap_or_default().to_owned(),
                    entry.reason.to_string(),
                )
            });
        let found: Vec<_> = found.collect();
        let found: Vec<_> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(found, expect, "{schema}");
    }

    #[test]
    fn texts_without_a_place() {
        check(
            "{type: array, items: {type: string, description: d}}",
            &[("items/description", NO_ITEM)],
        );
        check(
            "{type: object, additionalProperties: {type: string, title: t, deprecated: true}}",
            &[
                ("additionalProperties/title", NO_ITEM),
                ("additionalProperties/deprecated", NO_ITEM),
            ],
        );
        check("{type: array, items: {enum: [a], description: d}}", &[]);
        check(
            "{allOf: [{type: object, description: a}, {properties: {b: {type: string}}}]}",
            &[("allOf/0/description", PART)],
        );
        check("{allOf: [{type: string, description: a}]}", &[]);
        check(
            "{oneOf: [{const: a, title: A}, {const: b}, {type: 'null'}]}",
            &[],
        );
        check(
            "{oneOf: [{enum: [a, b], description: d}, {const: c, deprecated: true}]}",
            &[
                ("oneOf/0/description", VALUE),
                ("oneOf/1/deprecated", VALUE),
            ],
        );
    }
}
