//! Bytes on their way to a reader: format, character set, parsing where a format needs it, and the
//! places of errors afterwards.

use std::borrow::Cow;

use super::charset::decode_text;
use super::encode_error::EncodeError;
use super::error::{DecodeError, DecodeReason};
use super::form;
use super::json::{self, JsonReader};
use super::media_type::{Format, MediaType};
use super::model::Model;
use super::plain::PlainReader;
use super::reader::Reader;
use super::tree::{Texts, TreeReader};
use super::xml::{self, XmlReader};
use crate::value::Value;

/// Where a model goes that is read. What reads into it is compiled once for all models.
pub(crate) trait Slot {
    /// Reads the model.
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Returns the model as a tree, once it was read.
    fn tree(&self) -> Option<Result<Value, EncodeError>>;
}

impl<T: Model> Slot for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match T::read(reader) {
            Ok(value) => {
                *self = Some(value);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn tree(&self) -> Option<Result<Value, EncodeError>> {
        self.as_ref().map(super::to_value)
    }
}

/// Reads some bytes, in the format and character set of a `Content-Type`.
pub(crate) fn read(
    bytes: &[u8],
    content_type: &str,
    max_depth: usize,
    slot: &mut dyn Slot,
) -> Result<(), DecodeError> {
    let media_type = MediaType::parse(content_type);
    let format = media_type
        .as_ref()
        .map_or(Format::Binary, MediaType::format);
    let charset = media_type.as_ref().and_then(MediaType::charset);
    match format {
        Format::Json => read_json(&text(bytes, charset.as_deref())?, max_depth, slot),
        Format::Xml => read_xml(&text(bytes, charset.as_deref())?, max_depth, slot),
        Format::Form => {
            let text = decode_text(bytes, charset.as_deref())?;
            read_form(&text, max_depth, slot)
        }
        Format::Text => {
            let text = PlainReader::text(bytes, content_type, charset);
            slot.fill(&mut Reader::plain(text))
        }
        Format::Binary => {
            let binary = PlainReader::binary(bytes, content_type);
            slot.fill(&mut Reader::plain(binary))
        }
    }
}

/// Text of a format in which nothing is no value.
fn text<'a>(bytes: &'a [u8], charset: Option<&str>) -> Result<Cow<'a, str>, DecodeError> {
    let text = decode_text(bytes, charset)?;
    if text.trim_ascii_start().is_empty() {
        return Err(DecodeError::new(DecodeReason::Empty));
    }
    Ok(text)
}

fn read_json(text: &str, max_depth: usize, slot: &mut dyn Slot) -> Result<(), DecodeError> {
    let mut reader = Reader::json(JsonReader::new(text, max_depth));
    let read = slot.fill(&mut reader);
    reader.finish(read).map_err(|error| match error.offset() {
        Some(offset) => error.with_path(json::locate(text, offset)).placed_in(text),
        None => error,
    })
}

fn read_xml(text: &str, max_depth: usize, slot: &mut dyn Slot) -> Result<(), DecodeError> {
    let document = xml::parse(text, max_depth).map_err(|error| error.placed_in(text))?;
    let mut reader = Reader::xml(XmlReader::new(&document, max_depth));
    let read = slot.fill(&mut reader);
    reader.finish(read).map_err(|error| error.placed_in(text))
}

fn read_form(text: &str, max_depth: usize, slot: &mut dyn Slot) -> Result<(), DecodeError> {
    let form = form::read(text, max_depth);
    let texts = Texts::Lenient(&form.nested);
    let mut reader = Reader::tree(TreeReader::new(&form.root, texts, max_depth));
    let read = slot.fill(&mut reader);
    reader.finish(read)
}
