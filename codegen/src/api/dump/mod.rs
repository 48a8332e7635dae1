//! The model as text, for people and for tests: the same model is always the same text.
//!
//! Takes a model, whole or the items at one JSON pointer, and returns lines. Schemas without a name
//! that are no object and no enum stand where they are used. Nothing reads this text back.

mod operations;
mod shape;
mod types;

use std::fmt::Write;

use super::{Api, ApiKeyLocation, Docs, Outcome, Scheme, SecurityScheme, Xml, XmlNode};
use crate::source::Pointer;

/// Returns the whole model as text, as tests compare it.
#[cfg(test)]
pub(crate) fn dump(api: &Api) -> String {
    let mut out = String::new();
    line(
        &mut out,
        format_args!("api {:?} {}", api.title, api.version),
    );
    docs(&mut out, "  ", &api.docs);
    for server in &api.servers {
        line(&mut out, format_args!("server {}", server.url));
    }
    for scheme in &api.security_schemes {
        security_scheme(&mut out, scheme);
    }
    for tag in &api.tags {
        line(&mut out, format_args!("tag {}", tag.name));
        if let Some(description) = &tag.description {
            line(&mut out, format_args!("  description {description:?}"));
        }
    }
    for (id, _) in api.types().filter(|(_, ty)| types::is_listed(ty)) {
        types::ty(&mut out, api, id);
    }
    for operation in &api.operations {
        operations::operation(&mut out, api, operation);
    }
    account(&mut out, api);
    out
}

/// Returns the items that stand at a pointer, in any file, or nothing where there are none.
pub(crate) fn dump_at(api: &Api, pointer: &Pointer) -> Option<String> {
    let mut out = String::new();
    for scheme in &api.security_schemes {
        if scheme.origin.pointer == *pointer {
            security_scheme(&mut out, scheme);
        }
    }
    types::at(&mut out, api, pointer);
    operations::at(&mut out, api, pointer);
    for entry in &api.account {
        if entry.origin.pointer == *pointer {
            line(
                &mut out,
                format_args!("{}: {}", outcome(entry.outcome), entry.reason),
            );
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Writes what did not come through whole.
#[cfg(test)]
fn account(out: &mut String, api: &Api) {
    for entry in &api.account {
        let (outcome, origin) = (outcome(entry.outcome), &entry.origin.pointer);
        line(out, format_args!("{outcome} {origin}: {}", entry.reason));
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Degraded => "degraded",
        Outcome::Ignored => "ignored",
        Outcome::Skipped => "skipped",
    }
}

fn security_scheme(out: &mut String, scheme: &SecurityScheme) {
    let name = &scheme.name;
    match &scheme.scheme {
        Scheme::Bearer => line(out, format_args!("scheme {name}: bearer")),
        Scheme::Basic => line(out, format_args!("scheme {name}: basic")),
        Scheme::ApiKey {
            location,
            name: key,
        } => {
            let location = match location {
                ApiKeyLocation::Header => "header",
                ApiKeyLocation::Query => "query",
                ApiKeyLocation::Cookie => "cookie",
            };
            line(out, format_args!("scheme {name}: key in {location} {key}"));
        }
        Scheme::Other(kind) => line(out, format_args!("scheme {name}: other ({kind})")),
    }
}

/// Writes what people wrote, one line for each kind of text.
fn docs(out: &mut String, indent: &str, docs: &Docs) {
    for (label, text) in [
        ("title", &docs.title),
        ("summary", &docs.summary),
        ("description", &docs.description),
    ] {
        if let Some(text) = text {
            line(out, format_args!("{indent}{label} {text:?}"));
        }
    }
    if docs.deprecated {
        line(out, format_args!("{indent}deprecated"));
    }
}

/// Returns what XML says beyond the default, as in ` xml(name photo, wrapped photos)`.
fn xml(xml: &Xml) -> String {
    let mut parts = Vec::new();
    let texts = [
        ("name", &xml.name),
        ("namespace", &xml.namespace),
        ("prefix", &xml.prefix),
        ("wrapped", &xml.wrapped),
        ("wrapper-namespace", &xml.wrapper_namespace),
        ("wrapper-prefix", &xml.wrapper_prefix),
    ];
    for (label, value) in texts {
        parts.extend(value.iter().map(|value| format!("{label} {value}")));
    }
    if xml.attribute {
        parts.push("attribute".to_owned());
    }
    match xml.node {
        Some(XmlNode::Text) => parts.push("text".to_owned()),
        Some(XmlNode::Cdata) => parts.push("cdata".to_owned()),
        // The others are said by what they do.
        Some(XmlNode::Element | XmlNode::Attribute | XmlNode::None) | None => {}
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!(" xml({})", parts.join(", "))
    }
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}
