//! Hashes of values without a schema: equal values have equal ones, so the order of names has no say.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{AdditionalProperties, Value};

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Null => {}
            Self::Bool(value) => value.hash(state),
            Self::Number(value) => value.hash(state),
            Self::String(value) => value.hash(state),
            Self::Array(items) => items.hash(state),
            Self::Object(entries) => {
                let entries = entries.iter();
                hash_entries(entries.map(|(name, value)| (name.as_str(), value)), state);
            }
        }
    }
}

impl Hash for AdditionalProperties {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash_entries(self.iter(), state);
    }
}

/// Adds up the entries, each hashed for itself.
fn hash_entries<'a, H: Hasher>(
    entries: impl ExactSizeIterator<Item = (&'a str, &'a Value)>,
    state: &mut H,
) {
    entries.len().hash(state);
    let sum = entries.fold(0_u64, |sum, entry| {
        let mut own = DefaultHasher::new();
        entry.hash(&mut own);
        sum.wrapping_add(own.finish())
    });
    sum.hash(state);
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::value::Map;

    fn object(entries: &[(&str, i64)]) -> Value {
        let entries = entries.iter();
        let entries: Map<Value> = entries
            .map(|(name, value)| ((*name).to_owned(), Value::from(*value)))
            .collect();
        Value::from(entries)
    }

    #[test]
    fn equal_values_are_one_in_a_set() {
        let all = [
            object(&[("a", 1), ("b", 2)]),
            object(&[("b", 2), ("a", 1)]),
            object(&[("a", 2), ("b", 1)]),
            Value::from(vec![object(&[])]),
            Value::from("a"),
            Value::Null,
        ];
        assert_eq!(all.into_iter().collect::<HashSet<Value>>().len(), 5);
        let none = [AdditionalProperties::new(), AdditionalProperties::default()];
        assert_eq!(none.into_iter().collect::<HashSet<_>>().len(), 1);
    }
}
