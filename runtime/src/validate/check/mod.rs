//! The checker: walks a value and a table side by side.
//!
//! All that a schema says of one value stands in one table, so one function goes through it; what it
//! says of values inside stands beside. Alternatives are tried without keeping what they say. What
//! `unevaluated..` must know is remembered only where such a keyword asks for it.

mod array;
mod combine;
mod object;
mod scalar;

use std::collections::BTreeSet;

use super::rules::{JsonType, Rule, Rules};
use super::violation::{Step, Violation, Violations};
use super::{number, same};
use crate::codec::DecodeLimits;
use crate::value::{Decimal, Value};

/// Which way a value goes. Some properties must be there one way alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Request,
    Answer,
    /// Nobody knows: what only one way demands is not demanded.
    Any,
}

/// So many steps lead from the root to a value and from a schema to those it applies.
const MAX_DEPTH: usize = 2 * DecodeLimits::DEEPEST;

/// Steps of work for each value in what is checked, and for the whole.
const WORK_PER_VALUE: u64 = 2_000;
const WORK: u64 = 200_000;

/// Checks a value against a table.
pub(crate) fn check(
    rules: &'static Rules,
    value: &Value,
    direction: Direction,
) -> Result<(), Violations> {
    let mut checker = Checker {
        direction,
        way: Vec::new(),
        found: Vec::new(),
        is_cut_short: false,
        quiet: 0,
        depth: 0,
        work: WORK,
        stopped: None,
    };
    checker.look_at_size(value);
    let fits = checker.stopped.is_none() && checker.fits(rules, value, None);
    match (checker.stopped, fits) {
        (None, true) => Ok(()),
        (None, false) => Err(Violations::new(checker.found, checker.is_cut_short)),
        (Some(stop), _) => Err(Violations::of_one(stop)),
    }
}

/// What a walk has to remember.
struct Checker<'v> {
    direction: Direction,
    way: Vec<Step<'v>>,
    found: Vec<Violation>,
    is_cut_short: bool,
    /// In how many alternatives the walk is: what does not fit there is not said.
    quiet: usize,
    depth: usize,
    work: u64,
    /// Why the walk came to no end.
    stopped: Option<Violation>,
}

/// What keywords have looked at in one value, for `unevaluatedProperties` and `unevaluatedItems`.
#[derive(Debug, Default)]
struct Seen<'v> {
    names: BTreeSet<&'v str>,
    items: BTreeSet<usize>,
}

impl Seen<'_> {
    fn add(&mut self, other: Self) {
        self.names.extend(other.names);
        self.items.extend(other.items);
    }
}

/// Where to remember what was looked at, if anybody asks.
type Asked<'s, 'v> = Option<&'s mut Seen<'v>>;

impl<'v> Checker<'v> {
    /// Counts the values, whose number bounds the work, and refuses what is too deep to walk.
    fn look_at_size(&mut self, value: &Value) {
        let mut open = vec![(value, 0)];
        while let Some((value, depth)) = open.pop() {
            self.work = self.work.saturating_add(WORK_PER_VALUE);
            if depth > DecodeLimits::DEEPEST {
                return self.stop("values that are not nested so deeply");
            }
            match value {
                Value::Array(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
                Value::Object(entries) => {
                    open.extend(entries.values().map(|value| (value, depth + 1)));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
    }

    /// Returns whether a value fits, and says what does not, unless this is an alternative.
    fn fits(&mut self, rules: &'static Rules, value: &'v Value, asked: Asked<'_, 'v>) -> bool {
        if self.depth >= MAX_DEPTH {
            self.stop("schemas that do not lead back to themselves");
            return false;
        }
        if matches!((rules.0.first(), value), (Some(Rule::OrNull), Value::Null)) {
            return true;
        }
        self.depth += 1;
        let fits = if asked.is_some() || asks(rules) {
            self.fits_asked(rules, value, asked)
        } else {
            self.fits_all(rules, value, &mut None)
        };
        self.depth -= 1;
        fits
    }

    /// The same where it is remembered what was looked at.
    fn fits_asked(
        &mut self,
        rules: &'static Rules,
        value: &'v Value,
        asked: Asked<'_, 'v>,
    ) -> bool {
        let mut own = Seen::default();
        let fits = self.fits_all(rules, value, &mut Some(&mut own));
        if let Some(asked) = asked.filter(|_| fits) {
            asked.add(own);
        }
        fits
    }

    fn fits_all(
        &mut self,
        rules: &'static Rules,
        value: &'v Value,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        let mut fits = true;
        // What asks stands last in a table.
        for rule in rules.0 {
            if !self.pay(1) {
                return false;
            }
            fits &= self.fits_one(rules, rule, value, seen);
            if !fits && self.quiet > 0 {
                return false;
            }
        }
        fits
    }

    fn fits_one(
        &mut self,
        rules: &'static Rules,
        rule: &'static Rule,
        value: &'v Value,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        match (rule, value) {
            (Rule::OrNull, _) => true,
            (Rule::Never, _) => self.fail("false", || "that nothing is there".to_owned()),
            (Rule::Type(ty), _) => self.fits_type(std::slice::from_ref(ty), value),
            (Rule::Types(types), _) => self.fits_type(types, value),
            (Rule::Texts(_) | Rule::Values(_) | Rule::Constant(_), _) => {
                self.fits_listed(rule, value)
            }
            (Rule::Ref(target), _) => self.fits(target, value, seen.as_deref_mut()),
            (
                Rule::AllOf(_) | Rule::AnyOf(_) | Rule::OneOf(_) | Rule::Not(_) | Rule::If { .. },
                _,
            ) => self.fits_combination(rule, value, seen),
            (_, Value::Number(number)) => self.fits_number(rule, number),
            (_, Value::String(text)) => self.fits_text(rule, text),
            (_, Value::Array(items)) => self.fits_array(rules, rule, items, seen),
            (_, Value::Object(entries)) => self.fits_object(rules, rule, value, entries, seen),
            (_, Value::Null | Value::Bool(_)) => true,
        }
    }

    fn fits_type(&mut self, types: &'static [JsonType], value: &Value) -> bool {
        let fits = |ty: &JsonType| match (ty, value) {
            (JsonType::Null, Value::Null)
            | (JsonType::Boolean, Value::Bool(_))
            | (JsonType::Number, Value::Number(_))
            | (JsonType::String, Value::String(_))
            | (JsonType::Array, Value::Array(_))
            | (JsonType::Object, Value::Object(_)) => true,
            (JsonType::Integer, Value::Number(number)) => number.with_text(|text| {
                Decimal::of(text).is_some_and(|decimal| number::is_integer(&decimal))
            }),
            _ => false,
        };
        if types.iter().any(fits) {
            return true;
        }
        let names = types.iter().map(|ty| ty.as_str());
        let names: Vec<&str> = names.collect();
        self.fail("type", || names.join(" or "))
    }

    fn fits_listed(&mut self, rule: &'static Rule, value: &Value) -> bool {
        let one_of = || "one of the listed values".to_owned();
        match (rule, value) {
            (Rule::Texts(listed), Value::String(text)) => {
                self.pay(length(listed.len()) / 8)
                    && (listed.contains(&text.as_str()) || self.fail("enum", one_of))
            }
            (Rule::Values(listed), _) => {
                if !self.pay(length(listed.len())) {
                    return false;
                }
                let own = same::canonical(value);
                let is_own = |json: &&&str| same::canonical_json(json).as_ref() == Some(&own);
                listed.iter().any(|json| is_own(&json)) || self.fail("enum", one_of)
            }
            (Rule::Constant(json), _) => {
                let fits = same::canonical_json(json) == Some(same::canonical(value));
                fits || self.fail("const", || quoted(json))
            }
            _ => self.fail("enum", one_of),
        }
    }

    /// Says what does not fit. Returns that it does not.
    fn fail(&mut self, keyword: &'static str, demand: impl FnOnce() -> String) -> bool {
        if self.quiet > 0 {
            return false;
        }
        if self.found.len() < Violation::MOST {
            self.found
                .push(Violation::new(&self.way, keyword, demand()));
        } else {
            self.is_cut_short = true;
        }
        false
    }

    /// Goes to a value inside.
    fn inside(&mut self, step: Step<'v>, rules: &'static Rules, value: &'v Value) -> bool {
        self.way.push(step);
        let fits = self.fits(rules, value, None);
        self.way.pop();
        fits
    }

    /// Tries an alternative: what does not fit is not said.
    fn tries(&mut self, rules: &'static Rules, value: &'v Value, asked: Asked<'_, 'v>) -> bool {
        self.quiet += 1;
        let fits = self.fits(rules, value, asked);
        self.quiet -= 1;
        fits
    }

    /// Pays for work. Nothing fits any more when all is used up.
    fn pay(&mut self, work: u64) -> bool {
        match self.work.checked_sub(work) {
            Some(rest) if self.stopped.is_none() => self.work = rest,
            _ => self.stop("what can be checked with less work"),
        }
        self.stopped.is_none()
    }

    fn stop(&mut self, demand: &str) {
        if self.stopped.is_none() {
            self.stopped = Some(Violation::new(&self.way, "validate", demand.to_owned()));
        }
    }
}

/// Whether a table asks what others have looked at.
fn asks(rules: &Rules) -> bool {
    matches!(
        rules.0.last(),
        Some(Rule::UnevaluatedProperties(_) | Rule::UnevaluatedItems(_))
    )
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What the description says, in an error.
fn quoted(text: &str) -> String {
    ["`", &crate::codec::clip::clip(text), "`"].concat()
}
