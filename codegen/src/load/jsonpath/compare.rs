//! Comparing values (RFC 9535, 2.3.5.2.2).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::evaluate::{Cx, Exhausted};
use super::syntax::Comparison;
use crate::load::draft::View;
use crate::load::tree::Kind;

/// A value to compare.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'x> {
    /// What a query is that selects nothing.
    Nothing,
    Null,
    Bool(bool),
    /// The spelling of a number.
    Number(&'x str),
    /// A number that was counted.
    Count(usize),
    Text(&'x str),
    /// An object or array.
    Many(View<'x>),
}

impl<'x> Item<'x> {
    pub(super) fn new(view: View<'x>) -> Self {
        match view.kind() {
            Kind::Null => Self::Null,
            Kind::Bool(value) => Self::Bool(value),
            Kind::Number(text) => Self::Number(text),
            Kind::String(text) => Self::Text(text),
            Kind::Array | Kind::Object => Self::Many(view),
        }
    }

    fn number(self) -> Option<Number> {
        match self {
            Self::Number(text) => Some(Number::new(text)),
            Self::Count(count) => Some(Number::Whole(count as i128)),
            Self::Nothing | Self::Null | Self::Bool(_) | Self::Text(_) | Self::Many(_) => None,
        }
    }
}

pub(super) fn compare(
    cx: &Cx<'_, '_>,
    left: Item<'_>,
    comparison: Comparison,
    right: Item<'_>,
) -> Result<bool, Exhausted> {
    let (less, equal, greater) = match comparison {
        Comparison::Equal => return are_equal(cx, left, right),
        Comparison::NotEqual => return are_equal(cx, left, right).map(|equal| !equal),
        Comparison::Less => (true, false, false),
        Comparison::LessOrEqual => (true, true, false),
        Comparison::Greater => (false, false, true),
        Comparison::GreaterOrEqual => (false, true, true),
    };
    match order(cx, left, right)? {
        Some(Ordering::Less) => Ok(less),
        Some(Ordering::Greater) => Ok(greater),
        Some(Ordering::Equal) => Ok(equal),
        // What has no order can be equal all the same.
        None => Ok(equal && are_equal(cx, left, right)?),
    }
}

/// Only numbers and texts have an order.
fn order(cx: &Cx<'_, '_>, left: Item<'_>, right: Item<'_>) -> Result<Option<Ordering>, Exhausted> {
    if let (Item::Text(left), Item::Text(right)) = (left, right) {
        cx.step(left.len().min(right.len()))?;
        return Ok(Some(left.cmp(right)));
    }
    let numbers = left.number().zip(right.number());
    Ok(numbers.and_then(|(left, right)| left.order(right)))
}

fn are_equal(cx: &Cx<'_, '_>, left: Item<'_>, right: Item<'_>) -> Result<bool, Exhausted> {
    Ok(match (left, right) {
        (Item::Nothing, Item::Nothing) | (Item::Null, Item::Null) => true,
        (Item::Bool(left), Item::Bool(right)) => left == right,
        (Item::Text(left), Item::Text(right)) => {
            cx.step(left.len().min(right.len()))?;
            left == right
        }
        (Item::Many(left), Item::Many(right)) => same_children(cx, left, right)?,
        (left, right) => {
            let numbers = left.number().zip(right.number());
            numbers.is_some_and(|(left, right)| left.order(right) == Some(Ordering::Equal))
        }
    })
}

/// Compares elements in their order, entries by their keys. The depth of documents is limited, and
/// so is this recursion.
fn same_children(cx: &Cx<'_, '_>, left: View<'_>, right: View<'_>) -> Result<bool, Exhausted> {
    if left.is_array() != right.is_array() || left.count() != right.count() {
        return Ok(false);
    }
    cx.step(left.count())?;
    let same = |left, right| are_equal(cx, Item::new(left), Item::new(right));
    if left.is_array() {
        for ((_, left), (_, right)) in left.children().zip(right.children()) {
            if !same(left, right)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    let others: BTreeMap<_, _> = right.children().collect();
    for (key, left) in left.children() {
        match others.get(&key) {
            Some(right) if same(left, *right)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// A number by its value.
#[derive(Debug, Clone, Copy)]
enum Number {
    Whole(i128),
    Real(f64),
}

impl Number {
    /// YAML has numbers that JSON spells otherwise.
    fn new(text: &str) -> Self {
        let radix = |digits: &str, radix| i128::from_str_radix(digits, radix).ok();
        let whole = match text.get(..2) {
            Some("0x") => radix(&text[2..], 16),
            Some("0o") => radix(&text[2..], 8),
            _ => text.parse().ok(),
        };
        whole.map_or_else(|| Self::Real(real(text)), Self::Whole)
    }

    fn order(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Whole(left), Self::Whole(right)) => Some(left.cmp(&right)),
            (left, right) => left.real().partial_cmp(&right.real()),
        }
    }

    fn real(self) -> f64 {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "compared with what has no more")]
            Self::Whole(value) => value as f64,
            Self::Real(value) => value,
        }
    }
}

fn real(text: &str) -> f64 {
    let unsigned = text.trim_start_matches(['-', '+']);
    let value = if unsigned.eq_ignore_ascii_case(".inf") {
        f64::INFINITY
    } else if unsigned.eq_ignore_ascii_case(".nan") {
        f64::NAN
    } else {
        unsigned.parse().unwrap_or(f64::NAN)
    };
    if text.starts_with('-') { -value } else { value }
}
