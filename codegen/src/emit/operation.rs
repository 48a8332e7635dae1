//! One operation: its builder, what it is to the runtime, and the enums beside it.

use super::body::{emit_body, emit_body_write};
use super::builder::emit_builder;
use super::closed_enum::emit_closed_enum;
use super::failure::emit_failure;
use super::output::{emit_output, emit_read};
use super::ty::Paths;
use crate::plan::names::Ident;
use crate::plan::operations::{BodyContent, Info, Operation, Parameter, PathStep, Wire};
use crate::plan::{Location, Role, Style};
use crate::tokens::{TokenStream, quote};

/// The types that an operation adds to its file.
pub(super) fn names(operation: &Operation) -> Vec<Ident> {
    let mut names = vec![operation.name.clone()];
    if let Some(BodyContent::Choice { name, .. }) =
        operation.body.as_ref().map(|body| &body.content)
    {
        names.push(name.clone());
    }
    names.extend(operation.failure.iter().map(|it| it.name.clone()));
    let body = operation.body.as_ref();
    let parts = body.and_then(|body| body.parts.as_ref());
    names.extend(parts.map(|parts| parts.name.clone()));
    names.extend(operation.accept.as_ref().map(|accept| accept.name.clone()));
    names.extend(
        operation
            .output
            .choice
            .as_ref()
            .map(|choice| choice.name.clone()),
    );
    names
}

pub(super) fn emit_operation(operation: &Operation) -> TokenStream {
    let builder = emit_builder(operation);
    let implementation = emit_impl(operation);
    let body = operation.body.as_ref().map(emit_body);
    let accept = operation.accept.as_ref().map(emit_closed_enum);
    let output = operation.output.choice.as_ref().map(emit_output);
    let failure = operation.failure.as_ref().map(emit_failure);
    quote!(#builder #implementation #body #accept #output #failure)
}

/// Emits the type that a successful answer is read into.
pub(super) fn emit_output_ty(operation: &Operation) -> TokenStream {
    let ty = operation.output.ty.as_ref();
    ty.map_or_else(|| quote!(()), |ty| Paths::imported().ty(ty))
}

fn emit_impl(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let output = emit_output_ty(operation);
    let info = emit_info(&operation.info);
    let write = emit_write(operation);
    let read = emit_read(&operation.output);
    quote! {
        impl Operation for #name<'_> {
            type Output = #output;
            #[inline]
            fn info(&self) -> &'static OperationInfo {
                static INFO: OperationInfo = #info;
                &INFO
            }
            #[inline]
            fn write(&self, request: &mut RequestWriter) { #write }
            #[inline]
            fn read(response: &ResponseReader<'_>) -> Result<Self::Output, Error> { #read }
        }
    }
}

fn emit_info(info: &Info) -> TokenStream {
    let Info {
        id,
        method,
        path,
        accepts,
        streams,
        security,
        roles,
        rules,
        server,
    } = info;
    let accepts = (!accepts.is_empty()).then(|| quote!(.accepts(&[#(#accepts),*])));
    let streams = (!streams.is_empty()).then(|| quote!(.streams(&[#(#streams),*])));
    let alternatives = security.iter().map(|schemes| quote!(&[#(#schemes),*]));
    let security = (!security.is_empty()).then(|| quote!(.security(&[#(#alternatives),*])));
    let roles = roles.iter().map(|(role, header)| match role {
        Role::IdempotencyKey => quote!(.idempotency_key(#header)),
        Role::CorrelationId => quote!(.correlation_id(#header)),
        Role::CorrelationVector => quote!(.correlation_vector(#header)),
    });
    let tables = rules.as_ref().map(|path| {
        let (module, name) = (path.module.iter(), &path.name);
        quote!(.rules(&super::super::rules::operations::#(#module::)* #name))
    });
    let server = server.iter().map(|server| quote!(.server(#server)));
    quote! {
        OperationInfo::new(#id, #method, #path)
            #accepts #streams #security #(#roles)* #(#server)* #tables
    }
}

fn emit_write(operation: &Operation) -> TokenStream {
    let statics = operation.parameters.iter().map(emit_static);
    let path = operation.path.iter().filter_map(|step| match step {
        PathStep::Text(text) => Some(quote!(request.path_text(#text);)),
        PathStep::Parameter(index) => operation.parameters.get(*index).map(emit_parameter),
    });
    let others = operation
        .parameters
        .iter()
        .filter(|parameter| match parameter.wire.location {
            Location::Path => false,
            Location::Query | Location::QueryString | Location::Header | Location::Cookie => true,
        });
    let others = others.map(emit_parameter);
    let body = operation.body.as_ref().map(emit_body_write);
    let accept = operation.accept.as_ref().map(|_| {
        quote! {
            if let Some(accept) = self.accept {
                request.accept(accept.as_str());
            }
        }
    });
    quote!(#(#statics)* #(#path)* #(#others)* #body #accept)
}

fn emit_static(parameter: &Parameter) -> TokenStream {
    let constant = &parameter.constant;
    let wire = emit_wire(&parameter.wire);
    quote!(static #constant: Parameter = #wire;)
}

/// Emits what is said of a parameter, or of a field of a form.
pub(super) fn emit_wire(wire: &Wire) -> TokenStream {
    let Wire {
        name,
        style,
        allows_reserved,
        allows_empty,
        content,
        fields,
        ..
    } = wire;
    let style = style.map(|(style, explode)| {
        let style = emit_style(style);
        quote!(.style(Style::#style).explode(#explode))
    });
    let allow_reserved = allows_reserved.then(|| quote!(.allow_reserved()));
    let allow_empty = allows_empty.then(|| quote!(.allow_empty()));
    let content = content
        .iter()
        .map(|media_type| quote!(.content(#media_type)));
    let fields = (!fields.is_empty()).then(|| {
        let fields = fields.iter().map(emit_wire);
        quote!(.fields(&[#(#fields),*]))
    });
    quote!(Parameter::new(#name) #style #allow_reserved #allow_empty #(#content)* #fields)
}

pub(super) fn emit_style(style: Style) -> TokenStream {
    match style {
        Style::Simple => quote!(Simple),
        Style::Label => quote!(Label),
        Style::DottedLabel => quote!(DottedLabel),
        Style::Matrix => quote!(Matrix),
        Style::Form => quote!(Form),
        Style::Cookie => quote!(Cookie),
        Style::SpaceDelimited => quote!(SpaceDelimited),
        Style::PipeDelimited => quote!(PipeDelimited),
        Style::TabDelimited => quote!(TabDelimited),
        Style::DeepObject => quote!(DeepObject),
    }
}

fn emit_parameter(parameter: &Parameter) -> TokenStream {
    let (name, constant) = (&parameter.name, &parameter.constant);
    let call = match (parameter.wire.location, !parameter.is_optional()) {
        (Location::Path, _) => quote!(path),
        (Location::Query, true) => quote!(query),
        (Location::Query, false) => quote!(query_optional),
        (Location::QueryString, true) => quote!(query_string),
        (Location::QueryString, false) => quote!(query_string_optional),
        (Location::Header, true) => quote!(header),
        (Location::Header, false) => quote!(header_optional),
        (Location::Cookie, true) => quote!(cookie),
        (Location::Cookie, false) => quote!(cookie_optional),
    };
    quote!(request.#call(&#constant, &self.#name);)
}
