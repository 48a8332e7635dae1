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
use crate::load::{Forest, Node};
use dialect::Version;

/// Reads the document. Fails only where it is no OpenAPI document of a version known here; other
/// faults are said and passed over.
pub(crate) fn read<'a>(
    forest: &'a Forest,
    diagnostics: &mut Diagnostics,
) -> Result<Document<'a>, Failed> {
    match version(forest.root()) {
        Ok(version) => Ok(document::read_document(cx::Cx::new(
            forest,
            version,
            diagnostics,
        ))),
        Err(diagnostic) => {
            diagnostics.add(*diagnostic);
            Err(Failed)
        }
    }
}

/// Finds the version, or says why there is none.
fn version(root: Node<'_>) -> Result<Version, Box<Diagnostic>> {
    let Some(named) = root.get("openapi").or_else(|| root.get("swagger")) else {
        let diagnostic = Diagnostic::new(Code::UnsupportedVersion, "this is no OpenAPI document")
            .label(super::head(root), "no key `openapi` in here")
            .help("an OpenAPI document says its version, as in `openapi: 3.1.0`");
        return Err(Box::new(diagnostic));
    };
    let text = named.text().unwrap_or_default();
    let (version, known, help) = if named.key() == Some("swagger") {
        let help = "write the version, as in `swagger: \"2.0\"`";
        (Version::parse_swagger(text), "expected 2.0", help)
    } else {
        let help = "write one of these versions, as in `openapi: 3.1.0`";
        (Version::parse(text), "expected 3.0, 3.1 or 3.2", help)
    };
    version.ok_or_else(|| {
        let message = "this version of OpenAPI cannot be read";
        Diagnostic::new(Code::UnsupportedVersion, message)
            .label(super::start(named), known)
            .help(help)
            .into()
    })
}
