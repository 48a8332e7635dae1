//! Adding a schema, a property or an operation renames, moves and reorders nothing else.
//!
//! Takes real descriptions in JSON, and one whose names collide; adds something at random, again and again;
//! compares the public items of every file. Only what wants the same name as something that was added may
//! be called otherwise, with what is named after it.
//!
//! The ordinary run takes small descriptions; `ENGROSS_SLOW=1` takes all, more often. `ENGROSS_DOCUMENT`
//! is a part of the names of those to take.

mod edit;
mod items;

use std::fs;
use std::path::Path;

use engross::Generator;
use engross_judges::{Document, each, is_slow, target, tell};
use engross_tests::Tree;
use serde_json::{Value, json};

use edit::{Edit, Random, edit};
use items::{Items, items, lost};

/// What the ordinary run takes, in bytes.
const LARGEST: u64 = 150_000;

#[test]
fn an_addition_leaves_all_other_names_where_they_are() {
    let chosen = std::env::var("ENGROSS_DOCUMENT").unwrap_or_default();
    let mut documents = vec![("colliding".to_owned(), colliding())];
    for document in Document::corpus() {
        let is_json = document.path.extension().is_some_and(|it| it == "json");
        let size = fs::metadata(&document.path).expect("it was found").len();
        if is_json && (is_slow() || size <= LARGEST) {
            let text = fs::read_to_string(&document.path).expect("it was found");
            let value: Value = serde_json::from_str(&text).expect("it is JSON");
            let is_new = value["openapi"].is_string();
            documents.extend(is_new.then_some((document.name, value)));
        }
    }
    documents.retain(|(name, _)| name.contains(&chosen));
    let wrong = each(&documents, |(name, document)| judge(name, document));
    let wrong = wrong.concat();
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Adds to a description, and returns what changed that should not.
fn judge(name: &str, document: &Value) -> Vec<String> {
    let folder = target().join("judges/additions").join(name);
    fs::create_dir_all(&folder).expect("writable");
    let before = generate(&folder, document).expect("it was generated before");
    let size = before.values().map(Vec::len).sum::<usize>();
    let rounds = match (is_slow(), size) {
        (true, 0..10_000) => 100,
        (true, _) => 12,
        (false, 0..1_000) => 40,
        (false, _) => 10,
    };
    let mut wrong = Vec::new();
    let mut done = 0;
    for seed in 0..rounds {
        let Edit {
            document,
            what,
            names,
        } = edit(document, &mut Random::new(seed));
        // An addition can be a mistake, such as two operations with one identifier.
        let Ok(after) = generate(&folder, &document) else {
            continue;
        };
        done += 1;
        let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let lost = lost(&before, &after);
        let others = lost.iter().filter(|entry| !is_rival(entry, &names));
        let others: Vec<_> = others.take(8).cloned().collect();
        if !others.is_empty() {
            wrong.push(format!(
                "{name}, {seed}: {what:.600}\n    {}",
                others.join("\n    ")
            ));
        }
    }
    tell(&format!(
        "{name}: {size} items, {done} of {rounds} additions"
    ));
    wrong
}

fn generate(folder: &Path, document: &Value) -> Result<Items, String> {
    let path = folder.join("openapi.json");
    fs::write(&path, document.to_string()).expect("writable");
    let generated = Generator::new(&path)
        .generate()
        .map_err(|report| report.to_short_string())?;
    let files = generated.files();
    let files: Tree = files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    Ok(items(&files))
}

/// Whether an item, or what it is named after, wants the name of something that was added.
fn is_rival(entry: &str, names: &[String]) -> bool {
    let (path, item) = entry.split_once(": ").unwrap_or_default();
    let file = path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs");
    let item = item.trim_start_matches("mod ");
    let mut parts = vec![plain(file)];
    parts.extend(
        item.split(['.', ':'])
            .filter(|part| !part.is_empty())
            .map(plain),
    );
    let is_near = |part: &String| names.iter().any(|name| part.contains(name.as_str()));
    parts.iter().any(is_near)
}

/// Returns the letters and digits of a name, in small.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns a description whose names are near each other.
fn colliding() -> Value {
    let inline = |text: &str| {
        json!({"type": "object", "properties": {
            "status": {"type": "string", "enum": ["a", text]},
            "item": {"type": "array", "items": {"type": "object", "properties": {"value": {"type": "integer"}}}},
            "kind": {"oneOf": [{"type": "string"}, {"type": "object", "title": "status", "properties": {"kind": {"type": "string"}}}]},
        }})
    };
    let operation = |name: &str| {
        json!({
            "operationId": name, "tags": [name],
            "requestBody": {"content": {"application/json": {"schema": inline(name)}}},
            "responses": {"200": {"description": "x", "content": {"application/json": {"schema": inline(name)}}}},
        })
    };
    json!({
        "openapi": "3.1.0", "info": {"title": "Colliding", "version": "1"},
        "paths": {
            "/pets": {"get": operation("getPets"), "put": operation("get_pets"), "post": {"responses": {"204": {"description": "x"}}}},
            "/pets/{pet}": {"parameters": [{"name": "pet", "in": "path", "required": true, "schema": {"type": "string", "enum": ["a", "b"]}}],
                "get": operation("pet"), "delete": {"responses": {"default": {"description": "x"}}}},
        },
        "components": {"schemas": {
            "pet": inline("pet"), "Pet": inline("Pet"), "petStatus": inline("x"), "pet-item": inline("y"), "Item": inline("z"),
            "List": {"type": "array", "items": {"type": "object", "properties": {"own": {"type": "string", "enum": ["q"]}}}},
            "Map": {"type": "object", "additionalProperties": {"type": "object", "properties": {"own": {"type": "string", "enum": ["q"]}}}},
            "Tuple": {"type": "array", "prefixItems": [{"type": "object", "properties": {"own": {"type": "string"}}}]},
            "Union": {"type": "object", "properties": {"near": inline("near")}, "oneOf": [
                {"$ref": "#/components/schemas/Pet"}, {"type": "object", "properties": {"far": inline("far")}}]},
        }},
    })
}
