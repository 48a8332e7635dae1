//! How answers are read, and that nothing of them is lost.

use std::error::Error as _;
use std::time::{Duration, Instant};

use engross_runtime::http::Response;
use engross_runtime::transport::FailureKind;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Bytes, Error, ErrorKind, Limits, Value};

use crate::support::{GET, KEYED, Op, builder, call, client, pets};

fn reply(status: u16, content_type: &str, body: &str) -> Result<Value, Error> {
    let memory = Memory::new().reply(status, content_type, body.to_owned());
    call(&memory, &GET).map(engross_runtime::Response::into_inner)
}

#[test]
fn answers_are_read_by_their_own_type() {
    for content_type in [
        "application/json",
        "text/json",
        "Application/Problem+JSON; charset=utf-8",
    ] {
        assert_eq!(
            reply(200, content_type, "[1]").unwrap(),
            Value::from(vec![1.into()])
        );
    }
}

#[test]
fn a_missing_type_is_the_one_asked_for() {
    let memory = Memory::new().answer(Response::new("[1]"));
    assert_eq!(*call(&memory, &GET).unwrap(), Value::from(vec![1.into()]));
    let response = Response::new(Bytes::from("[1]"));
    let read = client(&Memory::new())
        .read(&Op(&GET, pets), response)
        .unwrap();
    assert_eq!(read.into_inner(), Value::from(vec![1.into()]));
}

#[test]
fn what_cannot_be_read_is_kept() {
    for (content_type, body, kind) in [
        ("text/html", "<p>", ErrorKind::UnsupportedMediaType),
        ("application/json", "{", ErrorKind::Decode),
        ("application/json", "", ErrorKind::Decode),
        ("application/json", "\u{fffd}", ErrorKind::Decode),
    ] {
        let error = reply(200, content_type, body).unwrap_err();
        assert_eq!(error.kind(), kind, "{content_type} {body:?}");
        assert_eq!(error.body().unwrap(), body);
        assert_eq!(error.headers().unwrap()["content-type"], content_type);
        assert_eq!(error.status().unwrap(), 200);
        assert!(error.source().is_some());
    }
}

#[test]
fn statuses_without_a_value_are_errors_with_everything() {
    let memory = Memory::new().reply(201, "application/json", r#"{"qualification":"Education"}"#);
    let error = call(&memory, &GET).unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::UnexpectedStatus, Some("getPets"))
    );
    let value: Value = error.decode().unwrap();
    assert_eq!(
        value.get("qualification").and_then(Value::as_str),
        Some("Education")
    );
    assert_eq!(
        error.to_string(),
        r#"getPets: unexpected status 201 Created: {"qualification":"Education"}"#
    );
}

#[test]
fn decoding_an_error_without_an_answer_says_so() {
    let error = call(&Memory::new().fail(FailureKind::Other), &GET).unwrap_err();
    let error = error.decode::<Value>().unwrap_err();
    assert!(error.to_string().contains("no answer"), "{error}");
}

#[test]
fn ids_come_from_the_server_else_from_the_request() {
    let response = Response::builder()
        .header("ms-requestid", "server")
        .body("null")
        .unwrap();
    let memory = Memory::new().answer(response);
    let response = call(&memory, &KEYED).unwrap();
    assert_eq!(response.request_id(), Some("server"));
    let sent = memory.requests()[0].headers()["ms-correlationid"].clone();
    assert_eq!(response.correlation_id(), sent.to_str().ok());
    assert_eq!(response.correlation_vector(), None);

    let memory = Memory::new().reply(400, "text/plain", "no");
    let error = call(&memory, &KEYED).unwrap_err();
    let sent = memory.requests()[0].headers()["ms-requestid"].clone();
    assert_eq!(error.request_id(), sent.to_str().ok());
    assert!(
        error.to_string().contains(sent.to_str().unwrap()),
        "{error}"
    );
}

#[test]
fn sizes_and_nesting_are_limited() {
    let limits = Limits::default().body(10).depth(3);
    for (body, kind) in [
        ("[[[1]]]", None),
        ("[[[[1]]]]", Some(ErrorKind::Limit)),
        ("[1,2,3,4,5]", Some(ErrorKind::Limit)),
    ] {
        let memory = Memory::new().reply(200, "application/json", body);
        let client = builder()
            .limits(limits.clone())
            .blocking_transport(memory)
            .build()
            .unwrap();
        let sent = client.send_blocking(&Op(&GET, pets));
        assert_eq!(sent.err().map(|error| error.kind()), kind, "{body}");
        let read = client.read(&Op(&GET, pets), Response::new(Bytes::from(body)));
        assert_eq!(read.err().map(|error| error.kind()), kind, "{body}");
    }
}

#[test]
fn times_without_end_do_not_reach_transports() {
    let endless = Duration::MAX;
    let limits = Limits::default()
        .connect_timeout(endless)
        .attempt_timeout(endless)
        .total_timeout(endless);
    let memory = Memory::new().reply(200, "application/json", "1");
    let client = builder().limits(limits).blocking_transport(memory.clone());
    let client = client.build().unwrap();
    client.send_blocking(&Op(&GET, pets)).unwrap();
    assert!(
        Instant::now()
            .checked_add(memory.bounds()[0].timeout)
            .is_some()
    );
    assert!(memory.bounds()[0].timeout < Duration::from_secs(u64::from(u32::MAX)));
}

#[test]
fn failures_of_transports_have_kinds() {
    for (failure, kind) in [
        (FailureKind::Connect, ErrorKind::Connect),
        (FailureKind::Timeout, ErrorKind::Timeout),
        (FailureKind::Truncated, ErrorKind::Truncated),
        (FailureKind::TooLarge, ErrorKind::Limit),
        (FailureKind::Other, ErrorKind::Transport),
    ] {
        let memory = Memory::new().fail(failure).fail(failure).fail(failure);
        let error = call(&memory, &GET).unwrap_err();
        assert_eq!(error.kind(), kind);
        assert!(error.source().is_some() && error.status().is_none());
    }
}

#[test]
fn errors_say_what_failed_and_where() {
    for (memory, expect) in [
        (
            Memory::new().reply(200, "application/json", "[1, x]"),
            "getPets: the body of the answer 200 OK cannot be read: ",
        ),
        (
            Memory::new().fail(FailureKind::Truncated),
            "getPets: the answer broke off: scripted failure Truncated",
        ),
        (
            Memory::new().fail(FailureKind::Other),
            "getPets: the transport failed: scripted failure Other",
        ),
    ] {
        let error = call(&memory, &GET).unwrap_err();
        assert!(error.to_string().starts_with(expect), "{error}");
    }
}
