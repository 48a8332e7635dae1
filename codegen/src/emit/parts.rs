//! The parts of multipart bodies.

use super::docs::emit_docs;
use super::operation::emit_style;
use super::structs::emit_preset;
use super::ty::{Paths, emit_conversion, emit_init};
use crate::plan::operations::{Given, Parts, Row, RowWire};
use crate::tokens::{TokenStream, quote};

/// Emits the struct with a method for each part that is optional.
pub(super) fn emit_parts(parts: &Parts) -> TokenStream {
    let (docs, name) = (emit_docs(&parts.docs), &parts.name);
    let fields = parts.rows.iter().map(emit_field);
    let more = parts.is_open.then(|| quote!(more: Vec<Part>));
    let fields = fields.chain(more);
    let new = emit_new(parts);
    let setters = parts.rows.iter();
    let setters = setters.filter(|row| row.given != Given::Positional);
    let setters = setters.map(emit_setter);
    let part = parts.is_open.then(emit_part);
    let default = parts.rows.iter().all(|row| row.given == Given::Optional);
    let default = default.then(|| quote!(, Default));
    let asks = parts.rows.iter().any(|row| row.given == Given::Positional);
    let by_new = (!asks && default.is_none()).then(|| emit_default(parts));
    let multipart = emit_multipart(parts);
    quote! {
        #docs
        #[derive(Clone, Debug #default)]
        #[must_use = "parts do nothing until they are sent"]
        pub struct #name { #(#fields),* }
        impl #name {
            #new
            #(#setters)*
            #part
        }
        #by_new
        #multipart
    }
}

/// Emits `Default` of a body in which something is always there, and nothing is asked for.
fn emit_default(parts: &Parts) -> TokenStream {
    let name = &parts.name;
    quote! {
        impl Default for #name {
            fn default() -> Self {
                Self::new()
            }
        }
    }
}

fn emit_field(row: &Row) -> TokenStream {
    let (name, ty) = (&row.name, Paths::imported().ty(&row.ty));
    if row.given == Given::Optional {
        quote!(#name: Option<#ty>)
    } else {
        quote!(#name: #ty)
    }
}

fn emit_new(parts: &Parts) -> TokenStream {
    let required = parts.rows.iter();
    let required = required.filter(|row| row.given == Given::Positional);
    let parameters = required.map(|row| {
        let (name, ty) = (&row.name, Paths::imported().intake(&row.intake));
        quote!(#name: #ty)
    });
    let inits = parts.rows.iter().map(|row| {
        let name = &row.name;
        match &row.given {
            Given::Positional => emit_init(name, &emit_conversion(&row.intake, name)),
            Given::Preset(preset) => {
                let value = emit_preset(preset, &row.ty);
                quote!(#name: #value)
            }
            Given::Optional => quote!(#name: None),
        }
    });
    let more = parts.is_open.then(|| quote!(more: Vec::new()));
    let inits = inits.chain(more);
    quote! {
        /// Returns a body with what is required.
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#inits),* }
        }
    }
}

fn emit_setter(row: &Row) -> TokenStream {
    let (docs, name) = (emit_docs(&row.docs), &row.name);
    let ty = Paths::imported().intake(&row.intake);
    let value = emit_conversion(&row.intake, name);
    let value = if row.given == Given::Optional {
        quote!(Some(#value))
    } else {
        value
    };
    quote! {
        #docs
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn emit_part() -> TokenStream {
    quote! {
        /// Adds a part that the description does not name.
        pub fn part(mut self, part: Part) -> Self {
            self.more.push(part);
            self
        }
    }
}

fn emit_multipart(parts: &Parts) -> TokenStream {
    let name = &parts.name;
    let rows = parts.rows.iter().map(|row| emit_info(&row.wire));
    let count = parts.rows.len();
    let names = parts.rows.iter().map(|row| &row.name);
    let described = if parts.rows.is_empty() {
        quote!(Self::new())
    } else {
        quote!(Self::described(PARTS, &[#(&parts.#names),*]))
    };
    let table = (count > 0).then(|| quote!(static PARTS: &[PartInfo] = &[#(#rows),*];));
    let more = parts
        .is_open
        .then(|| quote!(.parts(parts.more.iter().cloned())));
    let parameter = if count > 0 || parts.is_open {
        quote!(parts)
    } else {
        quote!(_)
    };
    quote! {
        impl From<&#name> for Multipart {
            fn from(#parameter: &#name) -> Self {
                #table
                #described #more
            }
        }
    }
}

fn emit_info(wire: &RowWire) -> TokenStream {
    let RowWire {
        name,
        is_header,
        content_type,
        style,
        is_whole,
        is_placed,
    } = wire;
    if *is_header {
        return quote!(PartInfo::header(#name));
    }
    let content_type = content_type.iter().map(|it| quote!(.content_type(#it)));
    let style = style.map(|(style, explode)| {
        let style = emit_style(style);
        quote!(.style(Style::#style, #explode))
    });
    let whole = is_whole.then(|| quote!(.whole()));
    let new = if *is_placed { quote!(at) } else { quote!(new) };
    quote!(PartInfo::#new(#name) #(#content_type)* #style #whole)
}
