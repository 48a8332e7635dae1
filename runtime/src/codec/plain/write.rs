//! Writes a scalar as a whole body.

use crate::codec::encode_error::EncodeReason;
use crate::value::Value;

#[derive(Debug)]
pub(crate) struct PlainWriter<'w> {
    out: &'w mut Vec<u8>,
    content: Content,
    problem: Option<EncodeReason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Text,
    Binary,
}

impl<'w> PlainWriter<'w> {
    pub(crate) fn text(out: &'w mut Vec<u8>) -> Self {
        Self::new(out, Content::Text)
    }

    pub(crate) fn binary(out: &'w mut Vec<u8>) -> Self {
        Self::new(out, Content::Binary)
    }

    fn new(out: &'w mut Vec<u8>, content: Content) -> Self {
        Self {
            out,
            content,
            problem: None,
        }
    }

    /// Returns the first problem.
    pub(crate) fn finish(self) -> Option<EncodeReason> {
        self.problem
    }

    /// Whether what was written is text in UTF-8, rather than the caller's bytes.
    pub(crate) fn is_text(&self) -> bool {
        self.content == Content::Text
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.content = Content::Binary;
        self.out.extend_from_slice(bytes);
    }

    pub(crate) fn string(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Writes a number or boolean, which bytes do not hold.
    pub(crate) fn scalar(&mut self, text: &str) {
        match self.content {
            Content::Text => self.string(text),
            Content::Binary => self.refuse("a number or boolean"),
        }
    }

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.refuse("a null"),
            Value::Bool(value) => self.scalar(if *value { "true" } else { "false" }),
            Value::Number(number) => number.with_text(|text| self.scalar(text)),
            Value::String(text) => self.string(text),
            Value::Array(_) => self.refuse("an array"),
            Value::Object(_) => self.refuse("an object"),
        }
    }

    /// Remembers that the media type has no form for something.
    #[cold]
    pub(crate) fn refuse(&mut self, what: &'static str) {
        self.problem
            .get_or_insert(EncodeReason::Unrepresentable { what });
    }
}
