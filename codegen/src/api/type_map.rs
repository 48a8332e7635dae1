//! Values by type: maps and sets that are lists, because the ids of types are positions.
//!
//! They go through their values in the order of the types, like any ordered collection, and find one
//! in a step.

use super::TypeId;

/// Values of some types.
#[derive(Debug, Clone)]
pub(crate) struct TypeMap<V> {
    values: Vec<Option<V>>,
    len: usize,
}

/// Some types.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypeSet {
    /// A bit for each type.
    words: Vec<u64>,
}

impl<V> TypeMap<V> {
    pub(crate) fn new() -> Self {
        Self {
            values: Vec::new(),
            len: 0,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn get(&self, id: TypeId) -> Option<&V> {
        self.values.get(id.index())?.as_ref()
    }

    pub(crate) fn get_mut(&mut self, id: TypeId) -> Option<&mut V> {
        self.values.get_mut(id.index())?.as_mut()
    }

    pub(crate) fn contains(&self, id: TypeId) -> bool {
        self.get(id).is_some()
    }

    /// Sets the value of a type; returns the one that it had.
    pub(crate) fn insert(&mut self, id: TypeId, value: V) -> Option<V> {
        let old = self.place(id).replace(value);
        self.len += usize::from(old.is_none());
        old
    }

    /// Takes the value of a type away.
    pub(crate) fn remove(&mut self, id: TypeId) -> Option<V> {
        let old = self.values.get_mut(id.index())?.take();
        self.len -= usize::from(old.is_some());
        old
    }

    /// Returns the types that have a value, in their order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = TypeId> {
        self.iter().map(|(id, _)| id)
    }

    /// Returns the values, in the order of the types.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &V)> {
        let values = self.values.iter().enumerate();
        values.filter_map(|(index, value)| Some((TypeId::new(index), value.as_ref()?)))
    }

    fn place(&mut self, id: TypeId) -> &mut Option<V> {
        if self.values.len() <= id.index() {
            self.values.resize_with(id.index() + 1, || None);
        }
        &mut self.values[id.index()]
    }
}

impl<V: Default> TypeMap<V> {
    /// Returns the value of a type, which is the default one if it had none.
    pub(crate) fn or_default(&mut self, id: TypeId) -> &mut V {
        if !self.contains(id) {
            self.insert(id, V::default());
        }
        self.place(id).get_or_insert_default()
    }
}

impl<V> Default for TypeMap<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> Extend<(TypeId, V)> for TypeMap<V> {
    fn extend<T: IntoIterator<Item = (TypeId, V)>>(&mut self, values: T) {
        for (id, value) in values {
            self.insert(id, value);
        }
    }
}

impl<V> FromIterator<(TypeId, V)> for TypeMap<V> {
    fn from_iter<T: IntoIterator<Item = (TypeId, V)>>(values: T) -> Self {
        let mut map = Self::new();
        map.extend(values);
        map
    }
}

impl TypeSet {
    pub(crate) fn contains(&self, id: TypeId) -> bool {
        let (word, bit) = place(id);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Adds a type; returns whether it is new.
    pub(crate) fn insert(&mut self, id: TypeId) -> bool {
        let (word, bit) = place(id);
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        let is_new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        is_new
    }

    /// Takes a type away.
    pub(crate) fn remove(&mut self, id: TypeId) {
        let (word, bit) = place(id);
        if let Some(word) = self.words.get_mut(word) {
            *word &= !bit;
        }
    }

    /// Returns the types in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = TypeId> {
        let words = self.words.iter().enumerate();
        words.flat_map(|(index, word)| Bits(*word).map(move |bit| TypeId::new(64 * index + bit)))
    }
}

fn place(id: TypeId) -> (usize, u64) {
    (id.index() / 64, 1 << (id.index() % 64))
}

/// The positions of the bits of a word.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

impl Extend<TypeId> for TypeSet {
    fn extend<T: IntoIterator<Item = TypeId>>(&mut self, types: T) {
        for id in types {
            self.insert(id);
        }
    }
}

impl FromIterator<TypeId> for TypeSet {
    fn from_iter<T: IntoIterator<Item = TypeId>>(types: T) -> Self {
        let mut set = Self::default();
        set.extend(types);
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_ordered_collections(steps in prop::collection::vec((0..200_usize, any::<bool>()), 0..80)) {
            let (mut map, mut set) = (TypeMap::new(), TypeSet::default());
            let (mut known, mut members) = (BTreeMap::new(), BTreeSet::new());
            for (step, (index, is_added)) in steps.into_iter().enumerate() {
                let id = TypeId::new(index);
                if is_added {
                    prop_assert_eq!(map.insert(id, step), known.insert(id, step));
                    prop_assert_eq!(set.insert(id), members.insert(id));
                } else {
                    prop_assert_eq!(map.remove(id), known.remove(&id));
                    set.remove(id);
                    members.remove(&id);
                }
                prop_assert_eq!(map.len(), known.len());
                prop_assert_eq!(map.get(id), known.get(&id));
                prop_assert_eq!(set.contains(id), members.contains(&id));
            }
            prop_assert!(map.iter().eq(known.iter().map(|(id, value)| (*id, value))));
            prop_assert!(set.iter().eq(members));
        }
    }
}
