//! Parameters.

use super::super::{Docs, In, MediaType, Parameter, Parameters, Text, start, unknown_value};
use super::check::is_token;
use super::cx::{Cx, Memo};
use super::fields::Fields;
use super::reference::{self, Reusable};
use super::{content, example};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// Reads the list `parameters` of a path item or an operation.
pub(super) fn read_parameters<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Parameters<'a> {
    let is_list = owner.peek("parameters").is_none_or(Node::is_list);
    let nodes = owner.list(cx, "parameters");
    let count = nodes.len();
    let nodes = limited(cx, nodes);
    let nodes = without_split(cx, nodes);
    let read = |node| reference::read_use(cx, node);
    let list: Vec<_> = nodes.into_iter().filter_map(read).collect();
    let complete = list.len() == count && is_list;
    Parameters { list, complete }
}

/// Returns the parameters of a list but for those of which one half stands in an element and the other
/// in the next one, which is said.
fn without_split<'a>(cx: &mut Cx<'a, '_>, nodes: Vec<Node<'a>>) -> Vec<Node<'a>> {
    let lacks = |node: Node<'_>, key: &str, other: &str| {
        node.get("$ref").is_none() && node.get(key).is_none() && node.get(other).is_some()
    };
    let halves = |first: Node<'_>, second: Node<'_>| {
        (lacks(first, "in", "name") && lacks(second, "name", "in"))
            || (lacks(first, "name", "in") && lacks(second, "in", "name"))
    };
    let is_split = |pair: &[Node<'a>]| match pair {
        [first, second] => halves(*first, *second) && have_nothing_in_common(*first, *second),
        _ => false,
    };
    let Some(at) = nodes.windows(2).position(is_split) else {
        return nodes;
    };
    let [first, second] = [nodes[at], nodes[at + 1]];
    let message = "one parameter is written as two elements of the list";
    let diagnostic = Diagnostic::new(Code::MissingKey, message)
        .label(start(second), "begins another parameter")
        .secondary(start(first), "the first half of it")
        .help("remove the `-` of the second one, and indent it like the first");
    cx.diagnostics.add(diagnostic);
    let halves = [first.identity(), second.identity()];
    let is_whole = |node: &Node<'a>| !halves.contains(&node.identity());
    nodes.into_iter().filter(is_whole).collect()
}

fn have_nothing_in_common(first: Node<'_>, second: Node<'_>) -> bool {
    let mut keys = first.as_object().into_iter().flatten();
    keys.all(|entry| second.get(entry.key).is_none())
}

/// So many parameters of one list count. Each is a method of a builder, and all of an operation's
/// methods stand in one file.
const MAX_PARAMETERS: usize = 2_000;

/// Returns the parameters of a list that count, and accounts for the others.
pub(super) fn limited<'a>(cx: &mut Cx<'a, '_>, mut nodes: Vec<Node<'a>>) -> Vec<Node<'a>> {
    let beyond = nodes.split_off(nodes.len().min(MAX_PARAMETERS));
    for node in beyond {
        let reason = format!("only the first {MAX_PARAMETERS} parameters of a list count");
        cx.ignore(node, reason);
    }
    nodes
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
    let required = fields.flag(cx, "required").unwrap_or(false);
    let style = fields.text_at(cx, "style");
    let explode = fields.flag(cx, "explode");
    let allow_reserved = fields.flag(cx, "allowReserved").unwrap_or(false);
    let schema = fields.value(cx, "schema").map(|schema| cx.schema(schema));
    let content = content::read_content(cx, &mut fields);
    let allow_empty = read_allow_empty(cx, &mut fields);
    let examples = example::read_examples(cx, &mut fields);
    account_for_content(cx, schema.is_some(), &content);
    fields.close(cx);
    let parameter = Parameter {
        node,
        shared,
        name: name?,
        location: location?,
        required,
        docs,
        style,
        explode,
        allow_reserved,
        schema,
        content,
        allow_empty,
        examples,
    };
    can_be_sent(cx, &parameter).then_some(parameter)
}

/// Takes `allowEmptyValue`.
pub(super) fn read_allow_empty<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> bool {
    fields.flag(cx, "allowEmptyValue").unwrap_or(false)
}

/// A parameter has a schema or one media type (OAS 3.1 §4.8.12.2); what else there is has no use.
fn account_for_content<'a>(cx: &mut Cx<'a, '_>, has_schema: bool, content: &[MediaType<'a>]) {
    let used = usize::from(!has_schema);
    for content in content.iter().skip(used) {
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
        In::Header => return check_header_name(cx, parameter.name),
        In::Path if name.is_empty() || name.contains(['{', '}']) => (
            "a path parameter",
            "stands in braces in the path, so has none itself",
            "name it as in `petId`",
        ),
        In::Path | In::Query | In::Cookie | In::QueryString => return true,
    };
    say_invalid_name(cx, parameter.name, what, label, help);
    false
}

/// Returns whether a name can be that of a header; says where it cannot.
pub(super) fn check_header_name(cx: &mut Cx<'_, '_>, name: Text<'_>) -> bool {
    let fits = is_token(name.text);
    if !fits {
        let label = "not made of letters, digits and signs such as `-` alone";
        say_invalid_name(cx, name, "a header", label, "name it as in `X-Request-Id`");
    }
    fits
}

fn say_invalid_name(cx: &mut Cx<'_, '_>, name: Text<'_>, what: &str, label: &str, help: &str) {
    let message = format!("`{}` cannot be the name of {what}", name.text);
    let diagnostic = Diagnostic::new(Code::InvalidName, message)
        .label(name.span, label)
        .help(help);
    cx.diagnostics.add(diagnostic);
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
    const AROUND_SCHEMA: Option<[&'static str; 2]> = Some(["a parameter", reference::IN_SCHEMA]);

    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.parameters
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_parameter(cx, node, shared)
    }
}
