//! No credential is ever shown, whatever a server or a transport says.

use std::error::Error as _;

use engross_runtime::http::{HeaderValue, Response};
use engross_runtime::private::{Credential, KeyPlace, OperationInfo};
use engross_runtime::transport::memory::Memory;
use engross_runtime::transport::{Failure, FailureKind};
use engross_runtime::{Bytes, Client, ErrorKind, Value};

use crate::support::{Op, builder, pets, run};

const TOKEN: &str = "s3cr+t/T0k3n==";
const PASSWORD: &str = "p4ss w\"rd";
const KEY: &str = "k&y 1";
/// `user:p4ss w"rd`.
const BASIC: &str = "dXNlcjpwNHNzIHcicmQ=";

static SECURED: OperationInfo = OperationInfo::new("secured", "GET", "/pets")
    .accepts(&["application/json"])
    .security(&[&["token", "key"]])
    .correlation_id("x-correlation");

fn client(memory: &Memory) -> Client {
    builder()
        .credential("token", Credential::bearer(TOKEN))
        .credential("basic", Credential::basic("user", PASSWORD))
        .credential("key", Credential::api_key(KeyPlace::Query("key"), KEY))
        .transport(memory.clone())
        .blocking_transport(memory.clone())
        .build()
        .unwrap()
}

/// Everything a server could repeat, in many spellings.
fn echo() -> String {
    let spellings = [
        TOKEN,
        "s3cr%2Bt%2fT0k3n%3d%3D",
        "s3cr\\u002Bt/T0k3n==",
        "s3cr+t\\/T0k3n==",
        PASSWORD,
        "p4ss w\\\"rd",
        "p4ss+w%22rd",
        "p4ss w&quot;rd",
        BASIC,
        KEY,
        "k%26y%201",
        "k%26y+1",
        "k\\u0026y 1",
        "k&amp;y 1",
    ];
    format!("you sent {}", spellings.join(" | "))
}

#[track_caller]
fn check(shown: &str) {
    for piece in [
        "s3cr", "T0k3n", "p4ss", "rd ", "dXNlc", "k&y", "k%26", "0026y", "amp;y",
    ] {
        assert!(!shown.contains(piece), "{piece:?} is in {shown}");
    }
}

fn echoing(status: u16) -> Response<String> {
    let mut response = Response::new(echo());
    *response.status_mut() = engross_runtime::http::StatusCode::from_u16(status).unwrap();
    let headers = response.headers_mut();
    headers.insert("x-echo", HeaderValue::from_static(TOKEN));
    headers.insert("x-correlation", HeaderValue::from_static(TOKEN));
    headers.insert("set-cookie", HeaderValue::from_static("sid=s3cr"));
    response
}

#[test]
fn servers_that_repeat_secrets() {
    for status in [401, 200] {
        let memory = Memory::new().answer(echoing(status));
        let error = client(&memory)
            .send_blocking(&Op(&SECURED, pets))
            .unwrap_err();
        check(&format!("{error} {error:?} {error:#?}"));
        assert!(
            error
                .source()
                .is_none_or(|source| !source.to_string().contains("s3cr"))
        );
        // The caller can still read what came.
        assert_eq!(error.headers().unwrap()["x-echo"], TOKEN);
        assert!(error.body().unwrap().starts_with(b"you sent"));
        let error = error.decode::<Value>().unwrap_err();
        check(&format!("{error} {error:?}"));
    }
}

#[test]
fn errors_of_reading_quote_no_piece_of_a_secret() {
    let body = format!("{{\"a\": \"{TOKEN}\" oops}}");
    let memory = Memory::new().reply(200, "application/json", body);
    let error = client(&memory)
        .send_blocking(&Op(&SECURED, pets))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    check(&format!("{error} {error:?}"));
    assert!(error.source().is_none());
}

#[test]
fn media_types_that_repeat_secrets() {
    let memory = Memory::new().reply(200, &format!("application/{TOKEN}"), "{}");
    let error = client(&memory)
        .send_blocking(&Op(&SECURED, pets))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnsupportedMediaType);
    check(&format!("{error} {error:?}"));
}

#[test]
fn values_that_repeat_secrets() {
    let body = format!("{{\"a\": \"{TOKEN}\", \"b\": \"p4ss w\\\"rd\"}}");
    let memory = Memory::new().reply(200, "application/json", body);
    let response = run(client(&memory).send(&Op(&SECURED, pets))).unwrap();
    check(&format!("{response:?} {response:#?}"));
    assert_eq!(response.get("a").and_then(Value::as_str), Some(TOKEN));
}

#[test]
fn transports_that_repeat_secrets() {
    let memory = Memory::from_fn(|request| {
        Err(Failure::new(
            FailureKind::Other,
            format!("cannot reach {}", request.uri()),
        ))
    });
    let error = client(&memory)
        .send_blocking(&Op(&SECURED, pets))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    check(&format!("{error} {error:?}"));
    assert!(error.to_string().contains("key=[redacted]"), "{error}");
    assert!(error.source().is_none());
}

#[test]
fn clients_and_requests_show_none() {
    let memory = Memory::new();
    let client = client(&memory);
    check(&format!("{client:?} {client:#?} {memory:?}"));
    let request = client.request(&Op(&SECURED, pets)).unwrap();
    assert_eq!(
        request.headers()["authorization"],
        format!("Bearer {TOKEN}")
    );
    check(&format!("{:?}", request.headers()));
}

#[test]
fn excerpts_are_bounded_and_stay_on_a_line() {
    let body = Bytes::from("a\n\u{1b}[2Jb".repeat(1000));
    let memory = Memory::new().reply(500, "text/plain", body);
    let error = client(&memory)
        .send_blocking(&Op(&SECURED, pets))
        .unwrap_err();
    let text = error.to_string();
    assert!(
        text.len() < 1200 && !text.contains(['\n', '\u{1b}']),
        "{text:?}"
    );
}
