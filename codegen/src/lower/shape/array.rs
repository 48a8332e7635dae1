//! Arrays.

use super::super::flat::Flat;
use super::{Decision, Shape};

const TUPLE: &str = "items with a type for each position come out as any values";

/// Returns the look of an array.
pub(super) fn look<'a>(flat: &Flat<'a>, decision: &mut Decision<'a>) -> Shape<'a> {
    match flat.prefix {
        Some(prefix) => {
            decision.weaker.push((TUPLE, prefix));
            Shape::Array(None)
        }
        None => Shape::Array(flat.items),
    }
}
