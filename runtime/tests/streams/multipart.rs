//! Bodies of several parts, read by another hand.

use std::sync::mpsc::channel;

use engross_runtime::private::RequestWriter;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Body, Bytes, Client, ErrorKind, FilePart, Multipart, Part};

use crate::server::Server;
use crate::support::{Op, POST, WIRE, run};

/// What a part says: name, file name, content type, content.
type Read = (Option<String>, Option<String>, Option<String>, Bytes);

struct Once(Option<Bytes>);

impl futures_core::Stream for Once {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

fn read(content_type: &str, body: Bytes) -> Vec<Read> {
    let boundary = multer::parse_boundary(content_type).unwrap();
    let mut parts = multer::Multipart::new(Once(Some(body)), boundary);
    run(async {
        let mut found = Vec::new();
        while let Some(field) = parts.next_field().await.unwrap() {
            let name = field.name().map(str::to_owned);
            let file_name = field.file_name().map(str::to_owned);
            let content_type = field.headers().get("content-type");
            let content_type = content_type.map(|value| value.to_str().unwrap().to_owned());
            found.push((name, file_name, content_type, field.bytes().await.unwrap()));
        }
        found
    })
}

fn owned(text: &str) -> Option<String> {
    text.to_owned().into()
}

#[test]
fn another_hand_reads_what_was_written() {
    let hostile = b"--\r\n--x\r\n\r\n--x--\r\nContent-Disposition: form-data".to_vec();
    let parts = Multipart::new()
        .part(Part::new("text", "é\n"))
        .part(Part::new("", ""))
        .part(Part::model("json", "application/json", &vec![1, 2]))
        .part(Part::file(
            "file",
            FilePart::new(hostile.clone()).named("ü; x.bin"),
        ))
        .part(Part::file(
            "file",
            FilePart::new("b").content_type("text/csv"),
        ));
    let client = Client::builder("http://x.test").build().unwrap();
    let request = client.request(&Op(&POST, |request: &mut RequestWriter| {
        request.multipart("multipart/form-data", &parts);
    }));
    let request = request.unwrap();
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let binary = owned("application/octet-stream");
    let expect = [
        (owned("text"), None, None, Bytes::from("é\n")),
        (owned(""), None, None, Bytes::new()),
        (
            owned("json"),
            None,
            owned("application/json"),
            Bytes::from("[1,2]"),
        ),
        (owned("file"), owned("ü; x.bin"), binary, hostile.into()),
        (
            owned("file"),
            owned("file"),
            owned("text/csv"),
            Bytes::from("b"),
        ),
    ];
    assert_eq!(read(content_type, request.body().clone()), expect);
}

#[test]
fn readers_are_sent_as_parts() {
    for &way in WIRE {
        for (length, announced) in [(Some(5), true), (None, false)] {
            let (sender, requests) = channel();
            let server = Server::start(move |exchange| {
                let body = exchange.text();
                sender.send((exchange.head.clone(), body)).unwrap();
                exchange.answer("200 OK", "application/json", "1");
            });
            let client = server.client().build().unwrap();
            let mut body = Body::from_reader(&b"hello"[..]);
            if let Some(length) = length {
                body = body.with_length(length);
            }
            let parts = Multipart::new().part(Part::file("f", FilePart::new(body)));
            let op = Op(&POST, |request: &mut RequestWriter| {
                request.multipart("multipart/form-data", &parts);
            });
            way.send(&client, &op).unwrap();
            let (head, body) = requests.recv().unwrap();
            assert_eq!(
                head.contains("content-length"),
                announced,
                "{way:?}: {head}"
            );
            let content_type = head
                .lines()
                .find_map(|line| line.strip_prefix("content-type: "))
                .unwrap();
            let found = read(content_type, body.into());
            assert_eq!(found[0].3, "hello", "{way:?}");
        }
    }
}

#[test]
fn every_attempt_has_the_same_bytes() {
    static KEYED: engross_runtime::private::OperationInfo =
        engross_runtime::private::OperationInfo::new("keyed", "PUT", "/x");
    let memory = Memory::new()
        .reply(503, "text/plain", "")
        .reply(200, "application/json", "1");
    let client = Client::builder("http://x.test").blocking_transport(memory.clone());
    let parts = Multipart::new().part(Part::new("a", Body::from_fn(|| Ok(&b"b"[..]))));
    let op = Op(&KEYED, |request: &mut RequestWriter| {
        request.multipart("multipart/mixed", &parts);
    });
    client.build().unwrap().send_blocking(&op).unwrap();
    let requests = memory.requests();
    assert_eq!(requests[0].body(), requests[1].body());
    assert_eq!(requests[0].headers(), requests[1].headers());
}

#[test]
fn parts_that_cannot_be_sent_stop_the_call() {
    let client = Client::builder("http://x.test").build().unwrap();
    let parts = Multipart::new().part(Part::new("p", "").header("a", "b\r\nc: d"));
    for media_type in ["multipart/form-data", "text/plain"] {
        let op = Op(&POST, |request: &mut RequestWriter| {
            request.multipart(media_type, &parts);
        });
        let error = client.request(&op).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encode, "{error}");
    }
}
