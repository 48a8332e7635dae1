//! The fields of a form that are written in ways of their own (OAS 3.1 §4.8.15.1.1).

use super::Context;
use super::parameter::Wire;
use crate::api::{Encoding, Encodings, Location, Style, TypeRef};

/// A field, written like a parameter of a query.
pub(crate) type Field = Wire;

/// Returns the fields of a form that have encodings.
pub(super) fn plan_fields(
    cx: &mut Context<'_, '_>,
    ty: Option<TypeRef>,
    encodings: &Encodings,
) -> Vec<Field> {
    let known = ty.and_then(|ty| cx.types.api().object(ty.id));
    let mut fields = Vec::new();
    for (name, encoding) in &encodings.named {
        let is_known = known.is_none_or(|it| it.properties.iter().any(|it| it.name == *name));
        if is_known {
            fields.extend(plan_field(name, encoding));
        } else {
            cx.degrade("no field has the name of this encoding", &encoding.origin);
        }
    }
    if fields.iter().any(|field| field.style.is_some()) {
        cx.importer.private(&["Style"]);
    }
    if !fields.is_empty() {
        cx.importer.private(&["Parameter"]);
    }
    fields
}

/// The media type counts only where nothing is said of a style.
fn plan_field(name: &str, encoding: &Encoding) -> Option<Field> {
    let has_style =
        encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved.is_some();
    let content = encoding.content_type.as_deref();
    let content = content.map(|all| all.split(',').next().unwrap_or_default().trim());
    let content = content.filter(|one| !has_style && !one.is_empty() && !one.contains('*'));
    if !has_style && content.is_none() {
        return None;
    }
    let style = encoding.style.unwrap_or(Style::Form);
    let explode = encoding.explode.unwrap_or(style == Style::Form);
    Some(Wire {
        name: name.to_owned(),
        location: Location::Query,
        style: Some((style, explode)).filter(|it| *it != (Style::Form, true)),
        allows_reserved: encoding.allow_reserved.unwrap_or(false),
        allows_empty: false,
        content: content.map(str::to_owned),
        fields: Vec::new(),
    })
}
