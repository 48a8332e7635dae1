//! Parts of a `multipart` body that have places instead of names (OAS 3.2 §4.15.1.2): a struct with a
//! row for each place, and one for all behind.
//!
//! Takes a body whose schema is a list. All places are asked for: a part that is not there would move
//! those behind it. A form is none of these: its parts have names.

use super::parts::{Draft, Parts, RowWire, draft_header, finish, held, ignore_all, part_ty};
use super::{Context, Given};
use crate::api::{self, Additional, Content, Encoding, Kind as Shape, TypeRef};
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::{Claim, Ident};
use crate::plan::ty::Ty;

/// The types of the parts, by place and behind all places.
struct Places {
    prefix: Vec<TypeRef>,
    rest: Option<TypeRef>,
    /// Whether there may be more, of which nothing is said.
    is_open: bool,
}

/// Returns the struct of the parts, if the schema says what is where.
pub(super) fn plan_positions(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    content: &Content,
    name: Ident,
) -> Option<Parts> {
    let places = places_of(cx, content)?;
    let encodings = &content.encodings;
    let items = encodings.items.as_deref();
    let mut drafts = Vec::new();
    for (index, ty) in places.prefix.iter().enumerate() {
        let encoding = encodings.prefix.get(index).or(items);
        draft(
            cx,
            &mut drafts,
            &format!("part {}", index + 1),
            *ty,
            encoding,
            false,
        );
    }
    if let Some(ty) = places.rest {
        draft(cx, &mut drafts, "items", ty, items, true);
    }
    account_for_encodings(cx, content, &places);
    Some(finish(cx, operation, content, drafts, places.is_open, name))
}

fn places_of(cx: &Context<'_, '_>, content: &Content) -> Option<Places> {
    let is_form = content.media_type.trim().get(..19);
    if is_form.is_some_and(|it| it.eq_ignore_ascii_case("multipart/form-data")) {
        return None;
    }
    let list = |rest| Places {
        prefix: Vec::new(),
        rest: Some(rest),
        is_open: false,
    };
    let Some(whole) = content.ty else {
        return content.item.map(list);
    };
    let api = cx.types.api();
    match &api[api.end(whole.id)].kind {
        Shape::Array(items) => Some(list(*items)),
        Shape::Tuple(tuple) => Some(Places {
            prefix: tuple.prefix.clone(),
            rest: match tuple.rest {
                Additional::Typed(rest) => Some(rest),
                Additional::Any | Additional::Forbidden => None,
            },
            is_open: tuple.rest == Additional::Any,
        }),
        _ => content.item.map(list),
    }
}

/// Drafts one place, or what is behind all of them, with its headers.
fn draft<'a>(
    cx: &Context<'_, '_>,
    drafts: &mut Vec<Draft<'a>>,
    name: &str,
    ty: TypeRef,
    encoding: Option<&'a Encoding>,
    is_rest: bool,
) {
    let said = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let (mut written, mut expanded) = part_ty(cx, ty, said, false);
    if is_rest {
        (written, expanded) = (Ty::Vec(Box::new(written)), Ty::Vec(Box::new(expanded)));
    }
    let what = if is_rest {
        "The parts behind, in their order."
    } else {
        "The part in this place."
    };
    drafts.push(Draft {
        wire: RowWire {
            name: name.to_owned(),
            is_header: false,
            content_type: said.or_else(|| held(cx, ty)).map(str::to_owned),
            style: None,
            is_whole: !is_rest && matches!(expanded, Ty::Vec(_)),
            is_placed: true,
        },
        claim: Claim {
            identity: ["part ", name].concat(),
            rank: 0,
            spellings: vec![name.to_owned()],
        },
        docs: Docs::new().paragraph(&[Piece::Text(what)]),
        ty: written,
        expanded,
        given: if is_rest {
            Given::Optional
        } else {
            Given::Positional
        },
        encoding,
    });
    let headers = encoding.into_iter().flat_map(|encoding| &encoding.headers);
    drafts.extend(headers.map(|header| draft_header(cx, name, !is_rest, header)));
}

/// Accounts for encodings of parts that there are not.
fn account_for_encodings(cx: &mut Context<'_, '_>, content: &Content, places: &Places) {
    let encodings = &content.encodings;
    for (_, encoding) in &encodings.named {
        let reason = "parts of a list have places, not names";
        cx.degrade(reason, &encoding.origin);
        ignore_all(cx, &encoding.nested, reason);
    }
    if places.rest.is_none() {
        for encoding in encodings.prefix.iter().skip(places.prefix.len()) {
            cx.degrade("no part has this place", &encoding.origin);
        }
    }
}
