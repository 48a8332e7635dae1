//! Request bodies.

use super::cx::Cx;
use super::media::{self, Place, Side};
use crate::api::{self, Docs, Owner};
use crate::document::{RequestBody, Use, origin};

/// Lowers the body of an operation.
pub(super) fn lower_body(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    body: &Use<'_, RequestBody<'_>>,
) -> api::RequestBody {
    let item = &body.item;
    let place = place(cx, operation, item);
    let mut content = Vec::with_capacity(item.content.len());
    for media_type in &item.content {
        content.push(media::lower_content(cx, media_type, &place));
    }
    let description = body.description.or(item.description).map(str::to_owned);
    api::RequestBody {
        docs: Docs {
            description,
            ..Docs::default()
        },
        required: item.required,
        content,
        origin: origin(item.node),
    }
}

/// Returns what the schemas of a body belong to.
pub(super) fn place(cx: &Cx<'_, '_>, operation: &str, body: &RequestBody<'_>) -> Place {
    let owner = if body.shared {
        Owner::Shared(cx.shared_name(body.node))
    } else {
        Owner::Operation(operation.to_owned())
    };
    Place {
        owner,
        side: Side::Request,
    }
}
