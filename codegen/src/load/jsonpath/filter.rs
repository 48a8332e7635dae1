//! Whether a child fulfils a condition (RFC 9535, 2.3.5.2).

use super::compare::{Item, compare};
use super::evaluate::{Cx, Exhausted, run};
use super::pattern;
use super::syntax::{Condition, Inner, Operand, Pattern};
use crate::load::draft::View;

pub(super) fn holds<'v>(
    cx: &Cx<'v, '_>,
    condition: &Condition,
    child: View<'v>,
) -> Result<bool, Exhausted> {
    cx.step(1)?;
    match condition {
        Condition::Any(all) => any(cx, all, child),
        Condition::All(all) => Ok(!any_not(cx, all, child)?),
        Condition::Not(inner) => holds(cx, inner, child).map(|holds| !holds),
        Condition::Exists(query) => Ok(!views(cx, query, child)?.is_empty()),
        Condition::Compare(left, comparison, right) => {
            let (left, right) = (item(cx, left, child)?, item(cx, right, child)?);
            compare(cx, left, *comparison, right)
        }
        Condition::Matches {
            whole,
            text,
            pattern,
        } => {
            let text = item(cx, text, child)?;
            matches(cx, text, pattern, *whole, child)
        }
    }
}

fn any<'v>(cx: &Cx<'v, '_>, all: &[Condition], child: View<'v>) -> Result<bool, Exhausted> {
    for condition in all {
        if holds(cx, condition, child)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn any_not<'v>(cx: &Cx<'v, '_>, all: &[Condition], child: View<'v>) -> Result<bool, Exhausted> {
    for condition in all {
        if !holds(cx, condition, child)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is no text fits no expression, and nothing fits what is no expression.
fn matches<'v>(
    cx: &Cx<'v, '_>,
    text: Item<'_>,
    pattern: &Pattern,
    whole: bool,
    child: View<'v>,
) -> Result<bool, Exhausted> {
    let Item::Text(text) = text else {
        return Ok(false);
    };
    match pattern {
        Pattern::Known(regex) => {
            cx.step(1 + regex.cost_of(text))?;
            Ok(regex.is_match(text))
        }
        Pattern::Computed(operand) => {
            let Item::Text(expression) = item(cx, operand, child)? else {
                return Ok(false);
            };
            cx.step(COMPILING + COMPILING * expression.len())?;
            let Some(regex) = pattern::compile(expression, whole) else {
                return Ok(false);
            };
            cx.step(regex.cost() + regex.cost_of(text))?;
            Ok(regex.is_match(text))
        }
    }
}

/// Steps that compiling each byte of an expression is worth.
const COMPILING: usize = 100;

fn item<'x, 'v: 'x>(
    cx: &Cx<'v, '_>,
    operand: &'x Operand,
    child: View<'v>,
) -> Result<Item<'x>, Exhausted> {
    Ok(match operand {
        Operand::Null => Item::Null,
        Operand::Bool(value) => Item::Bool(*value),
        Operand::Number(text) => Item::Number(text),
        Operand::Text(text) => Item::Text(text),
        Operand::Query(query) | Operand::Value(query) => {
            let found = views(cx, query, child)?;
            match found[..] {
                [only] => Item::new(only),
                _ => Item::Nothing,
            }
        }
        Operand::Count(query) => Item::Count(views(cx, query, child)?.len()),
        Operand::Length(operand) => match item(cx, operand, child)? {
            Item::Text(text) => {
                cx.step(text.len())?;
                Item::Count(text.chars().count())
            }
            Item::Many(view) => Item::Count(view.count()),
            Item::Nothing | Item::Null | Item::Bool(_) | Item::Number(_) | Item::Count(_) => {
                Item::Nothing
            }
        },
    })
}

fn views<'v>(cx: &Cx<'v, '_>, query: &Inner, child: View<'v>) -> Result<Vec<View<'v>>, Exhausted> {
    let start = if query.absolute { cx.root } else { child };
    let found = run(cx, &query.segments, start)?;
    Ok(found.into_iter().map(|found| found.view).collect())
}
