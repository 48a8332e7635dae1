//! A gigabyte up and a gigabyte down in little memory. In a process of its own: what counts is the
//! most that it ever held, server included.

#![cfg(all(target_os = "linux", any(feature = "reqwest", feature = "ureq")))]
#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

#[path = "../streams/server.rs"]
#[allow(dead_code, reason = "it offers more than this test needs")]
mod server;

use std::io::{self, Read};
use std::sync::mpsc::channel;

use engross_runtime::private::{Operation, OperationInfo, RequestWriter, ResponseReader};
use engross_runtime::{Body, Client, Error, FilePart, Multipart, Part};

use server::Server;

const GIGABYTE: u64 = 1 << 30;
const MOST: u64 = 50 * 1024 * 1024;
const BINARY: &str = "application/octet-stream";

static UP: OperationInfo = OperationInfo::new("up", "PUT", "/up");
static DOWN: OperationInfo = OperationInfo::new("down", "GET", "/down");

type Upload<'a> = Op<&'a dyn Fn(&mut RequestWriter)>;
type Download = Op<fn(&mut RequestWriter)>;

struct Op<F>(&'static OperationInfo, F);

impl<F: Fn(&mut RequestWriter)> Operation for Op<F> {
    type Output = ();

    fn info(&self) -> &'static OperationInfo {
        self.0
    }

    fn write(&self, request: &mut RequestWriter) {
        request.path_text(self.0.path());
        (self.1)(request);
    }

    fn read(response: &ResponseReader<'_>) -> Result<(), Error> {
        match response.status() {
            200 => Ok(()),
            _ => Err(response.unexpected()),
        }
    }
}

/// The most memory that this process ever held, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
    kilobytes.parse::<u64>().unwrap() * 1024
}

fn zeros() -> Body {
    Body::from_reader(io::repeat(0).take(GIGABYTE)).with_length(GIGABYTE)
}

/// Uploads a gigabyte, as the body or as a part of it, and returns how much came.
fn upload(send: fn(&Client, &Upload<'_>), write: &dyn Fn(&mut RequestWriter)) {
    let (sender, lengths) = channel();
    let server = Server::start(move |exchange| {
        let mut length = 0;
        exchange.body(|piece| length += piece.len() as u64);
        sender.send(length).unwrap();
        exchange.answer("200 OK", "text/plain", "");
    });
    let client = server.client().build().unwrap();
    send(&client, &Op(&UP, write));
    let length = lengths.recv().unwrap();
    assert!((GIGABYTE..GIGABYTE + 1024).contains(&length), "{length}");
}

/// Downloads a gigabyte.
fn download(read: fn(&Client, &Download) -> u64) {
    let server = Server::start(|exchange| {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {GIGABYTE}\r\n\r\n");
        exchange.write(head.as_bytes());
        let piece = vec![0; 64 * 1024];
        for _ in 0..GIGABYTE / piece.len() as u64 {
            exchange.write(&piece);
        }
    });
    let client = server.client().build().unwrap();
    assert_eq!(read(&client, &Op(&DOWN, |_| {})), GIGABYTE);
}

#[cfg(feature = "reqwest")]
mod asynchronous {
    use super::*;

    fn run<T>(future: impl Future<Output = T>) -> T {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().unwrap().block_on(future)
    }

    pub(super) fn send(client: &Client, op: &Upload<'_>) {
        run(client.send(op)).unwrap();
    }

    pub(super) fn read(client: &Client, op: &Download) -> u64 {
        run(async {
            let mut download = client.send_streaming(op).await.unwrap().into_inner();
            let mut length = 0;
            while let Some(chunk) = download.chunk().await {
                length += chunk.unwrap().len() as u64;
            }
            length
        })
    }
}

#[cfg(feature = "ureq")]
mod blocking {
    use super::*;

    pub(super) fn send(client: &Client, op: &Upload<'_>) {
        client.send_blocking(op).unwrap();
    }

    pub(super) fn read(client: &Client, op: &Download) -> u64 {
        let response = client.send_streaming_blocking(op).unwrap();
        io::copy(&mut response.into_inner(), &mut io::sink()).unwrap()
    }
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "the figures are what this test is about"
)]
fn a_gigabyte_needs_little_memory() {
    let check = |what: &str, transfer: &dyn Fn()| {
        let start = std::time::Instant::now();
        transfer();
        let (peak, took) = (peak(), start.elapsed());
        eprintln!("{what}: at most {} KiB so far, {took:.1?}", peak / 1024);
        assert!(peak < MOST, "{what}: {peak} bytes");
    };
    let as_body = |request: &mut RequestWriter| request.body_stream(BINARY, &zeros());
    let as_part = |request: &mut RequestWriter| {
        let part = Part::file("file", FilePart::new(zeros()));
        request.multipart("multipart/form-data", &Multipart::new().part(part));
    };
    #[cfg(feature = "reqwest")]
    {
        check("reqwest, up", &|| upload(asynchronous::send, &as_body));
        check("reqwest, a part", &|| upload(asynchronous::send, &as_part));
        check("reqwest, down", &|| download(asynchronous::read));
    }
    #[cfg(feature = "ureq")]
    {
        check("ureq, up", &|| upload(blocking::send, &as_body));
        check("ureq, a part", &|| upload(blocking::send, &as_part));
        check("ureq, down", &|| download(blocking::read));
    }
}
