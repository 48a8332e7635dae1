//! Where references lead by the library.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::sync::LazyLock;

use referencing::{Draft, Registry, Resolver, Retrieve, Uri, meta};
use serde_json::Value;

use super::{Case, Found, Targets};

/// The schemas of JSON Schema 2020-12 itself.
pub(super) static META_SCHEMAS: LazyLock<[&Value; 8]> = LazyLock::new(|| {
    [
        &meta::DRAFT202012,
        &meta::DRAFT202012_CORE,
        &meta::DRAFT202012_APPLICATOR,
        &meta::DRAFT202012_UNEVALUATED,
        &meta::DRAFT202012_VALIDATION,
        &meta::DRAFT202012_META_DATA,
        &meta::DRAFT202012_FORMAT_ANNOTATION,
        &meta::DRAFT202012_CONTENT,
    ]
    .map(|schema| &***schema)
});

/// Keywords with a schema, a list of schemas, or a map of them that say what values look like.
const APPLICATORS: [&str; 8] = [
    "items",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "prefixItems",
    "properties",
    "patternProperties",
];

/// Gives an empty schema for whatever is not there: the library takes nothing less for an answer.
struct Absent;

impl Retrieve for Absent {
    fn retrieve(&self, _: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        Ok(Value::Object(serde_json::Map::new()))
    }
}

pub(super) fn targets(case: &Case) -> Found {
    let mut registry = Registry::new().draft(Draft::Draft202012).retriever(Absent);
    let mut places = Places::default();
    for (name, (address, schema)) in &case.schemas {
        let pointer = format!("#/components/schemas/{}", escaped(name));
        places.add(schema, pointer);
        registry = registry.add(address, schema).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let mut found = Found::default();
    for (address, schema) in case.schemas.values() {
        let resolver = registry.resolver(referencing::uri::from_str(address).unwrap());
        plain(&places, &resolver, schema, &mut found.plain);
    }
    let (address, schema) = &case.schemas["Case"];
    let resolver = registry.resolver(referencing::uri::from_str(address).unwrap());
    dynamic(&places, resolver, schema, &mut found.dynamic);
    found
}

/// The pointers of all values, by where they are in memory.
#[derive(Default)]
struct Places(BTreeMap<*const Value, String>);

impl Places {
    fn add(&mut self, value: &Value, pointer: String) {
        for (step, child) in children(value) {
            self.add(child, format!("{pointer}/{}", escaped(&step)));
        }
        self.0.insert(std::ptr::from_ref(value), pointer);
    }

    fn of(&self, value: &Value) -> Option<String> {
        self.0.get(&std::ptr::from_ref(value)).cloned()
    }

    /// Returns where a reference stands and where it leads, if to anything that is there.
    fn targets(&self, from: &Value, to: Option<&Value>) -> (String, Option<String>) {
        let from = self.of(from).unwrap();
        (from, to.and_then(|to| self.of(to)))
    }
}

fn children(value: &Value) -> Vec<(String, &Value)> {
    match value {
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| (index.to_string(), item))
                .collect()
        }
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        _ => Vec::new(),
    }
}

fn escaped(token: &str) -> String {
    token
        .replace('~', "~0")
        .replace('/', "~1")
        .replace('%', "%25")
}

/// Goes to all schemas in a schema, whatever the keyword they stand under.
fn plain<'r>(places: &Places, resolver: &Resolver<'r>, schema: &'r Value, found: &mut Targets) {
    let resolver = inside(resolver, schema);
    if let Some(reference @ Value::String(text)) = schema.get("$ref") {
        let target = resolver.lookup(text).ok();
        found.insert(places.targets(
            reference,
            target.as_ref().map(referencing::Resolved::contents),
        ));
    }
    for child in Draft::Draft202012.subresources_of(schema) {
        plain(places, &resolver, child, found);
    }
}

fn inside<'r>(resolver: &Resolver<'r>, schema: &Value) -> Resolver<'r> {
    let resource = Draft::Draft202012.create_resource_ref(schema);
    resolver.in_subresource(resource).unwrap()
}

/// Goes to whatever a schema leads to, with the schemas on the way there.
fn dynamic<'r>(places: &Places, resolver: Resolver<'r>, schema: &'r Value, found: &mut Targets) {
    let mut left = vec![(resolver, schema)];
    let mut met = BTreeSet::new();
    while let Some((resolver, schema)) = left.pop() {
        let resolver = inside(&resolver, schema);
        if !met.insert((std::ptr::from_ref(schema), scope(&resolver))) {
            continue;
        }
        for keyword in ["$ref", "$dynamicRef"] {
            let Some(reference @ Value::String(text)) = schema.get(keyword) else {
                continue;
            };
            let end = resolver.lookup(text).ok();
            let target = end.as_ref().map(referencing::Resolved::contents);
            if keyword == "$dynamicRef" {
                found.insert(places.targets(reference, target));
            }
            left.extend(end.map(|it| (it.resolver().clone(), it.contents())));
        }
        for keyword in APPLICATORS {
            let below = schema.get(keyword).map(|value| below(keyword, value));
            let below = below.into_iter().flatten();
            left.extend(below.map(|schema| (resolver.clone(), schema)));
        }
    }
}

/// Returns the schemas under a keyword.
fn below<'r>(keyword: &str, value: &'r Value) -> Vec<&'r Value> {
    let is_map = ["properties", "patternProperties"].contains(&keyword);
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(entries) if is_map => entries.values().collect(),
        other => vec![other],
    }
}

/// Returns the schemas on the way, from the outermost on, each once: only the first of them counts.
fn scope(resolver: &Resolver<'_>) -> Vec<String> {
    let scopes = resolver.dynamic_scope();
    let mut scope: Vec<String> = scopes.iter().map(|uri| uri.as_str().to_owned()).collect();
    scope.reverse();
    scope.push(resolver.base_uri().as_str().to_owned());
    let mut seen = BTreeSet::new();
    scope.retain(|uri| seen.insert(uri.clone()));
    scope
}
