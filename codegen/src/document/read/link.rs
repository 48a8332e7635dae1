//! Links of responses.

use super::super::{Link, LinkTarget, Text, Use};
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use super::servers;
use crate::load::Node;

/// Why links come out nowhere.
pub(super) const LINKS: &str = "links are not generated yet";

/// Takes the links of a response.
pub(super) fn read_links<'a>(
    cx: &mut Cx<'a, '_>,
    owner: &mut Fields<'a>,
) -> Vec<(Text<'a>, Use<'a, Link<'a>>)> {
    let mut links = Vec::new();
    for entry in owner.map(cx, "links") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let read = reference::read_use(cx, entry.value);
        links.extend(read.map(|link| (name, link)));
    }
    if let Some(node) = owner.peek("links") {
        cx.ignore(node, LINKS);
    }
    links
}

fn read_link<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Link<'a>> {
    let mut fields = Fields::open(cx, node, "a link")?;
    let target = read_target(cx, &mut fields);
    let mut parameters = Vec::new();
    for entry in fields.map(cx, "parameters") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        parameters.push((name, entry.value));
    }
    let link = Link {
        node,
        target,
        description: fields.text(cx, "description"),
        parameters,
        body: fields.any("requestBody"),
        server: fields
            .value(cx, "server")
            .and_then(|node| servers::read_server(cx, node)),
    };
    fields.close(cx);
    Some(link)
}

fn read_target<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> LinkTarget<'a> {
    let id = fields.text_at(cx, "operationId");
    let reference = fields.text_at(cx, "operationRef");
    match (id, reference, fields.peek("operationRef")) {
        (Some(id), _, second) => {
            if let Some(second) = second {
                cx.ignore(second, "`operationId` says already where a link leads");
            }
            LinkTarget::Id(id)
        }
        (None, Some(text), Some(node)) => LinkTarget::Reference(text, resolve(cx, node, text.text)),
        (None, _, _) => LinkTarget::Nothing,
    }
}

/// Finds the operation within the files of the description. What is beyond them is not looked at.
fn resolve<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, reference: &str) -> Option<Node<'a>> {
    let target = cx.forest.resolve(node, reference).ok();
    if target.is_none() && !reference.starts_with('#') {
        cx.ignore(node, "the link leads to another description");
    }
    target
}

impl<'a> Reusable<'a> for Link<'a> {
    const HOLDS_SCHEMAS: bool = false;

    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.links
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, _: bool) -> Option<Self> {
        read_link(cx, node)
    }
}
