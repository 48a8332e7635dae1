//! What values do not fulfil: where, which keyword, what it demands. Never the values themselves.

use std::fmt;

use crate::codec::clip::{clip, clip_path, push_index, push_key};

/// One demand that a value does not fulfil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: String,
    keyword: &'static str,
    demand: String,
}

/// The demands that a value does not fulfil, the first hundred of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations {
    all: Vec<Violation>,
    is_cut_short: bool,
}

/// A step from a value to one in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

impl Violation {
    /// So many are kept.
    pub(super) const MOST: usize = 100;

    pub(super) fn new(way: &[Step<'_>], keyword: &'static str, demand: String) -> Self {
        // The end of a long way says more than its start.
        let start = way.len().saturating_sub(64);
        let mut path = String::new();
        for step in &way[start..] {
            match step {
                Step::Key(key) => push_key(&mut path, key),
                Step::Index(index) => push_index(&mut path, *index),
            }
        }
        let path = clip_path(path);
        Self {
            path,
            keyword,
            demand,
        }
    }

    /// A value that cannot be looked at.
    pub(super) fn unwritable(problem: &str) -> Self {
        Self::new(&[], "type", clip(problem))
    }

    /// The value at fault, for instance `items[3].id`; empty for the whole. Long ones are clipped.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The keyword of the description, for instance `minLength`.
    pub fn keyword(&self) -> &'static str {
        self.keyword
    }

    /// What the keyword demands, for instance `at least 3 characters`.
    pub fn demand(&self) -> &str {
        &self.demand
    }
}

impl Violations {
    pub(super) fn new(all: Vec<Violation>, is_cut_short: bool) -> Self {
        Self { all, is_cut_short }
    }

    pub(super) fn of_one(violation: Violation) -> Self {
        Self::new(vec![violation], false)
    }

    /// Each of them, in the order of the table; one at least.
    pub fn iter(&self) -> impl Iterator<Item = &Violation> {
        self.all.iter()
    }

    /// Whether there may be more than those that are kept.
    pub fn is_cut_short(&self) -> bool {
        self.is_cut_short
    }
}

impl std::error::Error for Violations {}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` demands {}", self.keyword, self.demand)?;
        if !self.path.is_empty() {
            write!(f, " at `{}`", self.path)?;
        }
        Ok(())
    }
}

/// All of them in one line.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.all.iter().enumerate() {
            let before = if index == 0 { "" } else { "; " };
            write!(f, "{before}{violation}")?;
        }
        if self.is_cut_short {
            f.write_str("; and more")?;
        }
        Ok(())
    }
}
