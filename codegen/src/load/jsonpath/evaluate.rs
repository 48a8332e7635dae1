//! A query and a document to the places selected (RFC 9535, 2.5).

use std::cell::Cell;
use std::rc::Rc;

use super::filter::holds;
use super::slice;
use super::syntax::{Query, Segment, Selector};
use crate::load::draft::{Class, View};
use crate::source::Span;

/// The query asks for more work than there is time for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) struct Exhausted;

/// What all of one evaluation shares.
pub(super) struct Cx<'v, 's> {
    pub(super) root: View<'v>,
    steps: &'s Cell<u64>,
}

/// So many steps it costs to keep a value.
const KEPT: usize = 8;

/// A value that was reached, and how.
#[derive(Debug, Clone)]
pub(super) struct Found<'v> {
    pub(super) view: View<'v>,
    trail: Trail,
}

/// The way back to the root; steps are shared by all that was found below them.
type Trail = Option<Rc<Step>>;

#[derive(Debug)]
struct Step {
    back: Trail,
    position: u32,
}

/// A value that a query selects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Match {
    /// The positions of children on the way from the root.
    pub(in crate::load) place: Vec<u32>,
    pub(in crate::load) class: Class,
    /// Where to point at it: its key or, of an element, all of it.
    pub(in crate::load) span: Span,
}

/// Returns what a query selects, in document order and each value once. What the work costs is taken
/// from `steps`.
pub(in crate::load) fn select(
    query: &Query,
    root: View<'_>,
    steps: &Cell<u64>,
) -> Result<Vec<Match>, Exhausted> {
    let cx = Cx::new(root, steps);
    cx.step(query.cost)?;
    let found = run(&cx, &query.segments, root)?;
    let mut matches: Vec<Match> = found.iter().map(Found::to_match).collect();
    matches.sort_by(|a, b| a.place.cmp(&b.place));
    matches.dedup();
    Ok(matches)
}

/// Returns what segments select, one after the other, with repetitions.
pub(super) fn run<'v>(
    cx: &Cx<'v, '_>,
    segments: &[Segment],
    start: View<'v>,
) -> Result<Vec<Found<'v>>, Exhausted> {
    let mut found = vec![Found {
        view: start,
        trail: None,
    }];
    for segment in segments {
        let mut next = Vec::new();
        for value in &found {
            if segment.descends {
                descend(cx, segment, value, &mut next)?;
            } else {
                choose(cx, segment, value, &mut next)?;
            }
        }
        found = next;
    }
    Ok(found)
}

/// Chooses from the value and from everything below it.
fn descend<'v>(
    cx: &Cx<'v, '_>,
    segment: &Segment,
    value: &Found<'v>,
    next: &mut Vec<Found<'v>>,
) -> Result<(), Exhausted> {
    let mut open = vec![value.clone()];
    while let Some(value) = open.pop() {
        choose(cx, segment, &value, next)?;
        for (position, (_, view)) in value.view.children().enumerate() {
            cx.step(1)?;
            open.push(value.child(position, view));
        }
    }
    Ok(())
}

fn choose<'v>(
    cx: &Cx<'v, '_>,
    segment: &Segment,
    value: &Found<'v>,
    next: &mut Vec<Found<'v>>,
) -> Result<(), Exhausted> {
    for selector in &segment.selectors {
        cx.step(1)?;
        match selector {
            Selector::Name(name) => choose_name(cx, name, value, next)?,
            Selector::Wildcard => choose_children(cx, value, next, |_| Ok(true))?,
            Selector::Filter(condition) => {
                choose_children(cx, value, next, |view| holds(cx, condition, view))?;
            }
            Selector::Index(index) => {
                let position = slice::position(*index, value.view);
                choose_positions(cx, value, next, |at| Some(at) == position)?;
            }
            Selector::Slice(slice) => {
                let chosen = slice::Range::new(*slice, value.view);
                choose_positions(cx, value, next, |at| chosen.contains(at))?;
            }
        }
    }
    Ok(())
}

fn choose_name<'v>(
    cx: &Cx<'v, '_>,
    name: &str,
    value: &Found<'v>,
    next: &mut Vec<Found<'v>>,
) -> Result<(), Exhausted> {
    if value.view.lacks(name) {
        return Ok(());
    }
    for (position, (key, view)) in value.view.children().enumerate() {
        cx.step(1)?;
        if key == Some(name) {
            cx.keep(next, value.child(position, view))?;
            break;
        }
    }
    Ok(())
}

fn choose_children<'v>(
    cx: &Cx<'v, '_>,
    value: &Found<'v>,
    next: &mut Vec<Found<'v>>,
    fits: impl Fn(View<'v>) -> Result<bool, Exhausted>,
) -> Result<(), Exhausted> {
    for (position, (_, view)) in value.view.children().enumerate() {
        cx.step(1)?;
        if fits(view)? {
            cx.keep(next, value.child(position, view))?;
        }
    }
    Ok(())
}

fn choose_positions<'v>(
    cx: &Cx<'v, '_>,
    value: &Found<'v>,
    next: &mut Vec<Found<'v>>,
    fits: impl Fn(usize) -> bool,
) -> Result<(), Exhausted> {
    if !value.view.is_array() {
        return Ok(());
    }
    for (position, (_, view)) in value.view.children().enumerate() {
        cx.step(1)?;
        if fits(position) {
            cx.keep(next, value.child(position, view))?;
        }
    }
    Ok(())
}

impl<'v, 's> Cx<'v, 's> {
    pub(super) fn new(root: View<'v>, steps: &'s Cell<u64>) -> Self {
        Self { root, steps }
    }

    /// Keeps a value that was chosen, which takes memory, and so costs more than to look at it.
    fn keep(&self, found: &mut Vec<Found<'v>>, value: Found<'v>) -> Result<(), Exhausted> {
        self.step(KEPT)?;
        found.push(value);
        Ok(())
    }

    /// Counts work that was done.
    pub(super) fn step(&self, steps: usize) -> Result<(), Exhausted> {
        let left = self.steps.get().checked_sub(steps as u64);
        self.steps.set(left.unwrap_or(0));
        left.map(drop).ok_or(Exhausted)
    }
}

impl<'v> Found<'v> {
    fn child(&self, position: usize, view: View<'v>) -> Self {
        let step = Step {
            back: self.trail.clone(),
            position: u32::try_from(position).unwrap_or(u32::MAX),
        };
        Self {
            view,
            trail: Some(Rc::new(step)),
        }
    }

    fn to_match(&self) -> Match {
        let node = self.view.node();
        Match {
            place: self.place(),
            class: Class::of(node),
            span: node.key_span().unwrap_or(node.span()),
        }
    }

    fn place(&self) -> Vec<u32> {
        let steps = std::iter::successors(self.trail.as_deref(), |step| step.back.as_deref());
        let mut place: Vec<u32> = steps.map(|step| step.position).collect();
        place.reverse();
        place
    }
}
