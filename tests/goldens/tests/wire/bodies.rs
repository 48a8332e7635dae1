//! Bodies of requests by media type: JSON, forms, text and bytes.

use engross_goldens::binary_and_text::operations::GetSettingsError;
use engross_goldens::inline_types::models::{
    CreateOrderBody, CreateOrderBodyItemsItem, CreateOrderBodyShipping,
    CreateOrderBodyShippingSpeed,
};
use engross_goldens::read_and_write::models::{Guest, User};
use engross_goldens::several_media_types::models::Note;
use engross_goldens::several_media_types::operations::{PutNoteAccept, PutNoteBody};

use crate::support::{client, content, header, line};

fn note() -> Note {
    Note {
        text: Some("a & b=<é>".to_owned()),
        ..Note::default()
    }
}

#[test]
fn one_model_in_every_media_type() {
    let client = client!(several_media_types);
    let json = r#"{"text":"a & b=<é>"}"#;
    for (body, media_type, expect) in [
        (PutNoteBody::from(note()), "application/json", json),
        (
            PutNoteBody::ApplicationVndExampleNoteJson(note()),
            "application/vnd.example.note+json",
            json,
        ),
        (
            PutNoteBody::Xml(note()),
            "application/xml",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Note><text>a &amp; b=&lt;é&gt;</text></Note>",
        ),
        (
            PutNoteBody::Form(note()),
            "application/x-www-form-urlencoded",
            "text=a+%26+b%3D%3C%C3%A9%3E",
        ),
        (
            PutNoteBody::from("plain é".to_owned()),
            "text/plain",
            "plain é",
        ),
    ] {
        let (content_type, body) = content(client.put_note().body(body).request());
        let content_type = content_type.expect("there is a body");
        assert_eq!(content_type.split(';').next(), Some(media_type));
        assert_eq!(body, expect, "{media_type}");
    }
}

#[test]
fn an_optional_body_may_be_absent() {
    let client = client!(several_media_types);
    let request = client.put_note().accept(PutNoteAccept::TextXml).request();
    assert_eq!(content(request), (None, String::new()));
    let request = client.put_note().accept(PutNoteAccept::TextXml).request();
    let request = request.expect("there is a request");
    assert_eq!(header(&request, "accept").as_deref(), Some("text/xml"));
}

#[test]
fn nested_inline_types() {
    let mut body = CreateOrderBody::new(vec![CreateOrderBodyItemsItem {
        sku: Some("1".to_owned()),
        ..CreateOrderBodyItemsItem::default()
    }]);
    body.shipping = Some(CreateOrderBodyShipping {
        speed: Some(CreateOrderBodyShippingSpeed::from("by air")),
        ..CreateOrderBodyShipping::default()
    });
    let client = client!(inline_types);
    let call = client.create_order(body);
    assert_eq!(line(call.request()), "POST /orders");
    let expect = r#"{"items":[{"sku":"1"}],"shipping":{"speed":"by air"}}"#;
    assert_eq!(content(call.request()).1, expect);
}

#[test]
fn properties_that_only_answers_have_are_neither_asked_for_nor_sent() {
    let mut user = User::new("Ann");
    user.id = Some("1".to_owned());
    user.password = Some("secret".to_owned());
    let client = client!(read_and_write);
    let (_, body) = content(client.add_user(user).request());
    assert_eq!(body, r#"{"name":"Ann","password":"secret"}"#);
}

/// Without it nobody could tell which of the union is sent.
#[test]
fn what_tells_members_of_a_union_apart_is_sent_although_only_answers_are_said_to_have_it() {
    let guest = Guest {
        id: Some("1".to_owned()),
        kind: Some("guest".to_owned()),
        ..Guest::default()
    };
    let client = client!(read_and_write);
    let (_, body) = content(client.add_visitor(guest).request());
    assert_eq!(body, r#"{"kind":"guest"}"#);
}

#[test]
fn bytes_travel_as_they_are() {
    let client = client!(binary_and_text);
    let request = client.put_file(&b"\0\xff{"[..]).request();
    let request = request.expect("there is a request");
    let content_type = header(&request, "content-type");
    assert_eq!(content_type.as_deref(), Some("application/octet-stream"));
    assert_eq!(&request.body()[..], b"\0\xff{");
}

/// `format: binary` is a file, also where the file is JSON.
#[test]
fn files_of_json_are_not_texts_of_json() {
    let client = client!(binary_and_text);
    let request = client.put_settings("{\"a\": 1}").request();
    let request = request.expect("there is a request");
    let content_type = header(&request, "content-type");
    assert_eq!(content_type.as_deref(), Some("application/json"));
    assert_eq!(&request.body()[..], b"{\"a\": 1}");
    let answer = |status: u16| {
        let answer = engross_runtime::http::Response::builder().status(status);
        let answer = answer.header("content-type", "application/json");
        client
            .get_settings()
            .read(answer.body("{ }".into()).expect("it is one"))
    };
    assert_eq!(&answer(200).expect("it is read")[..], b"{ }");
    let error = answer(404).expect_err("it is none");
    let Some(GetSettingsError::Other(bytes)) = error.typed() else {
        panic!("{error}");
    };
    assert_eq!(&bytes[..], b"{ }");
}
