//! Open enums. What does not depend on the values stands with their codecs.

use super::derives::emit_extra;
use super::docs::{emit_deprecated, emit_docs};
use crate::plan::models::{Base, Enum, Scalar};
use crate::tokens::{TokenStream, quote};

/// What one base makes of an enum.
struct Form {
    derives: TokenStream,
    /// The type of unknown values.
    unknown: TokenStream,
    /// The method that returns the value, and its type.
    getter: (TokenStream, TokenStream),
    /// An unknown value as the method returns it.
    shown: TokenStream,
    /// The type that values are made from.
    source: TokenStream,
    /// What is matched to find the listed value.
    key: TokenStream,
    /// A source as it is kept.
    kept: TokenStream,
}

/// Emits the enum and its conversions.
pub(super) fn emit_enum(item: &Enum) -> TokenStream {
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let deprecated = emit_deprecated(item.is_deprecated);
    let variants = item.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        quote!(#docs #name)
    });
    let form = form(item.base);
    let (derives, unknown) = (&form.derives, &form.unknown);
    let extra = emit_extra(&item.derives);
    let getter = emit_getter(item, &form);
    let conversions = emit_conversions(item, &form);
    quote! {
        #docs
        #deprecated
        #[derive(#derives)]
        #extra
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the description does not list.
            Unknown(#unknown),
        }
        impl #name { #getter }
        #conversions
    }
}

fn form(base: Base) -> Form {
    let of_integers = |integer: TokenStream, getter: TokenStream| Form {
        derives: quote!(Clone, Copy, Debug),
        unknown: integer.clone(),
        getter: (getter, integer.clone()),
        shown: quote!(*value),
        source: integer,
        key: quote!(value),
        kept: quote!(value),
    };
    match base {
        Base::Text => Form {
            derives: quote!(Clone),
            unknown: quote!(String),
            getter: (quote!(as_str), quote!(&str)),
            shown: quote!(value),
            source: quote!(&str),
            key: quote!(value),
            kept: quote!(value.to_owned()),
        },
        Base::I64 => of_integers(quote!(i64), quote!(as_i64)),
        Base::U64 => of_integers(quote!(u64), quote!(as_u64)),
        Base::Number => Form {
            derives: quote!(Clone, Debug),
            unknown: quote!(Number),
            getter: (quote!(to_number), quote!(Number)),
            shown: quote!(value.clone()),
            source: quote!(Number),
            key: quote!(canonical(&value).as_str()),
            kept: quote!(value),
        },
        Base::Value => Form {
            derives: quote!(Clone, Debug),
            unknown: quote!(Value),
            getter: (quote!(to_value), quote!(Value)),
            shown: quote!(value.clone()),
            source: quote!(Value),
            key: quote!((kind, text.as_str())),
            kept: quote!(value),
        },
    }
}

fn emit_getter(item: &Enum, form: &Form) -> TokenStream {
    let (getter, ty) = &form.getter;
    let shown = &form.shown;
    let names = item.variants.iter().map(|variant| &variant.name);
    let values = item.variants.iter();
    let values = values.map(|variant| emit_value(item.base, &variant.value));
    let body = if item.variants.is_empty() {
        quote! {
            let Self::Unknown(value) = self;
            #shown
        }
    } else {
        quote! {
            match self {
                #(Self::#names => #values,)*
                Self::Unknown(value) => #shown,
            }
        }
    };
    quote! {
        /// Returns the value as it travels.
        pub fn #getter(&self) -> #ty { #body }
    }
}

fn emit_conversions(item: &Enum, form: &Form) -> TokenStream {
    let (name, source, key, kept) = (&item.name, &form.source, &form.key, &form.kept);
    let names = item.variants.iter().map(|variant| &variant.name);
    let values = item.variants.iter();
    let patterns = values.map(|variant| emit_pattern(item.base, &variant.value));
    let unknown = quote!(Self::Unknown(#kept));
    let binding = (item.base == Base::Value).then(|| quote!(let (kind, text) = scalar(&value);));
    let body = if item.variants.is_empty() {
        unknown
    } else {
        quote! {
            #binding
            match #key {
                #(#patterns => Self::#names,)*
                _ => #unknown,
            }
        }
    };
    quote! {
        impl From<#source> for #name {
            fn from(value: #source) -> Self { #body }
        }
    }
}

/// Emits a listed value as the method of the enum returns it.
fn emit_value(base: Base, value: &Scalar) -> TokenStream {
    match (base, value) {
        (Base::Value, Scalar::Bool(value)) => quote!(Value::from(#value)),
        (Base::Value, Scalar::Text(text)) => quote!(Value::from(#text)),
        (Base::Value, Scalar::Number(text, _)) => quote!(Value::from(number(#text))),
        (_, Scalar::Number(text, _)) => quote!(number(#text)),
        (_, value) => emit_plain(value),
    }
}

/// Emits what a listed value is found by.
fn emit_pattern(base: Base, value: &Scalar) -> TokenStream {
    match (base, value) {
        (Base::Value, Scalar::Bool(value)) => {
            let text = if *value { "true" } else { "false" };
            quote!(("boolean", #text))
        }
        (Base::Value, Scalar::Text(text)) => quote!(("string", #text)),
        (Base::Value, Scalar::Number(_, canonical)) => quote!(("number", #canonical)),
        (_, value) => emit_plain(value),
    }
}

fn emit_plain(value: &Scalar) -> TokenStream {
    match value {
        Scalar::Bool(value) => quote!(#value),
        Scalar::Integer(value) => quote!(#value),
        Scalar::Number(_, text) | Scalar::Text(text) => quote!(#text),
    }
}
