//! What a body holds in one media type, and whether that media type has a form for it.

use super::Context;
use crate::api::{self, Content, Format, Kind, TypeRef};
use crate::plan::media::{self, Class};
use crate::plan::ty::Ty;

/// Whether something is to be written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Write,
    Read,
}

/// Returns the type of a body as written and behind aliases; of items in a row, that of one item.
pub(super) fn content_ty(cx: &Context<'_, '_>, content: &Content) -> (Ty, Ty) {
    if let Some(reference) = value_of(cx, content) {
        return (cx.types.ty(reference), cx.types.expanded(reference));
    }
    let ty = match media::class(&content.media_type) {
        Class::Structured => Ty::Value,
        Class::Text => Ty::String,
        Class::Binary => Ty::Bytes,
    };
    (ty.clone(), ty)
}

/// Whether a body is octets and travels as they are, whatever the media type is: what is a file for the
/// description is one also where it is a file of JSON (OAS 3.0 §4.7.14.2).
pub(super) fn is_octets(cx: &Context<'_, '_>, content: &Content) -> bool {
    if content_ty(cx, content).1 != Ty::Bytes {
        return false;
    }
    let api = cx.types.api();
    let kind = content.ty.map(|ty| &api[api.end(ty.id)].kind);
    matches!(kind, Some(Kind::String(Some(Format::Binary))))
        || media::class(&content.media_type) != Class::Structured
}

/// Many describe one item of a row where OpenAPI wants the whole, before 3.2 for lack of a word.
fn value_of(cx: &Context<'_, '_>, content: &Content) -> Option<TypeRef> {
    if !media::is_sequence(&content.media_type) {
        return content.ty;
    }
    content.item.or_else(|| {
        let whole = content.ty?;
        match cx.types.api()[whole.id].kind {
            Kind::Array(items) => Some(items),
            _ => Some(whole),
        }
    })
}

/// Whether the codec of the media type can carry values of the type.
pub(super) fn has_form(cx: &Context<'_, '_>, content: &Content, direction: Direction) -> bool {
    let (_, mut ty) = content_ty(cx, content);
    if let Ty::Option(inner) = ty {
        ty = *inner;
    }
    let class = media::class(&content.media_type);
    // What comes says itself what it is.
    let is_open = media::is_range(&content.media_type) && class == Class::Binary;
    match (class, ty) {
        _ if is_open || media::is_sequence(&content.media_type) => true,
        (Class::Structured, _)
        | (Class::Text | Class::Binary, Ty::String | Ty::Secret | Ty::Bytes) => true,
        (Class::Text, ty) if is_plain(&ty) => true,
        // A text could be read as any value only by guessing.
        (Class::Text, Ty::Value) => direction == Direction::Write,
        (class, Ty::Named(named)) => match &cx.types.api()[named.id].kind {
            api::Kind::Enum(values) if values.is_of_texts() => true,
            api::Kind::Enum(values) => class == Class::Text && values.base != api::Base::Mixed,
            _ => false,
        },
        (Class::Text | Class::Binary, _) => false,
    }
}

/// Whether a text can be the whole of a value. What types of the user's are nobody knows.
fn is_plain(ty: &Ty) -> bool {
    match ty {
        Ty::Number | Ty::Foreign(_) => true,
        Ty::Own(_) => false,
        ty => ty.is_scalar(),
    }
}
