//! Codecs: models to bytes and back, in the format that the media type says.
//!
//! In: a [`Model`] and a media type, or bytes and their `Content-Type`. Out: bytes, or the model.
//! A model does not know formats and a format does not know models; they meet in [`Reader`] and
//! [`Writer`]. Nothing here does I/O.

pub(crate) mod base64;
mod charset;
mod choice;
pub(crate) mod clip;
mod encode_error;
mod error;
mod form;
mod format;
mod index;
mod input;
mod json;
mod limits;
mod media_type;
mod model;
pub(crate) mod number;
mod output;
mod pattern;
mod plain;
mod property;
mod reader;
pub(crate) mod request;
mod shape;
mod show;
mod table;
mod text;
mod text_enum;
mod tree;
mod tuple;
mod value_enum;
mod writer;
mod xml;

pub use choice::{Choice, Test};
pub use encode_error::{EncodeError, EncodeReason};
pub use error::{DecodeError, DecodeReason, Kind};
pub use format::Base64Url;
pub use limits::DecodeLimits;
pub use media_type::{Format, MediaType};
pub use model::{Additional, Model};
pub use property::{NoAdditional, ReadProperty, WriteProperty};
pub use reader::{Checkpoint, Elements, Fields, Reader};
pub use shape::{Field, Shape, Xml};
pub use show::debug;
pub use table::Property;
pub use tuple::{ReadItem, Rest, WriteItem};
pub use value_enum::{canonical, number, parse_enum, scalar, show};
pub use writer::Writer;

pub(crate) use form::pairs as form_pairs;
pub(crate) use input::{Slot, read};
use tree::{Texts, TreeReader};
use writer::Direction;

use crate::value::{Map, Value};

/// Writes a model in the format of a media type, in UTF-8.
pub fn encode(value: &impl Model, media_type: &str) -> Result<Vec<u8>, EncodeError> {
    output::write(media_type, Direction::Any, &|out| value.write(out))
}

/// Reads a model from bytes, in the format and character set of a `Content-Type`.
///
/// What is no media type, or says none, is read as bytes are (RFC 9110 §8.3). Names that the input
/// has twice take their last value.
pub fn decode<T: Model>(
    bytes: &[u8],
    content_type: &str,
    limits: &DecodeLimits,
) -> Result<T, DecodeError> {
    let mut value = None;
    let done = read(bytes, content_type, limits.depth(), &mut value);
    match (done, value) {
        (Ok(()), Some(value)) => Ok(value),
        (Ok(()), None) => Err(DecodeError::new(DecodeReason::Empty)),
        (Err(error), _) => Err(error),
    }
}

/// Writes a model as a tree of values.
pub fn to_value(value: &impl Model) -> Result<Value, EncodeError> {
    let mut out = Writer::tree();
    value.write(&mut out);
    out.finish_tree()
}

/// Reads a model from a tree of values, exactly.
pub fn from_value<T: Model>(value: &Value) -> Result<T, DecodeError> {
    let reader = TreeReader::new(value, Texts::Exact, DecodeLimits::default().depth());
    read_tree(reader)
}

/// Reads a model from a tree of values whose scalars are text, as in headers and forms.
pub fn from_text_value<T: Model>(value: &Value) -> Result<T, DecodeError> {
    let nested = Map::new();
    let reader = TreeReader::new(
        value,
        Texts::Lenient(&nested),
        DecodeLimits::default().depth(),
    );
    read_tree(reader)
}

/// The same into a slot.
pub(crate) fn read_value(
    value: &Value,
    max_depth: usize,
    slot: &mut dyn Slot,
) -> Result<(), DecodeError> {
    let depth = DecodeLimits::default().with_max_depth(max_depth).depth();
    let mut reader = Reader::tree(TreeReader::new(value, Texts::Exact, depth));
    let read = slot.fill(&mut reader);
    reader.finish(read)
}

fn read_tree<T: Model>(reader: TreeReader<'_>) -> Result<T, DecodeError> {
    let mut reader = Reader::tree(reader);
    let read = T::read(&mut reader);
    reader.finish(read)
}

#[cfg(test)]
mod tests;
