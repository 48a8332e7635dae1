//! Changes at places. A place is the positions of children on the way from the root.

use std::collections::{BTreeMap, BTreeSet};

use super::merge::{Clash, merge};
use super::{Full, Room, Value};
use crate::load::tree::Kind;

impl<'a> Value<'a> {
    /// Returns a copy of the value at a place.
    pub(in crate::load) fn copy_of(
        &mut self,
        place: &[u32],
        room: &mut Room,
    ) -> Result<Value<'a>, Full> {
        let found = self.at(place, room)?;
        room.copy(found, 0)
    }

    /// Merges a value into the one at a place.
    pub(in crate::load) fn merge_at(
        &mut self,
        place: &[u32],
        update: &Value<'a>,
        room: &mut Room,
    ) -> Result<(), Clash<'a>> {
        let target = self.at(place, room)?;
        if let Value::Array(_, elements) = target
            && update.kind() != Kind::Array
        {
            elements.push(room.copy(update, place.len() + 1)?);
            return Ok(());
        }
        merge(target, update, place.len(), room)
    }

    /// Removes the values at places, of which none is the root.
    pub(in crate::load) fn remove_all(
        &mut self,
        places: &[Vec<u32>],
        room: &mut Room,
    ) -> Result<(), Full> {
        let mut children: BTreeMap<&[u32], BTreeSet<u32>> = BTreeMap::new();
        for place in places {
            if let Some((position, around)) = place.split_last() {
                children.entry(around).or_default().insert(*position);
            }
        }
        // From the end, so that what is left to change stays where it is.
        for (around, removed) in children.into_iter().rev() {
            let mut position = 0..;
            let mut stays = || position.next().is_none_or(|at| !removed.contains(&at));
            match self.at(around, room)? {
                Value::Array(_, elements) => elements.retain(|_| stays()),
                Value::Object(_, members) => members.retain(|_| stays()),
                Value::Whole(_) => {}
            }
        }
        Ok(())
    }

    /// Returns the value at a place, its outermost level ready to be changed.
    fn at(&mut self, place: &[u32], room: &mut Room) -> Result<&mut Value<'a>, Full> {
        let mut value = self;
        room.unfold(value)?;
        for position in place {
            let position = *position as usize;
            value = match value {
                Value::Array(_, elements) => &mut elements[position],
                Value::Object(_, members) => &mut members[position].value,
                Value::Whole(_) => unreachable!("places come from this draft"),
            };
            room.unfold(value)?;
        }
        Ok(value)
    }
}
