//! The example of an operation's documentation: a call with made-up values.
//!
//! What has no short literal becomes a parameter of the example's function, so that the example
//! always compiles.

use super::{Body, BodyContent, Context, Parameter, Write, WriteForm};
use crate::api::{self, Kind};
use crate::plan::names::Ident;
use crate::plan::ty::Ty;

/// A call of the client's method.
#[derive(Debug)]
pub(crate) struct Example {
    /// The crate that paths start with; none where the code is a module of another crate.
    pub(crate) crate_name: Option<Ident>,
    pub(crate) method: Ident,
    pub(crate) arguments: Vec<Sample>,
    /// The argument of `body`, where that is a method.
    pub(crate) body: Option<Sample>,
    /// The parameters of the example's function.
    pub(crate) inputs: Vec<Input>,
}

/// A parameter of the example's function.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) name: Ident,
    pub(crate) ty: Ty,
}

/// A made-up value.
#[derive(Debug)]
pub(crate) enum Sample {
    Bool,
    Integer,
    Float,
    Text(String),
    /// A list of one.
    List(Box<Sample>),
    /// A parameter of the example's function.
    Input(Ident),
}

pub(super) fn plan_example(
    cx: &Context<'_, '_>,
    operation: &api::Operation,
    method: &Ident,
    parameters: &[Parameter],
    body: Option<&Body>,
) -> Example {
    let mut inputs = Vec::new();
    let mut arguments = Vec::new();
    for parameter in parameters
        .iter()
        .filter(|parameter| parameter.is_positional())
    {
        let Some(found) = parameter.described(operation) else {
            continue;
        };
        let expanded = cx.types.expanded(found.ty);
        arguments.push(sample(cx, &expanded, &parameter.name, &mut inputs));
    }
    let shown = body.map(|body| {
        (
            body.is_required,
            body_sample(cx, operation, body, &mut inputs),
        )
    });
    let mut optional = None;
    match shown {
        Some((true, sample)) => arguments.push(sample),
        Some((false, sample)) => optional = Some(sample),
        None => {}
    }
    Example {
        crate_name: cx.crate_name.cloned(),
        method: method.clone(),
        arguments,
        body: optional,
        inputs,
    }
}

fn body_sample(
    cx: &Context<'_, '_>,
    operation: &api::Operation,
    body: &Body,
    inputs: &mut Vec<Input>,
) -> Sample {
    let first = operation
        .body
        .as_ref()
        .and_then(|body| body.content.first());
    let ty = first.map_or(Ty::Value, |content| {
        super::content::content_ty(cx, content).1
    });
    match &body.content {
        BodyContent::One {
            write, ty: held, ..
        } => sample(cx, &taken(write, held, ty), &body.name, inputs),
        // A literal would leave open which conversion is meant.
        BodyContent::Choice { variants, .. } => {
            let ty = variants
                .first()
                .map_or(Ty::Value, |first| taken(&first.write, &first.ty, ty));
            input(&ty, &body.name, inputs)
        }
    }
}

/// Returns what a body is made from, where its schema is of the type `ty`.
fn taken(write: &Write, held: &Ty, ty: Ty) -> Ty {
    match write.form {
        WriteForm::Value(_) | WriteForm::Form(_) => ty,
        WriteForm::Items => Ty::Vec(Box::new(ty)),
        WriteForm::Stream | WriteForm::Parts | WriteForm::Multipart => held.clone(),
    }
}

fn sample(cx: &Context<'_, '_>, ty: &Ty, name: &Ident, inputs: &mut Vec<Input>) -> Sample {
    if let Some(literal) = literal(cx, ty, name) {
        return literal;
    }
    match ty {
        Ty::Vec(item) => match literal(cx, item, name) {
            Some(literal) => Sample::List(Box::new(literal)),
            None => input(ty, name, inputs),
        },
        _ => input(ty, name, inputs),
    }
}

fn literal(cx: &Context<'_, '_>, ty: &Ty, name: &Ident) -> Option<Sample> {
    match ty {
        Ty::Bool => Some(Sample::Bool),
        Ty::Integer(_) => Some(Sample::Integer),
        Ty::F32 | Ty::F64 => Some(Sample::Float),
        Ty::String | Ty::Secret | Ty::Bytes | Ty::Runtime("Body" | "FilePart") => {
            Some(Sample::Text(name.as_str().to_owned()))
        }
        Ty::Named(named) => match &cx.types.api()[named.id].kind {
            Kind::Enum(values) if values.is_of_texts() => values
                .values
                .first()
                .map(|value| Sample::Text(value.value.text().to_owned())),
            _ => None,
        },
        Ty::Number
        | Ty::Foreign(_)
        | Ty::Own(_)
        | Ty::Value
        | Ty::AdditionalProperties
        | Ty::Option(_)
        | Ty::Box(_)
        | Ty::Vec(_)
        | Ty::Map(_)
        | Ty::Local(_)
        | Ty::Runtime(_) => None,
    }
}

fn input(ty: &Ty, name: &Ident, inputs: &mut Vec<Input>) -> Sample {
    inputs.push(Input {
        name: name.clone(),
        ty: ty.clone(),
    });
    Sample::Input(name.clone())
}
