//! What schemas demand of values, for clients that check it.
//!
//! Takes schemas one by one, keyword by keyword; nothing is added up, and a reference stays one. What
//! is no value of its keyword is left out, which reading has said.

mod required;
mod scalar;

use std::collections::VecDeque;

use super::cx::Cx;
use crate::api::{Demand, RuleSet, RulesId, TypeId};
use crate::document::{Additional, Schema, SchemaId, origin};
use scalar::{array_bounds, object_bounds, scalars};

/// Which schemas have demands already.
#[derive(Debug, Default)]
pub(super) struct Rules {
    ids: Vec<Option<RulesId>>,
    queue: VecDeque<(SchemaId, RulesId)>,
    /// Where the set of a schema that is in the queue gets its place.
    sets: Vec<Option<RuleSet>>,
}

/// Returns what a schema demands; nothing where nobody checks it.
pub(super) fn of(cx: &mut Cx<'_, '_>, schema: SchemaId) -> Option<RulesId> {
    cx.validates.then(|| shared(cx, schema))
}

/// Lowers the demands of all types, and all that these and operations lead to.
pub(super) fn lower_rules(cx: &mut Cx<'_, '_>) {
    if !cx.validates {
        return;
    }
    let document = cx.document;
    let mut typed: Vec<(TypeId, SchemaId)> = Vec::new();
    let mut has_rules = std::collections::BTreeSet::new();
    for (id, _) in document.schemas() {
        if let Some(ty) = cx.types.get(id.index()).copied().flatten()
            && has_rules.insert(ty)
        {
            typed.push((ty, id));
        }
    }
    for (ty, id) in typed {
        let rules = shared(cx, id);
        cx.api[ty].rules = Some(rules);
    }
    // What is said of the whole says what a part of it must be.
    for (part, whole) in std::mem::take(&mut cx.parts_of) {
        cx.api[part].rules = cx.api[whole].rules;
    }
    while let Some((schema, id)) = cx.rules.queue.pop_front() {
        let set = lower_set(cx, schema);
        cx.rules.sets[id.index()] = Some(set);
    }
    let sets = std::mem::take(&mut cx.rules.sets);
    cx.api.rules = sets.into_iter().flatten().collect();
}

/// Returns the demands of a schema, which are lowered later if they are new.
fn shared(cx: &mut Cx<'_, '_>, schema: SchemaId) -> RulesId {
    let Rules { ids, queue, sets } = &mut cx.rules;
    if ids.len() <= schema.index() {
        ids.resize(schema.index() + 1, None);
    }
    *ids[schema.index()].get_or_insert_with(|| {
        let id = RulesId::new(sets.len());
        sets.push(None);
        queue.push_back((schema, id));
        id
    })
}

fn lower_set(cx: &mut Cx<'_, '_>, id: SchemaId) -> RuleSet {
    let document = cx.document;
    let schema = &document[id];
    let mut rules = Vec::new();
    if schema.never {
        rules.push(Demand::Never);
    }
    scalars(cx, schema, &mut rules);
    array_bounds(cx, schema, &mut rules);
    objects(cx, schema, id, &mut rules);
    arrays(cx, schema, &mut rules);
    combinations(cx, schema, &mut rules);
    unevaluated(cx, schema, &mut rules);
    RuleSet {
        rules,
        is_shared: schema.referenced,
        origin: origin(schema.node),
    }
}

fn objects(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, id: SchemaId, rules: &mut Vec<Demand>) {
    object_bounds(cx, schema, rules);
    required::required(cx, schema, id, rules);
    if !schema.properties.is_empty() {
        let properties = schema.properties.iter();
        let properties =
            properties.map(|property| (property.name.text.to_owned(), shared(cx, property.schema)));
        rules.push(Demand::Properties(properties.collect()));
    }
    let rare = schema.rare();
    if !rare.patterns.is_empty() {
        let patterns = rare.patterns.iter().map(|pattern| {
            let node = cx.document[pattern.schema].node;
            let regex = pattern.name.text.to_owned();
            let pattern_rules = shared(cx, pattern.schema);
            (scalar::pattern(regex, node), pattern_rules)
        });
        rules.push(Demand::PatternProperties(patterns.collect()));
    }
    if let Some(rest) = additional(cx, schema.additional) {
        rules.push(Demand::AdditionalProperties(rest));
    }
    if let Some(names) = rare.names {
        rules.push(Demand::PropertyNames(shared(cx, names)));
    }
    if !rare.dependents.is_empty() {
        let dependents = rare.dependents.iter();
        let dependents = dependents.map(|it| (it.name.text.to_owned(), shared(cx, it.schema)));
        rules.push(Demand::DependentSchemas(dependents.collect()));
    }
}

/// Returns the demands on what has no name; nothing where the description is silent.
fn additional(cx: &mut Cx<'_, '_>, additional: Additional) -> Option<RulesId> {
    match additional {
        Additional::Silent => None,
        Additional::Allowed => Some(constant(cx, None)),
        Additional::Forbidden => Some(constant(cx, Some(Demand::Never))),
        Additional::Schema(id) => Some(shared(cx, id)),
    }
}

/// Adds a set that no schema stands for: anything, or nothing.
fn constant(cx: &mut Cx<'_, '_>, rule: Option<Demand>) -> RulesId {
    let sets = &mut cx.rules.sets;
    let id = RulesId::new(sets.len());
    sets.push(Some(RuleSet {
        rules: rule.into_iter().collect(),
        is_shared: false,
        origin: origin(cx.document.root()),
    }));
    id
}

fn arrays(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    let rare = schema.rare();
    if !rare.prefix.is_empty() {
        let prefix = rare.prefix.iter().map(|id| shared(cx, *id));
        rules.push(Demand::PrefixItems(prefix.collect()));
    }
    if let Some(items) = schema.items {
        rules.push(Demand::Items(shared(cx, items)));
    }
    if let Some(item) = applied(schema, "contains") {
        let item = shared(cx, item);
        let (min, max) = scalar::contained(schema);
        rules.push(Demand::Contains { item, min, max });
    }
}

fn combinations(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    if let Some(target) = schema.reference {
        rules.push(Demand::Ref(shared(cx, target)));
    }
    let mut all =
        |ids: &[SchemaId]| -> Vec<RulesId> { ids.iter().map(|id| shared(cx, *id)).collect() };
    let combinations = [
        Demand::AllOf(all(schema.all_of())),
        Demand::AnyOf(all(schema.any_of())),
        Demand::OneOf(all(schema.one_of())),
    ];
    let is_said = |demand: &Demand| !demand.applied().is_empty();
    rules.extend(combinations.into_iter().filter(is_said));
    if let Some(id) = applied(schema, "not") {
        rules.push(Demand::Not(shared(cx, id)));
    }
    if let Some(condition) = applied(schema, "if") {
        let condition = shared(cx, condition);
        let [then, otherwise] =
            ["then", "else"].map(|key| applied(schema, key).map(|id| shared(cx, id)));
        rules.push(Demand::If {
            condition,
            then,
            otherwise,
        });
    }
}

fn unevaluated(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, rules: &mut Vec<Demand>) {
    let rare = schema.rare();
    let items = rare.unevaluated_items.unwrap_or(Additional::Silent);
    if let Some(id) = additional(cx, items) {
        rules.push(Demand::UnevaluatedItems(id));
    }
    let properties = rare.unevaluated_properties.unwrap_or(Additional::Silent);
    if let Some(id) = additional(cx, properties) {
        rules.push(Demand::UnevaluatedProperties(id));
    }
}

/// Returns the schema under a keyword of conditions.
fn applied(schema: &Schema<'_>, key: &str) -> Option<SchemaId> {
    let mut all = schema.rare().applied.iter();
    all.find(|(known, _)| *known == key).map(|(_, id)| *id)
}
