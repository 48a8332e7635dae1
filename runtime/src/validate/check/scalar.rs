//! Numbers and texts.

use std::cmp::Ordering;

use super::Checker;
use crate::validate::number;
use crate::validate::rules::Rule;
use crate::value::{Decimal, Number};

impl Checker<'_> {
    pub(super) fn fits_number(&mut self, rule: &'static Rule, number: &Number) -> bool {
        type Fits = fn(Ordering) -> bool;
        let (keyword, words, bound, fits): (_, _, _, Fits) = match rule {
            Rule::Minimum(bound) => ("minimum", "at least", *bound, Ordering::is_ge),
            Rule::ExclusiveMinimum(bound) => {
                ("exclusiveMinimum", "more than", *bound, Ordering::is_gt)
            }
            Rule::Maximum(bound) => ("maximum", "at most", *bound, Ordering::is_le),
            Rule::ExclusiveMaximum(bound) => {
                ("exclusiveMaximum", "less than", *bound, Ordering::is_lt)
            }
            Rule::MultipleOf(of) => return self.fits_multiple(of, number),
            _ => return true,
        };
        let own = number.with_text(Decimal::of);
        let bounds = own.zip(Decimal::of(bound));
        let is_within = bounds.is_some_and(|(own, bound)| fits(number::compare(&own, &bound)));
        is_within || self.fail(keyword, || [words, " ", bound].concat())
    }

    fn fits_multiple(&mut self, of: &'static str, number: &Number) -> bool {
        let own = number.with_text(Decimal::of);
        let both = own.zip(Decimal::of(of));
        let is_multiple = both.and_then(|(own, of)| number::is_multiple(&own, &of));
        is_multiple == Some(true) || self.fail("multipleOf", || ["a multiple of ", of].concat())
    }

    pub(super) fn fits_text(&mut self, rule: &'static Rule, text: &str) -> bool {
        let characters = || super::length(text.chars().count());
        match rule {
            Rule::MinLength(min) => {
                // A character has four bytes at most.
                let is_long = super::length(text.len()) / 4 >= *min || characters() >= *min;
                is_long || self.fail("minLength", || format!("at least {min} characters"))
            }
            Rule::MaxLength(max) => {
                let is_short = super::length(text.len()) <= *max || characters() <= *max;
                is_short || self.fail("maxLength", || format!("at most {max} characters"))
            }
            #[cfg(feature = "validate")]
            Rule::Pattern(regex) => {
                let finds = crate::validate::pattern::finds(regex, text) == Some(true);
                finds
                    || self.fail("pattern", || {
                        ["a match of ", &super::quoted(regex)].concat()
                    })
            }
            _ => true,
        }
    }
}
