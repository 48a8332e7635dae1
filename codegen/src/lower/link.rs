//! Links: what they hand on, and the operations that they lead to.

use std::collections::{BTreeMap, BTreeSet};

use super::cx::Cx;
use super::{docs, servers};
use crate::api::{self, LinkTarget, LinkValue};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, Docs, Link, Text, Use, origin};
use crate::load::{Node, NodeId, json_text, nearest};
use crate::source::Span;

/// The operations that links can lead to.
#[derive(Debug, Default)]
pub(super) struct Targets {
    pub(super) ids: BTreeSet<String>,
    /// The ids of operations by their places.
    pub(super) by_place: BTreeMap<NodeId, String>,
    /// The places of links that lead nowhere.
    missing: BTreeSet<Span>,
}

/// Lowers the links of a response.
pub(super) fn lower_links(
    cx: &mut Cx<'_, '_>,
    links: &[(Text<'_>, Use<'_, Link<'_>>)],
) -> Vec<api::Link> {
    links
        .iter()
        .map(|(name, link)| lower_link(cx, *name, link))
        .collect()
}

fn lower_link(cx: &mut Cx<'_, '_>, name: Text<'_>, link: &Use<'_, Link<'_>>) -> api::Link {
    let item = &link.item;
    let target = resolve(cx, &item.target);
    let server = item.server.as_ref();
    api::Link {
        name: name.text.to_owned(),
        target,
        docs: docs::docs(&Docs {
            summary: link.summary,
            description: link.description.or(item.description),
            ..Docs::default()
        }),
        parameters: item
            .parameters
            .iter()
            .map(|(name, value)| (name.text.to_owned(), lower_value(*value)))
            .collect(),
        body: item.body.map(lower_value),
        server: server.map(|server| servers::lower_server(cx, server)),
        origin: origin(item.node),
    }
}

/// Tells expressions from constants (OAS 3.1 §4.8.20.4).
fn lower_value(node: Node<'_>) -> LinkValue {
    match node.as_str() {
        Some(text) if text.starts_with('$') || text.contains("{$") => {
            LinkValue::Expression(text.to_owned())
        }
        _ => LinkValue::Constant(json_text(node).unwrap_or_default()),
    }
}

/// Returns the operation that a link leads to, and says where there is none.
fn resolve(cx: &mut Cx<'_, '_>, target: &document::LinkTarget<'_>) -> LinkTarget {
    match target {
        document::LinkTarget::Id(id) => {
            if !cx.targets.ids.contains(id.text) {
                say_unknown(cx, *id);
            }
            LinkTarget::Operation(id.text.to_owned())
        }
        document::LinkTarget::Reference(text, node) => {
            let place = node.map(Node::identity);
            let found = place.and_then(|place| cx.targets.by_place.get(&place).cloned());
            // What leads out of the description is accounted for.
            let is_here = node.is_some() || text.text.starts_with('#');
            if found.is_none() && is_here {
                say_no_operation(cx, *text);
            }
            found.map_or_else(|| elsewhere(*text), LinkTarget::Operation)
        }
        document::LinkTarget::Nothing => LinkTarget::Elsewhere(String::new()),
    }
}

fn elsewhere(text: Text<'_>) -> LinkTarget {
    LinkTarget::Elsewhere(text.text.to_owned())
}

fn say_unknown(cx: &mut Cx<'_, '_>, id: Text<'_>) {
    let message = format!("no operation has the id `{}`", id.text);
    let diagnostic =
        Diagnostic::new(Code::UnknownLinkTarget, message).label(id.span, "the link leads nowhere");
    let diagnostic = match nearest(id.text, cx.targets.ids.iter().map(String::as_str)) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help("name an operation of this description by its `operationId`"),
    };
    say(cx, id.span, diagnostic);
}

fn say_no_operation(cx: &mut Cx<'_, '_>, reference: Text<'_>) {
    let message = format!("`{}` is no operation", reference.text);
    let diagnostic = Diagnostic::new(Code::UnknownLinkTarget, message)
        .label(reference.span, "no operation is there")
        .help("lead to an operation, as in `#/paths/~1pets~1{petId}/get`");
    say(cx, reference.span, diagnostic);
}

/// Says it once, however many responses have the link.
fn say(cx: &mut Cx<'_, '_>, place: Span, diagnostic: Diagnostic) {
    if cx.targets.missing.insert(place) {
        cx.warn(diagnostic.several("links lead to operations that do not exist"));
    }
}
