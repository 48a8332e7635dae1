//! Headers of answers that a description gives a type: a name and a shape, constant data of generated
//! code, go in with the headers that came; a value comes out. What came is not changed.

use std::marker::PhantomData;

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};

use crate::codec::{self, DecodeError, DecodeLimits, DecodeReason, Model};
use crate::value::{Map, Value};

/// A header of an answer and the type of its value.
///
/// ```
/// use engross_runtime::ResponseHeader;
/// use engross_runtime::http::HeaderMap;
///
/// const LIMIT: ResponseHeader<i64> = ResponseHeader::new("X-Rate-Limit");
/// let mut headers = HeaderMap::new();
/// headers.insert("x-rate-limit", "60".parse().unwrap());
/// assert_eq!(LIMIT.read(&headers).unwrap(), Some(60));
/// ```
#[derive(Debug)]
pub struct ResponseHeader<T> {
    facts: Facts,
    value: PhantomData<fn() -> T>,
}

/// What does not depend on the type.
#[derive(Clone, Copy, Debug)]
struct Facts {
    name: &'static str,
    shape: Shape,
}

/// What the text of a value is made of (OAS 3.1 §4.8.12.3, style `simple`).
#[derive(Clone, Copy, Debug)]
enum Shape {
    Scalar,
    /// `blue,black`, with this for the comma.
    List(&'static str),
    /// `R,100,G,200`
    Alternating,
    /// `R=100,G=200`
    Pairs,
    /// A document of this media type.
    Document(&'static str),
}

impl<T> ResponseHeader<T> {
    /// Describes a header with a single value.
    pub const fn new(name: &'static str) -> Self {
        Self::of(name, Shape::Scalar)
    }

    /// Describes a header with a list of values.
    pub const fn list(name: &'static str) -> Self {
        Self::delimited(name, ",")
    }

    /// Describes a header with a list of values that has this, and no comma, between them.
    pub const fn delimited(name: &'static str, delimiter: &'static str) -> Self {
        Self::of(name, Shape::List(delimiter))
    }

    /// Describes a header with an object of values.
    pub const fn object(name: &'static str, explode: bool) -> Self {
        let shape = if explode {
            Shape::Pairs
        } else {
            Shape::Alternating
        };
        Self::of(name, shape)
    }

    /// Describes a header whose value is a document.
    pub const fn content(name: &'static str, media_type: &'static str) -> Self {
        Self::of(name, Shape::Document(media_type))
    }

    const fn of(name: &'static str, shape: Shape) -> Self {
        Self {
            facts: Facts { name, shape },
            value: PhantomData,
        }
    }

    /// Returns the name, for example `X-Rate-Limit`.
    pub fn name(&self) -> &'static str {
        self.facts.name
    }
}

impl<T: Model> ResponseHeader<T> {
    /// Reads the header; `None` where it did not come.
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let Some(value) = self.facts.find(headers) else {
            return Ok(None);
        };
        let read = match self.facts.shape {
            Shape::Document(media_type) => {
                let text = value.as_str().unwrap_or_default();
                codec::decode(text.as_bytes(), media_type, &DecodeLimits::default())
            }
            _ => codec::from_text_value(&value),
        };
        match read {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(self.facts.hide(headers, error).within(self.facts.name)),
        }
    }
}

impl Facts {
    fn find(&self, headers: &HeaderMap) -> Option<Value> {
        let mut lines = headers.get_all(self.name).iter().map(text);
        let first = lines.next()?;
        Some(match self.shape {
            Shape::Scalar | Shape::Document(_) => Value::String(first),
            Shape::List(delimiter) => {
                let lines = std::iter::once(first).chain(lines);
                // A date in a cookie has a comma, so each line is one (RFC 6265 §3).
                let items: Vec<String> = if SET_COOKIE.as_str().eq_ignore_ascii_case(self.name) {
                    lines.collect()
                } else {
                    lines.flat_map(|line| items(&line, delimiter)).collect()
                };
                Value::Array(items.into_iter().map(Value::String).collect())
            }
            Shape::Alternating => {
                let items = items(&first, ",");
                let pairs = items.chunks(2).map(|pair| (&pair[0], pair.get(1)));
                object(pairs.map(|(name, value)| (name.clone(), value.cloned())))
            }
            Shape::Pairs => object(items(&first, ",").into_iter().map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((&pair, ""));
                (name.to_owned(), Some(value.to_owned()))
            })),
        })
    }

    /// An error may quote what it cannot read, but no credential that a server repeats.
    fn hide(&self, headers: &HeaderMap, error: DecodeError) -> DecodeError {
        let mut lines = headers.get_all(self.name).iter();
        if !lines.any(HeaderValue::is_sensitive) {
            return error;
        }
        let problem = "it repeats a credential, so nothing of it is shown";
        DecodeError::new(DecodeReason::Syntax { problem })
    }
}

fn items(text: &str, delimiter: &str) -> Vec<String> {
    let items = text.split(delimiter).map(|item| item.trim().to_owned());
    items.filter(|item| !item.is_empty()).collect()
}

fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

fn object(pairs: impl Iterator<Item = (String, Option<String>)>) -> Value {
    let pairs = pairs.map(|(name, value)| (name, Value::String(value.unwrap_or_default())));
    Value::Object(pairs.collect::<Map<Value>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let lines = lines.iter();
        lines
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect::<Vec<(http::HeaderName, HeaderValue)>>()
            .into_iter()
            .fold(HeaderMap::new(), |mut map, (name, value)| {
                map.append(name, value);
                map
            })
    }

    #[test]
    fn values_have_types() {
        let headers = headers(&[
            ("x-number", "7"),
            ("x-flag", "true"),
            ("x-list", "1, 2"),
            ("x-list", "3"),
            ("x-bars", "1 | 2|3"),
            ("set-cookie", "a=1; Expires=Mon, 1 Jan"),
            ("set-cookie", "b=2"),
            ("x-object", "R,100,G,200"),
            ("x-pairs", "R=100,G=200"),
            ("x-json", "[1]"),
        ]);
        let number = ResponseHeader::<i64>::new("X-Number");
        assert_eq!(number.read(&headers).unwrap(), Some(7));
        assert!(ResponseHeader::<i64>::new("X-Flag").read(&headers).is_err());
        let flag = ResponseHeader::<bool>::new("X-Flag");
        assert_eq!(flag.read(&headers).unwrap(), Some(true));
        let list = ResponseHeader::<Vec<i64>>::list("X-List");
        assert_eq!(list.read(&headers).unwrap(), Some(vec![1, 2, 3]));
        let bars = ResponseHeader::<Vec<i64>>::delimited("X-Bars", "|");
        assert_eq!(bars.read(&headers).unwrap(), Some(vec![1, 2, 3]));
        let cookies = ResponseHeader::<Vec<String>>::list("Set-Cookie");
        assert_eq!(cookies.read(&headers).unwrap().unwrap().len(), 2);
        for header in [
            ResponseHeader::<Map<i64>>::object("X-Object", false),
            ResponseHeader::<Map<i64>>::object("X-Pairs", true),
        ] {
            let object = header.read(&headers).unwrap().unwrap();
            assert_eq!((object["R"], object["G"]), (100, 200));
        }
        let json = ResponseHeader::<Vec<i64>>::content("X-Json", "application/json");
        assert_eq!(json.read(&headers).unwrap(), Some(vec![1]));
        assert_eq!(
            ResponseHeader::<i64>::new("X-No").read(&headers).unwrap(),
            None
        );
    }

    #[test]
    fn an_error_names_the_header_and_the_place_in_it() {
        let headers = headers(&[
            ("x-list", "1, b"),
            ("x-object", "R,x"),
            ("x-json", "[1,{}]"),
        ]);
        let show = |read: Result<Option<_>, DecodeError>| read.unwrap_err().to_string();
        let number = ResponseHeader::<i64>::new("X-List").read(&headers);
        let text = number.unwrap_err().to_string();
        assert!(text.ends_with("at `X-List`"), "{text}");
        let text = show(ResponseHeader::<Vec<i64>>::list("X-List").read(&headers));
        assert!(text.ends_with("at `X-List[1]`"), "{text}");
        let object = ResponseHeader::<Map<i64>>::object("X-Object", false).read(&headers);
        let text = object.unwrap_err().to_string();
        assert!(text.ends_with("at `X-Object.R`"), "{text}");
        let text = show(ResponseHeader::content("X-Json", "application/json").read(&headers));
        assert!(text.contains("at `X-Json[1]`"), "{text}");
    }

    #[test]
    fn credentials_are_not_quoted() {
        let mut headers = headers(&[("x-a", "s3cret")]);
        headers.get_mut("x-a").unwrap().set_sensitive(true);
        let error = ResponseHeader::<i64>::new("X-A")
            .read(&headers)
            .unwrap_err();
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }
}
