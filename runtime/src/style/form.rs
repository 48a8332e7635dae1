//! The style `form` of queries and cookies: `color=blue,black,brown`, exploded
//! `color=blue&color=black&color=brown`.

use super::{Encode, Flat, alternating, push_list};
use crate::uri::percent;

/// Returns the pairs `name=value`; who calls joins them with `&` or `; `.
pub(crate) fn form(name: &str, value: &Flat<'_>, explode: bool, encode: Encode) -> Vec<String> {
    match value {
        Flat::Absent => Vec::new(),
        Flat::Scalar(text) => vec![pair(name, text, encode)],
        Flat::Array(items) if explode => {
            items.iter().map(|item| pair(name, item, encode)).collect()
        }
        Flat::Object(pairs) if explode => pairs
            .iter()
            .map(|(name, value)| pair(name, value, encode))
            .collect(),
        Flat::Array(items) => vec![joined(name, items.iter().map(AsRef::as_ref), ",", encode)],
        Flat::Object(pairs) => vec![joined(name, alternating(pairs), ",", encode)],
    }
}

/// Returns `name=value`. Names are always encoded.
pub(super) fn pair(name: &str, value: &str, encode: Encode) -> String {
    joined(name, std::iter::once(value), "", encode)
}

/// Returns `name=one,two` with any separator.
pub(super) fn joined<'t>(
    name: &str,
    values: impl Iterator<Item = &'t str>,
    separator: &str,
    encode: Encode,
) -> String {
    let mut out = String::new();
    percent::push_component(&mut out, name);
    out.push('=');
    push_list(&mut out, values, separator, encode);
    out
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::Value;
    use crate::uri::percent::{push_component, push_reserved};

    #[test]
    fn examples_of_the_specification() {
        for (value, explode, expect) in [
            (examples::empty(), false, "color="),
            (examples::string(), false, "color=blue"),
            (examples::array(), false, "color=blue,black,brown"),
            (examples::object(), false, "color=R,100,G,200,B,150"),
            (examples::empty(), true, "color="),
            (examples::string(), true, "color=blue"),
            (
                examples::array(),
                true,
                "color=blue&color=black&color=brown",
            ),
            (examples::object(), true, "R=100&G=200&B=150"),
        ] {
            let got = form(
                "color",
                &Flat::new(&value).unwrap(),
                explode,
                push_component,
            );
            assert_eq!(got.join("&"), expect, "{value:?} {explode}");
        }
        assert!(form("color", &Flat::Absent, true, push_component).is_empty());
    }

    #[test]
    fn separators_in_names_and_values_are_encoded() {
        let value = Value::from("a&b=c");
        let flat = Flat::new(&value).unwrap();
        assert_eq!(
            form("x&y", &flat, true, push_component),
            ["x%26y=a%26b%3Dc"]
        );
        assert_eq!(form("x[]", &flat, true, push_reserved), ["x%5B%5D=a%26b=c"]);
    }
}
