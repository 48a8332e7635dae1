//! Headers of answers: a constant for each, which reads it with its type.

use std::collections::BTreeMap;

use super::Context;
use crate::api::{self, Header, Kind as Shape, Serialization, Style, TypeId};
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::{Claim, Ident, Kind, Scope};
use crate::plan::notes;
use crate::plan::ty::Ty;

/// One header, as in `X_RATE_LIMIT`.
#[derive(Debug)]
pub(crate) struct ResponseHeader {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    /// As on the wire.
    pub(crate) wire: String,
    pub(crate) ty: Ty,
    pub(crate) form: HeaderForm,
}

/// What the text of a value is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HeaderForm {
    Scalar,
    List,
    Object {
        explode: bool,
    },
    /// A document of this media type.
    Content(String),
}

/// A header before it has a name in Rust.
struct Draft<'a> {
    header: &'a Header,
    /// Whether it is the first of its name.
    is_first: bool,
    status: String,
    ty: Ty,
    form: HeaderForm,
}

/// Returns the headers of all answers; one that several have is one, unless their types differ.
pub(super) fn plan_headers(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
) -> Vec<ResponseHeader> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    // An answer can have very many headers, so those of one name are found by it.
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for response in &operation.responses {
        for header in &response.headers {
            let (ty, form) = ty(cx, header);
            let alike = by_name.entry(header.name.to_ascii_lowercase());
            let alike = alike.or_default();
            let is_same = |at: &usize| drafts[*at].ty == ty && drafts[*at].form == form;
            if !alike.iter().any(is_same) {
                alike.push(drafts.len());
                drafts.push(Draft {
                    is_first: alike.len() == 1,
                    header,
                    status: response.status.to_string(),
                    ty,
                    form,
                });
            }
        }
    }
    let claims: Vec<Claim> = drafts.iter().map(claim).collect();
    let names = Scope::new(Kind::Static).claim_all(&claims);
    if !drafts.is_empty() {
        cx.importer.runtime(&["ResponseHeader"]);
    }
    let drafts = drafts.into_iter().zip(names);
    let headers = drafts.map(|(draft, name)| ResponseHeader {
        name,
        docs: docs(cx, draft.header),
        wire: draft.header.name.clone(),
        ty: cx.importer.ty(draft.ty),
        form: draft.form,
    });
    headers.collect()
}

/// Among headers of one name and several types the first keeps it.
fn claim(draft: &Draft<'_>) -> Claim {
    let Draft {
        header,
        status,
        is_first,
        ..
    } = draft;
    let long = [&header.name, " ", status].concat();
    let name = header.name.to_ascii_lowercase();
    Claim {
        identity: [&name, " ", status].concat(),
        rank: u8::from(!is_first),
        spellings: if *is_first {
            vec![name, long]
        } else {
            vec![long]
        },
    }
}

fn ty(cx: &Context<'_, '_>, header: &Header) -> (Ty, HeaderForm) {
    let Some(reference) = header.ty else {
        return (Ty::String, HeaderForm::Scalar);
    };
    let ty = match cx.types.ty(reference) {
        Ty::Option(inner) => *inner,
        ty => ty,
    };
    let form = match &header.serialization {
        Serialization::Content(media_type) => HeaderForm::Content(media_type.clone()),
        Serialization::Style { explode, style, .. } => {
            debug_assert!(*style == Style::Simple, "headers have one style");
            form(cx.types.api(), reference.id, *explode)
        }
    };
    (ty, form)
}

fn form(api: &api::Api, mut id: TypeId, explode: bool) -> HeaderForm {
    // As many steps as there are types: names for nothing but each other have no end.
    for _ in api.types() {
        match &api[id].kind {
            Shape::Alias(target) => id = target.id,
            Shape::Array(_) | Shape::Tuple(_) => return HeaderForm::List,
            Shape::Object(_) | Shape::Map(_) => return HeaderForm::Object { explode },
            _ => break,
        }
    }
    HeaderForm::Scalar
}

fn docs(cx: &Context<'_, '_>, header: &Header) -> Docs {
    let mut docs = Docs::new();
    for text in notes::texts(&header.docs) {
        docs = docs.markdown(text);
    }
    if header.docs.deprecated {
        docs = notes::deprecated(docs);
    }
    if let Some(reference) = header.ty
        && cx.types.item(reference.id).is_none()
    {
        docs = notes::constraints(docs, &cx.types.api()[reference.id]);
    }
    let when = if header.required {
        "Comes with every such answer."
    } else {
        "May be absent."
    };
    docs.paragraph(&[
        Piece::Text("The header "),
        Piece::Code(&header.name),
        Piece::Text(" of answers. "),
        Piece::Text(when),
    ])
}
