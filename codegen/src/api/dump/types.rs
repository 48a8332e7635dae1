//! Types as text.

use super::super::{
    Additional, Api, Format, Identity, Kind, Object, Owner, Property, Step, Type, TypeId, TypeRef,
};
use super::out::Out;
use super::{docs, line, xml};

/// So deep at most are nameless types written out where they are used.
const DEPTH: usize = 32;

/// Returns whether a type has lines of its own.
pub(super) fn is_listed(ty: &Type) -> bool {
    matches!(ty.identity, Identity::Component(_))
        || matches!(ty.kind, Kind::Object(_) | Kind::Enum(_))
}

/// Writes one type, whole.
pub(super) fn ty(out: &mut Out, api: &Api, id: TypeId) {
    let ty = &api[id];
    let is_alias = matches!(ty.kind, Kind::Alias(_));
    let nullable = if ty.nullable && !is_alias { "?" } else { "" };
    let shape = shape(api, ty, 0);
    line(
        out,
        format_args!("type {}: {shape}{nullable}{}", name(api, id), xml(&ty.xml)),
    );
    docs(out, "  ", &ty.docs);
    if let Kind::Object(object) = &ty.kind {
        members(out, api, object);
    }
}

/// Returns a use of a type, as in `Pet`, `[string]`, `integer(int64)?`.
pub(super) fn label(api: &Api, ty: TypeRef) -> String {
    label_at(api, ty, 0)
}

fn label_at(api: &Api, ty: TypeRef, depth: usize) -> String {
    let mut label = if is_listed(&api[ty.id]) || depth > DEPTH {
        name(api, ty.id)
    } else {
        shape(api, &api[ty.id], depth)
    };
    if ty.nullable {
        label.push('?');
    }
    label
}

/// Returns the kind of a type and its constraints, as in `string(minLength 1)`.
fn shape(api: &Api, ty: &Type, depth: usize) -> String {
    let below = |ty: &TypeRef| label_at(api, *ty, depth + 1);
    let mut shape = match &ty.kind {
        Kind::Any => "any".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer(format) => with_format("integer", *format),
        Kind::Number(format) => with_format("number", *format),
        Kind::String(format) => with_format("string", *format),
        Kind::Enum(list) => {
            let values: Vec<String> = list
                .values
                .iter()
                .map(|v| format!("{:?}", v.value))
                .collect();
            format!("enum {}", values.join(" | "))
        }
        Kind::Array(items) => format!("[{}]", below(items)),
        Kind::Map(values) => format!("{{{}}}", below(values)),
        Kind::Object(_) => "object".to_owned(),
        Kind::Alias(target) => format!("= {}", below(target)),
    };
    let keywords = &ty.constraints.keywords;
    if !keywords.is_empty() {
        let texts: Vec<String> = keywords
            .iter()
            .map(|(key, value)| format!("{key} {value}"))
            .collect();
        shape.push_str(" where ");
        shape.push_str(&texts.join(", "));
    }
    shape
}

fn with_format(kind: &str, format: Option<Format>) -> String {
    let Some(format) = format else {
        return kind.to_owned();
    };
    let format = match format {
        Format::Int32 => "int32",
        Format::Int64 => "int64",
        Format::Uint32 => "uint32",
        Format::Uint64 => "uint64",
        Format::Float => "float",
        Format::Double => "double",
        Format::Byte => "byte",
        Format::Binary => "binary",
        Format::Password => "password",
    };
    format!("{kind}({format})")
}

fn members(out: &mut Out, api: &Api, object: &Object) {
    for member in &object.properties {
        property(out, api, member);
    }
    match object.additional {
        Additional::Any => {}
        Additional::Forbidden => line(out, format_args!("  nothing else")),
        Additional::Typed(ty) => line(out, format_args!("  anything else: {}", label(api, ty))),
    }
}

fn property(out: &mut Out, api: &Api, property: &Property) {
    let mut text = label(api, property.ty);
    for (set, word) in [
        (property.required, ", required"),
        (property.read_only, ", read-only"),
        (property.write_only, ", write-only"),
    ] {
        text.push_str(if set { word } else { "" });
    }
    if let Some(default) = &property.default {
        text.push_str(", default ");
        text.push_str(default);
    }
    out.at(&property.origin);
    line(
        out,
        format_args!("  {}: {text}{}", property.name, xml(&property.xml)),
    );
    docs(out, "    ", &property.docs);
}

/// Returns what names a type, as in `Pet`, `Pet.status`, `Pet.tags[]`, `getPet(200 application/json)`.
pub(super) fn name(api: &Api, id: TypeId) -> String {
    let mut steps = Vec::new();
    let mut identity = &api[id].identity;
    let base = loop {
        match identity {
            Identity::Component(name) => break name.as_str(),
            Identity::Inline { owner, step: last } => {
                steps.push(step(last));
                match owner {
                    Owner::Type(id) => identity = &api[*id].identity,
                    Owner::Operation(name)
                    | Owner::Path(name)
                    | Owner::Webhook(name)
                    | Owner::Callback(name)
                    | Owner::Shared(name) => {
                        break name.as_str();
                    }
                }
            }
        }
    };
    steps
        .iter()
        .rev()
        .fold(base.to_owned(), |name, step| name + step)
}

fn step(step: &Step) -> String {
    match step {
        Step::Property(name) => format!(".{name}"),
        Step::Items => "[]".to_owned(),
        Step::AdditionalProperties => "{}".to_owned(),
        Step::Member(index) => format!("|{index}"),
        Step::Parameter(name) => format!("({name})"),
        Step::RequestBody(media) => format!("(body {media})"),
        Step::Response(status, media) => format!("({})", format!("{status} {media}").trim_start()),
        Step::Header(status, name) => {
            format!("({})", format!("{status} header {name}").trim_start())
        }
        Step::RequestItem(media) => format!("(item of body {media})"),
        Step::ResponseItem(status, media) => {
            format!("(item of {})", format!("{status} {media}").trim_start())
        }
        Step::PartHeader(part, name) => {
            format!("({})", format!("{part} header {name}").trim_start())
        }
    }
}
