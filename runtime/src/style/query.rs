//! The pairs `name=value` of one parameter, in whichever style of queries it has. A parameter and its
//! value go in, pairs come out: encoded for queries and forms, plain for parts of a multipart body.

use percent_encoding::percent_decode_str;

use super::deep_object::SINGLE;
use super::{Encode, Flat, NoForm, Pairs, deep_object, delimited, form};
use crate::parameter::{Parameter, Style};
use crate::uri::percent;
use crate::value::Value;

/// A value to be written: a scalar by its text, any other as it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Given<'v> {
    Text(&'v str),
    Tree(&'v Value),
}

impl<'v> Given<'v> {
    /// Flattens the value; fails where an array or object holds another.
    pub(crate) fn flat(self) -> Result<Flat<'v>, NoForm> {
        match self {
            Self::Text(text) => Ok(Flat::Scalar(text.into())),
            Self::Tree(value) => Flat::new(value),
        }
    }

    fn is_null(self) -> bool {
        matches!(self, Self::Tree(Value::Null))
    }
}

/// Appends the encoded pairs.
pub(crate) fn push_query(
    out: &mut Pairs<'_>,
    parameter: &Parameter,
    value: Given<'_>,
) -> Result<(), NoForm> {
    let encode: Encode = if parameter.allow_reserved {
        percent::push_reserved
    } else {
        percent::push_component
    };
    let style = parameter.style_or(Style::Form);
    let name = parameter.name;
    let is_empty = parameter.allow_empty && value.is_null();
    if style == Style::DeepObject && parameter.content.is_none() && !is_empty {
        return match value {
            Given::Text(_) => Err(SINGLE),
            Given::Tree(value) => deep_object(out, name, value, encode),
        };
    }
    let flat = if is_empty {
        Flat::Scalar("".into())
    } else {
        value.flat()?
    };
    let explode = parameter.explodes(style);
    match style {
        Style::Form | Style::DeepObject => form(out, name, &flat, explode, encode),
        Style::SpaceDelimited | Style::PipeDelimited | Style::TabDelimited if explode => {
            form(out, name, &flat, true, encode);
        }
        Style::SpaceDelimited => delimited(out, name, &flat, "%20", encode),
        Style::PipeDelimited => delimited(out, name, &flat, "%7C", encode),
        Style::TabDelimited => delimited(out, name, &flat, "%09", encode),
        Style::Simple | Style::Label | Style::DottedLabel | Style::Matrix | Style::Cookie => {
            return Err("its style has no form in a query");
        }
    }
    Ok(())
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
    let mut query = String::new();
    push_query(&mut Pairs::of_query(&mut query), &plain, Given::Tree(value))?;
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    });
    Ok(pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;

    fn run(parameter: &Parameter, value: &Value) -> Result<String, NoForm> {
        let mut out = String::new();
        let mut pairs = Pairs::of_query(&mut out);
        push_query(&mut pairs, parameter, Given::Tree(value)).map(|()| out)
    }

    #[test]
    fn scalars_may_come_as_texts() {
        let text = Given::Text("a b");
        for (style, expect) in [
            (Style::Form, Ok("c=a%20b")),
            (Style::PipeDelimited, Ok("c=a%20b")),
            (Style::DeepObject, Err(SINGLE)),
        ] {
            let parameter = Parameter::new("c").style(style);
            let mut out = String::new();
            let done = push_query(&mut Pairs::of_query(&mut out), &parameter, text);
            assert_eq!(done.map(|()| out.as_str()), expect, "{style:?}");
        }
    }

    #[test]
    fn values_may_be_empty_where_that_is_allowed() {
        static PLAIN: Parameter = Parameter::new("c");
        for style in [Style::Form, Style::PipeDelimited, Style::DeepObject] {
            let empty = Parameter::new("c").style(style).allow_empty();
            assert_eq!(run(&empty, &Value::Null).unwrap(), "c=", "{style:?}");
        }
        assert_eq!(run(&PLAIN, &Value::Null).unwrap(), "");
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
