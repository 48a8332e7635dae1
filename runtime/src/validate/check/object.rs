//! Objects and their properties.

use super::{Asked, Checker, Direction, length};
use crate::codec::clip::clip;
use crate::validate::rules::{Named, Rule, Rules};
use crate::validate::violation::Step;
use crate::value::{Map, Value};

impl<'v> Checker<'v> {
    pub(super) fn fits_object(
        &mut self,
        rules: &'static Rules,
        rule: &'static Rule,
        value: &'v Value,
        entries: &'v Map<Value>,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        match rule {
            Rule::MinProperties(_) | Rule::MaxProperties(_) | Rule::PropertyNames(_) => {
                self.fits_names(rule, entries)
            }
            Rule::Required(_)
            | Rule::RequiredInRequests(_)
            | Rule::RequiredInAnswers(_)
            | Rule::DependentRequired(_) => self.fits_required(rule, entries),
            Rule::Properties(all) => self.fit_properties(all, entries, seen),
            #[cfg(feature = "validate")]
            Rule::PatternProperties(patterns) => {
                let mut fits = true;
                for (regex, rules) in *patterns {
                    let matching = entries.iter();
                    let matching = matching.filter(|(name, _)| finds(regex, name));
                    fits &= self.fit_values(rules, matching, seen);
                }
                fits
            }
            Rule::AdditionalProperties(each) => {
                if !self.pay(length(entries.len()).saturating_mul(1 + named(rules) / 8)) {
                    return false;
                }
                let others = entries.iter().filter(|(name, _)| !is_named(rules, name));
                self.fit_others("additionalProperties", each, others, seen)
            }
            Rule::UnevaluatedProperties(each) => {
                let known = seen.as_deref().map(|seen| seen.names.clone());
                let known = known.unwrap_or_default();
                let others = entries.iter();
                let others = others.filter(|(name, _)| !known.contains(name.as_str()));
                self.fit_others("unevaluatedProperties", each, others, seen)
            }
            Rule::DependentSchemas(all) => {
                let mut fits = true;
                for (name, rules) in *all {
                    if entries.contains_key(*name) {
                        fits &= self.fits(rules, value, seen.as_deref_mut());
                    }
                }
                fits
            }
            _ => true,
        }
    }

    fn fits_names(&mut self, rule: &'static Rule, entries: &'v Map<Value>) -> bool {
        let count = length(entries.len());
        match rule {
            Rule::MinProperties(min) => {
                count >= *min || self.fail("minProperties", || format!("at least {min} properties"))
            }
            Rule::MaxProperties(max) => {
                count <= *max || self.fail("maxProperties", || format!("at most {max} properties"))
            }
            Rule::PropertyNames(rules) => entries.keys().all(|name| self.fits_name(rules, name)),
            _ => true,
        }
    }

    /// A name is a value of its own, which lives no longer than this.
    fn fits_name(&mut self, rules: &'static Rules, name: &str) -> bool {
        let value = Value::String(name.to_owned());
        let mut checker = Checker {
            direction: self.direction,
            way: Vec::new(),
            found: Vec::new(),
            is_cut_short: false,
            quiet: 1,
            depth: self.depth,
            work: self.work,
            stopped: None,
        };
        let fits = checker.fits(rules, &value, None);
        (self.work, self.stopped) = (checker.work, checker.stopped);
        fits || self.fail("propertyNames", || {
            format!("other names than `{}`", clip(name))
        })
    }

    fn fits_required(&mut self, rule: &'static Rule, entries: &Map<Value>) -> bool {
        let names: &[&str] = match (rule, self.direction) {
            (Rule::Required(names), _)
            | (Rule::RequiredInRequests(names), Direction::Request)
            | (Rule::RequiredInAnswers(names), Direction::Answer) => names,
            (Rule::DependentRequired(all), _) => {
                let there = all.iter().filter(|(name, _)| entries.contains_key(*name));
                let mut fits = true;
                for (_, names) in there {
                    fits &= self.fits_all_there("dependentRequired", names, entries);
                }
                return fits;
            }
            _ => return true,
        };
        self.fits_all_there("required", names, entries)
    }

    fn fits_all_there(
        &mut self,
        keyword: &'static str,
        names: &[&str],
        entries: &Map<Value>,
    ) -> bool {
        let mut fits = true;
        for name in names.iter().filter(|name| !entries.contains_key(**name)) {
            fits = self.fail(keyword, || format!("the property `{}`", clip(name)));
        }
        fits
    }

    fn fit_properties(
        &mut self,
        all: &'static [Named],
        entries: &'v Map<Value>,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        let mut fits = true;
        for (name, rules) in all {
            if let Some((name, value)) = entries.get_key_value(*name) {
                fits &= self.inside(Step::Key(name), rules, value);
                look_at(seen, name);
            }
        }
        fits
    }

    fn fit_others(
        &mut self,
        keyword: &'static str,
        rules: &'static Rules,
        mut others: impl Iterator<Item = (&'v String, &'v Value)>,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        if !matches!(rules.0, [Rule::Never]) {
            return self.fit_values(rules, others, seen);
        }
        match others.next() {
            Some((name, _)) => self.fail(keyword, || format!("no property `{}`", clip(name))),
            None => true,
        }
    }

    fn fit_values(
        &mut self,
        rules: &'static Rules,
        entries: impl Iterator<Item = (&'v String, &'v Value)>,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        let mut fits = true;
        for (name, value) in entries {
            fits &= self.inside(Step::Key(name), rules, value);
            look_at(seen, name);
            if self.stopped.is_some() || (!fits && self.quiet > 0) {
                return false;
            }
        }
        fits
    }
}

fn look_at<'v>(seen: &mut Asked<'_, 'v>, name: &'v str) {
    if let Some(seen) = seen {
        seen.names.insert(name);
    }
}

#[cfg(feature = "validate")]
fn finds(regex: &'static str, name: &str) -> bool {
    crate::validate::pattern::finds(regex, name) == Some(true)
}

/// How many properties a table names.
fn named(rules: &Rules) -> u64 {
    let counts = rules.0.iter().map(|rule| match rule {
        Rule::Properties(all) => length(all.len()),
        #[cfg(feature = "validate")]
        Rule::PatternProperties(all) => 64 * length(all.len()),
        _ => 0,
    });
    counts.sum()
}

/// Whether `properties` or `patternProperties` of a table are about a name.
fn is_named(rules: &'static Rules, name: &str) -> bool {
    rules.0.iter().any(|rule| match rule {
        Rule::Properties(all) => all.iter().any(|(known, _)| *known == name),
        #[cfg(feature = "validate")]
        Rule::PatternProperties(all) => all.iter().any(|(regex, _)| finds(regex, name)),
        _ => false,
    })
}
