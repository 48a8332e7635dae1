//! Responses and their headers.

use super::super::cx::{Cx, Memo};
use super::super::fields::Fields;
use super::super::parameter::check_header_name;
use super::super::reference::{self, Reusable};
use super::super::response::want_description;
use super::body::{content, in_place, silent};
use super::media::{self, Name};
use super::style;
use super::value;
use crate::document::{self, Docs, Handle, Header, MediaType, Schema, SchemaId, Text, Use};
use crate::load::Node;

/// A response before it is known in which media types.
#[derive(Debug)]
pub(super) struct Response<'a> {
    node: Node<'a>,
    shared: bool,
    docs: Docs<'a>,
    headers: Headers<'a>,
    body: Body,
}

type Headers<'a> = Vec<(Text<'a>, Handle<Header<'a>>)>;

/// What a response brings.
#[derive(Debug, Clone, Copy)]
enum Body {
    Nothing,
    Value(SchemaId),
    File(SchemaId),
}

/// Reads one response.
fn read_response<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Response<'a>> {
    let mut fields = Fields::open(cx, node, "a response")?;
    let docs = Docs {
        description: fields.text(cx, "description"),
        ..Docs::default()
    };
    want_description(cx, &fields);
    let body = read_body(cx, &mut fields);
    let mut headers = Vec::new();
    for entry in fields.map(cx, "headers") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        check_header_name(cx, name);
        let header = reference::read_use::<Header<'a>>(cx, entry.value);
        headers.extend(header.map(|header| (name, header.item)));
    }
    fields.annotations(cx, &[("examples", "examples are not carried over")]);
    fields.close(cx);
    Some(Response {
        node,
        shared,
        docs,
        headers,
        body,
    })
}

fn read_body<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Body {
    match fields.value(cx, "schema") {
        Some(node) if node.get("type").and_then(Node::as_str) == Some("file") => {
            let schema = read_file(cx, node);
            Body::File(cx.add_schema(schema))
        }
        Some(node) => Body::Value(cx.schema(node)),
        None => Body::Nothing,
    }
}

/// Reads a schema of `type: file`: the answer is a file as it is.
fn read_file<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Schema<'a> {
    let mut schema = Schema::new(node);
    value::make_binary(&mut schema);
    let Some(mut fields) = Fields::open(cx, node, "a schema of a file") else {
        return schema;
    };
    fields.any("type");
    schema.docs.title = fields.text(cx, "title");
    schema.docs.description = fields.text(cx, "description");
    let file = "a file has no other properties than its bytes";
    fields.annotations(
        cx,
        &[
            ("format", file),
            ("default", file),
            ("required", file),
            ("readOnly", file),
            ("example", "examples are not carried over"),
            (
                "externalDocs",
                "links to other documentation are not carried over",
            ),
        ],
    );
    fields.close(cx);
    schema
}

/// Returns a response in the media types that an operation produces.
pub(super) fn in_media_types<'a>(
    cx: &mut Cx<'a, '_>,
    response: &Response<'a>,
    produces: &[Name<'a>],
) -> Use<'a, document::Response<'a>> {
    let content = match response.body {
        Body::Nothing => Vec::new(),
        Body::Value(schema) => content(response.node, produces, Some(schema)),
        Body::File(schema) => files(cx, response.node, produces, schema),
    };
    let headers = response.headers.iter();
    let headers = headers.map(|(name, header)| {
        let used = Use {
            item: Handle::clone(header),
            summary: None,
            description: None,
        };
        (*name, used)
    });
    in_place(document::Response {
        node: response.node,
        shared: response.shared,
        docs: response.docs,
        headers: headers.collect(),
        content,
        links: Vec::new(),
    })
}

/// Returns the media types of a file. As JSON or XML it would be a value in these formats, which is
/// no file; where nothing else is left, it may be anything.
fn files<'a>(
    cx: &mut Cx<'a, '_>,
    owner: Node<'a>,
    produces: &[Name<'a>],
    schema: SchemaId,
) -> Vec<MediaType<'a>> {
    let (values, files): (Vec<Name<'a>>, Vec<Name<'a>>) = produces
        .iter()
        .copied()
        .partition(|name| is_structured(name.text.text));
    for name in &values {
        let reason = "a file is not asked for in a media type of structured values";
        media::skip_name(cx, name, reason);
    }
    match files.as_slice() {
        [] => vec![silent(owner, "*/*", Some(schema))],
        files => content(owner, files, Some(schema)),
    }
}

fn is_structured(name: &str) -> bool {
    let essence = name.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    ["json", "xml"].into_iter().any(|kind| {
        essence
            .strip_suffix(kind)
            .is_some_and(|start| start.ends_with(['/', '+']))
    })
}

/// Reads one header of a response.
pub(in crate::document::read) fn read_header<'a>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    shared: bool,
) -> Option<Header<'a>> {
    let mut fields = Fields::open(cx, node, "a header")?;
    let docs = Docs {
        description: fields.text(cx, "description"),
        ..Docs::default()
    };
    let value = value::read_value(cx, &mut fields, "a header");
    let style = style::read_answer_style(cx, &mut fields, &value);
    let schema = value.add(cx);
    fields.close(cx);
    Some(Header {
        node,
        shared,
        required: false,
        docs,
        style,
        explode: false,
        schema,
        content: Vec::new(),
        examples: Vec::new(),
    })
}

impl Response<'_> {
    /// Returns whether there is a body, which has media types.
    pub(super) fn has_body(&self) -> bool {
        !matches!(self.body, Body::Nothing)
    }
}

impl<'a> Reusable<'a> for Response<'a> {
    const AROUND_SCHEMA: Option<[&'static str; 2]> = Some(["a response", reference::IN_SCHEMA]);

    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.v2.responses
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_response(cx, node, shared)
    }
}
