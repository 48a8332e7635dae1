//! Statements.

use super::expression::{Expression, Kind};
use super::page::Mark;
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Lays out statements up to the end of the block, each with the end of its line.
    pub(super) fn statements(&mut self) -> Known {
        while !self.tokens.is("}") {
            self.statement(false)?;
        }
        Ok(())
    }

    /// Lays out a block that stands on one line if it is one short value. Its box has begun.
    pub(super) fn small_block(&mut self) -> Known {
        self.copy("{")?;
        if !self.tokens.is("}") {
            self.page.space();
            self.statement(true)?;
            self.statements()?;
            self.page.offset(-INDENT);
        }
        self.copy("}")
    }

    fn statement(&mut self, may_be_short: bool) -> Known {
        let token = self.tokens.peek().ok_or(Unknown)?;
        match (token.kind, token.text) {
            (TokenKind::Punct, "#" | ";") => Err(Unknown),
            (TokenKind::Word, "let") => self.let_statement(),
            // Documentation of an item.
            (TokenKind::Doc, _)
            | (
                TokenKind::Word,
                "static" | "use" | "const" | "fn" | "struct" | "enum" | "impl" | "type" | "mod"
                | "pub",
            ) => self.deeper(Self::item),
            (TokenKind::Word, "async") if self.tokens.is_behind(1, "fn") => self.deeper(Self::item),
            _ => self.expression_statement(may_be_short),
        }
    }

    fn let_statement(&mut self) -> Known {
        self.tokens.next();
        self.page.inconsistent(0);
        self.page.word("let ");
        self.pattern()?;
        if self.tokens.eat(":") {
            self.page.word(": ");
            self.ty()?;
        }
        if self.tokens.eat("=") {
            self.page.word(" = ");
            self.page.never();
            self.expression()?;
            if self.tokens.eat("else") {
                self.page.space();
                self.page.word("else ");
                self.page.end();
                self.page.never();
                self.page.consistent(INDENT);
                self.deeper(Self::small_block)?;
            }
        }
        self.page.end();
        self.copy(";")?;
        self.page.hard();
        Ok(())
    }

    fn expression_statement(&mut self, may_be_short: bool) -> Known {
        let begin = self.page.mark();
        self.page.inconsistent(0);
        let expression = self.statement_expression()?;
        if self.tokens.eat(";") {
            self.end_with_semicolon(begin, &expression);
            return Ok(());
        }
        let is_short = may_be_short && self.tokens.is("}");
        if !is_short && expression.kind.wants_semicolon() {
            self.page.word(";");
        }
        if !self.tokens.is("}") && !expression.kind.is_block() {
            return Err(Unknown);
        }
        self.page.end();
        if is_short {
            self.page.space();
        } else {
            self.page.hard();
        }
        Ok(())
    }

    fn end_with_semicolon(&mut self, begin: Mark, expression: &Expression) {
        if expression.kind == Kind::Macro {
            // A call of a macro is a statement of its own kind, without a box.
            self.page.clear(begin);
            self.page.word(";");
        } else {
            if !matches!(expression.kind, Kind::Loop | Kind::If { has_else: false }) {
                self.page.word(";");
            }
            self.page.end();
        }
        self.page.hard();
    }

    /// An expression that begins a line.
    fn statement_expression(&mut self) -> Known<Expression> {
        let is_block = self.begins_block();
        let expression = if is_block {
            self.deeper(Self::block_expression)?
        } else {
            self.expression_with(false)?
        };
        if is_block && (self.tokens.is(".") || self.tokens.is("?")) {
            return Err(Unknown);
        }
        self.begin_line(&expression);
        Ok(expression)
    }

    /// A short name at the beginning of a line has its first call beside it.
    pub(super) fn begin_line(&mut self, expression: &Expression) {
        let Some(first) = &expression.first_dot else {
            return;
        };
        self.page.clear(first.place);
        if let Some(call) = first.call {
            self.page.set_offset(call, -INDENT);
        }
    }
}
