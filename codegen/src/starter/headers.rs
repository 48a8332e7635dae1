//! Header parameters whose names speak of a role.

use std::collections::BTreeSet;

use crate::api::{Api, Location};

/// Keys of the configuration, and what names of such headers have in them, without capitals and
/// signs. The first key that fits counts.
const ROLES: [(&str, &[&str]); 3] = [
    ("correlation-vector", &["correlationvector", "mscv"]),
    ("correlation-id", &["correlation", "traceid", "tracingid"]),
    ("idempotency-key", &["idempotency", "requestid"]),
];

/// Returns the keys of the configuration with the headers that look as if they had the role.
pub(super) fn suggestions(api: &Api) -> Vec<(&'static str, Vec<String>)> {
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    let headers = parameters.filter(|parameter| parameter.location == Location::Header);
    let names: BTreeSet<&str> = headers.map(|header| header.name.as_str()).collect();
    let of_role = |role: &str| -> Vec<String> {
        let fitting = names.iter().filter(|name| find(name) == Some(role));
        fitting.map(|name| (*name).to_owned()).collect()
    };
    let roles = ROLES.iter().map(|(role, _)| (*role, of_role(role)));
    roles.filter(|(_, names)| !names.is_empty()).collect()
}

fn find(name: &str) -> Option<&'static str> {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let letters: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    let fits = |marks: &[&str]| marks.iter().any(|mark| letters.contains(mark));
    ROLES
        .iter()
        .find(|(_, marks)| fits(marks))
        .map(|(role, _)| *role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_by_name() {
        for (name, expect) in [
            ("Idempotency-Key", Some("idempotency-key")),
            ("ms-requestid", Some("idempotency-key")),
            ("X-Request-Id", Some("idempotency-key")),
            ("ms-correlationid", Some("correlation-id")),
            ("MS-CV", Some("correlation-vector")),
            ("X-Trace-Id", Some("correlation-id")),
            ("Accept-Language", None),
            ("If-Match", None),
        ] {
            assert_eq!(find(name), expect, "{name}");
        }
    }
}
