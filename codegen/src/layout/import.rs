//! Imports.

use super::reader::Reader;
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Lays out what stands behind `use`.
    pub(super) fn import(&mut self) -> Known {
        self.page.word("use ");
        if self.tokens.eat("::") {
            self.page.word("::");
        }
        self.import_tree()?;
        self.copy(";")?;
        self.page.hard();
        Ok(())
    }

    /// Returns whether the tree ends in a group.
    fn import_tree(&mut self) -> Known<bool> {
        loop {
            if self.tokens.eat("*") {
                self.page.word("*");
                return Ok(false);
            }
            if self.tokens.is("{") {
                self.deeper(Self::import_group)?;
                return Ok(true);
            }
            self.name()?;
            if self.tokens.eat("as") {
                self.page.word(" as ");
                let name = self
                    .tokens
                    .next()
                    .filter(|name| name.kind == TokenKind::Word);
                self.page.word(name.ok_or(Unknown)?.text);
                return Ok(false);
            }
            if !self.tokens.eat("::") {
                return Ok(false);
            }
            self.page.word("::");
        }
    }

    fn import_group(&mut self) -> Known {
        let is_single = is_single(&self.tokens)?;
        self.tokens.next();
        if is_single {
            self.import_tree()?;
            self.tokens.eat(",");
            return self.tokens.expect("}");
        }
        self.page.consistent(INDENT);
        self.page.word("{");
        self.page.zero();
        self.page.inconsistent(0);
        loop {
            let ends_in_group = self.import_tree()?;
            let is_last = !self.tokens.eat(",") || self.tokens.is("}");
            if is_last {
                break;
            }
            self.page.word(",");
            if ends_in_group {
                self.page.hard();
            } else {
                self.page.space();
            }
        }
        self.page.end();
        self.page.comma(true);
        self.page.offset(-INDENT);
        self.copy("}")?;
        self.page.end();
        Ok(())
    }
}

/// Whether the group that is next has one tree, which then stands alone. One that is empty, and `self`
/// alone, are unknown.
fn is_single(tokens: &Reader<'_>) -> Known<bool> {
    let mut read = tokens.clone();
    read.next();
    if read.is("}") || read.is("self") {
        return if is_list(tokens) {
            Ok(false)
        } else {
            Err(Unknown)
        };
    }
    Ok(!is_list(tokens))
}

/// Whether there is a comma in the group, and something behind it.
fn is_list(tokens: &Reader<'_>) -> bool {
    let mut read = tokens.clone();
    read.next();
    while let Some(token) = read.peek() {
        match token.kind {
            TokenKind::Open => read = read.after_group(),
            TokenKind::Close => return false,
            _ => {
                read.next();
                if token.text == "," {
                    return !read.is("}");
                }
            }
        }
    }
    false
}
