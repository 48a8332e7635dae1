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

/// Returns requirements, and says which schemes do not exist.
pub(super) fn lower_requirements(
    cx: &mut Cx<'_, '_>,
    requirements: &[Requirement<'_>],
) -> Vec<api::Requirement> {
    for name in requirements
        .iter()
        .flat_map(|requirement| &requirement.schemes)
    {
        check_exists(cx, *name);
    }
    let owned = |requirement: &Requirement<'_>| api::Requirement {
        schemes: requirement
            .schemes
            .iter()
            .map(|name| name.text.to_owned())
            .collect(),
    };
    requirements.iter().map(owned).collect()
}

fn check_exists(cx: &mut Cx<'_, '_>, name: Text<'_>) {
    let known = || {
        cx.document
            .security_schemes
            .iter()
            .map(|scheme| scheme.name.text)
    };
    if known().any(|known| known == name.text) || could_not_be_read(cx, name) {
        return;
    }
    let message = format!("the security scheme `{}` does not exist", name.text);
    let diagnostic = Diagnostic::new(Code::UnknownSecurityScheme, message)
        .label(name.span, "no scheme of this name is declared");
    let diagnostic = match nearest(name.text, known()) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help(format!("declare the scheme `{}`", name.text)),
    };
    cx.diagnostics.add(diagnostic);
}

/// Returns whether a scheme is there after all, so that its own errors have been said.
fn could_not_be_read(cx: &Cx<'_, '_>, name: Text<'_>) -> bool {
    cx.document.scheme_names.contains(&name.text)
}
