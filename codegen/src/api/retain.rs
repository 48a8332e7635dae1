//! Leaving types out, without a gap in the ids.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, Identity, Owner, TypeId};

impl Api {
    /// Keeps these types and gives them new ids, in their order. What is kept must not need others:
    /// neither operations nor types, nor the types that types are named after.
    pub(crate) fn retain_types(&mut self, kept: &BTreeSet<TypeId>) {
        let ids: BTreeMap<TypeId, TypeId> = kept
            .iter()
            .enumerate()
            .map(|(index, id)| (*id, TypeId::new(index)))
            .collect();
        let mut index = 0;
        self.types.retain(|_| {
            index += 1;
            kept.contains(&TypeId::new(index - 1))
        });
        for ty in &mut self.types {
            if let Some(owner) = ty.owner_mut() {
                *owner = ids[owner];
            }
            for inner in ty.refs_mut() {
                inner.id = ids[&inner.id];
            }
        }
        for operation in &mut self.operations {
            for inner in operation.refs_mut() {
                inner.id = ids[&inner.id];
            }
        }
    }
}

impl super::Type {
    /// Returns the type that this one is named after.
    pub(crate) fn owner_mut(&mut self) -> Option<&mut TypeId> {
        match &mut self.identity {
            Identity::Inline {
                owner: Owner::Type(id),
                ..
            } => Some(id),
            Identity::Inline { .. } | Identity::Component(_) => None,
        }
    }
}
