//! The style `matrix` of paths: `;color=blue,black,brown`.

use super::{Encode, Flat, alternating, push_list};

/// Returns the value's text, or `None` where there is nothing to write.
pub(crate) fn matrix(
    name: &str,
    value: &Flat<'_>,
    explode: bool,
    encode: Encode,
) -> Option<String> {
    let mut out = String::new();
    match value {
        Flat::Absent => return None,
        Flat::Scalar(text) => push(&mut out, name, text, encode),
        Flat::Array(items) if explode => {
            for item in items {
                push(&mut out, name, item, encode);
            }
        }
        Flat::Object(pairs) if explode => {
            for (name, value) in pairs {
                push(&mut out, name, value, encode);
            }
        }
        Flat::Array(items) => {
            push_name(&mut out, name, encode);
            push_list(&mut out, items.iter().map(AsRef::as_ref), ",", encode);
        }
        Flat::Object(pairs) => {
            push_name(&mut out, name, encode);
            push_list(&mut out, alternating(pairs), ",", encode);
        }
    }
    Some(out)
}

/// Without a value there is no `=` either (RFC 6570 §3.2.7).
fn push(out: &mut String, name: &str, value: &str, encode: Encode) {
    out.push(';');
    encode(out, name);
    if !value.is_empty() {
        out.push('=');
        encode(out, value);
    }
}

fn push_name(out: &mut String, name: &str, encode: Encode) {
    out.push(';');
    encode(out, name);
    out.push('=');
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;
    use crate::uri::percent::push_component;

    #[test]
    fn examples_of_the_specification() {
        for (value, explode, expect) in [
            (examples::empty(), false, ";color"),
            (examples::string(), false, ";color=blue"),
            (examples::array(), false, ";color=blue,black,brown"),
            (examples::object(), false, ";color=R,100,G,200,B,150"),
            (examples::empty(), true, ";color"),
            (examples::string(), true, ";color=blue"),
            (
                examples::array(),
                true,
                ";color=blue;color=black;color=brown",
            ),
            (examples::object(), true, ";R=100;G=200;B=150"),
        ] {
            let got = matrix(
                "color",
                &Flat::new(&value).unwrap(),
                explode,
                push_component,
            );
            assert_eq!(got.as_deref(), Some(expect), "{value:?} {explode}");
        }
        assert_eq!(matrix("color", &Flat::Absent, true, push_component), None);
    }
}
