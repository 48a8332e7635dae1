//! Repetition in `quote!`: what stands in `#(..)*` in, one value after the other out.
//!
//! Iterators and lists give their values; anything else is repeated as often as they last. Which of
//! the three a value is, its type decides: method calls prefer what needs fewer references.

use std::collections::BTreeSet;
use std::ops::{BitOr, Deref};

use super::{ToTokens, TokenStream};

/// Proof that a repetition ends, because there is an iterator or a list in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Yes;

/// No such proof.
#[derive(Debug, Clone, Copy)]
pub(crate) struct No;

impl BitOr<Yes> for No {
    type Output = Yes;

    fn bitor(self, _: Yes) -> Yes {
        Yes
    }
}

impl BitOr<No> for No {
    type Output = No;

    fn bitor(self, _: No) -> No {
        No
    }
}

impl BitOr<Yes> for Yes {
    type Output = Yes;

    fn bitor(self, _: Yes) -> Yes {
        Yes
    }
}

impl BitOr<No> for Yes {
    type Output = Yes;

    fn bitor(self, _: No) -> Yes {
        Yes
    }
}

/// Iterators give their values.
pub(crate) trait RepeatIterator: Iterator + Sized {
    fn repeat_tokens(self) -> (Self, Yes) {
        (self, Yes)
    }
}

impl<T: Iterator> RepeatIterator for T {}

/// Lists give references to their values.
pub(crate) trait RepeatList {
    type Item;

    fn repeat_tokens<'a>(&'a self) -> (impl Iterator<Item = &'a Self::Item>, Yes)
    where
        Self::Item: 'a;
}

impl<T> RepeatList for [T] {
    type Item = T;

    fn repeat_tokens<'a>(&'a self) -> (impl Iterator<Item = &'a T>, Yes)
    where
        T: 'a,
    {
        (self.iter(), Yes)
    }
}

impl<T> RepeatList for Vec<T> {
    type Item = T;

    fn repeat_tokens<'a>(&'a self) -> (impl Iterator<Item = &'a T>, Yes)
    where
        T: 'a,
    {
        (self.iter(), Yes)
    }
}

impl<T> RepeatList for BTreeSet<T> {
    type Item = T;

    fn repeat_tokens<'a>(&'a self) -> (impl Iterator<Item = &'a T>, Yes)
    where
        T: 'a,
    {
        (self.iter(), Yes)
    }
}

/// Anything else is there every time.
#[allow(dead_code, reason = "the macro brings it, whether it is needed or not")]
pub(crate) trait RepeatSame: ToTokens {
    fn repeat_tokens(&self) -> (std::iter::Repeat<&Self>, No) {
        (std::iter::repeat(self), No)
    }
}

impl<T: ToTokens + ?Sized> RepeatSame for T {}

/// One of several values. Where a name stands twice in a repetition, its value is taken once.
#[derive(Debug)]
pub(crate) struct Each<T>(pub(crate) T);

impl<T> Each<T> {
    #[allow(
        dead_code,
        clippy::should_implement_trait,
        clippy::unnecessary_wraps,
        reason = "it stands in for the iterator of the same name, where a name stands twice"
    )]
    pub(crate) fn next(self) -> Option<T> {
        Some(self.0)
    }
}

/// In a repetition within a repetition.
impl<T: Iterator> Iterator for Each<T> {
    type Item = T::Item;

    fn next(&mut self) -> Option<T::Item> {
        self.0.next()
    }
}

impl<T> Deref for Each<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ToTokens> ToTokens for Each<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
