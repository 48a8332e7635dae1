//! Bodies of requests: one type, or an enum over the media types.

use super::Context;
use super::root::{Root, plan_root};
use crate::api::{self, Content};
use crate::plan::docs::{Docs, Piece};
use crate::plan::media::{self, Class};
use crate::plan::names::{Claim, Ident, Kind, Scope};
use crate::plan::notes::{self, Fallback};
use crate::plan::ty::{Intake, Ty};

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    /// Of the builder's method.
    pub(crate) docs: Docs,
    pub(crate) is_required: bool,
    /// The builder's field.
    pub(crate) name: Ident,
    pub(crate) content: BodyContent,
}

/// What the body may be.
#[derive(Debug)]
pub(crate) enum BodyContent {
    One {
        media_type: String,
        root: Option<Root>,
        ty: Ty,
        intake: Intake,
    },
    Choice {
        name: Ident,
        docs: Docs,
        variants: Vec<BodyVariant>,
        conversions: Vec<Conversion>,
    },
}

/// The body in one media type.
#[derive(Debug)]
pub(crate) struct BodyVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) media_type: String,
    pub(crate) root: Option<Root>,
    pub(crate) ty: Ty,
}

/// From a type to the first variant that holds it.
#[derive(Debug)]
pub(crate) struct Conversion {
    pub(crate) ty: Ty,
    pub(crate) variant: Ident,
}

impl Body {
    pub(super) fn argument(&self) -> super::Argument {
        super::Argument {
            name: self.name.clone(),
            intake: self.intake(),
        }
    }

    /// How a function takes the body.
    pub(crate) fn intake(&self) -> Intake {
        match &self.content {
            BodyContent::One { intake, .. } => intake.clone(),
            BodyContent::Choice { .. } => Intake::Into(self.ty()),
        }
    }

    /// What the builder holds.
    pub(crate) fn ty(&self) -> Ty {
        match &self.content {
            BodyContent::One { ty, .. } => ty.clone(),
            BodyContent::Choice { name, .. } => Ty::Local(name.clone()),
        }
    }
}

pub(super) fn plan_body(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    index: usize,
) -> Option<Body> {
    let body = operation.body.as_ref()?;
    for content in &body.content {
        if !has_form(cx, content, Direction::Write) {
            let reason =
                "a value of this type has no form in this media type; the request fails unsent";
            cx.degrade(reason.to_owned(), &content.origin);
        }
    }
    let content = match body.content.as_slice() {
        [] => return None,
        [only] => plan_one(cx, only, body.required),
        several => {
            let docs = choice_docs(operation, body);
            let name = cx.names.operations[index].body.clone();
            plan_choice(cx, several, name, docs)
        }
    };
    let fallback = Fallback {
        what: "The body of",
        name: &operation.id,
    };
    Some(Body {
        docs: notes::item(&body.docs, fallback).origin(&body.origin),
        is_required: body.required,
        name: Scope::new(Kind::Field).claim(&Claim {
            identity: "body".to_owned(),
            rank: 0,
            spellings: vec!["body".to_owned()],
        }),
        content,
    })
}

/// Returns the type of a body as written and behind aliases.
pub(super) fn content_ty(cx: &Context<'_, '_>, content: &Content) -> (Ty, Ty) {
    if let Some(reference) = content.ty {
        return (cx.types.ty(reference), cx.types.expanded(reference));
    }
    let ty = match media::class(&content.media_type) {
        Class::Structured => Ty::Value,
        Class::Text => Ty::String,
        Class::Binary => Ty::Bytes,
    };
    (ty.clone(), ty)
}

/// Whether something is to be written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Write,
    Read,
}

/// Whether the codec of the media type can carry values of the type.
pub(super) fn has_form(cx: &Context<'_, '_>, content: &Content, direction: Direction) -> bool {
    let (_, mut ty) = content_ty(cx, content);
    if let Ty::Option(inner) = ty {
        ty = *inner;
    }
    match (media::class(&content.media_type), ty) {
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
        Ty::Number => true,
        Ty::Own(_) => false,
        ty => ty.is_scalar(),
    }
}

fn plan_one(cx: &mut Context<'_, '_>, content: &Content, is_required: bool) -> BodyContent {
    let (ty, expanded) = content_ty(cx, content);
    let intake = Intake::new(ty.clone(), &expanded);
    // The client's method takes what is required, and it has imports of its own.
    let intake = if is_required {
        intake
    } else {
        cx.importer.intake(intake)
    };
    BodyContent::One {
        media_type: content.media_type.clone(),
        root: plan_root(cx.types, content),
        ty: cx.importer.ty(ty),
        intake,
    }
}

fn plan_choice(
    cx: &mut Context<'_, '_>,
    contents: &[Content],
    name: Ident,
    docs: Docs,
) -> BodyContent {
    let names = media_variants(contents.iter().map(|content| content.media_type.as_str()));
    let mut variants = Vec::new();
    let mut conversions: Vec<Conversion> = Vec::new();
    let mut converted = Vec::new();
    for (content, name) in contents.iter().zip(names) {
        let (ty, expanded) = content_ty(cx, content);
        let ty = cx.importer.ty(ty);
        if !converted.contains(&expanded) {
            converted.push(expanded);
            conversions.push(Conversion {
                ty: ty.clone(),
                variant: name.clone(),
            });
        }
        let docs = Docs::new().paragraph(&[
            Piece::Text("As "),
            Piece::Code(&content.media_type),
            Piece::Text("."),
        ]);
        variants.push(BodyVariant {
            name,
            docs,
            media_type: content.media_type.clone(),
            root: plan_root(cx.types, content),
            ty,
        });
    }
    BodyContent::Choice {
        name,
        docs,
        variants,
        conversions,
    }
}

fn choice_docs(operation: &api::Operation, body: &api::RequestBody) -> Docs {
    let docs = Docs::new().paragraph(&[
        Piece::Text("The body of "),
        Piece::Code(&operation.id),
        Piece::Text(", by media type."),
    ]);
    docs.origin(&body.origin)
}

/// Names variants after media types.
pub(super) fn media_variants<'a>(media_types: impl Iterator<Item = &'a str>) -> Vec<Ident> {
    let claims = media_types.map(|media_type| Claim {
        identity: media_type.to_owned(),
        rank: 0,
        spellings: vec![media::words(media_type).to_owned(), media_type.to_owned()],
    });
    Scope::new(Kind::Choice).claim_all(&claims.collect::<Vec<_>>())
}
