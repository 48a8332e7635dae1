//! Tells objects apart by their properties: which are there, and what some of them say.

use std::cmp::Reverse;

use super::Test;
use super::pick::scalar_text;
use crate::codec::error::DecodeError;
use crate::codec::reader::Reader;
use crate::codec::shape::Shape;
use crate::codec::table::{Presence, Property};

/// What an object has of one shape.
struct Row {
    /// The member, by its position.
    member: usize,
    shape: &'static Shape,
    tags: &'static [(&'static str, &'static [&'static str])],
    known: usize,
    required: usize,
    /// Whether a property has a value that no object of the shape has.
    is_wrong: bool,
}

/// How well an object is a member's: the smaller, the better.
type Rank = (bool, Reverse<usize>, usize);

/// Sorts members by how well the object ahead is theirs, and drops those that it cannot be. The
/// reader is left anywhere in the object.
pub(super) fn rank_objects(
    tests: &[Test],
    members: &mut Vec<usize>,
    input: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let mut rows: Vec<Row> = members
        .iter()
        .flat_map(|member| rows(&tests[*member], *member))
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    if input.names_depend_on_shapes() {
        count_by_shape(&mut rows, input)?;
    } else {
        count(&mut rows, input)?;
    }
    let is_exact = input.is_exact();
    let rank = |member: usize| -> Option<Rank> {
        // A map takes any object, and knows no property.
        if tests[member].shapes.is_empty() {
            return Some((false, Reverse(0), member));
        }
        let own = rows.iter().filter(|row| row.member == member);
        own.filter_map(|row| row.rank(is_exact)).min()
    };
    let mut ranks: Vec<Rank> = members.iter().filter_map(|member| rank(*member)).collect();
    ranks.sort_unstable();
    members.clear();
    members.extend(ranks.into_iter().map(|(_, _, member)| member));
    Ok(())
}

fn rows(test: &Test, member: usize) -> impl Iterator<Item = Row> {
    let tags = test.tags;
    test.shapes.iter().map(move |shape| Row {
        member,
        shape,
        tags,
        known: 0,
        required: 0,
        is_wrong: false,
    })
}

/// Counts in one pass over the object.
fn count(rows: &mut [Row], input: &mut Reader<'_>) -> Result<(), DecodeError> {
    let mut fields = input.begin_map()?;
    while input.next_field(&mut fields)?.is_some() {
        let key = input.key()?;
        let mut has_tag = false;
        for row in rows.iter_mut() {
            has_tag |= row.meet(row.shape.find(&key, 0));
        }
        if !has_tag {
            input.skip()?;
            continue;
        }
        let text = scalar_text(input)?;
        for row in rows.iter_mut() {
            row.compare(row.shape.find(&key, 0), text.as_deref());
        }
    }
    Ok(())
}

/// The same where the shape says what belongs to which property: one pass for each.
fn count_by_shape(rows: &mut [Row], input: &mut Reader<'_>) -> Result<(), DecodeError> {
    let start = input.checkpoint();
    for row in rows {
        let mut fields = input.begin_object(row.shape)?;
        while let Some(index) = input.next_field(&mut fields)? {
            if row.meet(Some(index)) {
                let text = scalar_text(input)?;
                row.compare(Some(index), text.as_deref());
            }
        }
        input.rewind(&start);
    }
    Ok(())
}

impl Row {
    fn field(&self, index: Option<usize>) -> Option<&'static Property> {
        self.shape.fields.get(index?)
    }

    /// Counts a property, and returns whether its value matters.
    fn meet(&mut self, index: Option<usize>) -> bool {
        let Some(field) = self.field(index) else {
            return false;
        };
        self.known += 1;
        self.required += usize::from(field.presence == Presence::Required);
        self.values(field).is_some()
    }

    fn compare(&mut self, index: Option<usize>, text: Option<&str>) {
        let values = self.field(index).and_then(|field| self.values(field));
        if let Some(values) = values {
            self.is_wrong |= !text.is_some_and(|text| values.contains(&text));
        }
    }

    fn values(&self, field: &Property) -> Option<&'static [&'static str]> {
        let tag = self.tags.iter().find(|(name, _)| *name == field.name);
        tag.map(|(_, values)| *values)
    }

    /// Nothing where the object cannot be of the shape.
    fn rank(&self, is_exact: bool) -> Option<Rank> {
        let fields = self.shape.fields.iter();
        let required = fields.filter(|field| field.presence == Presence::Required);
        let is_incomplete = self.required < required.count();
        if self.is_wrong || (is_incomplete && is_exact) {
            return None;
        }
        Some((is_incomplete, Reverse(self.known), self.member))
    }
}
