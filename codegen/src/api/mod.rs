//! The language-neutral model of an API: what the description says, in the terms of OpenAPI.
//!
//! Lowering fills it, planning reads it, reviews compare two of them. It is pure data, addressed by
//! ids; nothing in it knows Rust (no keywords, no boxes, no derives) or the syntax it was read from.

mod behind;
mod content;
mod dump;
mod events;
mod info;
pub(crate) mod media_type;
mod operation;
mod rare;
mod refs;
mod retain;
mod rules;
mod schema;
mod security;
mod server;
mod telling;
mod type_map;

pub(crate) use content::{Content, Encoding, Encodings, Example, Examples};
pub(crate) use dump::Dump;
#[cfg(test)]
pub(crate) use dump::dump;
pub(crate) use events::{Callback, CallbackId, Link, LinkTarget, LinkValue, PathItem};
pub(crate) use info::{Contact, Extension, ExternalDocs, Info, License, Tag};
pub(crate) use operation::{
    Header, Location, Operation, Parameter, PathPart, PathTemplate, RequestBody, Response, Role,
    Serialization, SharedHeader, Status, Style,
};
pub(crate) use rare::{RareAnnotations, RareConstraints, RareXml};
pub(crate) use rules::{
    Bound, Count, JsonType, Pattern as RulePattern, Required, Rule as Demand, RuleSet, RulesId,
};
pub(crate) use schema::{
    Additional, Annotations, Base, Constraint, Constraints, Discriminator, Enum, EnumValue, Format,
    Identity, Kind, Literal, Map, Mapping, Member, Object, Owner, Pattern, Property, Rule, Scalar,
    Step, Text, Tuple, Type, TypeId, TypeRef, Union, Xml, XmlText,
};
pub(crate) use security::{ApiKeyLocation, Declared, Flow, Requirement, Scheme, SecurityScheme};
pub(crate) use server::{Server, ServerVariable};
pub(crate) use telling::{Look, Marks, Sort, Telling, Tellings};
pub(crate) use type_map::{TypeMap, TypeSet};

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::source::Origin;

/// One API, whole.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    /// The title, as in `Petstore`.
    pub(crate) title: String,
    /// The version of the described API (not of OpenAPI), as in `1.0.27`.
    pub(crate) version: String,
    /// The version of the specification the description follows, as in `3.1.0`. It is told and
    /// decides nothing.
    pub(crate) specification: String,
    pub(crate) docs: Docs,
    pub(crate) info: Info,
    pub(crate) external_docs: Option<ExternalDocs>,
    pub(crate) servers: Vec<Server>,
    pub(crate) security_schemes: Vec<SecurityScheme>,
    /// The declared tags and, behind them, the used ones, in order of appearance.
    pub(crate) tags: Vec<Tag>,
    types: Vec<Type>,
    /// What schemas demand of values, where that is to be checked.
    pub(crate) rules: Vec<RuleSet>,
    /// What tells the members of unions apart, where somebody has asked.
    tellings: OnceLock<Tellings>,
    /// How many of the types something generated may use; `None` until that is known.
    used: Option<usize>,
    pub(crate) operations: Vec<Operation>,
    /// How many operations the configuration's filters left out.
    pub(crate) filtered: usize,
    /// Operations that cannot be generated yet; the account says why.
    pub(crate) skipped: Vec<Operation>,
    /// What the API sends of itself, by name.
    pub(crate) webhooks: Vec<PathItem>,
    pub(crate) callbacks: Vec<Callback>,
    /// In document order, of whatever object; those of one object stand below its pointer.
    pub(crate) extensions: Vec<Extension>,
    /// What could not be carried over whole, in document order.
    pub(crate) account: Vec<Entry>,
    /// What schemas leave open and was taken for granted, for reports.
    pub(crate) assumptions: Vec<Assumption>,
}

/// What people wrote about an item. Markdown, untrusted.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Docs {
    pub(crate) title: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
}

/// A node of the description that comes out weaker than it was written, or not at all.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) outcome: Outcome,
    /// Why, as one clause without a full stop; equal causes have equal reasons.
    pub(crate) reason: Cow<'static, str>,
    /// Whether users should hear of it. Notes for people, such as examples, are only counted.
    pub(crate) matters: bool,
    pub(crate) origin: Origin,
}

/// What a schema does not say and everybody takes for said, as in the type of one with `properties`.
#[derive(Debug, Clone)]
pub(crate) struct Assumption {
    /// What is not said and what is taken for it; equal causes have equal reasons.
    pub(crate) reason: &'static str,
    pub(crate) origin: Origin,
}

/// Why a body has another type than its schema says.
pub(crate) const BINARY: &str =
    "bodies of this media type come out as bytes, whatever their schema";

/// Why a parameter that does not say what its values are comes out as a text.
pub(crate) const NO_SCHEMA: &str = "a parameter without a schema is taken for a text";

/// Why operations are left out for which a diagnostic of their own says what is wrong.
pub(crate) const UNLIKE_PATH: &str = "the path and its parameters contradict each other";
pub(crate) const UNKNOWN_SCHEME: &str = "the operation needs a security scheme that does not exist";

/// What became of a node that is not simply generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Outcome {
    /// Something weaker came out.
    Degraded,
    /// Nothing came out; nothing else is touched by that.
    Ignored,
    /// The whole operation was left out.
    Skipped,
}

impl Outcome {
    /// Returns the word people see, as in `degraded`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Degraded => "degraded",
            Self::Ignored => "ignored",
            Self::Skipped => "skipped",
        }
    }
}

impl Api {
    /// An API without types and operations.
    pub(crate) fn new(title: String, version: String, docs: Docs) -> Self {
        Self {
            title,
            version,
            specification: String::new(),
            docs,
            info: Info::default(),
            external_docs: None,
            servers: Vec::new(),
            security_schemes: Vec::new(),
            tags: Vec::new(),
            types: Vec::new(),
            rules: Vec::new(),
            tellings: OnceLock::new(),
            used: None,
            operations: Vec::new(),
            filtered: 0,
            skipped: Vec::new(),
            webhooks: Vec::new(),
            callbacks: Vec::new(),
            extensions: Vec::new(),
            account: Vec::new(),
            assumptions: Vec::new(),
        }
    }

    /// Makes room for so many types.
    pub(crate) fn expect_types(&mut self, count: usize) {
        self.types.reserve(count);
    }

    /// Adds a type and returns its id.
    pub(crate) fn add_type(&mut self, ty: Type) -> TypeId {
        let id = TypeId::new(self.types.len());
        self.tellings.take();
        self.types.push(ty);
        id
    }

    /// Returns what tells the members of unions apart. It is found out when it is first asked for, and
    /// again after types have changed.
    pub(crate) fn tellings(&self) -> &Tellings {
        self.tellings.get_or_init(|| Tellings::new(self))
    }

    /// Says that all types are there which something generated may use; later ones belong to what
    /// is left out.
    pub(crate) fn seal_types(&mut self) {
        self.used.get_or_insert(self.types.len());
    }

    /// The types that something generated may use, with their ids, in the order they were added.
    pub(crate) fn types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        self.all_types().take(self.used.unwrap_or(self.types.len()))
    }

    /// All types with their ids, those of what is left out last.
    pub(crate) fn all_types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        self.types
            .iter()
            .enumerate()
            .map(|(index, ty)| (TypeId::new(index), ty))
    }
}

impl std::ops::Index<CallbackId> for Api {
    type Output = Callback;

    fn index(&self, id: CallbackId) -> &Callback {
        &self.callbacks[id.index()]
    }
}

impl std::ops::Index<TypeId> for Api {
    type Output = Type;

    fn index(&self, id: TypeId) -> &Type {
        &self.types[id.index()]
    }
}

impl std::ops::IndexMut<TypeId> for Api {
    fn index_mut(&mut self, id: TypeId) -> &mut Type {
        self.tellings.take();
        &mut self.types[id.index()]
    }
}
