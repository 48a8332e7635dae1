//! What a request is, byte for byte, in each of the five media types, with and without `code`.

use partner_center::models::CustomerQualification;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::{ErrorKind, Value};

use crate::support::samples::{accepted, bodies, education};
use crate::support::{CUSTOMER, Recorded, Scene, TOKEN, Via};

const CORRELATION: &str = "11111111-2222-4333-8444-555555555555";
const REQUEST: &str = "99999999-8888-4777-a666-555555555555";

fn check(request: &Recorded, target: &str, content_type: &str, body: &str, note: &str) {
    assert_eq!(request.line, format!("POST {target} HTTP/1.1"), "{note}");
    let length = body.len().to_string();
    let authorization = format!("Bearer {TOKEN}");
    for (name, expect) in [
        ("Authorization", authorization.as_str()),
        ("Content-Type", content_type),
        ("Accept", "application/json"),
        ("ms-correlationid", CORRELATION),
        ("ms-cv", "cV+1.2/3"),
        ("ms-requestid", REQUEST),
        ("Content-Length", length.as_str()),
    ] {
        assert_eq!(request.header(name), Some(expect), "{note} {name}");
    }
    assert_eq!(request.text(), body, "{note}");
}

#[test]
fn five_media_types_with_and_without_code() {
    let path = format!("/v1/customers/{CUSTOMER}/qualifications");
    for via in Via::ALL {
        for (body, content_type, bytes) in bodies(&education()) {
            for (code, query) in [(None, ""), (Some("VC-1"), "?code=VC-1")] {
                let played = Scene::new([accepted()]).play_with(via, |operation| {
                    let operation = operation
                        .ms_correlationid(CORRELATION)
                        .ms_cv("cV+1.2/3")
                        .ms_requestid(REQUEST)
                        .body(body.clone());
                    match code {
                        Some(code) => operation.code(code),
                        None => operation,
                    }
                });
                let note = format!("{via:?} {content_type} {code:?}");
                assert!(played.outcome.is_ok(), "{note}: {:?}", played.outcome);
                check(
                    played.request(),
                    &format!("{path}{query}"),
                    content_type,
                    bytes,
                    &note,
                );
            }
        }
    }
}

/// A model alone goes in the first media type that the description declares.
#[test]
fn json_is_the_default() {
    for via in Via::ALL {
        let played = Scene::new([accepted()]).play_with(via, |op| op.body(education()));
        let request = played.request();
        assert_eq!(
            request.header("Content-Type"),
            Some("application/json"),
            "{via:?}"
        );
        assert_eq!(request.text(), bodies(&education())[0].2, "{via:?}");
    }
}

#[test]
fn an_empty_model_is_an_empty_document() {
    let expected = [
        "{}",
        "{}",
        r#"<?xml version="1.0" encoding="utf-8"?><CustomerQualification/>"#,
        r#"<?xml version="1.0" encoding="utf-8"?><CustomerQualification/>"#,
        "",
    ];
    for via in Via::ALL {
        for ((body, content_type, _), expect) in bodies(&CustomerQualification::default())
            .into_iter()
            .zip(expected)
        {
            let played = Scene::new([accepted()]).play_with(via, |op| op.body(body));
            let request = played.request();
            assert_eq!(request.text(), expect, "{via:?} {content_type}");
            assert_eq!(
                request.header("Content-Type"),
                Some(content_type),
                "{via:?}"
            );
            let length = expect.len().to_string();
            assert_eq!(
                request.header("Content-Length"),
                Some(length.as_str()),
                "{via:?}"
            );
        }
    }
}

/// RFC 9110 §8.6: a POST without content says so.
#[test]
fn no_body_at_all() {
    for via in Via::ALL {
        let played = Scene::new([accepted()]).play(via);
        let request = played.request();
        assert_eq!(request.header("Content-Type"), None, "{via:?}");
        assert_eq!(
            request.header("Content-Length"),
            Some("0"),
            "{via:?} {:?}",
            request.headers
        );
        assert_eq!(request.text(), "", "{via:?}");
    }
}

/// What a format cannot express is an error before any connection, not another text.
#[test]
fn what_has_no_form_is_not_sent() {
    let mut character = education();
    character.vetting_reason = Some("a\u{b}b".into());
    let mut name = CustomerQualification::default();
    name.additional_properties.insert("no name", "x");
    let mut list = CustomerQualification::default();
    list.additional_properties.insert("list", vec![Value::Null]);
    let bodies = [
        ("U+000B", Body::Xml(character.clone())),
        ("U+000B", Body::TextXml(character)),
        ("no name", Body::Xml(name)),
        ("null", Body::Form(list)),
    ];
    for via in Via::ALL {
        for (expect, body) in bodies.clone() {
            let played = Scene::new([accepted()]).play_with(via, |op| op.body(body));
            let error = played.outcome.expect_err("the format has no form for it");
            assert_eq!(error.kind(), ErrorKind::Encode);
            assert!(error.to_string().contains(expect), "{error}");
            assert_eq!(played.connections, 0, "{via:?}");
        }
    }
}

/// The error names the property at fault, not one that was written after it.
#[test]
fn what_has_no_form_is_named() {
    let mut model = education();
    model.vetting_reason = Some("a\u{b}b".into());
    for via in Via::ALL {
        let played =
            Scene::new([accepted()]).play_with(via, |op| op.body(Body::Xml(model.clone())));
        let error = played.outcome.expect_err("XML has no vertical tab");
        assert!(
            error.to_string().contains("`vettingReason`"),
            "{via:?}: {error}"
        );
    }
}
