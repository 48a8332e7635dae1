//! Keywords that say what values look like.

use super::super::super::{
    Additional, Property, Schema, SchemaId, SimpleType, Text, unknown_value,
};
use super::super::cx::Cx;
use super::super::fields::{Fields, text};
use crate::load::{Entry, Kind, Node};

/// Takes `type` and `nullable`.
pub(super) fn read_types<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
) {
    if let Some(node) = fields.value(cx, "type") {
        match node.as_array() {
            // OpenAPI 3.0 knows a single type only, but nothing else can be meant there.
            Some(names) => names.for_each(|name| read_type(cx, name, schema)),
            None => read_type(cx, node, schema),
        }
    }
    if cx.version.has_nullable_extension() {
        schema.nullable |= fields.flag(cx, "x-nullable").unwrap_or(false);
    } else if cx.version.has_nullable() {
        schema.nullable |= fields.flag(cx, "nullable").unwrap_or(false);
    }
}

fn read_type<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, schema: &mut Schema<'a>) {
    let name = match node.kind() {
        Kind::String(name) => name,
        // `type: null` without quotes.
        Kind::Null => "null",
        Kind::Bool(_) | Kind::Number(_) | Kind::Array | Kind::Object => {
            cx.wrong_kind(node, "`type`", "the name of a type");
            return;
        }
    };
    match SimpleType::parse(name) {
        Some(ty) => schema.types.insert(ty),
        None if name == "null" => schema.nullable = true,
        None => {
            let span = node.span();
            let found = Text { text: name, span };
            let diagnostic = unknown_value(format!("`{name}` is no type"), found, &TYPES);
            cx.diagnostics.add(match habit(name) {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
        }
    }
}

const TYPES: [&str; 7] = [
    "string", "integer", "number", "boolean", "array", "object", "null",
];

/// Takes the keywords of values that are described in place: no objects, no combinations.
pub(super) fn read_plain_shape<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
) {
    let format = fields.peek("format");
    schema.format = fields.text(cx, "format").and(format);
    read_values(cx, fields, schema);
    read_items(cx, fields, schema);
}

/// Returns what to write for a type of other languages and other versions.
fn habit(name: &str) -> Option<String> {
    let [ty, format] = match name.to_ascii_lowercase().as_str() {
        "int" => ["integer", ""],
        "int32" => ["integer", "int32"],
        "long" | "int64" => ["integer", "int64"],
        "float" => ["number", "float"],
        "double" => ["number", "double"],
        "decimal" => ["number", ""],
        "bool" => ["boolean", ""],
        "text" | "str" => ["string", ""],
        "date" => ["string", "date"],
        "datetime" | "date-time" | "timestamp" => ["string", "date-time"],
        "uuid" => ["string", "uuid"],
        "uri" | "url" => ["string", "uri"],
        "file" | "binary" => ["string", "binary"],
        "byte" => ["string", "byte"],
        "list" => ["array", ""],
        "map" | "dict" => ["object", ""],
        "any" => return Some("remove `type`: a schema without one takes any value".to_owned()),
        _ => return None,
    };
    Some(match format {
        "" => format!("write `type: {ty}`"),
        format => format!("write `type: {ty}` and `format: {format}`"),
    })
}

/// Takes the keywords of objects, arrays, enumerations and combinations.
pub(super) fn read_shape<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
) {
    let format = fields.peek("format");
    schema.format = fields.text(cx, "format").and(format);
    read_values(cx, fields, schema);
    let properties = fields.map(cx, "properties");
    schema.properties = properties.iter().map(|entry| property(cx, entry)).collect();
    schema.required = read_required(cx, fields);
    schema.additional = read_additional(cx, fields);
    read_items(cx, fields, schema);
    let all_of = read_members(cx, fields, "allOf");
    if !all_of.is_empty() {
        schema.combination_mut().all = all_of;
    }
    if cx.version.has_unions() {
        let one_of = read_members(cx, fields, "oneOf");
        let any_of = read_members(cx, fields, "anyOf");
        if !(one_of.is_empty() && any_of.is_empty()) {
            let combination = schema.combination_mut();
            (combination.one, combination.any) = (one_of, any_of);
        }
    }
    if cx.version.has_json_schema_2020() {
        read_patterns(cx, fields, schema);
        let prefix = fields.list(cx, "prefixItems");
        add_prefix(cx, prefix, schema);
        read_content(cx, fields, schema);
    }
}

/// Takes what a text holds. Base64 and plain octets are generated; all else callers see to.
fn read_content<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    let nodes = ["contentEncoding", "contentMediaType"].map(|key| fields.peek(key));
    let encoding = fields.text(cx, "contentEncoding");
    let media_type = fields.text(cx, "contentMediaType");
    if encoding.is_some() || media_type.is_some() {
        let rare = schema.rare_mut();
        (rare.encoding, rare.media_type) = (encoding, media_type);
    }
    let generated = [
        matches!(encoding, Some("base64" | "base64url")),
        encoding.is_none() && media_type == Some("application/octet-stream"),
    ];
    for (node, is_generated) in nodes.into_iter().zip(generated) {
        if let Some(node) = node.filter(|_| !is_generated) {
            cx.skip_annotation(node, "texts that hold something else are plain texts");
        }
    }
}

fn read_values<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    if fields.peek("enum").is_some() {
        schema.values = Some(fields.list(cx, "enum"));
    }
    if !cx.version.has_json_schema_2020() {
        return;
    }
    // `const` is `enum` with one value (JSON Schema 2020-12 §6.1.3).
    if let Some(value) = fields.any("const") {
        schema.values = Some(vec![value]);
        schema.constant = true;
    }
}

fn read_patterns<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    let patterns = fields.map(cx, "patternProperties");
    if !patterns.is_empty() {
        let patterns = patterns.into_iter().map(|entry| property(cx, &entry));
        schema.rare_mut().patterns = patterns.collect();
    }
}

pub(super) fn property<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> Property<'a> {
    Property {
        name: Text {
            text: entry.key,
            span: entry.key_span,
        },
        schema: cx.schema(entry.value),
    }
}

fn add_prefix<'a>(
    cx: &mut Cx<'a, '_>,
    nodes: impl IntoIterator<Item = Node<'a>>,
    schema: &mut Schema<'a>,
) {
    let ids: Vec<SchemaId> = nodes.into_iter().map(|node| cx.schema(node)).collect();
    if !ids.is_empty() {
        schema.rare_mut().prefix = ids;
    }
}

fn read_required<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Vec<Text<'a>> {
    if let Some(flag) = fields
        .peek("required")
        .filter(|node| node.as_bool().is_some())
    {
        fields.any("required");
        // What to write is said where the whole schema is looked at.
        cx.skip_annotation(
            flag,
            "`required` of a schema is a list of names; the flag is ignored",
        );
        return Vec::new();
    }
    let names = fields.list(cx, "required");
    names
        .into_iter()
        .filter_map(|name| text(cx, name, "required"))
        .collect()
}

fn read_additional<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Additional {
    let Some(node) = fields.value(cx, "additionalProperties") else {
        return Additional::Silent;
    };
    match node.as_bool() {
        Some(true) => Additional::Allowed,
        Some(false) => Additional::Forbidden,
        None => Additional::Schema(cx.schema(node)),
    }
}

fn read_items<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, schema: &mut Schema<'a>) {
    let Some(node) = fields.value(cx, "items") else {
        return;
    };
    if let Some(items) = node.as_array() {
        // What drafts before 2020-12 wrote for `prefixItems`.
        add_prefix(cx, items, schema);
        return;
    }
    schema.items = Some(cx.schema(node));
}

fn read_members<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    key: &'static str,
) -> Vec<SchemaId> {
    let nodes = fields.list(cx, key);
    nodes.into_iter().map(|node| cx.schema(node)).collect()
}
