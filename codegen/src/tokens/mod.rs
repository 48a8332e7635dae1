//! Tokens of Rust, one after the other.
//!
//! Takes what `quote!` is given, returns a tape that can be appended to others and read from its
//! start. It knows neither grammar nor layout, and has no tree: tokens stand as texts behind each
//! other in one buffer, which makes them cheaper by an order of magnitude than trees of boxed ones
//! (`docs/decisions/0010-own-tokens.md`).

mod each;
mod literal;
mod macros;
mod spare;
mod to_tokens;

use std::fmt;
use std::mem::take;

pub(crate) use each::{Each, No, RepeatIterator, RepeatList, RepeatSame, Yes};
pub(crate) use literal::Literal;
pub(crate) use macros::{quote, quote_each, quote_separator, quote_tokens};
pub(crate) use to_tokens::ToTokens;

/// Tokens in their order.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct TokenStream {
    /// The texts of all tokens, with nothing between them.
    text: String,
    marks: Vec<Mark>,
}

/// What a token is, and how many bytes of the text are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    kind: TokenKind,
    len: u32,
}

/// Kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// An identifier or keyword, as in `r#type` or `_`.
    Word,
    /// As in `'static`.
    Lifetime,
    /// A number, a text or a character, as it stands in a file.
    Literal,
    /// An operator or separator, as in `::`.
    Punct,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// A line of documentation of what follows, without the mark of the comment.
    Doc,
    /// A line of documentation of the file.
    InnerDoc,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'a str,
}

impl TokenStream {
    /// Returns no tokens.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Returns no tokens, with room for those of a usual `quote!`.
    pub(crate) fn with_room() -> Self {
        let (text, marks) = spare::take();
        Self { text, marks }
    }

    /// Adds an identifier or keyword.
    pub(crate) fn word(&mut self, word: &str) {
        self.push(TokenKind::Word, &[word]);
    }

    /// Adds an identifier that is spelled like a keyword.
    pub(crate) fn raw_word(&mut self, word: &str) {
        self.push(TokenKind::Word, &["r#", word]);
    }

    pub(crate) fn lifetime(&mut self, lifetime: &str) {
        self.push(TokenKind::Lifetime, &[lifetime]);
    }

    /// Adds a literal as it stands in a file.
    pub(crate) fn literal(&mut self, literal: &str) {
        self.push(TokenKind::Literal, &[literal]);
    }

    /// Adds a literal of a text.
    pub(crate) fn string(&mut self, value: &str) {
        let start = self.text.len();
        literal::write_string(&mut self.text, value);
        self.mark(TokenKind::Literal, start);
    }

    pub(crate) fn punct(&mut self, punct: &str) {
        self.push(TokenKind::Punct, &[punct]);
    }

    pub(crate) fn open(&mut self, delimiter: &str) {
        self.push(TokenKind::Open, &[delimiter]);
    }

    pub(crate) fn close(&mut self, delimiter: &str) {
        self.push(TokenKind::Close, &[delimiter]);
    }

    /// Adds a line of documentation of what follows, as it stands behind the mark of the comment.
    pub(crate) fn doc(&mut self, line: &str) {
        self.push(TokenKind::Doc, &[line]);
    }

    /// Adds a line of documentation of what follows.
    pub(crate) fn doc_line(&mut self, line: &str) {
        let space = if line.is_empty() { "" } else { " " };
        self.push(TokenKind::Doc, &[space, line]);
    }

    /// Adds a line of documentation of the file itself.
    pub(crate) fn inner_doc_line(&mut self, line: &str) {
        let space = if line.is_empty() { "" } else { " " };
        self.push(TokenKind::InnerDoc, &[space, line]);
    }

    /// Returns the tokens from the first to the last.
    pub(crate) fn iter(&self) -> Tokens<'_> {
        Tokens {
            text: &self.text,
            marks: &self.marks,
        }
    }

    /// Returns how many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.marks.len()
    }

    fn push(&mut self, kind: TokenKind, parts: &[&str]) {
        let start = self.text.len();
        for part in parts {
            self.text.push_str(part);
        }
        self.mark(kind, start);
    }

    fn mark(&mut self, kind: TokenKind, start: usize) {
        let len = u32::try_from(self.text.len() - start);
        // Descriptions are bounded far below that.
        let len = len.expect("a token has less than four gigabytes");
        self.marks.push(Mark { kind, len });
    }

    fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.marks.extend_from_slice(&other.marks);
    }
}

/// The rest of a tape. Cheap to copy, so that whoever reads can look ahead.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'a> {
    text: &'a str,
    marks: &'a [Mark],
}

impl<'a> Tokens<'a> {
    /// Returns the next token and leaves it there.
    #[inline]
    pub(crate) fn peek(&self) -> Option<Token<'a>> {
        let mark = self.marks.first()?;
        let text = &self.text[..mark.len as usize];
        Some(Token {
            kind: mark.kind,
            text,
        })
    }

    /// Returns how many tokens are left.
    pub(crate) fn left(&self) -> usize {
        self.marks.len()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        let (mark, marks) = self.marks.split_first()?;
        let (text, rest) = self.text.split_at(mark.len as usize);
        (self.text, self.marks) = (rest, marks);
        Some(Token {
            kind: mark.kind,
            text,
        })
    }
}

impl Drop for TokenStream {
    fn drop(&mut self) {
        spare::give(take(&mut self.text), take(&mut self.marks));
    }
}

impl Extend<TokenStream> for TokenStream {
    fn extend<T: IntoIterator<Item = TokenStream>>(&mut self, streams: T) {
        for stream in streams {
            self.append(&stream);
        }
    }
}

/// So that one stream can extend another as several can.
impl IntoIterator for TokenStream {
    type Item = Self;
    type IntoIter = std::iter::Once<Self>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}

impl FromIterator<TokenStream> for TokenStream {
    fn from_iter<T: IntoIterator<Item = TokenStream>>(streams: T) -> Self {
        let mut all = Self::new();
        all.extend(streams);
        all
    }
}

/// Rust that means the same, without any layout.
impl fmt::Display for TokenStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in self.iter() {
            let (before, after) = match token.kind {
                TokenKind::Doc => ("#[doc = ", "] "),
                TokenKind::InnerDoc => ("#![doc = ", "] "),
                _ => {
                    write!(f, "{} ", token.text)?;
                    continue;
                }
            };
            let mut literal = String::new();
            literal::write_string(&mut literal, token.text);
            write!(f, "{before}{literal}{after}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for TokenStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.to_string().trim_end())
    }
}

#[cfg(test)]
mod tests;
