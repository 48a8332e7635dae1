//! Bodies that are one value: plain text and bytes, in requests, answers and errors.

use std::marker::PhantomData;

use engross_runtime::codec::Model;
use engross_runtime::http::Response;
use engross_runtime::private::{Operation, OperationInfo, RequestWriter, ResponseReader};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Bytes, Error, ErrorKind, Map};

use crate::support::{GET, Op, POST, call, client};

static PAGE: &str = "<p>é</p>";

/// Asks for a file and reads it as `T`.
struct Download<T>(PhantomData<T>);

static DOWNLOAD: OperationInfo = OperationInfo::new("download", "GET", "/file").accepts(&["*/*"]);

impl<T: Model> Operation for Download<T> {
    type Output = T;

    fn info(&self) -> &'static OperationInfo {
        &DOWNLOAD
    }

    fn write(&self, request: &mut RequestWriter) {
        request.path_text("/file");
    }

    fn read(response: &ResponseReader<'_>) -> Result<T, Error> {
        response.body()
    }
}

fn download<T: Model>(memory: &Memory) -> Result<T, Error> {
    let response = client(memory).send_blocking(&Download(PhantomData::<T>))?;
    Ok(response.into_inner())
}

fn sent<T: Model>(media_type: &'static str, value: &T) -> Result<(String, Bytes), ErrorKind> {
    let request = client(&Memory::new()).request(&Op(&POST, |request: &mut RequestWriter| {
        request.body(media_type, value);
    }));
    let (head, body) = request.map_err(|error| error.kind())?.into_parts();
    Ok((
        head.headers["content-type"].to_str().unwrap().to_owned(),
        body,
    ))
}

#[test]
fn bodies_are_sent_as_they_are() {
    let bytes = Bytes::from_static(b"\0\xff");
    for (media_type, expect) in [
        ("application/octet-stream", "application/octet-stream"),
        ("image/png", "image/png"),
        ("image/*", "application/octet-stream"),
        ("*/*", "application/octet-stream"),
        ("text/csv", "text/csv"),
    ] {
        let expect = Ok((expect.to_owned(), bytes.clone()));
        assert_eq!(sent(media_type, &bytes), expect);
    }
    let text = "é".to_owned();
    for (media_type, expect) in [
        ("text/plain", "text/plain"),
        ("text/*", "text/plain; charset=utf-8"),
    ] {
        let expect = Ok((expect.to_owned(), Bytes::from("é")));
        assert_eq!(sent(media_type, &text), expect);
    }
}

#[test]
fn what_has_no_form_is_not_sent() {
    let texts = vec![String::new()];
    for media_type in ["text/plain", "application/octet-stream", "*/*"] {
        assert_eq!(sent(media_type, &texts), Err(ErrorKind::Encode));
    }
    let text = "é".to_owned();
    let lie = "text/plain; charset=us-ascii";
    assert_eq!(sent(lie, &text), Err(ErrorKind::Encode));
}

#[test]
fn answers_are_bytes_whatever_their_type() {
    let file = Bytes::from_static(b"\x89PNG\0\xff");
    for content_type in ["image/png", "application/octet-stream", "text/csv", "x"] {
        let memory = Memory::new().reply(200, content_type, file.clone());
        assert_eq!(download::<Bytes>(&memory).unwrap(), file, "{content_type}");
    }
    let memory = Memory::new().answer(Response::new(file.clone()));
    assert_eq!(download::<Bytes>(&memory).unwrap(), file);
    let memory = Memory::new().reply(200, "application/json", r#""/w==""#);
    assert_eq!(download::<Bytes>(&memory).unwrap(), &b"\xff"[..]);
}

#[test]
fn answers_are_text_and_scalars() {
    let memory = Memory::new()
        .reply(200, "text/plain; charset=iso-8859-1", &b"\xe9"[..])
        .reply(200, "text/plain", "true")
        .reply(200, "text/plain", "12")
        .reply(200, "application/octet-stream", "é")
        .reply(200, "text/plain", "");
    assert_eq!(download::<String>(&memory).unwrap(), "é");
    assert!(download::<bool>(&memory).unwrap());
    assert_eq!(download::<i64>(&memory).unwrap(), 12);
    assert_eq!(download::<String>(&memory).unwrap(), "é");
    assert_eq!(download::<String>(&memory).unwrap(), "");
}

#[test]
fn objects_are_in_neither() {
    for content_type in ["text/html", "application/octet-stream", "x"] {
        let memory = Memory::new().reply(200, content_type, PAGE);
        let error = download::<Map<String>>(&memory).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnsupportedMediaType);
        assert_eq!(error.body().unwrap(), PAGE);
    }
}

#[test]
fn error_pages_are_text_and_bytes() {
    let memory = Memory::new().reply(502, "text/html; charset=utf-8", PAGE);
    let memory = memory
        .reply(502, "text/html", PAGE)
        .reply(502, "text/html", PAGE);
    let error = call(&memory, &GET).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
    assert_eq!(error.decode::<String>().unwrap(), PAGE);
    assert_eq!(error.decode::<Bytes>().unwrap(), PAGE);
    let unreadable = error.decode::<Map<String>>().unwrap_err();
    assert_eq!(unreadable.kind(), ErrorKind::UnsupportedMediaType);
}
