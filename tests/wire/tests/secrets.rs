//! The token: it goes into one header and never into anything that is shown, whatever the server
//! does with it.

use std::error::Error as _;
use std::fmt::Debug;
use std::time::Duration;

use partner_center::models::CustomerQualification;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::{Limits, Value};
use partner_center::{Client, Error};

use crate::support::samples::{bodies, education};
use crate::support::{Answer, CUSTOMER, Outcome, Scene, Server, TOKEN, Via, builder};

/// A part of the token that no encoding changes; less than this tells nothing.
const PART: &str = "s3cr3t";

/// Everything that was shown, under a name each.
#[derive(Default)]
struct Shown(Vec<(String, String)>);

impl Shown {
    fn debug(&mut self, name: &str, value: &impl Debug) {
        self.0.push((format!("{name} {{:?}}"), format!("{value:?}")));
        self.0.push((format!("{name} {{:#?}}"), format!("{value:#?}")));
    }

    /// Takes in an error, its sources, and what becomes of reading its body.
    fn error(&mut self, name: &str, error: &Error) {
        self.debug(name, error);
        self.0.push((format!("{name} {{}}"), error.to_string()));
        self.debug(&format!("{name} headers"), &error.headers());
        let mut source = error.source();
        while let Some(inner) = source {
            self.debug(&format!("{name} source"), &inner);
            self.0.push((format!("{name} source {{}}"), inner.to_string()));
            source = inner.source();
        }
    }

    fn outcome(&mut self, name: &str, outcome: &Outcome) {
        let error = match outcome {
            Ok(response) => {
                self.debug(name, response);
                self.debug(&format!("{name} headers"), response.headers());
                return;
            }
            Err(error) => error,
        };
        self.error(name, error);
        for read in [
            error.decode::<CustomerQualification>().map(drop),
            error.decode::<Vec<String>>().map(drop),
            error.decode::<Value>().map(drop),
        ] {
            if let Err(error) = read {
                self.error(&format!("{name} decode"), &error);
            }
        }
    }

    /// Expects no part of the token, also not with something between its characters.
    fn check(&self) {
        assert!(!self.0.is_empty());
        let leaks = self.0.iter().filter(|(_, text)| leaks(text));
        let leaks: Vec<_> = leaks.map(|(name, text)| format!("{name}: {text:.400}")).collect();
        assert!(leaks.is_empty(), "the token is shown in {leaks:#?}");
    }
}

fn leaks(text: &str) -> bool {
    let plain: String = text.chars().filter(char::is_ascii_graphic).collect();
    plain.to_ascii_lowercase().contains(PART)
}

/// A token that can be a name in XML.
const NAME: &str = "s3cr3t-name.of_7";

const JSON: &str = "application/json";

/// Whole answers that repeat the token, with every status and every fault.
fn echoes(token: &str) -> Vec<(&'static str, Answer)> {
    let json = format!(r#"{{"qualifications":[{{"vettingReason":"{token}","x":"{token}"}}]}}"#);
    let names = format!(r#"{{"{token}":{{}},"qualifications":{{"{token}":1}}}}"#);
    let bad = format!(r#"{{"qualifications":[{{"{token}":"{token}","vettingStatus":1}}]}}"#);
    let page = format!("<b>{token}</b>");
    let header = |status| Answer::new(status).header("Content-Type", JSON).body("{}");
    let ids = |status| {
        let answer = header(status).header("MS-RequestId", token).header("ms-cv", token);
        answer.header("MS-CorrelationId", token)
    };
    vec![
        ("success", Answer::with_body(200, JSON, json.clone()).header("X-Echo", token)),
        ("created", Answer::with_body(201, JSON, json.clone())),
        ("page", Answer::with_body(401, "text/html", page).header("Set-Cookie", token)),
        ("capitals", Answer::with_body(404, "text/plain", token.to_uppercase().repeat(2))),
        ("challenge", header(401).header("WWW-Authenticate", &format!("Bearer realm=\"{token}\""))),
        ("ids", ids(404)),
        ("ids of a success", ids(200)),
        ("empty", Answer::with_body(200, JSON, "").header("X-Echo", token)),
        ("names", Answer::with_body(200, JSON, names)),
        ("unreadable", Answer::with_body(200, JSON, bad)),
        ("unfinished", Answer::with_body(200, JSON, format!(r#"{{"{token}":"{token}"#))),
        ("long", Answer::with_body(200, JSON, format!(r#"{{"{}{token}":"#, "x".repeat(50)))),
        ("wrong type", Answer::with_body(200, "text/html", token)),
        ("type", Answer::with_body(200, &format!("{token}/{token}"), "x")),
        ("character set", Answer::with_body(200, &format!("text/json; charset={token}"), "{}")),
        ("no type", Answer::new(200).body(token)),
        ("XML", Answer::with_body(200, "text/xml", format!("<A>{token}<b/></A>"))),
        ("XML names", Answer::with_body(200, "text/xml", format!("<A><{token}>&b;</{token}></A>"))),
        ("XML entity", Answer::with_body(200, "text/xml", format!("<A>&{token};</A>"))),
        ("oversized", Answer::with_body(200, JSON, json.repeat(100))),
        ("chunked", Answer::with_body(503, JSON, json.clone()).chunked(3)),
        ("truncated", Answer::with_body(200, JSON, json).claiming(1 << 12)),
        ("deep", Answer::with_body(200, JSON, format!(r#"{{"{token}":{}"#, "[".repeat(1000)))),
        ("redirect", header(307).header("Location", &format!("http://127.0.0.2:1/?{token}"))),
        ("redirect to a user", header(302).header("Location", &format!("http://{token}:x@h/"))),
        ("status", Answer::raw(format!("HTTP/1.1 {token}\r\n\r\n"))),
        ("reason", Answer::raw(format!("HTTP/1.1 418 {token}\r\nContent-Length: 0\r\n\r\n"))),
        ("header", Answer::raw(format!("HTTP/1.1 200 OK\r\n{token}\r\n\r\n"))),
        ("length", Answer::raw(format!("HTTP/1.1 200 OK\r\nContent-Length: {token}\r\n\r\n"))),
        ("garbage", Answer::raw(token)),
        ("closed", Answer::raw("")),
    ]
}

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
                assert_eq!(sent, Some(format!("Bearer {token}").as_str()), "it was sent, though");
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
        ("slash, plus and equals", slash.replace('+', "\\u002B").replace('=', "\\u003D")),
        ("query", TOKEN.replace('/', "%2F").replace('+', "%2b").replace('=', "%3D")),
        ("query with slash", TOKEN.replace('+', "%2B").replace('=', "%3D")),
        ("XML", TOKEN.replace('/', "&#47;").replace('+', "&#x2B;")),
    ];
    for via in Via::ALL {
        let mut shown = Shown::default();
        for (name, token) in &spellings {
            for body in [format!(r#"{{"error":"{token}"}}"#), format!(r#"{{"{token}":"#)] {
                for status in [200, 400] {
                    let played = Scene::new([Answer::with_body(status, JSON, body.as_bytes())]);
                    shown.outcome(&format!("{via:?} {name}"), &played.play(via).outcome);
                }
            }
        }
        shown.check();
        let shown = every(|c| format!("\\u{:04x}", u32::from(c)));
        let body = format!(r#"{{"{}{shown}":{{}},"qualifications":{{"{shown}":"#, "x".repeat(50));
        let outcome = Scene::new([Answer::with_body(200, JSON, body)]).play(via).outcome;
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
            ("little", "application/json; charset=utf-16le", little.clone()),
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
            assert!(!shown.0.iter().any(|(_, text)| text.contains("s3c")), "{limit}");
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
        let closed = Server::start([]);
        let client = builder(&closed).retry(partner_center::runtime::RetryPolicy::never());
        let client = client.build().expect("it can be built");
        drop(closed.stop());
        let outcome = via.send(client.create_customer_qualifications("1", CUSTOMER).code("x"));
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
        let operation = client.create_customer_qualifications("1", CUSTOMER).body(body);
        shown.debug("operation", &operation);
        shown.debug("request", &operation.request().expect("the request can be made"));
    }
    shown.debug("body", &Body::Json(education()));
    shown.check();
}

/// A token that cannot be sent is not quoted in the error about it.
#[test]
fn a_token_that_cannot_be_sent() {
    let bad = ["\r\nX: y", " ", "\0", "é", "\u{7f}"].map(|end| format!("{TOKEN}{end}"));
    for token in bad.iter().map(String::as_str).chain([""]) {
        let error = Client::builder().bearer_token(token).build().expect_err("it cannot be sent");
        let mut shown = Shown::default();
        shown.error(&format!("{:?}", token.len()), &error);
        shown.check();
    }
    for url in [format!("http://u:{PART}@h"), format!("http://h/?{PART}"), format!("{PART}://h")] {
        let builder = Client::builder().server(url);
        let mut shown = Shown::default();
        shown.debug("builder", &builder);
        shown.error("server", &builder.build().expect_err("it is not a server"));
        shown.check();
    }
}
