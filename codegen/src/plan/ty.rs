//! Types as they are written in generated code, and how functions take values of them.

use super::names::Ident;
use crate::api::TypeId;

/// A Rust type, as in `Option<Vec<Pet>>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ty {
    Bool,
    I32,
    I64,
    U32,
    U64,
    F32,
    F64,
    String,
    Bytes,
    Value,
    /// The runtime's collection of properties that the description does not name.
    AdditionalProperties,
    Option(Box<Ty>),
    Box(Box<Ty>),
    Vec(Box<Ty>),
    Map(Box<Ty>),
    Named(Named),
    /// A type of the file itself, as in `CreatePetBody`.
    Local(Ident),
}

/// A type of the generated crate, as in `Pet` or `models::Error`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: TypeId,
    pub(crate) name: Ident,
    /// Whether the name alone would mean another type in the file.
    pub(crate) is_qualified: bool,
}

/// How a function takes a value, such that calling it is a pleasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Intake {
    /// `limit: i64`
    Plain(Ty),
    /// `name: impl Into<String>`
    Into(Ty),
    /// `ids: impl IntoIterator<Item = i64>`
    Each(Ty),
    /// `tags: impl IntoIterator<Item = impl Into<String>>`
    EachInto(Ty),
}

impl Ty {
    pub(crate) fn option(self) -> Self {
        Self::Option(Box::new(self))
    }

    /// Returns the type behind a box; where it may be null, what is not.
    pub(crate) fn boxed(self) -> Self {
        match self {
            Self::Option(inner) => Self::Option(Box::new(Self::Box(inner))),
            ty => Self::Box(Box::new(ty)),
        }
    }

    /// Whether values of the type are copied without a thought.
    pub(crate) fn is_scalar(&self) -> bool {
        match self {
            Self::Bool | Self::I32 | Self::I64 | Self::U32 | Self::U64 | Self::F32 | Self::F64 => {
                true
            }
            Self::String
            | Self::Bytes
            | Self::Value
            | Self::AdditionalProperties
            | Self::Option(_)
            | Self::Box(_)
            | Self::Vec(_)
            | Self::Map(_)
            | Self::Named(_)
            | Self::Local(_) => false,
        }
    }

    /// Calls the function for every type in the type, itself included.
    pub(crate) fn visit(&mut self, visit: &mut impl FnMut(&mut Self)) {
        visit(self);
        match self {
            Self::Option(inner) | Self::Box(inner) | Self::Vec(inner) | Self::Map(inner) => {
                inner.visit(visit);
            }
            Self::Bool
            | Self::I32
            | Self::I64
            | Self::U32
            | Self::U64
            | Self::F32
            | Self::F64
            | Self::String
            | Self::Bytes
            | Self::Value
            | Self::AdditionalProperties
            | Self::Named(_)
            | Self::Local(_) => {}
        }
    }
}

impl Intake {
    /// Decides by the written type and by what it is behind its aliases.
    pub(crate) fn new(written: Ty, expanded: &Ty) -> Self {
        match (written, expanded) {
            (written, expanded) if expanded.is_scalar() => Self::Plain(written),
            (Ty::Vec(item), Ty::Vec(expanded)) if expanded.is_scalar() => Self::Each(*item),
            (Ty::Vec(item), Ty::Vec(_)) => Self::EachInto(*item),
            // A name for a list: the items say more than the name.
            (_, Ty::Vec(item)) if item.is_scalar() => Self::Each((**item).clone()),
            (_, Ty::Vec(item)) => Self::EachInto((**item).clone()),
            (written, _) => Self::Into(written),
        }
    }

    pub(crate) fn ty_mut(&mut self) -> &mut Ty {
        let (Self::Plain(ty) | Self::Into(ty) | Self::Each(ty) | Self::EachInto(ty)) = self;
        ty
    }
}
