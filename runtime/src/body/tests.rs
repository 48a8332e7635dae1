//! Bodies as transports read them: pieces in order, lengths that hold, and what can be read twice.

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use futures_core::Stream;

use super::*;

/// Reads a body as a blocking transport does.
fn read(body: &Body) -> io::Result<String> {
    let mut text = String::new();
    body.clone().into_reader().read_to_string(&mut text)?;
    Ok(text)
}

/// Reads a body as an asynchronous transport does; nothing of these tests has to wait.
fn streamed(body: &Body) -> io::Result<String> {
    let mut stream = pin!(body.clone().into_stream());
    let mut bytes = Vec::new();
    loop {
        let mut cx = Context::from_waker(Waker::noop());
        match stream.as_mut().poll_next(&mut cx) {
            Poll::Ready(Some(piece)) => bytes.extend_from_slice(&piece?),
            Poll::Ready(None) => return String::from_utf8(bytes).map_err(io::Error::other),
            Poll::Pending => panic!("it waits"),
        }
    }
}

struct Pieces(Vec<&'static str>);

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = (!self.0.is_empty()).then(|| Ok(Bytes::from(self.0.remove(0))));
        Poll::Ready(next)
    }
}

fn pieces() -> Body {
    Body::from_stream(Pieces(vec!["a", "", "bc"]))
}

#[test]
fn both_ways_read_the_same() {
    let inner = Body::row(vec!["b".into(), Body::from_reader(&b"cd"[..])]);
    let body = || Body::row(vec!["a".into(), inner.clone(), Body::default(), "e".into()]);
    assert!(body().is_available());
    assert_eq!(read(&body()).unwrap(), "abcde");
    assert!(!body().is_available());
    let reader = Body::from_fn(|| Ok(&b"xyz"[..]));
    for _ in 0..2 {
        assert_eq!(read(&reader).unwrap(), "xyz");
        assert_eq!(streamed(&reader).unwrap(), "xyz");
    }
    assert_eq!(streamed(&pieces()).unwrap(), "abc");
}

#[test]
fn streams_do_not_block() {
    assert!(read(&pieces()).unwrap_err().to_string().contains("async"));
    let opened = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&opened);
    let body = Body::from_stream_fn(move || {
        count.fetch_add(1, Ordering::Relaxed);
        Pieces(vec!["a"])
    });
    assert_eq!(streamed(&body).unwrap(), "a");
    assert_eq!(streamed(&body).unwrap(), "a");
    assert_eq!(opened.load(Ordering::Relaxed), 2);
}

#[test]
fn lengths_add_up_where_all_are_known() {
    let known = || Body::from_reader(&b"abc"[..]).with_length(3);
    assert_eq!(Body::row(vec!["ab".into(), known()]).length(), Some(5));
    let unknown = Body::from_reader(&b"abc"[..]);
    assert_eq!(Body::row(vec![known(), unknown]).length(), None);
    let huge = || known().with_length(u64::MAX);
    assert_eq!(Body::row(vec![huge(), huge()]).length(), None);
    assert!(Body::default().is_empty());
}

#[test]
fn announced_lengths_hold() {
    for (length, problem) in [(2, "longer"), (4, "1 bytes shorter")] {
        let body = Body::from_fn(|| Ok(&b"abc"[..])).with_length(length);
        for error in [read(&body), streamed(&body)] {
            let text = error.unwrap_err().to_string();
            assert!(text.contains(problem), "{text}");
        }
    }
    let lie = Body::from("abc").with_length(9);
    assert!(lie.as_bytes().is_none() && lie.to_bytes().is_none());
}

#[test]
fn a_reader_is_read_once() {
    let body = Body::from_reader(&b"abc"[..]);
    let clone = body.clone();
    assert_eq!(read(&body).unwrap(), "abc");
    assert!(!clone.is_available());
    assert!(read(&clone).unwrap_err().to_string().contains("before"));
    let mut stream = pin!(clone.into_stream());
    let mut cx = Context::from_waker(Waker::noop());
    let first = stream.as_mut().poll_next(&mut cx);
    assert!(matches!(first, Poll::Ready(Some(Err(_)))));
    let second = stream.as_mut().poll_next(&mut cx);
    assert!(matches!(second, Poll::Ready(None)));
}

#[test]
fn what_is_in_memory_is_one_piece() {
    let row = Body::row(vec!["a".into(), Body::row(vec!["b".into(), "c".into()])]);
    assert_eq!(row.to_bytes().unwrap(), "abc");
    assert!(Body::row(vec!["a".into(), pieces()]).to_bytes().is_none());
}

#[test]
fn files_are_read_again_and_again() {
    let path = std::env::temp_dir().join(format!("engross-body-{}", std::process::id()));
    std::fs::write(&path, "file").unwrap();
    let body = Body::from_file(&path).unwrap();
    assert_eq!(body.length(), Some(4));
    assert_eq!(read(&body).unwrap(), "file");
    assert_eq!(streamed(&body).unwrap(), "file");
    std::fs::write(&path, "grown file").unwrap();
    assert!(read(&body).unwrap_err().to_string().contains("longer"));
    std::fs::remove_file(&path).unwrap();
    assert!(body.is_available());
    assert_eq!(read(&body).unwrap_err().kind(), io::ErrorKind::NotFound);
    assert!(Body::from_file(&path).is_err());
}

#[test]
fn debug_shows_no_content() {
    let shown = format!("{:?} {:?}", Body::from("s3cret"), pieces());
    assert!(!shown.contains("s3cret"), "{shown}");
}
