//! Headers and pairs of the query that a caller adds to single calls.

use engross_runtime::private::{Credential, OperationInfo, Parameter, RequestWriter};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ErrorKind};

use crate::support::{GET, KEYED, Op, POST, builder, client, json, pets, redirect};

static TRACE: Parameter = Parameter::new("X-Trace");
static PAGE: Parameter = Parameter::new("page");
static SESSION: Parameter = Parameter::new("session");

fn all(request: &mut RequestWriter) {
    pets(request);
    request.header(&TRACE, &"described".to_owned());
    request.query(&PAGE, &1);
    request.cookie(&SESSION, &"s".to_owned());
}

#[test]
fn they_are_sent_with_the_rest() {
    let plain = client(&Memory::new());
    let client = plain
        .with_header("x-trace", "mine")
        .with_header("X-Other", "a b")
        .with_header("Accept", "application/xml")
        .with_header("Cookie", "a=1; b=2")
        .with_query("a&b", "c d/é")
        .with_query("page", "2");
    let request = client.request(&Op(&GET, all)).unwrap();
    let header = |name: &str| request.headers()[name].to_str().unwrap();
    assert_eq!(
        request.uri().to_string(),
        "https://api.test/base/pets?page=1&a%26b=c%20d%2F%C3%A9&page=2"
    );
    assert_eq!(header("x-trace"), "mine");
    assert_eq!(header("x-other"), "a b");
    assert_eq!(header("accept"), "application/xml");
    assert_eq!(header("cookie"), "session=s; a=1; b=2");
    // The client that they were added to is as it was.
    let request = plain.request(&Op(&GET, pets)).unwrap();
    assert_eq!(request.headers().len(), 1, "{:?}", request.headers());
    assert_eq!(request.uri().query(), None);
}

#[test]
fn an_id_of_the_caller_is_kept() {
    let client = client(&Memory::new()).with_header("MS-RequestId", "mine");
    let request = client.request(&Op(&KEYED, pets)).unwrap();
    assert_eq!(request.headers()["ms-requestid"], "mine");
}

#[test]
fn what_cannot_be_sent_is_an_error_before_anything_is() {
    for (name, value) in [
        ("X-A", "a\r\nX-B: c"),
        ("X-A", "é"),
        ("X-A", " a"),
        ("X A", "a"),
        ("", "a"),
        ("Host", "evil.test"),
        ("Content-Length", "1"),
        ("content-type", "text/plain"),
        ("Transfer-Encoding", "chunked"),
        ("Connection", "close"),
    ] {
        let memory = json(Memory::new(), 200);
        let client = client(&memory)
            .with_header(name, value)
            .with_query("a", "b");
        let error = client.send_blocking(&Op(&POST, pets)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidParameter, "{name}");
        assert!(memory.requests().is_empty(), "{name}");
        let shown = error.to_string();
        assert!(
            !shown.contains(['\r', '\n']) && shown.contains(&name.to_owned()),
            "{shown}"
        );
    }
}

static BOTH: OperationInfo =
    OperationInfo::new("both", "GET", "/pets").security(&[&["token", "cookie"], &["token"]]);
static THREE: OperationInfo =
    OperationInfo::new("three", "GET", "/pets").security(&[&["token", "cookie", "key"]]);

#[test]
fn an_authorization_stands_for_one_credential() {
    let client = |credential: bool| {
        let builder = builder().blocking_transport(Memory::new());
        let builder = if credential {
            builder.credential("token", Credential::bearer("t0k"))
        } else {
            builder
        };
        builder
            .build()
            .unwrap()
            .with_header("Authorization", "Bearer mine")
    };
    for (client, info) in [
        (client(true), &BOTH),
        (client(false), &BOTH),
        (client(true), &GET),
    ] {
        let request = client.request(&Op(info, pets)).unwrap();
        let value = &request.headers()["authorization"];
        assert_eq!(value, "Bearer mine");
        assert!(value.is_sensitive());
    }
    let error = client(false).request(&Op(&THREE, pets)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredential);
}

/// Any header may be a secret of the caller's.
#[test]
fn they_go_to_no_other_origin() {
    let memory = Memory::new().answer(redirect(307, "https://other.test/pets"));
    let client = client(&memory).with_header("X-Custom", "s3cret");
    let error = client.send_blocking(&Op(&GET, pets)).unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(307));
    assert_eq!(memory.requests().len(), 1);
}

#[test]
fn secrets_of_single_calls_are_not_shown_either() {
    let memory = Memory::new().reply(400, "text/plain", "Bearer m1ne and c00kie");
    let client: Client = client(&memory)
        .with_header("Authorization", "Bearer m1ne")
        .with_header("Cookie", "session=c00kie");
    let error = client.send_blocking(&Op(&GET, pets)).unwrap_err();
    for shown in [
        error.to_string(),
        format!("{error:?}"),
        format!("{client:?}"),
    ] {
        assert!(
            !shown.contains("m1ne") && !shown.contains("c00kie"),
            "{shown}"
        );
    }
}
