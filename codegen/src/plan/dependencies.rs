//! Crates that the configuration adds: whether anything is from each of them.

use std::collections::BTreeSet;

use super::renames::{Fault, Problem, fault};
use super::replacements::Replacements;
use crate::config::{Config, Holder, RustPath, Trait};

/// Returns the dependencies that no type of the user's is from.
pub(super) fn faults(replaced: &Replacements, config: &Config) -> Vec<Fault> {
    let held = config.formats.values().filter_map(|holder| match holder {
        Holder::Own(path) => Some(path),
        _ => None,
    });
    let of_schemas = config.derive.schemas.values().flatten();
    let derived = config.derive.all.iter().chain(of_schemas);
    let derived = derived.map(|Trait(path)| path);
    let wanted = config.replace.schemas.values();
    let paths = replaced.paths().chain(wanted).chain(held).chain(derived);
    let used: BTreeSet<&str> = paths.filter_map(first).collect();
    let dependencies = config.package.dependencies.keys();
    let unused = dependencies.filter(|name| !used.contains(name.in_code().as_str()));
    let faults = unused.map(|name| {
        let path = ["crate", "dependencies", name.as_str()];
        fault(&path, Problem::Unmatched("type or trait from"))
    });
    faults.collect()
}

fn first(path: &RustPath) -> Option<&str> {
    path.names.first().map(String::as_str)
}
