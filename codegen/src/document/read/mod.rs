//! Trees to a document: finds the version and hands over to its reader.

mod callback;
mod check;
mod components;
mod content;
mod cx;
mod dialect;
mod document;
mod dynamic;
mod elsewhere;
mod encoding;
mod example;
mod external_docs;
mod fields;
mod found;
mod identity;
mod info;
mod link;
mod misplaced;
mod operation;
mod parameter;
mod paths;
mod reference;
mod response;
mod schema;
mod security;
mod servers;
mod unused;
mod v2;
mod v3;
mod xml;

use super::Document;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failed};
use crate::load::{Entry, Forest, Node, nearest};
use dialect::Version;

/// Reads the document. Fails only where it is no OpenAPI document of a version known here; other
/// faults are said and passed over.
///
/// `validates` says whether clients check values: schemas under conditions are read then.
pub(crate) fn read<'a>(
    forest: &'a Forest,
    validates: bool,
    diagnostics: &mut Diagnostics,
) -> Result<Document<'a>, Failed> {
    match version(forest.root()) {
        Ok(version) => {
            diagnostics.hold();
            let cx = cx::Cx::new(forest, version, validates, diagnostics);
            Ok(document::read_document(cx))
        }
        Err(diagnostic) => {
            diagnostics.add(*diagnostic);
            Err(Failed)
        }
    }
}

/// Finds the version, or says why there is none.
fn version(root: Node<'_>) -> Result<Version, Box<Diagnostic>> {
    let Some(named) = root.get("openapi").or_else(|| root.get("swagger")) else {
        return Err(Box::new(nameless(root)));
    };
    let text = named.text().unwrap_or_default();
    let is_swagger = named.key() == Some("swagger");
    let version = if is_swagger {
        Version::parse_swagger(text)
    } else {
        Version::parse(text)
    };
    if let Some(key) = later_key(root).filter(|_| version == Some(Version::V2)) {
        return Err(Box::new(too_old(named, &key)));
    }
    if let Some(key) = earlier_key(root).filter(|_| version > Some(Version::V2)) {
        return Err(Box::new(too_new(named, &key)));
    }
    version.ok_or_else(|| Box::new(unknown(named, is_swagger, text)))
}

/// Says that no key names the version, and which was probably meant to.
fn nameless(root: Node<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnsupportedVersion, "this is no OpenAPI document");
    let keys = root.as_object().into_iter().flatten().take(MAX_KEYS);
    let mut versions = keys.filter(|entry| entry.value.text().is_some());
    let near =
        versions.find(|entry| nearest(entry.key, ["openapi", "swagger"].into_iter()).is_some());
    match near {
        Some(entry) => {
            let meant = nearest(entry.key, ["openapi", "swagger"].into_iter()).unwrap_or("openapi");
            diagnostic
                .label(entry.key_span, "this key names no version")
                .help(format!("did you mean `{meant}`?"))
        }
        None => diagnostic
            .label(super::head(root), "no key `openapi` in here")
            .help("an OpenAPI document says its version, as in `openapi: 3.1.0`"),
    }
}

/// So many keys are compared with those that name a version.
const MAX_KEYS: usize = 100;

fn unknown(named: Node<'_>, is_swagger: bool, text: &str) -> Diagnostic {
    let (known, help) = if is_swagger && text.starts_with('3') {
        (
            "expected 2.0",
            "from version 3 on, the key is `openapi`, as in `openapi: 3.1.0`",
        )
    } else if is_swagger {
        (
            "expected 2.0",
            "write the version, as in `swagger: \"2.0\"`",
        )
    } else if text.starts_with('2') {
        (
            "expected 3.0, 3.1 or 3.2",
            "before version 3, the key is `swagger`, as in `swagger: \"2.0\"`",
        )
    } else {
        (
            "expected 3.0, 3.1 or 3.2",
            "write one of these versions, as in `openapi: 3.1.0`",
        )
    };
    Diagnostic::new(
        Code::UnsupportedVersion,
        "this version of OpenAPI cannot be read",
    )
    .label(super::start(named), known)
    .help(help)
}

/// Returns a key that only later versions than Swagger 2.0 have, where none is that only it has: the
/// document is written in another version than it names.
fn later_key(root: Node<'_>) -> Option<Entry<'_>> {
    if EARLIER.iter().any(|key| root.get(key).is_some()) {
        return None;
    }
    root.entry("components").or_else(|| root.entry("servers"))
}

/// Keys of Swagger 2.0 that later versions do not have.
const EARLIER: [&str; 7] = [
    "definitions",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "securityDefinitions",
];

/// Returns a key that only Swagger 2.0 has, where there are many of them and none that is newer.
fn earlier_key(root: Node<'_>) -> Option<Entry<'_>> {
    let later = ["components", "servers", "webhooks", "$self"];
    let count = EARLIER.iter().filter(|key| root.get(key).is_some()).count();
    if count < 3 || later.iter().any(|key| root.get(key).is_some()) {
        return None;
    }
    EARLIER.iter().find_map(|key| root.entry(key))
}

fn too_new(named: Node<'_>, key: &Entry<'_>) -> Diagnostic {
    let message = "the document names a later version and is written in Swagger 2.0";
    Diagnostic::new(Code::UnsupportedVersion, message)
        .label(super::start(named), "names a later version")
        .secondary(key.key_span, "known in Swagger 2.0 alone")
        .help("write `swagger: \"2.0\"` in place of `openapi`")
}

fn too_old(named: Node<'_>, key: &Entry<'_>) -> Diagnostic {
    let message = "the document names Swagger 2.0 and is written in a later version";
    Diagnostic::new(Code::UnsupportedVersion, message)
        .label(super::start(named), "names Swagger 2.0")
        .secondary(key.key_span, "known since OpenAPI 3.0")
        .help("write `openapi: 3.0.3` in place of `swagger`")
}
