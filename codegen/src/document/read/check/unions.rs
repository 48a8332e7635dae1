//! `allOf`, `oneOf`, `anyOf`, and the discriminator beside them.

use super::super::cx::Cx;
use super::schema::Keywords;
use super::walk::follow;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// Checks the combinations of a schema.
pub(super) fn check<'a>(cx: &mut Cx<'a, '_>, keywords: &Keywords<'a>) {
    for entry in &keywords.combinations {
        let Some(mut members) = entry.value.as_array() else {
            continue;
        };
        if members.next().is_none() {
            say_empty(cx, entry);
        }
    }
    if let Some(discriminator) = &keywords.discriminator {
        check_discriminator(cx, discriminator, &keywords.combinations);
    }
}

fn say_empty(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let diagnostic = Diagnostic::new(Code::EmptyCombination, format!("`{}` is empty", entry.key))
        .label(entry.key_span, "read as if it were absent")
        .help("list the schemas, or remove it")
        .several("combinations of schemas are empty");
    cx.diagnostics.add(diagnostic);
}

/// Says which alternatives lack the property that tells them apart.
fn check_discriminator<'a>(
    cx: &mut Cx<'a, '_>,
    discriminator: &Entry<'a>,
    combinations: &[Entry<'a>],
) {
    let Some(property) = discriminator.value.get("propertyName") else {
        return;
    };
    let Some(name) = property.as_str() else {
        return;
    };
    if stands_beside(cx, discriminator.value, name) {
        return;
    }
    let unions = combinations.iter().filter(|entry| entry.key != "allOf");
    let members = unions.filter_map(|entry| entry.value.as_array()).flatten();
    for member in members {
        let mut budget = BUDGET;
        if may_have(cx, member, name, &mut budget) {
            continue;
        }
        let message = format!("an alternative lacks the property `{name}` that tells it apart");
        let place = member.get("$ref").unwrap_or(member);
        let diagnostic = Diagnostic::new(Code::MissingDiscriminator, message)
            .label(
                super::super::super::start(place),
                format!("no `{name}` in this one"),
            )
            .secondary(property.span(), "the property that tells them apart")
            .help(format!(
                "describe `{name}` in each alternative, and require it"
            ))
            .several("alternatives lack the property that tells them apart");
        cx.diagnostics.add(diagnostic);
    }
}

/// Returns whether the schema of a discriminator has a property itself, so that each alternative has it.
fn stands_beside<'a>(cx: &Cx<'a, '_>, discriminator: Node<'a>, name: &str) -> bool {
    let Some(schema) = discriminator.parent() else {
        return false;
    };
    let own = schema.get("properties").and_then(|all| all.get(name));
    let all_of = schema.get("allOf").and_then(Node::as_array);
    let mut all_of = all_of.into_iter().flatten();
    own.is_some()
        || all_of.any(|member| {
            let mut budget = BUDGET;
            may_have(cx, member, name, &mut budget)
        })
}

/// So many schemas are looked at to find one property.
const BUDGET: usize = 200;

/// Returns whether a schema has a property, itself or by what it is made of. Where that takes too
/// long to find out, it may.
fn may_have<'a>(cx: &Cx<'a, '_>, start: Node<'a>, name: &str, budget: &mut usize) -> bool {
    let mut pending = vec![start];
    while let Some(node) = pending.pop() {
        let Some(left) = budget.checked_sub(1) else {
            return true;
        };
        *budget = left;
        let target = match node.get("$ref") {
            Some(_) => follow(cx, node),
            None => Some(node),
        };
        // What a reference leads to, or that it leads nowhere, is said elsewhere.
        let Some(target) = target.filter(|target| target.is_object()) else {
            return true;
        };
        let has = |node: Node<'_>| {
            node.get("properties")
                .is_some_and(|all| all.get(name).is_some())
        };
        if has(target) || has(node) {
            return true;
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            let members = target.get(key).and_then(Node::as_array);
            pending.extend(members.into_iter().flatten());
        }
    }
    false
}
