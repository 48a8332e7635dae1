//! Operations as text.

use super::super::{
    Api, Header, Location, Operation, Parameter, RequestBody, Requirement, Response, Role,
    Serialization, Style,
};
use super::out::Out;
use super::shape::label;
use super::{content, docs, events, head, line};

/// Writes one operation, whole, with a word on it before it.
pub(super) fn operation(out: &mut Out, api: &Api, operation: &Operation, word: &str) {
    let Operation {
        id, method, path, ..
    } = operation;
    out.at(&operation.origin);
    line(
        out,
        format_args!("{word}operation {id}: {method} {}", path.text),
    );
    docs(out, "  ", &operation.docs);
    head::external_docs(out, "  ", operation.external_docs.as_ref());
    if !operation.tags.is_empty() {
        line(out, format_args!("  tags {}", operation.tags.join(", ")));
    }
    for server in &operation.servers {
        head::server(out, "  ", server);
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
    for (name, id) in &operation.callbacks {
        line(out, format_args!("  callback {name}: {}", api[*id].name));
    }
}

fn parameter(out: &mut Out, api: &Api, parameter: &Parameter) {
    let location = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
        Location::QueryString => "querystring",
    };
    let required = if parameter.required { ", required" } else { "" };
    let empty = if parameter.allow_empty {
        ", may be empty"
    } else {
        ""
    };
    let role = parameter.role.map_or("", role);
    let (ty, how) = (
        label(api, parameter.ty),
        serialization(&parameter.serialization),
    );
    let name = &parameter.name;
    out.at(&parameter.origin);
    line(
        out,
        format_args!("  {location} {name}: {ty}, {how}{required}{empty}{role}"),
    );
    docs(out, "    ", &parameter.docs);
    if let Some(default) = &parameter.default {
        line(out, format_args!("    default {default}"));
    }
    content::encodings(out, api, &parameter.encodings, 4);
    content::examples(out, "    ", &parameter.examples);
}

fn role(role: Role) -> &'static str {
    match role {
        Role::IdempotencyKey => ", idempotency key",
        Role::CorrelationId => ", correlation id",
        Role::CorrelationVector => ", correlation vector",
    }
}

/// Returns how a value becomes text.
pub(super) fn serialization(serialization: &Serialization) -> String {
    match serialization {
        Serialization::Content(media_type) => media_type.clone(),
        Serialization::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let style = style_name(*style);
            let explode = if *explode { " exploded" } else { "" };
            let reserved = if *allow_reserved { " reserved" } else { "" };
            format!("{style}{explode}{reserved}")
        }
    }
}

/// Returns a style in the words of OpenAPI.
pub(super) fn style_name(style: Style) -> &'static str {
    match style {
        Style::Simple => "simple",
        Style::Label => "label",
        Style::DottedLabel => "label with dots",
        Style::Matrix => "matrix",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::TabDelimited => "tabDelimited",
        Style::DeepObject => "deepObject",
        Style::Cookie => "cookie",
    }
}

fn body(out: &mut Out, api: &Api, body: &RequestBody) {
    out.at(&body.origin);
    line(
        out,
        format_args!("  body{}", if body.required { ", required" } else { "" }),
    );
    docs(out, "    ", &body.docs);
    content::contents(out, api, &body.content, "");
}

fn response(out: &mut Out, api: &Api, response: &Response) {
    out.at(&response.origin);
    line(out, format_args!("  {}", response.status));
    docs(out, "    ", &response.docs);
    for item in &response.headers {
        header(out, api, item);
    }
    content::contents(out, api, &response.content, "");
    for item in &response.links {
        events::link(out, item);
    }
}

/// Writes one header.
pub(super) fn header(out: &mut Out, api: &Api, header: &Header) {
    let ty = header
        .ty
        .map_or("no schema".to_owned(), |ty| label(api, ty));
    let required = if header.required { ", required" } else { "" };
    let how = match &header.serialization {
        Serialization::Style { explode: false, .. } => String::new(),
        other => format!(", {}", serialization(other)),
    };
    out.at(&header.origin);
    line(
        out,
        format_args!("    header {}: {ty}{how}{required}", header.name),
    );
    docs(out, "      ", &header.docs);
    content::examples(out, "      ", &header.examples);
}

/// Returns alternatives, as in `a + b[read, write] | none`.
fn security(requirements: &[Requirement]) -> String {
    let alternatives: Vec<String> = requirements.iter().map(alternative).collect();
    alternatives.join(" | ")
}

fn alternative(all: &Requirement) -> String {
    if all.schemes.is_empty() {
        return "none".to_owned();
    }
    let schemes = all.schemes.iter().map(|name| {
        let scopes = all.scopes.iter().find(|(scheme, _)| scheme == name);
        scopes.map_or_else(
            || name.clone(),
            |(_, scopes)| format!("{name}[{}]", scopes.join(", ")),
        )
    });
    schemes.collect::<Vec<_>>().join(" + ")
}
