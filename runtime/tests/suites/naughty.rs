//! Naughty strings as values: they stay in their place and come back when a server decodes them.

use engross_runtime::http::Request;
use engross_runtime::private::{Parameter, Style};
use engross_runtime::{Bytes, ErrorKind, Map, Value};

use crate::operation::request;
use crate::{json, shared};

static ID: Parameter = Parameter::new("id");
static LABEL: Parameter = Parameter::new("id").style(Style::Label);
static MATRIX: Parameter = Parameter::new("id").style(Style::Matrix);
static DEEP: Parameter = Parameter::new("id").style(Style::DeepObject);
static PIPES: Parameter = Parameter::new("id").style(Style::PipeDelimited);

fn strings() -> Vec<String> {
    let Some(file) = shared("suites/naughty/blns.json") else {
        return Vec::new();
    };
    let strings = json(&file);
    let strings = strings.as_array().unwrap().iter();
    strings
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

/// Decodes as servers do, by another hand than the one that encoded.
fn decode(text: &str) -> String {
    let pair = format!("x={}", text.replace('+', "%2B"));
    let url = reqwest::Url::parse(&format!("http://h/?{pair}")).unwrap();
    url.query_pairs().next().unwrap().1.into_owned()
}

fn check_place(request: &Request<Bytes>, segments: usize) {
    let uri = request.uri();
    assert_eq!(uri.scheme_str(), Some("https"));
    assert_eq!(uri.authority().unwrap().as_str(), "api.test");
    assert_eq!(uri.path().split('/').count(), segments, "{uri}");
    // Another parser of URLs leaves the path as it is: nothing in it is a dot segment.
    let url = reqwest::Url::parse(&uri.to_string()).unwrap();
    assert_eq!(url.path(), uri.path());
    assert_eq!(url.host_str(), Some("api.test"));
    assert_eq!(url.fragment(), None);
}

#[test]
fn in_paths() {
    for text in strings() {
        for (parameter, head) in [(&ID, ""), (&LABEL, "."), (&MATRIX, ";id=")] {
            let sent = request(|request| {
                request.path_text("/a/");
                request.path(parameter, &text);
                request.path_text("/b");
            });
            match sent {
                Ok(request) => {
                    check_place(&request, 4);
                    let segment = request.uri().path().split('/').nth(2).unwrap();
                    let head = if text.is_empty() {
                        head.trim_end_matches('=')
                    } else {
                        head
                    };
                    assert_eq!(decode(segment.strip_prefix(head).unwrap()), text);
                }
                Err(error) => {
                    assert_eq!(
                        error.kind(),
                        ErrorKind::InvalidParameter,
                        "{text:?}: {error}"
                    );
                    let vanishes = format!("{head}{text}");
                    assert!(
                        ["", ".", ".."].contains(&vanishes.as_str()),
                        "{text:?}: {error}"
                    );
                }
            }
        }
    }
}

#[test]
fn in_queries() {
    for text in strings() {
        let list = vec![text.clone(), "z".to_owned()];
        let object: Map<Value> = Map::from_iter([(text.clone(), Value::from(text.as_str()))]);
        let sent = request(|request| {
            request.path_text("/a");
            request.query(&ID, &text);
            request.query(&ID, &list);
            request.query(&PIPES, &list);
            request.query(&DEEP, &object);
        });
        let request = sent.unwrap_or_else(|error| panic!("{text:?}: {error}"));
        check_place(&request, 2);
        let pairs: Vec<_> = request.uri().query().unwrap().split('&').collect();
        let pairs: Vec<(String, String)> = pairs
            .iter()
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(name, value)| (decode(name), decode(value)))
            .collect();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = [
            pair("id", &text),
            pair("id", &text),
            pair("id", "z"),
            pair("id", &format!("{text}|z")),
            pair(&format!("id[{text}]"), &text),
        ];
        assert_eq!(pairs, expected);
    }
}

#[test]
fn in_headers_and_cookies() {
    for text in strings() {
        let header = request(|request| request.header(&ID, &text));
        match header {
            Ok(request) => {
                let value = request.headers().get("id").unwrap();
                assert_eq!(value.as_bytes(), text.as_bytes());
                // What a recipient may strip or split would not come back (RFC 9110 §5.5).
                assert_eq!(text.trim_matches([' ', '\t']), text);
            }
            Err(error) => assert_eq!(
                error.kind(),
                ErrorKind::InvalidParameter,
                "{text:?}: {error}"
            ),
        }
        let cookie = request(|request| request.cookie(&ID, &text));
        match cookie {
            Ok(request) => {
                let value = request.headers().get("cookie").unwrap().to_str().unwrap();
                assert_eq!(decode(value.strip_prefix("id=").unwrap()), text);
                assert!(!value.contains([';', ',', ' ', '"']), "{value}");
            }
            Err(error) => assert_eq!(
                error.kind(),
                ErrorKind::InvalidParameter,
                "{text:?}: {error}"
            ),
        }
    }
}
