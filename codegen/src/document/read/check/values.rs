//! Defaults, examples and enumerations: values that do not fit the schema they stand in.

use std::hash::{BuildHasher, Hasher};

use super::super::cx::{Cx, kind_name};
use super::schema::{Keywords, TYPES};
use crate::diagnostic::{Code, Diagnostic};
use crate::hashing::QuickMap;
use crate::load::{Entry, Kind, Node};

/// Checks the values in a schema.
pub(super) fn check(cx: &mut Cx<'_, '_>, keywords: &Keywords<'_>) {
    if let Some(values) = &keywords.values {
        check_spellings(cx, values);
        check_values(cx, keywords, values);
    }
    if let Some(default) = &keywords.default {
        let fits = check_type(cx, keywords, default.value, OF_DEFAULTS);
        if let Some(values) = keywords.values.as_ref().filter(|_| fits) {
            check_default(cx, default, values);
        }
    }
    if let Some(example) = &keywords.example {
        check_type(cx, keywords, example.value, OF_EXAMPLES);
    }
    let examples = keywords
        .examples
        .as_ref()
        .and_then(|entry| entry.value.as_array());
    for example in examples.into_iter().flatten() {
        check_type(cx, keywords, example, OF_EXAMPLES);
    }
}

const OF_DEFAULTS: &str = "defaults do not fit what they are for";
const OF_EXAMPLES: &str = "examples do not fit their types";
const OF_VALUES: &str = "values of enumerations do not fit their types";

/// Says which values of an enumeration are not of the type beside it. That of a list is often meant for
/// its items.
fn check_values(cx: &mut Cx<'_, '_>, keywords: &Keywords<'_>, values: &Entry<'_>) {
    let Some(listed) = values.value.as_array() else {
        return;
    };
    let is_list = keywords.ty.as_ref().and_then(|ty| ty.value.as_str()) == Some("array");
    if is_list && listed.clone().all(|value| value.as_array().is_none()) {
        say_beside_items(cx, keywords, values);
        return;
    }
    // One is enough to see what is wrong with all.
    for value in listed.take(MAX_VALUES) {
        if !check_type(cx, keywords, value, OF_VALUES) {
            return;
        }
    }
}

fn say_beside_items(cx: &mut Cx<'_, '_>, keywords: &Keywords<'_>, values: &Entry<'_>) {
    let message = "`enum` lists no arrays, and the type is `array`";
    let diagnostic = Diagnostic::new(Code::DefaultMismatch, message)
        .label(values.key_span, "no value is one of these")
        .help("move `enum` into `items` if it is for the elements")
        .several("enumerations are for the elements of an array, and stand beside `items`");
    cx.diagnostics.add(match &keywords.ty {
        Some(ty) => diagnostic.secondary(ty.value.span(), "the type"),
        None => diagnostic,
    });
}

/// Says that a value is not of the type beside it. Returns whether it is.
fn check_type(
    cx: &mut Cx<'_, '_>,
    keywords: &Keywords<'_>,
    value: Node<'_>,
    several: &'static str,
) -> bool {
    let Some(ty) = &keywords.ty else {
        return true;
    };
    if has_type(value, ty.value) {
        return true;
    }
    let what = if several == OF_DEFAULTS {
        "default"
    } else if several == OF_VALUES {
        "value of `enum`"
    } else {
        "example"
    };
    let message = format!("the {what} is not of the type that is described");
    let diagnostic = Diagnostic::new(Code::DefaultMismatch, message)
        .label(
            super::super::super::start(value),
            format!("this is {}", kind_name(value)),
        )
        .secondary(ty.value.span(), "the type")
        .help(help(value, ty.value))
        .several(several);
    cx.diagnostics.add(diagnostic);
    false
}

fn help(value: Node<'_>, ty: Node<'_>) -> String {
    match (value.kind(), ty.as_str()) {
        (Kind::Number(text), Some("string")) => format!("quote it, as in `\"{text}\"`"),
        (Kind::Bool(flag), Some("string")) => format!("quote it, as in `\"{flag}\"`"),
        (Kind::String(_), Some("integer" | "number" | "boolean")) => {
            "write it without quotes, or correct the type".to_owned()
        }
        (_, Some("array")) => "write a list, as in `[a, b]`".to_owned(),
        _ => "correct the value or the type".to_owned(),
    }
}

/// Returns whether a value is of a type or of one of a list of types; `null` always is, because many
/// write it for no value at all.
fn has_type(value: Node<'_>, ty: Node<'_>) -> bool {
    let fits = |name: &str| match value.kind() {
        Kind::Null => true,
        Kind::Bool(_) => name == "boolean",
        Kind::Number(text) => name == "number" || (name == "integer" && is_whole(text)),
        Kind::String(_) => name == "string",
        Kind::Array => name == "array",
        Kind::Object => name == "object",
    };
    // A name that is no type has been said by its reader.
    let allows = |name: &str| fits(name) || !TYPES.contains(&name);
    match ty.as_array() {
        Some(names) => {
            let mut names = names.filter_map(Node::as_str).peekable();
            names.peek().is_none() || names.any(allows)
        }
        None => ty.as_str().is_none_or(allows),
    }
}

/// Returns whether a number has no fraction, as in `1`, `1.0`, `1e3`.
fn is_whole(text: &str) -> bool {
    text.parse::<f64>()
        .is_ok_and(|number| number.fract() == 0.0)
}

fn check_default(cx: &mut Cx<'_, '_>, default: &Entry<'_>, values: &Entry<'_>) {
    let Some(text) = default.value.text().filter(|_| !default.value.is_null()) else {
        return;
    };
    let Some(mut listed) = values.value.as_array() else {
        return;
    };
    if listed.any(|value| value.text() == Some(text)) {
        return;
    }
    let texts = values
        .value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Node::text);
    let meant = crate::load::nearest(text, texts);
    let diagnostic = Diagnostic::new(
        Code::DefaultMismatch,
        format!("the default `{text}` is none of the values of `enum`"),
    )
    .label(default.value.span(), "not listed")
    .secondary(values.key_span, "the values that there are")
    .several(OF_DEFAULTS);
    cx.diagnostics.add(match meant {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help("add it to `enum`, or take one of those"),
    });
}

/// So many values of one enumeration are compared.
const MAX_VALUES: usize = 20_000;

/// Says which values of an enumeration only capitals and signs tell apart, so that names made of them
/// need more than the value.
fn check_spellings(cx: &mut Cx<'_, '_>, values: &Entry<'_>) {
    let mut seen: QuickMap<u64, Node<'_>> = QuickMap::default();
    let listed = values.value.as_array().into_iter().flatten();
    for value in listed.take(MAX_VALUES) {
        let Some(text) = value.as_str().filter(|text| core(text).next().is_some()) else {
            continue;
        };
        let mut hasher = seen.hasher().build_hasher();
        core(text).for_each(|c| hasher.write_u32(c.into()));
        let first = *seen.entry(hasher.finish()).or_insert(value);
        let is_like = |first: &str| first != text && core(first).eq(core(text));
        if first.as_str().is_some_and(is_like) {
            say_alike(cx, first, value);
        }
    }
}

/// Returns what names are made of: letters and digits, and a sign in front, which is how many write
/// the direction of an order, as in `-name`.
fn core(text: &str) -> impl Iterator<Item = char> {
    let sign = text.chars().next().filter(|c| "+-!".contains(*c));
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    sign.into_iter().chain(letters.flat_map(char::to_lowercase))
}

fn say_alike(cx: &mut Cx<'_, '_>, first: Node<'_>, second: Node<'_>) {
    let texts = [first, second].map(|node| node.as_str().unwrap_or_default());
    let message = format!(
        "`{}` and `{}` differ in capitals or signs only",
        texts[0], texts[1]
    );
    let diagnostic = Diagnostic::new(Code::SimilarEnumValues, message)
        .label(second.span(), "gets a name with a suffix")
        .secondary(first.span(), "like this one")
        .help("if one of them is a slip, remove it")
        .several("values of enumerations differ in capitals or signs only");
    cx.diagnostics.add(diagnostic);
}
