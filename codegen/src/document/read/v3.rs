//! The root of OpenAPI 3.x.

use super::super::{Document, SchemaId, Text, head};
use super::cx::Cx;
use super::external_docs::read_external_docs;
use super::fields::Fields;
use super::{components, identity, info, paths, security, servers};
use crate::diagnostic::{Code, Diagnostic};

/// Reads the root into the document.
pub(super) fn read_root<'a>(
    cx: &mut Cx<'a, '_>,
    mut fields: Fields<'a>,
    document: &mut Document<'a>,
) {
    // What it says was read before; a number is taken as a text with a word on it.
    fields.text(cx, "openapi");
    check_contents(cx, &fields);
    info::read_info(cx, &mut fields, document);
    document.servers = servers::read_servers(cx, &mut fields);
    document.tags = info::read_tags(cx, &mut fields);
    document.security = security::read_requirements(cx, &mut fields).unwrap_or_default();
    // Components come first, so that what stands there is shared whoever uses it.
    let components = components::read_components(cx, &mut fields);
    document.components = components.schemas;
    document.security_schemes = components.security_schemes;
    document.paths = paths::read_paths(cx, &mut fields, paths::read_path_item);
    if cx.version.has_webhooks() {
        document.webhooks = paths::read_webhooks(cx, &mut fields);
    }
    document.external_docs = read_external_docs(cx, &mut fields);
    identity::read_document_identity(cx, &mut fields);
    fields.close(cx);
}

/// Says that there is nothing in a document (OAS 3.1 §4.8.1; before that, `paths` alone would do).
fn check_contents(cx: &mut Cx<'_, '_>, root: &Fields<'_>) {
    let contents = ["paths", "components", "webhooks"];
    if contents.iter().any(|key| root.peek(key).is_some()) {
        return;
    }
    let message = "an OpenAPI document needs `paths`, `components` or `webhooks`";
    let mut diagnostic = Diagnostic::new(Code::MissingKey, message).help("add `paths`");
    // What stands in its place is shown, or else the place.
    for entry in root.node.as_object().into_iter().flatten() {
        if !ROOT_KEYS.contains(&entry.key) && !entry.key.starts_with("x-") {
            diagnostic = diagnostic.label(entry.key_span, "none of them");
        }
    }
    if diagnostic.labels.is_empty() {
        diagnostic = diagnostic.label(head(root.node), "missing in here");
    }
    cx.diagnostics.add(diagnostic);
}

/// What else a document has.
const ROOT_KEYS: [&str; 8] = [
    "openapi",
    "info",
    "servers",
    "tags",
    "security",
    "externalDocs",
    "jsonSchemaDialect",
    "$self",
];

/// Names with the schemas under them.
pub(super) type NamedSchemas<'a> = Vec<(Text<'a>, SchemaId)>;
