//! One big description, made of copies of a small one.
//!
//! Each copy has its own paths, components and operation ids, and refers to its own components. What
//! all copies share (servers, tags, security) is there once. For OpenAPI 3.

use std::path::Path;

use serde_yaml::{Mapping, Value};

/// Writes a valid description of at least so many bytes, and hardly more; the endings of both paths say whether they are
/// JSON or YAML.
pub(crate) fn grow(file: &Path, bytes: usize, out: &Path) {
    let text = std::fs::read_to_string(file).expect("the description can be read");
    let small: Value = if is_json(file) {
        serde_json::from_str(&text).expect("the description is JSON")
    } else {
        serde_yaml::from_str(&text).expect("the description is YAML")
    };
    let (mut big, mut copies) = (small.clone(), 1);
    let mut text = write(&big, out);
    while text.len() < bytes {
        let missing = bytes - text.len();
        let more = missing.div_ceil(text.len() / copies);
        for number in copies..copies + more {
            let mut copy = small.clone();
            rename(&mut copy, &Suffix(format!("_copy{number}")));
            append(&mut big, copy);
        }
        copies += more;
        text = write(&big, out);
    }
    std::fs::write(out, text).expect("the description can be written");
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "json")
}

fn write(description: &Value, out: &Path) -> String {
    if is_json(out) {
        serde_json::to_string_pretty(description).expect("keys are texts")
    } else {
        serde_yaml::to_string(description).expect("values can be written")
    }
}

/// What tells the names of one copy from those of others, as in `_copy7`.
struct Suffix(String);

impl Suffix {
    fn name(&self, name: &str) -> String {
        format!("{name}{}", self.0)
    }

    /// Returns a path with one more step at its front.
    fn path(&self, path: &str) -> String {
        format!("/{}{path}", self.0)
    }

    /// Returns where a reference leads in the copy.
    fn reference(&self, reference: &str) -> Option<String> {
        if let Some(rest) = reference.strip_prefix("#/components/") {
            let (kind, rest) = rest.split_once('/')?;
            let (name, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let name = self.name(name);
            return is_copied(kind).then(|| format!("#/components/{kind}/{name}{below}"));
        }
        let path = reference.strip_prefix("#/paths/~1")?;
        Some(format!("#/paths/~1{}~1{path}", self.0))
    }
}

/// Security schemes are the same ones in all copies.
fn is_copied(kind: &str) -> bool {
    kind != "securitySchemes"
}

fn rename(description: &mut Value, suffix: &Suffix) {
    rename_below(description, suffix);
    rename_keys(&mut description["paths"], |path| suffix.path(path));
    if let Some(components) = description
        .get_mut("components")
        .and_then(Value::as_mapping_mut)
    {
        components.retain(|kind, _| kind.as_str().is_some_and(is_copied));
        for (_, named) in components.iter_mut() {
            rename_keys(named, |name| suffix.name(name));
        }
    }
}

fn rename_keys(value: &mut Value, new: impl Fn(&str) -> String) {
    let Some(mapping) = value.as_mapping_mut() else {
        return;
    };
    let renamed = std::mem::take(mapping).into_iter();
    *mapping = renamed
        .map(|(key, value)| {
            (
                key.as_str().map(&new).map_or(key.clone(), Value::from),
                value,
            )
        })
        .collect::<Mapping>();
}

/// Renames operation ids and what references lead to. Descriptions that people write are not deep.
fn rename_below(value: &mut Value, suffix: &Suffix) {
    match value {
        Value::Mapping(entries) => {
            for (key, value) in entries.iter_mut() {
                match (key.as_str(), &mut *value) {
                    (Some("operationId"), Value::String(id)) => *id = suffix.name(id),
                    _ => rename_below(value, suffix),
                }
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| rename_below(item, suffix)),
        Value::String(text) => {
            if let Some(renamed) = suffix.reference(text) {
                *text = renamed;
            }
        }
        _ => {}
    }
}

/// Adds the paths and components of a copy.
fn append(big: &mut Value, mut copy: Value) {
    extend(&mut big["paths"], &mut copy["paths"]);
    let Some(components) = copy.get_mut("components").and_then(Value::as_mapping_mut) else {
        return;
    };
    for (kind, named) in components.iter_mut() {
        extend(&mut big["components"][kind], named);
    }
}

fn extend(big: &mut Value, copy: &mut Value) {
    if let (Some(big), Some(copy)) = (big.as_mapping_mut(), copy.as_mapping_mut()) {
        big.extend(std::mem::take(copy));
    }
}
