//! Renames by the configuration: which items they are for, and whether the names can be had.
//!
//! A rename goes before all names that the description leads to. Takes the API and the configuration;
//! what matches nothing, or asks for what is no name, is a [`Fault`] with its place.

use std::collections::BTreeMap;

use super::names::{Claim, Ident, Kind, Scope};
use crate::api::{self, Api, Identity, TypeId};
use crate::config::{Config, Rename};

/// What is wrong with an entry of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The keys that lead to the entry, as in `rename`, `schemas`, `Pet`.
    pub(crate) path: Vec<String>,
    pub(crate) problem: Problem,
}

/// Why an entry cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is no such item; with what was looked for, as in `schema`.
    Unmatched(&'static str),
    /// The wanted name is none, or another item has it; with one that could be had.
    NotAName { wanted: String, free: String },
}

/// The renames of an API, by item.
#[derive(Debug, Clone, Default)]
pub(crate) struct Renames {
    pub(crate) types: BTreeMap<TypeId, String>,
    properties: BTreeMap<TypeId, BTreeMap<String, String>>,
    variants: BTreeMap<TypeId, BTreeMap<String, String>>,
    operations: BTreeMap<String, String>,
    faults: Vec<Fault>,
}

impl Renames {
    /// Finds the items that the configuration names.
    pub(crate) fn new(api: &Api, config: &Config) -> Self {
        let Rename {
            schemas,
            properties,
            variants,
            operations,
        } = &config.rename;
        let mut renames = Self {
            operations: operations.clone(),
            ..Self::default()
        };
        for (key, name) in schemas {
            match find(api, key) {
                Some(id) => drop(renames.types.insert(id, name.clone())),
                None => renames.unmatched(&["schemas", key], "schema"),
            }
        }
        for (key, names) in properties {
            match find(api, key) {
                Some(id) => renames.add_properties(api, key, id, names),
                None => renames.unmatched(&["properties", key], "schema"),
            }
        }
        for (key, names) in variants {
            match find(api, key) {
                Some(id) => drop(renames.variants.insert(id, names.clone())),
                None => renames.unmatched(&["variants", key], "schema"),
            }
        }
        for key in operations.keys() {
            if !api.operations.iter().any(|operation| operation.id == *key) {
                renames.unmatched(&["operations", key], "operation");
            }
        }
        renames
    }

    /// Returns the claim of a property, an operation or a type, unless it is renamed.
    pub(crate) fn claim(renamed: Option<&String>, claim: Claim) -> Claim {
        match renamed {
            Some(name) => Claim {
                rank: 0,
                spellings: vec![name.clone()],
                ..claim
            },
            // Behind all that are renamed.
            None => Claim {
                rank: claim.rank.saturating_add(1),
                ..claim
            },
        }
    }

    pub(crate) fn property(&self, owner: TypeId, name: &str) -> Option<&String> {
        self.properties.get(&owner)?.get(name)
    }

    /// Returns what the first of these names of a variant becomes.
    pub(crate) fn variant(&self, owner: TypeId, names: &[&str]) -> Option<&String> {
        let variants = self.variants.get(&owner)?;
        names.iter().find_map(|name| variants.get(*name))
    }

    pub(crate) fn operation(&self, id: &str) -> Option<&String> {
        self.operations.get(id)
    }

    /// Returns all faults, once the items have their names.
    pub(crate) fn faults<'a>(
        &self,
        api: &Api,
        config: &Config,
        item: impl Fn(TypeId) -> Option<&'a Ident>,
        method: impl Fn(&str) -> Option<&'a Ident>,
    ) -> Vec<Fault> {
        let mut faults = self.faults.clone();
        for (key, wanted) in &config.rename.schemas {
            let path = ["rename", "schemas", key];
            match find(api, key).map(&item) {
                Some(Some(name)) => faults.extend(not_had(&path, wanted, name)),
                // What has no type of its own has no name either.
                Some(None) => faults.push(fault(&path, Problem::Unmatched("type"))),
                None => {}
            }
        }
        for (key, names) in &config.rename.properties {
            let Some(api::Kind::Object(object)) = find(api, key).map(|id| &api[id].kind) else {
                continue;
            };
            let id = find(api, key);
            let idents = id
                .map(|id| self.name_fields(id, object))
                .unwrap_or_default();
            for (property, name) in object.properties.iter().zip(&idents) {
                if let Some(wanted) = names.get(&property.name) {
                    let path = ["rename", "properties", key, &property.name];
                    faults.extend(not_had(&path, wanted, name));
                }
            }
        }
        for (key, wanted) in &config.rename.operations {
            let path = ["rename", "operations", key];
            faults.extend(method(key).and_then(|name| not_had(&path, wanted, name)));
        }
        faults
    }

    /// Names the fields of a struct.
    pub(crate) fn name_fields(&self, id: TypeId, object: &api::Object) -> Vec<Ident> {
        let mut scope = Scope::new(Kind::Field);
        self.claim_fields(&mut scope, id, object)
    }

    /// The same in a scope that goes on to be used.
    pub(crate) fn claim_fields(
        &self,
        scope: &mut Scope,
        id: TypeId,
        object: &api::Object,
    ) -> Vec<Ident> {
        let claims = object.properties.iter().map(|property| {
            let claim = Claim {
                identity: property.name.clone(),
                rank: u8::from(!super::names::is_exact(&property.name, Kind::Field)),
                spellings: vec![property.name.clone()],
            };
            Self::claim(self.property(id, &property.name), claim)
        });
        scope.claim_all(&claims.collect::<Vec<_>>())
    }

    fn add_properties(
        &mut self,
        api: &Api,
        key: &str,
        id: TypeId,
        names: &BTreeMap<String, String>,
    ) {
        let properties = match &api[id].kind {
            api::Kind::Object(object) => object.properties.as_slice(),
            _ => &[],
        };
        for name in names.keys() {
            if !properties.iter().any(|property| property.name == *name) {
                self.unmatched(&["properties", key, name], "property");
            }
        }
        self.properties.insert(id, names.clone());
    }

    fn unmatched(&mut self, path: &[&str], what: &'static str) {
        let path = [&["rename"], path].concat();
        self.faults.push(fault(&path, Problem::Unmatched(what)));
    }
}

/// Returns the schema of a component's name or of a JSON pointer.
pub(super) fn find(api: &Api, key: &str) -> Option<TypeId> {
    let pointer = key.strip_prefix('#');
    let mut types = api.types();
    let found = types.find(|(_, ty)| match (&ty.identity, pointer) {
        (Identity::Component(name), None) => name == key,
        (_, Some(pointer)) => ty.origin.pointer.plain() == pointer,
        (Identity::Inline { .. }, None) => false,
    });
    found.map(|(id, _)| id)
}

pub(super) fn fault(path: &[&str], problem: Problem) -> Fault {
    Fault {
        path: path.iter().map(|&key| key.to_owned()).collect(),
        problem,
    }
}

/// Only a name that is written as it is wanted is what was asked for.
pub(super) fn not_had(path: &[&str], wanted: &str, name: &Ident) -> Option<Fault> {
    let problem = || Problem::NotAName {
        wanted: wanted.to_owned(),
        free: name.as_str().to_owned(),
    };
    (name.as_str() != wanted).then(|| fault(path, problem()))
}
