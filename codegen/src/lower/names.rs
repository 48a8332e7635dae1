//! Names of what has none but its place: schemas and shared objects in other files.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Document;
use crate::load::Node;

/// Returns a name for each node: the last key on the way to it, or the stem of its file. Names that
/// would be equal to another one or a taken one get as many folders and keys before them as it takes.
pub(super) fn unique(
    document: &Document<'_>,
    nodes: &[Node<'_>],
    taken: &BTreeSet<&str>,
) -> Vec<String> {
    let ways: Vec<Vec<String>> = nodes.iter().map(|node| way(document, *node)).collect();
    let shortest: Vec<usize> = ways.iter().map(|way| shortest(way)).collect();
    let mut names: Vec<String> = (0..ways.len())
        .map(|i| suffix(&ways[i], shortest[i]))
        .collect();
    for more in 1..=MAX_PARTS {
        let doubtful = doubtful(&names, taken);
        if doubtful.is_empty() {
            break;
        }
        for index in doubtful {
            names[index] = suffix(&ways[index], shortest[index] + more);
        }
    }
    names
}

/// So many more folders and keys are tried; what is still equal then gets a number when it is claimed.
const MAX_PARTS: usize = 12;

/// Returns the positions of names that others have too.
fn doubtful(names: &[String], taken: &BTreeSet<&str>) -> Vec<usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let is_doubtful = |name: &str| taken.contains(name) || counts.get(name) > Some(&1);
    (0..names.len())
        .filter(|index| is_doubtful(&names[*index]))
        .collect()
}

/// Returns how many parts say at least what is meant: positions and keywords alone do not.
fn shortest(way: &[String]) -> usize {
    let is_generic = |part: &&String| {
        GENERIC.contains(&part.as_str()) || part.bytes().all(|byte| byte.is_ascii_digit())
    };
    1 + way.iter().rev().take_while(is_generic).count()
}

fn suffix(way: &[String], length: usize) -> String {
    way[way.len().saturating_sub(length)..].join("_")
}

/// Returns folders, the stem of the file and keys, as in `models`, `pet`, `Owner`.
fn way(document: &Document<'_>, node: Node<'_>) -> Vec<String> {
    let path = document.path(node.file());
    let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let mut way: Vec<String> = path.split('/').map(str::to_owned).collect();
    let pointer = node.pointer();
    let keys = pointer
        .tokens()
        .filter(|key| !CONTAINERS.contains(&key.as_ref()));
    way.extend(keys.map(std::borrow::Cow::into_owned));
    way
}

/// Keys that say what kind of thing follows, and so distinguish nothing.
const CONTAINERS: [&str; 9] = [
    "components",
    "schemas",
    "definitions",
    "$defs",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "properties",
];

/// Keys that name no schema.
const GENERIC: [&str; 9] = [
    "items",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "schema",
    "content",
    "application/json",
];
