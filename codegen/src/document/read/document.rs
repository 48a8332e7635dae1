//! The document as a whole: what all versions have in common, filled in by the reader of one.

use std::collections::BTreeSet;

use super::super::{Docs, Document, Info};
use super::cx::Cx;
use super::dialect::{Version, has_dotted_labels};
use super::fields::Fields;
use super::{callback, check, dynamic, elsewhere, identity, schema, security, unused, v2, v3};
use crate::load::Node;

/// Reads the whole document.
pub(super) fn read_document<'a>(mut cx: Cx<'a, '_>) -> Document<'a> {
    let mut document = Document {
        title: "",
        version: "",
        specification: specification(cx.forest.root()),
        has_dotted_labels: has_dotted_labels(specification(cx.forest.root())),
        joins_lists_anywhere: cx.version.has_collection_formats(),
        docs: Docs::default(),
        info: Info::default(),
        external_docs: None,
        servers: Vec::new(),
        tags: Vec::new(),
        security: Vec::new(),
        security_schemes: Vec::new(),
        scheme_names: BTreeSet::new(),
        components: Vec::new(),
        paths: Vec::new(),
        webhooks: Vec::new(),
        callbacks: Vec::new(),
        extensions: Vec::new(),
        shared: Vec::new(),
        notes: Vec::new(),
        homes: cx.version.homes(),
        schemas: Vec::new(),
        forest: cx.forest,
    };
    let root = cx.forest.root();
    let what = cx.version.document();
    if let Some(fields) = Fields::open(&mut cx, root, what) {
        match cx.version {
            Version::V2 => v2::read_root(&mut cx, fields, &mut document),
            Version::V3_0 | Version::V3_1 | Version::V3_2 => {
                v3::read_root(&mut cx, fields, &mut document);
            }
        }
    }
    let done = callback::read_pending(&mut cx, 0);
    unused::read_late(&mut cx);
    callback::read_pending(&mut cx, done);
    document
        .security_schemes
        .extend(security::read_foreign(&mut cx));
    schema::read_pending(&mut cx);
    check::check(&mut cx);
    elsewhere::settle(&mut cx, &document);
    dynamic::read_scopes(&mut cx);
    identity::say_unused_definitions(&mut cx);
    security::say_lost(&mut cx, &document);
    cx.diagnostics.settle();
    unused::account_for_unused(&mut cx);
    document.callbacks = cx.callbacks;
    document.extensions = cx.extensions;
    document.schemas = cx.schemas;
    document.scheme_names = cx.scheme_names;
    document.shared = cx.shared;
    document.notes = cx.notes;
    document
}

/// Returns what the root says of its own version.
fn specification(root: Node<'_>) -> &str {
    let said = root.get("openapi").or_else(|| root.get("swagger"));
    said.and_then(Node::text).unwrap_or_default()
}
