//! Filters: which operations to generate, or which not.

use serde::Deserialize;

/// What `include` or `exclude` names. An empty list says nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Selection {
    /// Names of tags, as in `pet`.
    #[serde(default)]
    pub(crate) tags: Vec<String>,
    /// Ids of operations, as in `getPetById`.
    #[serde(default)]
    pub(crate) operations: Vec<String>,
    /// Paths, in which `*` stands for any text, as in `/pets/*`.
    #[serde(default)]
    pub(crate) paths: Vec<String>,
    /// HTTP methods in any capitals, as in `get`.
    #[serde(default)]
    pub(crate) methods: Vec<String>,
}

impl Selection {
    /// Returns whether nothing is named.
    pub(crate) fn is_empty(&self) -> bool {
        let Self {
            tags,
            operations,
            paths,
            methods,
        } = self;
        [tags, operations, paths, methods]
            .iter()
            .all(|list| list.is_empty())
    }
}
