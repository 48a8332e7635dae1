//! Schemas made of others for one value: `allOf`, `anyOf`, `oneOf`, `not`, `if`.

use super::{Asked, Checker, Seen};
use crate::validate::rules::{Rule, Rules};
use crate::value::Value;

impl<'v> Checker<'v> {
    pub(super) fn fits_combination(
        &mut self,
        rule: &'static Rule,
        value: &'v Value,
        seen: &mut Asked<'_, 'v>,
    ) -> bool {
        match rule {
            Rule::AllOf(all) => {
                let mut fits = true;
                for rules in *all {
                    fits &= self.fits(rules, value, seen.as_deref_mut());
                }
                fits
            }
            Rule::AnyOf(all) => {
                self.count(all, value, seen) > 0
                    || self.fail("anyOf", || "one of the alternatives".to_owned())
            }
            Rule::OneOf(all) => match self.count(all, value, seen) {
                1 => true,
                0 => self.fail("oneOf", || "one of the alternatives".to_owned()),
                _ => self.fail("oneOf", || "one of the alternatives alone".to_owned()),
            },
            Rule::Not(rules) => {
                !self.tries(rules, value, None)
                    || self.fail("not", || "other values than these".to_owned())
            }
            Rule::If {
                condition,
                then,
                otherwise,
            } => {
                let next = if self.tries(condition, value, seen.as_deref_mut()) {
                    then
                } else {
                    otherwise
                };
                next.is_none_or(|rules| self.fits(rules, value, seen.as_deref_mut()))
            }
            _ => true,
        }
    }

    /// Returns how many alternatives fit: two stand for more, and one does where nobody asks what
    /// the others look at.
    fn count(
        &mut self,
        all: &'static [&'static Rules],
        value: &'v Value,
        seen: &mut Asked<'_, 'v>,
    ) -> usize {
        let mut count = 0;
        for rules in all {
            let mut own = Seen::default();
            let asked = seen.is_some().then_some(&mut own);
            if self.tries(rules, value, asked) {
                count += 1;
                if let Some(seen) = seen.as_deref_mut() {
                    seen.add(own);
                }
            }
        }
        count
    }
}
