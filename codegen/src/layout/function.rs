//! Functions.

use super::page::{Mark, Op};
use super::{INDENT, Known, Layout};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Lays out a function whose visibility stands behind the mark.
    pub(super) fn function(&mut self, start: Mark) -> Known {
        self.page.insert(start, Op::consistent(INDENT));
        self.signature()?;
        self.page.word(" ");
        self.copy("{")?;
        self.page.hard_between();
        self.deeper(Self::statements)?;
        self.page.offset(-INDENT);
        self.page.end();
        self.copy("}")?;
        self.page.hard();
        Ok(())
    }

    fn signature(&mut self) -> Known {
        self.copy_spaced_if("const");
        self.copy_spaced_if("async");
        self.tokens.expect("fn")?;
        self.page.word("fn ");
        self.name()?;
        self.generics()?;
        self.copy("(")?;
        self.page.never();
        self.page.consistent(0);
        self.page.zero();
        while !self.tokens.is(")") {
            self.parameter()?;
            self.list_comma(")")?;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy(")")?;
        self.page.consistent(-INDENT);
        self.return_type()?;
        self.page.end();
        Ok(())
    }

    fn parameter(&mut self) -> Known {
        if self.receiver() {
            return Ok(());
        }
        self.pattern()?;
        self.tokens.expect(":")?;
        self.page.word(": ");
        self.ty()
    }

    /// Returns whether there is one.
    fn receiver(&mut self) -> bool {
        let mut ahead = self.tokens.clone();
        let is_reference = ahead.eat("&");
        let lifetime = ahead
            .peek()
            .filter(|token| is_reference && token.kind == TokenKind::Lifetime);
        if lifetime.is_some() {
            ahead.next();
        }
        let is_mutable = ahead.eat("mut");
        if !ahead.eat("self") || !(ahead.is(",") || ahead.is(")")) {
            return false;
        }
        self.tokens = ahead;
        if is_reference {
            self.page.word("&");
        }
        if let Some(lifetime) = lifetime {
            self.page.word(lifetime.text);
            self.page.word(" ");
        }
        self.page.word(if is_mutable { "mut self" } else { "self" });
        true
    }

    /// Lays out the type of what comes back, if it is named.
    pub(super) fn return_type(&mut self) -> Known {
        if self.tokens.eat("->") {
            self.page.word(" -> ");
            self.ty()?;
        }
        Ok(())
    }
}
