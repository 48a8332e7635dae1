//! What a use of a type looks like in Rust.

use std::collections::BTreeMap;

use super::enums::{self, Constant};
use super::formats::Choices;
use super::graph::{Graph, Ground};
use super::naming::{Names, name_types};
use super::patterns::{self, MapForm};
use super::reach;
use super::statics::Statics;
use super::structs::Preset;
use super::tags::Tags;
use super::unions::{Members, Static, Unions};
use crate::api::{Api, Entry, Kind, Look, Map, Outcome, Property, TypeId, TypeRef, TypeSet};
use crate::config::Config;
use crate::parallel::{self, Threads};
use crate::plan::names::Ident;
use crate::plan::renames::Renames;
use crate::plan::replacements::Replacements;
use crate::plan::ty::{Intake, Named, Ty};

/// The types of an API with their names.
#[derive(Debug)]
pub(crate) struct Types<'a> {
    api: &'a Api,
    graph: Graph,
    names: Names,
    choices: Choices,
    renames: Renames,
    replaced: Replacements,
    unions: Unions,
    statics: Statics,
    tags: Tags,
    /// The types that callers make.
    sent: TypeSet,
}

/// Whether names of types that are only names are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aliases {
    Kept,
    Expanded,
}

impl<'a> Types<'a> {
    pub(crate) fn new(
        api: &'a Api,
        config: &Config,
        renames: Renames,
        replaced: Replacements,
        threads: Threads,
    ) -> Self {
        let unions = Unions::new(api);
        let graph = Graph::new(Ground {
            api,
            unions: &unions,
            replaced: &replaced,
        });
        let types = Self {
            names: name_types(api, &graph, &config.names.trim, &renames),
            renames,
            replaced,
            choices: Choices::new(api, &config.formats),
            api,
            graph,
            unions,
            statics: Statics::default(),
            tags: Tags::new(api),
            sent: TypeSet::default(),
        };
        let sent = || reach::sent(types.ground());
        let (sent, statics) = parallel::join(threads, sent, || Statics::new(&types));
        Self {
            statics,
            sent,
            ..types
        }
    }

    pub(crate) fn api(&self) -> &'a Api {
        self.api
    }

    /// The types with items, each with the type whose file it stands in.
    pub(crate) fn items(&self) -> impl Iterator<Item = (TypeId, TypeId)> {
        self.names.items.keys().map(|id| (id, self.root(id)))
    }

    /// The types with items by the type whose file they stand in, which comes first.
    pub(crate) fn by_file(&self) -> BTreeMap<TypeId, Vec<TypeId>> {
        let mut files: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        for (id, root) in self.items() {
            files.entry(root).or_default().push(id);
        }
        for (root, ids) in &mut files {
            ids.sort_by_key(|id| (id != root, *id));
        }
        files
    }

    /// The type whose file a type stands in.
    pub(super) fn root(&self, id: TypeId) -> TypeId {
        self.names.roots.get(id).copied().unwrap_or(id)
    }

    pub(crate) fn item(&self, id: TypeId) -> Option<&Ident> {
        self.names.items.get(id)
    }

    pub(crate) fn file(&self, root: TypeId) -> Option<&Ident> {
        self.names.files.get(root)
    }

    /// The name that stands for the type outside of Rust: the component's, trimmed; of others the
    /// item's.
    pub(crate) fn wire_name(&self, id: TypeId) -> &str {
        let short = self.names.short.get(id).map(String::as_str);
        short
            .or_else(|| self.item(id).map(Ident::as_str))
            .unwrap_or_default()
    }

    /// Whether callers make values of the type, to send them.
    pub(super) fn is_sent(&self, id: TypeId) -> bool {
        self.sent.contains(id)
    }

    /// The names that the configuration gives.
    pub(crate) fn renames(&self) -> &Renames {
        &self.renames
    }

    pub(crate) fn unused_trims(&self) -> &[String] {
        &self.names.unused_trims
    }

    pub(crate) fn unused_formats(&self) -> &[String] {
        &self.choices.unused
    }

    pub(crate) fn is_newtype(&self, id: TypeId) -> bool {
        self.graph.newtypes.contains(id)
    }

    /// Returns the members of a union that is an enum.
    pub(in crate::plan) fn members(&self, id: TypeId) -> Option<&Members> {
        self.unions.members(id)
    }

    /// Returns the type with an item as a file beside it writes it.
    pub(crate) fn named(&self, id: TypeId) -> Option<Named> {
        Some(Named {
            id,
            name: self.item(id)?.clone(),
            is_qualified: false,
        })
    }

    /// The types of the user's.
    pub(in crate::plan) fn replaced(&self) -> &Replacements {
        &self.replaced
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            api: self.api,
            unions: &self.unions,
            replaced: &self.replaced,
        }
    }

    /// Returns the type behind its other names.
    pub(super) fn end(&self, mut id: TypeId) -> TypeId {
        while let Kind::Alias(target) = self.api[id].kind
            && !self.graph.endless.contains(id)
            && !self.replaced.contains(id)
        {
            id = target.id;
        }
        id
    }

    /// Returns what the static of an item's codec is called.
    pub(super) fn static_of(&self, id: TypeId) -> Option<&Ident> {
        self.statics.name(id)
    }

    /// Whether files beside use the static of an item's codec.
    pub(super) fn is_shared(&self, id: TypeId) -> bool {
        self.statics.is_shared(id)
    }

    /// Returns the statics of the objects that values may be, as the file of `owner` names them;
    /// none where there may be any object.
    pub(super) fn shapes_of(&self, owner: TypeId, look: &Look) -> Vec<Static> {
        if look.any_object {
            return Vec::new();
        }
        // Of types of the user's nobody knows the properties.
        if look.objects.iter().any(|id| self.replaced.contains(*id)) {
            return Vec::new();
        }
        let statics = look.objects.iter().filter_map(|id| {
            let root = self.root(*id);
            let module = if root == self.root(owner) {
                None
            } else {
                Some(self.file(root)?.clone())
            };
            Some(Static {
                module,
                name: self.static_of(*id)?.clone(),
            })
        });
        statics.collect()
    }

    /// Whether a variant of a union holds a type in a box: where the type would contain itself, and
    /// where it has fields, or may have. How many has no say, so a property more changes no union.
    pub(super) fn is_boxed_in(&self, union: TypeId, held: TypeId) -> bool {
        self.needs_box(union, held) || self.has_fields(self.end(held))
    }

    fn has_fields(&self, id: TypeId) -> bool {
        self.replaced.contains(id)
            || match &self.api[id].kind {
                Kind::Object(_) | Kind::Tuple(_) => true,
                Kind::Map(map) => self.is_struct(map),
                _ => false,
            }
    }

    pub(crate) fn needs_box(&self, owner: TypeId, target: TypeId) -> bool {
        self.graph.needs_box(self.ground(), owner, target)
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
        let id = self.end(reference.id);
        if self.replaced.contains(id) {
            return None;
        }
        match &self.api[id].kind {
            Kind::Enum(values) => {
                Constant::of(&self.renames, id, values).filter(|_| !reference.nullable)
            }
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
            | Kind::Union(_)
            | Kind::Alias(_) => None,
        }
    }

    /// Whether `null` is all that there is.
    pub(super) fn is_null(&self, reference: TypeRef) -> bool {
        let id = self.end(reference.id);
        !self.replaced.contains(id) && matches!(self.api[id].kind, Kind::Null)
    }

    /// Whether requests leave the property out: it is one of answers alone, and nothing is told by it.
    pub(super) fn is_left_out(&self, owner: TypeId, property: &Property) -> bool {
        property.read_only && !self.tags.decide(owner, &property.name)
    }

    /// Returns the value of a property that says that an object is of this type, with what
    /// constructors put there.
    pub(super) fn tag(&self, owner: TypeId, property: &Property) -> Option<(&str, Preset)> {
        let value = self.tags.value(owner, &property.name)?;
        if self.expanded(property.ty) == Ty::String {
            return Some((value, Preset::Text(value.to_owned())));
        }
        let id = self.end(property.ty.id);
        let Kind::Enum(values) = &self.api[id].kind else {
            return None;
        };
        let is_known = !property.ty.nullable && values.is_of_texts() && !self.replaced.contains(id);
        let named = enums::named_values(&self.renames, id, values);
        let variant = named.into_iter().find(|(text, _)| *text == value);
        let (_, name) = variant.filter(|_| is_known)?;
        Some((value, Preset::Variant(name)))
    }

    /// What the planning of types made weaker.
    pub(crate) fn account(&self) -> Vec<Entry> {
        let endless = self.graph.endless.iter().map(|id| Entry {
            outcome: Outcome::Degraded,
            reason: "the schema refers to nothing but itself; any value is taken".into(),
            matters: true,
            origin: self.api[id].origin.clone(),
        });
        let used = self.graph.used.iter();
        let by_pattern = used.flat_map(|id| patterns::weaker(self.api, &self.api[id].kind));
        let by_pattern = by_pattern.map(|pattern| Entry {
            outcome: Outcome::Degraded,
            reason: "properties by patterns of several types come out as additional properties of any value".into(),
            matters: true,
            origin: pattern.origin.clone(),
        });
        let used = self.graph.used.iter();
        let with_base = used.filter(|id| match &self.api[*id].kind {
            Kind::Union(union) => union.base.is_some(),
            _ => false,
        });
        let beside = with_base.map(|id| Entry {
            outcome: Outcome::Degraded,
            reason: "what stands beside alternatives is kept as additional properties".into(),
            matters: true,
            origin: self.api[id].origin.clone(),
        });
        let replaced = self.replaced.account.iter().cloned();
        endless
            .chain(by_pattern)
            .chain(beside)
            .chain(replaced)
            .collect()
    }

    pub(super) fn is_struct(&self, map: &Map) -> bool {
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
        if let Some(path) = self.replaced.get(id) {
            return Ty::Own(path.clone());
        }
        match self.item(id) {
            Some(name) if aliases == Aliases::Kept || !self.is_alias(id) => Ty::Named(Named {
                id,
                name: name.clone(),
                is_qualified: false,
            }),
            Some(_) | None => self.shape(id, aliases),
        }
    }

    /// Whether the type is but a name for another one.
    pub(super) fn is_alias(&self, id: TypeId) -> bool {
        match &self.api[id].kind {
            Kind::Object(_) | Kind::Tuple(_) => false,
            Kind::Map(map) if self.is_struct(map) => false,
            Kind::Enum(values) if values.has_names() => false,
            Kind::Union(_) if self.members(id).is_some() => false,
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
            Kind::Alias(_) | Kind::Union(_) if self.graph.endless.contains(id) => Ty::Value,
            Kind::Alias(target) => self.alias(id, *target, aliases),
            Kind::Union(_) => match self.unions.single(id) {
                Some(target) => self.reference(target, aliases),
                None => Ty::Value,
            },
            Kind::Any | Kind::Never | Kind::Null | Kind::Object(_) => Ty::Value,
        }
    }

    fn alias(&self, id: TypeId, target: TypeRef, aliases: Aliases) -> Ty {
        // Whether null is a value is said where the alias is used.
        let ty = self.named_or_shape(target.id, aliases);
        let is_held = self.is_newtype(id) && self.needs_box(id, target.id);
        if is_held { Ty::Box(Box::new(ty)) } else { ty }
    }
}
