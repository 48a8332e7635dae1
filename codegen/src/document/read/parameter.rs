//! Parameters.

use super::super::{Docs, In, Parameter, Parameters};
use super::content;
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;
use crate::load::nearest;

const EXAMPLES: &str = "examples are not carried over";

/// Reads the list `parameters` of a path item or an operation.
pub(super) fn read_parameters<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Parameters<'a> {
    let nodes = owner.list(cx, "parameters");
    let count = nodes.len();
    let read = |node| reference::read_use(cx, node);
    let list: Vec<_> = nodes.into_iter().filter_map(read).collect();
    let complete = list.len() == count;
    Parameters { list, complete }
}

/// Reads one parameter.
fn read_parameter<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Parameter<'a>> {
    let mut fields = Fields::open(cx, node, "a parameter")?;
    let name = fields.required_text(cx, "name");
    let location = read_location(cx, &mut fields);
    let docs = Docs {
        description: fields.text(cx, "description"),
        deprecated: fields.flag(cx, "deprecated").unwrap_or(false),
        ..Docs::default()
    };
    let parameter = Parameter {
        node,
        shared,
        name: name?,
        location: location?,
        required: fields.flag(cx, "required").unwrap_or(false),
        docs,
        style: fields.text_at(cx, "style"),
        explode: fields.flag(cx, "explode"),
        allow_reserved: fields.flag(cx, "allowReserved").unwrap_or(false),
        schema: fields.value(cx, "schema").map(|schema| cx.schema(schema)),
        content: content::read_content(cx, &mut fields),
    };
    let empty = "`allowEmptyValue` is not used: an empty text is sent where the caller gives one";
    let unused = [
        ("example", EXAMPLES),
        ("examples", EXAMPLES),
        ("allowEmptyValue", empty),
    ];
    fields.annotations(cx, &unused);
    fields.close(cx);
    Some(parameter)
}

fn read_location<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<In> {
    let place = fields.required_text(cx, "in")?;
    let known: &[&str] = if cx.version.has_querystring() {
        &["path", "query", "header", "cookie", "querystring"]
    } else {
        &["path", "query", "header", "cookie"]
    };
    let location = match place.text {
        "path" => Some(In::Path),
        "query" => Some(In::Query),
        "header" => Some(In::Header),
        "cookie" => Some(In::Cookie),
        "querystring" if cx.version.has_querystring() => Some(In::QueryString),
        _ => None,
    };
    if location.is_none() {
        let message = format!("`{}` is no place for a parameter", place.text);
        let mut diagnostic =
            Diagnostic::new(Code::UnknownValue, message).label(place.span, known.join(", "));
        if let Some(meant) = nearest(place.text, known.iter().copied()) {
            diagnostic = diagnostic.help(format!("did you mean `{meant}`?"));
        }
        cx.diagnostics.add(diagnostic);
    }
    location
}

impl<'a> Reusable<'a> for Parameter<'a> {
    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.parameters
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_parameter(cx, node, shared)
    }
}
