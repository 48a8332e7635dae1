//! Bytes on their way to a reader: character set, parsing where a format needs it, and the places
//! of errors afterwards.

use std::borrow::Cow;

use super::charset::decode_text;
use super::error::{DecodeError, DecodeReason};
use super::form::{self, Form};
use super::json::{self, JsonReader};
use super::media_type::{Format, MediaType};
use super::reader::Reader;
use super::tree::{Texts, TreeReader};
use super::xml::{self, Document, XmlReader};

/// An input that a reader can be made of.
#[derive(Debug)]
pub(super) struct Input<'a> {
    text: &'a str,
    max_depth: usize,
    parsed: Parsed<'a>,
}

#[derive(Debug)]
enum Parsed<'a> {
    /// Read from the text directly.
    Json,
    Xml(Document<'a>),
    Form(Form),
}

/// Returns the format and the text of some bytes.
pub(super) fn text<'a>(
    bytes: &'a [u8],
    content_type: &str,
) -> Result<(Format, Cow<'a, str>), DecodeError> {
    let media_type = MediaType::parse(content_type);
    let format = media_type.as_ref().and_then(MediaType::format);
    let (Some(media_type), Some(format)) = (media_type, format) else {
        return Err(DecodeError::unsupported_media_type(content_type));
    };
    let text = decode_text(bytes, media_type.charset().as_deref())?;
    // A form without pairs is a form; no JSON and no XML is empty.
    if format != Format::Form && text.trim_ascii_start().is_empty() {
        return Err(DecodeError::new(DecodeReason::Empty));
    }
    Ok((format, text))
}

impl<'a> Input<'a> {
    pub(super) fn parse(
        format: Format,
        text: &'a str,
        max_depth: usize,
    ) -> Result<Self, DecodeError> {
        let parsed = match format {
            Format::Json => Parsed::Json,
            Format::Xml => {
                let document = xml::parse(text, max_depth);
                Parsed::Xml(document.map_err(|error| error.placed_in(text))?)
            }
            Format::Form => Parsed::Form(form::read(text, max_depth)),
        };
        Ok(Self {
            text,
            max_depth,
            parsed,
        })
    }

    pub(super) fn reader(&self) -> Reader<'_> {
        match &self.parsed {
            Parsed::Json => Reader::json(JsonReader::new(self.text, self.max_depth)),
            Parsed::Xml(document) => Reader::xml(XmlReader::new(document, self.max_depth)),
            Parsed::Form(form) => {
                let texts = Texts::Lenient(&form.nested);
                Reader::tree(TreeReader::new(&form.root, texts, self.max_depth))
            }
        }
    }

    /// Adds path, line and column to an error of the reader.
    #[cold]
    pub(super) fn locate(&self, error: DecodeError) -> DecodeError {
        match (&self.parsed, error.offset()) {
            (Parsed::Json, Some(offset)) => error
                .with_path(json::locate(self.text, offset))
                .placed_in(self.text),
            _ => error.placed_in(self.text),
        }
    }
}
