//! Where the references of the JSON Schema test suite lead: by us, and by a library as the oracle.
//!
//! Each schema of the suite is a component of a description; what it refers to on other machines are
//! components that call themselves so. A `$ref` is compared wherever it stands. A `$dynamicRef` is
//! compared wherever the way from the schema's root leads to it, with all it means on all ways.

mod ours;
mod theirs;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::load::testing::{files, shared};

/// From where to where, as in `#/components/schemas/Case/$ref` to `#/components/schemas/Case/$defs/a`.
/// What leads nowhere has no target.
type Targets = BTreeSet<(String, Option<String>)>;

/// Cases that differ, with the reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

/// A schema and what it may refer to, by address.
struct Case {
    name: String,
    /// As in `Case`, with its address and schema.
    schemas: BTreeMap<String, (String, Value)>,
}

impl Case {
    fn description(&self) -> Value {
        let schemas = self.schemas.iter();
        let schemas: BTreeMap<_, _> = schemas.map(|(name, (_, schema))| (name, schema)).collect();
        json!({
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "components": {"schemas": schemas},
        })
    }
}

/// Returns the cases with references.
fn cases(suite: &Path) -> Vec<Case> {
    let others = others(&suite.join("remotes"));
    let folder = suite.join("tests/draft2020-12");
    let mut cases = Vec::new();
    for path in files(&folder, &["json"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let found: Vec<Value> = serde_json::from_str(&text).unwrap();
        let file = path.strip_prefix(&folder).unwrap().display();
        for case in found {
            let schema = &case["schema"];
            let text = schema.to_string();
            if !text.contains("\"$ref\"") && !text.contains("\"$dynamicRef\"") {
                continue;
            }
            let mut schemas = others.clone();
            schemas.insert("Case".to_owned(), addressed(schema, "urn:example:case"));
            let name = format!("{file}: {}", case["description"].as_str().unwrap());
            cases.push(Case { name, schemas });
        }
    }
    cases
}

/// Returns the documents on other machines that the suite names, and the schemas of JSON Schema itself.
fn others(folder: &Path) -> BTreeMap<String, (String, Value)> {
    let served = folder.join("draft2020-12");
    let mut others = BTreeMap::new();
    for path in files(&served, &["json"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        let address = format!("http://localhost:1234/{name}");
        let schema: Value = serde_json::from_str(&text).unwrap();
        others.insert(name, addressed(&schema, &address));
    }
    for (index, schema) in theirs::META_SCHEMAS.iter().enumerate() {
        others.insert(format!("meta{index}"), addressed(schema, ""));
    }
    others
}

/// Returns a schema that says its address, which is the given one where it says none.
fn addressed(schema: &Value, address: &str) -> (String, Value) {
    let mut schema = schema.clone();
    let Some(keywords) = schema.as_object_mut() else {
        return (address.to_owned(), schema);
    };
    let id = keywords.entry("$id").or_insert(json!(address));
    (id.as_str().unwrap().to_owned(), schema)
}

#[test]
fn references_lead_where_another_implementation_says() {
    let Some(suite) = shared("suites/json-schema") else {
        return;
    };
    let (mut wrong, mut count) = (Vec::new(), [0, 0]);
    let mut unneeded: BTreeSet<&str> = EXCEPTIONS.iter().map(|(name, _)| *name).collect();
    for case in cases(&suite) {
        let mut ours = ours::targets(&case.description());
        let theirs = theirs::targets(&case);
        // What stands under keywords that nobody knows is no reference to them.
        let known: BTreeSet<&String> = theirs.plain.iter().map(|(from, _)| from).collect();
        ours.plain.retain(|(from, _)| known.contains(from));
        count[0] += theirs.plain.len();
        count[1] += theirs.dynamic.len();
        let differ = [
            (&ours.plain, &theirs.plain, "$ref"),
            (&ours.dynamic, &theirs.dynamic, "$dynamicRef"),
        ];
        for (ours, theirs, keyword) in differ.into_iter().filter(|(a, b, _)| a != b) {
            if EXCEPTIONS.iter().any(|(name, _)| *name == case.name) {
                unneeded.remove(case.name.as_str());
                continue;
            }
            let only =
                |a: &Targets, b: &Targets| format!("{:?}", a.difference(b).collect::<Vec<_>>());
            let (here, there) = (only(ours, theirs), only(theirs, ours));
            wrong.push(format!(
                "{}: {keyword}: ours {here}, theirs {there}",
                case.name
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unneeded.is_empty(), "no exceptions any more: {unneeded:?}");
    assert!(count[0] > 200 && count[1] > 20, "only {count:?} references");
}

/// What references lead to.
#[derive(Default)]
struct Found {
    plain: Targets,
    dynamic: Targets,
}
