//! The in-memory transport: the same client without a network, and what only it can show: how long
//! the waits are, by a clock that nobody has to wait for.

use std::time::Duration;

use partner_center::Client;
use partner_center::runtime::transport::FailureKind;
use partner_center::runtime::transport::memory::Memory;
use partner_center::runtime::{ErrorKind, Limits, RetryPolicy, http};

use crate::support::samples::{bodies, education};
use crate::support::{CUSTOMER, TOKEN, Via};

const DONE: &str = r#"{"qualifications":[]}"#;

/// Returns a client of `memory`, for both ways of sending.
fn client(memory: &Memory, limits: Limits, retry: RetryPolicy) -> Client {
    let builder = Client::builder()
        .bearer_token(TOKEN)
        .limits(limits)
        .retry(retry);
    let builder = builder
        .transport(memory.clone())
        .blocking_transport(memory.clone());
    builder.build().expect("the client can be built")
}

fn plain(memory: &Memory) -> Client {
    client(memory, Limits::default(), RetryPolicy::default())
}

fn busy(retry_after: &str) -> http::Response<&'static str> {
    let response = http::Response::builder()
        .status(503)
        .header("retry-after", retry_after);
    response.body("busy").expect("the parts are valid")
}

/// Without `server`, requests go to the server of the description.
#[test]
fn requests_of_the_five_media_types() {
    for via in Via::ALL {
        for (body, content_type, bytes) in bodies(&education()) {
            let memory = Memory::new().reply(200, "text/json", DONE);
            let client = plain(&memory);
            let call = client
                .create_customer_qualifications("1", CUSTOMER)
                .code("a/b c?é%");
            via.send(call.body(body)).expect("the answer is read");
            let [request] = &memory.requests()[..] else {
                panic!("one request")
            };
            assert_eq!(
                request.uri().to_string(),
                format!(
                    "https://api.partnercenter.microsoft.com/v1/customers/{CUSTOMER}\
                     /qualifications?code=a%2Fb%20c%3F%C3%A9%25"
                ),
                "{via:?}"
            );
            assert_eq!(request.method(), "POST");
            assert_eq!(request.headers()["content-type"], content_type, "{via:?}");
            assert_eq!(
                request.headers()["authorization"],
                format!("Bearer {TOKEN}")
            );
            assert_eq!(&request.body()[..], bytes.as_bytes(), "{via:?}");
        }
    }
}

#[test]
fn retry_after_is_honoured() {
    // One second before the date of RFC 9110 §5.6.7.
    let start = Duration::from_secs(784_111_776);
    for via in Via::ALL {
        for (asked, expect) in [
            ("7", Duration::from_secs(7)),
            ("0", Duration::ZERO),
            ("86400", Duration::from_secs(30)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Duration::from_secs(1)),
            ("Sun, 06 Nov 1994 08:48:00 GMT", Duration::ZERO),
        ] {
            let memory = Memory::new().start_at(start).answer(busy(asked));
            let memory = memory.reply(200, "application/json", DONE);
            let call = plain(&memory);
            let call = call.create_customer_qualifications("1", CUSTOMER);
            via.send(call).expect("the second attempt is answered");
            assert_eq!(memory.sleeps(), [expect], "{via:?} {asked}");
        }
    }
}

#[test]
fn backoff_is_bounded_by_the_policy() {
    let policy = RetryPolicy::default()
        .attempts(4)
        .base_delay(Duration::from_secs(2));
    for via in Via::ALL {
        let memory = Memory::new()
            .reply(503, "text/plain", "busy")
            .fail(FailureKind::Connect)
            .fail(FailureKind::Timeout)
            .reply(200, "application/json", DONE);
        let client = client(&memory, Limits::default(), policy.clone());
        via.send(client.create_customer_qualifications("1", CUSTOMER))
            .expect("the fourth answers");
        let sleeps = memory.sleeps();
        assert_eq!(sleeps.len(), 3, "{via:?}");
        for (sleep, most) in sleeps.iter().zip([2, 4, 8]) {
            assert!(*sleep <= Duration::from_secs(most), "{via:?} {sleeps:?}");
        }
        let requests = memory.requests();
        assert!(
            requests
                .iter()
                .all(|request| request.headers() == requests[0].headers())
        );
    }
}

/// No wait goes beyond the time of the whole call: the answer that is here counts.
#[test]
fn the_whole_call_has_a_limit() {
    for via in Via::ALL {
        let memory = Memory::new()
            .latency(Duration::from_secs(4))
            .answer(busy("5"))
            .answer(busy("5"));
        let limits = Limits::default().total_timeout(Duration::from_secs(10));
        let client = client(&memory, limits, RetryPolicy::default().attempts(9));
        let call = client.create_customer_qualifications("1", CUSTOMER);
        let error = via.send(call).expect_err("both answers are errors");
        assert_eq!(memory.requests().len(), 2, "{via:?}");
        assert_eq!(memory.sleeps(), [Duration::from_secs(5)]);
        // The first attempt had all of the time, the second what the first and the wait left.
        let timeouts: Vec<_> = memory
            .bounds()
            .iter()
            .map(|bounds| bounds.timeout)
            .collect();
        assert_eq!(timeouts, [Duration::from_secs(10), Duration::from_secs(1)]);
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Timeout, 2),
            "{error}"
        );
    }
}

#[test]
fn limits_hold_in_memory() {
    for via in Via::ALL {
        let memory = Memory::new().reply(200, "application/json", DONE);
        let client = client(&memory, Limits::default().body(5), RetryPolicy::default());
        let error = via.send(client.create_customer_qualifications("1", CUSTOMER));
        assert_eq!(
            error.expect_err("too large").kind(),
            ErrorKind::Limit,
            "{via:?}"
        );
    }
}

/// A test that gives one transport is not surprised by another.
#[test]
fn no_other_transport_is_made() {
    let memory = Memory::new();
    let asynchronous = Client::builder()
        .bearer_token(TOKEN)
        .transport(memory.clone())
        .build();
    let blocking = Client::builder()
        .bearer_token(TOKEN)
        .blocking_transport(memory.clone())
        .build();
    for (via, client) in [(Via::Ureq, asynchronous), (Via::Reqwest, blocking)] {
        let client = client.expect("the client can be built");
        let error = via.send(client.create_customer_qualifications("1", CUSTOMER));
        let error = error.expect_err("there is no transport for this way");
        assert_eq!(error.kind(), ErrorKind::NoTransport, "{via:?}: {error}");
    }
    assert!(memory.requests().is_empty());
}

/// An operation can be sent by other means: it makes its request and reads the answer.
#[test]
fn without_any_transport() {
    let client = plain(&Memory::new());
    let call = client
        .create_customer_qualifications("1", CUSTOMER)
        .body(education());
    let request = call.request().expect("the request can be made");
    assert_eq!(request.headers()["accept"], "application/json");
    let response = http::Response::builder().header("ms-requestid", "r");
    let response = response.body(DONE.into()).expect("the parts are valid");
    let response = call.read(response).expect("the answer is read");
    assert_eq!(response.qualifications, Some(Vec::new()));
    assert_eq!(response.request_id(), Some("r"));
}
