//! Parameters: what travels in path, query, headers and cookies.

use super::Context;
use super::form::plan_fields;
use super::parts::ignore_all;
use crate::api::{
    self, Api, Kind as TypeKind, Location, PathPart, Role, Serialization, Style, TypeRef,
};
use crate::plan::docs::{Docs, Piece};
use crate::plan::media;
use crate::plan::models::{Preset, Types};
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::notes::{self, Fallback};
use crate::plan::ty::{Intake, Ty};

/// One parameter, as in `customer_id`.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    /// The static that describes it.
    pub(crate) constant: Ident,
    /// Of the builder's method.
    pub(crate) docs: Docs,
    pub(crate) is_deprecated: bool,
    /// The type of the value; the builder holds an option of it where it is optional.
    pub(crate) ty: Ty,
    pub(crate) intake: Intake,
    pub(crate) given: Given,
    pub(crate) wire: Wire,
}

/// Who gives the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Given {
    /// Whoever calls the client's method.
    Positional,
    /// The builder: it is the one value that the description knows. A method sets another.
    Preset(Preset),
    /// A method of the builder, or nobody.
    Optional,
}

/// How a parameter travels.
#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) name: String,
    pub(crate) location: Location,
    /// Style and explode, where they are not the default of the location.
    pub(crate) style: Option<(Style, bool)>,
    pub(crate) allows_reserved: bool,
    /// Whether a value that is none is sent as an empty one.
    pub(crate) allows_empty: bool,
    /// The media type where the value is a document.
    pub(crate) content: Option<String>,
    /// The fields of a document that is a form, where they are written in ways of their own.
    pub(crate) fields: Vec<Wire>,
}

impl Parameter {
    pub(crate) fn is_positional(&self) -> bool {
        self.given == Given::Positional
    }

    /// Whether there may be no value.
    pub(crate) fn is_optional(&self) -> bool {
        self.given == Given::Optional
    }

    /// Returns what the description says of it.
    pub(super) fn described<'a>(
        &self,
        operation: &'a api::Operation,
    ) -> Option<&'a api::Parameter> {
        operation
            .parameters
            .iter()
            .find(|other| (other.location, &other.name) == (self.wire.location, &self.wire.name))
    }
}

pub(super) fn plan_parameters(
    cx: &mut Context<'_, '_>,
    operation: &api::Operation,
) -> Vec<Parameter> {
    let mut parameters: Vec<&api::Parameter> = operation.parameters.iter().collect();
    let types = cx.types;
    parameters.sort_by_key(|parameter| order(types, operation, parameter));
    let claims: Vec<Claim> = parameters
        .iter()
        .map(|parameter| claim(parameter))
        .collect();
    let names = Scope::new(Kind::Parameter).claim_all(&claims);
    let mut statics = Scope::new(Kind::Static);
    let mut planned = Vec::new();
    for (parameter, name) in parameters.into_iter().zip(names) {
        let constant = statics.claim(&Claim {
            identity: identity(parameter),
            rank: 0,
            spellings: vec![name.as_str().to_owned()],
        });
        planned.push(plan_parameter(cx, parameter, name, constant));
    }
    planned
}

fn plan_parameter(
    cx: &mut Context<'_, '_>,
    parameter: &api::Parameter,
    name: Ident,
    constant: Ident,
) -> Parameter {
    let reference = reference(cx, parameter);
    let ty = cx.importer.ty(cx.types.ty(reference));
    let given = given(cx.types, parameter);
    if holds_nested(cx.types.api(), parameter) {
        cx.degrade(NESTED, &parameter.origin);
    }
    let intake = cx.types.intake(reference);
    // The client's method takes what is positional, and it has imports of its own.
    let intake = if given == Given::Positional {
        intake
    } else {
        cx.importer.intake(intake)
    };
    Parameter {
        name,
        constant,
        docs: method_docs(cx, parameter),
        is_deprecated: parameter.docs.deprecated,
        ty,
        intake,
        given,
        wire: plan_wire(cx, parameter),
    }
}

const NESTED: &str =
    "a list or an object within another one has no form in this style; giving one is an error";

/// Returns whether values of a parameter can hold what its style has no form for (OAS 3.1 §4.8.12.3).
fn holds_nested(api: &Api, parameter: &api::Parameter) -> bool {
    let is_deep = |reference: &TypeRef| {
        let kind = &api[api.end(reference.id)].kind;
        matches!(
            kind,
            TypeKind::Array(_) | TypeKind::Tuple(_) | TypeKind::Map(_) | TypeKind::Object(_)
        )
    };
    match parameter.serialization {
        Serialization::Style { style, .. } if style != Style::DeepObject => {}
        Serialization::Style { .. } | Serialization::Content(_) => return false,
    }
    match &api[api.end(parameter.ty.id)].kind {
        TypeKind::Array(items) => is_deep(items),
        TypeKind::Object(object) => object.properties.iter().any(|it| is_deep(&it.ty)),
        _ => false,
    }
}

/// What is said of a parameter that may be sent without a value (OAS 3.1 §4.8.12.2).
pub(super) const MAY_BE_EMPTY: &str = "It may be sent without a value.";

/// Returns the type of the value; with one for no value, where that is sent and the type has none.
fn reference(cx: &Context<'_, '_>, parameter: &api::Parameter) -> TypeRef {
    let api = cx.types.api();
    let has_empty = match api[api.end(parameter.ty.id)].kind {
        TypeKind::String(_) | TypeKind::Enum(_) | TypeKind::Any | TypeKind::Null => true,
        TypeKind::Never
        | TypeKind::Boolean
        | TypeKind::Integer(_)
        | TypeKind::Number(_)
        | TypeKind::Array(_)
        | TypeKind::Tuple(_)
        | TypeKind::Map(_)
        | TypeKind::Object(_)
        | TypeKind::Union(_)
        | TypeKind::Alias(_) => false,
    };
    TypeRef {
        nullable: parameter.ty.nullable || (parameter.allow_empty && !has_empty),
        ..parameter.ty
    }
}

/// A description does not say where it is that the value goes. Name and place say which parameter it
/// is; a JSON pointer would count its place in a list and change with every other parameter.
fn method_docs(cx: &Context<'_, '_>, parameter: &api::Parameter) -> Docs {
    let place = place(parameter.location);
    let fallback = Fallback {
        what: place,
        name: &parameter.name,
    };
    let mut docs = notes::described(&parameter.docs, fallback);
    if cx.types.item(parameter.ty.id).is_none() {
        let api = cx.types.api();
        docs = notes::constraints(docs, &api[parameter.ty.id]);
    }
    docs = notes::default(docs, parameter.default.as_deref());
    if parameter.allow_empty {
        docs = docs.paragraph(&[Piece::Text(MAY_BE_EMPTY)]);
    }
    if let Given::Preset(_) = given(cx.types, parameter)
        && let Some(constant) = cx.types.constant(parameter.ty)
    {
        docs = docs.paragraph(&[
            Piece::Text("Without this, it is "),
            Piece::Code(constant.value.text()),
            Piece::Text(", the one value that the description knows."),
        ]);
    }
    if !notes::is_described(&parameter.docs) {
        return docs;
    }
    docs.paragraph(&[
        Piece::Text("Goes into the "),
        Piece::Text(&place["The ".len()..]),
        Piece::Text(" "),
        Piece::Code(&parameter.name),
        Piece::Text("."),
    ])
}

/// What the runtime makes up is never asked for, nor is what can have one value only.
fn given(types: &Types<'_>, parameter: &api::Parameter) -> Given {
    let is_made_up = match parameter.role {
        Some(Role::IdempotencyKey | Role::CorrelationId) => true,
        Some(Role::CorrelationVector) | None => false,
    };
    let is_needed = parameter.required || parameter.location == Location::Path;
    if is_made_up || !is_needed {
        return Given::Optional;
    }
    match types.constant(parameter.ty) {
        Some(constant) => Given::Preset(constant.preset),
        None => Given::Positional,
    }
}

/// Positional ones first, those of the path in its order.
fn order(
    types: &Types<'_>,
    operation: &api::Operation,
    parameter: &api::Parameter,
) -> (bool, bool, usize) {
    let is_it = |part: &PathPart| *part == PathPart::Parameter(parameter.name.clone());
    let in_path = parameter.location == Location::Path;
    let place = operation
        .path
        .parts
        .iter()
        .position(is_it)
        .filter(|_| in_path);
    let is_positional = given(types, parameter) == Given::Positional;
    (!is_positional, !in_path, place.unwrap_or(0))
}

/// Among parameters of one name, that of the path keeps it, then that of the query.
fn claim(parameter: &api::Parameter) -> Claim {
    let location = match parameter.location {
        Location::Path => 0,
        Location::Query => 1,
        Location::Header => 2,
        Location::Cookie => 3,
        Location::QueryString => 4,
    };
    let inexact = u8::from(!is_exact(&parameter.name, Kind::Parameter));
    let place = &place(parameter.location)["The ".len()..];
    Claim {
        identity: identity(parameter),
        rank: 2 * location + inexact,
        spellings: vec![
            parameter.name.clone(),
            [&parameter.name, " ", place].concat(),
        ],
    }
}

fn identity(parameter: &api::Parameter) -> String {
    [place(parameter.location), " ", &parameter.name].concat()
}

fn place(location: Location) -> &'static str {
    match location {
        Location::Path => "The path parameter",
        Location::Query => "The query parameter",
        Location::Header => "The header",
        Location::Cookie => "The cookie",
        Location::QueryString => "The query",
    }
}

fn plan_wire(cx: &mut Context<'_, '_>, parameter: &api::Parameter) -> Wire {
    let (style, allows_reserved, content) = match &parameter.serialization {
        Serialization::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let default = default_style(parameter.location);
            (
                Some((*style, *explode)).filter(|style| *style != default),
                *allow_reserved,
                None,
            )
        }
        Serialization::Content(media_type) => (None, false, Some(media_type.clone())),
    };
    Wire {
        name: parameter.name.clone(),
        location: parameter.location,
        style,
        allows_reserved,
        allows_empty: parameter.allow_empty,
        content,
        fields: plan_document(cx, parameter),
    }
}

/// The fields of a document that is a form; what is said of those of any other means nothing.
fn plan_document(cx: &mut Context<'_, '_>, parameter: &api::Parameter) -> Vec<Wire> {
    match &parameter.serialization {
        Serialization::Content(media_type) if media::is_form(media_type) => {
            plan_fields(cx, Some(parameter.ty), &parameter.encodings)
        }
        Serialization::Content(_) | Serialization::Style { .. } => {
            let reason = "only forms have fields that are written in ways of their own";
            ignore_all(cx, &parameter.encodings, reason);
            Vec::new()
        }
    }
}

/// OAS 3.1 §4.8.12.2.
fn default_style(location: Location) -> (Style, bool) {
    match location {
        Location::Path | Location::Header => (Style::Simple, false),
        Location::Query | Location::Cookie | Location::QueryString => (Style::Form, true),
    }
}
