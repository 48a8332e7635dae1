//! Where references lead by our own resolution: each `$ref` by the forest, each `$dynamicRef` by the
//! document that was read from it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Found;
use crate::diagnostic::Diagnostics;
use crate::document::{self, Additional, Document, Schema, SchemaId};
use crate::load::{Allowances, Forest, Node, load};
use crate::source::Sources;

pub(super) fn targets(description: &Value) -> Found {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.json");
    std::fs::write(&path, description.to_string()).unwrap();
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let allowances = Allowances::default();
    let forest = load(&path, &allowances, &mut sources, &mut diagnostics).unwrap();
    let document = document::read(&forest, false, &mut diagnostics).unwrap();
    let mut found = Found::default();
    let mut left: Vec<Node<'_>> = vec![forest.root()];
    while let Some(node) = left.pop() {
        plain(&forest, node, &mut found);
        left.extend(node.as_array().into_iter().flatten());
        left.extend(
            node.as_object()
                .into_iter()
                .flatten()
                .map(|entry| entry.value),
        );
    }
    dynamic(&document, &mut found);
    found
}

fn plain(forest: &Forest, node: Node<'_>, found: &mut Found) {
    let reference = node.as_str().filter(|_| node.key() == Some("$ref"));
    if let Some(reference) = reference {
        let target = forest.follow(node, reference).ok();
        // Beyond the standard, pointers count from the top of the file, too.
        let target = target.filter(|target| !target.counts_from_file);
        let to = target.map(|target| target.node.pointer().to_string());
        found.plain.insert((node.pointer().to_string(), to));
    }
}

/// Walks from the component to whatever it leads to.
fn dynamic(document: &Document<'_>, found: &mut Found) {
    let case = document
        .components
        .iter()
        .find(|(name, _)| name.text == "Case");
    let mut left: Vec<SchemaId> = case.map(|(_, id)| *id).into_iter().collect();
    let mut met = BTreeSet::new();
    while let Some(id) = left.pop() {
        if !met.insert(id) {
            continue;
        }
        let schema = &document[id];
        if let Some(place) = schema.node.get("$dynamicRef") {
            // Beside a `$ref`, it comes last.
            let beside = schema.node.get("$ref").is_some();
            let target = if beside {
                schema.all_of().last().copied()
            } else {
                schema.reference
            };
            let to = target.map(|id| document[id].node.pointer().to_string());
            found.dynamic.insert((place.pointer().to_string(), to));
        }
        left.extend(children(schema));
    }
}

fn children(schema: &Schema<'_>) -> Vec<SchemaId> {
    let rare = schema.rare();
    let properties = schema.properties.iter().chain(&rare.patterns);
    let mut all: Vec<SchemaId> = properties.map(|property| property.schema).collect();
    let lists = [
        schema.all_of(),
        schema.one_of(),
        schema.any_of(),
        &rare.prefix,
    ];
    all.extend(lists.into_iter().flatten());
    all.extend([schema.reference, schema.items].into_iter().flatten());
    if let Additional::Schema(id) = schema.additional {
        all.push(id);
    }
    all
}
