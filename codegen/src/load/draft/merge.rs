//! Merging one value into another (Overlay Specification 1.1, 4.4.3).

use std::collections::BTreeMap;

use super::value::Member;
use super::{Full, Room, Value};
use crate::load::tree::{Kind, Node};

/// Why one value cannot be merged into another.
#[derive(Debug, Clone, Copy)]
pub(in crate::load) enum Clash<'a> {
    /// The two are not of one kind.
    Kinds {
        target: Node<'a>,
        update: Node<'a>,
    },
    Full,
}

impl From<Full> for Clash<'_> {
    fn from(Full: Full) -> Self {
        Self::Full
    }
}

/// Merges `update` into `target`, which is below so many levels: entries of objects one by one,
/// elements of an array behind those that are there; a scalar takes the place of a scalar.
pub(super) fn merge<'a>(
    target: &mut Value<'a>,
    update: &Value<'a>,
    depth: usize,
    room: &mut Room,
) -> Result<(), Clash<'a>> {
    match (Class::of(target.node()), Class::of(update.node())) {
        (Class::Object, Class::Object) => merge_objects(target, update, depth, room),
        (Class::Array, Class::Array) => Ok(extend(target, update, depth, room)?),
        (Class::Scalar, Class::Scalar) => {
            *target = room.copy(update, depth)?;
            Ok(())
        }
        _ => Err(Clash::Kinds {
            target: target.node(),
            update: update.node(),
        }),
    }
}

/// What can be merged with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Class {
    Object,
    Array,
    Scalar,
}

impl Class {
    pub(in crate::load) fn of(node: Node<'_>) -> Self {
        match node.kind() {
            Kind::Object => Self::Object,
            Kind::Array => Self::Array,
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => Self::Scalar,
        }
    }
}

fn merge_objects<'a>(
    target: &mut Value<'a>,
    update: &Value<'a>,
    depth: usize,
    room: &mut Room,
) -> Result<(), Clash<'a>> {
    room.unfold(target)?;
    let Value::Object(_, members) = target else {
        return Ok(());
    };
    room.look(members.len())?;
    let known: BTreeMap<&str, usize> = members
        .iter()
        .enumerate()
        .rev()
        .map(|(position, member)| (member.key(), position))
        .collect();
    for new in unfolded(update, room)? {
        match known.get(new.key()) {
            Some(position) => merge(&mut members[*position].value, &new.value, depth + 1, room)?,
            None => members.push(Member {
                key: new.key,
                value: room.copy(&new.value, depth + 1)?,
            }),
        }
    }
    Ok(())
}

fn extend<'a>(
    target: &mut Value<'a>,
    update: &Value<'a>,
    depth: usize,
    room: &mut Room,
) -> Result<(), Full> {
    room.unfold(target)?;
    room.take(update.size())?;
    let mut update = update.clone();
    room.unfold(&mut update)?;
    if let (Value::Array(_, elements), Value::Array(_, more)) = (target, update) {
        for element in &more {
            elements.push(room.copy(element, depth + 1)?);
        }
    }
    Ok(())
}

/// Returns the entries of an object.
fn unfolded<'a>(object: &Value<'a>, room: &mut Room) -> Result<Vec<Member<'a>>, Full> {
    room.take(object.size())?;
    let mut object = object.clone();
    room.unfold(&mut object)?;
    match object {
        Value::Object(_, members) => Ok(members),
        Value::Whole(_) | Value::Array(..) => Ok(Vec::new()),
    }
}
