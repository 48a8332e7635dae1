//! `components`: what has a name of its own.

use super::super::{Example, Header, Link, Parameter, RequestBody, Response, SecurityScheme, Text};
use super::callback::CALLBACKS;
use super::cx::Cx;
use super::example::EXAMPLES;
use super::fields::Fields;
use super::link::LINKS;
use super::unused::Late;
use super::v3::NamedSchemas;
use super::{callback, reference, security};
use crate::load::{Entry, Node};

/// What is taken from `components` itself; the rest is found by reference.
#[derive(Default)]
pub(super) struct Components<'a> {
    pub(super) schemas: NamedSchemas<'a>,
    pub(super) security_schemes: Vec<SecurityScheme<'a>>,
}

/// Reads `components`, all of it, used or not.
pub(super) fn read_components<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Components<'a> {
    let mut components = Components::default();
    let Some(node) = root.value(cx, "components") else {
        return components;
    };
    let Some(mut fields) = Fields::open(cx, node, "`components`") else {
        return components;
    };
    for entry in fields.map(cx, "schemas") {
        let name = Text {
            text: entry.key,
            span: entry.key_span,
        };
        let schema = cx.schema(entry.value);
        components.schemas.push((name, schema));
    }
    read_shared(cx, &mut fields);
    read_others(cx, &mut fields);
    components.security_schemes = security::read_schemes(cx, &mut fields);
    fields.close(cx);
    components
}

/// Reads what bodies, operations and answers are made of.
fn read_shared<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    for node in entries(cx, fields, "parameters") {
        reference::read_component::<Parameter<'a>>(cx, node);
    }
    for node in entries(cx, fields, "headers") {
        reference::read_component::<Header<'a>>(cx, node);
    }
    for node in entries(cx, fields, "requestBodies") {
        reference::read_component::<RequestBody<'a>>(cx, node);
    }
    for node in entries(cx, fields, "responses") {
        reference::read_component::<Response<'a>>(cx, node);
    }
    // What a path or a body refers to becomes part of it, so it is known at the end which are not read.
    if cx.version.has_shared_path_items() {
        let late = named(cx, fields, "pathItems").into_iter();
        cx.late.extend(late.map(Late::PathItem));
    }
    if cx.version.has_sequences() {
        let late = named(cx, fields, "mediaTypes").into_iter();
        cx.late.extend(late.map(Late::MediaType));
    }
}

/// Reads what is not generated yet.
fn read_others<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    for node in entries(cx, fields, "examples") {
        reference::read_component::<Example<'a>>(cx, node);
    }
    for node in entries(cx, fields, "links") {
        reference::read_component::<Link<'a>>(cx, node);
    }
    for node in entries(cx, fields, "callbacks") {
        callback::read_callback(cx, node, true);
    }
    if let Some(node) = fields.peek("examples") {
        cx.skip_annotation(node, EXAMPLES);
    }
    for (key, reason) in [("links", LINKS), ("callbacks", CALLBACKS)] {
        if let Some(node) = fields.peek(key) {
            cx.ignore(node, reason);
        }
    }
}

/// Takes the components of one kind, each of which must be referred to.
fn entries<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, key: &'static str) -> Vec<Node<'a>> {
    let entries = named(cx, fields, key).into_iter();
    entries.map(|entry| entry.value).collect()
}

fn named<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, key: &'static str) -> Vec<Entry<'a>> {
    let entries = fields.map(cx, key);
    for entry in &entries {
        cx.uses.add_component(entry.value);
    }
    entries
}
