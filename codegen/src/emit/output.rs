//! What successful answers are read into.

use super::docs::emit_docs;
use super::ty::Paths;
use crate::plan::operations::{Arm, Choice, EventForm, Output, Produce, Statuses};
use crate::tokens::{TokenStream, quote};

/// Emits the enum over statuses.
pub(super) fn emit_output(choice: &Choice) -> TokenStream {
    let (docs, name) = (emit_docs(&choice.docs), &choice.name);
    let variants = choice.variants.iter().map(|variant| {
        let (docs, name) = (emit_docs(&variant.docs), &variant.name);
        let ty = variant.ty.iter().map(|ty| Paths::imported().ty(ty));
        quote!(#docs #name #((#ty))*)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    }
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
