//! A server-sent event: what it says, and how a typed item is read out of it.

use std::time::Duration;

use crate::codec::{self, DecodeError, DecodeLimits, Model, Slot};
use crate::value::{Map, Number, Value};

/// A server-sent event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// The type that the server gave it, for example `update`.
    pub event: Option<String>,
    /// The lines of its data, joined by line feeds.
    pub data: String,
    /// The last id that the server gave, with this event or one before.
    pub id: Option<String>,
    /// The time to wait before connecting again that came with this event.
    pub retry: Option<Duration>,
}

/// What of an event a typed item is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventItem {
    /// The data, as a JSON text.
    Data,
    /// An object of the event's fields `event`, `data`, `id` and `retry`, each a text but `retry`,
    /// which is a number of milliseconds (`itemSchema` of OpenAPI 3.2).
    Fields,
}

impl Event {
    /// Returns the type, `message` where the server gave none.
    pub fn name(&self) -> &str {
        self.event.as_deref().unwrap_or("message")
    }

    /// Reads the data as a JSON text.
    pub fn decode<T: Model>(&self) -> Result<T, DecodeError> {
        let limits = DecodeLimits::default();
        codec::decode(self.data.as_bytes(), "application/json", &limits)
    }

    /// Returns the object of the fields that the event has.
    pub(crate) fn to_value(&self) -> Value {
        let mut fields = Map::new();
        let text = |text: &String| Value::String(text.clone());
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                fields.insert(name.to_owned(), value);
            }
        };
        put("event", self.event.as_ref().map(text));
        put("data", Some(text(&self.data)));
        put("id", self.id.as_ref().map(text));
        let milliseconds = self.retry.map(|time| u64::try_from(time.as_millis()));
        let milliseconds = milliseconds.map(|time| Number::from(time.unwrap_or(u64::MAX)));
        put("retry", milliseconds.map(Value::from));
        Value::Object(fields)
    }

    /// Reads a typed item.
    pub(crate) fn read(
        &self,
        item: EventItem,
        max_depth: usize,
        slot: &mut dyn Slot,
    ) -> Result<(), DecodeError> {
        match item {
            EventItem::Data => {
                codec::read(self.data.as_bytes(), "application/json", max_depth, slot)
            }
            EventItem::Fields => codec::read_value(&self.to_value(), max_depth, slot),
        }
    }
}
