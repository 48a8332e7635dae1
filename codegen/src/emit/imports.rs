//! `use` lists, sorted.

use crate::plan::imports::Imports;
use crate::plan::names::Ident;
use crate::tokens::{ToTokens, TokenStream, quote};

/// Emits the imports of a file that reaches the models by this path.
pub(super) fn emit_imports(imports: &Imports, models: &TokenStream) -> TokenStream {
    let private = imports.private.iter().map(|name| word(name));
    let private = emit_use(
        &quote!(engross_runtime::private),
        &private.collect::<Vec<_>>(),
    );
    let runtime = imports.runtime.iter().map(|name| word(name));
    let runtime = emit_use(&quote!(engross_runtime), &runtime.collect::<Vec<_>>());
    let module = imports.models_module.then(|| quote!(use #models;));
    let names: Vec<_> = imports
        .models
        .iter()
        .map(ToTokens::to_token_stream)
        .collect();
    let models = emit_use(models, &names);
    quote!(#private #runtime #module #models)
}

fn emit_use(path: &TokenStream, names: &[TokenStream]) -> Option<TokenStream> {
    match names {
        [] => None,
        [name] => Some(quote!(use #path::#name;)),
        names => Some(quote!(use #path::{#(#names),*};)),
    }
}

/// Returns a word of ours as a token.
pub(super) fn word(name: &str) -> TokenStream {
    let mut tokens = TokenStream::new();
    tokens.word(name);
    tokens
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.is_raw() {
            tokens.raw_word(self.as_str());
        } else {
            tokens.word(self.as_str());
        }
    }
}
