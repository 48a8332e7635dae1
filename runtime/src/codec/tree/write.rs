//! Builds a [`Value`] from a model's calls. Where a text is given for it, a scalar that is the whole
//! value becomes that text and no value.

use crate::value::{Map, Number, Value};

#[derive(Debug, Default)]
pub(crate) struct TreeWriter<'w> {
    open: Vec<Open>,
    root: Value,
    text: Option<&'w mut String>,
    is_text: bool,
}

/// A container that has begun.
#[derive(Debug)]
enum Open {
    Object { entries: Map<Value>, key: String },
    Array(Vec<Value>),
}

impl<'w> TreeWriter<'w> {
    /// Returns a writer that appends a scalar to `text`.
    pub(crate) fn with_text(text: &'w mut String) -> Self {
        Self {
            text: Some(text),
            ..Self::default()
        }
    }

    pub(crate) fn begin_object(&mut self) {
        self.open.push(Open::Object {
            entries: Map::new(),
            key: String::new(),
        });
    }

    pub(crate) fn begin_array(&mut self) {
        self.open.push(Open::Array(Vec::new()));
    }

    pub(crate) fn key(&mut self, name: &str) {
        if let Some(Open::Object { key, .. }) = self.open.last_mut() {
            name.clone_into(key);
        }
    }

    pub(crate) fn end(&mut self) {
        match self.open.pop() {
            Some(Open::Object { entries, .. }) => self.put(Value::Object(entries)),
            Some(Open::Array(items)) => self.put(Value::Array(items)),
            None => {}
        }
    }

    pub(crate) fn string(&mut self, text: &str) {
        if !self.put_text(text) {
            self.put(Value::String(text.to_owned()));
        }
    }

    pub(crate) fn bool(&mut self, value: bool) {
        if !self.put_text(if value { "true" } else { "false" }) {
            self.put(Value::Bool(value));
        }
    }

    /// Writes a number as it is spelled.
    pub(crate) fn number(&mut self, text: &str) {
        if !self.put_text(text) {
            self.put(Value::Number(Number::from_token(text)));
        }
    }

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.string(text),
            Value::Number(number) => number.with_text(|text| self.number(text)),
            Value::Bool(value) => self.bool(*value),
            Value::Null | Value::Array(_) | Value::Object(_) => self.put(value.clone()),
        }
    }

    /// Appends a scalar to the text, if it is the whole value and there is one.
    fn put_text(&mut self, scalar: &str) -> bool {
        match &mut self.text {
            Some(text) if self.open.is_empty() => {
                text.push_str(scalar);
                self.is_text = true;
                true
            }
            _ => false,
        }
    }

    pub(crate) fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            Some(Open::Object { entries, key }) => drop(entries.insert(std::mem::take(key), value)),
            Some(Open::Array(items)) => items.push(value),
            None => self.root = value,
        }
    }

    pub(crate) fn finish(self) -> Value {
        self.root
    }

    /// Returns the value, unless it has become a text.
    pub(crate) fn finish_unless_text(self) -> Option<Value> {
        (!self.is_text).then_some(self.root)
    }
}
