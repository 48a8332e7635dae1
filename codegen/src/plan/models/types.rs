//! What a use of a type looks like in Rust.

use super::enums::Constant;
use super::formats::Choices;
use super::graph::Graph;
use super::naming::{Names, name_types};
use super::patterns::{self, MapForm};
use super::reach;
use crate::api::{Api, Entry, Kind, Map, Outcome, TypeId, TypeRef};
use crate::config::Config;
use crate::plan::names::Ident;
use crate::plan::ty::{Intake, Named, Ty};

/// The types of an API with their names.
#[derive(Debug)]
pub(crate) struct Types<'a> {
    api: &'a Api,
    graph: Graph,
    names: Names,
    choices: Choices,
}

/// Whether names of types that are only names are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aliases {
    Kept,
    Expanded,
}

impl<'a> Types<'a> {
    pub(crate) fn new(api: &'a Api, config: &Config) -> Self {
        let graph = Graph::new(api);
        let names = name_types(api, &graph, &config.names.trim);
        let choices = Choices::new(api, &config.formats);
        Self {
            api,
            graph,
            names,
            choices,
        }
    }

    pub(crate) fn api(&self) -> &'a Api {
        self.api
    }

    /// The types with items, each with the type whose file it stands in.
    pub(crate) fn items(&self) -> impl Iterator<Item = (TypeId, TypeId)> {
        self.names
            .items
            .keys()
            .map(|id| (*id, self.names.roots.get(id).copied().unwrap_or(*id)))
    }

    pub(crate) fn item(&self, id: TypeId) -> Option<&Ident> {
        self.names.items.get(&id)
    }

    pub(crate) fn file(&self, root: TypeId) -> Option<&Ident> {
        self.names.files.get(&root)
    }

    /// The name that stands for the type outside of Rust: the component's, trimmed; of others the
    /// item's.
    pub(crate) fn wire_name(&self, id: TypeId) -> &str {
        let short = self.names.short.get(&id).map(String::as_str);
        short
            .or_else(|| self.item(id).map(Ident::as_str))
            .unwrap_or_default()
    }

    pub(crate) fn unused_trims(&self) -> &[String] {
        &self.names.unused_trims
    }

    pub(crate) fn unused_formats(&self) -> &[String] {
        &self.choices.unused
    }

    pub(crate) fn is_newtype(&self, id: TypeId) -> bool {
        self.graph.newtypes.contains(&id)
    }

    pub(crate) fn needs_box(&self, owner: TypeId, target: TypeId) -> bool {
        self.graph.needs_box(self.api, owner, target)
    }

    /// Returns what a use of the type is written as, as in `Option<Tags>`.
    pub(crate) fn ty(&self, reference: TypeRef) -> Ty {
        self.reference(reference, Aliases::Kept)
    }

    /// Returns what a use of the type is behind all aliases, as in `Option<Vec<Tag>>`.
    pub(crate) fn expanded(&self, reference: TypeRef) -> Ty {
        self.reference(reference, Aliases::Expanded)
    }

    /// Returns how a function takes a value of the type.
    pub(crate) fn intake(&self, reference: TypeRef) -> Intake {
        Intake::new(self.ty(reference), &self.expanded(reference))
    }

    /// Returns what the type itself is, behind its own name.
    pub(crate) fn definition(&self, id: TypeId) -> Ty {
        self.shape(id, Aliases::Kept)
    }

    /// Returns the one value of a type that has no other.
    pub(crate) fn constant(&self, reference: TypeRef) -> Option<Constant<'a>> {
        let mut id = reference.id;
        // Aliases of aliases end; their number bounds the way.
        for _ in self.api.types() {
            match &self.api[id].kind {
                Kind::Alias(target) => id = target.id,
                Kind::Enum(values) => return Constant::of(values).filter(|_| !reference.nullable),
                Kind::Any
                | Kind::Never
                | Kind::Null
                | Kind::Boolean
                | Kind::Integer(_)
                | Kind::Number(_)
                | Kind::String(_)
                | Kind::Array(_)
                | Kind::Tuple(_)
                | Kind::Map(_)
                | Kind::Object(_)
                | Kind::Union(_) => return None,
            }
        }
        None
    }

    /// What the planning of types made weaker.
    pub(crate) fn account(&self) -> Vec<Entry> {
        let endless = self.graph.endless.iter().map(|id| Entry {
            outcome: Outcome::Degraded,
            reason: "the schema refers to nothing but itself; any value is taken".into(),
            matters: true,
            origin: self.api[*id].origin.clone(),
        });
        let used = reach::used(self.api).into_iter();
        let by_pattern = used.flat_map(|id| patterns::weaker(&self.api[id].kind));
        let by_pattern = by_pattern.map(|pattern| Entry {
            outcome: Outcome::Degraded,
            reason: "properties by patterns of several types come out as additional properties of any value".into(),
            matters: true,
            origin: pattern.origin.clone(),
        });
        endless.chain(by_pattern).collect()
    }

    fn is_struct(&self, map: &Map) -> bool {
        matches!(patterns::map_form(self.api, map), MapForm::Struct)
    }

    fn reference(&self, reference: TypeRef, aliases: Aliases) -> Ty {
        let ty = self.named_or_shape(reference.id, aliases);
        // A JSON value holds null already, and so does what is optional.
        if reference.nullable && !matches!(ty, Ty::Value | Ty::Option(_)) {
            return ty.option();
        }
        ty
    }

    fn named_or_shape(&self, id: TypeId, aliases: Aliases) -> Ty {
        let is_alias = match &self.api[id].kind {
            Kind::Object(_) | Kind::Tuple(_) => false,
            Kind::Map(map) if self.is_struct(map) => false,
            Kind::Enum(values) if values.has_names() => false,
            Kind::Any
            | Kind::Never
            | Kind::Null
            | Kind::Enum(_)
            | Kind::Union(_)
            | Kind::Boolean
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String(_)
            | Kind::Array(_)
            | Kind::Map(_)
            | Kind::Alias(_) => !self.is_newtype(id),
        };
        match self.item(id) {
            Some(name) if !is_alias || aliases == Aliases::Kept => Ty::Named(Named {
                id,
                name: name.clone(),
                is_qualified: false,
            }),
            Some(_) | None => self.shape(id, aliases),
        }
    }

    /// The recursion ends: the graph gave a name to every type on a loop, and to some of a chain.
    fn shape(&self, id: TypeId, aliases: Aliases) -> Ty {
        match &self.api[id].kind {
            // An enumeration with names is an item.
            Kind::Boolean | Kind::Enum(_) => Ty::Bool,
            kind @ (Kind::Integer(_) | Kind::Number(_) | Kind::String(_)) => self.choices.ty(kind),
            Kind::Array(items) => Ty::Vec(Box::new(self.reference(*items, aliases))),
            Kind::Tuple(_) => Ty::Vec(Box::new(Ty::Value)),
            Kind::Map(map) => Ty::Map(Box::new(match patterns::map_form(self.api, map) {
                MapForm::Uniform(values) => self.reference(values, aliases),
                MapForm::Any | MapForm::Struct => Ty::Value,
            })),
            Kind::Alias(_) if self.graph.endless.contains(&id) => Ty::Value,
            Kind::Alias(target) => self.alias(id, *target, aliases),
            Kind::Any | Kind::Never | Kind::Null | Kind::Object(_) | Kind::Union(_) => Ty::Value,
        }
    }

    fn alias(&self, id: TypeId, target: TypeRef, aliases: Aliases) -> Ty {
        // Whether null is a value is said where the alias is used.
        let ty = self.named_or_shape(target.id, aliases);
        let is_held = self.is_newtype(id) && self.needs_box(id, target.id);
        if is_held { Ty::Box(Box::new(ty)) } else { ty }
    }
}
