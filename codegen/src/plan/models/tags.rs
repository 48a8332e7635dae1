//! Values of discriminators that a type has no choice about: constructors set them.
//!
//! Takes the API; returns for objects the property and the one value that stands for them, whatever
//! union they are read in. Where two unions call a type by different values nobody but the caller
//! knows which is meant. Knows as well which properties tell the objects of some union apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Kind, Look, TypeId, Union};

/// Properties and their values, by object.
#[derive(Debug, Default)]
pub(super) struct Tags {
    values: BTreeMap<TypeId, BTreeMap<String, Value>>,
    deciding: BTreeMap<TypeId, BTreeSet<String>>,
}

/// What stands for an object.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    One(String),
    Several,
}

impl Tags {
    pub(super) fn new(api: &Api) -> Self {
        let mut tags = Self::default();
        for (id, ty) in api.types() {
            if let Kind::Union(union) = &ty.kind {
                tags.add_union(api, id, union);
            }
        }
        tags
    }

    /// Returns the value of the property that says that an object is of this type.
    pub(super) fn value(&self, object: TypeId, property: &str) -> Option<&str> {
        match self.values.get(&object)?.get(property)? {
            Value::One(value) => Some(value),
            Value::Several => None,
        }
    }

    /// Whether the values of the property tell objects of this type from others.
    pub(super) fn decide(&self, object: TypeId, property: &str) -> bool {
        let deciding = self.deciding.get(&object);
        deciding.is_some_and(|it| it.contains(property))
    }

    fn add_union(&mut self, api: &Api, id: TypeId, union: &Union) {
        let Some(telling) = api.tellings().of(id) else {
            return;
        };
        if let Some(tag) = &telling.tag {
            for object in telling.looks.iter().flat_map(|look| &look.objects) {
                let deciding = self.deciding.entry(*object).or_default();
                if !deciding.contains(&tag.property) {
                    deciding.insert(tag.property.clone());
                }
            }
        }
        let Some(discriminator) = &union.discriminator else {
            return;
        };
        let members = union.members.iter().zip(&telling.looks);
        let members: BTreeMap<TypeId, &Look> = members
            .map(|(member, look)| (api.end(member.ty.id), look))
            .collect();
        for mapping in &discriminator.mapping {
            // What stands in a member goes by that member's value.
            let look = members.get(&api.end(mapping.ty));
            for object in look.into_iter().flat_map(|look| &look.objects) {
                self.add(*object, &discriminator.property, &mapping.value);
            }
        }
    }

    fn add(&mut self, object: TypeId, property: &str, value: &str) {
        let values = self.values.entry(object).or_default();
        match values.get_mut(property) {
            None => {
                values.insert(property.to_owned(), Value::One(value.to_owned()));
            }
            Some(known) if *known == Value::One(value.to_owned()) => {}
            Some(known) => *known = Value::Several,
        }
    }
}
