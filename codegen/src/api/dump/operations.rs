//! Operations as text.

use super::super::{
    Api, Content, Header, Location, Operation, Parameter, RequestBody, Requirement, Response, Role,
    Serialization, Status, Style,
};
use super::shape::label;
use super::{docs, line, xml};
use crate::source::Pointer;

/// Writes one operation, whole.
pub(super) fn operation(out: &mut String, api: &Api, operation: &Operation) {
    let Operation {
        id, method, path, ..
    } = operation;
    line(out, format_args!("operation {id}: {method} {}", path.text));
    docs(out, "  ", &operation.docs);
    if !operation.tags.is_empty() {
        line(out, format_args!("  tags {}", operation.tags.join(", ")));
    }
    for server in &operation.servers {
        line(out, format_args!("  server {}", server.url));
    }
    for item in &operation.parameters {
        parameter(out, api, item);
    }
    if let Some(item) = &operation.body {
        body(out, api, item);
    }
    for item in &operation.responses {
        response(out, api, item);
    }
    if !operation.security.is_empty() {
        line(
            out,
            format_args!("  security {}", security(&operation.security)),
        );
    }
}

/// Writes the operations and their parts that stand at a pointer.
pub(super) fn at(out: &mut String, api: &Api, pointer: &Pointer) {
    for item in &api.operations {
        if item.origin.pointer == *pointer {
            operation(out, api, item);
        }
        for part in item
            .parameters
            .iter()
            .filter(|part| part.origin.pointer == *pointer)
        {
            line(out, format_args!("parameter of {}", item.id));
            parameter(out, api, part);
        }
        for part in item
            .body
            .iter()
            .filter(|part| part.origin.pointer == *pointer)
        {
            line(out, format_args!("body of {}", item.id));
            body(out, api, part);
        }
        for part in item
            .responses
            .iter()
            .filter(|part| part.origin.pointer == *pointer)
        {
            line(out, format_args!("response of {}", item.id));
            response(out, api, part);
        }
        for part in item.responses.iter().flat_map(|response| &response.headers) {
            if part.origin.pointer == *pointer {
                line(out, format_args!("header of a response of {}", item.id));
                header(out, api, part);
            }
        }
    }
}

fn parameter(out: &mut String, api: &Api, parameter: &Parameter) {
    let location = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    let required = if parameter.required { ", required" } else { "" };
    let role = parameter.role.map_or("", role);
    let (ty, how) = (
        label(api, parameter.ty),
        serialization(&parameter.serialization),
    );
    let name = &parameter.name;
    line(
        out,
        format_args!("  {location} {name}: {ty}, {how}{required}{role}"),
    );
    docs(out, "    ", &parameter.docs);
}

fn role(role: Role) -> &'static str {
    match role {
        Role::IdempotencyKey => ", idempotency key",
        Role::CorrelationId => ", correlation id",
        Role::CorrelationVector => ", correlation vector",
    }
}

fn serialization(serialization: &Serialization) -> String {
    match serialization {
        Serialization::Content(media_type) => media_type.clone(),
        Serialization::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let style = match style {
                Style::Simple => "simple",
                Style::Label => "label",
                Style::Matrix => "matrix",
                Style::Form => "form",
                Style::SpaceDelimited => "spaceDelimited",
                Style::PipeDelimited => "pipeDelimited",
                Style::DeepObject => "deepObject",
            };
            let explode = if *explode { " exploded" } else { "" };
            let reserved = if *allow_reserved { " reserved" } else { "" };
            format!("{style}{explode}{reserved}")
        }
    }
}

fn body(out: &mut String, api: &Api, body: &RequestBody) {
    line(
        out,
        format_args!("  body{}", if body.required { ", required" } else { "" }),
    );
    docs(out, "    ", &body.docs);
    contents(out, api, &body.content);
}

fn response(out: &mut String, api: &Api, response: &Response) {
    match response.status {
        Status::Code(code) => line(out, format_args!("  {code}")),
        Status::Range(digit) => line(out, format_args!("  {digit}XX")),
        Status::Default => line(out, format_args!("  default")),
    }
    docs(out, "    ", &response.docs);
    for item in &response.headers {
        header(out, api, item);
    }
    contents(out, api, &response.content);
}

fn header(out: &mut String, api: &Api, header: &Header) {
    let ty = header
        .ty
        .map_or("no schema".to_owned(), |ty| label(api, ty));
    let required = if header.required { ", required" } else { "" };
    line(
        out,
        format_args!("    header {}: {ty}{required}", header.name),
    );
    docs(out, "      ", &header.docs);
}

fn contents(out: &mut String, api: &Api, contents: &[Content]) {
    for content in contents {
        let ty = content
            .ty
            .map_or("no schema".to_owned(), |ty| label(api, ty));
        line(
            out,
            format_args!("    {}: {ty}{}", content.media_type, xml(&content.xml)),
        );
    }
}

/// Returns alternatives, as in `a + b | none`.
fn security(requirements: &[Requirement]) -> String {
    let alternatives: Vec<String> = requirements
        .iter()
        .map(|all| {
            if all.schemes.is_empty() {
                "none".to_owned()
            } else {
                all.schemes.join(" + ")
            }
        })
        .collect();
    alternatives.join(" | ")
}
