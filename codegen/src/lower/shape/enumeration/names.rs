//! Names and descriptions of values, by the extensions that generators of clients agree on.

use std::collections::BTreeMap;

use super::Listed;
use crate::document::Schema;
use crate::load::Node;

/// What the extensions of one schema say.
pub(super) struct Names<'a> {
    names: Said<'a>,
    docs: Said<'a>,
}

/// What is said of values.
enum Said<'a> {
    /// By position.
    List(Vec<Option<&'a str>>),
    /// By value.
    Map(BTreeMap<&'a str, &'a str>),
}

impl<'a> Names<'a> {
    pub(super) fn new(schema: &Schema<'a>) -> Self {
        let rare = schema.rare();
        Self {
            names: Said::new(rare.value_names, "name"),
            docs: Said::new(rare.value_docs, "description"),
        }
    }

    /// Returns a value with its name and description.
    pub(super) fn listed(&mut self, index: usize, node: Node<'a>) -> Listed<'a> {
        let value = node.text().unwrap_or_default();
        Listed {
            node,
            name: self.names.get(index, value),
            description: self.docs.get(index, value),
        }
    }
}

impl<'a> Said<'a> {
    /// Reads a list of texts, an object from values to texts, or a list of objects under `values`
    /// (`x-ms-enum`), which has the texts under `key`.
    fn new(node: Option<Node<'a>>, key: &str) -> Self {
        let Some(node) = node else {
            return Self::List(Vec::new());
        };
        if let Some(list) = node.as_array() {
            return Self::List(list.map(Node::as_str).collect());
        }
        if let Some(list) = node.get("values").and_then(Node::as_array) {
            let pair =
                |item: Node<'a>| Some((item.get("value")?.text()?, item.get(key)?.as_str()?));
            return Self::Map(list.filter_map(pair).collect());
        }
        let entries = node.as_object().into_iter().flatten();
        Self::Map(
            entries
                .filter_map(|entry| Some((entry.key, entry.value.as_str()?)))
                .collect(),
        )
    }

    fn get(&self, index: usize, value: &str) -> Option<&'a str> {
        match self {
            Self::List(list) => list.get(index).copied().flatten(),
            Self::Map(map) => map.get(value).copied(),
        }
    }
}
