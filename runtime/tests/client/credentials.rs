//! Which credentials an operation is sent with, and what a builder refuses.

use engross_runtime::private::{Credential, KeyPlace, OperationInfo, Parameter};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ErrorKind};

use crate::support::{Op, builder, json, pets};

static EITHER: OperationInfo =
    OperationInfo::new("either", "GET", "/pets").security(&[&["basic", "key"], &["token"]]);
static OPTIONAL: OperationInfo =
    OperationInfo::new("optional", "GET", "/pets").security(&[&[], &["token"]]);
static OPEN: OperationInfo = OperationInfo::new("open", "GET", "/pets");

fn client(memory: &Memory, schemes: &[&'static str]) -> Client {
    let mut builder = builder().blocking_transport(memory.clone());
    for scheme in schemes {
        let credential = match *scheme {
            "basic" => Credential::basic("user", "pass"),
            "key" => Credential::api_key(KeyPlace::Header("X-Key"), "k3y"),
            "query" => Credential::api_key(KeyPlace::Query("key"), "a&b"),
            _ => Credential::bearer("t0k"),
        };
        builder = builder.credential(scheme, credential);
    }
    builder.build().unwrap()
}

#[test]
fn the_first_complete_alternative_is_used() {
    for (info, schemes, authorization, key) in [
        (
            &EITHER,
            &["basic", "key", "token"][..],
            Some("Basic dXNlcjpwYXNz"),
            Some("k3y"),
        ),
        (&EITHER, &["key", "token"], Some("Bearer t0k"), None),
        (&OPTIONAL, &["token"], Some("Bearer t0k"), None),
        (&OPTIONAL, &[], None, None),
        (&OPEN, &["token"], None, None),
    ] {
        let memory = json(Memory::new(), 204);
        client(&memory, schemes)
            .send_blocking(&Op(info, pets))
            .unwrap();
        let requests = memory.requests();
        let header = |name| {
            requests[0].headers().get(name).map(|value| {
                assert!(value.is_sensitive(), "{name}");
                value.to_str().unwrap()
            })
        };
        assert_eq!(
            header("authorization"),
            authorization,
            "{} {schemes:?}",
            info.id()
        );
        assert_eq!(header("x-key"), key, "{} {schemes:?}", info.id());
    }
}

#[test]
fn missing_credentials_are_named_before_anything_is_sent() {
    let memory = Memory::new();
    let error = client(&memory, &["key"])
        .send_blocking(&Op(&EITHER, pets))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredential);
    let text = error.to_string();
    assert!(text.contains("`basic` and `key`, or `token`"), "{text}");
    assert!(memory.requests().is_empty());
}

#[test]
fn keys_go_into_queries_and_cookies() {
    static QUERY: OperationInfo =
        OperationInfo::new("query", "GET", "/pets").security(&[&["query", "cookie"]]);
    let memory = json(Memory::new(), 204);
    let client = builder()
        .credential("query", Credential::api_key(KeyPlace::Query("key"), "a&b"))
        .credential(
            "cookie",
            Credential::api_key(KeyPlace::Cookie("sid"), "c00k"),
        )
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    let op = Op(
        &QUERY,
        |request: &mut engross_runtime::private::RequestWriter| {
            request.path_text("/pets");
            request.query(&Parameter::new("a"), &1);
            request.cookie(&Parameter::new("b"), &vec![1, 2]);
        },
    );
    client.send_blocking(&op).unwrap();
    let request = &memory.requests()[0];
    assert_eq!(request.uri().query(), Some("a=1&key=a%26b"));
    assert_eq!(request.headers()["cookie"], "b=1; b=2; sid=c00k");
    assert!(request.headers()["cookie"].is_sensitive());
}

#[test]
fn builders_refuse_what_cannot_work() {
    for (builder, expect) in [
        (
            Client::builder("https://user:s3cret@h/"),
            "user name or password",
        ),
        (Client::builder("nonsense"), "absolute"),
        (Client::builder("https://h/#s3cret"), "fragment"),
        (
            builder().credential("token", Credential::bearer("s3cret\n")),
            "`token`",
        ),
        (builder().server("ftp://h"), "http://"),
    ] {
        assert!(!format!("{builder:?}").contains("s3cret"));
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        let text = format!("{error} {error:?}");
        assert!(text.contains(expect) && !text.contains("s3cret"), "{text}");
    }
}
