//! Trees to a document: finds the version and hands over to its reader.

mod components;
mod content;
mod cx;
mod dialect;
mod fields;
mod info;
mod operation;
mod parameter;
mod paths;
mod reference;
mod response;
mod schema;
mod security;
mod servers;
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
        Ok(version) => Ok(v3::read_document(cx::Cx::new(forest, version, diagnostics))),
        Err(diagnostic) => {
            diagnostics.add(*diagnostic);
            Err(Failed)
        }
    }
}

/// Finds the version, or says why there is none.
fn version(root: Node<'_>) -> Result<Version, Box<Diagnostic>> {
    if let Some(swagger) = root.get("swagger") {
        let version = swagger.text().unwrap_or_default();
        let message = format!("Swagger {version} cannot be read yet");
        let diagnostic = Diagnostic::new(Code::UnsupportedVersion, message)
            .label(swagger.span(), "expected OpenAPI 3.0, 3.1 or 3.2")
            .help("convert the description to OpenAPI 3, for instance with `swagger2openapi`");
        return Err(Box::new(diagnostic));
    }
    let Some(openapi) = root.get("openapi") else {
        let diagnostic = Diagnostic::new(Code::UnsupportedVersion, "this is no OpenAPI document")
            .label(super::head(root), "no key `openapi` in here")
            .help("an OpenAPI document says its version, as in `openapi: 3.1.0`");
        return Err(Box::new(diagnostic));
    };
    Version::parse(openapi.text().unwrap_or_default()).ok_or_else(|| {
        let message = "this version of OpenAPI cannot be read";
        Diagnostic::new(Code::UnsupportedVersion, message)
            .label(super::start(openapi), "expected 3.0, 3.1 or 3.2")
            .help("write one of these versions, as in `openapi: 3.1.0`")
            .into()
    })
}
