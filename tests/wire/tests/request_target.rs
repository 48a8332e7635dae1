//! Values of parameters: percent-encoding in path and query, and what is refused before there is
//! any connection.

use partner_center::operations::CreateCustomerQualifications;
use partner_center::runtime::ErrorKind;

use crate::support::samples::{accepted, education};
use crate::support::{CUSTOMER, Scene, Via};

/// A value and its percent-encoding, which is the same in path and query.
const ENCODED: [(&str, &str); 8] = [
    ("a/b c?é%", "a%2Fb%20c%3F%C3%A9%25"),
    ("azAZ09-._~", "azAZ09-._~"),
    ("a&b=c+d#e", "a%26b%3Dc%2Bd%23e"),
    ("../..", "..%2F.."),
    ("%2e%2E", "%252e%252E"),
    (
        "!$'()*,;:@[]\\^`{|}\"<>",
        "%21%24%27%28%29%2A%2C%3B%3A%40%5B%5D%5C%5E%60%7B%7C%7D%22%3C%3E",
    ),
    ("\r\nX: y\0", "%0D%0AX%3A%20y%00"),
    ("日本😀", "%E6%97%A5%E6%9C%AC%F0%9F%98%80"),
];

#[test]
fn values_are_percent_encoded() {
    for via in Via::ALL {
        for (value, encoded) in ENCODED {
            let played = Scene::new([accepted()]).play_client(|client| {
                let call = client.create_customer_qualifications(value, value);
                via.send(call.code(value).body(education()))
            });
            assert_eq!(
                played.request().line,
                format!(
                    "POST /v{encoded}/customers/{encoded}/qualifications?code={encoded} HTTP/1.1"
                ),
                "{via:?}"
            );
        }
    }
}

#[test]
fn an_empty_code_is_still_there() {
    for via in Via::ALL {
        let played = Scene::new([accepted()]).play_with(via, |op| op.code(""));
        let expect = format!("/v1/customers/{CUSTOMER}/qualifications?code=");
        assert_eq!(played.request().target(), expect, "{via:?}");
    }
}

/// Expects an error that names the parameter and no connection.
fn refused(
    note: &str,
    parameter: &str,
    customer: &str,
    set_up: impl Fn(CreateCustomerQualifications<'_>) -> CreateCustomerQualifications<'_>,
) {
    for via in Via::ALL {
        let played = Scene::new([accepted()]).play_client(|client| {
            via.send(set_up(client.create_customer_qualifications("1", customer)))
        });
        let error = played.outcome.expect_err(note);
        assert_eq!(
            error.kind(),
            ErrorKind::InvalidParameter,
            "{via:?} {note}: {error}"
        );
        assert!(
            error.to_string().contains(parameter),
            "{via:?} {note}: {error}"
        );
        assert_eq!(error.operation(), Some("CreateCustomerQualifications"));
        assert_eq!(error.attempts(), 0);
        assert_eq!(played.connections, 0, "{via:?} {note}");
    }
}

#[test]
fn segments_that_would_vanish_are_refused() {
    for customer in ["", ".", ".."] {
        refused(&format!("{customer:?}"), "customer_id", customer, |op| op);
    }
}

/// A dot that is not the whole segment is harmless.
#[test]
fn dots_beside_other_text_are_sent() {
    for via in Via::ALL {
        for customer in ["...", "a..", ".a", "..."] {
            let played = Scene::new([accepted()]).play_client(|client| {
                via.send(client.create_customer_qualifications("..", customer))
            });
            let expect = format!("/v../customers/{customer}/qualifications");
            assert_eq!(played.request().target(), expect, "{via:?}");
        }
    }
}

#[test]
fn header_values_that_break_the_message_are_refused() {
    for value in [
        "a\r\nX-Injected: 1",
        "a\nb",
        "a\rb",
        "a\0b",
        "a\u{7f}",
        "é",
        " a",
        "a ",
    ] {
        refused(value, "ms-correlationid", CUSTOMER, |op| {
            op.ms_correlationid(value)
        });
        refused(value, "ms-cv", CUSTOMER, |op| op.ms_cv(value));
        refused(value, "ms-requestid", CUSTOMER, |op| op.ms_requestid(value));
    }
}

#[test]
fn without_a_token_nothing_is_sent() {
    use crate::support::Server;
    use partner_center::Client;

    for via in Via::ALL {
        let server = Server::start([accepted()]);
        let client = Client::builder()
            .server(server.url())
            .build()
            .expect("no token is fine");
        let call = client.create_customer_qualifications("1", CUSTOMER);
        let error = via.send(call).expect_err("the operation needs a token");
        assert_eq!(
            error.kind(),
            ErrorKind::MissingCredential,
            "{via:?}: {error}"
        );
        assert_eq!(server.stop(), 0, "{via:?}");
    }
}
