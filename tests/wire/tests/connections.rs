//! What goes wrong before there is an answer at all.

use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use partner_center::Client;
use partner_center::runtime::{ErrorKind, Limits};

use crate::support::refusing::Refusing;
use crate::support::{Answer, CUSTOMER, Scene, Server, TOKEN, Via, builder};

#[test]
fn connection_refused() {
    for via in Via::ALL {
        let refusing = Refusing::new();
        let client = Client::builder()
            .server(refusing.url())
            .bearer_token(TOKEN)
            .retry(partner_center::runtime::RetryPolicy::never())
            .build()
            .expect("the client can be built");
        let call = client
            .create_customer_qualifications("1", CUSTOMER)
            .ms_requestid("r-1");
        let error = via.send(call).expect_err("nobody listens");
        assert_eq!(error.kind(), ErrorKind::Connect, "{via:?}: {error}");
        assert_eq!(error.status(), None);
        assert_eq!(error.request_id(), Some("r-1"), "the id that was sent");
        assert_eq!(error.attempts(), 1);
    }
}

#[test]
fn what_is_not_http() {
    for via in Via::ALL {
        for (note, bytes) in [
            ("closed without a byte", &b""[..]),
            ("closed inside the status line", b"HTTP/1.1 20"),
            (
                "closed inside the headers",
                b"HTTP/1.1 200 OK\r\nContent-Ty",
            ),
            ("another protocol", b"220 mail.test ESMTP\r\n"),
            ("binary", b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03"),
            ("no status", b"HTTP/1.1\r\n\r\n"),
            ("a status of two digits", b"HTTP/1.1 20 OK\r\n\r\n"),
            (
                "a header without a colon",
                b"HTTP/1.1 200 OK\r\nnonsense\r\n\r\n",
            ),
            (
                "a length that is no number",
                b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
            ),
            (
                "two lengths",
                b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}}",
            ),
            (
                "a chunk size that is no number",
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
            ),
        ] {
            let played = Scene::new([Answer::raw(bytes)]).play(via);
            let error = played.outcome.expect_err(note);
            let kind = error.kind();
            let expected = matches!(kind, ErrorKind::Transport | ErrorKind::Truncated);
            assert!(expected, "{via:?} {note}: {kind:?} {error}");
            assert_eq!(played.connections, 1, "{via:?} {note}");
        }
    }
}

/// Endless headers end too.
#[test]
fn headers_without_end() {
    for via in Via::ALL {
        let mut bytes = b"HTTP/1.1 200 OK\r\n".to_vec();
        for index in 0..200_000 {
            bytes.extend_from_slice(format!("x-{index}: y\r\n").as_bytes());
        }
        let error = Scene::new([Answer::raw(bytes)])
            .play(via)
            .outcome
            .expect_err("too many");
        assert_eq!(error.kind(), ErrorKind::Transport, "{via:?}: {error}");
    }
}

/// A server that stops talking. The server never goes on, so however long this takes, the outcome
/// is the same.
#[test]
fn a_server_that_stops_talking() {
    let limits = Limits::default().attempt_timeout(Duration::from_millis(150));
    for via in Via::ALL {
        for (note, answer) in [
            ("before the status", Answer::raw("").holding()),
            (
                "inside the headers",
                Answer::raw("HTTP/1.1 200 OK\r\nConte").holding(),
            ),
            (
                "inside the body",
                Answer::with_body(200, "application/json", "{")
                    .claiming(10)
                    .holding(),
            ),
            (
                "inside a body without length",
                Answer::with_body(200, "application/json", "{")
                    .until_close()
                    .holding(),
            ),
        ] {
            let played = Scene::new([answer]).limits(limits.clone()).play(via);
            let error = played.outcome.expect_err(note);
            assert_eq!(error.kind(), ErrorKind::Timeout, "{via:?} {note}: {error}");
            assert_eq!(error.status(), None);
        }
    }
}

/// On an executor that is not `tokio`'s, the asynchronous transport says what it needs.
#[test]
fn without_a_tokio_runtime() {
    let server = Server::start([]);
    let client = builder(&server).build().expect("it can be built");
    let call = client.create_customer_qualifications("1", CUSTOMER);
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(outcome) = pin!(call.send()).poll(&mut context) else {
        panic!("there is nothing to wait for");
    };
    let error = outcome.expect_err("there is no runtime");
    assert!(error.to_string().contains("tokio"), "{error}");
    assert_eq!(server.stop(), 0);
}
