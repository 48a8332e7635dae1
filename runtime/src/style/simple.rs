//! The style `simple` of paths and headers: `blue,black,brown`.

use super::{Encode, Flat, alternating, push_list, push_pairs};

/// Appends the value's text; nothing where there is none.
pub(crate) fn simple(out: &mut String, value: &Flat<'_>, explode: bool, encode: Encode) {
    match value {
        Flat::Object(pairs) if explode => push_pairs(out, pairs, ",", encode),
        _ => listed(out, value, ",", encode),
    }
}

/// The same with any separator, as Swagger 2.0 has them.
pub(crate) fn listed(out: &mut String, value: &Flat<'_>, separator: &str, encode: Encode) {
    match value {
        Flat::Absent => {}
        Flat::Scalar(text) => encode(out, text),
        Flat::Array(items) => push_list(out, items.iter().map(AsRef::as_ref), separator, encode),
        Flat::Object(pairs) => push_list(out, alternating(pairs), separator, encode),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{examples, push_raw};
    use super::*;
    use crate::Value;
    use crate::uri::percent::push_component;

    fn run(value: &Flat<'_>, explode: bool, encode: Encode) -> String {
        let mut out = String::new();
        simple(&mut out, value, explode, encode);
        out
    }

    #[test]
    fn examples_of_the_specification() {
        for (value, explode, expect) in [
            (examples::empty(), false, ""),
            (examples::string(), false, "blue"),
            (examples::array(), false, "blue,black,brown"),
            (examples::object(), false, "R,100,G,200,B,150"),
            (examples::string(), true, "blue"),
            (examples::array(), true, "blue,black,brown"),
            (examples::object(), true, "R=100,G=200,B=150"),
        ] {
            let got = run(&Flat::new(&value).unwrap(), explode, push_component);
            assert_eq!(got, expect, "{value:?} {explode}");
        }
        assert_eq!(run(&Flat::Absent, true, push_component), "");
    }

    #[test]
    fn separators_in_values_are_encoded_where_the_place_encodes() {
        let value = Value::Array(vec!["a,b".into(), "c/d".into()]);
        let flat = Flat::new(&value).unwrap();
        assert_eq!(run(&flat, false, push_component), "a%2Cb,c%2Fd");
        assert_eq!(run(&flat, false, push_raw), "a,b,c/d");
    }
}
