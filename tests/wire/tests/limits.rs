//! What a server cannot make the client do: keep more bytes than the limit, or nest without end.

use partner_center::Client;
use partner_center::models::CustomerQualification;
use partner_center::runtime::{Bytes, ErrorKind, Limits, Value, http};

use crate::support::{Answer, Scene, Via};

const LIMIT: usize = 1000;

fn list_of(length: usize) -> String {
    let frame = r#"{"qualifications":[],"pad":""}"#.len();
    format!(
        r#"{{"qualifications":[],"pad":"{}"}}"#,
        "x".repeat(length - frame)
    )
}

#[test]
fn bodies_above_the_limit() {
    let limits = Limits::default().body(LIMIT);
    for via in Via::ALL {
        let large = Answer::with_body(200, "application/json", list_of(LIMIT + 1));
        let huge = Answer::with_body(200, "application/json", list_of(10_000_000));
        for (note, answer) in [
            ("honest length", large.clone()),
            ("no length", large.clone().until_close()),
            ("chunks", large.chunked(100)),
            (
                "only claimed",
                Answer::with_body(200, "application/json", "{}").claiming(1 << 60),
            ),
            ("much, without length", huge.clone().until_close()),
            ("much, in chunks", huge.chunked(1 << 16)),
        ] {
            let played = Scene::new([answer]).limits(limits.clone()).play(via);
            let error = played.outcome.expect_err(note);
            assert_eq!(error.kind(), ErrorKind::Limit, "{via:?} {note}: {error}");
            assert!(
                error.to_string().contains("1000"),
                "{via:?} {note}: {error}"
            );
        }
    }
}

/// What comes after the claimed length is not part of the body, and no reason to read on.
#[test]
fn a_length_that_claims_less() {
    for via in Via::ALL {
        let answer = Answer::with_body(
            200,
            "application/json",
            list_of(LIMIT) + &"y".repeat(1 << 20),
        )
        .claiming(1000);
        let played = Scene::new([answer])
            .limits(Limits::default().body(LIMIT))
            .play(via);
        assert!(played.outcome.is_ok(), "{via:?}: {:?}", played.outcome);
    }
}

#[test]
fn a_body_at_the_limit() {
    for via in Via::ALL {
        let whole = Answer::with_body(200, "application/json", list_of(LIMIT));
        for answer in [
            whole.clone(),
            whole.clone().until_close(),
            whole.chunked(99),
        ] {
            let played = Scene::new([answer])
                .limits(Limits::default().body(LIMIT))
                .play(via);
            assert!(played.outcome.is_ok(), "{via:?}: {:?}", played.outcome);
        }
    }
}

/// 100,000 levels, in places that are read, kept and skipped over.
/// The last value tells whether the wrong kind of value shows before the depth does.
fn deep() -> [(&'static str, String, bool); 9] {
    const DEPTH: usize = 100_000;
    let open = "[".repeat(DEPTH);
    let array = format!("{open}{}", "]".repeat(DEPTH));
    let elements = format!("{}{}", "<a>".repeat(DEPTH), "</a>".repeat(DEPTH));
    [
        ("application/json", open.clone(), true),
        ("application/json", array.clone(), true),
        (
            "application/json",
            format!(r#"{{"qualifications":{open}"#),
            true,
        ),
        (
            "application/json",
            format!(r#"{{"qualifications":[{{"extra":{array}}}]}}"#),
            false,
        ),
        ("text/json", r#"{"a":"#.repeat(DEPTH), false),
        ("application/xml", elements.clone(), false),
        ("application/xml", "<a>".repeat(DEPTH), false),
        (
            "text/xml",
            format!("<A><qualifications>{elements}</qualifications></A>"),
            false,
        ),
        (
            "text/xml",
            format!("<A><extra>{elements}</extra></A>"),
            false,
        ),
    ]
}

#[test]
fn nesting_without_end() {
    for via in Via::ALL {
        for (content_type, body, is_wrong) in deep() {
            let answer = Answer::with_body(200, content_type, body);
            let error = Scene::new([answer])
                .play(via)
                .outcome
                .expect_err("too deep");
            let expect = if is_wrong {
                ErrorKind::Decode
            } else {
                ErrorKind::Limit
            };
            assert_eq!(error.kind(), expect, "{via:?} {content_type}: {error}");
            assert!(
                error.to_string().len() < 1000,
                "{via:?} {content_type}: {error}"
            );
        }
    }
}

/// The same where the caller chooses what an undocumented answer is read as.
#[test]
fn nesting_without_end_in_undocumented_answers() {
    let client = Client::builder()
        .build()
        .expect("no credentials are needed to read");
    let operation = client.create_customer_qualifications("1", "c");
    for (content_type, body, _) in deep() {
        let response = http::Response::builder()
            .status(201)
            .header("content-type", content_type);
        let response = response
            .body(Bytes::from(body))
            .expect("the parts are valid");
        let error = operation.read(response).expect_err("201 is not documented");
        assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
        let value = error.decode::<Value>().expect_err("too deep");
        assert_eq!(value.kind(), ErrorKind::Limit, "{content_type}: {value}");
        let models = [
            error.decode::<CustomerQualification>().map(drop),
            error.decode::<Vec<Vec<Value>>>().map(drop),
        ];
        for outcome in models {
            let kind = outcome.expect_err("too deep or wrong").kind();
            assert!(
                matches!(kind, ErrorKind::Limit | ErrorKind::Decode),
                "{content_type}: {kind:?}"
            );
        }
    }
}

/// The depth is a setting.
#[test]
fn nesting_at_the_limit() {
    for via in Via::ALL {
        for (depth, fits) in [(3, false), (4, true)] {
            let body = r#"{"extra":[[[]]]}"#;
            let answer = Answer::with_body(200, "application/json", body);
            let played = Scene::new([answer])
                .limits(Limits::default().depth(depth))
                .play(via);
            assert_eq!(
                played.outcome.is_ok(),
                fits,
                "{via:?} {depth}: {:?}",
                played.outcome
            );
        }
    }
}

/// Attributes, references and names are no way around the limits either.
#[test]
fn wide_documents_are_read_in_good_time() {
    let each = |write: fn(usize) -> String| (0..20_000).map(write).collect::<String>();
    let attributes = each(|index| format!(" a{index}='&amp;'"));
    let elements = each(|index| format!("<e{index}/>"));
    let names = each(|index| format!(r#""n{index}":1,"#));
    let body = format!("<A{attributes}>{elements}<qualifications/></A>");
    let json = format!(r#"{{{names}"qualifications":[]}}"#);
    for via in Via::ALL {
        for (content_type, body) in [("text/xml", &body), ("text/json", &json)] {
            let answer = Answer::with_body(200, content_type, body.as_bytes());
            let response = Scene::new([answer])
                .play(via)
                .outcome
                .expect("wide is not deep");
            assert_eq!(response.qualifications, Some(Vec::new()), "{via:?}");
        }
    }
}
