//! What is said of the answers of an operation: each thing once.
//!
//! Successes and failures that have an enum are described there, others at the builder. What headers mean
//! is said at their constants; those that all answers have are named once.

use std::collections::{BTreeMap, BTreeSet};

use super::header::HeaderLink;
use super::output::successes_of;
use super::{Choice, Failure};
use crate::api::{self, Response, Status};
use crate::plan::docs::{Docs, Item, Piece};
use crate::plan::notes;

/// The answers of one operation, with their headers.
#[derive(Debug)]
pub(super) struct Answers<'a> {
    all: Vec<Answer<'a>>,
    /// The headers of all answers, where there are several.
    of_all: Vec<&'a HeaderLink>,
    /// Those that only the successes have in common, where there are several.
    of_successes: Vec<&'a HeaderLink>,
}

/// One of them.
#[derive(Debug)]
struct Answer<'a> {
    response: &'a Response,
    status: String,
    is_success: bool,
    /// Those that it does not have in common with others.
    headers: Vec<&'a HeaderLink>,
}

impl<'a> Answers<'a> {
    pub(super) fn new(operation: &'a api::Operation, headers: &'a [Vec<HeaderLink>]) -> Self {
        let successes = successes_of(&operation.responses);
        let successes: Vec<Status> = successes.iter().map(|response| response.status).collect();
        let responses = operation.responses.iter().zip(headers);
        let mut all: Vec<Answer<'_>> = responses
            .map(|(response, headers)| Answer {
                response,
                status: response.status.to_string(),
                is_success: successes.contains(&response.status),
                headers: headers.iter().collect(),
            })
            .collect();
        let of_all = take_common(&mut all, |_| true);
        let of_successes = take_common(&mut all, |answer| answer.is_success);
        Self {
            all,
            of_all,
            of_successes,
        }
    }

    /// Adds what is said at the builder, where these enums describe the others.
    pub(super) fn add_to(
        &self,
        docs: Docs,
        choice: Option<&Choice>,
        failure: Option<&Failure>,
    ) -> Docs {
        let is_listed = |answer: &&Answer<'_>| {
            if answer.is_success {
                choice.is_none()
            } else {
                failure.is_none()
            }
        };
        let listed = self.all.iter().filter(is_listed);
        let items: Vec<Item<'_>> = listed.map(Answer::item).collect();
        let mut docs = docs.list(&items);
        for (whose, headers) in [
            (" of all answers: ", &self.of_all),
            (" of all successes: ", &self.of_successes),
        ] {
            if !headers.is_empty() {
                docs = docs.paragraph(&sentence(whose, headers));
            }
        }
        let elsewhere = self.elsewhere(choice, failure);
        if elsewhere.is_empty() {
            docs
        } else {
            docs.paragraph(&elsewhere)
        }
    }

    /// Returns what is said at the variant of an answer; `status` says which answers it stands for.
    pub(super) fn variant(&self, response: &Response, status: &[Piece<'_>]) -> Docs {
        let mut docs = Docs::new();
        for text in notes::texts(&response.docs) {
            docs = docs.markdown(text);
        }
        let docs = docs.paragraph(status);
        let is_it = |answer: &&Answer<'_>| answer.response.status == response.status;
        match self.all.iter().find(is_it) {
            Some(answer) if !answer.headers.is_empty() => {
                docs.paragraph(&sentence(" ", &answer.headers))
            }
            Some(_) | None => docs,
        }
    }

    /// Names the enums that describe answers; nothing where the list says it all.
    fn elsewhere<'p>(
        &self,
        choice: Option<&'p Choice>,
        failure: Option<&'p Failure>,
    ) -> Vec<Piece<'p>> {
        let mut pieces = Vec::new();
        if let Some(choice) = choice {
            pieces.extend([
                Piece::Text("A success is one of "),
                Piece::Link(choice.name.as_str()),
                Piece::Text(". "),
            ]);
        }
        if let Some(failure) = failure {
            pieces.extend([
                Piece::Text("A failure is an "),
                Piece::Link("Error"),
                Piece::Text(", which "),
                Piece::Code("typed"),
                Piece::Text(" reads as "),
                Piece::Link(failure.name.as_str()),
                Piece::Text("."),
            ]);
        } else if !self.all.iter().any(|answer| answer.is_success) {
            pieces.extend([
                Piece::Text("Every answer is an "),
                Piece::Link("Error"),
                Piece::Text("."),
            ]);
        }
        pieces
    }
}

impl Answer<'_> {
    fn item(&self) -> Item<'_> {
        let mut head = vec![Piece::Code(&self.status)];
        for (index, content) in self.response.content.iter().enumerate() {
            head.push(Piece::Text(if index == 0 { " (" } else { ", " }));
            head.push(Piece::Code(&content.media_type));
        }
        if !self.response.content.is_empty() {
            head.push(Piece::Text(")"));
        }
        let headers = (!self.headers.is_empty()).then(|| Item {
            head: named(" ", &self.headers),
            texts: Vec::new(),
            below: Vec::new(),
        });
        Item {
            head,
            texts: notes::texts(&self.response.docs),
            below: headers.into_iter().collect(),
        }
    }
}

/// Takes the headers out of several answers that all of these have.
fn take_common<'a>(
    all: &mut [Answer<'a>],
    is_one: impl Fn(&Answer<'a>) -> bool,
) -> Vec<&'a HeaderLink> {
    let mut them: Vec<&mut Answer<'_>> = all.iter_mut().filter(|it| is_one(it)).collect();
    if them.len() < 2 {
        return Vec::new();
    }
    // An answer can have very many headers, so they are counted and not compared.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for answer in &them {
        let targets = answer.headers.iter().map(|header| header.target.as_str());
        for target in targets.collect::<BTreeSet<_>>() {
            *counts.entry(target).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count == them.len());
    let is_common = |header: &&HeaderLink| counts.contains_key(header.target.as_str());
    let common = them[0].headers.iter().copied().filter(is_common).collect();
    for answer in &mut them {
        answer.headers.retain(|header| !is_common(header));
    }
    common
}

fn headers_word(headers: &[&HeaderLink]) -> Piece<'static> {
    Piece::Text(if headers.len() == 1 {
        "Header"
    } else {
        "Headers"
    })
}

/// Names headers, as in ``Headers of all answers: `X-Rate` ``; `whose` stands before the first.
fn named<'a>(whose: &'a str, headers: &[&'a HeaderLink]) -> Vec<Piece<'a>> {
    let mut pieces = vec![headers_word(headers), Piece::Text(whose)];
    for (index, header) in headers.iter().enumerate() {
        if index > 0 {
            pieces.push(Piece::Text(", "));
        }
        pieces.push(Piece::To {
            shown: &header.shown,
            target: &header.target,
        });
    }
    pieces
}

fn sentence<'a>(whose: &'a str, headers: &[&'a HeaderLink]) -> Vec<Piece<'a>> {
    let mut pieces = named(whose, headers);
    pieces.push(Piece::Text("."));
    pieces
}
