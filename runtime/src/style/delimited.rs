//! The styles `spaceDelimited` and `pipeDelimited` of queries: `color=blue%20black%20brown`.
//!
//! They are defined for arrays and objects that are not exploded. Scalars and exploded values are
//! written as in `form`, which they coincide with there.

use super::form::{form, joined};
use super::{Encode, Flat, Pairs, alternating};

/// Appends the pairs `name=value` with an encoded `delimiter`.
pub(crate) fn delimited(
    out: &mut Pairs<'_>,
    name: &str,
    value: &Flat<'_>,
    delimiter: &str,
    encode: Encode,
) {
    match value {
        Flat::Absent | Flat::Scalar(_) => form(out, name, value, false, encode),
        Flat::Array(items) => {
            let items = items.iter().map(AsRef::as_ref);
            joined(out, name, items, delimiter, encode);
        }
        Flat::Object(pairs) => joined(out, name, alternating(pairs), delimiter, encode),
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::uri::percent::push_component;

    fn run(value: &Flat<'_>, delimiter: &str) -> String {
        let mut out = String::new();
        let mut pairs = Pairs::of_query(&mut out);
        delimited(&mut pairs, "color", value, delimiter, push_component);
        out
    }

    #[test]
    fn examples_of_the_specification() {
        for (value, delimiter, expect) in [
            (examples::array(), "%20", "color=blue%20black%20brown"),
            (
                examples::object(),
                "%20",
                "color=R%20100%20G%20200%20B%20150",
            ),
            (examples::array(), "%7C", "color=blue%7Cblack%7Cbrown"),
            (
                examples::object(),
                "%7C",
                "color=R%7C100%7CG%7C200%7CB%7C150",
            ),
            (examples::string(), "%7C", "color=blue"),
        ] {
            let flat = Flat::new(&value).unwrap();
            assert_eq!(run(&flat, delimiter), expect, "{value:?}");
        }
        assert_eq!(run(&Flat::Absent, "%20"), "");
    }
}
