//! The model as text, for people and for tests: the same model is always the same text.
//!
//! Takes a model, whole or the items at one JSON pointer, and returns lines. Schemas without a name
//! that are no object, no enum and no union stand where they are used. Nothing reads this text back.

mod content;
mod events;
mod head;
mod operations;
mod out;
mod shape;
mod types;

use super::{Api, Docs, Extension, Outcome, Xml, XmlText};
use crate::source::Pointer;
use out::Out;

/// Returns the whole model as text, as tests compare it.
#[cfg(test)]
pub(crate) fn dump(api: &Api) -> String {
    let mut text = items(api).text();
    for item in &api.extensions {
        let (pointer, value) = (&item.origin.pointer, value(item));
        text.extend(["extension ", &pointer.to_string(), ": ", value, "\n"]);
    }
    for entry in &api.account {
        let (outcome, pointer) = (outcome(entry.outcome), &entry.origin.pointer);
        text.extend([
            outcome,
            " ",
            &pointer.to_string(),
            ": ",
            &entry.reason,
            "\n",
        ]);
    }
    text
}

/// The whole model as text that was made once, to be asked for its places.
pub(crate) struct Dump<'a> {
    api: &'a Api,
    items: Out,
}

impl<'a> Dump<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let items = items(api);
        Self { api, items }
    }

    /// Returns the items that stand at a pointer, in any file, or nothing where there are none.
    pub(crate) fn at(&self, pointer: &Pointer) -> Option<String> {
        let mut text = self.items.text_at(pointer);
        for item in &self.api.extensions {
            let own = &item.origin.pointer;
            if own == pointer || own.parent().as_ref() == Some(pointer) {
                text.extend(["extension ", &item.name, ": ", value(item), "\n"]);
            }
        }
        for entry in &self.api.account {
            if entry.origin.pointer == *pointer {
                text.extend([outcome(entry.outcome), ": ", &entry.reason, "\n"]);
            }
        }
        (!text.is_empty()).then_some(text)
    }
}

/// Writes everything but extensions and the account, which have no place in the order of items.
fn items(api: &Api) -> Out {
    let mut out = Out::default();
    head::api(&mut out, api);
    for (id, ty) in api.all_types() {
        if types::is_listed(ty) {
            types::ty(&mut out, api, id);
        } else {
            out.aside(|out| types::ty(out, api, id));
        }
    }
    for operation in &api.operations {
        operations::operation(&mut out, api, operation, "");
    }
    for operation in &api.skipped {
        operations::operation(&mut out, api, operation, "skipped ");
    }
    for webhook in &api.webhooks {
        events::webhook(&mut out, api, webhook);
    }
    for callback in &api.callbacks {
        events::callback(&mut out, api, callback);
    }
    out
}

/// Returns the value of an extension, which may have been too long to be kept.
fn value(extension: &Extension) -> &str {
    extension.value.as_deref().unwrap_or("...")
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Degraded => "degraded",
        Outcome::Ignored => "ignored",
        Outcome::Skipped => "skipped",
    }
}

/// Writes what people wrote, one line for each kind of text.
fn docs(out: &mut Out, indent: &str, docs: &Docs) {
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
    match xml.text {
        Some(XmlText::Escaped) => parts.push("text".to_owned()),
        Some(XmlText::Cdata) => parts.push("cdata".to_owned()),
        None => {}
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!(" xml({})", parts.join(", "))
    }
}

fn line(out: &mut Out, text: std::fmt::Arguments<'_>) {
    out.line(text);
}
