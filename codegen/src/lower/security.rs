//! Security schemes and requirements.

use super::cx::Cx;
use super::docs;
use crate::api::{self, ApiKeyLocation, Scheme};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{In, Requirement, SchemeKind, SecurityScheme, Text, origin};
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
    if let Scheme::Other(other) = &kind {
        let reason = format!("the security scheme `{other}` is not generated");
        cx.ignore(scheme.node, reason);
    }
    api::SecurityScheme {
        name: scheme.name.text.to_owned(),
        scheme: kind,
        docs: docs::docs(&scheme.docs),
        origin: origin(scheme.node),
    }
}

fn kind(kind: &SchemeKind<'_>) -> Scheme {
    match kind {
        SchemeKind::Http(name) if name.eq_ignore_ascii_case("bearer") => Scheme::Bearer,
        SchemeKind::Http(name) if name.eq_ignore_ascii_case("basic") => Scheme::Basic,
        SchemeKind::Http(name) | SchemeKind::Other(name) => Scheme::Other((*name).to_owned()),
        SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => Scheme::Bearer,
        SchemeKind::ApiKey { location, name } => Scheme::ApiKey {
            location: api_key_location(*location),
            name: (*name).to_owned(),
        },
    }
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
        schemes.all(|name| exists(cx, *name))
    };
    let owned = |requirement: &Requirement<'_>| api::Requirement {
        schemes: requirement
            .schemes
            .iter()
            .map(|name| name.text.to_owned())
            .collect(),
    };
    requirements.iter().filter(known).map(owned).collect()
}

/// Says which schemes do not exist that all operations without an own word need.
pub(super) fn check_root(cx: &mut Cx<'_, '_>) {
    let schemes = cx.document.security.iter().flat_map(|it| &it.schemes);
    for name in schemes {
        if !exists(cx, *name) {
            let diagnostic = unknown(cx, Code::UnknownSecurityScheme, *name);
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
    let mut schemes = cx.document.security_schemes.iter();
    schemes.any(|scheme| scheme.name.text == name.text)
        || cx.document.scheme_names.contains(&name.text)
}
