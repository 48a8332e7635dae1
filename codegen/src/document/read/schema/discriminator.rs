//! Discriminator Objects: the property that says which of several schemas a value is for.
//!
//! A mapping names schemas by their names or by references; both are followed here.

use super::super::super::{Discriminator, Mapping, Schema, SchemaId, Text};
use super::super::cx::Cx;
use super::super::fields::{Fields, text};
use super::super::reference;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node, nearest};

/// Takes `discriminator`. Beside alternatives it tells them apart; alone it is about what extends the
/// schema.
pub(super) fn read_discriminator<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
) {
    let Some(node) = fields.peek("discriminator") else {
        fields.any("discriminator");
        return;
    };
    if cx.version.has_discriminator_names() {
        let property = fields.text_at(cx, "discriminator");
        let discriminator = property.map(|property| Discriminator {
            node,
            property,
            mapping: Vec::new(),
            default: None,
        });
        schema.rare_mut().discriminator = discriminator;
        return;
    }
    schema.rare_mut().discriminator = read_object(cx, node);
    fields.any("discriminator");
}

fn read_object<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Discriminator<'a>> {
    let mut fields = Fields::open(cx, node, "a discriminator")?;
    let property = fields.required_text(cx, "propertyName");
    let entries = fields.map(cx, "mapping");
    let mapping = entries
        .into_iter()
        .filter_map(|entry| read_mapping(cx, entry))
        .collect();
    let default = if cx.version.has_default_mapping() {
        fields
            .value(cx, "defaultMapping")
            .and_then(|node| target(cx, node, "defaultMapping"))
    } else {
        None
    };
    fields.close(cx);
    Some(Discriminator {
        node,
        property: property?,
        mapping,
        default,
    })
}

fn read_mapping<'a>(cx: &mut Cx<'a, '_>, entry: Entry<'a>) -> Option<Mapping<'a>> {
    let value = Text {
        text: entry.key,
        span: entry.key_span,
    };
    let target = target(cx, entry.value, "a value of `mapping`")?;
    Some(Mapping {
        value,
        node: entry.value,
        target,
    })
}

/// Returns the schema that a name or a reference stands for, or says that there is none.
fn target<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, what: &str) -> Option<SchemaId> {
    let name = text(cx, node, what)?.text;
    let schemas = cx.forest.root().get("components");
    let schemas = schemas.and_then(|components| components.get("schemas"));
    let named = schemas.and_then(|schemas| schemas.get(name));
    let found = named.or_else(|| cx.forest.resolve(node, name).ok());
    let Some(found) = found.filter(|found| found.is_object()) else {
        let known = schemas.and_then(Node::as_object).into_iter().flatten();
        say_nowhere(cx, node, name, known.map(|entry| entry.key));
        return None;
    };
    Some(reference::to_schema(cx, found))
}

fn say_nowhere<'a>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let last = name.rsplit('/').next().unwrap_or(name);
    let meant = match cx.hints.checked_sub(1) {
        Some(left) => {
            cx.hints = left;
            nearest(last, known)
        }
        None => None,
    };
    let diagnostic = Diagnostic::new(
        Code::DiscriminatorTarget,
        "a discriminator names a schema that does not exist",
    )
    .label(node.span(), "leads to no schema; passed over")
    .several("discriminators name schemas that do not exist");
    cx.diagnostics.add(match meant {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic
            .help("write the name of a schema, or a reference as in `#/components/schemas/Dog`"),
    });
}
