//! What a successful answer is read into.
//!
//! Nothing, one type, or an enum over the statuses. Errors are the runtime's business.

use std::collections::BTreeSet;

use super::Context;
use super::content::{Direction, content_ty, has_form};
use crate::api::{self, Response, Status};
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::{Claim, Ident, Kind, Scope};
use crate::plan::status;
use crate::plan::ty::Ty;

/// What an operation returns, and which status is read how.
#[derive(Debug)]
pub(crate) struct Output {
    /// None where answers have no content.
    pub(crate) ty: Option<Ty>,
    /// The enum over the statuses, where one is needed.
    pub(crate) choice: Option<Choice>,
    pub(crate) arms: Vec<Arm>,
}

/// An enum over statuses.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<OutputVariant>,
}

/// One status, as in `Created(Pet)`.
#[derive(Debug)]
pub(crate) struct OutputVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) ty: Option<Ty>,
}

/// How some statuses are read.
#[derive(Debug)]
pub(crate) struct Arm {
    pub(crate) statuses: Statuses,
    pub(crate) produce: Produce,
}

#[derive(Debug)]
pub(crate) enum Statuses {
    Codes(Vec<u16>),
    /// Every success.
    Successes,
    /// Every success that no arm above reads.
    OtherSuccesses,
}

#[derive(Debug)]
pub(crate) enum Produce {
    Nothing,
    Body,
    /// A variant of the enum, without content.
    Variant(Ident),
    /// A variant of the enum around the body.
    BodyIn(Ident),
}

/// A documented success.
struct Success<'a> {
    response: &'a Response,
    ty: Option<(Ty, Ty)>,
}

/// Returns the output and the media types to ask for.
pub(super) fn plan_output(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    index: usize,
) -> (Output, Vec<String>) {
    let mut accepts = Vec::new();
    let mut successes = Vec::new();
    for response in successes_of(&operation.responses) {
        let ty = plan_content(cx, response, &mut accepts);
        successes.push(Success { response, ty });
    }
    let first = successes.first().and_then(|success| success.ty.clone());
    let expanded = |ty: &Option<(Ty, Ty)>| ty.as_ref().map(|(_, expanded)| expanded.clone());
    let output = if successes
        .iter()
        .all(|success| expanded(&success.ty) == expanded(&first))
    {
        plan_single(cx, &successes, first.map(|(written, _)| written))
    } else {
        plan_choice(cx, operation, &successes, index)
    };
    (output, accepts)
}

/// The successes, single statuses first; `default` is one only where no other is documented.
fn successes_of(responses: &[Response]) -> Vec<&Response> {
    let has_status = responses.iter().filter(|it| it.status.is_success());
    let mut successes: Vec<&Response> = has_status.collect();
    if successes.is_empty() {
        successes.extend(
            responses
                .iter()
                .find(|response| response.status == Status::Default),
        );
    }
    successes.sort_by_key(|response| !matches!(response.status, Status::Code(_)));
    let mut seen = BTreeSet::new();
    successes.retain(|response| seen.insert(response.status));
    successes
}

/// One type per status: contents of another type than the first one's are not asked for.
fn plan_content(
    cx: &mut Context<'_, '_>,
    response: &Response,
    accepts: &mut Vec<String>,
) -> Option<(Ty, Ty)> {
    let first = content_ty(cx, response.content.first()?);
    for content in &response.content {
        if content_ty(cx, content).1 != first.1 {
            let reason =
                "an answer of another type than that of the first media type is not asked for";
            cx.degrade(reason.to_owned(), &content.origin);
            continue;
        }
        if !has_form(cx, content, Direction::Read) {
            let reason = "a value of this type has no form in this media type; the answer is an \
                          error with its body";
            cx.degrade(reason.to_owned(), &content.origin);
        }
        if !accepts.contains(&content.media_type) {
            accepts.push(content.media_type.clone());
        }
    }
    Some(first)
}

fn plan_single(cx: &mut Context<'_, '_>, successes: &[Success<'_>], ty: Option<Ty>) -> Output {
    let produce = || {
        if ty.is_some() {
            Produce::Body
        } else {
            Produce::Nothing
        }
    };
    let codes: Vec<u16> = successes
        .iter()
        .filter_map(|success| code(success.response))
        .collect();
    let mut arms = Vec::new();
    if codes.len() < successes.len() {
        arms.push(Arm {
            statuses: Statuses::Successes,
            produce: produce(),
        });
    } else if !codes.is_empty() {
        arms.push(Arm {
            statuses: Statuses::Codes(codes),
            produce: produce(),
        });
    }
    Output {
        ty: ty.map(|ty| cx.importer.ty(ty)),
        choice: None,
        arms,
    }
}

fn plan_choice(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    successes: &[Success<'_>],
    index: usize,
) -> Output {
    let claims: Vec<Claim> = successes.iter().map(claim).collect();
    let names = Scope::new(Kind::Choice).claim_all(&claims);
    let mut variants = Vec::new();
    let mut arms = Vec::new();
    for (success, name) in successes.iter().zip(names) {
        let statuses = match code(success.response) {
            Some(code) => Statuses::Codes(vec![code]),
            None if arms.is_empty() => Statuses::Successes,
            None => Statuses::OtherSuccesses,
        };
        let produce = match success.ty {
            Some(_) => Produce::BodyIn(name.clone()),
            None => Produce::Variant(name.clone()),
        };
        arms.push(Arm { statuses, produce });
        let ty = success
            .ty
            .as_ref()
            .map(|(written, _)| cx.importer.ty(written.clone()));
        variants.push(OutputVariant {
            name,
            docs: variant_docs(success.response),
            ty,
        });
    }
    let docs = Docs::new().paragraph(&[
        Piece::Text("What "),
        Piece::Code(&operation.id),
        Piece::Text(" answers, by status."),
    ]);
    let name = cx.names.operations[index].output.clone();
    let ty = Some(Ty::Local(name.clone()));
    Output {
        ty,
        choice: Some(Choice {
            name,
            docs,
            variants,
        }),
        arms,
    }
}

fn claim(success: &Success<'_>) -> Claim {
    let words = status::words(success.response.status);
    Claim {
        identity: words.clone(),
        rank: 0,
        spellings: vec![words],
    }
}

fn code(response: &Response) -> Option<u16> {
    match response.status {
        Status::Code(code) => Some(code),
        Status::Range(_) | Status::Default => None,
    }
}

fn variant_docs(response: &Response) -> Docs {
    let status = response.status.to_string();
    let docs = Docs::new().optional(response.docs.description.as_deref());
    docs.paragraph(&[
        Piece::Text("Status "),
        Piece::Code(&status),
        Piece::Text("."),
    ])
}
