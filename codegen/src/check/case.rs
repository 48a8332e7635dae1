//! Properties that only capitals tell apart, where capitals do not count.

use std::collections::BTreeMap;

use crate::api::{Api, Kind, Object};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Warns of such properties.
pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    for (_, ty) in api.types() {
        if let Kind::Object(object) = &ty.kind {
            check_object(object, diagnostics);
        }
    }
}

fn check_object(object: &Object, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for property in &object.properties {
        let Some(first) = seen.insert(property.name.to_ascii_lowercase(), property) else {
            continue;
        };
        let message = format!(
            "only capitals tell `{}` and `{}` apart",
            first.name, property.name
        );
        let diagnostic = Diagnostic::new(Code::CaseCollision, message)
            .label(property.origin.span, "taken where the name is exactly this")
            .secondary(first.origin.span, "taken where the name is exactly this")
            .help("rename one of them, or remove `ignore-case` from the configuration")
            .several("properties differ from others in capitals only");
        diagnostics.add(diagnostic);
    }
}
