//! Arrays and tuples.

use super::super::cx::Cx;
use super::super::flat::{Flat, says_nothing};
use super::{Shape, TupleShape};
use crate::document::Additional;

/// Returns the look of an array: a tuple where first items have a look each.
pub(super) fn look<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>) -> Shape<'a> {
    let unevaluated = flat.unevaluated_items.unwrap_or(Additional::Silent);
    if flat.prefix.is_empty() {
        let items = match (flat.items, unevaluated) {
            (Some(items), _) | (None, Additional::Schema(items)) => Some(items),
            (None, Additional::Silent | Additional::Allowed | Additional::Forbidden) => None,
        };
        return Shape::Array(items);
    }
    let rest = match flat.items {
        None => unevaluated,
        Some(items) if cx.document[cx.end(items).id].never => Additional::Forbidden,
        Some(items) if says_nothing(&cx.document[items]) => Additional::Allowed,
        Some(items) => Additional::Schema(items),
    };
    Shape::Tuple(Box::new(TupleShape {
        prefix: std::mem::take(&mut flat.prefix),
        rest,
    }))
}
