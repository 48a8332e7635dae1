//! Bodies that are larger than they look, and bodies without an end.

use std::io::Write;
use std::time::Duration;

use engross_runtime::{ErrorKind, Limits};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::server::Server;
use crate::support::{WIRE, plain};

/// 64 MiB of zeros in about 64 KiB.
fn bomb() -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![b'0'; 1024 * 1024];
    for _ in 0..64 {
        encoder.write_all(&zeros).unwrap();
    }
    encoder.finish().unwrap()
}

fn gzipped(body: &[u8]) -> Vec<u8> {
    let mut answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    answer.extend_from_slice(body);
    answer
}

#[test]
fn nothing_is_unpacked() {
    let bomb = bomb();
    for &way in WIRE {
        let server = Server::writing(gzipped(&bomb));
        let limits = Limits::default().body(1024 * 1024);
        let client = server.client().limits(limits).build().unwrap();
        let error = way.send(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{way:?}: {error:?}");
        assert_eq!(error.body().unwrap(), &bomb[..], "{way:?}");
        assert!(error.to_string().contains("gzip"), "{way:?}: {error}");
        assert_eq!(way.download(&client, &plain()).unwrap(), bomb, "{way:?}");
    }
}

#[cfg(feature = "reqwest")]
#[test]
fn a_client_of_the_callers_that_unpacks_is_bounded() {
    use crate::support::Way;
    use engross_runtime::transport::reqwest::Reqwest;

    let server = Server::writing(gzipped(&bomb()));
    let unpacking = Reqwest::builder().unwrap().gzip(true).build().unwrap();
    let limits = Limits::default()
        .body(1024 * 1024)
        .streamed_body(1024 * 1024);
    let client = server.client().limits(limits);
    let client = client.transport(Reqwest::from_client(unpacking));
    let client = client.build().unwrap();
    let error = Way::Async.send(&client, &plain()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit, "{error:?}");
    let error = Way::Async.download(&client, &plain()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit, "{error:?}");
}

#[test]
fn bodies_without_an_end_end() {
    for &way in WIRE {
        let server = Server::start(|exchange| {
            exchange.begin_chunks("application/json");
            while exchange.chunk(&[b' '; 8192]) {}
        });
        let limits = Limits::default().body(1024 * 1024);
        let client = server.client().limits(limits).build().unwrap();
        let error = way.send(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Limit, "{way:?}: {error:?}");

        let server = Server::start(|exchange| {
            exchange.begin_chunks("application/json");
            while exchange.chunk(b" ") {
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        let limits = Limits::default().attempt_timeout(Duration::from_millis(300));
        let client = server.client().limits(limits).build().unwrap();
        let error = way.send(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{way:?}: {error:?}");
    }
}

#[test]
fn depth_is_bounded() {
    for &way in WIRE {
        let deep = "[".repeat(100_000);
        let server = Server::start(move |exchange| {
            exchange.answer("200 OK", "application/json", &deep);
        });
        let client = server.client().build().unwrap();
        let error = way.send(&client, &plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Limit, "{way:?}: {error:?}");
    }
}
