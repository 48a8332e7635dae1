//! Both network transports against a server of bytes on the loopback interface: what is on the
//! wire, and how answers that end badly are told apart.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use engross_runtime::private::{OperationInfo, Parameter, RequestWriter};
use engross_runtime::{
    Client, ClientBuilder, Error, ErrorKind, Limits, Response, RetryPolicy, Value,
};

use crate::support::{GET, KEYED, Op, POST, pets};

/// What the server does on one connection.
#[derive(Clone)]
enum Act {
    /// Reads a request, writes and closes.
    Write(String),
    /// Writes and closes without reading, as a server that is taken by surprise.
    Interrupt(&'static str),
    /// Reads a request and writes, then says nothing for a while.
    WriteAndHang(String),
}

impl Act {
    /// Errors of writing do not matter: the client may have gone away, which is what some tests are
    /// about.
    fn serve(self, mut stream: TcpStream, requests: &Sender<String>) {
        match self {
            Self::Interrupt(text) => drop(stream.write_all(text.as_bytes())),
            Self::Write(text) => {
                let _ = requests.send(read_request(&mut stream));
                let _ = stream.write_all(text.as_bytes());
            }
            Self::WriteAndHang(text) => {
                let _ = requests.send(read_request(&mut stream));
                let _ = stream.write_all(text.as_bytes());
                thread::sleep(Duration::from_secs(3));
            }
        }
    }
}

struct Server {
    address: SocketAddr,
    requests: Receiver<String>,
}

impl Server {
    /// Serves one connection per act.
    fn start(acts: Vec<Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, requests) = channel();
        thread::spawn(move || {
            for act in acts {
                let (stream, _) = listener.accept().unwrap();
                act.serve(stream, &sender);
            }
        });
        Self { address, requests }
    }

    fn client(&self) -> ClientBuilder {
        Client::builder(format!("http://{}/base", self.address)).retry(RetryPolicy::never())
    }

    fn request(&self) -> String {
        self.requests.recv_timeout(Duration::from_secs(5)).unwrap()
    }
}

/// Reads headers and as many bytes of body as they declare.
fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 1024];
    loop {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if let Some(end) = text.find("\r\n\r\n") {
            let length = text[..end]
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .map_or(0, |length| length.trim().parse().unwrap());
            if bytes.len() >= end + 4 + length {
                return String::from_utf8(bytes).unwrap();
            }
        }
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return String::from_utf8_lossy(&bytes).into_owned(),
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
        }
    }
}

fn answer(status: &str, headers: &str, body: &str) -> Act {
    let length = body.len();
    Act::Write(format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n{body}"
    ))
}

type Send = fn(&Client, &Op<fn(&mut RequestWriter)>) -> Result<Response<Value>, Error>;

/// The transports whose features are on.
fn senders() -> Vec<(&'static str, Send)> {
    vec![
        #[cfg(feature = "reqwest")]
        ("reqwest", |client, op| crate::support::run(client.send(op))),
        #[cfg(feature = "ureq")]
        ("ureq", |client, op| client.send_blocking(op)),
    ]
}

fn with_everything(request: &mut RequestWriter) {
    request.path_text("/v");
    request.path(&Parameter::new("version"), &"1".to_owned());
    request.path_text("/a%20b/");
    request.path(&Parameter::new("id"), &"x/..y'|é".to_owned());
    request.query(&Parameter::new("code"), &"a b+c&d'".to_owned());
    request.header(&Parameter::new("X-Mine"), &"v, w".to_owned());
    request.header(&Parameter::new("ms-requestid"), &"key".to_owned());
    request.header(&Parameter::new("ms-correlationid"), &"id".to_owned());
    request.body("text/json", &"é".to_owned());
}

#[test]
fn requests_are_what_was_written() {
    for (name, send) in senders() {
        let server = Server::start(vec![answer("200 OK", "content-type: text/json\r\n", "[1]")]);
        let client = server.client().build().unwrap();
        let response = send(&client, &Op(&KEYED, with_everything)).unwrap();
        assert_eq!(*response, Value::from(vec![1.into()]), "{name}");
        let request = server.request();
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let mut lines: Vec<&str> = head.split("\r\n").collect();
        let line = "POST /base/v1/a%20b/x%2F..y%27%7C%C3%A9?code=a%20b%2Bc%26d%27 HTTP/1.1";
        assert_eq!(lines.remove(0), line, "{name}");
        lines.sort_unstable();
        let host = format!("host: {}", server.address);
        let expect = [
            "accept: application/json",
            "content-length: 4",
            "content-type: text/json",
            &host,
            "ms-correlationid: id",
            "ms-requestid: key",
            "x-mine: v, w",
        ];
        assert_eq!(lines, expect, "{name}");
        assert_eq!(body, "\"é\"", "{name}");
    }
}

#[test]
fn requests_without_a_body_have_none() {
    for (name, send) in senders() {
        for (info, length) in [(&GET, None), (&POST, Some("content-length: 0"))] {
            let server = Server::start(vec![answer("204 No Content", "", "")]);
            let client = server.client().build().unwrap();
            send(&client, &Op(info, pets)).unwrap();
            let request = server.request();
            let found = request
                .lines()
                .find(|line| line.starts_with("content-length"));
            assert_eq!(found, length, "{name}: {request}");
            assert!(!request.contains("transfer-encoding"), "{name}: {request}");
        }
    }
}

#[test]
fn any_method_can_have_a_body() {
    static DELETE: OperationInfo = OperationInfo::new("delete", "DELETE", "/pets");
    static QUERY: OperationInfo = OperationInfo::new("query", "QUERY", "/pets");
    for (name, send) in senders() {
        for info in [&GET, &DELETE, &QUERY] {
            let server = Server::start(vec![answer("204 No Content", "", "")]);
            let client = server.client().build().unwrap();
            let write: fn(&mut RequestWriter) = |request| {
                request.path_text("/pets");
                request.body("application/json", &1);
            };
            send(&client, &Op(info, write)).unwrap();
            let request = server.request();
            assert!(request.starts_with(info.method()), "{name}: {request}");
            assert!(request.ends_with("\r\n\r\n1"), "{name}: {request}");
        }
    }
}

#[test]
fn answers_to_head_have_no_body() {
    static HEAD: OperationInfo = OperationInfo::new("head", "HEAD", "/pets");
    for (name, send) in senders() {
        let head = "HTTP/1.1 404 Not Found\r\ncontent-length: 99999999999\r\n\r\n";
        let server = Server::start(vec![Act::Write(head.to_owned())]);
        let client = server.client().build().unwrap();
        let error = send(&client, &Op(&HEAD, pets)).unwrap_err();
        assert_eq!(
            error.status().map(|status| status.as_u16()),
            Some(404),
            "{name}: {error:?}"
        );
    }
}

#[test]
fn statuses_and_redirects_are_answers() {
    for (name, send) in senders() {
        let server = Server::start(vec![
            answer(
                "307 Temporary Redirect",
                "location: /moved?a=1\r\nconnection: close\r\n",
                "",
            ),
            answer(
                "404 Not Found",
                "content-type: text/plain\r\n",
                "no such pet",
            ),
        ]);
        let client = server.client().build().unwrap();
        let error = send(&client, &Op(&POST, pets)).unwrap_err();
        assert_eq!(error.status().unwrap(), 404, "{name}");
        assert_eq!(error.body().unwrap(), "no such pet");
        assert!(server.request().starts_with("POST /base/pets HTTP/1.1"));
        assert!(server.request().starts_with("POST /moved?a=1 HTTP/1.1"));
    }
}

#[test]
fn bodies_that_end_early() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    for (name, send) in senders() {
        for text in [
            format!("{head}content-length: 100\r\n\r\n[1]"),
            format!("{head}content-length: 100\r\n\r\n"),
            format!("{head}transfer-encoding: chunked\r\n\r\n3\r\n[1]\r\n"),
            format!("{head}transfer-encoding: chunked\r\n\r\nff\r\n[1]"),
        ] {
            let server = Server::start(vec![Act::Write(text.clone())]);
            let client = server.client().build().unwrap();
            let error = send(&client, &Op(&GET, pets)).unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::Truncated,
                "{name}: {text:?}: {error:?}"
            );
        }
    }
}

#[test]
fn bodies_that_are_too_large() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    let large = "1".repeat(5000);
    for (name, send) in senders() {
        for text in [
            // Nothing of it has to come for this one to be refused.
            format!("{head}content-length: 99999999999\r\n\r\n"),
            format!("{head}content-length: 5000\r\n\r\n{large}"),
            format!("{head}transfer-encoding: chunked\r\n\r\n1388\r\n{large}\r\n0\r\n\r\n"),
            format!("{head}connection: close\r\n\r\n{large}"),
        ] {
            let server = Server::start(vec![Act::WriteAndHang(text.clone())]);
            let limits = Limits::default().body(4096);
            let client = server.client().limits(limits).build().unwrap();
            let error = send(&client, &Op(&GET, pets)).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Limit, "{name}: {error:?}");
        }
    }
}

#[test]
fn servers_that_are_slow() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    for (name, send) in senders() {
        for text in [
            String::new(),
            format!("{head}content-length: 100\r\n\r\n[1]"),
        ] {
            let server = Server::start(vec![Act::WriteAndHang(text.clone())]);
            let limits = Limits::default().attempt_timeout(Duration::from_millis(300));
            let client = server.client().limits(limits).build().unwrap();
            let start = Instant::now();
            let error = send(&client, &Op(&GET, pets)).unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::Timeout,
                "{name}: {text:?}: {error:?}"
            );
            assert!(start.elapsed() < Duration::from_secs(30), "{name}");
        }
    }
}

#[test]
fn servers_that_are_not_there() {
    let address = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    for (name, send) in senders() {
        let client = Client::builder(format!("http://{address}")).retry(RetryPolicy::never());
        let error = send(&client.build().unwrap(), &Op(&GET, pets)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{name}: {error:?}");
    }
}

#[test]
fn connections_that_end_without_an_answer() {
    for (name, send) in senders() {
        for (info, is_answered) in [(&GET, true), (&POST, false)] {
            let server = Server::start(vec![
                Act::Write(String::new()),
                answer("200 OK", "content-type: application/json\r\n", "1"),
            ]);
            let policy = RetryPolicy::default().base_delay(Duration::ZERO);
            let client = server.client().retry(policy).build().unwrap();
            let answered = send(&client, &Op(info, pets));
            server.request();
            match answered {
                Ok(_) => assert!(is_answered, "{name} {}", info.id()),
                Err(error) => {
                    assert!(!is_answered, "{name} {}: {error:?}", info.id());
                    assert_eq!(error.kind(), ErrorKind::Transport, "{name}");
                }
            }
        }
    }
}

#[test]
fn https_needs_a_server_that_speaks_it() {
    for (name, send) in senders() {
        let server = Server::start(vec![Act::Interrupt("HTTP/1.1 400 No\r\n\r\n"); 2]);
        let client = Client::builder(format!("https://{}", server.address));
        let client = client.retry(RetryPolicy::never()).build().unwrap();
        let error = send(&client, &Op(&GET, pets)).unwrap_err();
        let kinds = [ErrorKind::Connect, ErrorKind::Transport];
        assert!(kinds.contains(&error.kind()), "{name}: {error:?}");
    }
}

#[test]
fn answers_that_are_not_http() {
    for (name, send) in senders() {
        for text in [
            "",
            "nonsense\r\n\r\n",
            "HTTP/1.1 200 OK\r\nbad header\r\n\r\n",
        ] {
            let server = Server::start(vec![Act::Write(text.to_owned())]);
            let client = server.client().build().unwrap();
            let error = send(&client, &Op(&GET, pets)).unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::Transport,
                "{name}: {text:?}: {error:?}"
            );
        }
    }
}

#[test]
fn encodings_are_left_alone() {
    for (name, send) in senders() {
        let headers = "content-encoding: gzip\r\n";
        let server = Server::start(vec![answer("500 Oops", headers, "raw")]);
        let client = server.client().build().unwrap();
        let error = send(&client, &Op(&GET, pets)).unwrap_err();
        assert_eq!(error.body().unwrap(), "raw", "{name}");
        assert!(!server.request().contains("accept-encoding"), "{name}");
    }
}

#[test]
fn unavailable_servers_get_the_same_key_three_times() {
    for (name, send) in senders() {
        let busy = answer("503 Busy", "retry-after: 0\r\nconnection: close\r\n", "");
        let fine = answer("200 OK", "content-type: application/json\r\n", "null");
        let server = Server::start(vec![busy.clone(), busy, fine]);
        let client = server
            .client()
            .retry(RetryPolicy::default())
            .build()
            .unwrap();
        send(&client, &Op(&KEYED, pets)).unwrap();
        let keys: Vec<String> = (0..3)
            .map(|_| server.request())
            .filter_map(|request| {
                request
                    .lines()
                    .find(|line| line.starts_with("ms-requestid"))
                    .map(str::to_owned)
            })
            .collect();
        assert_eq!(keys.len(), 3, "{name}");
        assert!(keys.iter().all(|key| *key == keys[0]), "{name}: {keys:?}");
    }
}

#[cfg(feature = "reqwest")]
#[test]
fn reqwest_without_a_runtime_is_an_error() {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    let client = Client::builder("http://127.0.0.1:9").build().unwrap();
    let future = pin!(client.send(&Op(&GET, pets)));
    let Poll::Ready(result) = future.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("it waits for something");
    };
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.to_string().contains("tokio"), "{error}");
}
