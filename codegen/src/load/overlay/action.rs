//! One action after the other, each on what the ones before it made.

use std::cell::Cell;

use super::document::{Action, Change, Version};
use super::outcome::{bad_query, exhausted, full, name, point, unmatched};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::draft::{Clash, Class, Full, Room, Value, View, rebuild};
use crate::load::jsonpath::{self, Match, Query};
use crate::load::limits::{MAX_QUERY_STEPS, QUERY_STEPS_PER_BYTE};
use crate::load::tree::{Node, Refused, Tree};
use crate::source::Sources;

/// A description in revision.
pub(super) struct Changes<'a, 's> {
    draft: Value<'a>,
    room: Room,
    steps: Cell<u64>,
    sources: &'s Sources,
}

type Result<T> = std::result::Result<T, Box<Diagnostic>>;

impl<'a, 's> Changes<'a, 's> {
    pub(super) fn new(tree: &'a Tree, sources: &'s Sources) -> Self {
        let bytes = u64::from(tree.root().span().end());
        Self {
            draft: Value::Whole(tree.root()),
            room: Room::new(),
            steps: Cell::new(MAX_QUERY_STEPS + QUERY_STEPS_PER_BYTE * bytes),
            sources,
        }
    }

    /// Applies an action, or says why not.
    pub(super) fn apply(&mut self, action: &Action<'a>) -> Option<Diagnostic> {
        let targets = match self.select(action.target) {
            Ok(targets) => targets,
            Err(diagnostic) => return Some(*diagnostic),
        };
        let result = match action.change {
            Change::Remove => self.remove(action, &targets),
            Change::Update(update) => self.merge(action, &targets, &Value::Whole(update), update),
            Change::Copy(query) => self.copy(action, &targets, query),
        };
        result.err().map(|diagnostic| *diagnostic)
    }

    /// Returns the tree that the changes made of `tree`; `others` are those of the overlays.
    pub(super) fn finish(
        &self,
        tree: &'a Tree,
        others: impl Iterator<Item = &'a Tree>,
    ) -> std::result::Result<Tree, Refused> {
        rebuild(&self.draft, tree, others)
    }

    fn remove(&mut self, action: &Action<'a>, targets: &[Match]) -> Result<()> {
        if targets.iter().any(|target| target.place.is_empty()) {
            let message = "the whole description cannot be removed";
            let diagnostic = Diagnostic::new(Code::ImpossibleAction, message)
                .label(action.target.span(), "selects the root")
                .help("name what is to go, as in `$.paths['/internal']`");
            return Err(diagnostic.into());
        }
        forbid_scalars(action, targets)?;
        let places: Vec<_> = targets.iter().map(|target| target.place.clone()).collect();
        self.draft
            .remove_all(&places, &mut self.room)
            .map_err(|Full| full(action.target).into())
    }

    fn copy(&mut self, action: &Action<'a>, targets: &[Match], query: Node<'a>) -> Result<()> {
        let found = self.select(query)?;
        let [source] = &found[..] else {
            let text = query.text().unwrap_or_default();
            let message = format!("`{text}` selects {} values", found.len());
            let diagnostic = Diagnostic::new(Code::ImpossibleAction, message)
                .label(query.span(), "one value can be copied")
                .help("select exactly one");
            return Err(diagnostic.into());
        };
        let copied = self.draft.copy_of(&source.place, &mut self.room);
        let copied = copied.map_err(|Full| Box::new(full(action.target)))?;
        self.merge(action, targets, &copied, query)
    }

    /// `said` is what to point at for the value that is merged.
    fn merge(
        &mut self,
        action: &Action<'a>,
        targets: &[Match],
        update: &Value<'a>,
        said: Node<'a>,
    ) -> Result<()> {
        forbid_scalars(action, targets)?;
        forbid_mixtures(action, targets)?;
        for target in targets {
            let merged = self.draft.merge_at(&target.place, update, &mut self.room);
            merged.map_err(|clash| {
                Box::new(match clash {
                    Clash::Full => full(action.target),
                    Clash::Kinds { target, update } => unlike(action, target, update, said),
                })
            })?;
        }
        Ok(())
    }

    fn select(&self, query: Node<'_>) -> Result<Vec<Match>> {
        let text = query.text().unwrap_or_default();
        let parsed =
            jsonpath::parse(text).map_err(|fault| bad_query(&fault, query, self.sources))?;
        let found = jsonpath::select(&parsed, View::new(&self.draft), &self.steps);
        let found = found.map_err(|_| exhausted(query))?;
        if found.is_empty() {
            return Err(self.nothing(&parsed, query).into());
        }
        Ok(found)
    }

    fn nothing(&self, parsed: &Query, query: Node<'_>) -> Diagnostic {
        match jsonpath::missing(parsed, View::new(&self.draft), &self.steps) {
            Ok(missing) => unmatched(query, &missing),
            Err(_) => exhausted(query),
        }
    }
}

/// Overlay Specification 1.0, 4.4.3: not primitive types or `null` values.
fn forbid_scalars(action: &Action<'_>, targets: &[Match]) -> Result<()> {
    let scalar = targets.iter().find(|target| target.class == Class::Scalar);
    match scalar.filter(|_| action.version == Version::V1_0) {
        Some(scalar) => Err(Diagnostic::new(
            Code::ImpossibleAction,
            "a target that is neither an object nor a list",
        )
        .label(action.target.span(), "selects a single value")
        .secondary(scalar.span, "this one")
        .help("version 1.1 allows that: write `overlay: 1.1.0`")
        .into()),
        None => Ok(()),
    }
}

/// Overlay Specification 1.1, 4.4.3: all objects or all arrays or all primitives.
fn forbid_mixtures(action: &Action<'_>, targets: &[Match]) -> Result<()> {
    let Some((first, rest)) = targets.split_first() else {
        return Ok(());
    };
    let Some(other) = rest.iter().find(|target| target.class != first.class) else {
        return Ok(());
    };
    let diagnostic = Diagnostic::new(Code::ImpossibleAction, "targets of several kinds")
        .label(action.target.span(), "selects unlike values")
        .secondary(first.span, format!("{} here", name(first.class)))
        .secondary(other.span, format!("{} here", name(other.class)))
        .help("make an action for each kind");
    Err(diagnostic.into())
}

/// Says that two values cannot be merged. What is copied stands in the description, so that its
/// query shows whose fault it is.
fn unlike(action: &Action<'_>, target: Node<'_>, update: Node<'_>, said: Node<'_>) -> Diagnostic {
    let (new, old) = (Class::of(update), Class::of(target));
    let message = format!("{} cannot be merged into {}", name(new), name(old));
    let diagnostic = Diagnostic::new(Code::ImpossibleAction, message);
    let diagnostic = match action.change {
        Change::Copy(_) => diagnostic
            .label(said.span(), "copied from here")
            .secondary(point(update), format!("{} here", name(new))),
        Change::Update(_) | Change::Remove => {
            let place = update.key_span().unwrap_or(point(update));
            diagnostic.label(place, format!("{} here", name(new)))
        }
    };
    diagnostic
        .secondary(
            target.key_span().unwrap_or(point(target)),
            format!("{} here", name(old)),
        )
        .help("remove the old value in an action before this one, or correct the new one")
}
