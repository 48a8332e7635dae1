//! Reads a value of a union: looks at it, goes back, reads the member that fits.
//!
//! Nothing is lost: a value that no member takes is read as whatever it is. The work is bounded by
//! what the reader may read again; when half of that is used up, no second member is tried.

use std::borrow::Cow;

use super::scan::rank_objects;
use super::{Choice, Kinds, Tag, Test};
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::model::Model;
use crate::codec::reader::Reader;
use crate::value::Number;

/// The members to be tried, best first.
#[derive(Debug, PartialEq, Eq)]
enum Candidates {
    None,
    One(usize),
    Several(Vec<usize>),
}

impl Reader<'_> {
    /// Reads the member of a union that the value ahead is for; `read` reads the member with this
    /// index or, for an index that no member has, whatever is there.
    pub fn union<T>(
        &mut self,
        choice: &'static Choice,
        read: fn(usize, &mut Self) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let start = self.checkpoint();
        let candidates = choice.candidates(self)?;
        for &index in candidates.as_slice() {
            match read(index, self) {
                Ok(value) => return Ok(value),
                Err(error) if is_final(&error) => return Err(error),
                Err(_) => self.rewind(&start),
            }
            if self.is_tired() {
                break;
            }
        }
        read(usize::MAX, self)
    }

    /// Reads the value of a member, as `input.member(Self::Cat)`.
    pub fn member<M: Model, T>(&mut self, member: fn(M) -> T) -> Result<T, DecodeError> {
        // Spelled out: adapters would be compiled again for every member.
        match M::read(self) {
            Ok(value) => Ok(member(value)),
            Err(error) => Err(error),
        }
    }

    /// Passes over a value that says nothing but that it is there.
    pub fn pass<T>(&mut self, value: T) -> Result<T, DecodeError> {
        self.skip().map(|()| value)
    }
}

impl Candidates {
    fn as_slice(&self) -> &[usize] {
        match self {
            Self::None => &[],
            Self::One(index) => std::slice::from_ref(index),
            Self::Several(indices) => indices,
        }
    }
}

impl From<Option<usize>> for Candidates {
    fn from(index: Option<usize>) -> Self {
        index.map_or(Self::None, Self::One)
    }
}

/// Whether the value cannot be read as anything else either.
fn is_final(error: &DecodeError) -> bool {
    matches!(
        error.reason(),
        DecodeReason::Syntax { .. }
            | DecodeReason::UnexpectedEnd
            | DecodeReason::DepthExceeded { .. }
            | DecodeReason::WorkExceeded
            | DecodeReason::UnsupportedCharset { .. }
            | DecodeReason::InvalidCharset { .. }
    )
}

impl Choice {
    /// Returns the members that the value ahead may be, and leaves the reader where it is.
    fn candidates(&self, input: &mut Reader<'_>) -> Result<Candidates, DecodeError> {
        let lists_values = self.tests.iter().any(|test| !test.values.is_empty());
        let ahead = Ahead::new(input, lists_values)?;
        if let Some(tag) = self.tag.as_ref().filter(|_| ahead.kinds.has(Kinds::OBJECT)) {
            let start = input.checkpoint();
            let found = tag.find(input)?;
            input.rewind(&start);
            match (found, tag.default) {
                (Found::Member(member), _) | (_, Some(member)) => {
                    return Ok(Candidates::One(member));
                }
                (Found::Other, None) => return Ok(Candidates::None),
                (Found::Nothing, None) => {}
            }
        }
        self.test(&ahead, input)
    }

    fn test(&self, ahead: &Ahead, input: &mut Reader<'_>) -> Result<Candidates, DecodeError> {
        let mut fits = self.fitting(ahead);
        let first = fits.next();
        let second = fits.next();
        let (Some(first), Some(second)) = (first, second) else {
            let is_loose = first.is_none() && !input.is_exact();
            return Ok(match first {
                // Where kinds cannot be told for certain, whatever can be read will do.
                None if is_loose => Candidates::Several((0..self.tests.len()).collect()),
                first => first.into(),
            });
        };
        let mut all = vec![first, second];
        all.extend(fits);
        let start = input.checkpoint();
        if ahead.kinds.has(Kinds::OBJECT) {
            rank_objects(self.tests, &mut all, input)?;
            input.rewind(&start);
        } else if ahead.kinds.has(Kinds::ARRAY) {
            self.keep_by_items(&mut all, input)?;
            input.rewind(&start);
        } else {
            all.sort_by_key(|index| {
                let test = &self.tests[*index];
                (ahead.width(test), test.is_wide)
            });
        }
        Ok(Candidates::Several(all))
    }

    fn fitting<'a>(&'a self, ahead: &'a Ahead) -> impl Iterator<Item = usize> + 'a {
        let tests = self.tests.iter().enumerate();
        tests
            .filter(|(_, test)| ahead.fits(test))
            .map(|(index, _)| index)
    }

    /// Keeps the arrays that may have such a first item, if any may.
    fn keep_by_items(
        &self,
        all: &mut Vec<usize>,
        input: &mut Reader<'_>,
    ) -> Result<(), DecodeError> {
        let mut elements = input.begin_array()?;
        if !input.next_element(&mut elements)? {
            return Ok(());
        }
        let kinds = Ahead::new(input, false)?.kinds;
        let fits = |index: &usize| self.tests[*index].items.has(kinds);
        if all.iter().any(fits) {
            all.retain(fits);
        }
        Ok(())
    }
}

/// What a property of an object says.
enum Found {
    Member(usize),
    /// What no member is known by.
    Other,
    /// The object lacks the property.
    Nothing,
}

impl Tag {
    /// Looks for the property in the object ahead.
    fn find(&self, input: &mut Reader<'_>) -> Result<Found, DecodeError> {
        let mut fields = input.begin_map()?;
        while input.next_field(&mut fields)?.is_some() {
            if !self.is_named(&input.key()?) {
                input.skip()?;
                continue;
            }
            let text = scalar_text(input)?;
            let member = text.and_then(|text| self.member(&text));
            return Ok(member.map_or(Found::Other, Found::Member));
        }
        Ok(Found::Nothing)
    }

    fn is_named(&self, key: &str) -> bool {
        key == self.property || key.strip_prefix('@').unwrap_or(key) == self.xml
    }

    fn member(&self, text: &str) -> Option<usize> {
        let found = self.values.iter().find(|(value, _)| *value == text);
        found.map(|(_, index)| *index)
    }
}

/// What can be seen of a value without reading what is in it.
struct Ahead {
    kinds: Kinds,
    /// The text of a scalar, where one is looked for.
    text: Option<String>,
}

impl Ahead {
    fn new(input: &mut Reader<'_>, needs_text: bool) -> Result<Self, DecodeError> {
        let kinds = Kinds::from(input.peek()?);
        let is_scalar = kinds.has(Kinds::BOOLEAN.and(Kinds::NUMBER).and(Kinds::TEXT));
        if !is_scalar || (input.is_exact() && !needs_text) {
            return Ok(Self { kinds, text: None });
        }
        let start = input.checkpoint();
        let text = scalar_text(input)?.map(Cow::into_owned);
        input.rewind(&start);
        let kinds = match &text {
            Some(text) if !input.is_exact() => {
                let nested = input.nested_kind().map_or(Kinds::NONE, Kinds::from);
                kinds.and(read_as(text)).and(nested)
            }
            Some(_) | None => kinds,
        };
        Ok(Self { kinds, text })
    }

    fn fits(&self, test: &Test) -> bool {
        let is_listed = |text: &str| test.values.contains(&text);
        let has_value = test.values.is_empty() || self.text.as_deref().is_some_and(is_listed);
        self.kinds.has(test.kinds) && has_value
    }

    /// How much beside the value passes the test: listed values first, texts last.
    fn width(&self, test: &Test) -> u8 {
        if !test.values.is_empty() {
            return 0;
        }
        // The bits of kinds are in this order.
        let common = self.kinds.common(test.kinds);
        1 << common.0.trailing_zeros().min(7)
    }
}

/// The kinds of values that have such a text, where all scalars are texts.
fn read_as(text: &str) -> Kinds {
    match text {
        "true" | "false" => Kinds::BOOLEAN,
        number if Number::parse(number).is_some() => Kinds::NUMBER,
        _ => Kinds::NONE,
    }
}

/// Reads a scalar as text; nothing of what is no scalar.
pub(super) fn scalar_text<'a>(input: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>, DecodeError> {
    match input.peek()? {
        Kind::String => input.string().map(Some),
        Kind::Boolean => {
            let text = if input.bool()? { "true" } else { "false" };
            Ok(Some(Cow::Borrowed(text)))
        }
        Kind::Integer | Kind::Number => {
            let value = input.value()?;
            Ok(value
                .as_number()
                .map(|number| Cow::Owned(number.to_string())))
        }
        Kind::Null | Kind::Array | Kind::Object => input.skip().map(|()| None),
    }
}
