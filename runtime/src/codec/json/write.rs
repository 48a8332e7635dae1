//! The JSON writer: compact text, in the order of the calls.

use super::string::write_string;
use crate::codec::table::{HEAD, Property};
use crate::value::{Number, Value};

#[derive(Debug)]
pub(crate) struct JsonWriter<'w> {
    out: &'w mut Vec<u8>,
    /// Whether the next entry needs a comma before it.
    comma: bool,
}

impl<'w> JsonWriter<'w> {
    pub(crate) fn new(out: &'w mut Vec<u8>) -> Self {
        Self { out, comma: false }
    }

    #[inline]
    pub(crate) fn begin(&mut self, open: u8) {
        self.out.push(open);
        self.comma = false;
    }

    #[inline]
    pub(crate) fn end(&mut self, close: u8) {
        self.out.push(close);
        self.comma = true;
    }

    #[inline]
    pub(crate) fn field(&mut self, field: &Property) {
        let Some((key, length)) = field.short_key() else {
            return self.long_field(field);
        };
        // A copy of fixed length is faster than one of the right length.
        let mut text = [b','; 2 + HEAD];
        text[1] = b'"';
        text[2..].copy_from_slice(&key);
        let text = if self.comma { &text[..] } else { &text[1..] };
        let end = self.out.len() + text.len() - HEAD + length;
        self.out.extend_from_slice(text);
        self.out.truncate(end);
        self.comma = true;
    }

    fn long_field(&mut self, field: &Property) {
        if field.is_plain() {
            self.element();
            self.out.push(b'"');
            self.out.extend_from_slice(field.name.as_bytes());
            self.out.extend_from_slice(b"\":");
        } else {
            self.key(field.name);
        }
    }

    #[inline]
    pub(crate) fn key(&mut self, name: &str) {
        self.element();
        write_string(self.out, name);
        self.out.push(b':');
    }

    #[inline]
    pub(crate) fn element(&mut self) {
        if self.comma {
            self.out.push(b',');
        }
        self.comma = true;
    }

    #[inline]
    pub(crate) fn string(&mut self, text: &str) {
        write_string(self.out, text);
    }

    /// Appends text that is JSON already: numbers and literals.
    #[inline]
    pub(crate) fn raw(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    pub(crate) fn number(&mut self, number: &Number) {
        number.with_text(|text| self.raw(text));
    }

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.raw("null"),
            Value::Bool(value) => self.raw(if *value { "true" } else { "false" }),
            Value::Number(number) => self.number(number),
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.begin(b'[');
                for item in items {
                    self.element();
                    self.value(item);
                }
                self.end(b']');
            }
            Value::Object(entries) => {
                self.begin(b'{');
                for (name, value) in entries {
                    self.key(name);
                    self.value(value);
                }
                self.end(b'}');
            }
        }
    }
}
