//! Keys of `responses`: statuses that are understood, and are unlikely to be meant.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// Checks the statuses of an operation. What is no status at all is said where responses are lowered.
pub(super) fn check(cx: &mut Cx<'_, '_>, operation: Node<'_>) {
    let entries = operation.get("responses").and_then(Node::as_object);
    for entry in entries.into_iter().flatten() {
        match entry.key.as_bytes() {
            [first @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] if entry.key.contains('x') => {
                let meant = char::from(*first);
                let help = format!("write `{meant}XX`, in capitals");
                say(cx, &entry, "is read as a range of statuses", &help);
            }
            [b'6'..=b'9', b'0'..=b'9', b'0'..=b'9'] => say(
                cx,
                &entry,
                "no class of statuses of HTTP begins like this",
                "write a status from 100 to 599, a range as in `4XX`, or `default`",
            ),
            _ => {}
        }
    }
}

fn say(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, label: &str, help: &str) {
    let message = format!("`{}` is an unlikely status", entry.key);
    let diagnostic = Diagnostic::new(Code::UnlikelyStatus, message)
        .label(entry.key_span, label)
        .help(help)
        .several("statuses are unlikely");
    cx.diagnostics.add(diagnostic);
}
