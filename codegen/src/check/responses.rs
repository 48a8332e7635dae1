//! Operations that cannot succeed.

use crate::api::{Api, Operation, Status};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Warns of operations without a response that is a success.
pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    for operation in api
        .operations
        .iter()
        .filter(|operation| !can_succeed(operation))
    {
        let message = format!("no response of `{}` is a success", operation.id);
        let diagnostic = Diagnostic::new(Code::NoSuccess, message)
            .label(operation.origin.span, "every answer comes back as an error")
            .help("describe the response to expect, as in `200` or `default`")
            .several("operations have no response that is a success")
            .because_of(operation.origin.value, "responses");
        diagnostics.add(diagnostic);
    }
}

/// Redirections count: their answers are what such operations are for.
fn can_succeed(operation: &Operation) -> bool {
    operation
        .responses
        .iter()
        .any(|response| match response.status {
            Status::Code(code) => (100..400).contains(&code),
            Status::Range(digit) => (1..4).contains(&digit),
            Status::Default => true,
        })
}
