//! Security schemes and requirements.

use super::super::{Docs, Flow, In, RequiredScheme, Requirement, SchemeKind, SecurityScheme, Text};
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
        "http" => read_http(cx, &mut fields)?,
        "apiKey" => read_api_key(cx, &mut fields)?,
        "oauth2" => read_oauth2(cx, &mut fields),
        "openIdConnect" => read_open_id_connect(cx, &mut fields),
        "mutualTLS" => SchemeKind::MutualTls,
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

const FLOWS: &str = "the flows of OAuth 2 are not generated: callers bring a token";
const DISCOVERY: &str = "the discovery of OpenID Connect is not generated: callers bring a token";

fn close_scheme<'a>(cx: &mut Cx<'a, '_>, mut fields: Fields<'a>) {
    // Some descriptions write these beside types that do not use them.
    fields.annotations(
        cx,
        &[
            (
                "bearerFormat",
                "only schemes of type `http` have a format of tokens",
            ),
            ("flows", "only schemes of type `oauth2` have flows"),
            ("oauth2MetadataUrl", "only schemes of type `oauth2` have it"),
            (
                "openIdConnectUrl",
                "only schemes of type `openIdConnect` have it",
            ),
            ("name", "only schemes of type `apiKey` have a name"),
            ("in", "only schemes of type `apiKey` have a place"),
            ("scheme", "only schemes of type `http` have a scheme"),
        ],
    );
    fields.close(cx);
}

fn read_http<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<SchemeKind<'a>> {
    let scheme = fields.required_text(cx, "scheme")?.text;
    let bearer_format = fields.text(cx, "bearerFormat");
    if let Some(node) = fields.peek("bearerFormat") {
        cx.skip_annotation(node, "the format of bearer tokens is not carried over");
    }
    Some(SchemeKind::Http {
        scheme,
        bearer_format,
    })
}

fn read_open_id_connect<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> SchemeKind<'a> {
    let url = fields.text(cx, "openIdConnectUrl");
    if let Some(node) = fields.peek("openIdConnectUrl") {
        cx.skip_annotation(node, DISCOVERY);
    }
    SchemeKind::OpenIdConnect { url }
}

fn read_oauth2<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> SchemeKind<'a> {
    let metadata_url = if cx.version.has_device_authorization() {
        fields.text(cx, "oauth2MetadataUrl")
    } else {
        None
    };
    for key in ["flows", "oauth2MetadataUrl"] {
        if let Some(node) = fields.peek(key) {
            cx.skip_annotation(node, FLOWS);
        }
    }
    let flows = fields.value(cx, "flows");
    SchemeKind::OAuth2 {
        flows: flows.map_or_else(Vec::new, |node| read_flows(cx, node)),
        metadata_url,
    }
}

fn read_flows<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Vec<Flow<'a>> {
    let Some(mut fields) = Fields::open(cx, node, "the flows of a security scheme") else {
        return Vec::new();
    };
    let mut kinds = vec![
        "implicit",
        "password",
        "clientCredentials",
        "authorizationCode",
    ];
    if cx.version.has_device_authorization() {
        kinds.push("deviceAuthorization");
    }
    let mut flows = Vec::new();
    for kind in kinds {
        if let Some(node) = fields.value(cx, kind) {
            flows.extend(read_flow(cx, kind, node));
        }
    }
    fields.close(cx);
    flows.sort_by_key(|flow| flow.node.order());
    flows
}

fn read_flow<'a>(cx: &mut Cx<'a, '_>, kind: &'static str, node: Node<'a>) -> Option<Flow<'a>> {
    let mut fields = Fields::open(cx, node, "a flow of OAuth 2")?;
    let mut flow = Flow {
        node,
        kind,
        authorization_url: fields.text(cx, "authorizationUrl"),
        device_authorization_url: None,
        token_url: fields.text(cx, "tokenUrl"),
        refresh_url: fields.text(cx, "refreshUrl"),
        scopes: read_scopes(cx, &mut fields),
    };
    if cx.version.has_device_authorization() {
        flow.device_authorization_url = fields.text(cx, "deviceAuthorizationUrl");
    }
    fields.close(cx);
    Some(flow)
}

/// Takes scopes with their descriptions.
pub(super) fn read_scopes<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
) -> Vec<(&'a str, &'a str)> {
    let mut scopes = Vec::new();
    for entry in fields.map(cx, "scopes") {
        // Here and only here, a name beginning with `x-` may be a scope as well.
        scopes.push((entry.key, entry.value.text().unwrap_or_default()));
    }
    scopes
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
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        if entry.value.as_array().is_none() {
            cx.wrong_kind(entry.value, &format!("`{}`", entry.key), "a list");
        }
        let scopes: Vec<&str> = entry
            .value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Node::text)
            .collect();
        if !scopes.is_empty() {
            cx.skip_annotation(entry.value, "scopes are not used: callers bring a token");
        }
        schemes.push(RequiredScheme { name, scopes });
    }
    Some(Requirement { schemes })
}
