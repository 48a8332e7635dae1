//! The style `label` of paths: `.blue,black,brown`, exploded `.blue.black.brown`.

use super::{Encode, Flat, alternating, push_list, push_pairs};

/// Appends the value's text; nothing where there is none.
pub(crate) fn label(out: &mut String, value: &Flat<'_>, explode: bool, encode: Encode) {
    write(out, value, explode, if explode { "." } else { "," }, encode);
}

/// The same as it was before OAS 3.0.4 and 3.1.1: `.blue.black.brown`, exploded or not.
pub(crate) fn dotted_label(out: &mut String, value: &Flat<'_>, explode: bool, encode: Encode) {
    write(out, value, explode, ".", encode);
}

fn write(out: &mut String, value: &Flat<'_>, explode: bool, separator: &str, encode: Encode) {
    if matches!(value, Flat::Absent) {
        return;
    }
    out.push('.');
    match value {
        Flat::Absent => {}
        Flat::Scalar(text) => encode(out, text),
        Flat::Array(items) => push_list(out, items.iter().map(AsRef::as_ref), separator, encode),
        Flat::Object(pairs) if explode => push_pairs(out, pairs, separator, encode),
        Flat::Object(pairs) => push_list(out, alternating(pairs), separator, encode),
    }
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
            let mut got = String::new();
            let flat = Flat::new(&value).unwrap();
            label(&mut got, &flat, explode, push_component);
            assert_eq!(got, expect, "{value:?} {explode}");
        }
        let mut nothing = String::new();
        label(&mut nothing, &Flat::Absent, true, push_component);
        assert_eq!(nothing, "");
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
            let mut got = String::new();
            let flat = Flat::new(&value).unwrap();
            dotted_label(&mut got, &flat, explode, push_component);
            assert_eq!(got, expect, "{value:?} {explode}");
        }
    }
}
