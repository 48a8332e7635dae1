//! Values in, their tokens out.

use std::borrow::Cow;

use super::{Literal, TokenStream};

/// What `#name` can stand for in `quote!`.
pub(crate) trait ToTokens {
    /// Adds the tokens.
    fn to_tokens(&self, tokens: &mut TokenStream);

    /// Returns the tokens.
    fn to_token_stream(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        self.to_tokens(&mut tokens);
        tokens
    }

    /// Returns the tokens of a value that is not needed any more.
    fn into_token_stream(self) -> TokenStream
    where
        Self: Sized,
    {
        self.to_token_stream()
    }
}

impl ToTokens for TokenStream {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self);
    }

    fn into_token_stream(self) -> TokenStream {
        self
    }
}

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens + ?Sized> ToTokens for Box<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens + ToOwned + ?Sized> ToTokens for Cow<'_, T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

/// Nothing, where there is nothing.
impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(value) = self {
            value.to_tokens(tokens);
        }
    }
}

impl ToTokens for str {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.string(self);
    }
}

impl ToTokens for String {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.string(self);
    }
}

impl ToTokens for bool {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.word(if *self { "true" } else { "false" });
    }
}

/// Numbers have no types; where one is meant, the code around them says so.
macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl ToTokens for $ty {
            fn to_tokens(&self, tokens: &mut TokenStream) {
                // A sign is a token of its own.
                let text = self.to_string();
                match text.strip_prefix('-') {
                    Some(digits) => {
                        tokens.punct("-");
                        tokens.literal(digits);
                    }
                    None => tokens.literal(&text),
                }
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

impl ToTokens for char {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let escaped: String = self.escape_debug().collect();
        tokens.literal(&["'", &escaped, "'"].concat());
    }
}

/// A literal is tokens, too.
impl From<Literal> for TokenStream {
    fn from(literal: Literal) -> Self {
        literal.into_token_stream()
    }
}
