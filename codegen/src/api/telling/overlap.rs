//! Members that nothing tells apart.

use std::collections::BTreeSet;

use super::look::{Look, Sort, is_disjoint};
use super::tag::requires;
use super::{MOST, Telling};
use crate::api::{Api, Kind, Object, Union};

/// So many pairs of objects are compared, in one union.
const PAIRS: usize = 4096;

impl Telling {
    /// Returns pairs of members of which a value may be either, by their positions: each member with
    /// the first one that it cannot be told from.
    pub(crate) fn overlaps(&self, api: &Api, union: &Union) -> Vec<(usize, usize)> {
        let mut budget = PAIRS;
        let mut found = Vec::new();
        // What may be anything is there for the rest.
        let own = |index: &usize| self.firsts[*index] == *index && !self.looks[*index].is_any();
        for second in (0..self.looks.len()).filter(own).take(MOST) {
            let mut others = (0..second).filter(own);
            let overlap = others.find(|first| {
                let are_told = |tag: &super::Tag| tag.knows(*first) && tag.knows(second);
                !self.tag.as_ref().is_some_and(are_told)
                    && self.overlap(api, union, (*first, second), &mut budget)
            });
            found.extend(overlap.map(|first| (first, second)));
        }
        found
    }

    fn overlap(
        &self,
        api: &Api,
        union: &Union,
        (first, second): (usize, usize),
        budget: &mut usize,
    ) -> bool {
        let (one, other) = (&self.looks[first], &self.looks[second]);
        let common: BTreeSet<Sort> = one.sorts.intersection(&other.sorts).copied().collect();
        common.iter().any(|sort| match sort {
            Sort::Boolean | Sort::Number | Sort::Text => {
                scalars_overlap(one, other) && !is_narrower(api, union, (first, second))
            }
            Sort::Array => {
                one.items.is_empty()
                    || other.items.is_empty()
                    || !one.items.is_disjoint(&other.items)
            }
            Sort::Object => self.objects_overlap(api, (first, second), budget),
        })
    }

    fn objects_overlap(
        &self,
        api: &Api,
        (first, second): (usize, usize),
        budget: &mut usize,
    ) -> bool {
        let marks = &self.marks[second];
        let is_told = self.marks[first].iter().any(|(name, values)| {
            let other = marks.iter().find(|(other, _)| other == name);
            other.is_some_and(|(_, other)| is_disjoint(values, other))
        });
        if is_told {
            return false;
        }
        let (one, other) = (&self.looks[first], &self.looks[second]);
        if one.any_object || other.any_object {
            // An object with properties comes before one of any.
            return one.any_object && other.any_object;
        }
        let objects = |look: &Look| -> Vec<_> {
            let objects = look.objects.iter();
            objects.filter_map(|id| api.object(*id)).collect()
        };
        let (ones, others) = (objects(one), objects(other));
        ones.iter().any(|one| {
            others.iter().any(|other| {
                let affordable = *budget > 0;
                *budget = budget.saturating_sub(1);
                affordable && !is_apart(one, other) && !is_apart(other, one)
            })
        })
    }
}

/// Whether one of two scalars is a special case of the other, which is tried first.
fn is_narrower(api: &Api, union: &Union, (first, second): (usize, usize)) -> bool {
    let kind = |index: usize| &api[api.end(union.members[index].ty.id)].kind;
    match (kind(first), kind(second)) {
        (Kind::Integer(_), Kind::Number(_)) | (Kind::Number(_), Kind::Integer(_)) => true,
        (first, second) => first.format() != second.format(),
    }
}

/// Whether one object must have a property that the other does not describe.
fn is_apart(one: &Object, other: &Object) -> bool {
    let describes = |name: &str| {
        other
            .properties
            .iter()
            .any(|property| property.name == name)
    };
    let mut required = one.properties.iter().filter(|property| property.required);
    required.any(|property| !describes(&property.name) && !requires(other, &property.name))
}

fn scalars_overlap(one: &Look, other: &Look) -> bool {
    match (&one.values, &other.values) {
        (Some(one), Some(other)) => !is_disjoint(one, other),
        // What is listed comes before what is not.
        (Some(_), None) | (None, Some(_)) => false,
        (None, None) => true,
    }
}
