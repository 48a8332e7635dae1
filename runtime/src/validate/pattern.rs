//! Regular expressions of the tables: compiled when first needed, once for all of a program, by an
//! engine whose time is linear in the text.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use regex::{Regex, RegexBuilder};

/// The generator refuses what is larger, so this is for tables that were written by hand.
const MOST_BYTES: usize = 1 << 20;

type Compiled = BTreeMap<&'static str, Option<Arc<Regex>>>;

static COMPILED: RwLock<Compiled> = RwLock::new(BTreeMap::new());

/// Returns whether a pattern is found in a text; `None` where it is no pattern.
pub(super) fn finds(pattern: &'static str, text: &str) -> Option<bool> {
    let known = COMPILED.read().unwrap_or_else(PoisonError::into_inner);
    let known = known.get(pattern).cloned();
    let regex = known.unwrap_or_else(|| {
        let built = RegexBuilder::new(pattern).size_limit(MOST_BYTES).build();
        let regex = built.ok().map(Arc::new);
        let mut all = COMPILED.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(pattern, regex.clone());
        regex
    });
    Some(regex?.is_match(text))
}
