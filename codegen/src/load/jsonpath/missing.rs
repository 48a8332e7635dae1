//! Why a query selects nothing.

use std::cell::Cell;

use super::evaluate::{Cx, Exhausted, run};
use super::syntax::{Query, Selector};
use crate::load::draft::View;
use crate::load::nearest::nearest;

/// The first step of a query that selects nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Missing {
    /// The name that is not there, if the step is one.
    pub(in crate::load) name: Option<String>,
    /// A name that is there and similar.
    pub(in crate::load) nearest: Option<String>,
}

/// Finds the first step of a query that selects nothing.
pub(in crate::load) fn missing(
    query: &Query,
    root: View<'_>,
    steps: &Cell<u64>,
) -> Result<Missing, Exhausted> {
    let cx = Cx::new(root, steps);
    let mut found = vec![root];
    for segment in &query.segments {
        let mut next = Vec::new();
        for view in &found {
            let chosen = run(&cx, std::slice::from_ref(segment), *view)?;
            next.extend(chosen.into_iter().map(|found| found.view));
        }
        if next.is_empty() {
            return Ok(match &segment.selectors[..] {
                [Selector::Name(name)] => Missing {
                    name: Some(name.clone()),
                    nearest: nearest_key(name, &found),
                },
                _ => Missing {
                    name: None,
                    nearest: None,
                },
            });
        }
        found = next;
    }
    Ok(Missing {
        name: None,
        nearest: None,
    })
}

fn nearest_key(name: &str, around: &[View<'_>]) -> Option<String> {
    let keys = around.iter().flat_map(|view| view.children());
    nearest(name, keys.filter_map(|(key, _)| key)).map(str::to_owned)
}
