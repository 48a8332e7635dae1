//! Forms: all parameters `in: formData` of an operation as one body.

use std::collections::BTreeSet;

use super::super::cx::Cx;
use super::super::fields::Fields;
use super::body::{in_place, silent};
use super::head::Head;
use super::media::{self, Name};
use super::style::{self, Place, Style};
use super::value::{self, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{
    Additional, Encoding, Encodings, MediaType, Property, RequestBody, Schema, SchemaId,
    SimpleType, Text, Use,
};
use crate::load::Node;

const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// A parameter that is one field of a form.
#[derive(Debug)]
pub(super) struct Field<'a> {
    head: Head<'a>,
    schema: Option<SchemaId>,
    is_file: bool,
    style: Style<'a>,
}

/// Reads the rest of a form field.
pub(super) fn read_field<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    head: Head<'a>,
) -> Field<'a> {
    let is_file = fields.peek("type").and_then(Node::as_str) == Some("file");
    let mut value = if is_file {
        Value::Here(Box::new(read_file(fields)))
    } else {
        value::read_value(cx, fields, "a form field")
    };
    let style = style::read_style(cx, fields, &value, Place::Form);
    if let Value::Here(schema) = &mut value {
        schema.docs.description = head.description;
    }
    let empty = "`allowEmptyValue` is not used: an empty text is sent where the caller gives one";
    fields.annotations(cx, &[("allowEmptyValue", empty)]);
    Field {
        head,
        schema: value.add(cx),
        is_file,
        style,
    }
}

fn read_file<'a>(fields: &mut Fields<'a>) -> Schema<'a> {
    fields.any("type");
    let mut schema = Schema::new(fields.node);
    value::make_binary(&mut schema);
    schema
}

/// Returns the body that fields make up. They stand in `owner`, which is the list or its operation.
pub(super) fn request_body<'a>(
    cx: &mut Cx<'a, '_>,
    owner: Node<'a>,
    fields: &[&Field<'a>],
    consumes: &[Name<'a>],
) -> Use<'a, RequestBody<'a>> {
    let schema = form_schema(cx, owner, fields);
    let schema = cx.add_schema(schema);
    in_place(RequestBody {
        node: owner,
        shared: false,
        description: None,
        required: fields.iter().any(|field| field.head.required),
        content: content(cx, owner, consumes, schema, fields),
    })
}

/// Puts the fields together as the properties of one object.
fn form_schema<'a>(cx: &mut Cx<'a, '_>, owner: Node<'a>, fields: &[&Field<'a>]) -> Schema<'a> {
    let mut form = Schema::new(owner);
    form.types.insert(SimpleType::Object);
    // A form has the fields that are listed, and no others.
    form.additional = Additional::Forbidden;
    let mut seen = BTreeSet::new();
    for field in fields {
        let name = field.head.name;
        if !seen.insert(name.text) {
            let message = format!("the parameter `{}` is declared twice", name.text);
            let diagnostic = Diagnostic::new(Code::DuplicateParameter, message)
                .label(name.span, "passed over, because the first one counts");
            cx.diagnostics.add(diagnostic);
            continue;
        }
        if let Some(schema) = field.schema {
            form.properties.push(Property { name, schema });
        }
        if field.head.required {
            form.required.push(name);
        }
    }
    form
}

/// Returns the form in the media types of forms among those that are consumed.
fn content<'a>(
    cx: &mut Cx<'a, '_>,
    owner: Node<'a>,
    consumes: &[Name<'a>],
    schema: SchemaId,
    fields: &[&Field<'a>],
) -> Vec<MediaType<'a>> {
    let has_file = fields.iter().any(|field| field.is_file);
    let mut content = Vec::new();
    for name in consumes {
        match fault(name.text.text, has_file) {
            Some(reason) => media::skip_name(cx, name, reason),
            None => content.push(MediaType::new(name.node, name.text, Some(schema))),
        }
    }
    if content.is_empty() {
        let name = if has_file { MULTIPART } else { URLENCODED };
        content.push(silent(owner, name, Some(schema)));
    }
    for media_type in &mut content {
        let joined = fields.iter().filter_map(|field| field.encoding());
        media_type.encoding.named = joined.collect();
    }
    content
}

/// Returns why a form cannot travel in a media type.
fn fault(name: &str, has_file: bool) -> Option<&'static str> {
    let essence = name.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    match essence.as_str() {
        URLENCODED if has_file => Some("a file travels in a multipart body"),
        URLENCODED => None,
        other if other.starts_with("multipart/") => None,
        _ => Some("form fields travel as a form, whatever else is consumed"),
    }
}

impl<'a> Field<'a> {
    /// Returns the name, which tells fields apart.
    pub(super) fn name(&self) -> &'a str {
        self.head.name.text
    }

    /// Returns how the items of a list are joined, where they are.
    fn encoding(&self) -> Option<(Text<'a>, Encoding<'a>)> {
        if self.style.explode != Some(false) {
            return None;
        }
        let encoding = Encoding {
            node: self.head.node,
            content_type: None,
            headers: Vec::new(),
            style: self.style.name,
            explode: self.style.explode,
            allow_reserved: None,
            nested: Encodings::default(),
        };
        Some((self.head.name, encoding))
    }

    /// Returns the parameter itself.
    pub(super) fn node(&self) -> Node<'a> {
        self.head.node
    }
}
