//! Tuple structs and their codecs.

use super::codec::emit_xml;
use super::derives::emit_derives;
use super::docs::{emit_deprecated, emit_docs};
use super::ty::Paths;
use crate::plan::models::{Rest, Tuple, TupleShape};
use crate::plan::names::Ident;
use crate::tokens::{ToTokens, TokenStream, quote};

/// Emits the tuple struct.
pub(super) fn emit_tuple(item: &Tuple) -> TokenStream {
    let paths = Paths::imported();
    let (docs, name) = (emit_docs(&item.docs), &item.name);
    let deprecated = emit_deprecated(item.is_deprecated);
    let items = item.items.iter().map(|item| {
        let (docs, ty) = (emit_docs(&item.docs), paths.ty(&item.ty));
        quote!(#docs pub #ty)
    });
    let rest = item.rest.as_ref().map(|rest| {
        let ty = paths.ty(&rest.ty);
        quote! {
            /// The items behind these.
            pub #ty
        }
    });
    let items = items.chain(rest);
    let derives = emit_derives(&item.derives, item.has_default());
    quote! {
        #docs
        #deprecated
        #derives
        pub struct #name(#(#items),*);
    }
}

/// Emits the codec; `name` is how the file calls the tuple.
pub(super) fn emit_tuple_codec(item: &Tuple, name: &TokenStream) -> TokenStream {
    let required = item.required;
    let last = item.items.len();
    let indices = 0..last;
    let rest = if item.rest.is_some() {
        quote!(self.#last)
    } else {
        quote!(NoAdditional)
    };
    let shape = item.shape.as_ref().map(|shape| emit_shape(item, shape));
    let write = match &item.shape {
        None => quote!(out.tuple(#required, &[#(&self.#indices),*], &#rest)),
        Some(TupleShape { constant, .. }) => quote! {
            out.tuple_of(&#constant, #required, &[#(&self.#indices),*], &#rest)
        },
    };
    let read = emit_read(item);
    // Formats that leave out empty arrays leave out this one.
    let omitted = item.has_default().then(|| {
        quote! {
            fn omitted() -> Option<Self> {
                Some(Self::default())
            }
        }
    });
    quote! {
        #shape
        impl Model for #name {
            #[inline]
            fn write(&self, out: &mut Writer<'_>) {
                #write;
            }
            #[inline]
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                #read
            }
            #omitted
        }
    }
}

/// Emits what the items are in XML; elsewhere they have no names.
fn emit_shape(item: &Tuple, shape: &TupleShape) -> TokenStream {
    let (constant, name, xml) = (&shape.constant, &shape.name, emit_xml(&shape.xml));
    let fields = shape.items.iter().enumerate().map(|(index, xml)| {
        let xml = emit_xml(xml);
        if index < item.required {
            quote!(Field::Required("") #xml)
        } else {
            quote!(Field::Optional("") #xml)
        }
    });
    quote! {
        static #constant: Shape = Shape::new(#name, &[#(#fields),*]) #xml;
    }
}

fn emit_read(item: &Tuple) -> TokenStream {
    let locals: Vec<&Ident> = item.items.iter().map(|item| &item.local).collect();
    let unwrap = match &locals[..item.required] {
        [] => None,
        [one] => Some(quote!(let Some(#one) = #one)),
        all => Some(quote!(let (#(Some(#all)),*) = (#(#all),*))),
    };
    let unwrap = unwrap.map(|unwrap| {
        quote! {
            #unwrap else {
                return Err(input.incomplete());
            };
        }
    });
    let rest = item.rest.as_ref().map(|Rest { local, .. }| local);
    let binding = rest.map(|rest| quote!(let mut #rest = Vec::new();));
    let behind = rest.map_or_else(|| quote!(NoAdditional), ToTokens::to_token_stream);
    let values = locals.iter().copied().chain(rest);
    let required = item.required;
    let read = match &item.shape {
        None => quote!(input.tuple(#required, &mut [#(&mut #locals),*], &mut #behind)?),
        Some(TupleShape { constant, .. }) => quote! {
            input.tuple_of(&#constant, #required, &mut [#(&mut #locals),*], &mut #behind)?
        },
    };
    quote! {
        #(let mut #locals = None;)*
        #binding
        #read;
        #unwrap
        Ok(Self(#(#values),*))
    }
}
