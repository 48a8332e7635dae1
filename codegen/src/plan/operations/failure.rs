//! What an operation answers when it fails: an enum over the statuses, for which callers ask an error.
//!
//! There is one where the description says of some failure what its body is.

use super::Context;
use super::answers::Answers;
use super::content::{Direction, content_ty, has_form, is_octets};
use super::output::successes_of;
use crate::api::{self, Response, Status};
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::{Claim, Ident, Kind, Scope};
use crate::plan::status;
use crate::plan::ty::Ty;

/// The enum, as in `CreatePetError`.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    /// Single statuses first, `default` last.
    pub(crate) variants: Vec<FailureVariant>,
}

/// The answers of one status or of several, as in `NotFound(Problem)`.
#[derive(Debug)]
pub(crate) struct FailureVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) statuses: FailureStatuses,
    /// None where there is no content.
    pub(crate) ty: Option<Ty>,
    /// Whether the body is read as it came.
    pub(crate) is_octets: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FailureStatuses {
    Code(u16),
    /// From the first one to the last one, but for those of variants above.
    Range(u16, u16),
    Rest,
}

pub(super) fn plan_failure(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    index: usize,
    answers: &Answers<'_>,
) -> Option<Failure> {
    let failures = failures_of(&operation.responses);
    if failures.iter().all(|response| response.content.is_empty()) {
        return None;
    }
    let claims: Vec<Claim> = failures.iter().map(|response| claim(response)).collect();
    let names = Scope::new(Kind::Choice).claim_all(&claims);
    let codes = failures
        .iter()
        .filter_map(|response| match response.status {
            Status::Code(code) => Some(code),
            Status::Range(_) | Status::Default => None,
        });
    let codes: Vec<u16> = codes.collect();
    let mut variants = Vec::new();
    for (response, name) in failures.into_iter().zip(names) {
        variants.push(FailureVariant {
            name,
            docs: variant_docs(response, answers),
            statuses: statuses(response.status, &codes),
            ty: plan_content(cx, response),
            is_octets: response.content.first().is_some_and(|it| is_octets(cx, it)),
        });
    }
    cx.importer.private(&["ErrorAnswer"]);
    let docs = Docs::new().paragraph(&[
        Piece::Text("What "),
        Piece::Code(&operation.id),
        Piece::Text(" answers when it fails, by status: what "),
        Piece::Code("typed"),
        Piece::Text(" of an "),
        Piece::Link("Error"),
        Piece::Text(" returns."),
    ]);
    let name = cx.names.operations[index].error.clone();
    Some(Failure {
        name,
        docs: docs.pointer(&operation.origin.pointer.join("responses")),
        variants,
    })
}

/// The failures, single statuses first, `default` last.
fn failures_of(responses: &[Response]) -> Vec<&Response> {
    let successes: Vec<Status> = successes_of(responses).iter().map(|it| it.status).collect();
    let mut failures: Vec<&Response> = Vec::new();
    for response in responses {
        let is_known = failures.iter().any(|it| it.status == response.status);
        if !is_known && !successes.contains(&response.status) {
            failures.push(response);
        }
    }
    failures.sort_by_key(|response| match response.status {
        Status::Code(_) => 0,
        Status::Range(_) => 1,
        Status::Default => 2,
    });
    failures
}

/// The first media type says what the type is; what comes in others says itself what it is.
fn plan_content(cx: &mut Context<'_, '_>, response: &Response) -> Option<Ty> {
    let first = response.content.first()?;
    let (written, expanded) = content_ty(cx, first);
    for content in &response.content {
        if content_ty(cx, content).1 != expanded {
            let reason = "a failure of another type than that of the first media type is read by \
                          `decode`";
            cx.degrade(reason, &content.origin);
        }
    }
    if !has_form(cx, first, Direction::Read) {
        let reason = "a value of this type has no form in this media type; the failure has only \
                      its body";
        cx.degrade(reason, &first.origin);
        return None;
    }
    Some(cx.importer.ty(written))
}

fn statuses(of: Status, codes: &[u16]) -> FailureStatuses {
    match of {
        Status::Code(code) => FailureStatuses::Code(code),
        Status::Range(digit) => {
            let (first, last) = status::range_beside(digit, codes);
            FailureStatuses::Range(first, last)
        }
        Status::Default => FailureStatuses::Rest,
    }
}

fn claim(response: &Response) -> Claim {
    let words = status::failure_words(response.status);
    Claim {
        identity: words.clone(),
        rank: 0,
        spellings: vec![words, status::words(response.status)],
    }
}

fn variant_docs(response: &Response, answers: &Answers<'_>) -> Docs {
    let status = response.status.to_string();
    let status = [
        Piece::Text("Status "),
        Piece::Code(&status),
        Piece::Text("."),
    ];
    answers.variant(response, &status)
}
