//! Bodies that are read while they are sent: what the server sees, what is sent a second time, and
//! what goes wrong at the source.

use std::io::{self, Read};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, channel};
use std::task::{Context, Poll};
use std::time::Duration;

use engross_runtime::private::{OperationInfo, RequestWriter};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Body, Bytes, Client, ErrorKind, Limits, RetryPolicy};

use crate::server::{Exchange, Server};
use crate::support::{BOTH, GET, Op, POST, PUT, WIRE, Way};

const BINARY: &str = "application/octet-stream";

fn upload(info: &'static OperationInfo, body: Body) -> Op<impl Fn(&mut RequestWriter)> {
    Op(info, move |request: &mut RequestWriter| {
        request.body_stream(BINARY, &body);
    })
}

/// A server that answers with these statuses in turn and notes head and body of each request.
fn server(statuses: &'static [&'static str]) -> (Server, Receiver<(String, String)>) {
    let (sender, requests) = channel();
    let server = Server::start(move |exchange: &mut Exchange| {
        let body = exchange.text();
        sender.send((exchange.head.clone(), body)).unwrap();
        let status = statuses[exchange.index.min(statuses.len() - 1)];
        exchange.answer(status, "application/json", "{}");
    });
    (server, requests)
}

/// Yields a text byte by byte.
struct Slow(&'static [u8]);

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (first, rest) = self.0.split_at(self.0.len().min(1));
        self.0 = rest;
        buffer[..first.len()].copy_from_slice(first);
        Ok(first.len())
    }
}

/// Yields pieces, then an error.
struct Pieces(Vec<&'static str>, bool);

impl futures_core::Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if !self.0.is_empty() {
            return Poll::Ready(Some(Ok(Bytes::from(self.0.remove(0)))));
        }
        let fails = std::mem::take(&mut self.1);
        Poll::Ready(fails.then(|| Err(io::Error::other("the disk is gone"))))
    }
}

#[test]
fn bodies_are_announced_as_they_are() {
    for &way in WIRE {
        for (body, length) in [
            (Body::from("hello"), Some("5")),
            (Body::from_reader(Slow(b"hello")), None),
            (Body::from_reader(Slow(b"hello")).with_length(5), Some("5")),
            (
                Body::from_fn(|| Ok(&b"hello"[..])).with_length(5),
                Some("5"),
            ),
        ] {
            for info in [&POST, &GET] {
                // A reader of the round before is used up.
                if !body.is_available() {
                    continue;
                }
                let (server, requests) = server(&["200 OK"]);
                let client = server.client().build().unwrap();
                way.send(&client, &upload(info, body.clone())).unwrap();
                let (head, text) = requests.recv().unwrap();
                assert_eq!(text, "hello", "{way:?}: {head}");
                let expect = length.map(|length| format!("content-length: {length}"));
                let found = head.lines().find(|line| line.starts_with("content-length"));
                assert_eq!(found, expect.as_deref(), "{way:?}: {head}");
                let chunked = head.contains("transfer-encoding: chunked");
                assert_eq!(chunked, length.is_none(), "{way:?}: {head}");
                assert!(head.contains("content-type: application/octet-stream"));
            }
        }
    }
}

#[cfg(feature = "reqwest")]
#[test]
fn streams_are_sent_too() {
    let (server, requests) = server(&["200 OK"]);
    let client = server.client().build().unwrap();
    let body = Body::from_stream(Pieces(vec!["he", "", "llo"], false));
    Way::Async.send(&client, &upload(&POST, body)).unwrap();
    assert_eq!(requests.recv().unwrap().1, "hello");
    let reader = tokio::io::AsyncReadExt::chain(&b"he"[..], &b"llo"[..]);
    let body = Body::from_async_read(reader).with_length(5);
    Way::Async.send(&client, &upload(&POST, body)).unwrap();
    assert_eq!(requests.recv().unwrap().1, "hello");
}

#[test]
fn streams_cannot_be_waited_for_by_a_thread() {
    let body = || Body::from_stream(Pieces(vec!["a"], false));
    let memory = Client::builder("http://x.test").blocking_transport(Memory::new());
    let error = Way::Blocking.send(&memory.build().unwrap(), &upload(&POST, body()));
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Upload);
    if WIRE.contains(&Way::Blocking) {
        let (server, _requests) = server(&["200 OK"]);
        let client = server.client().build().unwrap();
        let error = Way::Blocking.send(&client, &upload(&POST, body()));
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Upload);
    }
}

#[test]
fn what_can_be_read_again_is_sent_again() {
    let policy = RetryPolicy::default().base_delay(Duration::ZERO);
    for &way in WIRE {
        for (body, info, status, sent) in [
            (Body::from_fn(|| Ok(&b"hello"[..])), &PUT, 200, 2),
            (Body::from_reader(&b"hello"[..]), &PUT, 503, 1),
            (Body::from_fn(|| Ok(&b"hello"[..])), &POST, 503, 1),
        ] {
            let (server, requests) = server(&["503 Busy", "200 OK"]);
            let client = server.client().retry(policy.clone()).build().unwrap();
            let answer = way.send(&client, &upload(info, body));
            let found = match &answer {
                Ok(response) => response.status(),
                Err(error) => error.status().unwrap(),
            };
            assert_eq!(
                (found.as_u16(), server.connections()),
                (status, sent),
                "{way:?}"
            );
            for _ in 0..sent {
                assert_eq!(requests.recv().unwrap().1, "hello");
            }
        }
    }
}

#[test]
fn a_reader_that_nobody_has_read_can_be_sent_again() {
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", address.local_addr().unwrap());
    drop(address);
    for &way in WIRE {
        let policy = RetryPolicy::default().base_delay(Duration::ZERO);
        let client = Client::builder(&url).retry(policy).build().unwrap();
        let body = Body::from_reader(&b"hello"[..]);
        let error = way.send(&client, &upload(&PUT, body.clone())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{way:?}");
        assert_eq!(error.attempts(), 3, "{way:?}");
        assert!(body.is_available(), "{way:?}");
    }
}

#[test]
fn redirects_are_followed_with_what_can_be_read_again() {
    for &way in WIRE {
        for (body, status) in [
            (Body::from_fn(|| Ok(&b"hello"[..])), 200),
            (Body::from_reader(&b"hello"[..]), 307),
        ] {
            let server = Server::start(|exchange| {
                exchange.body(|_| {});
                let head = "HTTP/1.1 307 Moved\r\nlocation: /y\r\ncontent-length: 0\r\n\
                            connection: close\r\n\r\n";
                if exchange.head.starts_with("post /y") {
                    exchange.answer("200 OK", "application/json", "1");
                } else {
                    exchange.write(head.as_bytes());
                }
            });
            let client = server.client().build().unwrap();
            let found = match way.send(&client, &upload(&POST, body)) {
                Ok(response) => response.status(),
                Err(error) => error.status().unwrap(),
            };
            assert_eq!(found, status, "{way:?}");
        }
    }
}

#[test]
fn sources_that_fail_are_told_apart() {
    struct Gone;
    impl Read for Gone {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let bodies = || {
        [
            (
                Body::from_reader(io::repeat(b'x').take(9).chain(Gone)),
                "gone",
            ),
            (
                Body::from_reader(&b"abc"[..]).with_length(9),
                "6 bytes shorter",
            ),
            (Body::from_reader(&b"abc"[..]).with_length(2), "longer"),
            (
                Body::from_fn(|| Err::<Gone, _>(io::Error::other("no file"))),
                "no file",
            ),
        ]
    };
    for &way in WIRE {
        for (body, problem) in bodies() {
            let (server, _requests) = server(&["200 OK"]);
            let client = server.client().build().unwrap();
            let error = way.send(&client, &upload(&PUT, body)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Upload, "{way:?}: {error:?}");
            assert!(error.to_string().contains(problem), "{way:?}: {error}");
        }
    }
    for &way in BOTH {
        for (body, problem) in bodies() {
            let memory = Memory::new().reply(200, "application/json", "{}");
            let client = Client::builder("http://x.test");
            let client = client.transport(memory.clone()).blocking_transport(memory);
            let client = client.build().unwrap();
            let error = way.send(&client, &upload(&PUT, body)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Upload, "{way:?}: {error:?}");
            assert!(error.to_string().contains(problem), "{way:?}: {error}");
        }
    }
}

#[test]
fn servers_that_take_nothing_run_out_of_time() {
    for &way in WIRE {
        let server = Server::start(|_| std::thread::sleep(Duration::from_secs(5)));
        let limits = Limits::default().idle_timeout(Duration::from_millis(300));
        let client = server.client().limits(limits).build().unwrap();
        // What fits into the buffers of the system is far less.
        let body = Body::from_reader(io::repeat(b'x').take(1 << 30)).with_length(1 << 30);
        let error = way.send(&client, &upload(&PUT, body)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{way:?}: {error:?}");
    }
}

#[test]
fn bare_requests_have_what_is_in_memory() {
    let client = Client::builder("http://x.test").build().unwrap();
    let reader = upload(&PUT, Body::from_reader(&b"abc"[..]));
    assert_eq!(
        client.request(&reader).unwrap_err().kind(),
        ErrorKind::Encode
    );
    let request = client.request_streaming(&reader).unwrap();
    assert_eq!(request.headers()["content-type"], BINARY);
    assert!(request.body().as_bytes().is_none());
    let whole = upload(&PUT, Body::from("abc"));
    assert_eq!(client.request(&whole).unwrap().body(), "abc");
}
