//! The pairs `name=value` of one parameter, in whichever style of queries it has. A parameter and its
//! value go in, pairs come out: encoded for queries and forms, plain for parts of a multipart body.

use percent_encoding::percent_decode_str;

use super::{Encode, Flat, NoForm, deep_object, delimited, form};
use crate::parameter::{Parameter, Style};
use crate::uri::percent;
use crate::value::Value;

/// Returns the encoded pairs.
pub(crate) fn query_pairs(parameter: &Parameter, value: &Value) -> Result<Vec<String>, NoForm> {
    let encode: Encode = if parameter.allow_reserved {
        percent::push_reserved
    } else {
        percent::push_component
    };
    let style = parameter.style_or(Style::Form);
    let name = parameter.name;
    let is_empty = parameter.allow_empty && value.is_null();
    if style == Style::DeepObject && parameter.content.is_none() && !is_empty {
        return deep_object(name, value, encode);
    }
    let flat = if is_empty {
        Flat::Scalar("".into())
    } else {
        Flat::new(value)?
    };
    let explode = parameter.explodes(style);
    match style {
        Style::Form | Style::DeepObject => Ok(form(name, &flat, explode, encode)),
        Style::SpaceDelimited | Style::PipeDelimited if explode => {
            Ok(form(name, &flat, true, encode))
        }
        Style::SpaceDelimited => Ok(delimited(name, &flat, "%20", encode)),
        Style::PipeDelimited => Ok(delimited(name, &flat, "%7C", encode)),
        Style::Simple | Style::Label | Style::DottedLabel | Style::Matrix | Style::Cookie => {
            Err("its style has no form in a query")
        }
    }
}

/// Returns names and values as they are.
pub(crate) fn plain_pairs(
    parameter: &Parameter,
    value: &Value,
) -> Result<Vec<(String, String)>, NoForm> {
    let plain = Parameter {
        allow_reserved: false,
        ..*parameter
    };
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = query_pairs(&plain, value)?.into_iter().map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((&pair, ""));
        (decode(name), decode(value))
    });
    Ok(pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;

    #[test]
    fn values_may_be_empty_where_that_is_allowed() {
        static PLAIN: Parameter = Parameter::new("c");
        for style in [Style::Form, Style::PipeDelimited, Style::DeepObject] {
            let empty = Parameter::new("c").style(style).allow_empty();
            let pairs = query_pairs(&empty, &Value::Null).unwrap();
            assert_eq!(pairs, ["c="], "{style:?}");
        }
        assert!(query_pairs(&PLAIN, &Value::Null).unwrap().is_empty());
    }

    #[test]
    fn parts_of_a_multipart_body_are_not_encoded() {
        static COMMAS: Parameter = Parameter::new("c d").explode(false);
        static DEEP: Parameter = Parameter::new("c").style(Style::DeepObject);
        static SPACES: Parameter = Parameter::new("c")
            .style(Style::SpaceDelimited)
            .explode(false);
        for (parameter, value, expect) in [
            (
                &COMMAS,
                examples::array(),
                vec![("c d", "blue,black,brown")],
            ),
            (&SPACES, examples::array(), vec![("c", "blue black brown")]),
            (
                &DEEP,
                examples::object(),
                vec![("c[R]", "100"), ("c[G]", "200"), ("c[B]", "150")],
            ),
        ] {
            let pairs = plain_pairs(parameter, &value).unwrap();
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(n, v)| (n.as_str(), v.as_str()))
                .collect();
            assert_eq!(pairs, expect);
        }
    }
}
