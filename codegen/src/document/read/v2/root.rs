//! The root of Swagger 2.0.

use super::super::cx::Cx;
use super::super::external_docs::read_external_docs;
use super::super::fields::Fields;
use super::super::{info, paths, reference, security};
use super::media::{self, Common};
use super::parameter::Parameter;
use super::paths::read_path_item;
use super::response::Response;
use super::{security as schemes, servers};
use crate::document::{Document, Text};

/// Reads the root into the document.
pub(in crate::document::read) fn read_root<'a>(
    cx: &mut Cx<'a, '_>,
    mut fields: Fields<'a>,
    document: &mut Document<'a>,
) {
    // What it says was read before; a number is taken as a text with a word on it.
    fields.text(cx, "swagger");
    info::read_info(cx, &mut fields, document);
    document.servers = servers::read_servers(cx, &mut fields);
    cx.v2.consumes = Common::new(media::read_list(cx, &mut fields, "consumes"));
    cx.v2.produces = Common::new(media::read_list(cx, &mut fields, "produces"));
    document.tags = info::read_tags(cx, &mut fields);
    document.security = security::read_requirements(cx, &mut fields).unwrap_or_default();
    read_definitions(cx, &mut fields, document);
    read_shared(cx, &mut fields);
    document.security_schemes = schemes::read_schemes(cx, &mut fields);
    fields.required(cx, "paths");
    document.paths = paths::read_paths(cx, &mut fields, read_path_item);
    document.external_docs = read_external_docs(cx, &mut fields);
    media::account_for_unused(cx);
    fields.close(cx);
}

/// Reads `definitions`, which OpenAPI 3 calls `components.schemas`.
fn read_definitions<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, document: &mut Document<'a>) {
    for entry in fields.map(cx, "definitions") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let schema = cx.schema(entry.value);
        document.components.push((name, schema));
    }
}

/// Reads `parameters` and `responses`, used or not.
fn read_shared<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    for entry in fields.map(cx, "parameters") {
        cx.uses.add_component(entry.value);
        reference::read_component::<Parameter<'a>>(cx, entry.value);
    }
    for entry in fields.map(cx, "responses") {
        cx.uses.add_component(entry.value);
        reference::read_component::<Response<'a>>(cx, entry.value);
    }
}
