//! Words with a meaning of their own.

/// Whether a word is a keyword and no name. Those that begin paths are names, too.
pub(super) fn is_reserved(word: &str) -> bool {
    // The longest are `abstract`, `continue`, `override`.
    if word.len() > 8 {
        return false;
    }
    matches!(
        word,
        "_" | "abstract"
            | "as"
            | "async"
            | "await"
            | "become"
            | "box"
            | "break"
            | "const"
            | "continue"
            | "do"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "false"
            | "final"
            | "fn"
            | "for"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "macro"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "override"
            | "priv"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "true"
            | "try"
            | "type"
            | "typeof"
            | "unsafe"
            | "unsized"
            | "use"
            | "virtual"
            | "where"
            | "while"
            | "yield"
    )
}

/// Whether macros get a space in front of it.
pub(super) fn is_keyword_in_macro(word: &str) -> bool {
    matches!(word, "crate")
        || (is_reserved(word)
            && !matches!(
                word,
                "_" | "abstract"
                    | "become"
                    | "do"
                    | "false"
                    | "final"
                    | "override"
                    | "priv"
                    | "true"
                    | "try"
                    | "typeof"
                    | "unsized"
                    | "virtual"
            ))
}
