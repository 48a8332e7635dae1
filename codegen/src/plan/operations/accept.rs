//! The media types that an answer may be asked for in.

use super::body::media_variants;
use crate::api;
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::Ident;

/// An enum of media types; none where there is nothing to choose.
#[derive(Debug)]
pub(crate) struct Accept {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<MediaVariant>,
}

/// One media type, as in `TextJson` for `text/json`.
#[derive(Debug)]
pub(crate) struct MediaVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) media_type: String,
}

pub(super) fn plan_accept(
    operation: &api::Operation,
    name: &Ident,
    media_types: &[String],
) -> Option<Accept> {
    if media_types.len() < 2 {
        return None;
    }
    let names = media_variants(media_types.iter().map(String::as_str));
    let variants = names
        .into_iter()
        .zip(media_types)
        .map(|(name, media_type)| MediaVariant {
            name,
            docs: Docs::new().paragraph(&[Piece::Code(media_type)]),
            media_type: media_type.clone(),
        });
    let docs = Docs::new().paragraph(&[
        Piece::Text("The media types that an answer to "),
        Piece::Code(&operation.id),
        Piece::Text(" can be asked for in."),
    ]);
    Some(Accept {
        name: name.clone(),
        docs: docs.pointer(&operation.origin.pointer.join("responses")),
        variants: variants.collect(),
    })
}
