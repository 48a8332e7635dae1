//! Security schemes and requirements.

use super::super::{
    Docs, Document, Flow, In, RequiredScheme, Requirement, SchemeKind, SecurityScheme, Text,
    unknown_value,
};
use super::cx::Cx;
use super::fields::Fields;
use super::parameter::check_header_name;
use super::{elsewhere, reference};
use crate::diagnostic::{Code, Diagnostic, Lack};
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
        "http" => read_http(cx, fields)?,
        "apiKey" => read_api_key(cx, fields, &PLACES)?,
        "oauth2" => read_oauth2(cx, fields),
        "openIdConnect" => read_open_id_connect(cx, fields),
        "mutualTLS" => SchemeKind::MutualTls,
        _ => {
            say_unknown_type(cx, ty);
            return None;
        }
    })
}

/// Says that there is no such type of scheme. Names of schemes of HTTP are often taken for types.
fn say_unknown_type(cx: &mut Cx<'_, '_>, ty: Text<'_>) {
    let message = format!("`{}` is no type of security scheme", ty.text);
    let diagnostic = unknown_value(message, ty, &TYPES);
    let lower = ty.text.to_ascii_lowercase();
    cx.diagnostics.add(match lower.as_str() {
        "basic" | "bearer" | "digest" => {
            diagnostic.help(format!("write `type: http` and `scheme: {lower}`"))
        }
        "jwt" => diagnostic.help("write `type: http`, `scheme: bearer` and `bearerFormat: JWT`"),
        _ => diagnostic,
    });
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
    fields.want(cx, "openIdConnectUrl");
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
    fields.want(cx, "flows");
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
    want_of_flow(cx, &fields, kind);
    fields.close(cx);
    Some(flow)
}

/// Says what a flow must have and does not (OAS 3.2 §4.29).
pub(super) fn want_of_flow<'a>(cx: &mut Cx<'a, '_>, flow: &Fields<'a>, kind: &str) {
    let urls: &[&'static str] = match kind {
        "implicit" => &["authorizationUrl"],
        "authorizationCode" => &["authorizationUrl", "tokenUrl"],
        "deviceAuthorization" => &["deviceAuthorizationUrl", "tokenUrl"],
        _ => &["tokenUrl"],
    };
    for key in urls {
        flow.want(cx, key);
    }
    flow.want(cx, "scopes");
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

/// Where OpenAPI 3 has API keys.
const PLACES: [(&str, In); 3] = [
    ("header", In::Header),
    ("query", In::Query),
    ("cookie", In::Cookie),
];

/// Takes name and place of an API key; which places there are, the version says.
pub(super) fn read_api_key<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    places: &[(&'static str, In)],
) -> Option<SchemeKind<'a>> {
    let name = fields.required_text(cx, "name");
    let place = fields.required_text(cx, "in")?;
    let Some((_, location)) = places.iter().find(|(known, _)| *known == place.text) else {
        let message = format!("`{}` is no place for an API key", place.text);
        let known: Vec<_> = places.iter().map(|(known, _)| *known).collect();
        cx.unknown_value(message, place, &known);
        return None;
    };
    let name = name?;
    if *location == In::Header && !check_header_name(cx, name) {
        return None;
    }
    Some(SchemeKind::ApiKey {
        location: *location,
        name: name.text,
    })
}

/// Returns the name of the scheme that a requirement is for. From 3.2 on it can be the URI of one that
/// stands elsewhere, which is read then.
fn name<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> &'a str {
    let is_uri = entry.key.contains(['/', '#', '.']);
    let components = cx.forest.root().get("components");
    let declared = components.and_then(|it| it.get("securitySchemes"));
    let is_declared = |name: &str| declared.is_some_and(|it| it.get(name).is_some());
    if !(is_uri && cx.version.has_requirements_by_uri()) || is_declared(entry.key) {
        return entry.key;
    }
    let Ok(target) = cx.forest.resolve(entry.value, entry.key) else {
        return entry.key;
    };
    let known = cx.foreign_schemes.iter().find(|(node, _)| *node == target);
    if let Some((_, name)) = known {
        return name;
    }
    let own = target.key().unwrap_or(entry.key);
    let is_itself = declared.and_then(|it| it.get(own)) == Some(target);
    if is_itself {
        return own;
    }
    let is_taken = is_declared(own) || cx.foreign_schemes.iter().any(|(_, name)| *name == own);
    let name = if is_taken { entry.key } else { own };
    cx.foreign_schemes.push((target, name));
    name
}

/// Reads the schemes that requirements name by their URI.
pub(super) fn read_foreign<'a>(cx: &mut Cx<'a, '_>) -> Vec<SecurityScheme<'a>> {
    let foreign = std::mem::take(&mut cx.foreign_schemes);
    let entry = |(value, key): (Node<'a>, &'a str)| Entry {
        key,
        key_span: value.key_span().unwrap_or(value.span()),
        value,
    };
    let entries = foreign.into_iter().map(entry);
    entries
        .filter_map(|entry| read_scheme(cx, &entry))
        .collect()
}

/// Says that no scheme is there where it was said that the map of all schemes is misspelt or stands
/// elsewhere, and something needs one. Otherwise lowering looks for each of them.
pub(super) fn say_lost<'a>(cx: &mut Cx<'a, '_>, document: &Document<'a>) {
    let root = cx.forest.root();
    let (owner, key) = match root.get("components") {
        _ if cx.version.describes_values_in_place() => (root, "securityDefinitions"),
        Some(components) => (components, "securitySchemes"),
        None => (root, "components"),
    };
    let lack = Lack {
        owner: owner.span(),
        key: key.into(),
    };
    if !cx.diagnostics.explains(&lack) {
        return;
    }
    let needed = elsewhere::needed_schemes(document);
    if let Some(name) = needed.first() {
        let message = format!("the security scheme `{name}` does not exist");
        let diagnostic = Diagnostic::new(Code::UnknownSecurityScheme, message);
        cx.diagnostics.add(diagnostic.because_of(lack.owner, key));
    }
    cx.scheme_names.extend(needed);
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
            text: name(cx, &entry),
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
