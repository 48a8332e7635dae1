//! Properties that are required and go one way only: they come out as optional ones.
//!
//! Looks at the objects of the document and accounts for the names in `required` that do not count.

use std::collections::BTreeSet;

use super::cx::Cx;
use crate::document::{Schema, SchemaId};
use crate::load::Node;

const ONE_WAY: &str = "read-only and write-only properties are optional ones, whatever is required";

/// Accounts for every such name.
pub(super) fn account_for_one_way(cx: &mut Cx<'_, '_>) {
    let document = cx.document;
    for (_, schema) in document.schemas() {
        if schema.required.is_empty() {
            continue;
        }
        let names = one_way(cx, schema);
        let listed = schema.node.get("required").and_then(Node::as_array);
        for name in listed.into_iter().flatten() {
            if name.text().is_some_and(|text| names.contains(text)) {
                cx.pass_over(name, ONE_WAY);
            }
        }
    }
}

/// Returns the names of the object's own properties that go one way.
fn one_way<'a>(cx: &Cx<'_, 'a>, schema: &Schema<'a>) -> BTreeSet<&'a str> {
    let goes_one_way = |id: SchemaId| {
        let mut way = cx.links.way(id).map(|id| &cx.document[id]);
        way.any(|schema| schema.read_only || schema.write_only)
    };
    let properties = schema.properties.iter();
    let found = properties.filter(|property| goes_one_way(property.schema));
    found.map(|property| property.name.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::testing::lower_text;

    #[test]
    fn names_that_do_not_count() {
        let lowered = lower_text(
            "
components:
  schemas:
    A:
      type: object
      required: [id, secret, name]
      properties:
        id: {type: string, readOnly: true}
        secret: {$ref: '#/components/schemas/Secret'}
        name: {type: string}
    Secret: {type: string, writeOnly: true}
",
        );
        let api = lowered.api.unwrap();
        let found = api.account.iter().filter(|entry| entry.reason == ONE_WAY);
        let found: Vec<_> = found
            .map(|entry| entry.origin.pointer.to_string())
            .collect();
        let list = "#/components/schemas/A/required";
        assert_eq!(found, [format!("{list}/0"), format!("{list}/1")]);
    }
}
