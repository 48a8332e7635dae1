//! Which operations and types of two APIs are the same ones under perhaps other names.
//!
//! An operation is its method and path, whatever the path's parameters are called, or else its id.
//! A type is its identity: a component by name, an inline schema by its place in what it stands in.
//! What an item says is not looked at.

use std::collections::BTreeMap;

use super::align::{Pair, align};
use crate::api::{Api, Identity, Operation, Owner, PathPart, PathTemplate, Step, TypeId};

/// The pairs of two APIs.
#[derive(Debug)]
pub(super) struct Matching<'a> {
    operations: Vec<Pair<'a, Operation>>,
    new_of_old: BTreeMap<TypeId, TypeId>,
}

/// The types of one API by what names them.
#[derive(Debug, Default)]
struct Index<'a> {
    components: BTreeMap<&'a str, TypeId>,
    inline: BTreeMap<OwnerKey<'a>, BTreeMap<StepKey<'a>, TypeId>>,
}

/// An [`Owner`] that sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum OwnerKey<'a> {
    Type(TypeId),
    Operation(&'a str),
    Path(&'a str),
    Webhook(&'a str),
    Callback(&'a str),
    Shared(&'a str),
}

/// A [`Step`] that sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum StepKey<'a> {
    Property(&'a str),
    Items,
    AdditionalProperties,
    Member(&'a str),
    Base,
    Position(usize),
    Pattern(&'a str),
    Name,
    Content,
    Beside(usize),
    Parameter(&'a str),
    RequestBody(&'a str),
    Response(&'a str, &'a str),
    Header(&'a str, &'a str),
    RequestItem(&'a str),
    ResponseItem(&'a str, &'a str),
    PartHeader(&'a str, &'a str),
}

impl<'a> Matching<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api) -> Self {
        let keys = operation_keys;
        let mut matching = Self {
            operations: align(&old.operations, &new.operations, keys, keys),
            new_of_old: BTreeMap::new(),
        };
        matching.match_types(&Index::new(old), &Index::new(new));
        matching
    }

    /// Returns the pairs of operations, in the order of the new API.
    pub(super) fn operations(&self) -> &[Pair<'a, Operation>] {
        &self.operations
    }

    /// Whether two types are one type, before and after.
    pub(super) fn is_same(&self, old: TypeId, new: TypeId) -> bool {
        self.new_of_old.get(&old) == Some(&new)
    }

    /// Returns the types that are in both APIs, before and after.
    pub(super) fn types(&self) -> impl Iterator<Item = (TypeId, TypeId)> {
        self.new_of_old.iter().map(|(old, new)| (*old, *new))
    }

    /// Pairs components by name, then, from owner to owner, what stands inside of pairs.
    fn match_types(&mut self, old: &Index<'a>, new: &Index<'a>) {
        let mut owners = self.matched_owners(old);
        for (name, old_id) in &old.components {
            if let Some(new_id) = new.components.get(name) {
                self.match_type(*old_id, *new_id, &mut owners);
            }
        }
        while let Some((old_owner, new_owner)) = owners.pop() {
            let both = (old.inline.get(&old_owner), new.inline.get(&new_owner));
            let (Some(old_steps), Some(new_steps)) = both else {
                continue;
            };
            for (step, old_id) in old_steps {
                if let Some(new_id) = new_steps.get(step) {
                    self.match_type(*old_id, *new_id, &mut owners);
                }
            }
        }
    }

    /// Pairs two types once, and remembers to pair what stands in them.
    fn match_type(
        &mut self,
        old: TypeId,
        new: TypeId,
        owners: &mut Vec<(OwnerKey<'a>, OwnerKey<'a>)>,
    ) {
        if self.new_of_old.insert(old, new).is_none() {
            owners.push((OwnerKey::Type(old), OwnerKey::Type(new)));
        }
    }

    /// Returns the owners that are no types: pairs of operations and their paths, shared items.
    fn matched_owners(&self, old: &Index<'a>) -> Vec<(OwnerKey<'a>, OwnerKey<'a>)> {
        let shared = old.inline.keys().filter(|key| {
            matches!(
                key,
                OwnerKey::Shared(_) | OwnerKey::Webhook(_) | OwnerKey::Callback(_)
            )
        });
        let mut owners: Vec<_> = shared.map(|key| (*key, *key)).collect();
        for pair in &self.operations {
            if let Pair::Both(old, new) = pair {
                owners.push((
                    OwnerKey::Path(&old.path.text),
                    OwnerKey::Path(&new.path.text),
                ));
                owners.push((OwnerKey::Operation(&old.id), OwnerKey::Operation(&new.id)));
            }
        }
        owners
    }
}

impl<'a> Index<'a> {
    fn new(api: &'a Api) -> Self {
        let mut index = Self::default();
        for (id, ty) in api.types() {
            match &ty.identity {
                Identity::Component(name) => {
                    index.components.insert(name, id);
                }
                Identity::Inline { owner, step } => {
                    let steps = index.inline.entry(owner_key(owner)).or_default();
                    steps.insert(step_key(step), id);
                }
            }
        }
        index
    }
}

fn owner_key(owner: &Owner) -> OwnerKey<'_> {
    match owner {
        Owner::Type(id) => OwnerKey::Type(*id),
        Owner::Operation(id) => OwnerKey::Operation(id),
        Owner::Path(path) => OwnerKey::Path(path),
        Owner::Webhook(name) => OwnerKey::Webhook(name),
        Owner::Callback(name) => OwnerKey::Callback(name),
        Owner::Shared(name) => OwnerKey::Shared(name),
    }
}

fn step_key(step: &Step) -> StepKey<'_> {
    match step {
        Step::Property(name) => StepKey::Property(name),
        Step::Items => StepKey::Items,
        Step::AdditionalProperties => StepKey::AdditionalProperties,
        Step::Member(key) => StepKey::Member(key),
        Step::Base => StepKey::Base,
        Step::Position(index) => StepKey::Position(*index),
        Step::Pattern(regex) => StepKey::Pattern(regex),
        Step::Name => StepKey::Name,
        Step::Content => StepKey::Content,
        Step::Beside(index) => StepKey::Beside(*index),
        Step::Parameter(name) => StepKey::Parameter(name),
        Step::RequestBody(media_type) => StepKey::RequestBody(media_type),
        Step::Response(status, media_type) => StepKey::Response(status, media_type),
        Step::Header(status, name) => StepKey::Header(status, name),
        Step::RequestItem(media_type) => StepKey::RequestItem(media_type),
        Step::ResponseItem(status, media_type) => StepKey::ResponseItem(status, media_type),
        Step::PartHeader(part, name) => StepKey::PartHeader(part, name),
    }
}

/// The names of an operation, the surest first: as written, without names of parameters, by id.
fn operation_keys(operation: &Operation) -> [String; 3] {
    let method = &operation.method;
    [
        format!("{method} {}", operation.path.text),
        format!("{method} {}", erased(&operation.path)),
        operation.id.clone(),
    ]
}

/// Returns the path without the names of its parameters, as in `/pets/{}`.
pub(super) fn erased(path: &PathTemplate) -> String {
    let part = |part: &'_ PathPart| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Parameter(_) => "{}".to_owned(),
    };
    path.parts.iter().map(part).collect()
}
