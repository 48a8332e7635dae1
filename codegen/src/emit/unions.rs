//! Enums of types, and their codecs.

use super::derives::emit_derives;
use super::docs::{emit_deprecated, emit_docs};
use super::ty::Paths;
use crate::plan::Sort;
use crate::plan::models::{Choice, Content, Static, Tag, Test, Union, Variant};
use crate::plan::ty::Ty;
use crate::tokens::{ToTokens, TokenStream, quote};

/// Emits the enum and its conversions.
pub(super) fn emit_union(item: &Union) -> TokenStream {
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let deprecated = emit_deprecated(item.is_deprecated);
    let derives = emit_derives(&item.derives, false);
    let variants = item.variants.iter().map(emit_variant);
    let conversions = item.variants.iter().filter(|variant| variant.is_only);
    let conversions = conversions.map(|variant| emit_conversion(item, variant));
    quote! {
        #docs
        #deprecated
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that none of the types fits, kept as it came.
            Unknown(Value),
        }
        #(#conversions)*
    }
}

fn emit_variant(variant: &Variant) -> TokenStream {
    let (docs, name) = (emit_docs(&variant.docs), &variant.name);
    match &variant.content {
        Content::Constant(_) => quote!(#docs #name),
        Content::Type(ty) => {
            let ty = Paths::imported().ty(ty);
            quote!(#docs #name(#ty))
        }
    }
}

/// Emits the conversion of what a variant holds.
fn emit_conversion(item: &Union, variant: &Variant) -> TokenStream {
    let (name, member) = (&item.name, &variant.name);
    let (ty, value) = match &variant.content {
        Content::Constant(_) => return TokenStream::new(),
        Content::Type(Ty::Box(inner)) => (inner.as_ref(), quote!(Box::new(value))),
        Content::Type(ty) => (ty, quote!(value)),
    };
    let ty = Paths::imported().ty(ty);
    quote! {
        impl From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self::#member(#value)
            }
        }
    }
}

/// Emits what tells the variants apart, and the codec; `name` is how the file calls the enum.
pub(super) fn emit_union_codec(item: &Union, name: &TokenStream) -> TokenStream {
    let choice = emit_choice(&item.choice);
    let constant = &item.choice.constant;
    let writes = item.variants.iter().map(|variant| {
        let (member, name) = (&variant.name, variant.name.as_str());
        match &variant.content {
            Content::Constant(text) => quote!(Self::#member => out.constant(#name, #text)),
            Content::Type(_) => quote!(Self::#member(value) => out.variant(#name, value)),
        }
    });
    let reads = item.variants.iter().enumerate().map(|(index, variant)| {
        let member = &variant.name;
        match &variant.content {
            Content::Constant(_) => quote!(#index => input.pass(Self::#member)),
            Content::Type(_) => quote!(#index => input.member(Self::#member)),
        }
    });
    quote! {
        #choice
        impl Model for #name {
            #[inline]
            fn write(&self, out: &mut Writer<'_>) {
                match self {
                    #(#writes,)*
                    Self::Unknown(value) => out.variant("Unknown", value),
                }
            }
            #[inline]
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.union(&#constant, |member, input| match member {
                    #(#reads,)*
                    _ => input.member(Self::Unknown),
                })
            }
        }
    }
}

fn emit_choice(choice: &Choice) -> TokenStream {
    let constant = &choice.constant;
    let tests = choice.tests.iter().map(emit_test);
    let value = match (&choice.tag, choice.tests.as_slice()) {
        (Some(tag), []) => {
            let (property, rest) = (emit_values(tag), emit_rest(tag));
            quote!(Choice::by(#property) #rest)
        }
        (Some(tag), _) => {
            let (property, rest) = (emit_values(tag), emit_rest(tag));
            quote!(Choice::new(&[#(#tests),*]).tagged(#property) #rest)
        }
        (None, _) => quote!(Choice::new(&[#(#tests),*])),
    };
    quote!(static #constant: Choice = #value;)
}

fn emit_values(tag: &Tag) -> TokenStream {
    let property = &tag.property;
    let values = tag.values.iter();
    let values = values.map(|(value, variant)| quote!((#value, #variant)));
    quote!(#property, &[#(#values),*])
}

fn emit_rest(tag: &Tag) -> TokenStream {
    let xml = tag.xml.as_ref().map(|name| quote!(.xml(#name)));
    let default = tag.default.map(|variant| quote!(.default(#variant)));
    quote!(#xml #default)
}

fn emit_test(test: &Test) -> TokenStream {
    let kinds = emit_kinds(&test.sorts);
    let items = (!test.items.is_empty()).then(|| {
        let kinds = emit_kinds(&test.items);
        quote!(.items(&#kinds))
    });
    let values = &test.values;
    let values = (!values.is_empty()).then(|| quote!(.values(&[#(#values),*])));
    let wide = test.is_wide.then(|| quote!(.wide()));
    let shapes = test.shapes.iter().map(emit_static);
    let shapes = (!test.shapes.is_empty()).then(|| quote!(.shapes(&[#(#shapes),*])));
    let marks = test
        .marks
        .iter()
        .map(|(property, values)| quote!((#property, &[#(#values),*])));
    let marks = (!test.marks.is_empty()).then(|| quote!(.tags(&[#(#marks),*])));
    quote!(#kinds #items #values #wide #shapes #marks)
}

fn emit_static(item: &Static) -> TokenStream {
    let name = &item.name;
    if let Some(module) = &item.module {
        quote!(&super::#module::#name)
    } else {
        quote!(&#name)
    }
}

fn emit_kinds(sorts: &[Sort]) -> TokenStream {
    // All of them, or none that could be told.
    if sorts.is_empty() || sorts.len() == 5 {
        return quote!(Test::any());
    }
    let mut kinds = TokenStream::new();
    for (index, sort) in sorts.iter().enumerate() {
        let kind = emit_kind(*sort);
        if index == 0 {
            kinds = kind;
        } else {
            kinds = quote!(#kinds.or(&#kind));
        }
    }
    kinds.to_token_stream()
}

fn emit_kind(sort: Sort) -> TokenStream {
    match sort {
        Sort::Boolean => quote!(Test::boolean()),
        Sort::Number => quote!(Test::number()),
        Sort::Text => quote!(Test::text()),
        Sort::Array => quote!(Test::array()),
        Sort::Object => quote!(Test::object()),
    }
}
