//! Whether two texts are the same value in JSON.
//!
//! Numbers are the same where they are mathematically; names of objects have no order.

use serde_json::{Number, Value};

/// Returns whether two texts of JSON are the same value. Equal texts are, whatever they are.
pub fn is_same_json(left: &str, right: &str) -> bool {
    let parse = serde_json::from_str::<Value>;
    left == right
        || matches!((parse(left), parse(right)), (Ok(left), Ok(right)) if is_same(&left, &right))
}

fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => is_same_number(left, right),
        (Value::Array(left), Value::Array(right)) => {
            let mut pairs = left.iter().zip(right);
            left.len() == right.len() && pairs.all(|(left, right)| is_same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let mut properties = left.iter();
            left.len() == right.len()
                && properties
                    .all(|(name, value)| right.get(name).is_some_and(|other| is_same(value, other)))
        }
        (left, right) => left == right,
    }
}

/// `1` and `1.0` are the same.
fn is_same_number(left: &Number, right: &Number) -> bool {
    left == right || left.is_f64() != right.is_f64() && left.as_f64() == right.as_f64()
}

#[cfg(test)]
mod tests {
    use super::is_same_json;

    #[test]
    fn values_are_compared_not_texts() {
        for (left, right, expect) in [
            ("[1, 2.0]", "[1.0,2]", true),
            (r#"{"a": 1, "b": null}"#, r#"{"b":null,"a":1}"#, true),
            (r#"{"a": 1}"#, r#"{"a": 1, "b": null}"#, false),
            ("[1]", "[1, 1]", false),
            (r#""\u0041""#, r#""A""#, true),
            ("1", r#""1""#, false),
            ("1e999", "1e999", true),
            ("9007199254740993", "9007199254740992", false),
        ] {
            assert_eq!(is_same_json(left, right), expect, "{left} {right}");
        }
    }
}
