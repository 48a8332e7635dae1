//! What the client's method returns: the type of all successes, or an enum over their statuses.

use super::Rule;
use super::cx::Cx;
use super::difference::Difference;
use super::resolve::is_same_in_rust;
use crate::api::{Operation, Response, Status, TypeRef};

/// A success and what it carries, if anything.
type Success = (Status, Option<TypeRef>);

/// Says whether a successful call returns something else. Other types at the same places are told
/// where they stand.
pub(super) fn compare_outputs<'a>(
    cx: &Cx<'_>,
    old: &Operation,
    new: &Operation,
) -> Option<Difference<'a>> {
    let (old, new) = (successes(old), successes(new));
    let equal = |old: &Success, new: &Success| is_same(cx, old.1, new.1);
    let rule = match (is_uniform(&old), is_uniform(&new)) {
        (true, true) => match (old.first(), new.first()) {
            (Some(old), Some(new)) if !equal(old, new) => Rule::OutputChanged,
            _ => return None,
        },
        (true, false) | (false, true) => Rule::OutputChanged,
        (false, false) => {
            let is_kept = |old: &Success| new.iter().any(|new| old.0 == new.0 && equal(old, new));
            match old.iter().all(is_kept) {
                true if old.len() == new.len() => return None,
                true => Rule::OutputExtended,
                false => Rule::OutputChanged,
            }
        }
    };
    let message = match rule {
        Rule::OutputExtended => "A successful call returns one more alternative.",
        _ => "A successful call returns another type.",
    };
    Some(Difference::new(rule, message))
}

/// The documented successes; `default` is one only where no other is documented.
fn successes(operation: &Operation) -> Vec<Success> {
    let carried = |response: &Response| {
        let first = response.content.first();
        (response.status, first.and_then(|content| content.ty))
    };
    let responses = &operation.responses;
    let mut successes: Vec<_> = responses
        .iter()
        .filter(|it| it.status.is_success())
        .map(carried)
        .collect();
    if successes.is_empty() {
        let default = responses
            .iter()
            .find(|response| response.status == Status::Default);
        successes.extend(default.map(carried));
    }
    successes
}

/// Whether all successes carry one type, so that the method returns that.
fn is_uniform(successes: &[Success]) -> bool {
    successes.windows(2).all(|pair| pair[0].1 == pair[1].1)
}

fn is_same(cx: &Cx<'_>, old: Option<TypeRef>, new: Option<TypeRef>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => {
            old.nullable == new.nullable && is_same_in_rust(cx.apis, &cx.matching, old, new)
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
