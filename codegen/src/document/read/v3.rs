//! The root of OpenAPI 3.x.

use super::super::{Docs, Document, SchemaId, Text};
use super::cx::Cx;
use super::fields::Fields;
use super::{components, info, paths, schema, security, servers};

/// Reads the whole document.
pub(super) fn read_document<'a>(mut cx: Cx<'a, '_>) -> Document<'a> {
    let mut document = Document {
        title: "",
        version: "",
        docs: Docs::default(),
        servers: Vec::new(),
        tags: Vec::new(),
        security: Vec::new(),
        security_schemes: Vec::new(),
        components: Vec::new(),
        paths: Vec::new(),
        shared: Vec::new(),
        notes: Vec::new(),
        schemas: Vec::new(),
        forest: cx.forest,
    };
    let root = cx.forest.root();
    if let Some(fields) = Fields::open(&mut cx, root, "an OpenAPI document") {
        read_root(&mut cx, fields, &mut document);
    }
    schema::read_pending(&mut cx);
    document.schemas = cx.schemas;
    document.shared = cx.shared;
    document.notes = cx.notes;
    document
}

fn read_root<'a>(cx: &mut Cx<'a, '_>, mut fields: Fields<'a>, document: &mut Document<'a>) {
    // The version was read before.
    fields.any("openapi");
    info::read_info(cx, &mut fields, document);
    document.servers = servers::read_servers(cx, &mut fields);
    document.tags = info::read_tags(cx, &mut fields);
    document.security = security::read_requirements(cx, &mut fields).unwrap_or_default();
    // Components come first, so that what stands there is shared whoever uses it.
    let components = components::read_components(cx, &mut fields);
    document.components = components.schemas;
    document.security_schemes = components.security_schemes;
    document.paths = paths::read_paths(cx, &mut fields);
    fields.annotations(
        cx,
        &[
            (
                "externalDocs",
                "links to other documentation are not carried over",
            ),
            (
                "jsonSchemaDialect",
                "the dialect of schemas is taken to be that of OpenAPI",
            ),
            (
                "$self",
                "the document is known by its place, not by `$self`",
            ),
        ],
    );
    fields.ignored(cx, &[("webhooks", "webhooks are not generated yet")]);
    fields.close(cx);
}

/// Names with the schemas under them.
pub(super) type NamedSchemas<'a> = Vec<(Text<'a>, SchemaId)>;
