//! The text of a query, read from left to right, and what can be wrong with it.

use std::ops::Range;

/// What is wrong with a query, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Fault {
    pub(in crate::load) place: Range<usize>,
    /// As in `expected a name`.
    pub(in crate::load) what: String,
    pub(in crate::load) help: Option<String>,
}

/// Where reading stands.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    /// Parentheses, filters and functions in each other.
    depth: usize,
    /// What is left of the work for which the text is no measure.
    left: usize,
}

/// Steps that a query may be worth before it is evaluated.
const MAX_COST: usize = 1_000_000;

/// So many of them are enough for anything people write.
const MAX_DEPTH: usize = 32;

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            left: MAX_COST,
        }
    }

    /// Pays for work; returns whether there was enough to pay with.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or(0);
        left.is_some()
    }

    /// Returns what was paid so far.
    pub(super) fn cost(&self) -> usize {
        MAX_COST - self.left
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn since(&self, start: usize) -> &'t str {
        &self.text[start..self.at]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Passes over a text where it is next, and returns whether it was.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    pub(super) fn eat_while(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.next();
        }
        self.since(start)
    }

    pub(super) fn blanks(&mut self) {
        self.eat_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
    }

    pub(super) fn expect(&mut self, text: &str) -> Result<(), Fault> {
        if self.eat(text) {
            Ok(())
        } else {
            Err(self.fault(format!("expected `{text}`")))
        }
    }

    /// Goes back to where reading stood before.
    pub(super) fn back_to(&mut self, at: usize) {
        self.at = at;
    }

    /// Reads something that can hold itself.
    pub(super) fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.depth >= MAX_DEPTH {
            return Err(self.fault(format!("more than {MAX_DEPTH} levels")));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Says that the next character is wrong.
    pub(super) fn fault(&self, what: impl Into<String>) -> Fault {
        let length = self.peek().map_or(0, char::len_utf8);
        Fault::new(self.at..self.at + length, what)
    }

    /// Says that everything from `start` on is wrong.
    pub(super) fn fault_since(&self, start: usize, what: impl Into<String>) -> Fault {
        Fault::new(start..self.at, what)
    }
}

impl Fault {
    pub(super) fn new(place: Range<usize>, what: impl Into<String>) -> Self {
        Self {
            place,
            what: what.into(),
            help: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
