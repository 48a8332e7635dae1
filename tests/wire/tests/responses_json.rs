//! Answers in JSON: both media types, however their names are written, and what servers do to the
//! names and the kinds of properties.

use partner_center::models::{CustomerQualification, CustomerQualifications};
use partner_center::operations::CreateCustomerQualificationsAccept as Accept;
use partner_center::runtime::{ErrorKind, Number, Value};

use crate::support::samples::{JSON, education, null};
use crate::support::{Answer, Scene, Via};

/// Returns what is read from a 200 with this type and body.
fn read(via: Via, content_type: &str, body: impl Into<Vec<u8>>) -> CustomerQualifications {
    let answer = Answer::with_body(200, content_type, body);
    let played = Scene::new([answer]).play(via);
    played
        .outcome
        .unwrap_or_else(|error| panic!("{via:?} {content_type}: {error}"))
        .into_inner()
}

/// Returns the one qualification of an answer.
fn one(answer: CustomerQualifications) -> CustomerQualification {
    let mut items = answer.qualifications.expect("the property is there");
    assert_eq!(items.len(), 1);
    items.remove(0)
}

#[test]
fn media_types_in_all_spellings() {
    let body = format!(r#"{{"qualifications":[{JSON}]}}"#);
    for via in Via::ALL {
        for content_type in [
            "application/json",
            "text/json",
            "application/json; charset=utf-8",
            r#"Application/JSON; Charset="UTF-8""#,
            "TEXT/JSON;charset=utf-8;odata.metadata=minimal",
            "application/problem+json",
            "text/json ; a=\";charset=utf-16\"",
        ] {
            assert_eq!(
                one(read(via, content_type, body.clone())),
                education(),
                "{content_type}"
            );
        }
    }
}

/// The answer's own type counts, not the one asked for.
#[test]
fn the_answers_own_type_counts() {
    let body = format!(r#"{{"qualifications":[{JSON}]}}"#);
    for via in Via::ALL {
        for accept in [Accept::Json, Accept::TextJson, Accept::Xml, Accept::TextXml] {
            let answer = Answer::with_body(200, "text/json", body.clone());
            let played = Scene::new([answer]).play_with(via, |op| op.accept(accept));
            let response = played.outcome.expect("JSON is read whatever was asked for");
            assert_eq!(
                one(response.into_inner()),
                education(),
                "{via:?} {accept:?}"
            );
        }
    }
}

#[test]
fn character_sets() {
    let body = r#"{"qualifications":[{"vettingReason":"Größe"}]}"#;
    let latin1 = body
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
        .collect();
    let utf16 = |unit: fn(u16) -> [u8; 2]| body.encode_utf16().flat_map(unit).collect::<Vec<_>>();
    let with_mark = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
    let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
    let cases: [(&str, Vec<u8>); 6] = [
        ("application/json; charset=utf-8", body.into()),
        (
            "application/json",
            with_mark(b"\xef\xbb\xbf", body.as_bytes()),
        ),
        ("application/json; charset=iso-8859-1", latin1),
        ("application/json; charset=utf-16le", little.clone()),
        ("application/json", with_mark(b"\xff\xfe", &little)),
        ("application/json; charset=\"UTF-16BE\"", big),
    ];
    for via in Via::ALL {
        for (content_type, bytes) in cases.clone() {
            let model = one(read(via, content_type, bytes));
            assert_eq!(
                model.vetting_reason.as_deref(),
                Some("Größe"),
                "{via:?} {content_type}"
            );
        }
        let answer = Answer::with_body(200, "application/json; charset=klingon", body);
        let error = Scene::new([answer])
            .play(via)
            .outcome
            .expect_err("no such character set");
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert!(error.to_string().contains("klingon"), "{error}");
    }
}

#[test]
fn names_in_other_capitals() {
    let body = r#"{"Qualifications":[{"QUALIFICATION":"Education","VettingStatus":"Approved",
        "vettingcreatedate":"2020-12-04T20:54:24Z","VETTINGREASON":null}]}"#;
    for via in Via::ALL {
        let model = one(read(via, "application/json", body));
        let expect = CustomerQualification {
            qualification: Some("Education".into()),
            vetting_status: Some("Approved".into()),
            vetting_create_date: Some("2020-12-04T20:54:24Z".into()),
            additional_properties: null("vettingReason"),
            ..Default::default()
        };
        assert_eq!(model, expect, "{via:?}");
    }
}

#[test]
fn absent_null_and_empty_lists() {
    for via in Via::ALL {
        for (body, expect) in [
            ("{}", None),
            (r#"{"qualifications":null}"#, None),
            (r#"{"qualifications":[]}"#, Some(0)),
            (r#" {"qualifications" : [ {} , {} ] } "#, Some(2)),
        ] {
            let items = read(via, "application/json", body).qualifications;
            assert_eq!(items.map(|items| items.len()), expect, "{via:?} {body}");
        }
    }
}

/// Nothing of an unknown property is lost, at either level; numbers keep their spelling.
#[test]
fn unknown_properties_are_kept() {
    let body = r#"{"totalCount":1.50,"qualifications":[{"Website":"https://x.test/",
        "attributes":{"objectType":"Q","tags":[1,null,true]},"big":123456789012345678901234567890}],
        "links":null}"#;
    for via in Via::ALL {
        let answer = read(via, "application/json", body);
        let count = answer.additional_properties.get("totalCount");
        assert_eq!(
            count
                .and_then(Value::as_number)
                .map(ToString::to_string)
                .as_deref(),
            Some("1.50")
        );
        assert_eq!(
            answer.additional_properties.get("links"),
            Some(&Value::Null)
        );
        let model = one(answer);
        let names: Vec<_> = model
            .additional_properties
            .iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["Website", "attributes", "big"], "{via:?}");
        let big = model
            .additional_properties
            .get("big")
            .and_then(Value::as_number);
        assert_eq!(
            big.map(ToString::to_string).as_deref(),
            Some("123456789012345678901234567890")
        );
        let tags = model
            .additional_properties
            .get("attributes")
            .and_then(|value| value.get("tags"));
        let expect = [
            Value::Number(Number::from(1_u32)),
            Value::Null,
            Value::Bool(true),
        ];
        assert_eq!(tags.and_then(Value::as_array), Some(&expect[..]), "{via:?}");
    }
}

/// A body that is not what the description says fails with its place and stays at hand.
#[test]
fn wrong_shapes() {
    for via in Via::ALL {
        for (body, place) in [
            (
                r#"{"qualifications":[{},{"vettingStatus":7}]}"#,
                "qualifications[1].vettingStatus",
            ),
            (r#"{"qualifications":{}}"#, "qualifications"),
            ("[]", "object"),
            (r#"{"qualifications":[]"#, "stops in the middle"),
            (r#"{"qualifications":[]}}"#, "line 1, column 22"),
            ("{'qualifications':[]}", "line 1, column 2"),
            ("\"\"", "object"),
            ("null", "object"),
            ("true", "object"),
            (r#"{"qualifications":[null]}"#, "qualifications[0]"),
        ] {
            let answer = Answer::with_body(200, "application/json", body);
            let error = Scene::new([answer]).play(via).outcome.expect_err(body);
            assert_eq!(error.kind(), ErrorKind::Decode, "{via:?} {body}: {error}");
            assert!(error.to_string().contains(place), "{via:?} {body}: {error}");
            assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
            assert_eq!(error.body().map(|bytes| &bytes[..]), Some(body.as_bytes()));
        }
    }
}
