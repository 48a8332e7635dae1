//! Closures.

use super::expression::{Expression, Kind};
use super::page::Break;
use super::{INDENT, Known, Layout, Unknown};

impl Layout<'_> {
    /// Lays out a closure. Types of what comes back are unknown.
    pub(super) fn closure(&mut self) -> Known<Expression> {
        self.page.inconsistent(0);
        self.copy_spaced_if("move");
        self.page.consistent(INDENT);
        self.parameters_of_closure()?;
        self.page.word("|");
        self.page.space();
        self.page.offset(-INDENT);
        self.page.end();
        self.page.never();
        if self.tokens.is("->") {
            return Err(Unknown);
        }
        self.body_of_closure()?;
        self.page.end();
        Ok(Expression::of(Kind::Closure))
    }

    fn parameters_of_closure(&mut self) -> Known {
        self.page.word("|");
        if self.tokens.eat("||") {
            return Ok(());
        }
        self.tokens.expect("|")?;
        self.page.zero();
        loop {
            self.one_pattern()?;
            if self.tokens.eat(":") {
                self.page.word(": ");
                self.ty()?;
            }
            if self.tokens.eat("|") {
                return Ok(());
            }
            self.copy(",")?;
            self.page.space();
        }
    }

    fn body_of_closure(&mut self) -> Known {
        let begin = self.page.mark();
        self.page.consistent(INDENT);
        self.page.breaks(Break {
            before: Some(b'{'),
            ..Break::default()
        });
        let body = self.expression()?;
        if matches!(body.kind, Kind::Match | Kind::Call) || body.kind.is_block_like() {
            self.page.clear(begin);
            self.page.clear(begin.plus(1));
            return Ok(());
        }
        self.close_braces(begin.plus(1), &body, ")");
        self.page.end();
        Ok(())
    }
}
