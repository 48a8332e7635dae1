//! Forms by other hands: what the client writes is read by `form_urlencoded` and by Python's
//! `urllib.parse`.

use partner_center::models::CustomerQualification;
use partner_center::operations::CreateCustomerQualificationsBody as Body;

use crate::support::samples::{EDUCATION, accepted, education};
use crate::support::{Scene, Via, python};

const TEXTS: [&str; 8] = [
    "",
    " a  b ",
    "a+b&c=d;e%20f",
    "\r\n\t\0\u{b}",
    "é ß 日本 😀 \u{10ffff}",
    "~*-._!'()",
    "[\"x\"]",
    "\u{feff}\u{fffd}",
];

fn send(via: Via, model: CustomerQualification) -> Vec<u8> {
    let played = Scene::new([accepted()]).play_with(via, |op| op.body(Body::Form(model)));
    assert!(played.outcome.is_ok(), "{:?}", played.outcome);
    played.request().body.clone()
}

fn by_python(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    const SCRIPT: &str = "
import json, sys, urllib.parse
print(json.dumps(urllib.parse.parse_qsl(sys.stdin.read(), keep_blank_values=True,
    strict_parsing=True, errors='strict')))
";
    let json = python(SCRIPT, bytes)?;
    Some(serde_json::from_slice(&json).expect("the script writes JSON"))
}

#[test]
fn forms_are_read_by_others() {
    for via in Via::ALL {
        for text in TEXTS {
            let model = CustomerQualification {
                vetting_reason: Some(text.to_owned()),
                ..education()
            };
            let body = send(via, model);
            let mut expect = EDUCATION.map(|(name, text)| (name.to_owned(), text.to_owned()));
            expect[2].1 = text.to_owned();
            let read: Vec<_> = form_urlencoded::parse(&body).into_owned().collect();
            assert_eq!(read, expect, "{via:?} {text:?}");
            if let (Via::Ureq, Some(read)) = (via, by_python(&body)) {
                assert_eq!(read, expect, "{text:?}");
            }
        }
    }
}

/// Names need encoding too, and repeat for each item of a list.
#[test]
fn names_and_lists() {
    for via in Via::ALL {
        let mut model = CustomerQualification::default();
        model.additional_properties.insert("a b&c=é", "x");
        model
            .additional_properties
            .insert("list", vec!["1".into(), "2".into()]);
        let body = send(via, model);
        assert_eq!(body, b"a+b%26c%3D%C3%A9=x&list=1&list=2", "{via:?}");
        let read: Vec<_> = form_urlencoded::parse(&body).into_owned().collect();
        let expect = [("a b&c=é", "x"), ("list", "1"), ("list", "2")];
        assert_eq!(
            read,
            expect.map(|(name, text)| (name.to_owned(), text.to_owned()))
        );
    }
}
