//! The parts of a `multipart` body: a struct with a method for each part that is optional.
//!
//! Takes a body whose schema is an object, and what its encodings say. What is a file for the
//! description is one for callers, who give it as bytes, as a reader or as a path; it is never held
//! in memory for the sake of being sent. Parts that have places instead of names have a file of their
//! own.

use super::{Context, Given};
use crate::api::{
    self, Additional, Content, Encoding, Encodings, Format, Kind as Shape, Object, Property,
};
use crate::api::{Style, TypeId, TypeRef};
use crate::plan::docs::{Docs, Piece};
use crate::plan::media::{self, Class};
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::notes::{self, Fallback};
use crate::plan::ty::{Intake, Ty};

/// The struct of a body's parts, as in `AddPhotoParts`.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    /// In the order in which they are sent; a header stands behind its part.
    pub(crate) rows: Vec<Row>,
    /// Whether there may be parts that the description does not name.
    pub(crate) is_open: bool,
}

/// A part, or a header of the one before it.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    /// The field is an option of it where the row is optional.
    pub(crate) ty: Ty,
    pub(crate) intake: Intake,
    pub(crate) given: Given,
    pub(crate) wire: RowWire,
}

/// How a row travels.
#[derive(Debug)]
pub(crate) struct RowWire {
    pub(crate) name: String,
    pub(crate) is_header: bool,
    /// As in `image/png, image/jpeg`.
    pub(crate) content_type: Option<String>,
    pub(crate) style: Option<(Style, bool)>,
    /// Whether a list is one part, not one for each item.
    pub(crate) is_whole: bool,
    /// Whether the part has a place instead of a name.
    pub(crate) is_placed: bool,
}

/// What a row is before it has a name in Rust.
pub(super) struct Draft<'a> {
    pub(super) wire: RowWire,
    pub(super) claim: Claim,
    pub(super) docs: Docs,
    pub(super) ty: Ty,
    pub(super) expanded: Ty,
    pub(super) given: Given,
    pub(super) encoding: Option<&'a Encoding>,
}

const FILE: Ty = Ty::Runtime("FilePart");
/// Parts within a part, as the caller puts them together.
const NESTED: Ty = Ty::Runtime("Multipart");

pub(super) fn plan_parts(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    content: &Content,
    object: &Object,
    name: Ident,
) -> Parts {
    let mut drafts = Vec::new();
    for property in object.properties.iter().filter(|it| !it.read_only) {
        let encoding = encoding_of(content, &property.name);
        drafts.push(draft_part(cx, property, encoding));
        drafts.extend(encoding.into_iter().flat_map(|encoding| {
            let headers = encoding.headers.iter();
            headers.map(|header| draft_header(cx, &property.name, property.required, header))
        }));
    }
    account_for_encodings(cx, content, object);
    let is_open = object.additional != Additional::Forbidden || !object.patterns.is_empty();
    finish(cx, operation, content, drafts, is_open, name)
}

/// Names the rows, and makes the struct of them.
pub(super) fn finish(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    content: &Content,
    drafts: Vec<Draft<'_>>,
    is_open: bool,
    name: Ident,
) -> Parts {
    let claims: Vec<Claim> = drafts.iter().map(|draft| draft.claim.clone()).collect();
    let names = Scope::new(Kind::Part).claim_all(&claims);
    let rows = drafts.into_iter().zip(names);
    let rows = rows
        .map(|(draft, name)| plan_row(cx, draft, name))
        .collect();
    if is_open {
        cx.importer.runtime(&["Part"]);
    }
    cx.importer.runtime(&["Multipart"]);
    cx.importer.private(&["PartInfo"]);
    let docs = Docs::new().paragraph(&[
        Piece::Text("The parts of the body of "),
        Piece::Code(&operation.id),
        Piece::Text(", as "),
        Piece::Code(&content.media_type),
        Piece::Text("."),
    ]);
    Parts {
        name,
        docs: docs.origin(&content.origin),
        rows,
        is_open,
    }
}

fn encoding_of<'a>(content: &'a Content, name: &str) -> Option<&'a Encoding> {
    let mut named = content.encodings.named.iter();
    named.find(|(known, _)| known == name).map(|(_, it)| it)
}

fn draft_part<'a>(
    cx: &Context<'_, '_>,
    property: &Property,
    encoding: Option<&'a Encoding>,
) -> Draft<'a> {
    let style = encoding.and_then(style_of);
    let said = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let (ty, expanded) = part_ty(cx, property.ty, said, style.is_some());
    let content_type = said.or_else(|| held(cx, property.ty));
    Draft {
        wire: RowWire {
            name: property.name.clone(),
            is_header: false,
            content_type: content_type.filter(|_| style.is_none()).map(str::to_owned),
            style,
            is_whole: false,
            is_placed: false,
        },
        claim: Claim {
            identity: ["part ", &property.name].concat(),
            rank: u8::from(!is_exact(&property.name, Kind::Part)),
            spellings: vec![property.name.clone()],
        },
        docs: part_docs(cx, property),
        ty,
        expanded,
        given: given(cx, property),
        encoding,
    }
}

/// Returns the media type that a schema says its texts hold.
pub(super) fn held<'c>(cx: &'c Context<'_, '_>, ty: TypeRef) -> Option<&'c str> {
    let held = cx.types.api()[ty.id].text.as_deref();
    let held = held.filter(|text| text.encoding.is_none());
    held.and_then(|text| text.media_type.as_deref())
}

/// What can have one value only is not asked for.
fn given(cx: &Context<'_, '_>, property: &Property) -> Given {
    if !property.required {
        return Given::Optional;
    }
    match cx.types.constant(property.ty) {
        Some(constant) => Given::Preset(constant.preset),
        None => Given::Positional,
    }
}

/// A style says how pairs of a query are written, so it is for values that are no files
/// (OAS 3.1 §4.8.15.1).
fn style_of(encoding: &Encoding) -> Option<(Style, bool)> {
    if encoding.style.is_none() && encoding.explode.is_none() {
        return None;
    }
    let style = encoding.style.unwrap_or(Style::Form);
    let explode = encoding.explode.unwrap_or(style == Style::Form);
    Some((style, explode))
}

pub(super) fn draft_header<'a>(
    cx: &Context<'_, '_>,
    part: &str,
    is_required: bool,
    header: &api::Header,
) -> Draft<'a> {
    let ty = header.ty.map_or(Ty::String, |ty| cx.types.ty(ty));
    let expanded = header.ty.map_or(Ty::String, |ty| cx.types.expanded(ty));
    let fallback = Fallback {
        what: "The header",
        name: &header.name,
    };
    let docs = notes::item(&header.docs, fallback).paragraph(&[
        Piece::Text("A header of the part "),
        Piece::Code(part),
        Piece::Text("."),
    ]);
    Draft {
        wire: RowWire {
            name: header.name.clone(),
            is_header: true,
            content_type: None,
            style: None,
            is_whole: false,
            is_placed: false,
        },
        claim: Claim {
            identity: ["header ", &header.name, " of ", part].concat(),
            rank: 2,
            spellings: vec![[part, " ", &header.name].concat()],
        },
        docs,
        ty: without_null(ty),
        expanded: without_null(expanded),
        given: if header.required && is_required {
            Given::Positional
        } else {
            Given::Optional
        },
        encoding: None,
    }
}

fn plan_row(cx: &mut Context<'_, '_>, draft: Draft<'_>, name: Ident) -> Row {
    if let Some(encoding) = draft.encoding {
        ignore_all(
            cx,
            &encoding.nested,
            "the caller puts parts within a part together",
        );
    }
    if draft.wire.style.is_some() {
        cx.importer.private(&["Style"]);
    }
    let intake = Intake::new(draft.ty.clone(), &draft.expanded);
    Row {
        name,
        docs: draft.docs,
        ty: cx.importer.ty(draft.ty),
        intake: cx.importer.intake(intake),
        given: draft.given,
        wire: draft.wire,
    }
}

/// A part is a file, a list of them, several parts in one, or a value.
pub(super) fn part_ty(
    cx: &Context<'_, '_>,
    reference: TypeRef,
    said: Option<&str>,
    has_style: bool,
) -> (Ty, Ty) {
    if said.is_some_and(media::is_multipart) {
        return (NESTED, NESTED);
    }
    let api = cx.types.api();
    let end = api.end(reference.id);
    if is_file(api, end, said) && !has_style {
        return (FILE, FILE);
    }
    if let Shape::Array(items) = &api[end].kind {
        let item = api.end(items.id);
        if is_file(api, item, said) && !has_style {
            let files = Ty::Vec(Box::new(FILE));
            return (files.clone(), files);
        }
    }
    let (ty, expanded) = (cx.types.ty(reference), cx.types.expanded(reference));
    (without_null(ty), without_null(expanded))
}

/// Octets are a file, and so is what the description says nothing of but that it is no text
/// (OAS 3.1 §4.8.15.1).
fn is_file(api: &api::Api, id: TypeId, said: Option<&str>) -> bool {
    let ty = &api[id];
    let is_binary = |media_type: &str| {
        let mut all = media_type.split(',').map(str::trim);
        all.all(|one| media::class(one) == Class::Binary)
    };
    let text = ty.text.as_deref();
    let is_encoded = text.is_some_and(|text| text.encoding.is_some());
    let holds = text.and_then(|text| text.media_type.as_deref());
    match &ty.kind {
        Shape::String(Some(Format::Binary)) => true,
        Shape::String(None) => !is_encoded && holds.is_some_and(is_binary),
        Shape::Any => said.is_none_or(is_binary),
        _ => false,
    }
}

/// An absent part says what null would.
fn without_null(ty: Ty) -> Ty {
    match ty {
        Ty::Option(inner) => *inner,
        ty => ty,
    }
}

fn part_docs(cx: &Context<'_, '_>, property: &Property) -> Docs {
    let fallback = Fallback {
        what: "The part",
        name: &property.name,
    };
    let mut docs = notes::item(&property.docs, fallback);
    if cx.types.item(property.ty.id).is_none() {
        docs = notes::constraints(docs, &cx.types.api()[property.ty.id]);
    }
    docs = notes::default(docs, property.default.as_deref());
    match given(cx, property) {
        Given::Preset(_) => {
            let constant = cx.types.constant(property.ty);
            match &constant {
                Some(constant) => notes::preset(docs, constant.value.text()),
                None => docs,
            }
        }
        Given::Positional | Given::Optional => docs,
    }
}

/// Accounts for encodings of parts that there are not.
fn account_for_encodings(cx: &mut Context<'_, '_>, content: &Content, object: &Object) {
    let is_known = |name: &String| object.properties.iter().any(|it| it.name == *name);
    for (name, encoding) in &content.encodings.named {
        if !is_known(name) {
            cx.ignore("no part has the name of this encoding", &encoding.origin);
        }
    }
    let items = content.encodings.items.as_deref();
    for encoding in content.encodings.prefix.iter().chain(items) {
        cx.ignore(
            "parts of an object have names, not positions",
            &encoding.origin,
        );
    }
}

/// Accounts for encodings that nothing follows from, and for those within them.
pub(super) fn ignore_all(cx: &mut Context<'_, '_>, encodings: &Encodings, reason: &'static str) {
    let Encodings {
        named,
        prefix,
        items,
    } = encodings;
    let named = named.iter().map(|(_, encoding)| encoding);
    for encoding in named.chain(prefix).chain(items.as_deref()) {
        cx.ignore(reason, &encoding.origin);
        ignore_all(cx, &encoding.nested, reason);
    }
}
