//! What the schemas of the suite refer to, served where the suite says it is.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;

use engross_judges::tell;

/// A server of the suite's documents, for as long as the tests run.
pub(crate) struct Remotes;

impl Remotes {
    /// The suite names its documents by this origin.
    pub(crate) const ORIGIN: &str = "http://localhost:1234";

    /// Starts to serve a folder, once; returns nothing where the port is taken.
    pub(crate) fn serve(folder: &Path) -> Option<Self> {
        static LISTENS: OnceLock<bool> = OnceLock::new();
        let listens = LISTENS.get_or_init(|| match TcpListener::bind("127.0.0.1:1234") {
            Ok(listener) => {
                let folder = folder.to_path_buf();
                thread::spawn(move || serve(&listener, &folder));
                true
            }
            Err(error) => {
                tell(&format!("{}: {error}", Self::ORIGIN));
                false
            }
        });
        listens.then_some(Self)
    }

    /// Returns a configuration that allows to fetch them.
    #[allow(
        clippy::unused_self,
        reason = "nothing is fetched from a server that is not there"
    )]
    pub(crate) fn configuration(&self) -> String {
        let origin = Self::ORIGIN;
        format!("description: openapi.yaml\nreferences:\n  origins: [\"{origin}\"]\n")
    }
}

fn serve(listener: &TcpListener, folder: &Path) {
    for connection in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        thread::spawn(move || answer(&connection, &folder));
    }
}

/// Answers one request; whoever asks for something else gets nothing.
fn answer(mut connection: &TcpStream, folder: &Path) {
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split(' ').nth(1).unwrap_or_default();
    let file: PathBuf = folder.join(path.trim_start_matches('/'));
    let (status, body) = match std::fs::read(file) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n"
    );
    let _ = connection.write_all(&[head.as_bytes(), &body].concat());
}
