//! What cannot be checked, and what must not be checked without it.
//!
//! A pattern that the engine cannot express is left out, so values fit that should not. Where fitting
//! is held against a value (`not`, a second alternative of `oneOf`, `if`), that would refuse values that
//! are right; so such demands are left out or made weaker, too. All of it is told.

use std::collections::BTreeMap;

use super::ecma::{translate, work};
use crate::api::{Api, Demand, Entry, Outcome, RulePattern, RuleSet, RulesId};
use crate::source::Origin;

const DEPENDS: &str = "conditions on what cannot be checked are not checked";

const TOO_MANY: &str = "patterns beyond what a generator compiles are not checked";

/// So much work are all patterns of a description together.
const WORK: usize = 500_000;

/// So many references in a row are passed over.
const MAX_LINKS: usize = 256;

/// The sets of which not all is checked, with what is; and the patterns of all, for the engine.
#[derive(Debug, Default)]
pub(super) struct Weak {
    sets: BTreeMap<RulesId, Vec<Demand>>,
    patterns: BTreeMap<String, Result<String, &'static str>>,
}

impl Weak {
    /// Returns what is checked of a set.
    pub(super) fn demands<'a>(&'a self, api: &'a Api, id: RulesId) -> &'a [Demand] {
        let all = self.sets.get(&id).map(Vec::as_slice);
        all.unwrap_or(&api.rules[id.index()].rules)
    }

    /// Returns the set that a set stands for which is nothing but a reference.
    pub(super) fn end(&self, api: &Api, mut id: RulesId) -> RulesId {
        for _ in 0..MAX_LINKS {
            match self.demands(api, id) {
                [Demand::Ref(next)] => id = *next,
                _ => break,
            }
        }
        id
    }

    /// Returns a pattern as the engine writes it.
    pub(super) fn pattern(&self, pattern: &RulePattern) -> String {
        let known = self.patterns.get(&pattern.regex);
        let known = known.and_then(|known| known.as_ref().ok());
        known.unwrap_or(&pattern.regex).clone()
    }

    fn is_known(&self, pattern: &RulePattern) -> bool {
        self.patterns.get(&pattern.regex).is_some_and(Result::is_ok)
    }
}

/// Finds what cannot be checked.
pub(super) fn weaken(api: &Api) -> (Weak, Vec<Entry>) {
    let mut weak = Weak::default();
    let mut account = Vec::new();
    let mut left = WORK;
    for set in &api.rules {
        for pattern in patterns(set) {
            let known = weak.patterns.entry(pattern.regex.clone());
            let translated = known.or_insert_with(|| {
                left = left.saturating_sub(work(&pattern.regex));
                if left == 0 {
                    return Err(TOO_MANY);
                }
                translate(&pattern.regex)
            });
            if let Err(reason) = translated {
                account.push(entry(reason, &pattern.origin));
            }
        }
    }
    let inexact = inexact(api, &weak);
    for (index, set) in api.rules.iter().enumerate() {
        if inexact[index] {
            let demands = set.rules.iter().filter_map(|demand| {
                let kept = weaker(&weak, &inexact, set, demand);
                let is_condition = !matches!(
                    demand,
                    Demand::Pattern(_) | Demand::PatternProperties(_) | Demand::OneOf(_)
                );
                if kept.is_none() && is_condition {
                    account.push(entry(DEPENDS, &set.origin));
                }
                kept
            });
            let demands = demands.collect();
            weak.sets.insert(RulesId::new(index), demands);
        }
    }
    (weak, account)
}

fn entry(reason: &'static str, origin: &Origin) -> Entry {
    Entry {
        outcome: Outcome::Degraded,
        reason: reason.into(),
        matters: true,
        origin: origin.clone(),
    }
}

fn patterns(set: &RuleSet) -> Vec<&RulePattern> {
    let of_values = set.rules.iter().filter_map(|demand| match demand {
        Demand::Pattern(pattern) => Some(pattern),
        _ => None,
    });
    of_values.chain(patterns_of_names(set)).collect()
}

/// For each set whether something is left out in it, or in what it applies.
fn inexact(api: &Api, weak: &Weak) -> Vec<bool> {
    let mut applied_by = vec![Vec::new(); api.rules.len()];
    let mut inexact = vec![false; api.rules.len()];
    let mut open = Vec::new();
    for (index, set) in api.rules.iter().enumerate() {
        for id in set.rules.iter().flat_map(Demand::applied) {
            applied_by[id.index()].push(index);
        }
        if patterns(set).iter().any(|pattern| !weak.is_known(pattern)) {
            open.push(index);
        }
    }
    while let Some(index) = open.pop() {
        if !std::mem::replace(&mut inexact[index], true) {
            open.extend(&applied_by[index]);
        }
    }
    inexact
}

/// Returns what is checked of a demand.
fn weaker(weak: &Weak, inexact: &[bool], set: &RuleSet, demand: &Demand) -> Option<Demand> {
    let is_inexact = |id: &RulesId| inexact[id.index()];
    Some(match demand {
        Demand::Pattern(pattern) if !weak.is_known(pattern) => return None,
        Demand::PatternProperties(all) => {
            let known = all.iter().filter(|(pattern, _)| weak.is_known(pattern));
            let known: Vec<_> = known.cloned().collect();
            if known.is_empty() {
                return None;
            }
            Demand::PatternProperties(known)
        }
        // Which properties others describe is not known.
        Demand::AdditionalProperties(_)
            if patterns_of_names(set).any(|pattern| !weak.is_known(pattern)) =>
        {
            return None;
        }
        Demand::UnevaluatedProperties(_) | Demand::UnevaluatedItems(_) => return None,
        Demand::Not(id) if is_inexact(id) => return None,
        Demand::If { condition, .. } if is_inexact(condition) => return None,
        Demand::OneOf(ids) if ids.iter().any(is_inexact) => Demand::AnyOf(ids.clone()),
        Demand::Contains { item, min, .. } if is_inexact(item) => Demand::Contains {
            item: *item,
            min: *min,
            max: None,
        },
        other => other.clone(),
    })
}

fn patterns_of_names(set: &RuleSet) -> impl Iterator<Item = &RulePattern> {
    let all = set.rules.iter().filter_map(|demand| match demand {
        Demand::PatternProperties(all) => Some(all),
        _ => None,
    });
    all.flatten().map(|(pattern, _)| pattern)
}
