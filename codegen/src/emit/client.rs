//! The client and its builder.

use super::docs::{emit_deprecated, emit_docs, emit_lines};
use super::emit_condition;
use super::example::example_lines;
use super::ty::{Paths, emit_conversion};
use crate::plan::ApiKeyLocation;
use crate::plan::client::{Client, Credential, CredentialKind, ServerMethod};
use crate::plan::operations::{Operation, OperationFile};
use crate::tokens::{TokenStream, quote};

/// Emits the client with one method per operation.
pub(super) fn emit_client(client: &Client, files: &[OperationFile]) -> TokenStream {
    let docs = emit_docs(&client.docs);
    let (server, server_docs) = (&client.server.url, emit_docs(&client.server.docs));
    let has_features = files.iter().any(|file| file.feature.is_some());
    let modules = match (has_features, client.names_models, files.is_empty()) {
        // What is imported would be unused where the wrong features are off.
        (true, _, _) | (false, false, true) => TokenStream::new(),
        (false, true, _) => quote!(
            use super::{models, operations};
        ),
        (false, false, false) => quote!(
            use super::operations;
        ),
    };
    let above = has_features.then(|| quote!(super::));
    let methods_of = |file: &OperationFile| -> TokenStream {
        let methods = file.operations.iter();
        let methods = methods.map(|operation| emit_method(operation, above.as_ref()));
        methods.collect()
    };
    let (mut methods, mut by_feature) = (TokenStream::new(), TokenStream::new());
    for file in files {
        let of_file = methods_of(file);
        match emit_condition(file.feature.as_slice()) {
            None => methods.extend(of_file),
            Some(condition) => by_feature.extend(quote!(#condition impl Client { #of_file })),
        }
    }
    let builder = emit_builder(client);
    let unused = emit_unused(files);
    quote! {
        use engross_runtime as runtime;
        #modules
        #server_docs
        const SERVER: &str = #server;
        #docs
        #[derive(Clone, Debug)]
        pub struct Client {
            #unused
            core: runtime::Client
        }
        impl Client {
            /// Starts a client; see the builder for what it can be given.
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: runtime::Client::builder(SERVER) }
            }
            /// Returns a client whose requests have one more header. It shares everything else with
            /// this one, so it can be made for a single call.
            ///
            /// It takes the place of any other header of that name; an `Authorization` takes that of
            /// one credential. What cannot be sent, and what belongs to the body or the connection,
            /// is an error of each request before anything is sent.
            #[must_use = "this client stays as it is"]
            pub fn with_header(&self, name: &str, value: &str) -> Self {
                Self { core: self.core.with_header(name, value) }
            }
            /// Returns a client whose requests have one more pair in their query. It shares
            /// everything else with this one, so it can be made for a single call.
            #[must_use = "this client stays as it is"]
            pub fn with_query(&self, name: &str, value: &str) -> Self {
                Self { core: self.core.with_query(name, value) }
            }
            #methods
        }
        #by_feature
        #builder
    }
}

/// Allows that nothing uses the client, where each operation has a feature that can be off.
fn emit_unused(files: &[OperationFile]) -> Option<TokenStream> {
    files.iter().all(|file| file.feature.is_some()).then(|| {
        quote! {
            #[allow(dead_code, reason = "without the features of tags there are no operations")]
        }
    })
}

fn emit_method(operation: &Operation, above: Option<&TokenStream>) -> TokenStream {
    let docs = emit_docs(&operation.method_docs);
    let example = example_lines(&operation.example);
    let example = emit_lines(example.iter().map(String::as_str));
    let deprecated = emit_deprecated(operation.is_deprecated);
    let paths = Paths {
        runtime: Some(quote!(runtime)),
        models: Some(quote!(#above models)),
        operations: Some(quote!(#above operations)),
    };
    let arguments = operation.arguments();
    let parameters = arguments.iter().map(|argument| {
        let (name, ty) = (&argument.name, paths.intake(&argument.intake));
        quote!(#name: #ty)
    });
    let values = arguments
        .iter()
        .map(|argument| emit_conversion(&argument.intake, &argument.name));
    let (method, name) = (&operation.method, &operation.name);
    quote! {
        #docs
        #example
        #deprecated
        pub fn #method(&self, #(#parameters),*) -> #above operations::#name<'_> {
            #above operations::#name::new(&self.core, #(#values),*)
        }
    }
}

fn emit_builder(client: &Client) -> TokenStream {
    let credentials = client.credentials.iter().map(emit_credential);
    let server = emit_docs(&client.server.method_docs);
    let types = client.server.has_types.then(|| {
        quote! {
            ///
            /// [`servers`](super::servers) has those of the description.
        }
    });
    let base = client.server.takes_base.then(emit_base);
    let own_servers = client.server.own.iter().map(emit_own_server);
    let transports = emit_transports();
    quote! {
        /// Makes a [`Client`].
        #[derive(Debug)]
        #[must_use = "a builder does nothing until it builds"]
        pub struct ClientBuilder { core: runtime::ClientBuilder }
        impl ClientBuilder {
            #server
            #types
            pub fn server(mut self, url: impl Into<runtime::ServerUrl>) -> Self {
                self.core = self.core.server(url);
                self
            }
            #base
            #(#own_servers)*
            #(#credentials)*
            /// Sets when and how calls are repeated.
            pub fn retry(mut self, policy: runtime::RetryPolicy) -> Self {
                self.core = self.core.retry(policy);
                self
            }
            /// Sets what bounds a call.
            pub fn limits(mut self, limits: runtime::Limits) -> Self {
                self.core = self.core.limits(limits);
                self
            }
            #transports
            /// Checks everything and returns the client.
            pub fn build(self) -> Result<Client, runtime::Error> {
                Ok(Client { core: self.core.build()? })
            }
        }
    }
}

fn emit_base() -> TokenStream {
    quote! {
        /// Says where servers that the description gives as relative URLs count from, as in
        /// `https://api.example.com`: the URL of the description, or another one of that host.
        pub fn base_url(mut self, url: impl Into<String>) -> Self {
            self.core = self.core.base_url(url);
            self
        }
    }
}

fn emit_own_server(server: &ServerMethod) -> TokenStream {
    let ServerMethod { method, docs, url } = server;
    let docs = emit_docs(docs);
    quote! {
        #docs
        pub fn #method(mut self, url: impl Into<runtime::ServerUrl>) -> Self {
            self.core = self.core.operation_server(#url, url);
            self
        }
    }
}

fn emit_transports() -> TokenStream {
    quote! {
        /// Sets what carries asynchronous calls.
        pub fn transport(mut self, transport: impl runtime::transport::Transport + 'static) -> Self {
            self.core = self.core.transport(transport);
            self
        }
        /// Sets what carries blocking calls.
        pub fn blocking_transport(
            mut self,
            transport: impl runtime::transport::BlockingTransport + 'static,
        ) -> Self {
            self.core = self.core.blocking_transport(transport);
            self
        }
    }
}

fn emit_credential(credential: &Credential) -> TokenStream {
    let Credential {
        method,
        docs,
        scheme,
        kind,
    } = credential;
    let docs = emit_docs(docs);
    let secret = quote!(impl Into<runtime::Secret>);
    let (parameters, value) = match kind {
        CredentialKind::Bearer => (quote!(token: #secret), quote!(bearer(token))),
        CredentialKind::Basic => (
            quote!(user: impl Into<String>, password: #secret),
            quote!(basic(user, password)),
        ),
        CredentialKind::Http(name) => (
            quote!(credentials: #secret),
            quote!(http(#name, credentials)),
        ),
        CredentialKind::ApiKey(location, name) => {
            let place = match location {
                ApiKeyLocation::Header => quote!(Header),
                ApiKeyLocation::Query => quote!(Query),
                ApiKeyLocation::Cookie => quote!(Cookie),
            };
            (
                quote!(key: #secret),
                quote!(api_key(runtime::KeyPlace::#place(#name), key)),
            )
        }
    };
    quote! {
        #docs
        pub fn #method(mut self, #parameters) -> Self {
            self.core = self.core.credential(#scheme, runtime::Credential::#value);
            self
        }
    }
}
