//! Documents that come by `https`: servers on loopback whose certificates the test makes, and the
//! program itself, told by the usual variable whom to trust. Windows and macOS do not listen to it.

#![cfg(all(feature = "cli", feature = "network", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, also in its helpers"
)]

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection};
use tempfile::TempDir;

/// Whoever signs certificates.
type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A server with some documents, by path; a document `-> URL` is a redirect.
struct Server {
    origin: String,
    /// How many connections there were.
    asked: Arc<AtomicUsize>,
    /// How many requests came through.
    answered: Arc<AtomicUsize>,
}

impl Server {
    /// Starts a server that calls itself `name`, as `authority` says.
    fn start(authority: &Authority, name: &str, documents: &[(&str, &str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let config = Arc::new(server_config(authority, name));
        let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        let documents: Vec<(String, String)> = documents.iter().map(own).collect();
        let server = Self {
            origin: format!("https://localhost:{port}"),
            asked: Arc::default(),
            answered: Arc::default(),
        };
        let (asked, answered) = (Arc::clone(&server.asked), Arc::clone(&server.answered));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                asked.fetch_add(1, Ordering::SeqCst);
                if answer(stream.unwrap(), &config, &documents).is_some() {
                    answered.fetch_add(1, Ordering::SeqCst);
                }
            }
        });
        server
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    fn answered(&self) -> usize {
        self.answered.load(Ordering::SeqCst)
    }
}

fn server_config(authority: &Authority, name: &str) -> ServerConfig {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    let certificate = params.signed_by(&key, authority).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap()
}

/// Answers one request; nothing, where the other side does not trust us.
fn answer(
    mut stream: TcpStream,
    config: &Arc<ServerConfig>,
    documents: &[(String, String)],
) -> Option<()> {
    let mut connection = ServerConnection::new(Arc::clone(config)).ok()?;
    let mut stream = rustls::Stream::new(&mut connection, &mut stream);
    let (mut request, mut chunk) = (Vec::new(), [0; 1024]);
    while !request.ends_with(b"\r\n\r\n") {
        let length = stream.read(&mut chunk).ok().filter(|length| *length > 0)?;
        request.extend_from_slice(&chunk[..length]);
    }
    let request = String::from_utf8_lossy(&request).to_lowercase();
    for header in ["authorization:", "cookie:", "referer:"] {
        assert!(!request.contains(header), "{request}");
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (_, text) = documents.iter().find(|(known, _)| known == path)?;
    let (head, body) = match text.strip_prefix("-> ") {
        Some(to) => (format!("302 Found\r\nLocation: {to}"), ""),
        None => ("200 OK".to_owned(), text.as_str()),
    };
    let length = body.len();
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close");
    write!(stream, "{head}\r\n\r\n{body}").ok()?;
    stream.conn.send_close_notify();
    stream.flush().ok()
}

/// A project whose description refers to `pet.yaml` of an origin.
fn project(origin: &str, allowed: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let description = format!(
        "openapi: 3.1.0
info: {{title: Pet shop, version: '1'}}
paths: {{}}
components:
  schemas:
    Pet:
      $ref: '{origin}/pet.yaml#/Pet'
"
    );
    let configuration = format!(
        "description: openapi.yaml
output: ../../out
crate: {{name: pets}}
references:
  origins: [{allowed}]
"
    );
    let spec = folder.path().join("spec/pets");
    fs::create_dir_all(&spec).unwrap();
    fs::write(spec.join("openapi.yaml"), description).unwrap();
    fs::write(spec.join("engross.yaml"), configuration).unwrap();
    folder
}

/// Generates a project, trusting one authority; returns whether that went well, and what was said.
fn generate(folder: &TempDir, trusted: &Authority) -> (bool, String) {
    let roots = folder.path().join("roots.pem");
    fs::write(&roots, trusted.pem()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_engross"))
        .args(["generate", "--message-format", "short"])
        .current_dir(folder.path())
        .env("SSL_CERT_FILE", &roots)
        .env_remove("SSL_CERT_DIR")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.success(), said)
}

const PET: (&str, &str) = (
    "/pet.yaml",
    "Pet: {type: object, properties: {tag: {$ref: 'parts/tag.yaml'}}}",
);
const TAG: (&str, &str) = ("/parts/tag.yaml", "{type: string, maxLength: 7}");

#[test]
fn an_allowed_origin_is_read() {
    let authority = authority();
    let server = Server::start(&authority, "localhost", &[PET, TAG]);
    let folder = project(&server.origin, &server.origin);
    let (is_done, said) = generate(&folder, &authority);
    assert!(is_done, "{said}");
    let model = fs::read_to_string(folder.path().join("out/src/models/pet.rs")).unwrap();
    assert!(model.contains("pub tag: Option<Tag>"), "{model}");
    assert_eq!((server.asked(), server.answered()), (2, 2));
}

#[track_caller]
fn check_refused(origin: &str, trusted: &Authority, why: &str) {
    let (is_done, said) = generate(&project(origin, origin), trusted);
    assert!(!is_done, "{said}");
    let expect = format!(
        "spec/pets/openapi.yaml:7:13: error[E0222]: cannot read `{origin}/pet.yaml`: {why}\n"
    );
    assert!(said.starts_with(&expect), "{said}\n{expect}");
}

#[test]
fn a_certificate_of_somebody_else_is_refused() {
    let (ours, other) = (authority(), authority());
    let server = Server::start(&other, "localhost", &[PET, TAG]);
    check_refused(&server.origin, &ours, "its certificate is not trusted");
    let elsewhere = Server::start(&ours, "pets.example", &[PET, TAG]);
    check_refused(
        &elsewhere.origin,
        &ours,
        "its certificate is not for this name",
    );
    assert_eq!((server.answered(), elsewhere.answered()), (0, 0));
}

#[test]
fn redirects_lead_to_no_other_origin() {
    let authority = authority();
    let other = Server::start(&authority, "localhost", &[PET, TAG]);
    let plain = TcpListener::bind("127.0.0.1:0").unwrap();
    plain.set_nonblocking(true).unwrap();
    let plain_origin = format!("http://localhost:{}", plain.local_addr().unwrap().port());
    for origin in [&other.origin, &plain_origin] {
        let redirect = format!("-> {origin}/pet.yaml");
        let server = Server::start(&authority, "localhost", &[("/pet.yaml", &redirect)]);
        check_refused(&server.origin, &authority, "it redirects to another origin");
        assert_eq!(server.answered(), 1);
    }
    assert_eq!(other.asked(), 0);
    assert!(plain.accept().is_err(), "somebody came by http");
}

#[test]
fn nothing_is_asked_without_leave() {
    let authority = authority();
    let server = Server::start(&authority, "localhost", &[PET, TAG]);
    let folder = project(&server.origin, "https://schemas.example.org");
    let (is_done, said) = generate(&folder, &authority);
    assert!(!is_done, "{said}");
    assert!(
        said.contains("spec/pets/openapi.yaml:7:13: error[E0204]"),
        "{said}"
    );
    assert_eq!(server.asked(), 0);
}
