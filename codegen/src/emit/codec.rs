//! Codecs: how models are written and read, whatever the format.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::ty::{Paths, emit_init};
use crate::plan::Xml;
use crate::plan::models::{Field, Model, Presence, Shape, Struct};
use crate::plan::ty::Ty;

/// Emits the statics and the codec of a model; `name` is how the file calls it.
pub(super) fn emit_codec(model: &Model, name: Option<&Ty>) -> TokenStream {
    let name = &name
        .map(|name| Paths::imported().ty(name))
        .unwrap_or_default();
    match model {
        Model::Struct(item) => emit_struct_codec(item, name),
        Model::Enum(_) => emit_enum_codec(name),
        Model::Newtype(_) => emit_newtype_codec(name),
        Model::Alias(_) => TokenStream::new(),
    }
}

fn emit_struct_codec(item: &Struct, name: &TokenStream) -> TokenStream {
    let statics = emit_statics(item);
    let shape = &item.shape.constant;
    let writes = item.fields.iter().enumerate().map(|(index, field)| {
        let (fields, index, name) = (
            &item.shape.fields,
            Literal::usize_unsuffixed(index),
            &field.name,
        );
        match field.presence {
            Presence::Required => quote!(out.required(&#fields[#index], &self.#name);),
            Presence::Optional | Presence::OptionalOrNull => {
                quote!(out.optional(&#fields[#index], &self.#name);)
            }
        }
    });
    let additional = item
        .additional
        .as_ref()
        .map(|_| quote!(out.additional(&self.additional_properties);));
    let read = if item.has_default() {
        emit_default_read(item)
    } else {
        emit_required_read(item)
    };
    quote! {
        #statics
        impl Model for #name {
            fn write(&self, out: &mut Writer<'_>) {
                out.begin_object(&#shape);
                #(#writes)*
                #additional
                out.end_object();
            }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                #read
            }
        }
    }
}

/// Fields are put into a default value as they come.
fn emit_default_read(item: &Struct) -> TokenStream {
    let is_changed = !item.fields.is_empty() || item.additional.is_some();
    let mutable = is_changed.then(|| quote!(mut));
    let targets = item.fields.iter().map(|field| {
        let name = &field.name;
        quote!(model.#name)
    });
    let rest = item
        .additional
        .as_ref()
        .map(|_| quote!(model.additional_properties));
    let steps = emit_loop(item, targets.collect(), rest);
    quote! {
        let #mutable model = Self::default();
        #steps
        Ok(model)
    }
}

/// Fields are put into variables, and what is required is asked for at the end.
fn emit_required_read(item: &Struct) -> TokenStream {
    let locals: Vec<TokenStream> = item
        .fields
        .iter()
        .map(|field| field.local.to_token_stream())
        .collect();
    let inits = item.fields.iter().enumerate().map(|(index, field)| {
        let (name, local) = (&field.name, &field.local);
        match field.presence {
            Presence::Required => {
                let (fields, index) = (&item.shape.fields, Literal::usize_unsuffixed(index));
                quote!(#name: input.require(#local, &#fields[#index])?)
            }
            Presence::Optional | Presence::OptionalOrNull => {
                emit_init(name, &local.to_token_stream())
            }
        }
    });
    let (binding, init, rest) = match &item.additional {
        Some(_) => (
            Some(quote!(let mut additional_properties = Default::default();)),
            Some(quote!(additional_properties)),
            Some(quote!(additional_properties)),
        ),
        None => (None, None, None),
    };
    let inits = inits.chain(init);
    let steps = emit_loop(item, locals.clone(), rest);
    quote! {
        #(let mut #locals = None;)*
        #binding
        #steps
        Ok(Self { #(#inits),* })
    }
}

fn emit_loop(item: &Struct, targets: Vec<TokenStream>, rest: Option<TokenStream>) -> TokenStream {
    let shape = &item.shape.constant;
    let rest = rest.map(|rest| quote!(input.read_additional(&mut #rest)?));
    let rest = rest.unwrap_or_else(|| quote!(input.skip()?));
    if item.fields.is_empty() {
        return quote! {
            let mut fields = input.begin_object(&#shape)?;
            while input.next_field(&mut fields)?.is_some() {
                #rest;
            }
        };
    }
    let fields = item.fields.iter().zip(targets).enumerate();
    let arms = fields.map(|(index, (field, target))| emit_arm(index, field, &target));
    quote! {
        let mut fields = input.begin_object(&#shape)?;
        while let Some(field) = input.next_field(&mut fields)? {
            match field {
                #(#arms,)*
                _ => #rest,
            }
        }
    }
}

fn emit_arm(index: usize, field: &Field, target: &TokenStream) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    match field.presence {
        Presence::Required | Presence::OptionalOrNull => {
            quote!(#index => #target = Some(input.read()?))
        }
        Presence::Optional => quote!(#index => #target = input.read_optional()?),
    }
}

fn emit_statics(item: &Struct) -> TokenStream {
    let Shape {
        constant,
        fields,
        name,
        xml,
        ignores_case,
    } = &item.shape;
    let xml = emit_xml(xml);
    let ignore_case = ignores_case.then(|| quote!(.ignore_case()));
    if item.fields.is_empty() {
        return quote!(static #constant: Shape = Shape::new(#name, &[]) #xml #ignore_case;);
    }
    let count = Literal::usize_unsuffixed(item.fields.len());
    let all = item.fields.iter().map(|field| {
        let (wire, xml) = (&field.wire, emit_xml(&field.xml));
        quote!(Field::new(#wire) #xml)
    });
    quote! {
        static #fields: [Field; #count] = [#(#all),*];
        static #constant: Shape = Shape::new(#name, &#fields) #xml #ignore_case;
    }
}

pub(super) fn emit_xml(xml: &Xml) -> Option<TokenStream> {
    if *xml == Xml::default() {
        return None;
    }
    let name = xml.name.iter().map(|name| quote!(.name(#name)));
    let wrapped = xml.wrapped.iter().map(|outer| quote!(.wrapped(#outer)));
    let attribute = xml.attribute.then(|| quote!(.attribute()));
    let namespace = xml.namespace.iter().map(|uri| quote!(.namespace(#uri)));
    let prefix = xml.prefix.iter().map(|prefix| quote!(.prefix(#prefix)));
    let around = xml.wrapper_namespace.iter();
    let around = around.map(|uri| quote!(.wrapper_namespace(#uri)));
    let around_prefix = xml.wrapper_prefix.iter();
    let around_prefix = around_prefix.map(|prefix| quote!(.wrapper_prefix(#prefix)));
    let parts = name
        .chain(wrapped)
        .chain(attribute)
        .chain(namespace)
        .chain(prefix)
        .chain(around)
        .chain(around_prefix);
    Some(quote!(.xml(Xml::new() #(#parts)*)))
}

fn emit_enum_codec(name: &TokenStream) -> TokenStream {
    quote! {
        impl Model for #name {
            fn write(&self, out: &mut Writer<'_>) {
                out.string(self.as_str());
            }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                Ok(Self::from(&*input.string()?))
            }
        }
    }
}

fn emit_newtype_codec(name: &TokenStream) -> TokenStream {
    quote! {
        impl Model for #name {
            fn write(&self, out: &mut Writer<'_>) {
                self.0.write(out);
            }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.read().map(Self)
            }
        }
    }
}
