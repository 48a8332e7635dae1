//! Reads models from a [`Value`], exactly or with scalars that are text.

use crate::codec::clip::{clip_path, push_index, push_key};
use crate::codec::error::{DecodeError, DecodeReason, Kind};
use crate::codec::number;
use crate::codec::reader::Fields;
use crate::codec::text;
use crate::value::{Map, Number, Value};

/// How strings are taken where something else is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Texts<'a> {
    /// As strings only.
    Exact,
    /// As the text of numbers and booleans, as an array of themselves, and, where they are JSON,
    /// as the objects and inner arrays that the map has for them.
    Lenient(&'a Map<Value>),
}

#[derive(Debug)]
pub(crate) struct TreeReader<'a> {
    current: &'a Value,
    open: Vec<Open<'a>>,
    texts: Texts<'a>,
    limit: usize,
}

/// A container that has been entered; `next` is the number of its next entry.
#[derive(Debug)]
enum Open<'a> {
    Object {
        entries: &'a Map<Value>,
        next: usize,
    },
    Array {
        items: &'a [Value],
        next: usize,
    },
}

/// A place to come back to. The containers around it do not change while a value is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    current: &'a Value,
    depth: usize,
}

impl<'a> TreeReader<'a> {
    pub(crate) fn new(root: &'a Value, texts: Texts<'a>, limit: usize) -> Self {
        Self {
            current: root,
            open: Vec::new(),
            texts,
            limit,
        }
    }

    pub(crate) fn is_lenient(&self) -> bool {
        matches!(self.texts, Texts::Lenient(_))
    }

    pub(crate) fn place(&self) -> Place<'a> {
        Place {
            current: self.current,
            depth: self.open.len(),
        }
    }

    pub(crate) fn return_to(&mut self, place: Place<'a>) {
        self.open.truncate(place.depth);
        self.current = place.current;
    }

    pub(crate) fn kind(&self) -> Kind {
        kind(self.current)
    }

    /// The kind of what a text stands for.
    pub(crate) fn nested_kind(&self) -> Option<Kind> {
        let parsed = self.parsed();
        (!std::ptr::eq(parsed, self.current)).then(|| kind(parsed))
    }

    pub(crate) fn begin_object(&mut self) -> Result<(), DecodeError> {
        let Value::Object(entries) = self.parsed() else {
            return Err(self.unexpected(Kind::Object));
        };
        self.enter(Open::Object { entries, next: 0 })
    }

    // Kept out of the JSON reader's way.
    #[inline(never)]
    pub(crate) fn next_field(&mut self, fields: &mut Fields) -> Option<usize> {
        let Some(Open::Object { entries, next }) = self.open.last_mut() else {
            return None;
        };
        let Some((name, value)) = entries.get_index(*next) else {
            self.open.pop();
            return None;
        };
        *next += 1;
        self.current = value;
        let index = fields.shape.find(name, fields.next);
        fields.next = index.map_or(fields.next, |index| index + 1);
        Some(index.unwrap_or(usize::MAX))
    }

    /// The name of the current property.
    pub(crate) fn key(&self) -> &'a str {
        match self.open.last() {
            Some(Open::Object { entries, next }) => entries
                .get_index(next.wrapping_sub(1))
                .map_or("", |(name, _)| name),
            _ => "",
        }
    }

    pub(crate) fn begin_array(&mut self) -> Result<(), DecodeError> {
        // A name that a form has once only is an array of one; arrays in arrays are JSON.
        let alone = self.is_lenient() && !self.is_in_array();
        let items = match (self.current, self.parsed()) {
            (single @ Value::String(_), _) if alone => std::slice::from_ref(single),
            (_, Value::Array(items)) => items,
            _ => return Err(self.unexpected(Kind::Array)),
        };
        self.enter(Open::Array { items, next: 0 })
    }

    pub(crate) fn next_element(&mut self) -> bool {
        let Some(Open::Array { items, next }) = self.open.last_mut() else {
            return false;
        };
        let Some(value) = items.get(*next) else {
            self.open.pop();
            return false;
        };
        *next += 1;
        self.current = value;
        true
    }

    pub(crate) fn null(&self) -> bool {
        self.current.is_null()
    }

    pub(crate) fn bool(&self) -> Result<bool, DecodeError> {
        match self.current {
            Value::Bool(value) => Ok(*value),
            Value::String(text) if self.is_lenient() => self.placed(text::parse_bool(text)),
            _ => Err(self.unexpected(Kind::Boolean)),
        }
    }

    pub(crate) fn integer<T: TryFrom<i128>>(&self, ty: &'static str) -> Result<T, DecodeError> {
        match self.current {
            Value::Number(number) => self.placed(number::exact(number, ty)),
            Value::String(text) if self.is_lenient() => self.placed(text::parse_integer(text, ty)),
            _ => Err(self.unexpected(Kind::Integer)),
        }
    }

    pub(crate) fn f64(&self) -> Result<f64, DecodeError> {
        match self.current {
            Value::Number(number) => self.placed(number.with_text(text::parse_f64)),
            Value::String(text) if self.is_lenient() => self.placed(text::parse_f64(text)),
            _ => Err(self.unexpected(Kind::Number)),
        }
    }

    pub(crate) fn f32(&self) -> Result<f32, DecodeError> {
        match self.current {
            Value::Number(number) => self.placed(number.with_text(text::parse_f32)),
            Value::String(text) if self.is_lenient() => self.placed(text::parse_f32(text)),
            _ => Err(self.unexpected(Kind::Number)),
        }
    }

    pub(crate) fn number(&self) -> Result<Number, DecodeError> {
        match self.current {
            Value::Number(number) => Ok(number.clone()),
            Value::String(text) if self.is_lenient() => self.placed(text::parse_number(text)),
            _ => Err(self.unexpected(Kind::Number)),
        }
    }

    pub(crate) fn string(&self) -> Result<&'a str, DecodeError> {
        match self.current {
            Value::String(text) => Ok(text),
            _ => Err(self.unexpected(Kind::String)),
        }
    }

    /// A copy of the value. Its depth was bounded when it was made.
    pub(crate) fn value(&self) -> Value {
        self.current.clone()
    }

    pub(crate) fn error(&self, reason: DecodeReason) -> DecodeError {
        DecodeError::new(reason).with_path(self.path())
    }

    #[cold]
    fn unexpected(&self, expected: Kind) -> DecodeError {
        self.error(DecodeReason::UnexpectedType {
            expected,
            found: self.kind(),
        })
    }

    fn placed<T>(&self, result: Result<T, DecodeReason>) -> Result<T, DecodeError> {
        result.map_err(|reason| self.error(reason))
    }

    /// The current value, or what its text stands for.
    fn parsed(&self) -> &'a Value {
        match (self.texts, self.current) {
            (Texts::Lenient(nested), Value::String(text)) => {
                nested.get(text.as_str()).unwrap_or(self.current)
            }
            _ => self.current,
        }
    }

    fn is_in_array(&self) -> bool {
        matches!(self.open.last(), Some(Open::Array { .. }))
    }

    fn enter(&mut self, open: Open<'a>) -> Result<(), DecodeError> {
        if self.open.len() >= self.limit {
            return Err(self.error(DecodeReason::DepthExceeded { limit: self.limit }));
        }
        self.open.push(open);
        Ok(())
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for open in &self.open {
            match open {
                Open::Object { entries, next } => {
                    if let Some((name, _)) = entries.get_index(next.wrapping_sub(1)) {
                        push_key(&mut path, name);
                    }
                }
                Open::Array { next, .. } => push_index(&mut path, next.saturating_sub(1)),
            }
        }
        clip_path(path)
    }
}

fn kind(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    }
}
