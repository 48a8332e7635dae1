//! The style `simple` of paths and headers: `blue,black,brown`.

use super::{Encode, Flat, alternating, push_list, push_pairs};

/// Returns the value's text, or `None` where there is nothing to write.
pub(crate) fn simple(value: &Flat<'_>, explode: bool, encode: Encode) -> Option<String> {
    let mut out = String::new();
    match value {
        Flat::Absent => return None,
        Flat::Scalar(text) => encode(&mut out, text),
        Flat::Array(items) => push_list(&mut out, items.iter().map(AsRef::as_ref), ",", encode),
        Flat::Object(pairs) if explode => push_pairs(&mut out, pairs, ",", encode),
        Flat::Object(pairs) => push_list(&mut out, alternating(pairs), ",", encode),
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::{examples, push_raw};
    use super::*;
    use crate::Value;
    use crate::uri::percent::push_component;

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
            let got = simple(&Flat::new(&value).unwrap(), explode, push_component);
            assert_eq!(got.as_deref(), Some(expect), "{value:?} {explode}");
        }
        assert_eq!(simple(&Flat::Absent, true, push_component), None);
    }

    #[test]
    fn separators_in_values_are_encoded_where_the_place_encodes() {
        let value = Value::Array(vec!["a,b".into(), "c/d".into()]);
        let flat = Flat::new(&value).unwrap();
        assert_eq!(simple(&flat, false, push_component).unwrap(), "a%2Cb,c%2Fd");
        assert_eq!(simple(&flat, false, push_raw).unwrap(), "a,b,c/d");
    }
}
