//! Regular expressions of the tables: compiled when first needed, once for all of a program, by an
//! engine whose time is linear in the text.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use regex::{Regex, RegexBuilder};

/// The generator refuses what is larger, so this is for tables that were written by hand.
const MOST_BYTES: usize = 10 << 20;

type Compiled = BTreeMap<&'static str, Result<Arc<Regex>, NoPattern>>;

/// What was tried, and is none.
#[derive(Clone, Copy)]
struct NoPattern;

static COMPILED: RwLock<Compiled> = RwLock::new(BTreeMap::new());

/// Returns whether a pattern is found in a text; `None` where it is no pattern.
pub(super) fn finds(pattern: &'static str, text: &str) -> Option<bool> {
    let regex = known(pattern).unwrap_or_else(|| compile(pattern));
    regex.ok().map(|regex| regex.is_match(text))
}

/// The lock is not held when this returns.
fn known(pattern: &str) -> Option<Result<Arc<Regex>, NoPattern>> {
    let all = COMPILED.read().unwrap_or_else(PoisonError::into_inner);
    all.get(pattern).cloned()
}

fn compile(pattern: &'static str) -> Result<Arc<Regex>, NoPattern> {
    let built = RegexBuilder::new(pattern).size_limit(MOST_BYTES).build();
    let regex = built.map(Arc::new).map_err(|_| NoPattern);
    let mut all = COMPILED.write().unwrap_or_else(PoisonError::into_inner);
    all.insert(pattern, regex.clone());
    regex
}
