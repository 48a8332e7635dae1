//! Request bodies.

use super::cx::Cx;
use super::media::{self, MULTIPART, MediaKind};
use crate::api::{self, Docs, Identity, Owner, Step};
use crate::document::{RequestBody, Use, origin};

/// Lowers the body of an operation. Multipart is left out where there is another way to send it.
pub(super) fn lower_body(
    cx: &mut Cx<'_, '_>,
    operation: &str,
    body: &Use<'_, RequestBody<'_>>,
) -> api::RequestBody {
    let item = &body.item;
    let owner = if item.shared {
        Owner::Shared(cx.shared_name(item.node))
    } else {
        Owner::Operation(operation.to_owned())
    };
    let mut content = Vec::new();
    for media_type in &item.content {
        if media::kind(media_type.name.text) == MediaKind::Multipart {
            cx.ignore(media_type.node, MULTIPART);
            continue;
        }
        let step = Step::RequestBody(media_type.name.text.to_owned());
        let identity = Identity::Inline {
            owner: owner.clone(),
            step,
        };
        content.push(media::lower_content(cx, media_type, identity));
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
