//! Validation: what schemas demand, as static tables.
//!
//! Takes the demands of the API, returns files of statics, one for each file of models, and what
//! operations and models refer to. A set that nothing but one other applies stands in that one's
//! table; all others have statics of their own, which lead to each other. What the engine of patterns
//! cannot express is left out and told, with what would be wrong without it.

mod ecma;
mod names;
mod operation;
mod table;
mod weaken;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use operation::{Answer, OperationFile, OperationTables};
pub(crate) use table::{Argument, Rule, Table};

use self::names::Names;
use self::weaken::{Weak, weaken};
use super::models::{Model, ModelFile, Types};
use super::names::Ident;
use super::operations;
use crate::api::{Api, Demand, Entry, RulesId, TypeId};

/// All that is checked.
#[derive(Debug)]
pub(crate) struct Rules {
    /// The root first.
    pub(crate) files: Vec<RuleFile>,
    pub(crate) operations: Vec<OperationFile>,
    /// Whether the features of the crate can leave out what uses a table.
    pub(crate) has_features: bool,
}

/// The tables of one file below `rules`, or of the root of that folder.
#[derive(Debug)]
pub(crate) struct RuleFile {
    /// None for the root.
    pub(crate) module: Option<Ident>,
    pub(crate) statics: Vec<Static>,
    pub(crate) models: Vec<Checked>,
    /// The features of the crate that have the models, any of them.
    pub(crate) features: Vec<String>,
}

/// One table.
#[derive(Debug)]
pub(crate) struct Static {
    pub(crate) name: Ident,
    pub(crate) rules: Vec<Rule>,
}

/// A model that can be checked.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) model: Ident,
    pub(crate) table: Table,
}

/// Where a static stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StaticPath {
    /// None in the root of the folder.
    pub(crate) module: Option<Ident>,
    pub(crate) name: Ident,
}

/// All tables of an API.
#[derive(Debug)]
struct Tables<'a> {
    api: &'a Api,
    weak: Weak,
    /// The sets that have statics of their own.
    paths: BTreeMap<RulesId, StaticPath>,
}

/// Tables within tables are at most so deep; then they get statics of their own.
const MAX_NESTING: usize = 6;

/// What so few operations share stands in each of them: a parameter of a path is for all its methods.
const MOST_REPEATS: usize = 16;

/// Decides on all tables, and tells operations where theirs are. Returns what cannot be checked, too.
pub(super) fn plan_rules(
    types: &Types<'_>,
    models: &[ModelFile],
    operations: &mut [operations::OperationFile],
) -> (Rules, Vec<Entry>) {
    let api = types.api();
    let (weak, account) = weaken(api);
    let checked = checked(types, models);
    let own = own_statics(api, &checked, &weak);
    let paths = Names::new(types).name_all(&own);
    let tables = Tables { api, weak, paths };
    let rules = Rules {
        files: tables.files(models, &checked),
        has_features: operations.iter().any(|file| file.feature.is_some()),
        operations: operation::plan_tables(&tables, operations),
    };
    (rules, account)
}

/// The models that can be checked, with their types, by name. Other names for types cannot.
fn checked(types: &Types<'_>, models: &[ModelFile]) -> BTreeMap<Ident, TypeId> {
    let items = models.iter().flat_map(|file| &file.items);
    let items = items.filter(|item| !matches!(item, Model::Alias(_)));
    let names: BTreeSet<&Ident> = items.map(Model::name).collect();
    let ids = types.by_file().into_values().flatten();
    ids.filter_map(|id| {
        let name = types.item(id).filter(|name| names.contains(name))?;
        types.api()[id].rules?;
        Some((name.clone(), id))
    })
    .collect()
}

impl Tables<'_> {
    /// The files, the root first, in the order of the models.
    fn files(&self, models: &[ModelFile], checked: &BTreeMap<Ident, TypeId>) -> Vec<RuleFile> {
        let mut statics: BTreeMap<Option<&Ident>, Vec<Static>> = BTreeMap::new();
        for (id, path) in &self.paths {
            let all = statics.entry(path.module.as_ref()).or_default();
            all.push(Static {
                name: path.name.clone(),
                rules: self.rules(*id),
            });
        }
        let root = RuleFile {
            module: None,
            statics: statics.remove(&None).unwrap_or_default(),
            models: Vec::new(),
            features: Vec::new(),
        };
        let others = models.iter().filter_map(|file| {
            let items = file.items.iter().map(Model::name);
            let models: Vec<Checked> = items
                .filter_map(|name| {
                    let rules = self.api[*checked.get(name)?].rules?;
                    Some(Checked {
                        model: name.clone(),
                        table: self.table(rules),
                    })
                })
                .collect();
            let statics = statics.remove(&Some(&file.module)).unwrap_or_default();
            (!statics.is_empty() || !models.is_empty()).then(|| RuleFile {
                module: Some(file.module.clone()),
                statics,
                models,
                features: file.features.clone(),
            })
        });
        std::iter::once(root).chain(others).collect()
    }

    /// Returns the table of a set as another one names it.
    fn table(&self, id: RulesId) -> Table {
        let id = self.weak.end(self.api, id);
        if let Some(word) = table::word(self.demands(id)) {
            return Table::Known(word);
        }
        match self.paths.get(&id) {
            Some(path) => Table::Static(path.clone()),
            None => Table::Inline(self.rules(id)),
        }
    }

    /// Recursion is bounded: what is nested too deeply has a static.
    fn rules(&self, id: RulesId) -> Vec<Rule> {
        let demands = self.demands(id).iter();
        demands.map(|demand| table::rule(self, demand)).collect()
    }

    fn demands(&self, id: RulesId) -> &[Demand] {
        self.weak.demands(self.api, id)
    }
}

/// Chooses the sets that have statics of their own: those of models, those that several others apply
/// or refer to, and those that are nested too deeply. What nothing leads to has none.
fn own_statics(api: &Api, checked: &BTreeMap<Ident, TypeId>, weak: &Weak) -> BTreeSet<RulesId> {
    let rules = checked.values().filter_map(|id| api[*id].rules);
    let mut own: BTreeSet<RulesId> = rules.map(|id| weak.end(api, id)).collect();
    let mut open: Vec<(RulesId, usize)> = own.iter().map(|id| (*id, 0)).collect();
    let roots = operation::roots(api);
    open.extend(roots.keys().map(|id| (weak.end(api, *id), 1)));
    let shared = shared(api, &roots);
    let mut seen = BTreeSet::new();
    while let Some((id, depth)) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let is_own = shared[id.index()] || depth >= MAX_NESTING || own.contains(&id);
        let depth = if is_own { 0 } else { depth };
        if is_own {
            own.insert(id);
        }
        let below = weak.demands(api, id).iter().flat_map(Demand::applied);
        open.extend(below.map(|below| (weak.end(api, below), depth + 1)));
    }
    own.retain(|id| table::word(weak.demands(api, *id)).is_none());
    own
}

/// For each set whether several others apply it or one refers to it, or whether operations do and it
/// stands in none of them.
fn shared(api: &Api, roots: &BTreeMap<RulesId, usize>) -> Vec<bool> {
    let mut uses = vec![0_usize; api.rules.len()];
    let mut shared: Vec<bool> = api.rules.iter().map(|set| set.is_shared).collect();
    for (id, count) in roots {
        uses[id.index()] += 1;
        let home = &api.rules[id.index()].origin.pointer;
        let home = home.tokens().next();
        shared[id.index()] |= home.as_deref() != Some("paths") || *count > MOST_REPEATS;
    }
    for demand in api.rules.iter().flat_map(|set| &set.rules) {
        for id in demand.applied() {
            uses[id.index()] += 1;
            shared[id.index()] |= matches!(demand, Demand::Ref(_));
        }
    }
    for (shared, uses) in shared.iter_mut().zip(uses) {
        *shared |= uses > 1;
    }
    shared
}
