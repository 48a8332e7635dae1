//! Whatever text a parameter has, it stays in its place and comes back when decoded.

use engross_runtime::Bytes;
use engross_runtime::http::Request;
use engross_runtime::private::{Parameter, RequestWriter, Style};
use engross_runtime::transport::memory::Memory;
use proptest::prelude::*;

use crate::support::{GET, Op, client};

static ID: Parameter = Parameter::new("id");
static RESERVED: Parameter = Parameter::new("id").allow_reserved();
static DEEP: Parameter = Parameter::new("id").style(Style::DeepObject);

fn request(write: impl Fn(&mut RequestWriter)) -> Option<Request<Bytes>> {
    client(&Memory::new()).request(&Op(&GET, write)).ok()
}

/// Decoded by hand, not by the library that encoded.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            out.push(u8::from_str_radix(&text[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

fn check_place(request: &Request<Bytes>) {
    assert_eq!(request.uri().scheme_str(), Some("https"));
    assert_eq!(request.uri().authority().unwrap(), "api.test");
    assert!(request.uri().to_string().is_ascii());
}

proptest! {
    #[test]
    fn in_a_path(text in any::<String>()) {
        let sent = request(|request| {
            request.path_text("/pets/");
            request.path(&ID, &text);
            request.path_text("/toys");
        });
        let vanishes = matches!(text.as_str(), "" | "." | "..");
        prop_assert_eq!(sent.is_none(), vanishes);
        if let Some(request) = sent {
            check_place(&request);
            let segments: Vec<_> = request.uri().path().split('/').collect();
            prop_assert_eq!(segments.len(), 5);
            prop_assert_eq!(decode(segments[3]), text);
            prop_assert!(request.uri().query().is_none());
        }
    }

    #[test]
    fn in_a_part_of_a_segment(text in any::<String>()) {
        let request = request(|request| {
            request.path_text("/v");
            request.path(&ID, &text);
        }).unwrap();
        check_place(&request);
        let segments: Vec<_> = request.uri().path().split('/').collect();
        prop_assert_eq!(segments.len(), 3);
        prop_assert_eq!(decode(segments[2]), format!("v{text}"));
    }

    #[test]
    fn in_a_query(text in any::<String>(), reserved in any::<bool>()) {
        let parameter = if reserved { &RESERVED } else { &ID };
        let request = request(|request| {
            request.path_text("/pets");
            request.query(parameter, &text);
            request.query(&ID, &1);
        }).unwrap();
        check_place(&request);
        prop_assert_eq!(request.uri().path(), "/base/pets");
        let pairs: Vec<_> = request.uri().query().unwrap().split('&').collect();
        prop_assert_eq!(pairs.len(), 2);
        let (name, value) = pairs[0].split_once('=').unwrap();
        prop_assert_eq!(name, "id");
        // With `allow_reserved` a triplet stays a triplet, and so means something else.
        if !reserved || !text.contains('%') {
            prop_assert_eq!(decode(value), text);
        }
    }

    #[test]
    fn as_a_name_in_a_query(text in any::<String>()) {
        let object = engross_runtime::Map::from_iter([(text.clone(), 1)]);
        let request = request(|request| {
            request.query(&ID, &object);
            request.query(&DEEP, &object);
        }).unwrap();
        check_place(&request);
        let query = request.uri().query().unwrap();
        let names: Vec<_> = query
            .split('&')
            .map(|pair| decode(pair.split_once('=').unwrap().0))
            .collect();
        prop_assert_eq!(names, [text.clone(), format!("id[{text}]")]);
    }

    #[test]
    fn in_a_header(text in any::<String>()) {
        let sent = request(|request| request.header(&ID, &text));
        let fits = text.trim_matches([' ', '\t']) == text
            && text.bytes().all(|byte| byte == b'\t' || (0x20..0x7f).contains(&byte));
        prop_assert_eq!(sent.is_some(), fits);
        if let Some(request) = sent {
            prop_assert_eq!(request.headers()["id"].as_bytes(), text.as_bytes());
            prop_assert_eq!(request.headers().len(), 2);
        }
    }

    #[test]
    fn in_a_cookie(text in any::<String>()) {
        let request = request(|request| {
            request.cookie(&ID, &text);
            request.cookie(&ID, &1);
        }).unwrap();
        let cookies = request.headers()["cookie"].to_str().unwrap().to_owned();
        let pairs: Vec<_> = cookies.split("; ").collect();
        prop_assert_eq!(pairs.len(), 2);
        prop_assert_eq!(decode(pairs[0].strip_prefix("id=").unwrap()), text);
    }
}
