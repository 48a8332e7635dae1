//! Request bodies.

use super::cx::Cx;
use super::media::{self, MULTIPART, MediaKind, Place, Side};
use crate::api::{self, Content, Docs, Owner};
use crate::document::{MediaType, RequestBody, Use, origin};

/// How much of a body is lowered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// What can be generated. The rest is accounted for.
    Generated,
    Whole,
}

/// Lowers the body of an operation.
pub(super) fn lower_body(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    body: &Use<'_, RequestBody<'_>>,
    extent: Extent,
) -> api::RequestBody {
    let item = &body.item;
    let place = place(cx, operation, item);
    let mut content = Vec::with_capacity(item.content.len());
    for media_type in &item.content {
        if extent == Extent::Generated && is_left_out(media_type) {
            cx.ignore(media_type.node, MULTIPART);
        } else {
            content.push(media::lower_content(cx, media_type, &place));
        }
    }
    let description = body.description.or(item.description).map(str::to_owned);
    api::RequestBody {
        docs: Docs {
            description,
            ..Docs::default()
        },
        required: item.required,
        content,
        left_out: Vec::new(),
        origin: origin(item.node),
    }
}

/// Lowers the media types of a body that are left out where there is another way to send it.
pub(super) fn lower_left_out(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    body: &Use<'_, RequestBody<'_>>,
) -> Vec<Content> {
    let place = place(cx, operation, &body.item);
    let left_out = body.item.content.iter().filter(|it| is_left_out(it));
    left_out
        .map(|media_type| media::lower_content(cx, media_type, &place))
        .collect()
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

fn is_left_out(media_type: &MediaType<'_>) -> bool {
    media::kind(media_type.name.text) == MediaKind::Multipart
}
