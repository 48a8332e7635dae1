//! The form of a file of Rust, without its texts.
//!
//! The file is parsed, and its tree walked token by token. Literals lose their value, documentation is
//! left out. What depends on the length of a line is no form: commas, and braces around the value of an
//! arm. Allowed lints depend on names.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Without one of these, a macro or an operator there is no code.
const CODE: [&str; 20] = [
    "fn",
    "struct",
    "enum",
    "union",
    "impl",
    "trait",
    "const",
    "static",
    "mod",
    "type",
    "unsafe",
    "extern",
    "macro_rules",
    "async",
    "let",
    "match",
    "if",
    "loop",
    "while",
    "return",
];

/// Returns the form of each item of a file, names included.
///
/// # Errors
/// Fails where the text is no Rust.
pub(crate) fn items(text: &str) -> Result<Vec<String>, String> {
    let file = syn::parse_file(text).map_err(|error| error.to_string())?;
    let items = file.items.iter();
    Ok(items.map(|item| form(item.to_token_stream())).collect())
}

/// Returns the words of a file that make code, whatever it is called.
///
/// # Errors
/// Fails where the text is no Rust.
pub(crate) fn words(text: &str) -> Result<Vec<String>, String> {
    let items = items(text)?;
    let is_code = |word: &&str| CODE.contains(word) || word.contains('!') || word.contains("#[");
    let words = items
        .iter()
        .flat_map(|item| item.split(' ').filter(is_code));
    Ok(words.map(str::to_owned).collect())
}

fn form(tokens: TokenStream) -> String {
    let mut out = String::new();
    write_form(&mut out, tokens);
    out
}

fn write_form(out: &mut String, tokens: TokenStream) {
    let mut tokens = tokens.into_iter().peekable();
    let mut is_behind_arrow = false;
    while let Some(token) = tokens.next() {
        let is_arm = std::mem::take(&mut is_behind_arrow);
        match token {
            TokenTree::Punct(punct)
                if punct.as_char() == '#' && tokens.peek().is_some_and(is_of_no_account) =>
            {
                tokens.next();
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' => {}
            TokenTree::Punct(punct) => {
                out.push(punct.as_char());
                is_behind_arrow = out.ends_with("=>");
            }
            TokenTree::Literal(_) => out.push_str("\"\""),
            TokenTree::Ident(name) => {
                out.push(' ');
                out.push_str(&name.to_string());
                out.push(' ');
            }
            TokenTree::Group(group) if is_arm && group.delimiter() == Delimiter::Brace => {
                write_form(out, group.stream());
            }
            TokenTree::Group(group) => {
                let (open, close) = delimiters(group.delimiter());
                out.push_str(open);
                write_form(out, group.stream());
                out.push_str(close);
            }
        }
    }
}

/// Returns whether a group is that of an attribute `doc = ".."` or `allow(..)`.
fn is_of_no_account(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    let tokens: Vec<_> = group.stream().into_iter().collect();
    match &tokens[..] {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(punct),
            TokenTree::Literal(_),
        ] => name == "doc" && punct.as_char() == '=',
        [TokenTree::Ident(name), TokenTree::Group(_)] => name == "allow",
        _ => false,
    }
}

fn delimiters(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{items, words};

    #[test]
    fn texts_are_left_out_and_code_is_not() {
        let form = |text: &str| items(text).expect("Rust");
        let plain = form("/// A.\n/// B.\npub const A: &str = \"a\";");
        assert_eq!(plain, form("pub const A: &str = \"\\\"; fn b() {}\";"));
        assert_ne!(plain, form("pub const A: &str = \"\"; fn b() {}"));
        assert_ne!(plain, form("pub const B: &str = \"\";"));
        assert_ne!(plain, form("#[doc(hidden)] pub const A: &str = \"\";"));
        let arm = form("fn a() { match 1 { 1 => { 2 } _ => 3, } }");
        assert_eq!(arm, form("fn a() { match 1 { 1 => 2, _ => 3 } }"));
    }

    #[test]
    fn code_is_counted_whatever_its_name() {
        let code = |text: &str| words(text).expect("Rust");
        assert_eq!(code("pub struct A; const B: u8 = 1;"), ["struct", "const"]);
        assert_eq!(code("m! {}").len(), 1);
        assert_ne!(code("#[test] fn a() {}"), code("fn a() {}"));
    }
}
