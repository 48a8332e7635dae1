//! What tells the members of a union apart, whatever the language: a property's value, types of
//! values, names of properties.
//!
//! Takes an API and its unions. Says what a reader can go by, and which members nothing tells apart.
//! Does not decide what comes of it.

mod look;
mod overlap;
mod tag;

use look::Looks;
pub(crate) use look::{Look, Sort};
use tag::Tag;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Api, Format, Identity, Kind, TypeId, Union};

/// So many members, and values of one property, are compared with each other.
const MOST: usize = 256;

/// A property of an object and its only values.
pub(crate) type Marks = Vec<(String, Vec<String>)>;

/// What tells the members of each union of an API apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tellings(BTreeMap<TypeId, Arc<Telling>>);

impl Tellings {
    pub(super) fn new(api: &Api) -> Self {
        let mut looks = Looks::new(api);
        let mut found = BTreeMap::new();
        for (id, ty) in api.types() {
            if let Kind::Union(union) = &ty.kind {
                found.insert(id, Arc::new(looks.tell(union)));
            }
        }
        Self(found)
    }

    /// Returns what tells the members of a union apart; every union that something generated may use
    /// has it.
    pub(crate) fn of(&self, union: TypeId) -> Option<&Arc<Telling>> {
        self.0.get(&union)
    }
}

/// What tells the members of one union apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Telling {
    /// The property whose value decides.
    pub(crate) tag: Option<Tag>,
    /// Whether nothing but the property is needed.
    pub(crate) tag_suffices: bool,
    /// What values of each member look like.
    pub(crate) looks: Vec<Look>,
    /// What some properties say in the objects of each member.
    pub(crate) marks: Vec<Marks>,
    /// For each member the first one that is the same.
    pub(crate) firsts: Vec<usize>,
}

impl Looks<'_> {
    /// Returns what tells the members of a union apart.
    fn tell(&mut self, union: &Union) -> Telling {
        let looks: Vec<Look> = union
            .members
            .iter()
            .map(|member| self.of(member.ty.id))
            .collect();
        let tag = match &union.discriminator {
            Some(discriminator) => Some(self.explicit_tag(union, &looks, discriminator)),
            None => self.inferred_tag(&looks),
        };
        let is_told = |(index, look): (usize, &Look)| {
            look.is_of_objects() && tag.as_ref().is_some_and(|tag| tag.knows(index))
        };
        Telling {
            tag_suffices: looks.iter().enumerate().all(is_told),
            marks: self.marks(&looks),
            firsts: self.firsts(union),
            looks,
            tag,
        }
    }

    /// Returns for each member the first one of the same type. Types with names of their own are
    /// the same only as themselves.
    fn firsts(&self, union: &Union) -> Vec<usize> {
        let mut known: BTreeMap<Same, usize> = BTreeMap::new();
        let members = union.members.iter().enumerate();
        members
            .map(|(index, member)| {
                let same = self.same(member.ty.id, 0);
                *known.entry(same).or_insert(index)
            })
            .collect()
    }

    fn same(&self, id: TypeId, depth: usize) -> Same {
        let ty = &self.api()[id];
        let format = |format: &Option<Format>| {
            let format = format.as_ref().map(Format::as_str);
            format.unwrap_or_default().to_owned()
        };
        if matches!(ty.identity, Identity::Component(_)) {
            return Same::One(id);
        }
        match &ty.kind {
            Kind::Boolean => Same::Scalar("boolean", String::new()),
            Kind::Integer(of) => Same::Scalar("integer", format(of)),
            Kind::Number(of) => Same::Scalar("number", format(of)),
            Kind::String(of) => Same::Scalar("string", format(of)),
            Kind::Array(items) if depth < 8 => {
                Same::Array(Box::new(self.same(items.id, depth + 1)), items.nullable)
            }
            Kind::Any
            | Kind::Never
            | Kind::Null
            | Kind::Enum(_)
            | Kind::Array(_)
            | Kind::Tuple(_)
            | Kind::Map(_)
            | Kind::Object(_)
            | Kind::Union(_)
            | Kind::Alias(_) => Same::One(id),
        }
    }
}

/// What two types have in common that are the same for any reader.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Same {
    One(TypeId),
    Scalar(&'static str, String),
    Array(Box<Same>, bool),
}
