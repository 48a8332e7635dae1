//! The unknown properties of one object, kept as they came.

use std::fmt;

use super::{Map, Value};

/// Properties that the description does not name, in their order. One pointer wide while empty.
#[derive(Clone, Default)]
pub struct AdditionalProperties(Option<Box<Map<Value>>>);

impl AdditionalProperties {
    /// Returns no properties.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.as_map().is_none_or(Map::is_empty)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.as_map().map_or(0, Map::len)
    }

    /// The value of the property with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_map()?.get(name)
    }

    /// Sets a property and returns the value it had.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.0
            .get_or_insert_default()
            .insert(name.into(), value.into())
    }

    /// Takes a property out; the order of the others stays.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.shift_remove(name)
    }

    /// Returns names and values in their order.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.as_map().map(Map::iter).unwrap_or_default())
    }

    fn as_map(&self) -> Option<&Map<Value>> {
        self.0.as_deref()
    }
}

/// The names and values of [`AdditionalProperties`].
#[derive(Clone, Debug)]
pub struct Iter<'a>(indexmap::map::Iter<'a, String, Value>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a AdditionalProperties {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl<N: Into<String>, V: Into<Value>> FromIterator<(N, V)> for AdditionalProperties {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(entries: I) -> Self {
        let mut properties = Self::new();
        for (name, value) in entries {
            properties.insert(name, value);
        }
        properties
    }
}

// An empty map equals no map, and as in every `Map` the order does not count.
impl PartialEq for AdditionalProperties {
    fn eq(&self, other: &Self) -> bool {
        match (self.as_map(), other.as_map()) {
            (Some(left), Some(right)) => left == right,
            _ => self.is_empty() && other.is_empty(),
        }
    }
}

impl Eq for AdditionalProperties {}

impl fmt::Debug for AdditionalProperties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_pointer_wide_and_printed_like_a_map() {
        assert_eq!(size_of::<AdditionalProperties>(), size_of::<usize>());
        let mut properties = AdditionalProperties::new();
        assert_eq!(format!("{properties:?}"), "{}");
        properties.insert("b", "x");
        properties.insert("a", 1);
        assert_eq!(
            format!("{properties:?}"),
            r#"{"b": String("x"), "a": Number(1)}"#
        );
    }

    #[test]
    fn removal_keeps_the_order_and_empty_equals_new() {
        let mut properties: AdditionalProperties =
            [("a", 1), ("b", 2), ("c", 3)].into_iter().collect();
        properties.remove("a");
        assert_eq!(
            properties.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            ["b", "c"]
        );
        properties.remove("b");
        properties.remove("c");
        assert_eq!(properties, AdditionalProperties::new());
        assert!(properties.is_empty());
    }
}
