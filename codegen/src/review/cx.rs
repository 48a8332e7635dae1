//! What every comparison has at hand.

use std::collections::{BTreeMap, BTreeSet};

use super::assess::Assessor;
use super::change::{Affected, Review};
use super::collector::Collector;
use super::difference::Difference;
use super::matching::Matching;
use super::security::scheme_names;
use super::subject::Subject;
use super::uses::{MAX_OPERATIONS, Reach, Uses};
use super::words::operation_text;
use super::{Direction, Verdict};
use crate::api::{Api, Header, Operation, Outcome, TypeId, TypeRef};

/// Two APIs, what is known of them, and what was found so far.
pub(super) struct Cx<'a> {
    pub(super) apis: Apis<'a>,
    pub(super) matching: Matching<'a>,
    /// What the security schemes of the old API are called in the new one.
    pub(super) scheme_names: BTreeMap<String, String>,
    reach: [Reach; 2],
    /// Whether one of the APIs may use types in ways that the model does not show.
    hides_uses: bool,
    assessor: Assessor,
    collector: Collector,
    /// The headers of answers that the new API has once, by their names there and on the wire.
    headers: BTreeSet<(&'a str, String)>,
    /// Inline types that were met and are still to be compared, under what they were met as.
    waiting: Vec<(TypeId, TypeId, Subject)>,
    compared: BTreeSet<TypeId>,
}

/// The API before and after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Apis<'a> {
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
}

/// Returns the keys of all headers that stand apart from their uses.
fn shared_headers(api: &Api) -> impl Iterator<Item = (&str, String)> {
    let responses = api.operations.iter().flat_map(|it| &it.responses);
    let headers = responses.flat_map(|response| &response.headers);
    headers.filter_map(header_key)
}

fn header_key(header: &Header) -> Option<(&str, String)> {
    let shared = header.shared.as_ref()?;
    Some((&shared.name, header.name.to_ascii_lowercase()))
}

/// A subject, how it is used and by whom.
#[derive(Debug, Clone)]
pub(super) struct Site {
    pub(super) subject: Subject,
    pub(super) uses: Uses,
    pub(super) affected: Affected,
}

impl<'a> Cx<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api) -> Self {
        Self {
            apis: Apis { old, new },
            matching: Matching::new(old, new),
            scheme_names: scheme_names(old, new),
            reach: [Reach::new(old), Reach::new(new)],
            hides_uses: hides_uses(old) || hides_uses(new),
            assessor: Assessor::default(),
            collector: Collector::default(),
            headers: shared_headers(new).collect(),
            waiting: Vec::new(),
            compared: BTreeSet::new(),
        }
    }

    /// Whether a header of the old API has its constant in the new one, too, whoever still uses it.
    pub(super) fn keeps_constant(&self, header: &Header) -> bool {
        let key = header_key(header);
        key.is_some_and(|(name, wire)| self.headers.contains(&(name, wire)))
    }

    /// Notes a difference at a site.
    pub(super) fn report(&mut self, site: &Site, difference: Difference<'_>) {
        let subject = match difference.property {
            Some(name) => site.subject.property(name),
            None => site.subject.clone(),
        };
        let affected = site.affected.clone();
        self.collector
            .add(difference, subject.to_string(), site.uses, affected);
    }

    /// Returns the site of a type that is in both APIs. Only uses that it has in both count: what
    /// else happened to its uses is told where they stand.
    pub(super) fn type_site(&self, subject: Subject, old: TypeId, new: TypeId) -> Site {
        let [before, after] = [self.reach[0].uses(old), self.reach[1].uses(new)];
        let is_unused = !before.is_directed() || !after.is_directed();
        let uses = if is_unused && self.hides_uses {
            Uses::UNKNOWN
        } else {
            before & after
        };
        let affected = affected(self.apis.new, self.reach[1].operations(new));
        Site {
            subject,
            uses,
            affected,
        }
    }

    /// Returns the site of a type that is only in the old API.
    pub(super) fn removed_type_site(&self, subject: Subject, old: TypeId) -> Site {
        let affected = affected(self.apis.old, self.reach[0].operations(old));
        Site {
            subject,
            uses: self.reach[0].uses(old),
            affected,
        }
    }

    /// Judges values of one type taken for values of another, in one direction.
    pub(super) fn assess(
        &mut self,
        old: TypeRef,
        new: TypeRef,
        direction: Direction,
        uses: Uses,
    ) -> Verdict {
        let direction = match direction {
            Direction::Request => Uses::REQUEST,
            Direction::Response => Uses::RESPONSE,
        };
        self.assessor
            .assess(self.apis, old, new, direction | (uses & Uses::XML))
    }

    /// Remembers an inline type for comparison, unless it was compared before.
    pub(super) fn wait(&mut self, old: TypeId, new: TypeId, subject: Subject) {
        if self.compared.insert(old) {
            self.waiting.push((old, new, subject));
        }
    }

    /// Takes note that an inline type was judged where it is used.
    pub(super) fn settle(&mut self, old: TypeId) {
        self.compared.insert(old);
    }

    /// Returns the inline types that wait, in the order in which they were met.
    pub(super) fn take_waiting(&mut self) -> Vec<(TypeId, TypeId, Subject)> {
        std::mem::take(&mut self.waiting)
    }

    pub(super) fn finish(self) -> Review {
        self.collector.finish()
    }
}

impl Site {
    /// The site of something that no operation owns.
    pub(super) fn general(subject: impl Into<String>) -> Self {
        Self {
            subject: Subject::item(subject),
            uses: Uses::default(),
            affected: Affected::default(),
        }
    }

    /// The site of an operation.
    pub(super) fn operation(operation: &Operation) -> Self {
        let name = operation_text(operation);
        let affected = Affected {
            operations: vec![name.clone()],
            more: false,
        };
        Self {
            subject: Subject::item(name),
            uses: Uses::default(),
            affected,
        }
    }

    /// The site of a part of an operation, as in `query parameter limit`.
    pub(super) fn part(&self, part: &str, uses: Uses) -> Self {
        Self {
            subject: self.subject.part(part),
            uses,
            affected: self.affected.clone(),
        }
    }
}

/// Whether something came out weaker: a union that is taken for any value still refers to types.
fn hides_uses(api: &Api) -> bool {
    let mut weaker = api
        .account
        .iter()
        .filter(|entry| entry.outcome == Outcome::Degraded);
    weaker.any(|entry| entry.matters)
}

fn affected(api: &Api, operations: &[usize]) -> Affected {
    let known = operations
        .iter()
        .filter_map(|index| api.operations.get(*index));
    Affected {
        operations: known.take(MAX_OPERATIONS).map(operation_text).collect(),
        more: operations.len() > MAX_OPERATIONS,
    }
}
