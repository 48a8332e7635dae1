//! Leaving types and callbacks out, without a gap in the ids.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, CallbackId, Identity, Owner, TypeId};

impl Api {
    /// Keeps the types that something generated needs and, behind them, those that only what is left
    /// out needs; both in their order, with new ids. What is kept must not need others: neither
    /// operations nor types, nor the types that types are named after.
    pub(crate) fn retain_types(
        &mut self,
        generated: &BTreeSet<TypeId>,
        left_out: &BTreeSet<TypeId>,
    ) {
        let order: Vec<TypeId> = generated
            .iter()
            .chain(left_out.difference(generated))
            .copied()
            .collect();
        let numbered = order.iter().enumerate();
        let ids: BTreeMap<TypeId, TypeId> = numbered
            .map(|(index, id)| (*id, TypeId::new(index)))
            .collect();
        self.tellings.take();
        let mut types: Vec<_> = std::mem::take(&mut self.types)
            .into_iter()
            .map(Some)
            .collect();
        let kept = order.iter().filter_map(|id| types[id.index()].take());
        self.types = kept.collect();
        self.used = Some(generated.len());
        self.renumber(&ids);
    }

    fn renumber(&mut self, ids: &BTreeMap<TypeId, TypeId>) {
        for ty in &mut self.types {
            if let Some(owner) = ty.owner_mut() {
                *owner = ids[owner];
            }
            for inner in ty.refs_mut() {
                *inner = ids[inner];
            }
        }
        self.each_operation(|operation| {
            for inner in operation.refs_mut() {
                *inner = ids[inner];
            }
        });
    }

    /// Keeps these callbacks and gives them new ids, in their order. What is kept must not have
    /// others.
    pub(crate) fn retain_callbacks(&mut self, kept: &BTreeSet<CallbackId>) {
        let numbered = kept.iter().enumerate();
        let ids: BTreeMap<CallbackId, CallbackId> = numbered
            .map(|(index, id)| (*id, CallbackId::new(index)))
            .collect();
        let mut index = 0;
        self.callbacks.retain(|_| {
            index += 1;
            kept.contains(&CallbackId::new(index - 1))
        });
        self.each_operation(|operation| {
            for (_, callback) in &mut operation.callbacks {
                *callback = ids[callback];
            }
        });
    }

    fn each_operation(&mut self, mut change: impl FnMut(&mut super::Operation)) {
        self.operations.iter_mut().for_each(&mut change);
        self.skipped.iter_mut().for_each(&mut change);
        self.event_operations_mut().for_each(change);
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
