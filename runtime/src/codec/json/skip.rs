//! Passes over a JSON value that nobody wants, as strictly as if it were read.

use super::read::JsonReader;
use crate::codec::error::{DecodeError, Kind};
use crate::codec::reader::Fields;

/// A container that has been entered: its state is all that recursion would keep.
enum Open {
    Object(Fields),
    Array(bool),
}

impl JsonReader<'_> {
    /// Passes over one value. Depth counts, but the stack is on the heap.
    pub(crate) fn skip(&mut self) -> Result<(), DecodeError> {
        let mut stack = Vec::new();
        loop {
            match self.kind()? {
                Kind::Object => {
                    self.begin_object()?;
                    stack.push(Open::Object(Fields::unknown()));
                }
                Kind::Array => {
                    self.begin_array()?;
                    stack.push(Open::Array(false));
                }
                kind => self.skip_scalar(kind)?,
            }
            if !self.next_of(&mut stack)? {
                return Ok(());
            }
        }
    }

    fn skip_scalar(&mut self, kind: Kind) -> Result<(), DecodeError> {
        match kind {
            Kind::String => self.string().map(drop),
            Kind::Number | Kind::Integer => self.number(kind).map(drop),
            Kind::Boolean => self.bool().map(drop),
            Kind::Null | Kind::Array | Kind::Object => self.literal("null"),
        }
    }

    /// Goes on to the next value within the skipped one, leaving containers that end.
    fn next_of(&mut self, stack: &mut Vec<Open>) -> Result<bool, DecodeError> {
        while let Some(open) = stack.last_mut() {
            let more = match open {
                Open::Object(fields) => self.next_field(fields)?.is_some(),
                Open::Array(started) => self.next_element(started)?,
            };
            if more {
                return Ok(true);
            }
            stack.pop();
        }
        Ok(false)
    }
}
