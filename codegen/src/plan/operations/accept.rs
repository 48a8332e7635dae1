//! The media types that an answer may be asked for in.

use super::body::media_variants;
use crate::api;
use crate::plan::closed_enum::{ClosedEnum, ClosedVariant};
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::Ident;

/// Returns an enum of media types; none where there is nothing to choose.
pub(super) fn plan_accept(
    operation: &api::Operation,
    name: &Ident,
    media_types: &[String],
) -> Option<ClosedEnum> {
    if media_types.len() < 2 {
        return None;
    }
    let names = media_variants(media_types.iter().map(String::as_str));
    let variants = names
        .into_iter()
        .zip(media_types)
        .map(|(name, media_type)| ClosedVariant::new(name, media_type));
    let docs = Docs::new().paragraph(&[
        Piece::Text("The media types that an answer to "),
        Piece::Code(&operation.id),
        Piece::Text(" can be asked for in."),
    ]);
    Some(ClosedEnum {
        name: name.clone(),
        docs: docs.pointer(&operation.origin.pointer.join("responses")),
        variants: variants.collect(),
    })
}
