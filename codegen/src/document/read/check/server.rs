//! Servers and their variables.

use super::super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Node, nearest};

/// Says which variables of a server are not in its URL.
pub(super) fn check_server(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    let Some(url) = node.get("url").filter(|url| url.as_str().is_some()) else {
        return;
    };
    let text = url.as_str().unwrap_or_default();
    let used: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect();
    let variables = node.get("variables").and_then(Node::as_object);
    let is_described = |name: &str| {
        node.get("variables")
            .is_some_and(|all| all.get(name).is_some())
    };
    for entry in variables.into_iter().flatten() {
        if used.contains(&entry.key) || entry.key.starts_with("x-") {
            continue;
        }
        // Where one is a slip for the other, the name in the URL is said to be unknown.
        let undescribed = used.iter().copied().filter(|name| !is_described(name));
        if nearest(entry.key, undescribed).is_some() {
            continue;
        }
        let message = format!("the server variable `{}` is not in the URL", entry.key);
        let diagnostic = Diagnostic::new(Code::UnusedServerVariable, message)
            .label(entry.key_span, "used nowhere")
            .secondary(url.span(), format!("no `{{{}}}` in here", entry.key))
            .several("server variables are not in their URLs");
        cx.diagnostics
            .add(diagnostic.help("add it to the URL, or remove it"));
    }
}

/// Checks the values of a variable.
pub(super) fn check_variable(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    let Some(values) = node.entry("enum") else {
        return;
    };
    let Some(listed) = values.value.as_array() else {
        return;
    };
    let listed: Vec<Node<'_>> = listed.collect();
    if listed.is_empty() {
        if cx.version.refuses_empty_server_enums() {
            let diagnostic =
                Diagnostic::new(Code::EmptyList, "`enum` of a server variable is empty")
                    .label(values.value.span(), "at least one value is needed")
                    .help("list the values that there are, or remove `enum`");
            cx.diagnostics.add(diagnostic);
        }
        return;
    }
    let Some(default) = node.get("default") else {
        return;
    };
    if listed.iter().any(|value| value.text() == default.text()) {
        return;
    }
    let message = "the default of a server variable is none of its values";
    let diagnostic = Diagnostic::new(Code::DefaultMismatch, message)
        .label(default.span(), "not listed")
        .secondary(values.key_span, "the values that there are")
        .help("add it to `enum`, or take one of those")
        .several("defaults do not fit what they are for");
    cx.diagnostics.add(diagnostic);
}
