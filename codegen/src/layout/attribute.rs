//! Attributes and documentation.

use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::{Token, TokenKind};

/// What has just been written inside an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Word,
    Punct,
    /// The comma at the end of a list.
    LastComma,
}

impl Layout<'_> {
    /// Lays out the documentation and the attributes of what follows.
    pub(super) fn attributes(&mut self) -> Known {
        loop {
            match self.tokens.peek() {
                Some(token) if token.kind == TokenKind::Doc => self.doc("///", token.text)?,
                Some(token) if token.kind == TokenKind::Punct && token.text == "#" => {
                    self.tokens.next();
                    self.page.word("#");
                    self.attribute()?;
                }
                _ => return Ok(()),
            }
        }
    }

    /// Lays out the documentation and the attributes of the file.
    pub(super) fn inner_attributes(&mut self) -> Known {
        loop {
            match self.tokens.peek() {
                Some(token) if token.kind == TokenKind::InnerDoc => self.doc("//!", token.text)?,
                _ if self.tokens.is("#") && self.tokens.is_behind(1, "!") => {
                    self.tokens.next();
                    self.tokens.next();
                    self.page.word("#!");
                    self.attribute()?;
                }
                _ => return Ok(()),
            }
        }
    }

    /// A line that would end the comment or make another one of it is unknown.
    fn doc(&mut self, mark: &str, line: &str) -> Known {
        if line.contains('\n') || (mark == "///" && line.starts_with('/')) {
            return Err(Unknown);
        }
        self.tokens.next();
        self.page.word(mark);
        self.page.word(line.trim_end_matches(' '));
        self.page.hard();
        Ok(())
    }

    /// The brackets and what is in them.
    fn attribute(&mut self) -> Known {
        self.copy("[")?;
        if self.is_doc() {
            return Err(Unknown);
        }
        self.simple_path()?;
        match self.tokens.peek() {
            Some(token) if token.kind == TokenKind::Open => self.attribute_group()?,
            _ if self.tokens.eat("=") => {
                self.page.word(" = ");
                let value = self.tokens.literal()?;
                self.page.word(value);
            }
            _ => {}
        }
        self.copy("]")?;
        self.page.space();
        Ok(())
    }

    /// Documentation that came as an attribute becomes a comment.
    fn is_doc(&self) -> bool {
        let names = ["doc", "comment"];
        names.iter().any(|name| self.tokens.is(name)) && self.tokens.is_behind(1, "=")
    }

    /// Lays out a path without arguments.
    pub(super) fn simple_path(&mut self) -> Known {
        loop {
            self.name()?;
            if !self.tokens.eat("::") {
                return Ok(());
            }
            self.page.word("::");
        }
    }

    /// Lays out the group that is next, whatever it means.
    fn attribute_group(&mut self) -> Known {
        let mut state = State::Punct;
        let mut groups = Vec::new();
        loop {
            let token = self.tokens.next().ok_or(Unknown)?;
            state = match token.kind {
                TokenKind::Open => self.open_in_attribute(token, &mut groups),
                TokenKind::Close => self.close_in_attribute(token, state, &mut groups)?,
                TokenKind::Word | TokenKind::Lifetime | TokenKind::Literal => {
                    if state == State::Word {
                        self.page.space();
                    }
                    self.page.word(token.text);
                    State::Word
                }
                TokenKind::Punct => self.punct_in_attribute(token, state)?,
                TokenKind::Doc | TokenKind::InnerDoc => return Err(Unknown),
            };
            if groups.is_empty() {
                return Ok(());
            }
        }
    }

    fn open_in_attribute<'t>(&mut self, token: Token<'t>, groups: &mut Vec<&'t str>) -> State {
        groups.push(token.text);
        self.page.word(token.text);
        if token.text == "(" {
            self.page.consistent(INDENT);
            self.page.zero();
        }
        State::Punct
    }

    fn close_in_attribute(
        &mut self,
        token: Token<'_>,
        state: State,
        groups: &mut Vec<&str>,
    ) -> Known<State> {
        let open = groups.pop().ok_or(Unknown)?;
        if open == "(" {
            if state != State::LastComma {
                self.page.zero();
            }
            self.page.offset(-INDENT);
            self.page.end();
        }
        self.page.word(token.text);
        Ok(State::Punct)
    }

    fn punct_in_attribute(&mut self, token: Token<'_>, state: State) -> Known<State> {
        let is_end = self.tokens.is_kind(TokenKind::Close);
        match token.text {
            "," if is_end => {
                self.page.comma(true);
                return Ok(State::LastComma);
            }
            "," => {
                self.page.word(",");
                self.page.space();
            }
            "=" if state == State::Word => self.page.word(" = "),
            "=" => self.page.word("= "),
            "::" | "-" | ":" => self.page.word(token.text),
            _ => return Err(Unknown),
        }
        Ok(State::Punct)
    }
}
