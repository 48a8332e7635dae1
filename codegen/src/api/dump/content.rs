//! Bodies, encodings and examples as text.

use super::super::{Api, Content, Encoding, Encodings, Examples};
use super::operations::{header, style_name};
use super::out::Out;
use super::shape::label;
use super::{docs, head, line, xml};

/// Writes the media types of a body, with a word on them before each.
pub(super) fn contents(out: &mut Out, api: &Api, contents: &[Content], word: &str) {
    for content in contents {
        let ty = content
            .ty
            .map_or("no schema".to_owned(), |ty| label(api, ty));
        out.at(&content.origin);
        line(
            out,
            format_args!(
                "    {word}{}: {ty}{}",
                content.media_type,
                xml(&content.xml)
            ),
        );
        if let Some(item) = content.item {
            line(out, format_args!("      each item: {}", label(api, item)));
        }
        encodings(out, api, &content.encodings, 6);
        examples(out, "      ", &content.examples);
    }
}

/// Writes how the parts of a body are written.
pub(super) fn encodings(out: &mut Out, api: &Api, encodings: &Encodings, indent: usize) {
    for (name, item) in &encodings.named {
        out.deeper(indent, |out| encoding(out, api, name, item));
    }
    for (position, item) in encodings.prefix.iter().enumerate() {
        let name = format!("[{position}]");
        out.deeper(indent, |out| encoding(out, api, &name, item));
    }
    if let Some(item) = &encodings.items {
        out.deeper(indent, |out| encoding(out, api, "[]", item));
    }
}

fn encoding(out: &mut Out, api: &Api, name: &str, encoding: &Encoding) {
    let mut parts = Vec::new();
    parts.extend(encoding.content_type.clone());
    parts.extend(encoding.style.map(|style| style_name(style).to_owned()));
    for (set, word) in [
        (encoding.explode, "exploded"),
        (encoding.allow_reserved, "reserved"),
    ] {
        parts.extend(set.map(|set| format!("{}{word}", if set { "" } else { "not " })));
    }
    out.at(&encoding.origin);
    line(out, format_args!("encoding {name}: {}", parts.join(", ")));
    for item in &encoding.headers {
        header(out, api, item);
    }
    encodings(out, api, &encoding.nested, 2);
}

/// Writes examples.
pub(super) fn examples(out: &mut Out, indent: &str, examples: &Examples) {
    for (name, example) in examples {
        let name = name.iter().map(|name| format!(" {name}"));
        let name: String = name.collect();
        let value = example.value.as_ref();
        let value = value.map(|value| format!(": {}", out.json(value)));
        out.at(&example.origin);
        line(
            out,
            format_args!("{indent}example{name}{}", value.unwrap_or_default()),
        );
        docs(out, &format!("{indent}  "), &example.docs);
        let parts = [
            ("sent", &example.serialized),
            ("external", &example.external),
        ];
        head::texts(out, indent, &parts);
    }
}
