//! Calls of macros. What is in them is tokens; only the space between them is chosen.

use super::expression::{Expression, Kind};
use super::words::is_keyword_in_macro;
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::{Token, TokenKind};

/// What has just been written inside a macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Dot,
    Colon,
    Word,
    WordAndBang,
    Group,
    Other,
}

impl Layout<'_> {
    /// Lays out a macro that stands for items.
    pub(super) fn macro_item(&mut self) -> Known {
        self.simple_path()?;
        self.macro_call()?;
        if self.tokens.eat(";") {
            self.page.word(";");
        } else if !self.page.ends_with('}') {
            return Err(Unknown);
        }
        self.page.hard();
        Ok(())
    }

    /// Lays out what stands behind the name of a macro. Braces are unknown.
    pub(super) fn macro_call(&mut self) -> Known<Expression> {
        self.copy("!")?;
        if self.tokens.is("{") || !self.tokens.is_kind(TokenKind::Open) {
            return Err(Unknown);
        }
        let open = self.tokens.next().ok_or(Unknown)?;
        self.page.word(open.text);
        if !self.tokens.is_kind(TokenKind::Close) {
            self.page.consistent(INDENT);
            self.page.zero();
            self.page.inconsistent(0);
            self.deeper(Self::macro_tokens)?;
            self.page.end();
            self.page.zero();
            self.page.offset(-INDENT);
            self.page.end();
        }
        let close = self.tokens.next().ok_or(Unknown)?;
        self.page.word(close.text);
        Ok(Expression::of(Kind::Macro))
    }

    /// Tokens up to the end of the group.
    fn macro_tokens(&mut self) -> Known {
        let mut state = State::Start;
        let mut is_first = true;
        while !self.tokens.is_kind(TokenKind::Close) {
            let token = self.tokens.peek().ok_or(Unknown)?;
            let (wants_space, next) = space_before(state, token)?;
            if !is_first && wants_space {
                self.page.space();
            } else if !is_first && token.text == "." {
                self.page.zero();
            }
            if token.kind == TokenKind::Open {
                self.macro_group()?;
            } else {
                self.tokens.next();
                self.page.word(token.text);
            }
            (state, is_first) = (next, false);
        }
        Ok(())
    }

    fn macro_group(&mut self) -> Known {
        let open = self.tokens.next().ok_or(Unknown)?;
        self.page.word(open.text);
        if !self.tokens.is_kind(TokenKind::Close) {
            if open.text == "{" {
                self.page.space();
            }
            self.deeper(Self::macro_tokens)?;
            if open.text == "{" {
                self.page.space();
            }
        }
        let close = self.tokens.next().ok_or(Unknown)?;
        self.page.word(close.text);
        Ok(())
    }
}

/// Returns whether there is a space before a token, and what has been written then.
fn space_before(state: State, token: Token<'_>) -> Known<(bool, State)> {
    let text = token.text;
    Ok(match token.kind {
        TokenKind::Open if text == "{" => (true, State::Other),
        TokenKind::Open if state == State::Word => (false, State::Group),
        TokenKind::Open if state == State::WordAndBang => (false, State::Other),
        TokenKind::Open => (true, State::Group),
        TokenKind::Word if is_keyword_in_macro(text) => (true, State::Other),
        TokenKind::Word => (!matches!(state, State::Dot | State::Colon), State::Word),
        TokenKind::Literal => (state != State::Dot, State::Word),
        TokenKind::Punct => match text {
            "," | ";" => (false, State::Other),
            "." => (!matches!(state, State::Word | State::Group), State::Dot),
            "::" => (state != State::Word, State::Colon),
            "!" if state == State::Word => (false, State::WordAndBang),
            "#" | "$" | ".." | "..." | "..=" => return Err(Unknown),
            _ => (true, State::Other),
        },
        TokenKind::Lifetime | TokenKind::Doc | TokenKind::InnerDoc | TokenKind::Close => {
            return Err(Unknown);
        }
    })
}
