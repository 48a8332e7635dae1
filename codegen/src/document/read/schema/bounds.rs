//! Keywords that bound the values of a type, in the words of OpenAPI 3.1.

use super::super::super::Schema;
use super::super::cx::Cx;
use super::super::fields::{Fields, say_quoted};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Kind, Node};

/// The keywords that every version knows with the same meaning.
const BOUNDS: [&str; 11] = [
    "multipleOf",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "minimum",
    "maximum",
];

/// Those that not every version knows, or not with the same meaning.
const EXCLUSIVE: [&str; 4] = [
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minContains",
    "maxContains",
];

/// Returns whether a key begins like one of them; most schemas have none that does.
fn may_be_bound(key: &str) -> bool {
    key.starts_with(['m', 'u']) || key.starts_with("pattern") || key.starts_with("exclusive")
}

/// Takes the bounds, in the order they are written.
pub(super) fn read_bounds<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
) {
    if !fields.has_any(may_be_bound) {
        fields.ask(&BOUNDS);
        let has_counts = !cx.version.has_flags_for_exclusive_bounds();
        fields.ask(if has_counts {
            &EXCLUSIVE
        } else {
            &EXCLUSIVE[..2]
        });
        return;
    }
    for key in BOUNDS {
        let Some(node) = fields.value(cx, key) else {
            continue;
        };
        if fits(key, node) {
            take(cx, schema, key, node);
        } else {
            cx.wrong_kind(node, &format!("`{key}`"), expected(key));
        }
    }
    if cx.version.has_flags_for_exclusive_bounds() {
        sharpen(cx, fields, schema, "minimum", "exclusiveMinimum");
        sharpen(cx, fields, schema, "maximum", "exclusiveMaximum");
    } else {
        read_exclusive(cx, fields, schema);
    }
    schema.constraints.sort_by_key(|(_, node)| node.order());
}

/// Reads the flag beside a bound of OpenAPI 3.0, which makes it an exclusive one.
fn sharpen<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
    bound: &'static str,
    exclusive: &'static str,
) {
    if fields
        .peek(exclusive)
        .is_some_and(|node| node.as_number().is_some())
    {
        // Written as in 3.1, and nothing else can be meant.
        if let Some(node) = fields.any(exclusive) {
            let help = "write `minimum: 0` and `exclusiveMinimum: true`";
            say_other_version(
                cx,
                node,
                exclusive,
                "a number since OpenAPI 3.1, and a flag before",
                help,
            );
            take(cx, schema, exclusive, node);
        }
        return;
    }
    if fields.flag(cx, exclusive) != Some(true) {
        return;
    }
    for constraint in &mut schema.constraints {
        if constraint.0 == bound {
            constraint.0 = exclusive;
        }
    }
}

fn read_exclusive<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    for key in EXCLUSIVE {
        let Some(node) = fields.value(cx, key) else {
            continue;
        };
        if node.as_bool().is_some() {
            let reason = format!("`{key}` is a number since OpenAPI 3.1; the flag is ignored");
            cx.skip_annotation(node, reason);
            let help = "write the bound itself, as in `exclusiveMinimum: 0`, in place of `minimum`";
            say_other_version(
                cx,
                node,
                key,
                "a flag in OpenAPI 3.0, and a number since",
                help,
            );
        } else if node.as_number().is_some() {
            take(cx, schema, key, node);
        } else {
            cx.wrong_kind(node, &format!("`{key}`"), "a number");
        }
    }
}

/// Says that a bound is written as another version has it.
fn say_other_version(cx: &mut Cx<'_, '_>, node: Node<'_>, key: &str, what: &str, help: &str) {
    let message = format!("`{key}` is {what}");
    let diagnostic = Diagnostic::new(Code::ForeignVersion, message)
        .label(
            node.span(),
            format!("the document names {}", cx.version.name()),
        )
        .help(help)
        .several("exclusive bounds are written as in another version of OpenAPI");
    cx.diagnostics.add(diagnostic);
}

fn take<'a>(cx: &mut Cx<'a, '_>, schema: &mut Schema<'a>, key: &'static str, node: Node<'a>) {
    if let Some(text) = node.as_str().filter(|_| key != "pattern") {
        say_quoted(cx, node, key, text);
    }
    schema.constraints.push((key, node));
    if !cx.validates {
        cx.tell(node, "bounds of values are not checked");
    }
}

fn fits(key: &str, node: Node<'_>) -> bool {
    match key {
        "pattern" => node.as_str().is_some(),
        "uniqueItems" => node.as_bool().is_some(),
        // Quoted numbers are a frequent slip, and bounds are for reading only.
        _ => match node.kind() {
            Kind::Number(_) => true,
            Kind::String(text) => text.parse::<f64>().is_ok(),
            Kind::Null | Kind::Bool(_) | Kind::Array | Kind::Object => false,
        },
    }
}

fn expected(key: &str) -> &'static str {
    match key {
        "pattern" => "a text",
        "uniqueItems" => "`true` or `false`",
        _ => "a number",
    }
}
