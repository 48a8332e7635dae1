//! `components`: what has a name of its own.

use super::super::{Header, Parameter, RequestBody, Response, SecurityScheme, Text};
use super::cx::Cx;
use super::fields::Fields;
use super::v3::NamedSchemas;
use super::{reference, security};

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
    components.security_schemes = security::read_schemes(cx, &mut fields);
    // Path items and media types are read where a path or a body refers to them.
    fields.any("pathItems");
    fields.any("mediaTypes");
    fields.annotations(cx, &[("examples", "examples are not carried over")]);
    fields.ignored(
        cx,
        &[
            ("links", "links are not generated yet"),
            ("callbacks", "callbacks are not generated yet"),
        ],
    );
    fields.close(cx);
    components
}

fn read_shared<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) {
    for entry in fields.map(cx, "parameters") {
        reference::read_component::<Parameter<'a>>(cx, entry.value);
    }
    for entry in fields.map(cx, "headers") {
        reference::read_component::<Header<'a>>(cx, entry.value);
    }
    for entry in fields.map(cx, "requestBodies") {
        reference::read_component::<RequestBody<'a>>(cx, entry.value);
    }
    for entry in fields.map(cx, "responses") {
        reference::read_component::<Response<'a>>(cx, entry.value);
    }
}
