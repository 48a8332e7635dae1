//! Bodies of requests whose methods have no use for one.

use crate::api::Api;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The methods whose bodies mean nothing (RFC 9110, section 9.3).
const WITHOUT_BODY: [&str; 4] = ["GET", "HEAD", "DELETE", "TRACE"];

/// Warns of such bodies.
pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    for operation in &api.operations {
        let Some(body) = &operation.body else {
            continue;
        };
        if WITHOUT_BODY.contains(&operation.method.as_str()) {
            let method = &operation.method;
            let message = format!("the {method} request `{}` has a body", operation.id);
            let label = format!("means nothing to {method}");
            let diagnostic = Diagnostic::new(Code::UnexpectedBody, message)
                .label(body.origin.span, label)
                .help("use POST, PUT or PATCH; servers and proxies may drop or refuse the body")
                .several("requests have a body that means nothing to their method");
            diagnostics.add(diagnostic);
        }
    }
}
