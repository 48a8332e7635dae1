//! Names that items get instead of those that the description leads to.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The key `rename` of `engross.yaml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Rename {
    /// By the name of a component, or by the JSON pointer of any schema that becomes a type, as in
    /// `Money: Amount`.
    #[serde(default)]
    pub(crate) schemas: BTreeMap<String, String>,
    /// By schema as above, then by property, as in `Pet: {petType: kind}`.
    #[serde(default)]
    pub(crate) properties: BTreeMap<String, BTreeMap<String, String>>,
    /// By schema as above, then by value of an enumeration or member of a union, as in
    /// `PetStatus: {available: OnSale}`.
    #[serde(default)]
    pub(crate) variants: BTreeMap<String, BTreeMap<String, String>>,
    /// By the id of an operation, as in `listPets: list_all_pets`.
    #[serde(default)]
    pub(crate) operations: BTreeMap<String, String>,
}
