//! Arrays and their items.

use std::collections::BTreeSet;

use super::{Asked, Checker, length};
use crate::validate::rules::{Rule, Rules};
use crate::validate::same;
use crate::validate::violation::Step;
use crate::value::Value;

impl<'v> Checker<'v> {
    pub(super) fn fits_array(
        &mut self,
        rules: &'static Rules,
        rule: &'static Rule,
        items: &'v [Value],
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        let count = length(items.len());
        match rule {
            Rule::MinItems(min) => {
                count >= *min || self.fail("minItems", || format!("at least {min} items"))
            }
            Rule::MaxItems(max) => {
                count <= *max || self.fail("maxItems", || format!("at most {max} items"))
            }
            Rule::UniqueItems => self.fits_unique(items),
            Rule::PrefixItems(prefix) => {
                let mut fits = true;
                for (index, (rules, item)) in prefix.iter().zip(items).enumerate() {
                    fits &= self.inside(Step::Index(index), rules, item);
                }
                look_at(seen, 0..items.len().min(prefix.len()));
                fits
            }
            Rule::Items(each) => {
                let first = prefix_length(rules);
                look_at(seen, first.min(items.len())..items.len());
                self.fit_each(each, items.iter().enumerate().skip(first))
            }
            Rule::Contains { item, min, max } => {
                let found = self.find(item, items);
                let count = length(found.len());
                look_at(seen, found);
                self.fits_count(count, *min, *max)
            }
            Rule::UnevaluatedItems(each) => {
                let known = seen.as_deref().map(|seen| seen.items.clone());
                let known = known.unwrap_or_default();
                look_at(seen, 0..items.len());
                let others = items.iter().enumerate();
                self.fit_each(each, others.filter(|(index, _)| !known.contains(index)))
            }
            _ => true,
        }
    }

    fn fit_each(
        &mut self,
        rules: &'static Rules,
        items: impl Iterator<Item = (usize, &'v Value)>,
    ) -> bool {
        let mut fits = true;
        for (index, item) in items {
            fits &= self.inside(Step::Index(index), rules, item);
            if self.stopped.is_some() || (!fits && self.quiet > 0) {
                return false;
            }
        }
        fits
    }

    fn fits_unique(&mut self, items: &[Value]) -> bool {
        let mut known = BTreeSet::new();
        for (index, item) in items.iter().enumerate() {
            if !known.insert(same::canonical(item)) {
                return self.fail("uniqueItems", || {
                    format!("items that differ, and item {index} is there before")
                });
            }
        }
        true
    }

    /// Returns the items that fit.
    fn find(&mut self, rules: &'static Rules, items: &'v [Value]) -> Vec<usize> {
        let mut found = Vec::new();
        for (index, item) in items.iter().enumerate() {
            if self.tries(rules, item, None) {
                found.push(index);
            }
        }
        found
    }

    fn fits_count(&mut self, count: u64, min: u64, max: Option<u64>) -> bool {
        if count < min {
            let keyword = if min == 1 { "contains" } else { "minContains" };
            return self.fail(keyword, || format!("at least {min} items that fit"));
        }
        match max.filter(|max| count > *max) {
            Some(max) => self.fail("maxContains", || format!("at most {max} items that fit")),
            None => true,
        }
    }
}

fn look_at(seen: &mut Asked<'_, '_>, items: impl IntoIterator<Item = usize>) {
    if let Some(seen) = seen {
        seen.items.extend(items);
    }
}

fn prefix_length(rules: &Rules) -> usize {
    let prefix = rules.0.iter().find_map(|rule| match rule {
        Rule::PrefixItems(prefix) => Some(prefix.len()),
        _ => None,
    });
    prefix.unwrap_or(0)
}
