//! Security schemes and requirements.

use super::super::{Docs, In, Requirement, SchemeKind, SecurityScheme, Text};
use super::cx::Cx;
use super::fields::Fields;
use super::{elsewhere, reference};
use crate::load::{Entry, Node};

const TYPES: [&str; 5] = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

/// Reads `components.securitySchemes`.
pub(super) fn read_schemes<'a>(
    cx: &mut Cx<'a, '_>,
    components: &mut Fields<'a>,
) -> Vec<SecurityScheme<'a>> {
    let entries = components.map(cx, "securitySchemes");
    entries
        .iter()
        .filter_map(|entry| read_scheme(cx, entry))
        .collect()
}

fn read_scheme<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> Option<SecurityScheme<'a>> {
    cx.scheme_names.insert(entry.key);
    if elsewhere::put_off(cx, entry.value, true) {
        return None;
    }
    let node = reference::follow(cx, entry.value)?.node;
    let mut fields = Fields::open(cx, node, "a security scheme")?;
    let docs = Docs {
        description: fields.text(cx, "description"),
        deprecated: fields.flag(cx, "deprecated").unwrap_or(false),
        ..Docs::default()
    };
    let ty = fields.required_text(cx, "type")?;
    let kind = match ty.text {
        "http" => SchemeKind::Http(fields.required_text(cx, "scheme")?.text),
        "apiKey" => read_api_key(cx, &mut fields)?,
        "oauth2" => SchemeKind::OAuth2,
        "openIdConnect" => SchemeKind::OpenIdConnect,
        "mutualTLS" => SchemeKind::Other("mutualTLS"),
        _ => {
            let message = format!("`{}` is no type of security scheme", ty.text);
            cx.unknown_value(message, ty, &TYPES);
            return None;
        }
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

fn close_scheme<'a>(cx: &mut Cx<'a, '_>, mut fields: Fields<'a>) {
    let flows = "the flows of OAuth 2 are not generated: callers bring a token";
    let discovery = "the discovery of OpenID Connect is not generated: callers bring a token";
    fields.annotations(
        cx,
        &[
            (
                "bearerFormat",
                "the format of bearer tokens is not carried over",
            ),
            ("flows", flows),
            ("oauth2MetadataUrl", flows),
            ("openIdConnectUrl", discovery),
            // Some descriptions write these beside types that do not use them.
            ("name", "only schemes of type `apiKey` have a name"),
            ("in", "only schemes of type `apiKey` have a place"),
            ("scheme", "only schemes of type `http` have a scheme"),
        ],
    );
    fields.close(cx);
}

fn read_api_key<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<SchemeKind<'a>> {
    let name = fields.required_text(cx, "name")?.text;
    let place = fields.required_text(cx, "in")?;
    let location = match place.text {
        "header" => In::Header,
        "query" => In::Query,
        "cookie" => In::Cookie,
        _ => {
            let message = format!("`{}` is no place for an API key", place.text);
            cx.unknown_value(message, place, &["header", "query", "cookie"]);
            return None;
        }
    };
    Some(SchemeKind::ApiKey { location, name })
}

/// Reads `security` of an object; `None` where there is none, which differs from an empty list.
pub(super) fn read_requirements<'a>(
    cx: &mut Cx<'a, '_>,
    owner: &mut Fields<'a>,
) -> Option<Vec<Requirement<'a>>> {
    // Asked for by its name, so that a misspelt one is told.
    owner.any("security")?;
    let nodes = owner.list(cx, "security");
    Some(
        nodes
            .into_iter()
            .filter_map(|node| read_requirement(cx, node))
            .collect(),
    )
}

fn read_requirement<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Requirement<'a>> {
    let Some(entries) = node.as_object() else {
        cx.wrong_kind(node, "a security requirement", "an object");
        return None;
    };
    let mut schemes = Vec::new();
    for entry in entries {
        schemes.push(Text {
            text: entry.key,
            span: entry.key_span,
        });
        if entry.value.as_array().is_none() {
            cx.wrong_kind(entry.value, &format!("`{}`", entry.key), "a list");
        }
        if entry
            .value
            .as_array()
            .is_some_and(|mut scopes| scopes.next().is_some())
        {
            cx.skip_annotation(entry.value, "scopes are not used: callers bring a token");
        }
    }
    Some(Requirement { schemes })
}
