//! Bodies of requests: one type, or an enum over the media types.

use super::Context;
use super::content::{Direction, content_ty, has_form, is_octets};
use super::form::{Field, plan_fields};
use super::parts::{Parts, ignore_all, plan_parts};
use super::positions::plan_positions;
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
    /// The struct of the parts, where one of the media types has parts.
    pub(crate) parts: Option<Parts>,
}

/// What the body may be.
#[derive(Debug)]
pub(crate) enum BodyContent {
    One {
        write: Write,
        ty: Ty,
        intake: Intake,
    },
    Choice {
        name: Ident,
        docs: Docs,
        variants: Vec<BodyVariant>,
        conversions: Vec<Conversion>,
        /// Whether two values can be compared: what is read while it is sent cannot.
        is_comparable: bool,
    },
}

/// The body in one media type.
#[derive(Debug)]
pub(crate) struct BodyVariant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) write: Write,
    pub(crate) ty: Ty,
}

/// How a body is written.
#[derive(Debug)]
pub(crate) struct Write {
    pub(crate) media_type: String,
    pub(crate) form: WriteForm,
}

#[derive(Debug)]
pub(crate) enum WriteForm {
    /// By the codec of the media type; in XML with this root element.
    Value(Option<Root>),
    /// As a form whose fields are written in ways of their own.
    Form(Vec<Field>),
    /// One item after the other.
    Items,
    /// As it is.
    Stream,
    /// The struct of the parts.
    Parts,
    /// Parts as the caller puts them together.
    Multipart,
}

/// From a type to the first variant that holds it.
#[derive(Debug)]
pub(crate) struct Conversion {
    pub(crate) ty: Ty,
    pub(crate) variant: Ident,
}

/// A body in one media type, before it is the only one or one of several.
struct Written {
    write: Write,
    ty: Ty,
    expanded: Ty,
}

const STREAM: Ty = Ty::Runtime("Body");
const NAMELESS: &str = "parts without names have no types: the caller puts them together";
const MULTIPART: Ty = Ty::Runtime("Multipart");

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
    let mut parts = None;
    let mut contents = Vec::new();
    for content in &body.content {
        contents.push(plan_written(cx, operation, index, content, &mut parts));
    }
    let content = match <[Written; 1]>::try_from(contents) {
        Ok([only]) => plan_one(cx, only, body.required),
        Err(several) if several.is_empty() => return None,
        Err(several) => {
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
        parts,
    })
}

fn plan_written(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    index: usize,
    content: &Content,
    parts: &mut Option<Parts>,
) -> Written {
    let media_type = content.media_type.as_str();
    let written = |media_type: &str, form, ty: Ty, expanded| Written {
        write: Write {
            media_type: media_type.to_owned(),
            form,
        },
        ty,
        expanded,
    };
    if media::is_multipart(media_type) {
        let ty = plan_multipart(cx, operation, index, content, parts);
        let form = match &ty {
            Ty::Local(_) => WriteForm::Parts,
            _ => WriteForm::Multipart,
        };
        return written(media_type, form, ty.clone(), ty);
    }
    let (ty, expanded) = content_ty(cx, content);
    if media::is_sequence(media_type) && content.ty.or(content.item).is_some() {
        // A text for the whole is what descriptions say that cannot say what an item is.
        if content.item.is_none() && !is_structured(&expanded) {
            return written(media_type, WriteForm::Stream, STREAM, STREAM);
        }
        let list = |ty| Ty::Vec(Box::new(ty));
        return written(media_type, WriteForm::Items, list(ty), list(expanded));
    }
    if is_octets(cx, content) {
        return written(media_type, WriteForm::Stream, STREAM, STREAM);
    }
    match media::class(media_type) {
        Class::Binary if media::is_range(media_type) && is_structured(&expanded) => {
            written("application/json", WriteForm::Value(None), ty, expanded)
        }
        Class::Binary => written(media_type, WriteForm::Stream, STREAM, STREAM),
        Class::Text if media::is_range(media_type) => {
            written(media_type, WriteForm::Stream, STREAM, STREAM)
        }
        Class::Structured | Class::Text => {
            if !has_form(cx, content, Direction::Write) {
                let reason = "a value of this type has no form in this media type; the request \
                              fails unsent";
                cx.degrade(reason, &content.origin);
            }
            let fields = if media::is_form(media_type) {
                plan_fields(cx, content.ty, &content.encodings)
            } else {
                Vec::new()
            };
            let form = if fields.is_empty() {
                WriteForm::Value(plan_root(cx.types, content))
            } else {
                WriteForm::Form(fields)
            };
            written(media_type, form, ty, expanded)
        }
    }
}

/// Whether a value is more than bytes.
fn is_structured(ty: &Ty) -> bool {
    !matches!(ty, Ty::Bytes | Ty::String)
}

/// Returns the type of a body of parts. One operation has one struct of parts; in other media types
/// of the same operation the parts are the caller's.
fn plan_multipart(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    index: usize,
    content: &Content,
    parts: &mut Option<Parts>,
) -> Ty {
    let api = cx.types.api();
    let object = content.ty.and_then(|ty| api.object(ty.id));
    match object {
        Some(object) if parts.is_none() => {
            let name = cx.names.operations[index].parts.clone();
            *parts = Some(plan_parts(cx, operation, content, object, name.clone()));
            Ty::Local(name)
        }
        Some(_) => {
            let reason = "a second multipart body of one operation has no types for its parts";
            cx.degrade(reason, &content.origin);
            MULTIPART
        }
        None => {
            let name = cx.names.operations[index].parts.clone();
            if parts.is_none()
                && let Some(planned) = plan_positions(cx, operation, content, name.clone())
            {
                *parts = Some(planned);
                return Ty::Local(name);
            }
            if content.ty.or(content.item).is_some() {
                cx.degrade(NAMELESS, &content.origin);
            }
            ignore_all(cx, &content.encodings, NAMELESS);
            MULTIPART
        }
    }
}

fn plan_one(cx: &mut Context<'_, '_>, written: Written, is_required: bool) -> BodyContent {
    let Written {
        write,
        ty,
        expanded,
    } = written;
    let intake = match &ty {
        // It converts from nothing.
        Ty::Local(_) => Intake::Plain(ty.clone()),
        _ => Intake::new(ty.clone(), &expanded),
    };
    // The client's method takes what is required, and it has imports of its own.
    let intake = if is_required {
        intake
    } else {
        cx.importer.intake(intake)
    };
    BodyContent::One {
        write,
        ty: cx.importer.ty(ty),
        intake,
    }
}

fn plan_choice(
    cx: &mut Context<'_, '_>,
    contents: Vec<Written>,
    name: Ident,
    docs: Docs,
) -> BodyContent {
    let media_types = contents.iter().map(|it| it.write.media_type.as_str());
    let names = media_variants(media_types);
    let mut variants = Vec::new();
    let mut conversions: Vec<Conversion> = Vec::new();
    let mut converted = Vec::new();
    let mut is_comparable = true;
    for (written, name) in contents.into_iter().zip(names) {
        is_comparable &= !matches!(written.ty, Ty::Runtime(_) | Ty::Local(_));
        let ty = cx.importer.ty(written.ty);
        if !converted.contains(&written.expanded) {
            converted.push(written.expanded);
            conversions.push(Conversion {
                ty: ty.clone(),
                variant: name.clone(),
            });
        }
        let docs = Docs::new().paragraph(&[
            Piece::Text("As "),
            Piece::Code(&written.write.media_type),
            Piece::Text("."),
        ]);
        variants.push(BodyVariant {
            name,
            docs,
            write: written.write,
            ty,
        });
    }
    BodyContent::Choice {
        name,
        docs,
        variants,
        conversions,
        is_comparable,
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
