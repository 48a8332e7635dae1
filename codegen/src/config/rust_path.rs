//! The path of a Rust type that the user wrote: text in, names out, and nothing else can come of it.

use serde::Deserialize;

/// A path of names, as in `crate::money::Amount`; without generics.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct RustPath {
    /// Whether it begins with `::`.
    pub(crate) is_global: bool,
    pub(crate) names: Vec<String>,
}

/// Words that no path may have, but for `crate` at its start. Files are moved about, so `self` and
/// `super` would mean another thing in each.
const KEYWORDS: &[&str] = &[
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

impl RustPath {
    /// Reads a path of at least two names, so that it says where the type is from.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("::");
        let names: Vec<&str> = rest.unwrap_or(text).split("::").collect();
        let is_first = |index: usize| index == 0 && rest.is_none();
        let are_names = names
            .iter()
            .enumerate()
            .all(|(index, name)| is_name(name) || is_first(index) && *name == "crate");
        (names.len() > 1 && are_names).then(|| Self {
            is_global: rest.is_some(),
            names: names.into_iter().map(str::to_owned).collect(),
        })
    }
}

impl TryFrom<String> for RustPath {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let error = || format!("`{text}` is no path of a type, as in `crate::Money`");
        Self::parse(&text).ok_or_else(error)
    }
}

fn is_name(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let is_word = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    starts && is_word && !KEYWORDS.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_what_is_none() {
        for text in ["crate::Money", "::money::Amount", "a::b_c::D2", "money::r"] {
            let path = RustPath::parse(text).expect(text);
            let start = if path.is_global { "::" } else { "" };
            assert_eq!([start, &path.names.join("::")].concat(), text);
            assert!(syn::parse_str::<syn::Path>(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "::",
            "Money",
            "::Money",
            "a::",
            "a::b<c>",
            "a::crate::b",
            "self::A",
            "super::A",
            "a::fn",
            "a::1b",
            "a:: b",
            "a::b; fn x() {}",
            "::crate::A",
            "a::b::",
            "ä::b",
            "a::_",
        ] {
            assert_eq!(RustPath::parse(text), None, "{text}");
        }
    }
}
