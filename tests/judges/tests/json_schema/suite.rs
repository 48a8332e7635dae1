//! The suite as it lies on the disk: groups of instances, each with a schema.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// A draft of JSON Schema, with the version of OpenAPI that stands nearest to it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Draft {
    Draft2020,
    Draft4,
}

/// A schema with its instances.
#[derive(Debug)]
pub(crate) struct Group {
    /// As in `allOf.json: allOf with base schema`.
    pub(crate) name: String,
    /// A name for a module.
    pub(crate) module: String,
    pub(crate) schema: String,
    pub(crate) tests: Vec<Test>,
}

/// An instance.
#[derive(Debug)]
pub(crate) struct Test {
    pub(crate) name: String,
    /// The instance as the one property of an object.
    pub(crate) body: String,
    pub(crate) is_valid: bool,
}

/// The keywords that a schema of OpenAPI 3.0 takes over from JSON Schema (OAS 3.0.4 §4.7.24.1).
const KEYWORDS: [&str; 29] = [
    "title",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "enum",
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "properties",
    "additionalProperties",
    "description",
    "format",
    "default",
    "$ref",
    "$comment",
];

impl Draft {
    /// Returns the name of its folder in the suite.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Draft2020 => "draft2020-12",
            Self::Draft4 => "draft4",
        }
    }

    /// Returns a name for the package of its modules.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::Draft2020 => "schemas-2020-12",
            Self::Draft4 => "schemas-4",
        }
    }

    /// Returns a description with one type, whose one property is described by `schema.json`.
    pub(crate) fn description(self) -> String {
        let version = match self {
            Self::Draft2020 => "3.1.1",
            Self::Draft4 => "3.0.4",
        };
        let holder = json!({
            "type": "object",
            "required": ["value"],
            "properties": {"value": {"$ref": "schema.json"}},
        });
        let description = json!({
            "openapi": version,
            "info": {"title": "One schema", "version": "1"},
            "paths": {},
            "components": {"schemas": {"Holder": holder}},
        });
        description.to_string()
    }

    /// Returns whether a schema can stand in a description.
    fn applies(self, schema: &Value) -> bool {
        match (self, schema) {
            (Self::Draft2020, _) => true,
            (Self::Draft4, Value::Object(keywords)) => keywords
                .iter()
                .all(|(keyword, value)| self.has(keyword, value)),
            (Self::Draft4, _) => false,
        }
    }

    fn has(self, keyword: &str, value: &Value) -> bool {
        if !KEYWORDS.contains(&keyword) {
            return false;
        }
        match keyword {
            "type" => value.is_string() && value != "null",
            "items" | "not" => self.applies(value),
            "additionalProperties" => value.is_boolean() || self.applies(value),
            // In the draft these may be references; in 3.0 that is a name.
            "properties" => value.as_object().is_some_and(|properties| {
                properties.values().all(|property| self.applies(property))
            }),
            "allOf" | "anyOf" | "oneOf" => value
                .as_array()
                .is_some_and(|all| all.iter().all(|member| self.applies(member))),
            "$ref" => value.as_str().is_some_and(|to| to.starts_with('#')),
            _ => true,
        }
    }
}

/// Reads all groups of a draft, the optional ones too, in the order of their files.
pub(crate) fn read(folder: &Path, draft: Draft) -> Vec<Group> {
    let mut files = Vec::new();
    collect(&mut files, folder);
    files.sort();
    let mut groups = Vec::new();
    for file in files {
        let name = file.strip_prefix(folder).expect("it was found there");
        let name = name.to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&file).expect("readable");
        let all: Vec<Value> = serde_json::from_str(&text).expect("the suite is JSON");
        let all = all.iter().filter(|group| draft.applies(&group["schema"]));
        for value in all {
            groups.push(group(&name, groups.len(), value));
        }
    }
    groups
}

fn collect(files: &mut Vec<PathBuf>, folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("it was found") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(files, &path);
        } else {
            files.push(path);
        }
    }
}

fn group(file: &str, index: usize, value: &Value) -> Group {
    let name = format!("{file}: {}", text(&value["description"]));
    let (mut schema, mut tests) = (value["schema"].clone(), value["tests"].clone());
    if file.contains("format") {
        narrow(&mut schema, &mut tests);
    }
    let tests = tests.as_array().expect("a group has tests");
    Group {
        module: module(&name, index),
        name,
        schema: schema.to_string(),
        tests: tests.iter().map(test).collect(),
    }
}

/// Formats say nothing of other types, and a schema without a type allows them. Descriptions name the
/// type, and only then a format chooses one of Rust.
fn narrow(schema: &mut Value, tests: &mut Value) {
    if let (Value::Object(schema), Value::Array(tests)) = (schema, tests) {
        schema.entry("type").or_insert_with(|| json!("string"));
        tests.retain(|test| test["data"].is_string());
    }
}

fn test(value: &Value) -> Test {
    Test {
        name: text(&value["description"]).to_owned(),
        body: json!({"value": value["data"]}).to_string(),
        is_valid: value["valid"] == true,
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Makes `schema_7_allof_json_allof` of `allOf.json: allOf`. Names differ in other characters too.
fn module(name: &str, index: usize) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    format!("schema_{index}_{}", words.collect::<Vec<_>>().join("_"))
}
