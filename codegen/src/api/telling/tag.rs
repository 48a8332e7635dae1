//! The property whose value says which member an object is.

use std::collections::{BTreeMap, BTreeSet};

use super::MOST;
use super::look::{Look, Looks, is_disjoint};
use crate::api::{Discriminator, Object, TypeId, Union};

/// A property and what its values say.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) property: String,
    /// Each value once, with the member that it is for.
    pub(crate) values: Vec<(String, usize)>,
    /// The member for all other values.
    pub(crate) default: Option<usize>,
}

impl Tag {
    /// Whether some value is for this member.
    pub(super) fn knows(&self, member: usize) -> bool {
        self.default == Some(member) || self.values.iter().any(|(_, known)| *known == member)
    }

    fn add(&mut self, value: String, member: usize) {
        if !self.values.iter().any(|(known, _)| *known == value) {
            self.values.push((value, member));
        }
    }
}

impl Looks<'_> {
    /// Returns what the discriminator says. Members that it does not know may say themselves which
    /// values of the property are theirs.
    pub(super) fn explicit_tag(
        &self,
        union: &Union,
        looks: &[Look],
        discriminator: &Discriminator,
    ) -> Tag {
        let members = self.members_by_type(union, looks);
        let member = |id: TypeId| members.get(&self.api().end(id)).copied();
        let mut tag = Tag {
            property: discriminator.property.clone(),
            values: Vec::new(),
            default: discriminator.default.and_then(member),
        };
        for mapping in &discriminator.mapping {
            if let Some(member) = member(mapping.ty) {
                tag.add(mapping.value.clone(), member);
            }
        }
        for (member, look) in looks.iter().enumerate().take(MOST) {
            let own = self.listed(look).remove(&tag.property);
            for value in own.filter(|_| !tag.knows(member)).into_iter().flatten() {
                tag.add(value, member);
            }
        }
        tag
    }

    fn members_by_type(&self, union: &Union, looks: &[Look]) -> BTreeMap<TypeId, usize> {
        let mut members = BTreeMap::new();
        for (index, member) in union.members.iter().enumerate() {
            members.entry(self.api().end(member.ty.id)).or_insert(index);
        }
        // What is a member of a member is read by it.
        for (index, look) in looks.iter().enumerate() {
            for object in &look.objects {
                members.entry(*object).or_insert(index);
            }
        }
        members
    }

    /// Returns the first property that all objects must have, with values that tell all of them
    /// apart.
    pub(super) fn inferred_tag(&self, looks: &[Look]) -> Option<Tag> {
        let of_objects = looks.iter().enumerate();
        let of_objects: Vec<(usize, &Look)> =
            of_objects.filter(|(_, look)| look.has_objects()).collect();
        if of_objects.len() < 2 || of_objects.len() > MOST {
            return None;
        }
        let listed: Vec<_> = of_objects
            .iter()
            .map(|(_, look)| self.listed(look))
            .collect();
        let first = self.api().object(*of_objects[0].1.objects.first()?)?;
        let mut names = first.properties.iter().map(|property| &property.name);
        names.find_map(|name| {
            let mut tag = Tag {
                property: name.clone(),
                values: Vec::new(),
                default: None,
            };
            for ((member, look), listed) in of_objects.iter().zip(&listed) {
                let values = listed.get(name).filter(|_| self.all_require(look, name))?;
                let known: Vec<String> =
                    tag.values.iter().map(|(value, _)| value.clone()).collect();
                if known.len() + values.len() > MOST || !is_disjoint(&known, values) {
                    return None;
                }
                let distinct: BTreeSet<&String> = values.iter().collect();
                let values = values.iter().filter(|value| distinct.contains(value));
                values.for_each(|value| tag.add(value.clone(), *member));
            }
            Some(tag)
        })
    }

    fn all_require(&self, look: &Look, name: &str) -> bool {
        let mut objects = look.objects.iter().filter_map(|id| self.api().object(*id));
        objects.all(|object| requires(object, name))
    }
}

pub(super) fn requires(object: &Object, name: &str) -> bool {
    let mut properties = object.properties.iter();
    properties.any(|property| property.required && property.name == name)
}
