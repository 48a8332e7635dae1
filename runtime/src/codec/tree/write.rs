//! Builds a [`Value`] from a model's calls.

use crate::value::{Map, Value};

#[derive(Debug, Default)]
pub(crate) struct TreeWriter {
    open: Vec<Open>,
    root: Value,
}

/// A container that has begun.
#[derive(Debug)]
enum Open {
    Object { entries: Map<Value>, key: String },
    Array(Vec<Value>),
}

impl TreeWriter {
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
}
