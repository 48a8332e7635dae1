//! Codecs: how models are written and read, whatever the format.

use super::structs::emit_empty;
use super::tuples::emit_tuple_codec;
use super::ty::{Paths, emit_init};
use super::unions::emit_union_codec;
use crate::plan::models::{
    Base, Enum, Field, Model, PatternField, Presence, Shape, Struct, Wrapper,
};
use crate::plan::names::Ident;
use crate::plan::ty::Ty;
use crate::plan::{Xml, XmlText};
use crate::tokens::{ToTokens, TokenStream, quote};

/// Emits the statics and the codec of a model; `name` is how the file calls it.
pub(super) fn emit_codec(model: &Model, name: Option<&Ty>) -> TokenStream {
    let name = &name
        .map(|name| Paths::imported().ty(name))
        .unwrap_or_default();
    let codec = match model {
        Model::Struct(item) => emit_struct_codec(item, name),
        Model::Tuple(item) => emit_tuple_codec(item, name),
        Model::Enum(item) => emit_enum_codec(item, name),
        Model::Union(item) => emit_union_codec(item, name),
        Model::Newtype(item) => emit_newtype_codec(item, name),
        Model::Alias(_) => TokenStream::new(),
    };
    let traits = emit_traits(model, name);
    quote!(#codec #traits)
}

/// The traits that a model has by its codec. Enums have them with the codec itself.
fn emit_traits(model: &Model, name: &TokenStream) -> Option<TokenStream> {
    let eq = model.derives().traits.eq.then(|| quote!(, Eq));
    model.has_shown_codec().then(|| quote!(model!(#name #eq);))
}

fn emit_struct_codec(item: &Struct, name: &TokenStream) -> TokenStream {
    let shape = emit_shape(&item.shape, &item.fields);
    let constant = &item.shape.constant;
    let fields = item.fields.iter().map(|field| &field.name);
    let additional = if item.additional.is_some() {
        quote!(self.additional_properties)
    } else {
        quote!(NoAdditional)
    };
    let write = match &item.matching {
        None => quote!(out.object(&#constant, &[#(&self.#fields),*], &#additional)),
        Some(PatternField { name, .. }) => quote! {
            out.object_by_pattern(&#constant, &[#(&self.#fields),*], &self.#name, &#additional)
        },
    };
    let read = if item.has_default() {
        emit_default_read(item)
    } else {
        emit_required_read(item)
    };
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
        }
    }
}

/// Fields are put into a default value as they come.
fn emit_default_read(item: &Struct) -> TokenStream {
    let shape = &item.shape.constant;
    let is_changed =
        !item.fields.is_empty() || item.matching.is_some() || item.additional.is_some();
    let mutable = is_changed.then(|| quote!(mut));
    let fields = item.fields.iter().map(|field| &field.name);
    let additional = if item.additional.is_some() {
        quote!(model.additional_properties)
    } else {
        quote!(NoAdditional)
    };
    let slots = quote!(&mut [#(&mut model.#fields),*]);
    let read = match &item.matching {
        None => quote!(input.object(&#shape, #slots, &mut #additional)),
        Some(PatternField { name, prefix, .. }) => {
            let matching = quote!(&mut model.#name);
            quote!(input.object_by_pattern(&#shape, #slots, #prefix, #matching, &mut #additional))
        }
    };
    quote! {
        let #mutable model = Self::default();
        #read?;
        Ok(model)
    }
}

/// Fields are put into variables. All that are required are there once the object has been read,
/// which the compiler is told in one place.
fn emit_required_read(item: &Struct) -> TokenStream {
    let shape = &item.shape.constant;
    let locals: Vec<&Ident> = item.fields.iter().map(|field| &field.local).collect();
    let is_required = |field: &&Field| field.presence == Presence::Required;
    let required = item.fields.iter().filter(is_required);
    let required: Vec<&Ident> = required.map(|field| &field.local).collect();
    let unwrap = match required.as_slice() {
        [one] => quote!(let Some(#one) = #one),
        all => quote!(let (#(Some(#all)),*) = (#(#all),*)),
    };
    let inits = item.fields.iter();
    let inits = inits.map(|field| emit_init(&field.name, &field.local.to_token_stream()));
    let additional = item.additional.as_ref().map(emit_empty);
    let binding = additional.map(|empty| quote!(let mut additional_properties = #empty;));
    let init = item.additional.as_ref();
    let init = init.map(|_| quote!(additional_properties));
    let rest = init.clone().unwrap_or_else(|| quote!(NoAdditional));
    let matching = item.matching.as_ref();
    let inits = inits
        .chain(matching.map(|field| emit_init(&field.name, &field.local.to_token_stream())))
        .chain(init);
    let slots = quote!(&mut [#(&mut #locals),*]);
    let read = match matching {
        None => quote!(input.object(&#shape, #slots, &mut #rest)),
        Some(PatternField { local, prefix, .. }) => {
            quote!(input.object_by_pattern(&#shape, #slots, #prefix, &mut #local, &mut #rest))
        }
    };
    let binding_of_matching =
        matching.map(|PatternField { local, .. }| quote!(let mut #local = Map::new();));
    quote! {
        #(let mut #locals = None;)*
        #binding_of_matching
        #binding
        #read?;
        #unwrap else {
            return Err(input.incomplete());
        };
        Ok(Self { #(#inits),* })
    }
}

fn emit_shape(shape: &Shape, fields: &[Field]) -> TokenStream {
    let (constant, name) = (&shape.constant, &shape.name);
    let xml = emit_xml(&shape.xml);
    let ignore_case = shape.ignores_case.then(|| quote!(.ignore_case()));
    let fields = fields.iter().map(|field| {
        let (wire, xml) = (&field.wire, emit_xml(&field.xml));
        let read_only = field.is_read_only.then(|| quote!(.read_only()));
        match field.presence {
            Presence::Required => quote!(Field::Required(#wire) #xml),
            Presence::Optional => quote!(Field::Optional(#wire) #read_only #xml),
            Presence::OptionalOrNull => quote!(Field::Nullable(#wire) #read_only #xml),
        }
    });
    let shared = shape.is_shared.then(|| quote!(pub(super)));
    quote! {
        #shared static #constant: Shape = Shape::new(#name, &[#(#fields),*]) #xml #ignore_case;
    }
}

pub(super) fn emit_xml(xml: &Xml) -> Option<TokenStream> {
    if *xml == Xml::default() {
        return None;
    }
    let name = xml.name.iter().map(|name| quote!(.name(#name)));
    let wrapped = xml.wrapped.iter().map(|outer| quote!(.wrapped(#outer)));
    let attribute = xml.attribute.then(|| quote!(.attribute()));
    let text = xml.text.map(|text| match text {
        XmlText::Escaped => quote!(.text()),
        XmlText::Cdata => quote!(.cdata()),
    });
    let namespace = xml.namespace.iter().map(|uri| quote!(.namespace(#uri)));
    let prefix = xml.prefix.iter().map(|prefix| quote!(.prefix(#prefix)));
    let around = xml.wrapper_namespace.iter();
    let around = around.map(|uri| quote!(.wrapper_namespace(#uri)));
    let around_prefix = xml.wrapper_prefix.iter();
    let around_prefix = around_prefix.map(|prefix| quote!(.wrapper_prefix(#prefix)));
    let parts = name
        .chain(wrapped)
        .chain(attribute)
        .chain(text)
        .chain(namespace)
        .chain(prefix)
        .chain(around)
        .chain(around_prefix);
    Some(quote!(.xml(&Xml::new() #(#parts)*)))
}

fn emit_enum_codec(item: &Enum, name: &TokenStream) -> TokenStream {
    match item.base {
        Base::Text => quote!(text_enum!(#name);),
        Base::I64 => quote!(integer_enum!(#name, i64);),
        Base::U64 => quote!(integer_enum!(#name, u64);),
        Base::Number => quote!(number_enum!(#name);),
        Base::Value => quote!(mixed_enum!(#name);),
    }
}

fn emit_newtype_codec(item: &Wrapper, name: &TokenStream) -> TokenStream {
    let own = item.name.as_str();
    quote! {
        impl Model for #name {
            #[inline]
            fn write(&self, out: &mut Writer<'_>) {
                out.variant(#own, &self.0);
            }
            #[inline]
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                Model::read(input).map(Self)
            }
        }
    }
}
