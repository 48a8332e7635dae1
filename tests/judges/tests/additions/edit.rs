//! Additions to a description at random: a schema, a property, an operation.
//!
//! Takes a description as a tree; an addition never touches what is there. Names are new, or names that
//! are there with another spelling, or names that inline types may have.

use serde_json::{Map, Value, json};

/// Numbers that are the same in each run (xorshift).
pub(crate) struct Random(u64);

/// A description with one thing more, and what is called by names of its own.
pub(crate) struct Edit {
    pub(crate) document: Value,
    /// What was added, for people.
    pub(crate) what: String,
    /// The names that the additions have.
    pub(crate) names: Vec<String>,
}

const WORDS: [&str; 12] = [
    "zebra",
    "Quill",
    "amber_lamp",
    "x-ray",
    "item",
    "value",
    "Response",
    "body",
    "status",
    "Base",
    "member 2",
    "kind",
];
const TAILS: [&str; 8] = [
    "Item", "Value", "Status", "Base", "_type", "Kind", "Response", "2",
];

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        random.below(2);
        random
    }

    /// Returns a number below a bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let bound = u64::try_from(bound.max(1)).expect("small");
        usize::try_from((self.0 >> 11) % bound).expect("it is below the bound")
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let at = self.below(all.len());
        all.get(at)
    }
}

/// Adds something to a description.
pub(crate) fn edit(document: &Value, random: &mut Random) -> Edit {
    let mut document = document.clone();
    let (what, names) = match random.below(3) {
        0 => add_schema(&mut document, random),
        1 => add_property(&mut document, random),
        _ => add_operation(&mut document, random),
    };
    Edit {
        document,
        what,
        names,
    }
}

fn schemas(document: &mut Value) -> &mut Map<String, Value> {
    let components = document.as_object_mut().expect("an object");
    let components = components.entry("components").or_insert_with(|| json!({}));
    let components = components.as_object_mut().expect("an object");
    let schemas = components.entry("schemas").or_insert_with(|| json!({}));
    schemas.as_object_mut().expect("an object")
}

/// Returns a name that no key has: a new one, another spelling of one, or one with a tail.
fn new_name(random: &mut Random, taken: &[String]) -> String {
    let known = random.of(taken).cloned().unwrap_or_default();
    let mut name = match random.below(6) {
        0 => known.to_uppercase(),
        1 => known.to_lowercase(),
        2 | 3 => known + random.of(&TAILS).copied().unwrap_or_default(),
        _ => random.of(&WORDS).copied().unwrap_or_default().to_owned(),
    };
    while taken.contains(&name) || name.is_empty() {
        name.push_str("_z");
    }
    name
}

fn names(map: &Map<String, Value>) -> Vec<String> {
    map.keys().cloned().collect()
}

fn reference(name: &str) -> Value {
    let name = name.replace('~', "~0").replace('/', "~1");
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn new_schema(random: &mut Random, known: &[(String, bool)]) -> Value {
    let all: Vec<&String> = known.iter().map(|(name, _)| name).collect();
    let plain = known.iter().filter(|(_, is_plain)| *is_plain);
    let plain: Vec<&String> = plain.map(|(name, _)| name).collect();
    let mut any = || match all.get(random.below(all.len())) {
        Some(name) => reference(name),
        None => json!({"type": "string"}),
    };
    let (first, second) = (any(), any());
    match random.below(7) {
        0 => json!({"type": "string", "enum": ["a", "B", "status"]}),
        1 => json!({"type": "object", "required": ["zebra"], "properties": {
            "zebra": first, "list": {"type": "array", "items": {"type": "object", "properties": {"item": second}}}}}),
        2 => {
            json!({"oneOf": [first, {"type": "string"}, {"type": "object", "properties": {"kind": second}}]})
        }
        3 => json!({"type": "array", "items": first, "maxItems": 3}),
        4 => json!({"type": "object", "additionalProperties": first}),
        5 => json!({"type": "number", "format": "double"}),
        _ => match plain.get(random.below(plain.len())) {
            Some(base) => {
                json!({"allOf": [reference(base), {"maxItems": 9, "properties": {"zebra": first}}]})
            }
            None => json!({"type": "object", "properties": {"zebra": second}}),
        },
    }
}

/// Returns all schemas, and whether extending them makes no union of them.
fn known(document: &mut Value) -> Vec<(String, bool)> {
    let schemas = schemas(document).iter();
    let known = schemas.map(|(name, schema)| (name.clone(), schema.get("discriminator").is_none()));
    known.collect()
}

fn add_schema(document: &mut Value, random: &mut Random) -> (String, Vec<String>) {
    let known = known(document);
    let schema = new_schema(random, &known);
    let schemas = schemas(document);
    let name = new_name(random, &names(schemas));
    let what = format!("the schema `{name}`: {schema}");
    schemas.insert(name.clone(), schema);
    (what, vec![name])
}

fn add_property(document: &mut Value, random: &mut Random) -> (String, Vec<String>) {
    let known = known(document);
    let schema = new_schema(random, &known);
    let mut objects: Vec<(&String, &mut Value)> = schemas(document)
        .iter_mut()
        .filter(|(_, schema)| schema["properties"].is_object())
        .collect();
    let at = random.below(objects.len());
    let Some((owner, object)) = objects.get_mut(at) else {
        return add_schema(document, random);
    };
    let properties = object["properties"].as_object_mut().expect("an object");
    let name = new_name(random, &names(properties));
    properties.insert(name.clone(), schema.clone());
    let is_required = random.below(3) == 0;
    if let Some(required) = object["required"].as_array_mut().filter(|_| is_required) {
        let place = random.below(required.len());
        required.insert(place, json!(name));
    }
    let what = format!("the property `{name}` of `{owner}`: {schema}");
    let inline = format!("{owner}{name}");
    (what, vec![name, inline])
}

fn add_operation(document: &mut Value, random: &mut Random) -> (String, Vec<String>) {
    let known = known(document);
    let body = new_schema(random, &known);
    let answer = new_schema(random, &known);
    let paths = document["paths"].as_object_mut().expect("there are paths");
    let tags = paths.values().filter_map(|item| item.as_object());
    let tags = tags.flat_map(|item| item.values().filter_map(|it| it["tags"][0].as_str()));
    let tags: Vec<String> = tags.map(str::to_owned).collect();
    let all = names(paths);
    let path = match random.below(2) {
        0 => random.of(&all).cloned().unwrap_or_default(),
        _ => new_name(random, &all),
    };
    let path = format!("/{}", path.trim_start_matches('/').replace(' ', "-"));
    let item = paths.entry(path.clone()).or_insert_with(|| json!({}));
    let item = item.as_object_mut().expect("an object");
    let method = ["get", "post", "patch", "trace"]
        .into_iter()
        .find(|it| !item.contains_key(*it));
    let method = method.unwrap_or("head");
    let parameters = path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let own = item.get("parameters").is_some();
    let parameters = parameters
        .filter(|_| !own)
        .map(|(name, _)| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}));
    let mut operation = json!({
        "parameters": parameters.collect::<Vec<_>>(),
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"200": {"description": "x", "content": {"application/json": {"schema": answer}}}},
    });
    if let Some(tag) = random.of(&tags) {
        operation["tags"] = json!([tag]);
    }
    let id = new_name(random, &tags);
    let mut names = vec![format!("{method}{path}")];
    if random.below(2) == 0 {
        operation["operationId"] = json!(id);
        names.push(id);
    }
    let what = format!("{method} {path}: {operation}");
    item.entry(method).or_insert(operation);
    (what, names)
}
