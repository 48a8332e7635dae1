//! Security definitions.

use super::super::cx::Cx;
use super::super::fields::Fields;
use super::super::{reference, security};
use crate::document::{Docs, Flow, In, SchemeKind, SecurityScheme, Text, unknown_value};
use crate::load::Entry;

const TYPES: [&str; 3] = ["basic", "apiKey", "oauth2"];
/// Where API keys are.
const PLACES: [(&str, In); 2] = [("header", In::Header), ("query", In::Query)];
/// The flows, and what OpenAPI 3 calls them.
const FLOWS: [(&str, &str); 4] = [
    ("implicit", "implicit"),
    ("password", "password"),
    ("application", "clientCredentials"),
    ("accessCode", "authorizationCode"),
];

/// Reads `securityDefinitions`.
pub(super) fn read_schemes<'a>(
    cx: &mut Cx<'a, '_>,
    root: &mut Fields<'a>,
) -> Vec<SecurityScheme<'a>> {
    let entries = root.map(cx, "securityDefinitions");
    entries
        .iter()
        .filter_map(|entry| read_scheme(cx, entry))
        .collect()
}

fn read_scheme<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> Option<SecurityScheme<'a>> {
    cx.scheme_names.insert(entry.key);
    let node = reference::follow(cx, entry.value)?.node;
    let mut fields = Fields::open(cx, node, "a security scheme")?;
    let docs = Docs {
        description: fields.text(cx, "description"),
        ..Docs::default()
    };
    let Some(kind) = read_kind(cx, &mut fields) else {
        fields.abandon(cx);
        return None;
    };
    close_scheme(cx, fields);
    let name = Text {
        text: entry.key,
        span: entry.key_span,
    };
    Some(SecurityScheme {
        node,
        name,
        kind,
        docs,
    })
}

fn read_kind<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<SchemeKind<'a>> {
    let ty = fields.required_text(cx, "type")?;
    Some(match ty.text {
        "basic" => SchemeKind::Http {
            scheme: "basic",
            bearer_format: None,
        },
        "apiKey" => security::read_api_key(cx, fields, &PLACES)?,
        "oauth2" => read_oauth2(cx, fields),
        _ => {
            let message = format!("`{}` is no type of security scheme", ty.text);
            let diagnostic = unknown_value(message, ty, &TYPES);
            let is_bearer = matches!(ty.text, "http" | "bearer");
            cx.diagnostics.add(if is_bearer {
                diagnostic.help(
                    "Swagger 2.0 knows no bearer tokens: write `type: apiKey`, `in: header` and \
                     `name: Authorization`",
                )
            } else {
                diagnostic
            });
            return None;
        }
    })
}

/// Reads the one flow that a scheme has here; OpenAPI 3 has all of them under `flows`.
fn read_oauth2<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> SchemeKind<'a> {
    let name = fields.required_text(cx, "flow");
    let known = name.and_then(|name| FLOWS.into_iter().find(|(known, _)| *known == name.text));
    if let Some(name) = name.filter(|_| known.is_none()) {
        let message = format!("`{}` is no flow of OAuth 2", name.text);
        cx.unknown_value(message, name, &FLOWS.map(|(name, _)| name));
    }
    let flow = known.map(|(_, kind)| Flow {
        node: fields.node,
        kind,
        authorization_url: fields.text(cx, "authorizationUrl"),
        device_authorization_url: None,
        token_url: fields.text(cx, "tokenUrl"),
        refresh_url: None,
        scopes: security::read_scopes(cx, fields),
    });
    if let Some((_, kind)) = known {
        security::want_of_flow(cx, fields, kind);
    }
    for key in ["flow", "authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(node) = fields.peek(key) {
            cx.skip_annotation(node, FLOW);
        }
    }
    SchemeKind::OAuth2 {
        flows: flow.into_iter().collect(),
        metadata_url: None,
    }
}

const FLOW: &str = "the flows of OAuth 2 are not generated: callers bring a token";

fn close_scheme<'a>(cx: &mut Cx<'a, '_>, mut fields: Fields<'a>) {
    fields.annotations(
        cx,
        &[
            ("flow", "only schemes of type `oauth2` have a flow"),
            (
                "authorizationUrl",
                "only schemes of type `oauth2` have a flow",
            ),
            ("tokenUrl", "only schemes of type `oauth2` have a flow"),
            ("scopes", "only schemes of type `oauth2` have a flow"),
            // Some descriptions write these beside types that do not use them.
            ("name", "only schemes of type `apiKey` have a name"),
            ("in", "only schemes of type `apiKey` have a place"),
        ],
    );
    fields.close(cx);
}
