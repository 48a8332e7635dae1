//! Answers with a wrong, empty or cut body.

use partner_center::models::CustomerQualifications;
use partner_center::operations::CreateCustomerQualificationsAccept as Accept;
use partner_center::runtime::{ErrorKind, Value};

use crate::support::{Answer, Scene, Via};

const EMPTY_LIST: &str = r#"{"qualifications":[]}"#;

#[test]
fn an_empty_body_is_an_error_with_its_context() {
    for via in Via::ALL {
        for content_type in [
            "application/json",
            "text/json",
            "application/xml",
            "text/xml",
        ] {
            for body in ["", " \r\n"] {
                let answer = Answer::with_body(200, content_type, body).header("MS-RequestId", "r");
                let error = Scene::new([answer])
                    .play(via)
                    .outcome
                    .expect_err("nothing to read");
                assert_eq!(
                    error.kind(),
                    ErrorKind::Decode,
                    "{via:?} {content_type}: {error}"
                );
                assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
                assert_eq!(error.request_id(), Some("r"));
                assert!(error.to_string().contains("empty"), "{error}");
            }
        }
    }
}

#[test]
fn other_media_types_are_named() {
    for via in Via::ALL {
        for content_type in [
            "text/html",
            "text/html; charset=utf-8",
            "image/json",
            "nonsense",
            "",
        ] {
            let answer = Answer::with_body(200, content_type, EMPTY_LIST);
            let error = Scene::new([answer])
                .play(via)
                .outcome
                .expect_err("no codec");
            assert_eq!(
                error.kind(),
                ErrorKind::UnsupportedMediaType,
                "{via:?}: {error}"
            );
            assert!(error.to_string().contains(content_type), "{via:?}: {error}");
            assert_eq!(
                error.body().map(|body| &body[..]),
                Some(EMPTY_LIST.as_bytes())
            );
            let read = error.decode::<Value>().expect_err("no codec either");
            assert_eq!(
                read.kind(),
                ErrorKind::UnsupportedMediaType,
                "{via:?}: {read}"
            );
        }
    }
}

/// An answer that does not say its type is what was asked for.
#[test]
fn without_a_type_it_is_what_was_asked_for() {
    for via in Via::ALL {
        for (accept, body) in [
            (None, EMPTY_LIST),
            (Some(Accept::TextJson), EMPTY_LIST),
            (Some(Accept::Xml), "<A><qualifications/></A>"),
            (Some(Accept::TextXml), "<A><qualifications/></A>"),
        ] {
            let answer = Answer::new(200).body(body);
            let played = Scene::new([answer]).play_with(via, |op| match accept {
                Some(accept) => op.accept(accept),
                None => op,
            });
            let expect = CustomerQualifications {
                qualifications: Some(Vec::new()),
                ..Default::default()
            };
            let response = played.outcome.expect("it is read as what was asked for");
            assert_eq!(*response, expect, "{via:?} {accept:?}");
        }
    }
}

#[test]
fn bodies_that_end_too_early() {
    for via in Via::ALL {
        let whole = Answer::with_body(200, "application/json", EMPTY_LIST);
        let chunked = Answer::raw(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\
             Transfer-Encoding: chunked\r\n\r\n5\r\n{\"qua\r\n",
        );
        let inside_chunk = Answer::raw(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\
             Transfer-Encoding: chunked\r\n\r\nff\r\n{\"qua",
        );
        for (note, answer) in [
            (
                "whole, but one byte more is claimed",
                whole.clone().claiming(22),
            ),
            ("much more is claimed", whole.claiming(100_000)),
            ("no last chunk", chunked),
            ("inside a chunk", inside_chunk),
        ] {
            let error = Scene::new([answer]).play(via).outcome.expect_err(note);
            assert_eq!(
                error.kind(),
                ErrorKind::Truncated,
                "{via:?} {note}: {error}"
            );
        }
    }
}

#[test]
fn every_framing_of_a_whole_body() {
    let body = format!(r#"{{"qualifications":[{}{{}}]}}"#, "{},".repeat(5000));
    let old = "HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n";
    let chunks = format!(
        "HTTP/1.1 200 OK\r\nCONTENT-TYPE:text/json\r\nTransfer-Encoding: chunked\r\n\r\n{:X};a=b\r\n",
        body.len()
    );
    let trailers = "\r\n0\r\nX-Checksum: 1\r\n\r\n";
    for via in Via::ALL {
        let whole = Answer::with_body(200, "application/json", body.clone());
        for (note, answer) in [
            ("length", whole.clone()),
            ("until close", whole.clone().until_close()),
            ("one chunk", whole.clone().chunked(1 << 20)),
            ("many chunks", whole.clone().chunked(7)),
            ("HTTP/1.0", Answer::raw(format!("{old}{body}"))),
            (
                "trailers and extensions",
                Answer::raw(format!("{chunks}{body}{trailers}")),
            ),
        ] {
            let response = Scene::new([answer]).play(via).outcome.expect(note);
            let count = response.qualifications.as_ref().map(Vec::len);
            assert_eq!(count, Some(5001), "{via:?} {note}");
        }
    }
}

/// Compression was not asked for and is not undone: the bytes are the server's own.
#[test]
fn bodies_are_not_decompressed() {
    for via in Via::ALL {
        let answer = Answer::with_body(201, "application/json", &b"\x1f\x8b\x08\0junk"[..])
            .header("Content-Encoding", "gzip");
        let error = Scene::new([answer])
            .play(via)
            .outcome
            .expect_err("not documented");
        assert_eq!(
            error.body().map(|body| &body[..]),
            Some(&b"\x1f\x8b\x08\0junk"[..]),
            "{via:?}"
        );
    }
}
