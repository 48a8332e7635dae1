//! Header roles, which only the configuration knows.

use crate::api::{Api, Location, Role};
use crate::config::Headers;

/// Gives the header parameters their roles, by name in any capitals.
pub(super) fn set_roles(api: &mut Api, headers: &Headers) {
    let parameters = api
        .operations
        .iter_mut()
        .flat_map(|operation| &mut operation.parameters);
    for parameter in parameters.filter(|parameter| parameter.location == Location::Header) {
        parameter.role = role(headers, &parameter.name);
    }
}

fn role(headers: &Headers, name: &str) -> Option<Role> {
    let roles = [
        (&headers.idempotency_key, Role::IdempotencyKey),
        (&headers.correlation_id, Role::CorrelationId),
        (&headers.correlation_vector, Role::CorrelationVector),
    ];
    let is_meant = |header: &Option<String>| {
        header
            .as_ref()
            .is_some_and(|header| header.eq_ignore_ascii_case(name))
    };
    roles
        .into_iter()
        .find(|(header, _)| is_meant(header))
        .map(|(_, role)| role)
}
