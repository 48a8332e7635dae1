//! Security schemes and requirements.

use super::cx::Cx;
use super::docs;
use crate::api::{self, ApiKeyLocation, Declared, Scheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Flow, In, Requirement, SchemeKind, SecurityScheme, Text, origin};
use crate::load::nearest;

/// Returns the declared schemes.
pub(super) fn lower_schemes(cx: &mut Cx<'_, '_>) -> Vec<api::SecurityScheme> {
    let schemes = &cx.document.security_schemes;
    schemes
        .iter()
        .map(|scheme| lower_scheme(cx, scheme))
        .collect()
}

fn lower_scheme(cx: &mut Cx<'_, '_>, scheme: &SecurityScheme<'_>) -> api::SecurityScheme {
    let kind = kind(&scheme.kind);
    if let Scheme::Other(_) = &kind {
        cx.ignore(scheme.node, reason(&scheme.kind));
    }
    api::SecurityScheme {
        name: scheme.name.text.to_owned(),
        scheme: kind,
        declared: declared(&scheme.kind),
        docs: docs::docs(&scheme.docs),
        origin: origin(scheme.node),
    }
}

/// Why a scheme has no credential in requests.
fn reason(kind: &SchemeKind<'_>) -> &'static str {
    match kind {
        SchemeKind::MutualTls => "the certificates of clients are up to the transport",
        SchemeKind::Http { .. }
        | SchemeKind::OAuth2 { .. }
        | SchemeKind::OpenIdConnect { .. }
        | SchemeKind::ApiKey { .. } => "no scheme of HTTP can have this name",
    }
}

fn kind(kind: &SchemeKind<'_>) -> Scheme {
    match kind {
        SchemeKind::Http { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => Scheme::Bearer,
        SchemeKind::Http { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => Scheme::Basic,
        SchemeKind::Http { scheme, .. } if is_token(scheme) => Scheme::Http((*scheme).to_owned()),
        SchemeKind::Http { scheme, .. } => Scheme::Other((*scheme).to_owned()),
        SchemeKind::MutualTls => Scheme::Other("mutualTLS".to_owned()),
        SchemeKind::OAuth2 { .. } | SchemeKind::OpenIdConnect { .. } => Scheme::Bearer,
        SchemeKind::ApiKey { location, name } => Scheme::ApiKey {
            location: api_key_location(*location),
            name: (*name).to_owned(),
        },
    }
}

/// RFC 9110 §5.6.2.
fn is_token(text: &str) -> bool {
    let is_mark = |byte| b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || is_mark(byte))
}

fn declared(kind: &SchemeKind<'_>) -> Declared {
    match kind {
        SchemeKind::Http {
            scheme,
            bearer_format,
        } => Declared::Http {
            scheme: (*scheme).to_owned(),
            bearer_format: owned(*bearer_format),
        },
        SchemeKind::ApiKey { .. } => Declared::ApiKey,
        SchemeKind::OAuth2 {
            flows,
            metadata_url,
        } => Declared::OAuth2 {
            flows: flows.iter().map(flow).collect(),
            metadata_url: owned(*metadata_url),
        },
        SchemeKind::OpenIdConnect { url } => Declared::OpenIdConnect { url: owned(*url) },
        SchemeKind::MutualTls => Declared::MutualTls,
    }
}

fn flow(flow: &Flow<'_>) -> api::Flow {
    let scope =
        |(name, description): &(&str, &str)| ((*name).to_owned(), (*description).to_owned());
    api::Flow {
        kind: flow.kind,
        authorization_url: owned(flow.authorization_url),
        device_authorization_url: owned(flow.device_authorization_url),
        token_url: owned(flow.token_url),
        refresh_url: owned(flow.refresh_url),
        scopes: flow.scopes.iter().map(scope).collect(),
        origin: origin(flow.node),
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

fn api_key_location(location: In) -> ApiKeyLocation {
    match location {
        In::Query | In::QueryString => ApiKeyLocation::Query,
        In::Cookie => ApiKeyLocation::Cookie,
        In::Header | In::Path => ApiKeyLocation::Header,
    }
}

/// Returns the requirements that can be met.
pub(super) fn lower_requirements(
    cx: &mut Cx<'_, '_>,
    requirements: &[Requirement<'_>],
) -> Vec<api::Requirement> {
    let known = |requirement: &&Requirement<'_>| {
        let mut schemes = requirement.schemes.iter();
        schemes.all(|scheme| exists(cx, scheme.name))
    };
    requirements
        .iter()
        .filter(known)
        .map(lower_requirement)
        .collect()
}

fn lower_requirement(requirement: &Requirement<'_>) -> api::Requirement {
    let mut lowered = api::Requirement::default();
    for scheme in &requirement.schemes {
        let name = scheme.name.text.to_owned();
        if !scheme.scopes.is_empty() {
            let scopes = scheme.scopes.iter().map(|scope| (*scope).to_owned());
            lowered.scopes.push((name.clone(), scopes.collect()));
        }
        lowered.schemes.push(name);
    }
    lowered
}

/// Says which schemes do not exist that all operations without an own word need.
pub(super) fn check_root(cx: &mut Cx<'_, '_>) {
    let schemes = cx.document.security.iter().flat_map(|it| &it.schemes);
    for name in schemes.map(|scheme| scheme.name) {
        if !exists(cx, name) {
            let diagnostic = unknown(cx, Code::UnknownSecurityScheme, name);
            cx.diagnostics.add(diagnostic);
        }
    }
}

/// Returns what to say of a scheme that does not exist.
pub(super) fn unknown(cx: &Cx<'_, '_>, code: Code, name: Text<'_>) -> Diagnostic {
    let message = format!("the security scheme `{}` does not exist", name.text);
    let diagnostic =
        Diagnostic::new(code, message).label(name.span, "no scheme of this name is declared");
    let schemes = &cx.document.security_schemes;
    match nearest(name.text, schemes.iter().map(|scheme| scheme.name.text)) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help(format!("declare the scheme `{}`", name.text)),
    }
}

/// Returns whether a scheme is declared, even where it could not be read, which has been said.
pub(super) fn exists(cx: &Cx<'_, '_>, name: Text<'_>) -> bool {
    cx.document.scheme_names.contains(&name.text)
}
