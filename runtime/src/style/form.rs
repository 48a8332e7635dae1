//! The style `form` of queries and cookies: `color=blue,black,brown`, exploded
//! `color=blue&color=black&color=brown`.

use super::{Encode, Flat, Pairs, alternating, push_list};
use crate::uri::percent;

/// Appends the pairs `name=value`.
pub(crate) fn form(
    out: &mut Pairs<'_>,
    name: &str,
    value: &Flat<'_>,
    explode: bool,
    encode: Encode,
) {
    match value {
        Flat::Absent => {}
        Flat::Scalar(text) => pair(out, name, text, encode),
        Flat::Array(items) if explode => {
            for item in items {
                pair(out, name, item, encode);
            }
        }
        Flat::Object(pairs) if explode => {
            for (name, value) in pairs {
                pair(out, name, value, encode);
            }
        }
        Flat::Array(items) => joined(out, name, items.iter().map(AsRef::as_ref), ",", encode),
        Flat::Object(pairs) => joined(out, name, alternating(pairs), ",", encode),
    }
}

/// Appends `name=value`. Names are always encoded.
pub(super) fn pair(out: &mut Pairs<'_>, name: &str, value: &str, encode: Encode) {
    joined(out, name, std::iter::once(value), "", encode);
}

/// Appends `name=one,two` with any separator.
pub(super) fn joined<'t>(
    out: &mut Pairs<'_>,
    name: &str,
    values: impl Iterator<Item = &'t str>,
    separator: &str,
    encode: Encode,
) {
    let out = out.next();
    percent::push_component(out, name);
    out.push('=');
    push_list(out, values, separator, encode);
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::Value;
    use crate::uri::percent::{push_component, push_reserved};

    fn run(name: &str, value: &Flat<'_>, explode: bool, encode: Encode) -> String {
        let mut out = String::new();
        form(&mut Pairs::of_query(&mut out), name, value, explode, encode);
        out
    }

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
            let flat = Flat::new(&value).unwrap();
            let got = run("color", &flat, explode, push_component);
            assert_eq!(got, expect, "{value:?} {explode}");
        }
        assert_eq!(run("color", &Flat::Absent, true, push_component), "");
    }

    #[test]
    fn separators_in_names_and_values_are_encoded() {
        let value = Value::from("a&b=c");
        let flat = Flat::new(&value).unwrap();
        assert_eq!(run("x&y", &flat, true, push_component), "x%26y=a%26b%3Dc");
        assert_eq!(run("x[]", &flat, true, push_reserved), "x%5B%5D=a%26b=c");
    }
}
