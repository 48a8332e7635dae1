//! Uses of types as text, in one line.

use super::super::{
    Additional, Api, Constraint, Enum, Identity, Kind, Map, Owner, Rule, Scalar, Step, Text, Tuple,
    Type, TypeId, TypeRef,
};
use super::types::is_listed;
use super::xml;

/// So deep at most are nameless types written out where they are used.
const DEPTH: usize = 32;

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

/// Returns the kind of a type and its constraints, as in `string where minLength 1`.
pub(super) fn shape(api: &Api, ty: &Type, depth: usize) -> String {
    let below = |ty: &TypeRef| label_at(api, *ty, depth + 1);
    let mut shape = match &ty.kind {
        Kind::Any => "any".to_owned(),
        Kind::Never => "never".to_owned(),
        Kind::Null => "null".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer(_) => with_format("integer", &ty.kind),
        Kind::Number(_) => with_format("number", &ty.kind),
        Kind::String(_) => with_format("string", &ty.kind),
        Kind::Enum(list) => enumeration(list),
        Kind::Array(items) => format!("[{}]", below(items)),
        Kind::Tuple(tuple) => format_tuple(tuple, below),
        Kind::Map(map) => format_map(map, below),
        Kind::Object(_) => "object".to_owned(),
        Kind::Union(union) => match union.rule {
            Rule::OneOf => "one of".to_owned(),
            Rule::AnyOf => "any of".to_owned(),
            Rule::Types => "of several types".to_owned(),
        },
        Kind::Alias(target) => format!("= {}", below(target)),
    };
    if let Some(text) = &ty.text {
        shape.push_str(&holds(text, below));
    }
    let constraints = ty.constraints.keywords.iter();
    let constraints = constraints.chain(&ty.constraints.conditions);
    let texts: Vec<String> = constraints.map(constraint).collect();
    if !texts.is_empty() {
        shape.push_str(" where ");
        shape.push_str(&texts.join(", "));
    }
    shape
}

/// Returns a constraint, as in `minLength 1`.
pub(super) fn constraint(constraint: &Constraint) -> String {
    let value = constraint.value.json.as_deref().unwrap_or("(long)");
    format!("{} {value}", constraint.keyword)
}

fn with_format(kind: &str, of: &Kind) -> String {
    match of.format() {
        Some(format) => format!("{kind}({})", format.as_str()),
        None => kind.to_owned(),
    }
}

fn enumeration(list: &Enum) -> String {
    let word = if list.is_constant { "const" } else { "enum" };
    let values: Vec<String> = list
        .values
        .iter()
        .map(|value| scalar(&value.value))
        .collect();
    format!("{word} {}", values.join(" | "))
}

/// Returns a value as JSON, as in `"a"`, `1.10`, `true`.
pub(super) fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Boolean(_) | Scalar::Number(_) => value.text().to_owned(),
        Scalar::String(text) => format!("{text:?}"),
    }
}

fn format_tuple(tuple: &Tuple, below: impl Fn(&TypeRef) -> String) -> String {
    let mut items: Vec<String> = tuple.prefix.iter().map(&below).collect();
    for (item, form) in items.iter_mut().zip(&tuple.xml) {
        item.push_str(&xml(form));
    }
    match tuple.rest {
        Additional::Any => items.push("..any".to_owned()),
        Additional::Forbidden => {}
        Additional::Typed(ty) => items.push(format!("..{}", below(&ty))),
    }
    format!("({})", items.join(", "))
}

fn format_map(map: &Map, below: impl Fn(&TypeRef) -> String) -> String {
    let mut parts: Vec<String> = map
        .patterns
        .iter()
        .map(|pattern| format!("like {:?}: {}", pattern.regex, below(&pattern.ty)))
        .collect();
    let names = map.names.map(|names| format!("names {}", below(&names)));
    parts.extend(names);
    parts.push(below(&map.values));
    format!("{{{}}}", parts.join(", "))
}

/// Returns what a text holds, as in ` holding base64url, image/png`.
fn holds(text: &Text, below: impl Fn(&TypeRef) -> String) -> String {
    let words = text.encoding.iter().chain(&text.media_type).cloned();
    let words: Vec<String> = words.chain(text.schema.iter().map(below)).collect();
    format!(" holding {}", words.join(", "))
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
                    | Owner::Shared(name) => break name.as_str(),
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
        Step::Member(key) => format!("|{key}"),
        Step::Base => "|*".to_owned(),
        Step::Position(index) => format!("[{index}]"),
        Step::Pattern(regex) => format!("{{{regex}}}"),
        Step::Name => "{name}".to_owned(),
        Step::Content => "(content)".to_owned(),
        Step::Beside(index) => format!("+{index}"),
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
