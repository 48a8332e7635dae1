//! What successful answers are read into.

use super::docs::emit_docs;
use super::ty::Paths;
use crate::plan::operations::{Arm, Choice, EventForm, Output, OutputVariant, Produce, Statuses};
use crate::tokens::{TokenStream, quote};

/// Emits the enum over statuses.
pub(super) fn emit_output(choice: &Choice) -> TokenStream {
    let (docs, name) = (emit_docs(&choice.docs), &choice.name);
    let variants = choice.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        let contents = variant.content.iter();
        let ty = contents.map(|content| Paths::imported().ty(&content.ty));
        quote!(#docs #name #((#ty))*)
    });
    let accessors = choice.variants.iter().filter_map(emit_accessors);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
        impl #name { #(#accessors)* }
    }
}

/// Emits the methods that return what a variant holds. An enum has other variants always.
fn emit_accessors(variant: &OutputVariant) -> Option<TokenStream> {
    let content = variant.content.as_ref()?;
    let (variant, ty) = (&variant.name, Paths::imported().ty(&content.ty));
    let [borrowing, taking] = &content.accessors;
    let (borrowing, borrowing_docs) = (&borrowing.name, emit_docs(&borrowing.docs));
    let (taking, taking_docs) = (&taking.name, emit_docs(&taking.docs));
    let body = quote! {
        match self {
            Self::#variant(content) => Some(content),
            _ => None,
        }
    };
    Some(quote! {
        #borrowing_docs
        pub fn #borrowing(&self) -> Option<&#ty> { #body }
        #taking_docs
        pub fn #taking(self) -> Option<#ty> { #body }
    })
}

/// Emits the body of the function that reads an answer.
pub(super) fn emit_read(output: &Output) -> TokenStream {
    if output.arms.is_empty() {
        return quote!(Err(response.unexpected()));
    }
    let arms = output.arms.iter().map(|arm| emit_arm(output, arm));
    quote! {
        match response.status() {
            #(#arms,)*
            _ => Err(response.unexpected()),
        }
    }
}

fn emit_arm(output: &Output, arm: &Arm) -> TokenStream {
    let media_types = &arm.media_types;
    let guard = (!media_types.is_empty()).then(|| quote!(if response.is(&[#(#media_types),*])));
    let statuses = match &arm.statuses {
        Statuses::Codes(codes) => quote!(#(#codes)|* #guard),
        Statuses::Range(first, last) => quote!(#first..=#last #guard),
    };
    let choice = output.choice.iter().map(|choice| &choice.name);
    let produce = match &arm.produce {
        Produce::Nothing => quote!(Ok(())),
        Produce::Body => quote!(response.body()),
        Produce::Octets => quote!(response.octets()),
        Produce::Items(form) => emit_items(*form),
        Produce::Variant(name) => quote!(Ok(#(#choice)*::#name)),
        Produce::BodyIn(name) => quote!(response.body_in(#(#choice)*::#name)),
        Produce::OctetsIn(name) => quote!(response.octets().map(#(#choice)*::#name)),
        Produce::ItemsIn(name, form) => {
            let items = emit_items(*form);
            quote!(#items.map(#(#choice)*::#name))
        }
    };
    quote!(#statuses => #produce)
}

fn emit_items(form: EventForm) -> TokenStream {
    let form = emit_form(form);
    quote!(response.items(EventItem::#form))
}

/// Emits the variant that says what of an event is an item.
pub(super) fn emit_form(form: EventForm) -> TokenStream {
    match form {
        EventForm::Data => quote!(Data),
        EventForm::Fields => quote!(Fields),
    }
}
