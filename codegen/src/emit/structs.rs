//! Structs with their constructors.

use super::derives::emit_derives;
use super::docs::emit_docs;
use super::ty::{Paths, emit_conversion, emit_init};
use crate::plan::models::{AdditionalField, Field, Presence, Struct};
use crate::plan::ty::Ty;
use crate::tokens::{TokenStream, quote};

/// Emits the struct; one that has required fields comes with `new` instead of `Default`.
pub(super) fn emit_struct(item: &Struct) -> TokenStream {
    let paths = Paths::imported();
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let fields = item.fields.iter().map(|field| {
        let (docs, name, ty) = (emit_docs(&field.docs), &field.name, paths.ty(&field.ty));
        quote!(#docs pub #name: #ty)
    });
    let additional = item.additional.as_ref().map(|field| {
        let ty = paths.ty(&field.ty);
        quote! {
            /// Properties that the description does not name, kept as they came.
            pub additional_properties: #ty
        }
    });
    let matching = item.matching.as_ref().map(|field| {
        let (docs, name, ty) = (emit_docs(&field.docs), &field.name, paths.ty(&field.ty));
        quote!(#docs pub #name: #ty)
    });
    let fields = fields.chain(matching).chain(additional);
    let derives = emit_derives(item.derives, item.has_default());
    if item.has_default() {
        return quote! {
            #docs
            #derives
            pub struct #name { #(#fields),* }
        };
    }
    let new = emit_new(item);
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
        impl #name { #new }
    }
}

fn emit_new(item: &Struct) -> TokenStream {
    let paths = Paths::imported();
    let required = item
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required);
    let parameters = required.map(|field| {
        let (name, ty) = (&field.name, paths.intake(&field.intake));
        quote!(#name: #ty)
    });
    let inits = item.fields.iter().map(emit_field_init);
    let additional = item.additional.as_ref().map(|field| {
        let empty = emit_empty(field);
        quote!(additional_properties: #empty)
    });
    let matching = item.matching.as_ref().map(|field| {
        let name = &field.name;
        quote!(#name: Map::new())
    });
    let inits = inits.chain(matching).chain(additional);
    quote! {
        /// Returns a value with what is required; the rest is absent.
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#inits),* }
        }
    }
}

/// Emits a collection of no additional properties.
pub(super) fn emit_empty(field: &AdditionalField) -> TokenStream {
    if matches!(field.ty, Ty::Map(_)) {
        quote!(Map::new())
    } else {
        quote!(AdditionalProperties::new())
    }
}

fn emit_field_init(field: &Field) -> TokenStream {
    let name = &field.name;
    match field.presence {
        Presence::Required => emit_init(name, &emit_conversion(&field.intake, name)),
        Presence::Optional | Presence::OptionalOrNull => quote!(#name: None),
    }
}
