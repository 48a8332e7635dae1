//! Which redirects are followed, and that nothing leaves its origin with a secret.

use engross_runtime::private::{Credential, OperationInfo, Parameter, RequestWriter};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ErrorKind};

use crate::support::{GET, Op, POST, builder, call, json, pets, redirect};

static SECURED: OperationInfo = OperationInfo::new("secured", "GET", "/pets")
    .accepts(&["application/json"])
    .security(&[&["token"]]);

#[test]
fn redirects_on_the_same_origin() {
    for (status, info, location, expect) in [
        (301, &GET, "/new", Some("https://api.test/new")),
        (
            302,
            &GET,
            "new?a=1#f",
            Some("https://api.test/base/new?a=1"),
        ),
        (
            303,
            &GET,
            "https://API.test:443/new",
            Some("https://api.test:443/new"),
        ),
        (307, &GET, "../new", Some("https://api.test/new")),
        (308, &GET, "/new", Some("https://api.test/new")),
        (307, &POST, "/new", Some("https://api.test/new")),
        (308, &POST, "/new", Some("https://api.test/new")),
        (301, &POST, "/new", None),
        (302, &POST, "/new", None),
        (303, &POST, "/new", None),
        (304, &GET, "/new", None),
        (300, &GET, "/new", None),
        (302, &GET, "https://u:p@api.test/new", None),
        (302, &GET, "", Some("https://api.test/base/pets")),
    ] {
        let memory = json(Memory::new().answer(redirect(status, location)), 200);
        let result = call(&memory, info);
        let followed = memory
            .requests()
            .get(1)
            .map(|request| request.uri().to_string());
        let followed = followed.map(|uri| uri.replace("API", "api"));
        assert_eq!(followed.as_deref(), expect, "{status} {location}");
        match expect {
            Some(_) => assert_eq!(result.unwrap().status(), 200),
            None => assert_eq!(result.unwrap_err().status().unwrap().as_u16(), status),
        }
    }
}

#[test]
fn method_headers_and_body_stay() {
    let memory = json(Memory::new().answer(redirect(308, "/new")), 200);
    let client = builder()
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    client.send_blocking(&Op(&POST, with_body)).unwrap();
    let requests = memory.requests();
    assert_eq!(requests[0].method(), requests[1].method());
    assert_eq!(requests[0].headers(), requests[1].headers());
    assert_eq!(requests[1].body(), "\"text\"");
}

type Write = fn(&mut RequestWriter);

fn with_body(request: &mut RequestWriter) {
    request.path_text("/pets");
    request.body("application/json", &"text".to_owned());
}

fn with_cookie(request: &mut RequestWriter) {
    request.path_text("/pets");
    request.cookie(&Parameter::new("sid"), &"1".to_owned());
}

#[test]
fn other_origins_get_no_credentials_and_no_bodies() {
    let client = |memory: &Memory| {
        builder()
            .credential("token", Credential::bearer("t0k"))
            .blocking_transport(memory.clone())
            .build()
            .unwrap()
    };
    for (info, write, location, followed) in [
        (&GET, pets as Write, "https://other.test/new", true),
        (&GET, pets, "http://api.test/new", false),
        (&GET, pets, "ftp://other.test/new", false),
        (&GET, with_cookie, "https://other.test/new", false),
        (&GET, with_body, "https://other.test/new", false),
        (&SECURED, pets, "https://other.test/new", false),
        (&SECURED, pets, "https://api.test:444/new", false),
        (&SECURED, pets, "//other.test/new", false),
        (&SECURED, pets, "https://api.test/new", true),
        (&POST, pets, "https://other.test/new", false),
    ] {
        let memory = json(Memory::new().answer(redirect(307, location)), 200);
        let result = client(&memory).send_blocking(&Op(info, write));
        assert_eq!(
            memory.requests().len() == 2,
            followed,
            "{} {location}",
            info.id()
        );
        if !followed {
            let error = result.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
            assert_eq!(error.headers().unwrap()["location"], location);
        }
    }
}

#[test]
fn redirects_end() {
    let memory = Memory::from_fn(|_| Ok(redirect(302, "/again").map(engross_runtime::Bytes::from)));
    let error = call(&memory, &GET).unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(memory.requests().len(), 6);
}

#[test]
fn plain_http_may_stay_plain() {
    let memory = json(
        Memory::new().answer(redirect(302, "http://other.test/")),
        200,
    );
    let client = Client::builder("http://api.test")
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    client.send_blocking(&Op(&GET, pets)).unwrap();
    assert_eq!(memory.requests()[1].uri(), "http://other.test/");
}
