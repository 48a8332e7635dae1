//! The styles `spaceDelimited` and `pipeDelimited` of queries: `color=blue%20black%20brown`.
//!
//! They are defined for arrays and objects that are not exploded. Scalars and exploded values are
//! written as in `form`, which they coincide with there.

use super::form::{form, joined};
use super::{Encode, Flat, alternating};

/// Returns the pairs `name=value` with an encoded `delimiter`.
pub(crate) fn delimited(
    name: &str,
    value: &Flat<'_>,
    delimiter: &str,
    encode: Encode,
) -> Vec<String> {
    match value {
        Flat::Absent | Flat::Scalar(_) => form(name, value, false, encode),
        Flat::Array(items) => {
            vec![joined(
                name,
                items.iter().map(AsRef::as_ref),
                delimiter,
                encode,
            )]
        }
        Flat::Object(pairs) => vec![joined(name, alternating(pairs), delimiter, encode)],
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::uri::percent::push_component;

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
            let got = delimited(
                "color",
                &Flat::new(&value).unwrap(),
                delimiter,
                push_component,
            );
            assert_eq!(got, [expect], "{value:?}");
        }
        assert!(delimited("color", &Flat::Absent, "%20", push_component).is_empty());
    }
}
