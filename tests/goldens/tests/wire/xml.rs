//! XML by the `xml` objects of the description (OAS 3.1 §4.8.26).

use std::fmt::Debug;

use engross_goldens::xml::models::Book;
use engross_goldens::xml_lists::models::{Animal, Zoo};
use engross_goldens::xml_lists::operations::{PutInlineBody, PutZooBody};
use engross_goldens::{pattern_properties, presence, tuples};
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};
use engross_runtime::http::Request;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Bytes, Error, Map};

use crate::support::{client, content, from_json};

/// Attribute, names, items with and without an element around them, namespaces.
const BOOK: &str = concat!(
    r#"<?xml version="1.0" encoding="utf-8"?>"#,
    r#"<b:book xmlns:b="http://example.org/books" id="7">"#,
    "<Title>T &amp; &lt;U&gt;</Title>",
    "<authors><author>A</author><author>B</author></authors>",
    "<keywords>k</keywords><keywords></keywords>",
    "<review>r</review>",
    r#"<p:publisher xmlns:p="http://example.org/publishers">P</p:publisher>"#,
    "</b:book>",
);

fn book() -> Book {
    let mut book = Book::new(7);
    book.title = Some("T & <U>".to_owned());
    book.authors = Some(vec!["A".to_owned(), "B".to_owned()]);
    book.keywords = Some(vec!["k".to_owned(), String::new()]);
    book.reviews = Some(vec!["r".to_owned()]);
    book.publisher = Some("P".to_owned());
    book
}

#[test]
fn a_model() {
    let (content_type, body) = content(client!(xml).add_book(book()).request());
    assert_eq!(content_type.as_deref(), Some("application/xml"));
    assert_eq!(body.replace("<keywords/>", "<keywords></keywords>"), BOOK);
}

#[test]
fn a_list_of_models() {
    let (_, book_text) = BOOK.split_once("?>").expect("there is a declaration");
    let answer = format!("<books>{book_text}\n<!-- --><book id='8'/></books>");
    let memory = Memory::new().reply(200, "application/xml", answer);
    let client = client!(xml, memory);
    let answer = client.add_book(Book::new(1)).send_blocking();
    let books = answer.expect("a success").into_inner();
    assert_eq!(books, [book(), Book::new(8)]);
}

/// Returns a body without its declaration.
fn root(request: Result<Request<Bytes>, Error>) -> String {
    let (_, body) = content(request);
    let (_, root) = body.split_once("?>").expect("there is a declaration");
    root.to_owned()
}

fn animal() -> Animal {
    Animal {
        name: Some("a".to_owned()),
        ..Animal::default()
    }
}

/// The cases of the specification's table of arrays, and namespaces of items and of what is around.
#[test]
fn arrays_in_a_model() {
    let list = || Some(vec!["a".to_owned()]);
    let zoo = Zoo {
        plain: list(),
        renamed: list(),
        wrapped: list(),
        aliens: list(),
        both: list(),
        spaces: list(),
        bare: list(),
        animals: Some(vec![animal(), animal()]),
        ..Zoo::default()
    };
    let inside = concat!(
        "<plain>a</plain>",
        "<item>a</item>",
        "<wrapped><wrapped>a</wrapped></wrapped>",
        "<outer><outer>a</outer></outer>",
        "<around><inner>a</inner></around>",
        r#"<o:spaces xmlns:o="urn:outer"><i:space xmlns:i="urn:item">a</i:space></o:spaces>"#,
        r#"<b:bare xmlns:b="urn:bare">a</b:bare>"#,
        "<animal><name>a</name></animal><animal><name>a</name></animal>",
    );
    let client = client!(xml_lists);
    for (body, name) in [
        (PutZooBody::Xml(zoo.clone()), "park"),
        (PutZooBody::TextXml(zoo.clone()), "Zoo"),
    ] {
        let text = root(client.put_zoo(body).request());
        assert_eq!(text, format!("<{name}>{inside}</{name}>"));
        let read: Zoo = decode(text.as_bytes(), "text/xml", &DecodeLimits::default())
            .expect("what is written can be read");
        assert_eq!(read, zoo);
    }
}

#[test]
fn roots_that_are_no_models() {
    let client = client!(xml_lists);
    let names = || vec!["a".to_owned(), "b".to_owned()];
    let counts: Map<i64> = [("x".to_owned(), 1)].into_iter().collect();
    for (request, expect) in [
        (
            client.put_animals([animal()]).request(),
            "<Animals><animal><name>a</name></animal></Animals>",
        ),
        (
            client
                .put_inline()
                .body(PutInlineBody::Xml(names()))
                .request(),
            r#"<names><n:name xmlns:n="urn:n">a</n:name><n:name xmlns:n="urn:n">b</n:name></names>"#,
        ),
        (
            client
                .put_inline()
                .body(PutInlineBody::TextXml(vec![animal()]))
                .request(),
            "<array><animal><name>a</name></animal></array>",
        ),
        (client.put_scalar("r", 3).request(), "<count>3</count>"),
        (
            client.patch_scalars(counts).request(),
            "<Counts><x>1</x></Counts>",
        ),
    ] {
        assert_eq!(root(request), expect);
    }
    let json = client.put_inline().body(PutInlineBody::Json(names()));
    assert_eq!(content(json.request()).1, r#"["a","b"]"#);
}

/// Reads JSON, writes XML and reads that again.
fn keeps_as_xml<T: Model + PartialEq + Debug>(json: &str) {
    let value: T = from_json(json);
    let text = encode(&value, "text/xml").expect("the model can be written");
    let again = decode::<T>(&text, "text/xml", &DecodeLimits::default());
    assert_eq!(again, Ok(value), "{}", String::from_utf8_lossy(&text));
}

#[test]
fn tuples_and_properties_by_pattern() {
    keeps_as_xml::<tuples::models::Point>("[1.5,2]");
    keeps_as_xml::<tuples::models::Drawing>(r#"{"loose":[]}"#);
    keeps_as_xml::<tuples::models::Drawing>(r#"{"loose":[true,"a",3],"row":["b",4,{"unit":"c"}]}"#);
    keeps_as_xml::<pattern_properties::models::Open>(r#"{"x-a":{"id":1},"b":"c"}"#);
    keeps_as_xml::<presence::models::Strict>(r#"{"name":"a"}"#);
}
