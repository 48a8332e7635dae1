//! XML by the `xml` objects of the description (OAS 3.1 §4.8.26).

use engross_goldens::xml::models::Book;
use engross_runtime::transport::memory::Memory;

use crate::support::{client, content};

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
