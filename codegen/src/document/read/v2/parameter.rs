//! Parameters: those of OpenAPI 3, and the body and its form fields, which are parameters here.

use super::super::cx::{Cx, Memo};
use super::super::fields::Fields;
use super::super::parameter::{limited, read_allow_empty};
use super::super::reference::{self, Reusable};
use super::body::{Body, read_body};
use super::form::{Field, read_field};
use super::head::{Head, read_head};
use super::style::{self, Place};
use super::value;
use crate::document::{self, Docs, Handle, In, Use};
use crate::load::Node;

/// A parameter, by what OpenAPI 3 makes of it.
#[derive(Debug)]
pub(super) enum Parameter<'a> {
    Plain(Handle<document::Parameter<'a>>),
    Body(Body<'a>),
    Field(Field<'a>),
}

/// The parameters of a path item or an operation.
pub(super) struct List<'a> {
    /// The list itself, where there is one.
    pub(super) node: Option<Node<'a>>,
    pub(super) all: Vec<Handle<Parameter<'a>>>,
    /// Whether all of them could be read.
    pub(super) complete: bool,
}

/// Reads the list `parameters` of a path item or an operation.
pub(super) fn read_parameters<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> List<'a> {
    let node = owner.peek("parameters");
    let nodes = owner.list(cx, "parameters");
    let count = nodes.len();
    let mut all = Vec::new();
    for node in limited(cx, nodes) {
        all.extend(reference::read_use(cx, node).map(|parameter| parameter.item));
    }
    let complete = all.len() == count && node.is_none_or(Node::is_list);
    List {
        node,
        all,
        complete,
    }
}

impl<'a> List<'a> {
    /// Returns the parameters that are ones in OpenAPI 3 too.
    pub(super) fn plain(&self) -> Vec<Use<'a, document::Parameter<'a>>> {
        let plain = self.all.iter().filter_map(|parameter| match &**parameter {
            Parameter::Plain(plain) => Some(Handle::clone(plain)),
            Parameter::Body(_) | Parameter::Field(_) => None,
        });
        plain
            .map(|item| Use {
                item,
                summary: None,
                description: None,
            })
            .collect()
    }

    /// Returns the body parameters.
    pub(super) fn bodies(&self) -> Vec<&Body<'a>> {
        let bodies = self.all.iter().filter_map(|parameter| match &**parameter {
            Parameter::Body(body) => Some(body),
            Parameter::Plain(_) | Parameter::Field(_) => None,
        });
        bodies.collect()
    }

    /// Returns the form fields.
    pub(super) fn fields(&self) -> Vec<&Field<'a>> {
        let fields = self.all.iter().filter_map(|parameter| match &**parameter {
            Parameter::Field(field) => Some(field),
            Parameter::Plain(_) | Parameter::Body(_) => None,
        });
        fields.collect()
    }
}

/// Reads one parameter.
fn read_parameter<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Parameter<'a>> {
    let mut fields = Fields::open(cx, node, "a parameter")?;
    let head = read_head(cx, &mut fields, shared);
    let place = read_place(cx, &mut fields);
    let Some((head, place)) = head.zip(place) else {
        fields.abandon(cx);
        return None;
    };
    let parameter = match place {
        Place::Body => Parameter::Body(read_body(cx, &mut fields, head)),
        Place::Form => Parameter::Field(read_field(cx, &mut fields, head)),
        Place::Path => Parameter::Plain(read_plain(cx, &mut fields, head, place, In::Path)),
        Place::Query => Parameter::Plain(read_plain(cx, &mut fields, head, place, In::Query)),
        Place::Header => Parameter::Plain(read_plain(cx, &mut fields, head, place, In::Header)),
    };
    fields.close(cx);
    Some(parameter)
}

/// Reads the rest of a parameter of OpenAPI 3.
fn read_plain<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    head: Head<'a>,
    place: Place,
    location: In,
) -> Handle<document::Parameter<'a>> {
    let value = value::read_value(cx, fields, "a parameter");
    let style = style::read_style(cx, fields, &value, place);
    let docs = Docs {
        description: head.description,
        ..Docs::default()
    };
    Handle::new(document::Parameter {
        node: head.node,
        shared: head.shared,
        name: head.name,
        location,
        required: head.required,
        docs,
        style: style.name,
        explode: style.explode,
        allow_reserved: false,
        allow_empty: read_allow_empty(cx, fields),
        schema: value.add(cx),
        content: Vec::new(),
        examples: Vec::new(),
    })
}

const PLACES: [(&str, Place); 5] = [
    ("path", Place::Path),
    ("query", Place::Query),
    ("header", Place::Header),
    ("formData", Place::Form),
    ("body", Place::Body),
];

fn read_place<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<Place> {
    let place = fields.required_text(cx, "in")?;
    if let Some((_, known)) = PLACES.iter().find(|(name, _)| *name == place.text) {
        return Some(*known);
    }
    let message = format!("`{}` is no place for a parameter", place.text);
    cx.unknown_value(message, place, &PLACES.map(|(name, _)| name));
    None
}

impl<'a> Reusable<'a> for Parameter<'a> {
    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.v2.parameters
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self> {
        read_parameter(cx, node, shared)
    }
}
