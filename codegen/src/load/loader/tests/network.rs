//! Documents from other machines: a server on loopback that counts who comes.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{folder, load_with};
use crate::load::{Allowance, Allowances};
use crate::source::{Sources, Span};

/// A server with some documents, by path; a document `-> URL` is a redirect, and every other path is
/// not found.
struct Server {
    origin: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    fn start(documents: &[(&str, &str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        let own = |(path, text): &(&str, &str)| ((*path).to_owned(), text.replace("SELF", &origin));
        let documents: Vec<(String, String)> = documents.iter().map(own).collect();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                count.fetch_add(1, Ordering::SeqCst);
                answer(stream.unwrap(), &documents);
            }
        });
        Self {
            origin,
            connections,
        }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn answer(mut stream: TcpStream, documents: &[(String, String)]) {
    let mut request = Vec::new();
    let mut chunk = [0; 1024];
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return,
            Ok(length) => request.extend_from_slice(&chunk[..length]),
        }
    }
    let request = String::from_utf8_lossy(&request).to_lowercase();
    for header in ["authorization:", "cookie:", "referer:"] {
        assert!(!request.contains(header), "{request}");
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let document = documents.iter().find(|(known, _)| known == path);
    let answer = match document.map(|(_, text)| (text, text.strip_prefix("-> "))) {
        None => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n".to_owned(),
        Some((_, Some(to))) => {
            format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n")
        }
        Some((text, None)) => format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n", text.len()),
    };
    let body = document.map_or("", |(_, text)| text);
    let body = if answer.contains("200") { body } else { "" };
    let _ = write!(stream, "{answer}Connection: close\r\n\r\n{body}");
}

fn allow(origins: &[&str]) -> Allowances {
    let file = Sources::default().add("engross.yaml", "");
    let allowance = |origin: &&str| Allowance {
        value: (*origin).to_owned(),
        text: (*origin).to_owned(),
        place: Span::new(file, 0, 0),
    };
    Allowances {
        folders: Vec::new(),
        origins: origins.iter().map(allowance).collect(),
    }
}

/// Loads a description whose references begin with `SELF` for the server; returns the addresses of
/// what was read and what was said, with `SELF` again.
fn outcome(server: &Server, root: &str, allowances: &Allowances) -> (Vec<String>, String) {
    let folder = folder(&[("root.yaml", &root.replace("SELF", &server.origin))]);
    let (forest, said) = load_with(&folder, allowances);
    let forest = forest.unwrap();
    assert_eq!(
        forest.files().len(),
        1,
        "only what is on the disk is a file"
    );
    let read = forest
        .paths()
        .map(|(_, path)| path.replace(&server.origin, "SELF"));
    (read.collect(), said.replace(&server.origin, "SELF"))
}

#[test]
fn nothing_is_asked_without_leave() {
    let server = Server::start(&[("/a.yaml", "1")]);
    let other = allow(&["https://schemas.example.org"]);
    for allowances in [Allowances::default(), other] {
        let (read, said) = outcome(&server, "a: {$ref: SELF/a.yaml}", &allowances);
        assert_eq!(read, ["root.yaml"]);
        let expect = "root.yaml:1:11: error[E0204]: the reference `SELF/a.yaml` is a URL\n";
        assert_eq!(said, expect);
    }
    // What calls itself so is at hand.
    let root = "openapi: 3.1.0\na: {$ref: SELF/a.yaml}\nb: {$id: SELF/a.yaml}";
    let (_, said) = outcome(&server, root, &Allowances::default());
    assert_eq!((said.as_str(), server.connections()), ("", 0));
}

#[test]
fn an_allowed_origin_is_read_once_per_document() {
    let server = Server::start(&[
        (
            "/x/a.yaml",
            "b: {$ref: b.json}\nc: {$ref: '../x/b.json#/d'}",
        ),
        ("/x/b.json", r#"{"d": {"$ref": "SELF/x/a.yaml#/b"}}"#),
        ("/moved", "-> x/b.json"),
    ]);
    let root = "a: {$ref: SELF/x/a.yaml}\nb: {$ref: 'SELF/x/a.yaml#/b'}\nc: {$ref: SELF/moved}";
    let (read, said) = outcome(&server, root, &allow(&[&server.origin]));
    assert_eq!(said, "");
    assert_eq!(read, ["root.yaml", "SELF/x/a.yaml", "SELF/x/b.json"]);
    // What has moved is the same document by another name.
    assert_eq!(server.connections(), 3);
}

#[test]
fn what_is_refused() {
    let stranger = Server::start(&[("/a.yaml", "1")]);
    let away = format!("-> {}/a.yaml", stranger.origin);
    let outward = format!("a: {{$ref: '{}/a.yaml'}}", stranger.origin);
    let large = "#".repeat(20_000_001);
    let server = Server::start(&[
        ("/away", &away),
        ("/scheme", "-> file:///etc/passwd"),
        ("/loop", "-> /loop"),
        ("/outward", &outward),
        ("/large", &large),
        ("/file", "a: {$ref: 'file:///etc/passwd'}"),
    ]);
    for (path, expect) in [
        (
            "gone",
            "error[E0222]: cannot read `SELF/gone`: the answer has the status 404",
        ),
        (
            "away",
            "error[E0222]: cannot read `SELF/away`: it redirects to another origin",
        ),
        (
            "scheme",
            "error[E0222]: cannot read `SELF/scheme`: it redirects to another origin",
        ),
        (
            "loop",
            "error[E0222]: cannot read `SELF/loop`: it redirects more than 5 times",
        ),
        (
            "outward",
            "error[E0204]: the reference `OTHER/a.yaml` is a URL",
        ),
        (
            "large",
            "error[E0102]: cannot read `SELF/large`: it has more than 20000000 bytes",
        ),
        (
            "file",
            "error[E0204]: the reference `file:///etc/passwd` is a URL",
        ),
    ] {
        let root = format!("a: {{$ref: SELF/{path}}}");
        let (_, said) = outcome(&server, &root, &allow(&[&server.origin]));
        let said = said.replace(&stranger.origin, "OTHER");
        assert!(said.trim_end().ends_with(expect), "{said}");
    }
    assert_eq!(stranger.connections(), 0);
}

#[test]
fn an_origin_without_a_reference() {
    let server = Server::start(&[]);
    let (_, said) = outcome(&server, "a: 1", &allow(&[&server.origin]));
    let expect = "error[E0223]: no reference leads to the origin `SELF`\n";
    assert!(said.ends_with(expect), "{said}");
    assert_eq!(server.connections(), 0);
}
