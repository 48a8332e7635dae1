//! Parameters.

use super::super::{Docs, In, Parameter, Parameters, unknown_value};
use super::check::is_token;
use super::content;
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

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
    account_for_content(cx, &parameter);
    let empty = "`allowEmptyValue` is not used: an empty text is sent where the caller gives one";
    let unused = [
        ("example", EXAMPLES),
        ("examples", EXAMPLES),
        ("allowEmptyValue", empty),
    ];
    fields.annotations(cx, &unused);
    fields.close(cx);
    can_be_sent(cx, &parameter).then_some(parameter)
}

/// A parameter has a schema or one media type (OAS 3.1 §4.8.12.2); what else there is has no use.
fn account_for_content<'a>(cx: &mut Cx<'a, '_>, parameter: &Parameter<'a>) {
    let used = usize::from(parameter.schema.is_none());
    for content in parameter.content.iter().skip(used) {
        cx.ignore(
            content.node,
            "a parameter has a schema or one media type; others are left out",
        );
    }
}

/// Returns whether a name can be that of a header, or stand in braces; says where it cannot.
fn can_be_sent(cx: &mut Cx<'_, '_>, parameter: &Parameter<'_>) -> bool {
    let name = parameter.name.text;
    let (what, label, help) = match parameter.location {
        In::Header if !is_token(name) => (
            "a header",
            "not made of letters, digits and signs such as `-` alone",
            "name it as in `X-Request-Id`",
        ),
        In::Path if name.is_empty() || name.contains(['{', '}']) => (
            "a path parameter",
            "stands in braces in the path, so has none itself",
            "name it as in `petId`",
        ),
        In::Path | In::Query | In::Header | In::Cookie | In::QueryString => return true,
    };
    let message = format!("`{name}` cannot be the name of {what}");
    let diagnostic = Diagnostic::new(Code::InvalidName, message)
        .label(parameter.name.span, label)
        .help(help);
    cx.diagnostics.add(diagnostic);
    false
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
        let diagnostic = unknown_value(message, place, known);
        cx.diagnostics.add(match place.text {
            "body" => diagnostic.help("write `requestBody` in the operation, with the schema under `content`"),
            "formData" => diagnostic.help(
                "write `requestBody` in the operation, with an object of all fields under `content` and \
                 `application/x-www-form-urlencoded` or `multipart/form-data`",
            ),
            _ => diagnostic,
        });
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
