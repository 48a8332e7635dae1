//! Bodies that are read while they come: piece by piece, within limits, and errors as anywhere else.

use std::time::{Duration, Instant};

use engross_runtime::transport::FailureKind;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ErrorKind, Limits, RetryPolicy};

use crate::server::{Exchange, Server};
use crate::support::{BOTH, WIRE, plain};

const BINARY: &str = "application/octet-stream";

#[cfg(any(feature = "reqwest", feature = "ureq"))]
#[test]
fn pieces_come_before_the_end() {
    let (sender, receiver) = std::sync::mpsc::channel();
    let receiver = std::sync::Mutex::new(receiver);
    let server = Server::start(move |exchange| {
        exchange.begin_chunks(BINARY);
        exchange.chunk(b"first");
        // Goes on only once the client has seen it.
        let _ = receiver
            .lock()
            .unwrap()
            .recv_timeout(Duration::from_secs(9));
        exchange.chunk(b"second");
        exchange.chunk(b"");
    });
    let client = server.client().build().unwrap();
    #[cfg(feature = "reqwest")]
    crate::support::run(async {
        let response = client.send_streaming(&plain()).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], BINARY);
        let mut download = response.into_inner();
        assert_eq!(download.chunk().await.unwrap().unwrap(), "first");
        sender.send(()).unwrap();
        assert_eq!(download.chunk().await.unwrap().unwrap(), "second");
        assert!(download.chunk().await.is_none());
    });
    #[cfg(feature = "ureq")]
    {
        let response = client.send_streaming_blocking(&plain()).unwrap();
        let mut download = response.into_inner();
        assert_eq!(download.chunk().unwrap().unwrap(), "first");
        sender.send(()).unwrap();
        assert_eq!(download.chunk().unwrap().unwrap(), "second");
        assert!(download.chunk().is_none());
    }
}

#[cfg(feature = "reqwest")]
#[test]
fn tokio_reads_it_as_it_reads_files() {
    use tokio::io::AsyncReadExt;

    let memory = Memory::new().reply(200, BINARY, "abcdef").pieces_of(4);
    let client = Client::builder("http://x.test").transport(memory).build();
    let client = client.unwrap();
    crate::support::run(async {
        let mut download = client.send_streaming(&plain()).await.unwrap().into_inner();
        let mut three = [0; 3];
        download.read_exact(&mut three).await.unwrap();
        assert_eq!(&three, b"abc");
        assert_eq!(download.chunk().await.unwrap().unwrap(), "d");
        let mut rest = String::new();
        download.read_to_string(&mut rest).await.unwrap();
        assert_eq!(rest, "ef");
    });
}

#[test]
fn other_statuses_are_errors_with_their_body() {
    for &way in WIRE {
        let server = Server::start(|exchange| {
            exchange.answer("404 Not Found", "application/json", "{\"why\":\"gone\"}");
        });
        let client = server.client().build().unwrap();
        let error = way.download(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedStatus, "{way:?}");
        assert_eq!(error.status().unwrap(), 404);
        let why = error.decode::<engross_runtime::Map<String>>().unwrap();
        assert_eq!(why["why"], "gone");
    }
}

#[test]
fn busy_servers_are_asked_again() {
    for &way in WIRE {
        let server = Server::start(|exchange| match exchange.index {
            0 => exchange.answer("503 Busy", "text/plain", ""),
            _ => exchange.answer("200 OK", BINARY, "there"),
        });
        let policy = RetryPolicy::default().base_delay(Duration::ZERO);
        let client = server.client().retry(policy).build().unwrap();
        assert_eq!(way.download(&client, &plain()).unwrap(), b"there");
    }
}

type Act = fn(&mut Exchange);

/// Writes half an answer and then nothing.
fn half(exchange: &mut Exchange) {
    exchange.begin_chunks(BINARY);
    exchange.chunk(b"half");
    exchange.hang();
}

/// Writes small pieces for ever.
fn endless(exchange: &mut Exchange) {
    exchange.begin_chunks(BINARY);
    while exchange.chunk(&[b'x'; 1000]) {
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn limits_end_a_stream() {
    let limits = Limits::default;
    let short = Duration::from_millis(400);
    let cases: &[(Act, Limits, ErrorKind)] = &[
        (half, limits().idle_timeout(short), ErrorKind::Timeout),
        (
            Exchange::hang,
            limits().idle_timeout(short),
            ErrorKind::Timeout,
        ),
        (endless, limits().stream_timeout(short), ErrorKind::Timeout),
        (endless, limits().streamed_body(5000), ErrorKind::Limit),
        // The time of an attempt is not that of a stream.
        (
            endless,
            limits().attempt_timeout(short / 9).streamed_body(200_000),
            ErrorKind::Limit,
        ),
    ];
    for &way in WIRE {
        for (act, limits, kind) in cases {
            let server = Server::start(*act);
            let client = server.client().limits(limits.clone()).build().unwrap();
            let start = Instant::now();
            let error = way.download(&client, &plain()).unwrap_err();
            assert_eq!(error.kind(), *kind, "{way:?}: {error:?}");
            assert_eq!(error.operation(), Some("get"));
            assert!(start.elapsed() < Duration::from_secs(8), "{way:?}: {error}");
        }
    }
}

#[cfg(any(feature = "reqwest", feature = "ureq"))]
#[test]
fn callers_may_take_their_time() {
    let pause = Duration::from_millis(600);
    let limits = Limits::default().idle_timeout(pause / 2);
    let server = Server::start(move |exchange| {
        exchange.begin_chunks(BINARY);
        exchange.chunk(b"a");
        std::thread::sleep(pause + pause / 3);
        exchange.chunk(b"b");
        exchange.chunk(b"");
    });
    let client = server.client().limits(limits).build().unwrap();
    #[cfg(feature = "reqwest")]
    crate::support::run(async {
        let mut download = client.send_streaming(&plain()).await.unwrap().into_inner();
        assert_eq!(download.chunk().await.unwrap().unwrap(), "a");
        tokio::time::sleep(pause).await;
        assert_eq!(download.chunk().await.unwrap().unwrap(), "b");
        assert!(download.chunk().await.is_none());
    });
    #[cfg(feature = "ureq")]
    {
        let mut download = client
            .send_streaming_blocking(&plain())
            .unwrap()
            .into_inner();
        assert_eq!(download.chunk().unwrap().unwrap(), "a");
        std::thread::sleep(pause);
        assert_eq!(download.chunk().unwrap().unwrap(), "b");
        assert!(download.chunk().is_none());
    }
}

#[test]
fn bodies_that_break_off_are_no_whole_ones() {
    for &way in WIRE {
        let server = Server::start(|exchange| {
            exchange.begin_chunks(BINARY);
            exchange.chunk(b"half");
        });
        let client = server.client().build().unwrap();
        let error = way.download(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Truncated, "{way:?}: {error:?}");
        assert_eq!(error.status().unwrap(), 200);
    }
    for &way in BOTH {
        let memory = Memory::new().reply(200, BINARY, "half");
        let memory = memory.breaking_off(FailureKind::Truncated);
        let client = Client::builder("http://x.test");
        let client = client.transport(memory.clone()).blocking_transport(memory);
        let error = way.download(&client.build().unwrap(), &plain());
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Truncated);
    }
}

#[test]
fn errors_are_whole_and_bounded() {
    for &way in WIRE {
        let server = Server::start(|exchange| {
            exchange.write(b"HTTP/1.1 500 Oops\r\ntransfer-encoding: chunked\r\n\r\n");
            while exchange.chunk(&[b'x'; 1000]) {}
        });
        let limits = Limits::default().body(100_000);
        let client = server.client().limits(limits).build().unwrap();
        let error = way.download(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Limit, "{way:?}: {error:?}");
    }
}
