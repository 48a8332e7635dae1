//! Encodings: how the parts of bodies are written.

use super::cx::Cx;
use super::{parameter, response};
use crate::api::{self, Location, Owner, Step};
use crate::document::{Encoding, Encodings, origin};

/// Lowers the encodings of a body in one media type. Types within are owned by `owner`.
pub(super) fn lower_encodings(
    cx: &mut Cx<'_, '_>,
    owner: &Owner,
    encodings: &Encodings<'_>,
) -> api::Encodings {
    let mut lowered = api::Encodings::default();
    for (name, encoding) in &encodings.named {
        let part = lower_encoding(cx, owner, name.text, encoding);
        lowered.named.push((name.text.to_owned(), part));
    }
    for (position, encoding) in encodings.prefix.iter().enumerate() {
        let part = lower_encoding(cx, owner, &format!("part {}", position + 1), encoding);
        lowered.prefix.push(part);
    }
    let items = encodings.items.as_ref();
    lowered.items = items.map(|encoding| Box::new(lower_encoding(cx, owner, "part", encoding)));
    lowered
}

/// Lowers one encoding. Reading bounds how deep they stand in each other.
fn lower_encoding(
    cx: &mut Cx<'_, '_>,
    owner: &Owner,
    part: &str,
    encoding: &Encoding<'_>,
) -> api::Encoding {
    let mut headers = Vec::new();
    for (name, header) in &encoding.headers {
        let step = |shared: bool| {
            let part = if shared { "" } else { part };
            Step::PartHeader(part.to_owned(), name.text.to_owned())
        };
        headers.push(response::lower_header(cx, owner, &step, *name, header));
    }
    // Parts are written like values of a query (OAS 3.1 §4.8.15.1).
    let style = encoding.style;
    api::Encoding {
        content_type: encoding.content_type.map(str::to_owned),
        headers,
        style: style.and_then(|name| parameter::style(cx, name, Location::Query)),
        explode: encoding.explode,
        allow_reserved: encoding.allow_reserved,
        nested: lower_encodings(cx, owner, &encoding.nested),
        origin: origin(encoding.node),
    }
}
