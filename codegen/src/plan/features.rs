//! Cargo features by group, which is by tag or by path, so that who calls a few operations compiles what these need.
//!
//! Takes the planned files of a crate, marks each with the features that need it and returns the
//! features for the manifest. Small APIs, and those of one group, get none: every condition is a line
//! to read, and there is little to save.

use std::collections::{BTreeMap, BTreeSet};

use super::models::ModelFile;
use super::names::Ident;
use super::operations::{HeaderFile, OperationFile};

/// APIs with fewer operations are checked in a second or two as a whole.
const FEWEST_OPERATIONS: usize = 100;

/// What more groups need than this is always there: conditions stay short, and adding one does not
/// touch what everybody uses.
const MOST_CONDITIONS: usize = 8;

/// The feature of models that no operation needs, such as those of webhooks.
const OTHERS: &str = "other-models";

/// Names that the manifest gives to other features.
const TAKEN: &[&str] = &["default", "full", OTHERS, "reqwest", "serde", "ureq"];

/// Sets the features of all files and returns those of the crate, in the order of its groups.
pub(super) fn plan_features(
    models: &mut [ModelFile],
    operations: &mut [OperationFile],
    headers: Option<&HeaderFile>,
) -> Vec<String> {
    let count: usize = operations.iter().map(|file| file.operations.len()).sum();
    if operations.len() < 2 || count < FEWEST_OPERATIONS {
        return Vec::new();
    }
    let mut all = name_features(operations);
    let mut needed = vec![BTreeSet::new(); models.len()];
    let graph = Graph::new(models);
    for (index, file) in operations.iter().enumerate() {
        for model in graph.reach(file.imports.all_models()) {
            needed[model].insert(index);
        }
    }
    let others: Vec<Ident> = models
        .iter()
        .zip(&needed)
        .filter(|(_, tags)| tags.is_empty())
        .flat_map(|(file, _)| file.items.iter().map(|item| item.name().clone()))
        .collect();
    for model in graph.reach(others.iter()) {
        needed[model].insert(all.len());
    }
    if !others.is_empty() {
        all.push(OTHERS.to_owned());
    }
    for (file, feature) in operations.iter_mut().zip(&all) {
        file.feature = Some(feature.clone());
    }
    // The constants of headers that all operations share are always there.
    let in_headers = headers
        .into_iter()
        .flat_map(|file| file.imports.all_models());
    let always = graph.reach(in_headers);
    for (index, (file, tags)) in models.iter_mut().zip(needed).enumerate() {
        if tags.len() <= MOST_CONDITIONS && !always.contains(&index) {
            file.features = tags.into_iter().map(|tag| all[tag].clone()).collect();
        }
    }
    all
}

/// Modules have names of their own already; as features they are spelled with hyphens.
fn name_features(operations: &[OperationFile]) -> Vec<String> {
    let name = |file: &OperationFile| file.module.as_str().replace('_', "-");
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    taken.extend(operations.iter().map(name));
    let free = |file: &OperationFile| {
        let name = name(file);
        let mut free = name.clone();
        while TAKEN.contains(&name.as_str()) && taken.contains(&free) {
            free.insert_str(0, "group-");
        }
        free
    };
    operations.iter().map(free).collect()
}

/// Which file of models names which others.
struct Graph {
    file_of: BTreeMap<Ident, usize>,
    next: Vec<Vec<usize>>,
}

impl Graph {
    fn new(models: &[ModelFile]) -> Self {
        let mut file_of = BTreeMap::new();
        for (index, file) in models.iter().enumerate() {
            for item in &file.items {
                file_of.insert(item.name().clone(), index);
            }
        }
        let neighbours = |file: &ModelFile| {
            let names = file.imports.all_models();
            names
                .filter_map(|name| file_of.get(name).copied())
                .collect()
        };
        let next = models.iter().map(neighbours).collect();
        Self { file_of, next }
    }

    /// The files that these models stand in, and all that those need.
    fn reach<'a>(&self, models: impl Iterator<Item = &'a Ident>) -> BTreeSet<usize> {
        let mut todo: Vec<usize> = models
            .filter_map(|name| self.file_of.get(name).copied())
            .collect();
        let mut reached = BTreeSet::new();
        while let Some(file) = todo.pop() {
            if reached.insert(file) {
                todo.extend(&self.next[file]);
            }
        }
        reached
    }
}
