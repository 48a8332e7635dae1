//! Bodies that are made of parts, streamed, or forms whose fields have ways of their own.

use engross_goldens::form_encoding::models::{Search, SearchFiltersItem, SearchRange};
use engross_goldens::multipart::models::{AddPhotoPartsPlace, AddPhotoPartsRange, Notes};
use engross_goldens::multipart::operations::{
    AddPhotoParts, ReplacePhotoBody, ReplacePhotoParts, SendLooseParts,
};
use engross_goldens::streamed_bodies::models::Record;
use engross_goldens::streamed_bodies::operations::{AddRecordsBody, PutTextBody};
use engross_runtime::http::Request;
use engross_runtime::{Body, Bytes, Error, ErrorKind, FilePart, Multipart, Part};

use crate::support::client;

/// Returns `Content-Type` and body.
fn content(request: Result<Request<Bytes>, Error>) -> (String, String) {
    let (content_type, body) = crate::support::content(request);
    (content_type.expect("a content type"), body)
}

/// Returns the parts with the boundary as `B`.
fn parts(request: Result<Request<Bytes>, Error>) -> String {
    let (content_type, body) = content(request);
    let (_, boundary) = content_type.split_once("boundary=").expect("a boundary");
    body.replace(boundary, "B")
}

fn notes() -> Notes {
    Notes {
        text: Some("a".to_owned()),
        ..Notes::default()
    }
}

#[test]
fn every_kind_of_part() {
    let client = client!(multipart);
    let range = AddPhotoPartsRange {
        from: Some(1),
        ..AddPhotoPartsRange::default()
    };
    let body = AddPhotoParts::new(FilePart::new("1").named("rex.jpg"), "Rex")
        .photo_x_taken("today")
        .thumbnails([&b"2"[..], &b"3"[..]].map(FilePart::new))
        .anything("4")
        .tags(["a", "b"])
        .place(AddPhotoPartsPlace::new(1.5, -2.5))
        .notes(notes())
        .rating(5)
        .range(range)
        .part(Part::new("more", "6"));
    let form = "Content-Disposition: form-data; name";
    let xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Notes><text>a</text></Notes>";
    let place = r#"{"latitude":1.5,"longitude":-2.5}"#;
    let bytes = "Content-Type: application/octet-stream";
    let expect = [
        format!(
            "{form}=\"photo\"; filename=\"rex.jpg\"\r\nContent-Type: image/png\r\nx-taken: today\r\n\r\n1"
        ),
        format!("{form}=\"title\"\r\n\r\nRex"),
        format!("{form}=\"thumbnails\"; filename=\"thumbnails\"\r\n{bytes}\r\n\r\n2"),
        format!("{form}=\"thumbnails\"; filename=\"thumbnails\"\r\n{bytes}\r\n\r\n3"),
        format!("{form}=\"anything\"; filename=\"anything\"\r\n{bytes}\r\n\r\n4"),
        format!("{form}=\"tags\"\r\n\r\na"),
        format!("{form}=\"tags\"\r\n\r\nb"),
        format!("{form}=\"place\"\r\nContent-Type: application/json\r\n\r\n{place}"),
        format!("{form}=\"notes\"\r\nContent-Type: application/xml\r\n\r\n{xml}"),
        format!("{form}=\"rating\"\r\n\r\n5"),
        format!("{form}=\"range[from]\"\r\n\r\n1"),
        format!("{form}=\"more\"\r\n\r\n6"),
    ];
    let expect = format!("--B\r\n{}\r\n--B--\r\n", expect.join("\r\n--B\r\n"));
    assert_eq!(parts(client.add_photo(body).request()), expect);
}

#[test]
fn parts_are_one_of_several_media_types() {
    let client = client!(multipart);
    let form = ReplacePhotoParts::new("1");
    let request = client.replace_photo(1).body(form).request();
    assert!(parts(request).starts_with("--B\r\nContent-Disposition: form-data; name=\"photo\""));
    for (body, media_type, expect) in [
        (
            ReplacePhotoBody::from(Body::from("x")),
            "application/octet-stream",
            "x",
        ),
        (
            ReplacePhotoBody::from(Body::from("x").media_type("image/png")),
            "image/png",
            "x",
        ),
        (notes().into(), "application/json", r#"{"text":"a"}"#),
    ] {
        let request = client.replace_photo(1).body(body).request();
        assert_eq!(content(request), (media_type.to_owned(), expect.to_owned()));
    }
    let text = Body::from("x").media_type("text/plain");
    let error = client.replace_photo(1).body(text).request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode, "{error}");
    let request = client.replace_photo(1).request().unwrap();
    assert!(request.body().is_empty() && request.headers().get("content-type").is_none());
}

#[test]
fn parts_without_names() {
    let client = client!(multipart);
    let loose = SendLooseParts::new().items(["a", "b"]);
    assert_eq!(
        parts(client.send_loose(loose).request()),
        "--B\r\n\r\na\r\n--B\r\n\r\nb\r\n--B--\r\n"
    );
}

/// OAS 3.2 §4.15.1.2.
#[test]
fn parts_by_their_places() {
    use engross_goldens::multipart_positions::models::Notes;
    use engross_goldens::multipart_positions::operations::{SendBatchParts, SendRelatedParts};

    let client = client!(multipart_positions);
    let notes = |text: &str| Notes {
        text: Some(text.to_owned()),
        ..Notes::default()
    };
    let body = SendRelatedParts::new(notes("a"), "<1>", [1, 2], "3")
        .items([FilePart::new("4"), FilePart::new("5").named("5.jpg")]);
    let request = client.send_related(body).request();
    let file = "Content-Disposition: attachment; filename";
    let expect = [
        "Content-Type: application/json\r\ncontent-id: <1>\r\n\r\n{\"text\":\"a\"}".to_owned(),
        "Content-Type: application/json\r\n\r\n[1,2]".to_owned(),
        "Content-Type: image/png\r\n\r\n3".to_owned(),
        "Content-Type: image/jpeg\r\n\r\n4".to_owned(),
        format!("{file}=\"5.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n5"),
    ];
    let expect = format!("--B\r\n{}\r\n--B--\r\n", expect.join("\r\n--B\r\n"));
    assert_eq!(parts(request), expect);
    let batch = SendBatchParts::new().items([notes("a"), notes("b")]);
    let body = parts(client.send_batch(batch).request());
    let xml = "Content-Type: application/xml\r\n\r\n<?xml";
    assert_eq!(body.matches(xml).count(), 2, "{body}");
}

#[test]
fn parts_within_a_part() {
    let client = client!(multipart_positions);
    let files = Multipart::new()
        .part(Part::file("a", FilePart::new("1").named("1.txt")))
        .part(Part::unnamed("2"));
    let body = engross_goldens::multipart_positions::operations::SendNestedParts::new("t", files);
    let body = parts(client.send_nested(body).request());
    let (_, inner) = body
        .split_once("multipart/mixed; boundary=")
        .expect("parts within");
    let (boundary, _) = inner.split_once("\r\n").expect("a line");
    let expect = "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nt\r\n--B\r\n\
        Content-Disposition: form-data; name=\"files\"\r\nContent-Type: multipart/mixed; boundary=I\r\n\r\n\
        --I\r\nContent-Disposition: attachment; filename=\"1.txt\"\r\n\
        Content-Type: application/octet-stream\r\n\r\n1\r\n--I\r\n\r\n2\r\n--I--\r\n\r\n--B--\r\n";
    assert_eq!(body.replace(boundary, "I"), expect);
}

#[test]
fn bodies_as_they_are() {
    let client = client!(streamed_bodies);
    let request = client.put_raw(&b"\0\xff"[..]).request().unwrap();
    assert_eq!(
        request.headers()["content-type"],
        "application/octet-stream"
    );
    assert_eq!(request.body()[..], b"\0\xff"[..]);
    let any = Body::from("<a/>").media_type("application/xml; charset=utf-8");
    let request = client.post_any().body(any).request();
    let expect = (
        "application/xml; charset=utf-8".to_owned(),
        "<a/>".to_owned(),
    );
    assert_eq!(content(request), expect);
    let csv = PutTextBody::from(Body::from("a,b").media_type("text/csv"));
    let request = client.put_text(csv).request();
    assert_eq!(content(request), ("text/csv".to_owned(), "a,b".to_owned()));
    let request = client.post_loose(Record::new(1)).request();
    let expect = ("application/json".to_owned(), r#"{"id":1}"#.to_owned());
    assert_eq!(content(request), expect);
}

#[test]
fn a_reader_is_not_held_in_memory() {
    let client = client!(streamed_bodies);
    let reader = Body::from_reader(&b"abc"[..]);
    let error = client.put_raw(reader).request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode, "{error}");
}

#[test]
fn items_in_a_row() {
    let client = client!(streamed_bodies);
    let records = || vec![Record::new(1), Record::new(2)];
    for (body, media_type, expect) in [
        (
            AddRecordsBody::from(records()),
            "application/jsonl",
            "{\"id\":1}\n{\"id\":2}\n",
        ),
        (
            AddRecordsBody::Sequence(records()),
            "application/json-seq",
            "\u{1e}{\"id\":1}\n\u{1e}{\"id\":2}\n",
        ),
    ] {
        let request = client.add_records(body).request();
        assert_eq!(content(request), (media_type.to_owned(), expect.to_owned()));
    }
}

#[test]
fn fields_of_forms_in_their_styles() {
    let client = client!(form_encoding);
    let search = Search {
        text: Some("a b".to_owned()),
        tags: Some(vec!["x".to_owned(), "y z".to_owned()]),
        range: Some(SearchRange {
            from: Some(1),
            to: Some(2),
            ..SearchRange::default()
        }),
        path: Some("/a/b?c".to_owned()),
        filters: Some(vec![SearchFiltersItem {
            name: Some("n".to_owned()),
            ..SearchFiltersItem::default()
        }]),
        words: Some(vec!["u".to_owned(), "v".to_owned()]),
        ..Search::default()
    };
    let (media_type, body) = content(client.search(search).request());
    assert_eq!(media_type, "application/x-www-form-urlencoded");
    let expect = [
        "text=a+b",
        "tags=x,y%20z",
        "range%5Bfrom%5D=1&range%5Bto%5D=2",
        "path=/a/b?c",
        "filters=%7B%22name%22%3A%22n%22%7D",
        "words=u%20v",
    ];
    assert_eq!(body, expect.join("&"));
}
