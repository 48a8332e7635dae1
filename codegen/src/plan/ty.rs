//! Types as they are written in generated code, and how functions take values of them.

use super::names::Ident;
use crate::api::TypeId;
use crate::config::RustPath;

/// A Rust type, as in `Option<Vec<Pet>>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ty {
    Bool,
    Integer(Integer),
    F32,
    F64,
    /// The runtime's exact number.
    Number,
    String,
    /// The runtime's text that is not shown.
    Secret,
    Bytes,
    Value,
    /// A type of another crate, which the runtime knows.
    Foreign(Foreign),
    /// A type of the user's.
    Own(RustPath),
    /// The runtime's collection of properties that the description does not name.
    AdditionalProperties,
    Option(Box<Ty>),
    Box(Box<Ty>),
    Vec(Box<Ty>),
    Map(Box<Ty>),
    Named(Named),
    /// A type of the file itself, as in `CreatePetBody`.
    Local(Ident),
    /// Another type of the runtime, as in `Body`.
    Runtime(&'static str),
}

/// An integer type, as in `i64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Integer {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}

/// A type of another crate, or of the runtime for a format, that is a model by the runtime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    ChronoDate,
    ChronoDateTime,
    ChronoTime,
    TimeDate,
    TimeDateTime,
    TimeTime,
    JiffDate,
    JiffDateTime,
    JiffTime,
    JiffDuration,
    RustDecimal,
    Uuid,
    Url,
    Ip,
    Ipv4,
    Ipv6,
    Base64Url,
}

impl Foreign {
    /// The crate, as the runtime has it and as the feature of the runtime is called; none for the
    /// standard library and for the runtime's own.
    pub(crate) fn module(self) -> Option<&'static str> {
        Some(match self {
            Self::ChronoDate | Self::ChronoDateTime | Self::ChronoTime => "chrono",
            Self::TimeDate | Self::TimeDateTime | Self::TimeTime => "time",
            Self::JiffDate | Self::JiffDateTime | Self::JiffTime | Self::JiffDuration => "jiff",
            Self::RustDecimal => "rust_decimal",
            Self::Uuid => "uuid",
            Self::Url => "url",
            Self::Ip | Self::Ipv4 | Self::Ipv6 | Self::Base64Url => return None,
        })
    }
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

    /// Whether callers hold values of the type as they are kept: conversions are of no use.
    pub(crate) fn is_scalar(&self) -> bool {
        match self {
            Self::Bool | Self::Integer(_) | Self::F32 | Self::F64 | Self::Own(_) => true,
            Self::Foreign(foreign) => *foreign != Foreign::Base64Url,
            Self::Number
            | Self::String
            | Self::Secret
            | Self::Bytes
            | Self::Value
            | Self::AdditionalProperties
            | Self::Option(_)
            | Self::Box(_)
            | Self::Vec(_)
            | Self::Map(_)
            | Self::Named(_)
            | Self::Local(_)
            | Self::Runtime(_) => false,
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
            | Self::Integer(_)
            | Self::F32
            | Self::F64
            | Self::Number
            | Self::String
            | Self::Secret
            | Self::Foreign(_)
            | Self::Own(_)
            | Self::Bytes
            | Self::Value
            | Self::AdditionalProperties
            | Self::Named(_)
            | Self::Local(_)
            | Self::Runtime(_) => {}
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
