//! Types of the user's own in place of generated ones: by the configuration, and by the extension
//! `x-rust-type` of the description.
//!
//! Takes the API and the configuration; what matches nothing is a [`Fault`]. The description is not
//! trusted: it can name types of crates only that the configuration names, and of the crate that a
//! module stands in. What it says beyond that goes into the account.

use std::collections::BTreeMap;

use serde_json::Value;

use super::renames::{Fault, Problem, fault, find};
use super::settings::Form;
use crate::api::{Api, Entry, Extension, Outcome, TypeId};
use crate::config::{Config, RustPath};

/// Schemas that types of the user's stand for.
#[derive(Debug, Default)]
pub(crate) struct Replacements {
    types: BTreeMap<TypeId, RustPath>,
    pub(super) faults: Vec<Fault>,
    pub(super) account: Vec<Entry>,
}

const EXTENSION: &str = "x-rust-type";

impl Replacements {
    pub(crate) fn new(api: &Api, config: &Config, form: &Form) -> Self {
        let mut replacements = Self::default();
        replacements.add_extensions(api, config, form);
        // The configuration has the last word.
        for (key, path) in &config.replace.schemas {
            if let Some(id) = find(api, key) {
                replacements.types.insert(id, path.clone());
            } else {
                let path = ["replace", "schemas", key];
                let unmatched = fault(&path, Problem::Unmatched("schema"));
                replacements.faults.push(unmatched);
            }
        }
        replacements
    }

    /// Returns what stands for a schema.
    pub(crate) fn get(&self, id: TypeId) -> Option<&RustPath> {
        self.types.get(&id)
    }

    pub(crate) fn contains(&self, id: TypeId) -> bool {
        self.types.contains_key(&id)
    }

    /// Returns the paths of all types of the user's.
    pub(super) fn paths(&self) -> impl Iterator<Item = &RustPath> {
        self.types.values()
    }

    fn add_extensions(&mut self, api: &Api, config: &Config, form: &Form) {
        let extensions = api.extensions.iter();
        let mut extensions = extensions
            .filter(|extension| extension.name == EXTENSION)
            .peekable();
        if extensions.peek().is_none() {
            return;
        }
        let places: BTreeMap<_, _> = api
            .types()
            .map(|(id, ty)| ((ty.origin.span.file(), ty.origin.pointer.plain()), id))
            .collect();
        for extension in extensions {
            let pointer = extension.origin.pointer.parent();
            let pointer = pointer.as_ref().map(|pointer| pointer.plain());
            let file = extension.origin.span.file();
            let place = pointer.and_then(|pointer| places.get(&(file, pointer)));
            let found = named_type(extension).and_then(|path| is_allowed(path, config, form));
            match (place, found) {
                (None, _) => self.ignore(extension, "stands at no schema of a type of its own"),
                (Some(_), Err(reason)) => self.ignore(extension, reason),
                (Some(id), Ok(path)) => drop(self.types.insert(*id, path)),
            }
        }
    }

    fn ignore(&mut self, extension: &Extension, reason: &str) {
        self.account.push(Entry {
            outcome: Outcome::Ignored,
            reason: [EXTENSION, " ", reason].concat().into(),
            matters: true,
            origin: extension.origin.clone(),
        });
    }
}

/// Reads `money::Money` and `{crate: money, path: "money::Money"}`; the version is the
/// configuration's business.
fn named_type(extension: &Extension) -> Result<RustPath, &'static str> {
    let json = extension.value.as_deref().unwrap_or_default();
    let value = serde_json::from_str(json).unwrap_or(Value::Null);
    let (text, package) = match &value {
        Value::Object(object) => {
            let has_parameters = object
                .get("parameters")
                .is_some_and(|parameters| *parameters != Value::Array(Vec::new()));
            if has_parameters {
                return Err("names a type with parameters");
            }
            (object.get("path"), object.get("crate"))
        }
        other => (Some(other), None),
    };
    let path = text.and_then(Value::as_str).and_then(RustPath::parse);
    let path = path.ok_or("is no path of a type")?;
    let package = package.map(|package| package.as_str().map(|name| name.replace('-', "_")));
    match package {
        Some(package) if package.as_ref() != path.names.first() => {
            Err("names a type of another crate than its own `crate`")
        }
        _ => Ok(path),
    }
}

fn is_allowed(path: RustPath, config: &Config, form: &Form) -> Result<RustPath, &'static str> {
    let Some(first) = path.names.first() else {
        return Err("is no path of a type");
    };
    let mut packages = config.package.dependencies.keys();
    let is_own = first == "crate" && matches!(form, Form::Module);
    if is_own || packages.any(|package| package.in_code() == *first) {
        Ok(path)
    } else {
        Err("names a crate that is not among `crate.dependencies`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture::origin;

    #[test]
    fn forms_of_the_extension() {
        for (json, expect) in [
            (r#""money::Money""#, Ok("money::Money")),
            (
                r#"{"crate": "our-money", "version": "1", "path": "our_money::Money"}"#,
                Ok("our_money::Money"),
            ),
            (r#"{"path": "a::B", "parameters": []}"#, Ok("a::B")),
            (
                r#"{"path": "a::B", "parameters": [{}]}"#,
                Err("names a type with parameters"),
            ),
            (
                r#"{"crate": "b", "path": "a::B"}"#,
                Err("names a type of another crate than its own `crate`"),
            ),
            (r#""Money""#, Err("is no path of a type")),
            (r#""a::B; fn x() {}""#, Err("is no path of a type")),
            ("7", Err("is no path of a type")),
            ("", Err("is no path of a type")),
        ] {
            let extension = Extension {
                name: EXTENSION.to_owned(),
                value: Some(json.to_owned()),
                origin: origin("/x"),
            };
            let found = named_type(&extension);
            let found = found.map(|path| path.names.join("::"));
            assert_eq!(found.as_deref(), expect.as_deref(), "{json}");
        }
    }

    #[test]
    fn descriptions_name_crates_of_the_configuration_only() {
        let config: Config =
            serde_yaml::from_str("{description: a, crate: {dependencies: {our-money: {path: m}}}}")
                .expect("a configuration");
        let form = || Form::Crate(crate::plan::CrateForm::default());
        for (text, form, expect) in [
            ("our_money::Money", form(), true),
            ("crate::Money", Form::Module, true),
            ("crate::Money", form(), false),
            ("std::string::String", Form::Module, false),
        ] {
            let path = RustPath::parse(text).expect("a path");
            assert_eq!(is_allowed(path, &config, &form).is_ok(), expect, "{text}");
        }
    }
}
