//! Credentials: the first alternative that the client can serve, in the place described.

use engross_goldens::security::{Client, ClientBuilder};
use engross_runtime::Bytes;
use engross_runtime::http::Request;

use crate::support::header;

fn client(set_up: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = set_up(Client::builder().server("https://api.test"));
    builder.build().expect("the client can be built")
}

/// Returns target, `Authorization` and `X-Api-Key`.
fn shown(request: &Request<Bytes>) -> (String, Option<String>, Option<String>) {
    let target = request.uri().path_and_query().expect("there is a path");
    (
        target.to_string(),
        header(request, "authorization"),
        header(request, "x-api-key"),
    )
}

#[test]
fn alternatives() {
    let basic = || Some("Basic dXNlcjpwYXNz".to_owned());
    let bearer = || Some("Bearer t".to_owned());
    for (client, target, authorization) in [
        (client(|it| it), "/either", None),
        (client(|it| it.bearer_token("t")), "/either", bearer()),
        (client(|it| it.basic_auth("user", "pass")), "/either", None),
        (
            client(|it| it.basic_auth("user", "pass").query_key("a&b")),
            "/either?key=a%26b",
            basic(),
        ),
        (
            client(|it| {
                it.basic_auth("user", "pass")
                    .query_key("k")
                    .bearer_token("t")
            }),
            "/either",
            bearer(),
        ),
    ] {
        let request = client.either().request().expect("one alternative fits");
        assert_eq!(shown(&request), (target.to_owned(), authorization, None));
    }
}

#[test]
fn only_where_asked_for() {
    let client = client(|it| it.api_key("k").bearer_token("t").cookie_key("c"));
    let open = client.open().request().expect("nothing is needed");
    assert_eq!(open.headers().len(), 0, "{:?}", open.headers());
    let inherits = client.inherits().request().expect("the key is known");
    let key = Some("k".to_owned());
    assert_eq!(shown(&inherits), ("/inherits".to_owned(), None, key));
    assert!(inherits.headers()["x-api-key"].is_sensitive());
}

#[test]
fn a_credential_that_is_missing_is_an_error_and_not_a_request() {
    let client = client(|it| it.bearer_token("t"));
    assert!(client.inherits().request().is_err());
}

/// RFC 9110 §11.4; the certificate beside it is the transport's business.
#[test]
fn other_schemes_of_http() {
    let client = client(|it| it.negotiate_credentials("a87421000492aa874209af8bc028"));
    let request = client.certificate().request().expect("it is given");
    let expect = "Negotiate a87421000492aa874209af8bc028";
    assert_eq!(header(&request, "authorization").as_deref(), Some(expect));
}

#[test]
fn a_single_call_may_bring_its_own() {
    let client = client(|it| it.bearer_token("t"));
    let call = client.with_header("Authorization", "Bearer u");
    let request = call.either().request().expect("it is given");
    assert_eq!(
        header(&request, "authorization").as_deref(),
        Some("Bearer u")
    );
    let request = client.either().request().expect("it is given");
    assert_eq!(
        header(&request, "authorization").as_deref(),
        Some("Bearer t")
    );
}
