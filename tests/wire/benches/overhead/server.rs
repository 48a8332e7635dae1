//! A server on loopback, in threads of its own, that gives one answer to every request.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

const BODY: &str = concat!(
    r#"{"qualifications":["#,
    r#"{"qualification":"GovernmentCommunityCloud","vettingCreateDate":"2026-01-01T00:00:00Z","vettingReason":"reviewed","vettingStatus":"InReview"},"#,
    r#"{"qualification":"Education","vettingCreateDate":"2026-02-01T00:00:00Z","vettingStatus":"Approved"}]}"#,
);

/// Starts it, and returns its URL.
pub(crate) fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer_all(stream));
        }
    });
    format!("http://{address}")
}

/// Answers until the client leaves.
fn answer_all(stream: TcpStream) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream);
    let length = BODY.len();
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{BODY}"
    );
    loop {
        let mut body = vec![0; head(&mut reader)?];
        reader.read_exact(&mut body).ok()?;
        reader.get_mut().write_all(answer.as_bytes()).ok()?;
    }
}

/// Reads a request up to its body, and returns how long that is.
fn head(reader: &mut BufReader<TcpStream>) -> Option<usize> {
    let (mut line, mut length) = (String::new(), 0);
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let (name, value) = line.split_once(':').unwrap_or((line.trim(), ""));
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
        if name.is_empty() {
            return Some(length);
        }
    }
}
