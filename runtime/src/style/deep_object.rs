//! The style `deepObject` of queries: `color%5BR%5D=100&color%5BG%5D=200`.
//!
//! The specification defines it for objects of scalars. Deeper ones go on in the same way
//! (`a[b][c]=1`), and items of arrays have their index as name (`a[b][0]=1`), which is what the
//! common server libraries read. A scalar by itself has no form.

use super::flat::scalar;
use super::form::pair;
use super::{Encode, NoForm, Pairs};
use crate::Value;

/// The deepest nesting that is written; parameters are not documents.
const MAX_DEPTH: usize = 32;
/// What is said of a single value.
pub(super) const SINGLE: NoForm = "the style `deepObject` has no form for a single value";

/// Appends the pairs `name[key]=value`.
pub(crate) fn deep_object(
    out: &mut Pairs<'_>,
    name: &str,
    value: &Value,
    encode: Encode,
) -> Result<(), NoForm> {
    match value {
        Value::Null => Ok(()),
        Value::Array(_) | Value::Object(_) => collect(out, name, value, encode, 0),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => Err(SINGLE),
    }
}

fn collect(
    out: &mut Pairs<'_>,
    name: &str,
    value: &Value,
    encode: Encode,
    depth: usize,
) -> Result<(), NoForm> {
    if depth > MAX_DEPTH {
        return Err("the value is nested too deeply for a parameter");
    }
    match value {
        Value::Null => {}
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(out, &format!("{name}[{index}]"), item, encode, depth + 1)?;
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                collect(out, &format!("{name}[{key}]"), item, encode, depth + 1)?;
            }
        }
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            pair(out, name, &scalar(value)?, encode);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::Map;
    use crate::uri::percent::push_component;

    fn run(value: &Value) -> Result<String, NoForm> {
        let mut out = String::new();
        let mut pairs = Pairs::of_query(&mut out);
        deep_object(&mut pairs, "color", value, push_component).map(|()| out)
    }

    #[test]
    fn examples_of_the_specification() {
        let expect = "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150";
        assert_eq!(run(&examples::object()).unwrap(), expect);
        for value in examples::nothings() {
            assert_eq!(run(&value).unwrap(), "", "{value:?}");
        }
        assert!(run(&examples::string()).is_err());
    }

    #[test]
    fn deeper_values_go_on_in_the_same_way() {
        let value = Value::Object(Map::from_iter([("a".to_owned(), examples::array())]));
        let expect = "color%5Ba%5D%5B0%5D=blue&color%5Ba%5D%5B1%5D=black&color%5Ba%5D%5B2%5D=brown";
        assert_eq!(run(&value).unwrap(), expect);
    }

    #[test]
    fn nesting_is_bounded() {
        let mut value = examples::array();
        for _ in 0..40 {
            value = Value::Array(vec![value]);
        }
        assert!(run(&value).is_err());
    }
}
