//! Responses and their headers.

use super::super::{Docs, Header, Headers, Response, Text, head};
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use super::{content, example, link, v2};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

const NAMED_BY_KEY: &str = "a header has the name of its key, and its place is known";
const STYLE: &str = "the style of a header is always `simple`";

/// Reads one response.
fn read_response<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Response<'a>> {
    let mut fields = Fields::open(cx, node, "a response")?;
    let docs = Docs {
        summary: fields.text(cx, "summary"),
        description: fields.text(cx, "description"),
        ..Docs::default()
    };
    want_description(cx, &fields);
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

/// Says that a response has no description where a version demands one. Nothing in a client needs it.
pub(super) fn want_description(cx: &mut Cx<'_, '_>, response: &Fields<'_>) {
    if !cx.version.wants_descriptions() || response.peek("description").is_some() {
        return;
    }
    let message = "a response needs `description`";
    let diagnostic = Diagnostic::new(Code::MissingNote, message)
        .label(head(response.node), "missing in here")
        .help("add a `description`, be it an empty text")
        .several("responses need `description`")
        .because_of(response.node.span(), "description");
    cx.diagnostics.add(diagnostic);
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
    if !cx.version.describes_values_in_place() {
        // That they are not allowed is said by what checks the object as a whole.
        fields.annotations(cx, &[("name", NAMED_BY_KEY), ("in", NAMED_BY_KEY)]);
    }
    fields.close(cx);
    Some(Header {
        node,
        shared,
        required,
        docs,
        style: None,
        explode,
        schema,
        content,
        examples,
    })
}

impl<'a> Reusable<'a> for Response<'a> {
    const AROUND_SCHEMA: Option<[&'static str; 2]> = Some(["a response", reference::IN_CONTENT]);

    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.responses
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_response(cx, node, shared)
    }
}

impl<'a> Reusable<'a> for Header<'a> {
    const AROUND_SCHEMA: Option<[&'static str; 2]> = Some(["a header", reference::IN_SCHEMA]);

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
