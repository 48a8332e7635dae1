//! The token: it goes into one header and never into anything that is shown, whatever the server
//! does with it.

use std::time::Duration;

use partner_center::Client;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::{Limits, RetryPolicy};

use crate::support::echoes::echoes;
use crate::support::refusing::Refusing;
use crate::support::samples::{bodies, education};
use crate::support::shown::{PART, Shown};
use crate::support::{Answer, CUSTOMER, Scene, Server, TOKEN, Via, builder};

/// A token that can be a name in XML.
const NAME: &str = "s3cr3t-name.of_7";

const JSON: &str = "application/json";

#[test]
fn no_outcome_shows_the_token() {
    let limits = Limits::default().body(5000);
    for via in Via::ALL {
        let mut shown = Shown::default();
        for token in [TOKEN, NAME] {
            for (name, answer) in echoes(token) {
                let scene = Scene::new([answer]).token(token).limits(limits.clone());
                let played = scene.play(via);
                shown.outcome(&format!("{via:?} {name}"), &played.outcome);
                let sent = played.request().header("authorization");
                assert_eq!(
                    sent,
                    Some(format!("Bearer {token}").as_str()),
                    "it was sent, though"
                );
            }
        }
        shown.check();
    }
}

/// Spellings of the token that a JSON, XML or URL encoder makes, and those that mix them.
#[test]
fn no_spelling_of_the_token_is_shown() {
    let slash = TOKEN.replace('/', "\\/");
    let every = |spell: fn(char) -> String| TOKEN.chars().map(spell).collect::<String>();
    let spellings = [
        ("slash", slash.clone()),
        ("plus", TOKEN.replace('+', "\\u002b")),
        ("plus in capitals", TOKEN.replace('+', "\\u002B")),
        ("slash and plus", slash.replace('+', "\\u002b")),
        (
            "slash, plus and equals",
            slash.replace('+', "\\u002B").replace('=', "\\u003D"),
        ),
        (
            "query",
            TOKEN
                .replace('/', "%2F")
                .replace('+', "%2b")
                .replace('=', "%3D"),
        ),
        (
            "query with slash",
            TOKEN.replace('+', "%2B").replace('=', "%3D"),
        ),
        ("XML", TOKEN.replace('/', "&#47;").replace('+', "&#x2B;")),
    ];
    for via in Via::ALL {
        let mut shown = Shown::default();
        for (name, token) in &spellings {
            for body in [
                format!(r#"{{"error":"{token}"}}"#),
                format!(r#"{{"{token}":"#),
            ] {
                for status in [200, 400] {
                    let played = Scene::new([Answer::with_body(status, JSON, body.as_bytes())]);
                    shown.outcome(&format!("{via:?} {name}"), &played.play(via).outcome);
                }
            }
        }
        shown.check();
        let shown = every(|c| format!("\\u{:04x}", u32::from(c)));
        let body = format!(
            r#"{{"{}{shown}":{{}},"qualifications":{{"{shown}":"#,
            "x".repeat(50)
        );
        let outcome = Scene::new([Answer::with_body(200, JSON, body)])
            .play(via)
            .outcome;
        let mut shown = Shown::default();
        shown.outcome(&format!("{via:?} every character"), &outcome);
        shown.check();
    }
}

/// Text of two bytes a character is no hiding place.
#[test]
fn no_encoding_of_the_token_is_shown() {
    let body = format!(r#"{{"qualifications":"Bearer {TOKEN}"}}"#);
    let little: Vec<u8> = body.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = body.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for via in Via::ALL {
        let mut shown = Shown::default();
        for (name, content_type, bytes) in [
            (
                "little",
                "application/json; charset=utf-16le",
                little.clone(),
            ),
            ("big", "application/json; charset=utf-16be", big.clone()),
            ("guessed", "application/json", little.clone()),
            ("marked", "text/plain", [&b"\xff\xfe"[..], &little].concat()),
        ] {
            for status in [200, 500] {
                let answer = Answer::with_body(status, content_type, bytes.clone());
                let outcome = Scene::new([answer]).play(via).outcome;
                shown.outcome(&format!("{via:?} {name}"), &outcome);
            }
        }
        shown.check();
    }
}

#[test]
fn no_excerpt_cuts_the_token_in_two() {
    for via in Via::ALL {
        let body = format!("0123456789{TOKEN}");
        for limit in (8..40).step_by(3) {
            let answer = Answer::with_body(400, "text/plain", body.clone());
            let limits = Limits::default().excerpt(limit);
            let played = Scene::new([answer]).limits(limits).play(via);
            let mut shown = Shown::default();
            shown.outcome(&format!("{via:?} {limit}"), &played.outcome);
            shown.check();
            assert!(!shown.contains("s3c"), "{limit}");
        }
    }
}

#[test]
fn failures_without_an_answer() {
    for via in Via::ALL {
        let mut shown = Shown::default();
        let limits = Limits::default().attempt_timeout(Duration::from_millis(100));
        for answer in [Answer::raw("").holding(), Answer::raw(TOKEN).holding()] {
            let played = Scene::new([answer]).limits(limits.clone()).play(via);
            shown.outcome("timeout", &played.outcome);
        }
        let refusing = Refusing::new();
        let client = Client::builder().server(refusing.url()).bearer_token(TOKEN);
        let client = client
            .retry(RetryPolicy::never())
            .build()
            .expect("it can be built");
        let outcome = via.send(
            client
                .create_customer_qualifications("1", CUSTOMER)
                .code("x"),
        );
        shown.outcome("refused", &outcome);
        for customer in ["", ".."] {
            let outcome = via.send(client.create_customer_qualifications("1", customer));
            shown.outcome("refused value", &outcome);
        }
        shown.check();
    }
}

#[test]
fn nothing_before_a_call_shows_the_token() {
    let mut shown = Shown::default();
    let server = Server::start([]);
    shown.debug("builder", &builder(&server));
    let client = builder(&server).build().expect("it can be built");
    shown.debug("client", &client);
    for (body, _, _) in bodies(&education()) {
        let operation = client
            .create_customer_qualifications("1", CUSTOMER)
            .body(body);
        shown.debug("operation", &operation);
        shown.debug(
            "request",
            &operation.request().expect("the request can be made"),
        );
    }
    shown.debug("body", &Body::Json(education()));
    shown.check();
}

/// A token that cannot be sent is not quoted in the error about it.
#[test]
fn a_token_that_cannot_be_sent() {
    let bad = ["\r\nX: y", " ", "\0", "é", "\u{7f}"].map(|end| format!("{TOKEN}{end}"));
    for token in bad.iter().map(String::as_str).chain([""]) {
        let error = Client::builder()
            .bearer_token(token)
            .build()
            .expect_err("it cannot be sent");
        let mut shown = Shown::default();
        shown.error(&format!("{:?}", token.len()), &error);
        shown.check();
    }
    for url in [
        format!("http://u:{PART}@h"),
        format!("http://h/?{PART}"),
        format!("{PART}://h"),
    ] {
        let builder = Client::builder().server(url);
        let mut shown = Shown::default();
        shown.debug("builder", &builder);
        shown.error("server", &builder.build().expect_err("it is not a server"));
        shown.check();
    }
}
