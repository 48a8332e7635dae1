//! Whole bodies of parts, byte by byte.

use super::*;
use crate::parameter::Style;
use crate::{Bytes, Map, Value};

fn written(media_type: &str, parts: &Multipart) -> Result<(String, String), String> {
    let (content_type, body) = parts.write_between(media_type, "B")?;
    let bytes = body.to_bytes().expect("the parts are in memory");
    assert_eq!(body.length(), Some(bytes.len() as u64));
    let text = String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())?;
    Ok((content_type, text))
}

#[test]
fn forms() {
    let mut object = Map::new();
    object.insert("a".to_owned(), Value::from(1));
    let parts = Multipart::new()
        .part(Part::new("text", "a\nb"))
        .part(Part::model("json", "application/json", &object))
        .part(Part::file(
            "f",
            FilePart::new("1").named("1.txt").content_type("text/plain"),
        ))
        .part(Part::file("f", FilePart::from(b"2".to_vec())).header("X-Rate", "é 2"));
    let (content_type, text) = written("multipart/form-data", &parts).unwrap();
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    let expect = "--B\r\n\
        Content-Disposition: form-data; name=\"text\"\r\n\r\na\nb\r\n--B\r\n\
        Content-Disposition: form-data; name=\"json\"\r\n\
        Content-Type: application/json\r\n\r\n{\"a\":1}\r\n--B\r\n\
        Content-Disposition: form-data; name=\"f\"; filename=\"1.txt\"\r\n\
        Content-Type: text/plain\r\n\r\n1\r\n--B\r\n\
        Content-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\
        Content-Type: application/octet-stream\r\nx-rate: é 2\r\n\r\n2\r\n--B--\r\n";
    assert_eq!(text, expect);
}

#[test]
fn mixed_parts_and_none() {
    let parts = Multipart::new()
        .part(Part::unnamed("a"))
        .part(Part::model("ignored", "application/json", &1).header("content-type", "text/json"));
    let (content_type, text) = written("multipart/mixed", &parts).unwrap();
    assert_eq!(content_type, "multipart/mixed; boundary=B");
    let expect = "--B\r\n\r\na\r\n--B\r\nContent-Type: text/json\r\n\r\n1\r\n--B--\r\n";
    assert_eq!(text, expect);
    let (_, text) = written("multipart/form-data", &Multipart::new()).unwrap();
    assert_eq!(text, "--B--\r\n");
}

#[test]
fn content_types() {
    for (media_type, expect) in [
        ("multipart/*", Ok("multipart/form-data; boundary=B")),
        (
            "Multipart/Form-Data ;",
            Ok("Multipart/Form-Data; boundary=B"),
        ),
        (
            "multipart/related; type=a",
            Ok("multipart/related; type=a; boundary=B"),
        ),
        (
            "multipart/mixed; boundary=x",
            Ok("multipart/mixed; boundary=B"),
        ),
        ("text/plain", Err(())),
        ("nonsense", Err(())),
    ] {
        let got = written(media_type, &Multipart::new());
        let got = got.map(|(content_type, _)| content_type).map_err(drop);
        assert_eq!(got.as_deref(), expect.as_deref(), "{media_type}");
    }
}

#[test]
fn boundaries_differ_and_are_long() {
    let boundary = || Multipart::new().write("multipart/mixed").unwrap().0;
    let (one, other) = (boundary(), boundary());
    assert_ne!(one, other);
    let token = one.strip_prefix("multipart/mixed; boundary=").unwrap();
    assert_eq!(token.len(), 48);
    assert!(token.bytes().all(|byte| byte.is_ascii_hexdigit()));
}

#[test]
fn what_cannot_be_sent_is_named() {
    let texts = vec![String::new()];
    for part in [
        Part::model("p", "text/plain", &texts),
        Part::new("p", "").content_type("a\r\nb"),
        Part::new("p", "").header("a b", ""),
        Part::new("p", "").header("a", "x\r\ny: z"),
        Part::new("p", "").header("Content-Disposition", "form-data"),
        Part::file("p", FilePart::new("").content_type("\n")),
    ] {
        let problem = written("multipart/form-data", &Multipart::new().part(part)).unwrap_err();
        assert!(problem.starts_with("the part `p`: "), "{problem}");
    }
}

#[test]
fn readers_are_not_read_before() {
    let reader = Body::from_reader(&b"abc"[..]);
    let known = reader.clone().with_length(3);
    let form = |body| Multipart::new().part(Part::file("f", FilePart::new(body)));
    assert!(
        form(reader)
            .write("multipart/mixed")
            .unwrap()
            .1
            .length()
            .is_none()
    );
    let (_, body) = form(known).write("multipart/mixed").unwrap();
    let length = body.length().unwrap();
    assert!(body.is_available() && body.to_bytes().is_none());
    let mut sent = Vec::new();
    std::io::Read::read_to_end(&mut body.into_reader(), &mut sent).unwrap();
    assert_eq!(sent.len() as u64, length);
}

#[test]
fn a_table_says_how_values_become_parts() {
    static TABLE: [PartInfo; 8] = [
        PartInfo::new("text"),
        PartInfo::new("list"),
        PartInfo::new("object"),
        PartInfo::new("absent"),
        PartInfo::new("said").content_type("text/csv"),
        PartInfo::new("photos").content_type("image/*, image/png"),
        PartInfo::header("X-Rate"),
        PartInfo::new("deep").style(Style::DeepObject, true),
    ];
    let object = Map::from_iter([("a".to_owned(), Value::from(1))]);
    let photos = vec![
        FilePart::new("1"),
        FilePart::new("2").content_type("image/gif"),
    ];
    let parts = Multipart::described(
        &TABLE,
        &[
            &"x".to_owned(),
            &vec![1_i64, 2],
            &object,
            &None::<String>,
            &Some("1,2".to_owned()),
            &photos,
            &Some(5_i64),
            &object,
        ],
    );
    let (_, text) = written("multipart/form-data", &parts).unwrap();
    let form = "Content-Disposition: form-data; name";
    let png = "Content-Type: image/png\r\nx-rate: 5";
    let gif = "Content-Type: image/gif\r\nx-rate: 5";
    let expect = [
        format!("{form}=\"text\"\r\n\r\nx"),
        format!("{form}=\"list\"\r\n\r\n1"),
        format!("{form}=\"list\"\r\n\r\n2"),
        format!("{form}=\"object\"\r\nContent-Type: application/json\r\n\r\n{{\"a\":1}}"),
        format!("{form}=\"said\"\r\nContent-Type: text/csv\r\n\r\n1,2"),
        format!("{form}=\"photos\"; filename=\"photos\"\r\n{png}\r\n\r\n1"),
        format!("{form}=\"photos\"; filename=\"photos\"\r\n{gif}\r\n\r\n2"),
        format!("{form}=\"deep[a]\"\r\n\r\n1"),
    ];
    assert_eq!(
        text,
        format!("--B\r\n{}\r\n--B--\r\n", expect.join("\r\n--B\r\n"))
    );
}

#[test]
fn headers_of_described_parts_are_checked() {
    static TABLE: [PartInfo; 2] = [PartInfo::new("p"), PartInfo::header("X")];
    let nested = vec![vec![1_i64]];
    let parts = Multipart::described(&TABLE, &[&1_i64, &nested]);
    let problem = written("multipart/form-data", &parts).unwrap_err();
    assert!(problem.starts_with("the part `p`: "), "{problem}");
}

/// `format: byte`, which is a text of base64.
#[test]
fn encoded_bytes_are_texts_alone_and_in_lists() {
    static TABLE: [PartInfo; 2] = [PartInfo::new("one"), PartInfo::new("list")];
    let bytes = Bytes::from_static(b"\0\xff");
    let parts = Multipart::described(&TABLE, &[&bytes, &vec![bytes.clone()]]);
    let (_, text) = written("multipart/form-data", &parts).unwrap();
    for name in ["one", "list"] {
        let part = format!("name=\"{name}\"\r\n\r\nAP8=\r\n");
        assert!(text.contains(&part), "{text}");
    }
}

#[test]
fn a_header_that_cannot_be_sent_is_named() {
    static TABLE: [PartInfo; 2] = [PartInfo::new("p"), PartInfo::header("X-A")];
    let parts = Multipart::described(&TABLE, &[&1_i64, &"a\nb".to_owned()]);
    let problem = written("multipart/form-data", &parts).unwrap_err();
    assert_eq!(problem, "the part `p`: its header `X-A` is not valid");
}
