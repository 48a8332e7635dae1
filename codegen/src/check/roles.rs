//! Headers with a role: texts, and found at all.

use crate::api::{Api, Kind, Role, TypeId};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A header role of the configuration that no header parameter has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnmatchedRole<'c> {
    /// The key of the configuration, as in `idempotency-key`.
    pub(crate) key: &'static str,
    /// The header it names, as in `ms-requestid`.
    pub(crate) header: &'c str,
}

/// Returns the roles that match no header parameter of any operation. Where they stand in the
/// configuration, only its reader knows.
pub(crate) fn unmatched_roles<'c>(api: &Api, config: &'c Config) -> Vec<UnmatchedRole<'c>> {
    let headers = &config.headers;
    let roles = [
        (
            "idempotency-key",
            &headers.idempotency_key,
            Role::IdempotencyKey,
        ),
        (
            "correlation-id",
            &headers.correlation_id,
            Role::CorrelationId,
        ),
        (
            "correlation-vector",
            &headers.correlation_vector,
            Role::CorrelationVector,
        ),
    ];
    let parameters = || {
        api.operations
            .iter()
            .flat_map(|operation| &operation.parameters)
    };
    let is_unmatched = |role: Role| parameters().all(|parameter| parameter.role != Some(role));
    roles
        .into_iter()
        .filter(|(_, _, role)| is_unmatched(*role))
        .filter_map(|(key, header, _)| {
            Some(UnmatchedRole {
                key,
                header: header.as_deref()?,
            })
        })
        .collect()
}

/// Warns of headers with a role that are no texts.
pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    for parameter in api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
    {
        if parameter.role.is_some() && !is_text(api, parameter.ty.id) {
            let message = format!("the header `{}` has a role but is no text", parameter.name);
            let diagnostic = Diagnostic::new(Code::RoleOfWrongType, message)
                .label(parameter.origin.span, "made-up values are texts")
                .help("describe it with `type: string`")
                .several("headers have a role but are no texts");
            diagnostics.add(diagnostic);
        }
    }
}

fn is_text(api: &Api, id: TypeId) -> bool {
    match &api[api.end(id)].kind {
        Kind::String(_) => true,
        Kind::Enum(values) => values.is_of_texts(),
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Tuple(_)
        | Kind::Union(_)
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::Array(_)
        | Kind::Map(_)
        | Kind::Object(_)
        | Kind::Alias(_) => false,
    }
}
