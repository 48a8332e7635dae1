//! Properties that must be there, and which way: read-only ones in answers, write-only ones in
//! requests.

use std::collections::BTreeMap;

use crate::api::{Demand, Required};
use crate::document::{Schema, SchemaId};
use crate::load::Node;
use crate::lower::cx::Cx;

/// So many schemas are looked at for a property that is required here and described elsewhere.
const MOST_MEMBERS: usize = 64;

/// Adds what a schema requires.
pub(super) fn required(
    cx: &mut Cx<'_, '_>,
    schema: &Schema<'_>,
    id: SchemaId,
    rules: &mut Vec<Demand>,
) {
    let mut names: BTreeMap<u8, (Required, Vec<String>)> = BTreeMap::new();
    for name in &schema.required {
        let way = way(cx, id, name.text);
        let (_, all) = names.entry(way as u8).or_insert((way, Vec::new()));
        if !all.iter().any(|known| known == name.text) {
            all.push(name.text.to_owned());
        }
    }
    rules.extend(
        names
            .into_values()
            .map(|(way, all)| Demand::Required(way, all)),
    );
    let mut conditions = schema.rare().conditions.iter();
    let dependent = conditions.find(|(key, _)| *key == "dependentRequired");
    let dependent = dependent.and_then(|(_, node)| node.as_object());
    if let Some(entries) = dependent {
        let entries = entries.map(|entry| (entry.key.to_owned(), texts(entry.value)));
        rules.push(Demand::DependentRequired(entries.collect()));
    }
}

fn texts(list: Node<'_>) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items
        .filter_map(|item| Some(item.as_str()?.to_owned()))
        .collect()
}

/// Returns which way a property is required: as it says itself, where the schema, or one that it adds
/// up, describes it.
fn way(cx: &Cx<'_, '_>, id: SchemaId, name: &str) -> Required {
    let mut open = vec![id];
    let mut looked = 0;
    while let Some(id) = open.pop().filter(|_| looked < MOST_MEMBERS) {
        looked += 1;
        let schema = &cx.document[id];
        if let Some(property) = schema.properties.iter().find(|it| it.name.text == name) {
            let flags = |id: SchemaId| (cx.document[id].read_only, cx.document[id].write_only);
            let all: Vec<_> = cx.links.way(property.schema).map(flags).collect();
            let is_any = |pick: fn(&(bool, bool)) -> bool| all.iter().any(pick);
            return match (is_any(|flags| flags.0), is_any(|flags| flags.1)) {
                (true, false) => Required::InAnswers,
                (false, true) => Required::InRequests,
                (false, false) | (true, true) => Required::Always,
            };
        }
        open.extend(schema.all_of().iter().chain(&schema.reference).copied());
    }
    Required::Always
}
