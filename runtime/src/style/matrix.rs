//! The style `matrix` of paths: `;color=blue,black,brown`.

use super::{Encode, Flat, alternating, push_list};

/// Appends the value's text; nothing where there is none.
pub(crate) fn matrix(
    out: &mut String,
    name: &str,
    value: &Flat<'_>,
    explode: bool,
    encode: Encode,
) {
    match value {
        Flat::Absent => {}
        Flat::Scalar(text) => push(out, name, text, encode),
        Flat::Array(items) if explode => {
            for item in items {
                push(out, name, item, encode);
            }
        }
        Flat::Object(pairs) if explode => {
            for (name, value) in pairs {
                push(out, name, value, encode);
            }
        }
        Flat::Array(items) => {
            push_name(out, name, encode);
            push_list(out, items.iter().map(AsRef::as_ref), ",", encode);
        }
        Flat::Object(pairs) => {
            push_name(out, name, encode);
            push_list(out, alternating(pairs), ",", encode);
        }
    }
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
            let mut got = String::new();
            let flat = Flat::new(&value).unwrap();
            matrix(&mut got, "color", &flat, explode, push_component);
            assert_eq!(got, expect, "{value:?} {explode}");
        }
        let mut nothing = String::new();
        matrix(&mut nothing, "color", &Flat::Absent, true, push_component);
        assert_eq!(nothing, "");
    }
}
