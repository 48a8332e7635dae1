//! Responses and their headers.

use super::super::{Docs, Header, Headers, Response, Text};
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use super::{content, example, link, v2};
use crate::load::Node;

const STYLE: &str = "the style of a header is always `simple`";

/// Reads one response.
fn read_response<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Response<'a>> {
    let mut fields = Fields::open(cx, node, "a response")?;
    let docs = Docs {
        summary: fields.text(cx, "summary"),
        description: fields.text(cx, "description"),
        ..Docs::default()
    };
    let headers = read_headers(cx, &mut fields);
    let content = content::read_content(cx, &mut fields);
    let links = link::read_links(cx, &mut fields);
    fields.close(cx);
    Some(Response {
        node,
        shared,
        docs,
        headers,
        content,
        links,
    })
}

/// Takes the headers of a response or of a part of a body.
pub(super) fn read_headers<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Headers<'a> {
    let mut headers = Vec::new();
    for entry in owner.map(cx, "headers") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let read = reference::read_use(cx, entry.value);
        headers.extend(read.map(|header| (name, header)));
    }
    headers
}

/// Reads one header of a response.
fn read_header<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Header<'a>> {
    let mut fields = Fields::open(cx, node, "a header")?;
    let docs = Docs {
        description: fields.text(cx, "description"),
        deprecated: fields.flag(cx, "deprecated").unwrap_or(false),
        ..Docs::default()
    };
    let required = fields.flag(cx, "required").unwrap_or(false);
    let schema = fields.value(cx, "schema").map(|schema| cx.schema(schema));
    let content = content::read_content(cx, &mut fields);
    let explode = fields.flag(cx, "explode").unwrap_or(false);
    if let Some(node) = fields.peek("explode") {
        cx.skip_annotation(node, "headers of responses are given as text");
    }
    let examples = example::read_examples(cx, &mut fields);
    fields.annotations(
        cx,
        &[
            ("style", STYLE),
            (
                "allowEmptyValue",
                "`allowEmptyValue` has no meaning for headers",
            ),
            (
                "allowReserved",
                "`allowReserved` has no meaning for headers",
            ),
        ],
    );
    fields.close(cx);
    Some(Header {
        node,
        shared,
        required,
        docs,
        explode,
        schema,
        content,
        examples,
    })
}

impl<'a> Reusable<'a> for Response<'a> {
    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.responses
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_response(cx, node, shared)
    }
}

impl<'a> Reusable<'a> for Header<'a> {
    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.headers
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        if cx.version.describes_values_in_place() {
            v2::read_header(cx, node, shared)
        } else {
            read_header(cx, node, shared)
        }
    }
}
