//! Formats of texts as types: dates and times, identifiers, addresses, passwords.
//!
//! The types are those of other crates, each behind a feature of its name. What a text says comes
//! back as an equal value; its spelling may be another one (`+00:00` becomes `Z`, digits of a UUID
//! become small). A text that a type cannot hold is an error, never another value.

mod base64url;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(any(feature = "chrono", feature = "time", feature = "jiff"))]
mod clock;
#[cfg(feature = "rust_decimal")]
mod decimal;
#[cfg(feature = "jiff")]
mod jiff;
mod net;
mod secret;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

pub use base64url::Base64Url;

use super::encode_error::EncodeReason;
use super::error::{DecodeError, DecodeReason};
use super::reader::Reader;
use super::writer::Writer;

impl Reader<'_> {
    /// Reads a text that is of a format.
    pub(crate) fn formatted<T>(
        &mut self,
        format: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, DecodeError> {
        let start = self.checkpoint();
        if let Some(value) = parse(&self.string()?) {
            return Ok(value);
        }
        self.rewind(&start);
        Err(self.error(DecodeReason::InvalidFormat { format }))
    }
}

impl Writer<'_> {
    /// Writes the text of a value of a format, if it has one.
    #[allow(dead_code, reason = "dates and times are behind features")]
    pub(crate) fn formatted(&mut self, text: Option<String>) {
        match text {
            Some(text) => self.string(&text),
            None => self.fail(EncodeReason::Unrepresentable {
                what: "a year beyond four digits, or an offset with seconds",
            }),
        }
    }
}

#[cfg(test)]
mod tests;
