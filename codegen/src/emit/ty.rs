//! Types, and the ways in which functions take values of them.

use super::imports::word;
use crate::config::RustPath;
use crate::plan::ty::{Foreign, Intake, Integer, Ty};
use crate::tokens::{ToTokens, TokenStream, quote};

/// The paths before the names of types; none where they are imported.
#[derive(Debug, Clone, Default)]
pub(super) struct Paths {
    pub(super) runtime: Option<TokenStream>,
    pub(super) models: Option<TokenStream>,
    pub(super) operations: Option<TokenStream>,
}

impl Paths {
    /// The paths in a file that has imports.
    pub(super) fn imported() -> Self {
        Self::default()
    }

    /// Emits the type.
    pub(super) fn ty(&self, ty: &Ty) -> TokenStream {
        let runtime = self.runtime.as_ref().map(|path| quote!(#path::));
        match ty {
            Ty::Bool => quote!(bool),
            Ty::Integer(integer) => emit_integer(*integer),
            Ty::F32 => quote!(f32),
            Ty::F64 => quote!(f64),
            Ty::String => quote!(String),
            Ty::Number => quote!(#runtime Number),
            Ty::Secret => self.secret(),
            Ty::Foreign(foreign) => emit_foreign(*foreign, runtime.as_ref()),
            Ty::Own(path) => emit_path(path),
            Ty::Bytes => quote!(#runtime Bytes),
            Ty::Value => quote!(#runtime Value),
            Ty::AdditionalProperties => quote!(#runtime AdditionalProperties),
            Ty::Option(inner) => self.generic(&quote!(Option), inner),
            Ty::Box(inner) => self.generic(&quote!(Box), inner),
            Ty::Vec(inner) => self.generic(&quote!(Vec), inner),
            Ty::Map(inner) => self.generic(&quote!(#runtime Map), inner),
            Ty::Named(named) => {
                let name = &named.name;
                match &self.models {
                    Some(path) => quote!(#path::#name),
                    None if named.is_qualified => quote!(models::#name),
                    None => name.to_token_stream(),
                }
            }
            Ty::Runtime(name) => {
                let name = word(name);
                quote!(#runtime #name)
            }
            Ty::Local(name) => {
                let operations = self.operations.as_ref().map(|path| quote!(#path::));
                quote!(#operations #name)
            }
        }
    }

    /// Emits the type of a function's parameter.
    pub(super) fn intake(&self, intake: &Intake) -> TokenStream {
        match intake {
            Intake::Plain(ty) => self.ty(ty),
            Intake::Into(ty) => {
                let ty = self.ty(ty);
                quote!(impl Into<#ty>)
            }
            Intake::Each(item) => {
                let item = self.ty(item);
                quote!(impl IntoIterator<Item = #item>)
            }
            Intake::EachInto(item) => {
                let item = self.ty(item);
                quote!(impl IntoIterator<Item = impl Into<#item>>)
            }
        }
    }

    /// A name that generated types may have too, so it is never imported.
    fn secret(&self) -> TokenStream {
        if let Some(path) = &self.runtime {
            quote!(#path::Secret)
        } else {
            quote!(engross_runtime::Secret)
        }
    }

    fn generic(&self, name: &TokenStream, inner: &Ty) -> TokenStream {
        let inner = self.ty(inner);
        quote!(#name<#inner>)
    }
}

/// Emits a type of another crate, which the runtime has under its name.
fn emit_integer(integer: Integer) -> TokenStream {
    match integer {
        Integer::I8 => quote!(i8),
        Integer::I16 => quote!(i16),
        Integer::I32 => quote!(i32),
        Integer::I64 => quote!(i64),
        Integer::U8 => quote!(u8),
        Integer::U16 => quote!(u16),
        Integer::U32 => quote!(u32),
        Integer::U64 => quote!(u64),
    }
}

fn emit_foreign(foreign: Foreign, runtime: Option<&TokenStream>) -> TokenStream {
    match foreign {
        Foreign::ChronoDate => quote!(#runtime chrono::NaiveDate),
        Foreign::ChronoDateTime => {
            quote!(#runtime chrono::DateTime<#runtime chrono::FixedOffset>)
        }
        Foreign::ChronoTime => quote!(#runtime chrono::NaiveTime),
        Foreign::TimeDate => quote!(#runtime time::Date),
        Foreign::TimeDateTime => quote!(#runtime time::OffsetDateTime),
        Foreign::TimeTime => quote!(#runtime time::Time),
        Foreign::JiffDate => quote!(#runtime jiff::civil::Date),
        Foreign::JiffDateTime => quote!(#runtime jiff::Zoned),
        Foreign::JiffTime => quote!(#runtime jiff::civil::Time),
        Foreign::JiffDuration => quote!(#runtime jiff::SpanFieldwise),
        Foreign::RustDecimal => quote!(#runtime rust_decimal::Decimal),
        Foreign::Uuid => quote!(#runtime uuid::Uuid),
        Foreign::Url => quote!(#runtime url::Url),
        // A name that generated types may have too, so it is never imported.
        Foreign::Base64Url if runtime.is_none() => quote!(engross_runtime::Base64Url),
        Foreign::Base64Url => quote!(#runtime Base64Url),
        Foreign::Ip => quote!(core::net::IpAddr),
        Foreign::Ipv4 => quote!(core::net::Ipv4Addr),
        Foreign::Ipv6 => quote!(core::net::Ipv6Addr),
    }
}

/// Emits the path of a type of the user's.
pub(super) fn emit_path(path: &RustPath) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (index, name) in path.names.iter().enumerate() {
        if index > 0 || path.is_global {
            tokens.punct("::");
        }
        tokens.word(name);
    }
    tokens
}

/// Emits the conversion of a parameter into what is kept.
pub(super) fn emit_conversion(intake: &Intake, value: &impl ToTokens) -> TokenStream {
    match intake {
        Intake::Plain(_) => value.to_token_stream(),
        Intake::Into(_) => quote!(#value.into()),
        Intake::Each(_) => quote!(#value.into_iter().collect()),
        Intake::EachInto(_) => quote!(#value.into_iter().map(Into::into).collect()),
    }
}

/// Emits the field of a struct expression, short where it can be.
pub(super) fn emit_init(name: &impl ToTokens, value: &TokenStream) -> TokenStream {
    if name.to_token_stream() == *value {
        return value.clone();
    }
    quote!(#name: #value)
}
