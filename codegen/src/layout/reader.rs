//! Reading tokens: one after the other, with a look at those behind.

use super::words::is_reserved;
use super::{Known, Unknown};
use crate::tokens::{Token, TokenKind, TokenStream, Tokens};

/// What is left of the tokens.
#[derive(Debug, Clone)]
pub(super) struct Reader<'a> {
    tokens: Tokens<'a>,
    /// How many characters of the next token have been taken for themselves, as from `>>`.
    taken: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tokens: &'a TokenStream) -> Self {
        Self {
            tokens: tokens.iter(),
            taken: 0,
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.tokens.peek().is_none()
    }

    /// Returns the next token and leaves it there.
    #[inline]
    pub(super) fn peek(&self) -> Option<Token<'a>> {
        let token = self.tokens.peek()?;
        if self.taken == 0 {
            return Some(token);
        }
        let text = token.text.get(self.taken..).unwrap_or_default();
        Some(Token { text, ..token })
    }

    /// Returns the token behind so many others; the first of them must be whole.
    pub(super) fn behind(&self, count: usize) -> Option<Token<'a>> {
        self.tokens.clone().nth(count)
    }

    /// Takes the next token.
    #[inline]
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek();
        self.tokens.next();
        self.taken = 0;
        token
    }

    /// Whether the next token is this word, operator or delimiter.
    #[inline]
    pub(super) fn is(&self, text: &str) -> bool {
        self.peek().is_some_and(|token| is(token, text))
    }

    /// Whether the token behind so many others is this one.
    #[inline]
    pub(super) fn is_behind(&self, count: usize, text: &str) -> bool {
        self.behind(count).is_some_and(|token| is(token, text))
    }

    #[inline]
    pub(super) fn is_kind(&self, kind: TokenKind) -> bool {
        self.peek().is_some_and(|token| token.kind == kind)
    }

    /// Takes the next token if it is this one.
    // With the text at hand its comparison is one of words of the machine.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the hottest step of the layout")]
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let is_there = self.is(text);
        if is_there {
            self.next();
        }
        is_there
    }

    #[inline]
    pub(super) fn expect(&mut self, text: &str) -> Known {
        if self.eat(text) { Ok(()) } else { Err(Unknown) }
    }

    /// Whether the next operator begins with this character.
    pub(super) fn begins(&self, first: char) -> bool {
        self.peek()
            .is_some_and(|token| token.kind == TokenKind::Punct && token.text.starts_with(first))
    }

    /// Takes one character of an operator, as one of the two in `>>`.
    pub(super) fn eat_part(&mut self, part: char) -> bool {
        let Some(token) = self.peek().filter(|_| self.begins(part)) else {
            return false;
        };
        if token.text.len() == part.len_utf8() {
            self.next();
        } else {
            self.taken += part.len_utf8();
        }
        true
    }

    pub(super) fn expect_part(&mut self, part: char) -> Known {
        if self.eat_part(part) {
            Ok(())
        } else {
            Err(Unknown)
        }
    }

    /// Takes a name: a word that is no keyword.
    pub(super) fn name(&mut self) -> Known<&'a str> {
        match self.peek() {
            Some(token) if token.kind == TokenKind::Word && !is_reserved(token.text) => {
                self.next();
                Ok(token.text)
            }
            _ => Err(Unknown),
        }
    }

    /// Returns what stands behind the group that is next; all that is left if it does not end.
    pub(super) fn after_group(&self) -> Self {
        let mut after = self.clone();
        let mut depth = 0_usize;
        while let Some(token) = after.next() {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        after
    }

    /// Returns how many tokens are left.
    pub(super) fn left(&self) -> usize {
        self.tokens.left()
    }

    /// Returns the text of a number, a text or a character, and takes it.
    pub(super) fn literal(&mut self) -> Known<&'a str> {
        match self.peek() {
            // The dot at the end of `1.` changes what may stand behind it.
            Some(token) if token.kind == TokenKind::Literal && !token.text.ends_with('.') => {
                self.next();
                Ok(token.text)
            }
            _ => Err(Unknown),
        }
    }
}

#[inline]
fn is(token: Token<'_>, text: &str) -> bool {
    token.text == text && !matches!(token.kind, TokenKind::Doc | TokenKind::InnerDoc)
}
