//! Examples: by name, in place or by `$ref`, and the single `example` without a name.

use super::super::{Example, Examples, Handle, Text, Use, start};
use super::cx::{Cx, Memo, kind_name};
use super::fields::Fields;
use super::reference::{self, Reusable};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// Why examples come out nowhere.
pub(super) const EXAMPLES: &str = "examples are not carried over";

/// Keys that make an object an Example Object.
const KEYS: [&str; 6] = [
    "value",
    "externalValue",
    "dataValue",
    "serializedValue",
    "summary",
    "description",
];

/// Takes `example` and `examples` of a media type, a parameter or a header.
pub(super) fn read_examples<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Examples<'a> {
    let mut examples = Examples::new();
    if let Some(node) = owner.any("example") {
        cx.skip_annotation(node, EXAMPLES);
        examples.push((None, used(bare(node))));
    }
    if let Some(node) = owner.any("examples") {
        cx.skip_annotation(node, EXAMPLES);
        if !node.is_object() {
            say_unnamed(cx, node);
        }
        for entry in node.as_object().into_iter().flatten() {
            let name = Text {
                text: entry.key,
                span: entry.key_span,
            };
            let read = read_named(cx, &entry);
            examples.extend(read.map(|example| (Some(name), example)));
        }
    }
    examples
}

/// Says that examples have no names. In a client it costs nobody anything.
fn say_unnamed(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    let message = format!(
        "`examples` must be an object, and this is {}",
        kind_name(node)
    );
    let diagnostic = Diagnostic::new(Code::DefaultMismatch, message)
        .label(start(node), "expected a name for each example, and `value:` below")
        .help("name them, as in `examples: {first: {value: ...}}`, or write `example` with one of them")
        .several("lists stand where examples with names are due");
    cx.diagnostics.add(diagnostic);
}

/// Says that an example is its value. In a client it costs nobody anything.
fn say_bare(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    let place = node.key_span().unwrap_or(start(node));
    let diagnostic = Diagnostic::new(Code::DefaultMismatch, "an example has no `value`")
        .label(place, "taken as the value itself")
        .help("put what is in it under `value:`")
        .several("examples have no `value`");
    cx.diagnostics.add(diagnostic);
}

fn read_named<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) -> Option<Use<'a, Example<'a>>> {
    if !entry.value.is_object() {
        say_bare(cx, entry.value);
        return Some(used(bare(entry.value)));
    }
    reference::read_use(cx, entry.value)
}

/// Reads one Example Object. Many write the value itself in its place.
fn read_example<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Example<'a>> {
    if !KEYS.iter().any(|key| node.get(key).is_some()) {
        say_bare(cx, node);
        return Some(bare(node));
    }
    let mut fields = Fields::open(cx, node, "an example")?;
    let mut example = Example {
        summary: fields.text(cx, "summary"),
        description: fields.text(cx, "description"),
        value: fields.any("value"),
        external: fields.text(cx, "externalValue"),
        ..bare(node)
    };
    if cx.version.has_forms_of_examples() {
        example.value = example.value.or(fields.any("dataValue"));
        example.serialized = fields.text(cx, "serializedValue");
    }
    fields.close(cx);
    Some(example)
}

/// An example that is nothing but its value.
fn bare(node: Node<'_>) -> Example<'_> {
    Example {
        node,
        summary: None,
        description: None,
        value: Some(node),
        serialized: None,
        external: None,
    }
}

fn used(example: Example<'_>) -> Use<'_, Example<'_>> {
    Use {
        item: Handle::new(example),
        summary: None,
        description: None,
    }
}

impl<'a> Reusable<'a> for Example<'a> {
    const HOLDS_SCHEMAS: bool = false;

    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self> {
        &mut cx.examples
    }

    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, _: bool) -> Option<Self> {
        read_example(cx, node)
    }
}
