//! What parameters and headers say of their values, in place and not under `schema`.

use super::super::cx::Cx;
use super::super::fields::Fields;
use super::super::schema;
use crate::document::{Schema, SchemaId, SimpleType};

/// The values of a parameter or a header.
pub(super) enum Value<'a> {
    /// Described in place.
    Here(Box<Schema<'a>>),
    /// Described under `schema`, as OpenAPI 3 does it.
    There(SchemaId),
    /// Not described, which was said.
    Nowhere,
}

/// Takes the keywords that describe values.
pub(super) fn read_value<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    what: &str,
) -> Value<'a> {
    if fields.peek("type").is_none() {
        if let Some(node) = fields.peek("schema") {
            fields.any("schema");
            let reason =
                format!("{what} outside of a body has no `schema`; it counts all the same");
            cx.skip_annotation(node, reason);
            return Value::There(cx.schema(node));
        }
        if fields.required(cx, "type").is_none() {
            return Value::Nowhere;
        }
    }
    Value::Here(Box::new(schema::read_in_place(cx, fields)))
}

impl<'a> Value<'a> {
    /// Returns whether the values are lists, as far as that is said in place.
    pub(super) fn is_list(&self) -> bool {
        match self {
            Self::Here(schema) => schema.types.single() == Some(SimpleType::Array),
            Self::There(_) | Self::Nowhere => false,
        }
    }

    /// Adds the schema to those of the document.
    pub(super) fn add(self, cx: &mut Cx<'a, '_>) -> Option<SchemaId> {
        match self {
            Self::Here(schema) => Some(cx.add_schema(*schema)),
            Self::There(id) => Some(id),
            Self::Nowhere => None,
        }
    }
}

/// Makes a schema one of bytes as they are: what `type: file` says.
pub(super) fn make_binary(schema: &mut Schema<'_>) {
    schema.types.insert(SimpleType::String);
    schema.rare_mut().media_type = Some("application/octet-stream");
}
