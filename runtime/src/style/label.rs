//! The style `label` of paths: `.blue,black,brown`, exploded `.blue.black.brown`.

use super::{Encode, Flat, alternating, push_list, push_pairs};

/// Returns the value's text, or `None` where there is nothing to write.
pub(crate) fn label(value: &Flat<'_>, explode: bool, encode: Encode) -> Option<String> {
    write(value, explode, if explode { "." } else { "," }, encode)
}

/// The same as it was before OAS 3.0.4 and 3.1.1: `.blue.black.brown`, exploded or not.
pub(crate) fn dotted_label(value: &Flat<'_>, explode: bool, encode: Encode) -> Option<String> {
    write(value, explode, ".", encode)
}

fn write(value: &Flat<'_>, explode: bool, separator: &str, encode: Encode) -> Option<String> {
    let mut out = String::from(".");
    match value {
        Flat::Absent => return None,
        Flat::Scalar(text) => encode(&mut out, text),
        Flat::Array(items) => {
            push_list(&mut out, items.iter().map(AsRef::as_ref), separator, encode);
        }
        Flat::Object(pairs) if explode => push_pairs(&mut out, pairs, separator, encode),
        Flat::Object(pairs) => push_list(&mut out, alternating(pairs), separator, encode),
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::uri::percent::push_component;

    #[test]
    fn examples_of_the_specification() {
        for (value, explode, expect) in [
            (examples::empty(), false, "."),
            (examples::string(), false, ".blue"),
            (examples::array(), false, ".blue,black,brown"),
            (examples::object(), false, ".R,100,G,200,B,150"),
            (examples::empty(), true, "."),
            (examples::string(), true, ".blue"),
            (examples::array(), true, ".blue.black.brown"),
            (examples::object(), true, ".R=100.G=200.B=150"),
        ] {
            let got = label(&Flat::new(&value).unwrap(), explode, push_component);
            assert_eq!(got.as_deref(), Some(expect), "{value:?} {explode}");
        }
        assert_eq!(label(&Flat::Absent, true, push_component), None);
    }

    /// The table of OAS 3.0.3 and 3.1.0.
    #[test]
    fn examples_of_earlier_specifications() {
        for (value, explode, expect) in [
            (examples::empty(), false, "."),
            (examples::string(), false, ".blue"),
            (examples::array(), false, ".blue.black.brown"),
            (examples::object(), false, ".R.100.G.200.B.150"),
            (examples::object(), true, ".R=100.G=200.B=150"),
        ] {
            let got = dotted_label(&Flat::new(&value).unwrap(), explode, push_component);
            assert_eq!(got.as_deref(), Some(expect), "{value:?} {explode}");
        }
    }
}
