//! Finds a name among those of many fields, in whatever order an input has them.
//!
//! Takes the fields of a shape, which are static, so an index is made once, when the first input asks
//! for it. Objects of one shape mostly come in one order, so the index remembers what came behind
//! what. Knows nothing of spellings: names are compared byte by byte.

use std::sync::atomic::{AtomicU32, Ordering};

use super::table::Property;

/// Positions of fields by the hash of their names: open addressing, at most half full. It defends
/// against nobody: the names are the description's, and a name that is not there is looked for in one
/// run of full slots.
#[derive(Debug)]
pub(super) struct Index {
    /// Positions from one on; zero is a free slot.
    slots: Box<[u32]>,
    /// How many bits of a hash are too many.
    shift: u32,
    /// The field that came first, and those that came behind each field. A guess: whoever reads
    /// at the same time may have had another order.
    order: Box<[AtomicU32]>,
}

impl Index {
    /// Fewer fields than that are compared one after the other.
    pub(super) const FEWEST: usize = 8;

    /// Returns the index of some fields; of equal names the first counts.
    pub(super) fn new(fields: &[Property]) -> Self {
        let size = (2 * fields.len()).next_power_of_two().max(2);
        let mut index = Self {
            slots: vec![0; size].into(),
            shift: u64::BITS - size.trailing_zeros(),
            order: (0..).take(fields.len() + 1).map(AtomicU32::new).collect(),
        };
        for (position, field) in (1..).zip(fields) {
            let mut slot = index.first_slot(field.name);
            while index.slots[slot] != 0 {
                slot = index.behind(slot);
            }
            index.slots[slot] = position;
        }
        index
    }

    /// Returns the position of the field with this name among those that the index was made of.
    #[inline]
    pub(super) fn find(&self, fields: &[Property], name: &str) -> Option<usize> {
        let mut slot = self.first_slot(name);
        loop {
            let position = (self.slots[slot] as usize).checked_sub(1)?;
            if fields.get(position)?.name == name {
                return Some(position);
            }
            slot = self.behind(slot);
        }
    }

    /// Returns the position of the field that is due at a step: at first, or behind the field of the
    /// position before.
    #[inline]
    pub(super) fn due(&self, step: usize) -> usize {
        let due = self.order.get(step);
        due.map_or(step, |due| due.load(Ordering::Relaxed) as usize)
    }

    /// Remembers which field came at a step.
    pub(super) fn learn(&self, step: usize, position: usize) {
        if let (Some(due), Ok(position)) = (self.order.get(step), u32::try_from(position)) {
            due.store(position, Ordering::Relaxed);
        }
    }

    #[inline]
    fn first_slot(&self, name: &str) -> usize {
        let hash = hash(name.as_bytes()) >> self.shift;
        usize::try_from(hash).unwrap_or_default()
    }

    #[inline]
    fn behind(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// A hash of the length, the first and the last bytes, whose highest bits are the best.
#[inline]
fn hash(name: &[u8]) -> u64 {
    const FIRST: u64 = 0x9e37_79b9_7f4a_7c15;
    const LAST: u64 = 0xc2b2_ae3d_27d4_eb4f;
    let (first, last) = ends(name);
    let length = name.len() as u64;
    ((first ^ length).wrapping_mul(FIRST) ^ last).wrapping_mul(LAST)
}

/// Words of the first and the last bytes, which overlap in short names.
#[inline]
fn ends(name: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
        return (
            u32::from_le_bytes(*first).into(),
            u32::from_le_bytes(*last).into(),
        );
    }
    let all = name.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
    (all, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(names: &[String]) -> Vec<Property> {
        let names = names.iter().map(|name| name.clone().leak());
        names.map(|name| Property::new(name)).collect()
    }

    #[test]
    fn every_name_is_found_and_no_other() {
        for count in [1, 2, 7, 8, 9, 64, 500] {
            let names: Vec<String> = (0..count)
                .map(|n| format!("{n}{}", "é".repeat(n % 12)))
                .collect();
            let fields = fields(&names);
            let index = Index::new(&fields);
            for (position, name) in names.iter().enumerate() {
                assert_eq!(index.find(&fields, name), Some(position), "{name}");
                assert_eq!(index.find(&fields, &format!("{name}x")), None);
            }
            assert_eq!(index.find(&fields, ""), None);
        }
    }

    #[test]
    fn the_order_is_learned() {
        let names = ["a", "b", "c"].map(str::to_owned);
        let index = Index::new(&fields(&names));
        let due = |step| index.due(step);
        assert_eq!([0, 1, 2, 3, 4].map(due), [0, 1, 2, 3, 4]);
        index.learn(0, 2);
        index.learn(3, 0);
        index.learn(9, 1);
        assert_eq!([0, 1, 2, 3, 9].map(due), [2, 1, 2, 0, 9]);
    }

    #[test]
    fn names_that_differ_in_the_middle_are_told_apart() {
        let names: Vec<String> = ('a'..='z')
            .map(|c| format!("a_long_beginning_{c}_a_long_end"))
            .collect();
        let fields = fields(&names);
        let index = Index::new(&fields);
        for (position, name) in names.iter().enumerate() {
            assert_eq!(index.find(&fields, name), Some(position), "{name}");
        }
        assert_eq!(index.find(&fields, "a_long_beginning_-_a_long_end"), None);
    }
}
