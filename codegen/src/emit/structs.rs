//! Structs with their constructors.

use super::derives::emit_derives;
use super::docs::{emit_deprecated, emit_docs};
use super::ty::{Paths, emit_conversion, emit_init};
use crate::plan::models::{AdditionalField, Field, Presence, Preset, Struct};
use crate::plan::ty::Ty;
use crate::tokens::{TokenStream, quote};

/// Emits the struct; one that has required fields comes with `new` instead of `Default`.
pub(super) fn emit_struct(item: &Struct) -> TokenStream {
    let paths = Paths::imported();
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let deprecated = emit_deprecated(item.is_deprecated);
    let fields = item.fields.iter().map(|field| {
        let (docs, name, ty) = (emit_docs(&field.docs), &field.name, paths.ty(&field.ty));
        let deprecated = emit_deprecated(field.is_deprecated);
        quote!(#docs #deprecated pub #name: #ty)
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
    let derives = emit_derives(&item.derives, item.has_default());
    if item.has_default() {
        return quote! {
            #docs
            #deprecated
            #derives
            pub struct #name { #(#fields),* }
        };
    }
    if item.asks_for_nothing() {
        let default = emit_default(item);
        let derives = emit_derives(&item.derives, default.is_none());
        return quote! {
            #docs
            #deprecated
            #derives
            pub struct #name { #(#fields),* }
            #default
        };
    }
    let new = emit_new(item);
    let setters = item.fields.iter().filter_map(emit_setter);
    quote! {
        #docs
        #deprecated
        #derives
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
        impl #name { #new #(#setters)* }
    }
}

fn emit_new(item: &Struct) -> TokenStream {
    let paths = Paths::imported();
    let required = item.fields.iter().filter(|field| field.is_asked_for());
    let parameters = required.map(|field| {
        let (name, ty) = (&field.name, paths.intake(&field.intake));
        quote!(#name: #ty)
    });
    let inits = emit_inits(item);
    quote! {
        /// Returns a value with what is required; the rest is absent.
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#inits),* }
        }
    }
}

/// Emits the method that sets an optional field.
fn emit_setter(field: &Field) -> Option<TokenStream> {
    let (setter, name) = (field.setter.as_ref()?, &field.name);
    let (docs, method) = (emit_docs(&setter.docs), &setter.name);
    let deprecated = emit_deprecated(field.is_deprecated);
    let (ty, value) = (
        Paths::imported().intake(&field.intake),
        emit_conversion(&field.intake, name),
    );
    Some(quote! {
        #docs
        #deprecated
        pub fn #method(mut self, #name: #ty) -> Self {
            self.#name = Some(#value);
            self
        }
    })
}

/// Emits `Default` for a struct whose required properties have one value each; nothing where that
/// can be derived.
fn emit_default(item: &Struct) -> Option<TokenStream> {
    let is_derivable = |field: &Field| {
        matches!(
            field.preset,
            None | Some(Preset::Null | Preset::Bool(false))
        )
    };
    if item.fields.iter().all(is_derivable) {
        return None;
    }
    let name = &item.name;
    let inits = emit_inits(item);
    Some(quote! {
        impl Default for #name {
            fn default() -> Self {
                Self { #(#inits),* }
            }
        }
    })
}

fn emit_inits(item: &Struct) -> impl Iterator<Item = TokenStream> {
    let additional = item.additional.as_ref().map(|field| {
        let empty = emit_empty(field);
        quote!(additional_properties: #empty)
    });
    let matching = item.matching.as_ref().map(|field| {
        let name = &field.name;
        quote!(#name: Map::new())
    });
    let fields = item.fields.iter().map(emit_field_init);
    fields.chain(matching).chain(additional)
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
    if let Some(preset) = &field.preset {
        let value = emit_preset(preset, &field.ty);
        return quote!(#name: #value);
    }
    match field.presence {
        Presence::Required => emit_init(name, &emit_conversion(&field.intake, name)),
        Presence::Optional | Presence::OptionalOrNull => quote!(#name: None),
    }
}

/// Emits the one value that something of the type has.
pub(super) fn emit_preset(preset: &Preset, ty: &Ty) -> TokenStream {
    match preset {
        Preset::Null => quote!(Value::Null),
        Preset::Bool(value) => quote!(#value),
        Preset::Text(text) => quote!(#text.to_owned()),
        Preset::Variant(variant) => {
            let ty = Paths::imported().ty(ty);
            quote!(#ty::#variant)
        }
    }
}
