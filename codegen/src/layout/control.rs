//! Parentheses and brackets around values.

use super::expression::{Expression, Kind};
use super::{INDENT, Known, Layout};
use crate::tokens::{Token, TokenKind};

impl Layout<'_> {
    /// Lays out a tuple, or a value in parentheses.
    pub(super) fn parentheses(&mut self) -> Known<Expression> {
        self.copy("(")?;
        let begin = self.page.mark();
        self.page.consistent(INDENT);
        self.page.zero();
        let mut count = 0;
        while !self.tokens.is(")") {
            let value = self.expression()?;
            let has_comma = self.tokens.is(",");
            let is_last = self.eat_list_comma(")")?;
            if count == 0 && is_last && !has_comma {
                self.page.clear(begin);
                self.page.clear(begin.plus(1));
                self.copy(")")?;
                return Ok(Expression {
                    wraps: value.wraps,
                    ..Expression::of(Kind::Other)
                });
            }
            if count == 0 && is_last {
                self.page.word(",");
                self.page.zero();
            } else {
                self.page.comma(is_last);
            }
            count += 1;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy(")")?;
        Ok(Expression::of(Kind::Tuple))
    }

    /// Lays out an array.
    pub(super) fn array(&mut self) -> Known<Expression> {
        if self.is_array_of_numbers() {
            return self.array_of_numbers();
        }
        self.copy("[")?;
        let begin = self.page.mark();
        self.page.consistent(INDENT);
        self.page.zero();
        let mut count = 0;
        while !self.tokens.is("]") {
            self.expression()?;
            if count == 0 && self.tokens.eat(";") {
                self.page.clear(begin);
                self.page.clear(begin.plus(1));
                self.page.word("; ");
                self.expression()?;
                self.copy("]")?;
                return Ok(Expression::of(Kind::Other));
            }
            self.list_comma("]")?;
            count += 1;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy("]")?;
        Ok(Expression::of(Kind::Array))
    }

    /// Whether the array has short values only, which fill lines.
    fn is_array_of_numbers(&self) -> bool {
        let mut read = self.tokens.clone();
        read.next();
        if read.is("]") {
            return false;
        }
        loop {
            match read.next() {
                Some(token) if is_short(token) => {}
                _ => return false,
            }
            let is_comma = read.eat(",");
            if read.is("]") {
                return true;
            }
            if !is_comma {
                return false;
            }
        }
    }

    fn array_of_numbers(&mut self) -> Known<Expression> {
        self.page.consistent(INDENT);
        self.copy("[")?;
        self.page.zero();
        self.page.inconsistent(0);
        loop {
            self.expression()?;
            if self.eat_list_comma("]")? {
                break;
            }
            self.page.word(",");
            self.page.space();
        }
        self.page.end();
        self.page.comma(true);
        self.page.offset(-INDENT);
        self.copy("]")?;
        self.page.end();
        Ok(Expression::of(Kind::Array))
    }
}

/// A whole number, a byte, a character, `true` or `false`.
fn is_short(token: Token<'_>) -> bool {
    let text = token.text;
    match token.kind {
        TokenKind::Literal if text.starts_with('\'') || text.starts_with("b'") => true,
        TokenKind::Literal => {
            let is_number = text.starts_with(|c: char| c.is_ascii_digit());
            let is_whole = text.starts_with("0x") || !text.contains(['.', 'e', 'E', 'f']);
            is_number && is_whole
        }
        _ => matches!(text, "true" | "false"),
    }
}
