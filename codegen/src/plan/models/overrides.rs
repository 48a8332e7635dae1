//! What of the configuration concerns the items of types: whether each entry has its effect.
//!
//! Takes the types with their names; returns what matches nothing or cannot be had.

use super::{Types, enums, unions};
use crate::api::{Kind, TypeId};
use crate::config::Config;
use crate::plan::names::Ident;
use crate::plan::renames::{Fault, Problem, fault, find, not_had};

/// Returns what is wrong with `rename.variants` and `derive.schemas`.
pub(crate) fn faults(types: &Types<'_>, config: &Config) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (key, names) in &config.rename.variants {
        // That there is no such schema was said.
        let Some(id) = find(types.api(), key) else {
            continue;
        };
        let variants = variants(types, id);
        for (value, wanted) in names {
            let path = ["rename", "variants", key, value];
            let found = variants
                .iter()
                .find(|(keys, _)| keys.contains(&value.as_str()));
            match found {
                Some((_, name)) => faults.extend(not_had(&path, wanted, name)),
                None => faults.push(fault(&path, Problem::Unmatched("variant"))),
            }
        }
    }
    for key in config.derive.schemas.keys() {
        let path = ["derive", "schemas", key];
        let problem = match find(types.api(), key) {
            None => Problem::Unmatched("schema"),
            Some(id) if !derives(types, id) => Problem::Unmatched("struct or enum"),
            Some(_) => continue,
        };
        faults.push(fault(&path, problem));
    }
    faults
}

/// Returns the variants of an enum, each with the names that the configuration may call it.
fn variants<'a>(types: &Types<'a>, id: TypeId) -> Vec<(Vec<&'a str>, Ident)> {
    if types.item(id).is_none() {
        return Vec::new();
    }
    let api = types.api();
    match &api[id].kind {
        Kind::Enum(values) if values.has_names() => {
            let values = enums::named_values(types.renames(), id, values).into_iter();
            values.map(|(text, name)| (vec![text], name)).collect()
        }
        Kind::Union(union) => unions::named_members(types, id, union),
        _ => Vec::new(),
    }
}

/// Whether the type becomes an item that can derive something.
fn derives(types: &Types<'_>, id: TypeId) -> bool {
    types.item(id).is_some() && !types.is_alias(id)
}
