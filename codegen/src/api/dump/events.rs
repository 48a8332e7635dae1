//! Links, webhooks and callbacks as text.

use super::super::{Api, Callback, Link, LinkTarget, LinkValue, PathItem};
use super::out::Out;
use super::{docs, head, line, operations};

/// Writes one link of a response.
pub(super) fn link(out: &mut Out, link: &Link) {
    out.at(&link.origin);
    let target = match &link.target {
        LinkTarget::Operation(id) => id.clone(),
        LinkTarget::Elsewhere(reference) => format!("<{reference}>"),
    };
    line(out, format_args!("    link {}: {target}", link.name));
    docs(out, "      ", &link.docs);
    for (name, handed) in &link.parameters {
        line(out, format_args!("      {name}: {}", value(handed)));
    }
    if let Some(body) = &link.body {
        line(out, format_args!("      body: {}", value(body)));
    }
    if let Some(server) = &link.server {
        head::server(out, "      ", server);
    }
}

/// Writes one webhook.
pub(super) fn webhook(out: &mut Out, api: &Api, webhook: &PathItem) {
    out.at(&webhook.origin);
    line(out, format_args!("webhook {}", webhook.name));
    item(out, api, webhook);
}

/// Writes one callback.
pub(super) fn callback(out: &mut Out, api: &Api, callback: &Callback) {
    out.at(&callback.origin);
    line(out, format_args!("callback {}", callback.name));
    for expression in &callback.items {
        out.at(&expression.origin);
        line(out, format_args!("  to {}", expression.name));
        item(out, api, expression);
    }
}

/// Writes the operations of the other side.
fn item(out: &mut Out, api: &Api, item: &PathItem) {
    docs(out, "    ", &item.docs);
    for operation in &item.operations {
        out.deeper(4, |out| operations::operation(out, api, operation, ""));
    }
}

fn value(value: &LinkValue) -> String {
    match value {
        LinkValue::Expression(text) => format!("= {text}"),
        LinkValue::Constant(text) => text.clone(),
    }
}
