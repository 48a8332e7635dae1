//! What a successful answer is read into.
//!
//! Nothing, one type, or an enum over statuses and media types; and how it is read while it comes.
//! Failures have a file of their own.

use std::collections::BTreeSet;

use super::Context;
use super::answers::Answers;
use super::content::{Direction, content_ty, has_form, is_octets};
use crate::api::{self, Content, Kind as Shape, Response, Status};
use crate::plan::docs::{Docs, Piece};
use crate::plan::media;
use crate::plan::names::{Claim, Ident, Kind, Scope};
use crate::plan::status;
use crate::plan::ty::Ty;

/// What an operation returns, and which answer is read how.
#[derive(Debug)]
pub(crate) struct Output {
    /// None where answers have no content.
    pub(crate) ty: Option<Ty>,
    /// The enum over the answers, where one is needed.
    pub(crate) choice: Option<Choice>,
    pub(crate) arms: Vec<Arm>,
    pub(crate) streams: Streams,
}

/// An enum over answers.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<OutputVariant>,
}

/// One answer, as in `Created(Pet)`.
#[derive(Debug)]
pub(crate) struct OutputVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) content: Option<OutputContent>,
}

/// What a variant holds, and the methods that return it.
#[derive(Debug)]
pub(crate) struct OutputContent {
    pub(crate) ty: Ty,
    pub(crate) accessors: [Accessor; 2],
}

/// A method, as in `as_created` and `into_created`.
#[derive(Debug)]
pub(crate) struct Accessor {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
}

/// How some answers are read.
#[derive(Debug)]
pub(crate) struct Arm {
    pub(crate) statuses: Statuses,
    /// Those that are meant; all where there are none.
    pub(crate) media_types: Vec<String>,
    pub(crate) produce: Produce,
}

#[derive(Debug)]
pub(crate) enum Statuses {
    Codes(Vec<u16>),
    /// From the first one to the last one, but for those of arms above.
    Range(u16, u16),
}

impl Statuses {
    fn of(codes: Vec<u16>) -> Self {
        match status::run(&codes) {
            Some((first, last)) => Self::Range(first, last),
            None => Self::Codes(codes),
        }
    }
}

#[derive(Debug)]
pub(crate) enum Produce {
    Nothing,
    Body,
    /// The body as it came.
    Octets,
    /// The items of a sequence.
    Items(EventForm),
    /// A variant of the enum, without content.
    Variant(Ident),
    /// A variant of the enum around the body.
    BodyIn(Ident),
    /// The same around the body as it came.
    OctetsIn(Ident),
    /// The same around the items of a sequence.
    ItemsIn(Ident, EventForm),
}

/// What of an event is an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EventForm {
    /// Its data.
    Data,
    /// Its fields (OAS 3.2 §4.14.3).
    Fields,
}

/// How an answer is read while it comes.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    /// The media types of sequences.
    pub(crate) media_types: Vec<String>,
    pub(crate) items: Option<(Ty, EventForm)>,
    pub(crate) has_events: bool,
    pub(crate) is_download: bool,
}

/// A documented success, in some of its media types.
#[derive(Debug)]
struct Answer<'a> {
    response: &'a Response,
    /// Whether other answers of this status come before.
    is_first: bool,
    media_types: Vec<String>,
    /// As written and behind aliases.
    ty: Option<(Ty, Ty)>,
    way: Way,
}

/// How a body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By the codec of its media type.
    Value,
    /// As it came.
    Octets,
    Items(EventForm),
}

impl Answer<'_> {
    fn form(&self) -> (Option<&Ty>, Way) {
        let expanded = self.ty.as_ref().map(|(_, expanded)| expanded);
        (expanded, self.way)
    }
}

/// Returns the output and the media types to ask for.
pub(super) fn plan_output(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    index: usize,
    described: &Answers<'_>,
) -> (Output, Vec<String>) {
    let mut accepts: Vec<String> = Vec::new();
    let mut answers = Vec::new();
    let successes = successes_of(&operation.responses);
    for response in &successes {
        answers.extend(plan_answers(cx, response));
    }
    for media_type in answers.iter().flat_map(|answer| &answer.media_types) {
        if !accepts.contains(media_type) {
            accepts.push(media_type.clone());
        }
    }
    let mut output = if answers
        .iter()
        .all(|answer| answer.form() == answers[0].form())
    {
        plan_single(cx, &answers)
    } else {
        plan_choice(cx, operation, &answers, index, described)
    };
    output.streams = plan_streams(cx, &successes);
    import_streams(cx, &output);
    (output, accepts)
}

/// The successes, single statuses first; `default` is one only where no other is documented.
pub(super) fn successes_of(responses: &[Response]) -> Vec<&Response> {
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

/// One answer for each type among the contents. Sequences are read as they come; as a whole only
/// where there is nothing else.
fn plan_answers<'a>(cx: &mut Context<'_, '_>, response: &'a Response) -> Vec<Answer<'a>> {
    let (sequences, wholes): (Vec<&Content>, Vec<&Content>) = response
        .content
        .iter()
        .partition(|content| is_typed_sequence(cx, content));
    let contents = if wholes.is_empty() { sequences } else { wholes };
    let mut answers: Vec<Answer<'_>> = Vec::new();
    for content in contents {
        if !has_form(cx, content, Direction::Read) {
            let reason = "a value of this type has no form in this media type; the answer is an \
                          error with its body";
            cx.degrade(reason, &content.origin);
        }
        let (mut written, mut expanded) = content_ty(cx, content);
        let way = if is_typed_sequence(cx, content) {
            (written, expanded) = (Ty::Vec(Box::new(written)), Ty::Vec(Box::new(expanded)));
            Way::Items(event_form(cx, content))
        } else if is_octets(cx, content) {
            Way::Octets
        } else {
            Way::Value
        };
        let same = (Some(&expanded), way);
        let found = answers.iter().position(|answer| answer.form() == same);
        if let Some(found) = found {
            answers[found].media_types.push(content.media_type.clone());
            continue;
        }
        answers.push(Answer {
            response,
            is_first: answers.is_empty(),
            media_types: vec![content.media_type.clone()],
            ty: Some((written, expanded)),
            way,
        });
    }
    if answers.is_empty() {
        answers.push(Answer {
            response,
            is_first: true,
            media_types: Vec::new(),
            ty: None,
            way: Way::Value,
        });
    }
    answers
}

/// Whether it is a sequence whose items have a type. Events that are texts are no typed items.
fn is_typed_sequence(cx: &Context<'_, '_>, content: &Content) -> bool {
    if !media::is_sequence(&content.media_type) || content.ty.or(content.item).is_none() {
        return false;
    }
    !matches!(content_ty(cx, content).1, Ty::String | Ty::Bytes)
}

fn event_form(cx: &Context<'_, '_>, content: &Content) -> EventForm {
    let api = cx.types.api();
    let item = content
        .item
        .filter(|_| media::is_events(&content.media_type));
    let object = item.and_then(|item| api.object(item.id));
    let has_data = object.is_some_and(|it| it.properties.iter().any(|it| it.name == "data"));
    // An alternative for each kind of event is made of fields too.
    let is_union = item.is_some_and(|item| matches!(api[item.id].kind, Shape::Union(_)));
    if has_data || is_union {
        EventForm::Fields
    } else {
        EventForm::Data
    }
}

fn plan_streams(cx: &mut Context<'_, '_>, successes: &[&Response]) -> Streams {
    let mut streams = Streams::default();
    for content in successes.iter().flat_map(|response| &response.content) {
        let is_events = media::is_events(&content.media_type);
        streams.has_events |= is_events;
        if is_typed_sequence(cx, content) {
            let form = event_form(cx, content);
            let (written, _) = content_ty(cx, content);
            let ty = cx.importer.ty(written);
            if streams.items.is_none() {
                streams.items = Some((ty, form));
            }
        } else {
            let is_raw = media::is_sequence(&content.media_type);
            streams.is_download |= is_raw || content_ty(cx, content).1 == Ty::Bytes;
        }
        if media::is_sequence(&content.media_type)
            && !streams.media_types.contains(&content.media_type)
        {
            streams.media_types.push(content.media_type.clone());
        }
    }
    streams
}

fn import_streams(cx: &mut Context<'_, '_>, output: &Output) {
    let streams = &output.streams;
    if streams.items.is_some() {
        cx.importer
            .runtime(&["BlockingItems", "EventItem", "Items"]);
    }
    if streams.has_events {
        cx.importer.runtime(&["BlockingEvents", "Events"]);
    }
    if streams.is_download {
        cx.importer.runtime(&["BlockingDownload", "Download"]);
    }
}

fn plan_single(cx: &mut Context<'_, '_>, answers: &[Answer<'_>]) -> Output {
    let first = answers.first();
    let ty = first.and_then(|answer| answer.ty.clone());
    let way = first.map_or(Way::Value, |answer| answer.way);
    let produce = || match (&ty, way) {
        (None, _) => Produce::Nothing,
        (Some(_), Way::Items(form)) => Produce::Items(form),
        (Some(_), Way::Octets) => Produce::Octets,
        (Some(_), Way::Value) => Produce::Body,
    };
    let codes: Vec<u16> = answers
        .iter()
        .filter_map(|answer| code(answer.response))
        .collect();
    let mut arms = Vec::new();
    if codes.len() < answers.len() {
        arms.push(Arm {
            statuses: Statuses::Range(200, 299),
            media_types: Vec::new(),
            produce: produce(),
        });
    } else if !codes.is_empty() {
        arms.push(Arm {
            statuses: Statuses::of(codes),
            media_types: Vec::new(),
            produce: produce(),
        });
    }
    Output {
        ty: ty.map(|(written, _)| cx.importer.ty(written)),
        choice: None,
        arms,
        streams: Streams::default(),
    }
}

fn plan_choice(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    answers: &[Answer<'_>],
    index: usize,
    described: &Answers<'_>,
) -> Output {
    let claims: Vec<Claim> = answers.iter().map(claim).collect();
    let names = Scope::new(Kind::Choice).claim_all(&claims);
    let accessors = plan_accessors(&claims, &names);
    let variants = answers.iter().zip(&names).zip(accessors);
    let variants = variants.map(|((answer, name), accessors)| {
        let ty = answer.ty.as_ref();
        OutputVariant {
            name: name.clone(),
            docs: variant_docs(answer, described),
            content: ty.map(|(written, _)| OutputContent {
                ty: cx.importer.ty(written.clone()),
                accessors,
            }),
        }
    });
    let variants = variants.collect();
    let docs = Docs::new().paragraph(&[
        Piece::Text("What "),
        Piece::Code(&operation.id),
        Piece::Text(" answers, by status."),
    ]);
    let name = cx.names.operations[index].output.clone();
    Output {
        ty: Some(Ty::Local(name.clone())),
        choice: Some(Choice {
            name,
            docs,
            variants,
        }),
        arms: plan_arms(answers, &names),
        streams: Streams::default(),
    }
}

/// The methods of every variant, named after it as it would be named by itself.
fn plan_accessors(claims: &[Claim], variants: &[Ident]) -> Vec<[Accessor; 2]> {
    let prefixed = |prefix: &str| -> Vec<Claim> {
        let claims = claims.iter().map(|claim| Claim {
            identity: format!("{prefix} {}", claim.identity),
            rank: claim.rank,
            spellings: claim
                .spellings
                .iter()
                .map(|it| format!("{prefix} {it}"))
                .collect(),
        });
        claims.collect()
    };
    let mut scope = Scope::new(Kind::Accessor);
    let borrowing = scope.claim_all(&prefixed("as"));
    let taking = scope.claim_all(&prefixed("into"));
    let names = borrowing.into_iter().zip(taking).zip(variants);
    let accessors = names.map(|((borrowing, taking), variant)| {
        let docs = |text: &str| {
            let variant = Piece::Method(variant.as_str());
            Docs::new().paragraph(&[Piece::Text(text), variant, Piece::Text(", if that came.")])
        };
        [
            Accessor {
                name: borrowing,
                docs: docs("Returns the content of "),
            },
            Accessor {
                name: taking,
                docs: docs("Turns this into the content of "),
            },
        ]
    });
    accessors.collect()
}

/// Of one status the first type comes last: it stands for media types that nobody expected too.
fn plan_arms(answers: &[Answer<'_>], names: &[Ident]) -> Vec<Arm> {
    let mut arms = Vec::new();
    let codes = answers.iter().filter_map(|answer| code(answer.response));
    let codes: Vec<u16> = codes.collect();
    let (first, last) = status::range_beside(2, &codes);
    let mut rest = answers.iter().zip(names).peekable();
    while let Some(answer) = rest.next() {
        let mut group = vec![answer];
        while let Some(other) = rest.next_if(|(answer, _)| !answer.is_first) {
            group.push(other);
        }
        for (answer, name) in group.into_iter().rev() {
            let statuses = match code(answer.response) {
                Some(code) => Statuses::Codes(vec![code]),
                None => Statuses::Range(first, last),
            };
            let produce = match (&answer.ty, answer.way) {
                (None, _) => Produce::Variant(name.clone()),
                (Some(_), Way::Items(form)) => Produce::ItemsIn(name.clone(), form),
                (Some(_), Way::Octets) => Produce::OctetsIn(name.clone()),
                (Some(_), Way::Value) => Produce::BodyIn(name.clone()),
            };
            let media_types = if answer.is_first {
                Vec::new()
            } else {
                answer.media_types.clone()
            };
            arms.push(Arm {
                statuses,
                media_types,
                produce,
            });
        }
    }
    arms
}

fn claim(answer: &Answer<'_>) -> Claim {
    let words = status::words(answer.response.status);
    let words = match answer.media_types.first() {
        Some(media_type) if !answer.is_first => [&words, " ", media::words(media_type)].concat(),
        Some(_) | None => words,
    };
    Claim {
        identity: words.clone(),
        rank: u8::from(!answer.is_first),
        spellings: vec![words],
    }
}

fn code(response: &Response) -> Option<u16> {
    match response.status {
        Status::Code(code) => Some(code),
        Status::Range(_) | Status::Default => None,
    }
}

fn variant_docs(answer: &Answer<'_>, described: &Answers<'_>) -> Docs {
    let status = answer.response.status.to_string();
    let mut pieces = vec![Piece::Text("Status "), Piece::Code(&status)];
    match answer.media_types.first() {
        Some(media_type) if !answer.is_first => {
            pieces.extend([Piece::Text(", as "), Piece::Code(media_type)]);
        }
        Some(_) | None => {}
    }
    pieces.push(Piece::Text("."));
    described.variant(answer.response, &pieces)
}
