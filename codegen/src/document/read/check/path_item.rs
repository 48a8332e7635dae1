//! Path items: methods that are given twice or cannot be sent.

use super::super::cx::Cx;
use super::super::paths::METHODS;
use super::lists;
use super::names::is_token;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// Says which methods of `additionalOperations` have a key of their own (OAS 3.2 §4.9.1).
pub(super) fn check(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    lists::check_query_strings(cx, node);
    if !cx.version.has_any_method() {
        return;
    }
    let entries = node
        .get("additionalOperations")
        .and_then(Node::as_object)
        .into_iter()
        .flatten();
    for entry in entries {
        if !is_token(entry.key) && entry.key != "$ref" {
            say_no_method(cx, &entry);
            continue;
        }
        let method = entry.key.to_ascii_lowercase();
        if !METHODS.contains(&method.as_str()) && method != "query" {
            continue;
        }
        let message = format!("the method `{}` has a key of its own", entry.key);
        let mut diagnostic = Diagnostic::new(Code::MethodWithKey, message)
            .label(entry.key_span, "not an additional operation");
        if let Some(own) = node.entry(&method) {
            diagnostic = diagnostic.secondary(own.key_span, "and it is given here");
        }
        let help = format!("write it as `{method}`, beside `additionalOperations`");
        cx.diagnostics.add(diagnostic.help(help));
    }
}

fn say_no_method(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let message = format!("`{}` cannot be the name of a method", entry.key);
    let diagnostic = Diagnostic::new(Code::InvalidName, message)
        .label(
            entry.key_span,
            "not made of letters, digits and signs such as `-` alone",
        )
        .help("name it as in `COPY`");
    cx.diagnostics.add(diagnostic);
}
