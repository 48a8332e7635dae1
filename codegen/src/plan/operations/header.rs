//! Headers of answers: a constant for each, which reads it with its type.

use std::collections::BTreeMap;

use super::Context;
use crate::api::{self, Header, Kind as Shape, Response, Serialization, Style, TypeId};
use crate::plan::docs::{Docs, Piece};
use crate::plan::models::Types;
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
    /// A list with this between its elements, where it is no comma.
    Delimited(&'static str),
    Object {
        explode: bool,
    },
    /// A document of this media type.
    Content(String),
}

/// The headers of an operation's answers.
#[derive(Debug)]
pub(super) struct Headers {
    /// Those that are described in the answers themselves.
    pub(super) constants: Vec<ResponseHeader>,
    /// For each answer, where the constants of its headers are.
    pub(super) answers: Vec<Vec<HeaderLink>>,
}

/// Where documentation finds the constant of a header.
#[derive(Debug)]
pub(super) struct HeaderLink {
    /// As on the wire.
    pub(super) shown: String,
    /// As in `ListPets::X_RATE_LIMIT`.
    pub(super) target: String,
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

/// The constant that reads a header.
enum Constant {
    /// One for all operations, by its path.
    Shared(String),
    /// One of the operation, by its place among the drafts.
    Own(usize),
}

/// The headers of one operation before they have names.
#[derive(Default)]
struct Drafts<'a> {
    all: Vec<Draft<'a>>,
    /// An answer can have very many headers, so those of one name are found by it.
    by_name: BTreeMap<String, Vec<usize>>,
}

impl<'a> Drafts<'a> {
    /// Returns the place of the draft for a header, which may be one that is there.
    fn place(&mut self, types: &Types<'_>, response: &Response, header: &'a Header) -> usize {
        let (ty, form) = ty(types, header);
        let alike = self.by_name.entry(header.name.to_ascii_lowercase());
        let alike = alike.or_default();
        let is_same = |at: &&usize| self.all[**at].ty == ty && self.all[**at].form == form;
        if let Some(known) = alike.iter().find(is_same) {
            return *known;
        }
        let place = self.all.len();
        alike.push(place);
        self.all.push(Draft {
            is_first: alike.len() == 1,
            header,
            status: response.status.to_string(),
            ty,
            form,
        });
        place
    }
}

/// Plans the headers of all answers; one that several have is one, unless their types differ.
pub(super) fn plan_headers(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
    name: &Ident,
) -> Headers {
    let mut drafts = Drafts::default();
    let mut links = Vec::with_capacity(operation.responses.len());
    for response in &operation.responses {
        let place = |header| match cx.headers.target(header) {
            Some(target) => (header, Constant::Shared(target)),
            None => (
                header,
                Constant::Own(drafts.place(cx.types, response, header)),
            ),
        };
        let placed: Vec<_> = response.headers.iter().map(place).collect();
        links.push(placed);
    }
    let claims: Vec<Claim> = drafts.all.iter().map(claim).collect();
    let names = Scope::new(Kind::Static).claim_all(&claims);
    let own = |draft: usize| [name.as_str(), "::", names[draft].as_str()].concat();
    let link = |(header, constant): (&Header, Constant)| HeaderLink {
        shown: header.name.clone(),
        target: match constant {
            Constant::Shared(target) => target,
            Constant::Own(draft) => own(draft),
        },
    };
    let answers = links.into_iter();
    let answers = answers.map(|placed| placed.into_iter().map(link).collect());
    let answers = answers.collect();
    if !names.is_empty() {
        cx.importer.runtime(&["ResponseHeader"]);
    }
    let drafts = drafts.all.into_iter().zip(names);
    let constants = drafts.map(|(draft, name)| ResponseHeader {
        name,
        docs: docs(cx.types, draft.header, &draft.header.docs),
        wire: draft.header.name.clone(),
        ty: cx.importer.ty(draft.ty),
        form: draft.form,
    });
    Headers {
        constants: constants.collect(),
        answers,
    }
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

/// Returns the type of a header's value, and what it is read from.
pub(super) fn ty(types: &Types<'_>, header: &Header) -> (Ty, HeaderForm) {
    let Some(reference) = header.ty else {
        return (Ty::String, HeaderForm::Scalar);
    };
    let ty = match types.ty(reference) {
        Ty::Option(inner) => *inner,
        ty => ty,
    };
    let form = match &header.serialization {
        Serialization::Content(media_type) => HeaderForm::Content(media_type.clone()),
        Serialization::Style { explode, style, .. } => {
            form(types.api(), reference.id, *style, *explode)
        }
    };
    (ty, form)
}

fn form(api: &api::Api, mut id: TypeId, style: Style, explode: bool) -> HeaderForm {
    // As many steps as there are types: names for nothing but each other have no end.
    for _ in api.types() {
        match &api[id].kind {
            Shape::Alias(target) => id = target.id,
            Shape::Array(_) | Shape::Tuple(_) => return list(style),
            Shape::Object(_) | Shape::Map(_) => return HeaderForm::Object { explode },
            _ => break,
        }
    }
    HeaderForm::Scalar
}

fn list(style: Style) -> HeaderForm {
    match style {
        Style::SpaceDelimited => HeaderForm::Delimited(" "),
        Style::PipeDelimited => HeaderForm::Delimited("|"),
        Style::TabDelimited => HeaderForm::Delimited("\t"),
        Style::Simple
        | Style::Label
        | Style::DottedLabel
        | Style::Matrix
        | Style::Form
        | Style::DeepObject
        | Style::Cookie => HeaderForm::List,
    }
}

/// Returns the documentation of the constant, with what people wrote.
pub(super) fn docs(types: &Types<'_>, header: &Header, written: &api::Docs) -> Docs {
    let mut docs = Docs::new();
    for text in notes::texts(written) {
        docs = docs.markdown(text);
    }
    if header.docs.deprecated {
        docs = notes::deprecated(docs);
    }
    if let Some(reference) = header.ty
        && types.item(reference.id).is_none()
    {
        docs = notes::constraints(docs, &types.api()[reference.id]);
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
