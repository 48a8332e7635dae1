//! Chains: fields, calls of methods and functions, indices, `?` and `.await`.

use super::expression::{Expression, FirstDot, Kind};
use super::generics::Arguments;
use super::page::{Mark, Op};
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

/// A chain that has a dot.
#[derive(Debug)]
struct Dots {
    /// Behind the last dot and what belongs to it.
    end: Mark,
    first: FirstDot,
    /// Whether a function that the chain gives has been called.
    has_call: bool,
}

impl Layout<'_> {
    /// Lays out a value and all that is applied to it.
    pub(super) fn chain(&mut self, is_before_block: bool) -> Known<Expression> {
        let start = self.page.mark();
        let base = self.primary(is_before_block)?;
        if matches!(base.kind, Kind::Jump | Kind::Closure) {
            return Ok(base);
        }
        let base_end = self.page.mark();
        let mut last = base;
        // Whether a short name stands right before the first dot.
        let mut is_short = false;
        let mut dots: Option<Dots> = None;
        loop {
            if self.tokens.is("(") {
                last = self.call(&last)?;
                if let Some(dots) = &mut dots {
                    dots.has_call = true;
                }
            } else if self.tokens.is("[") {
                self.copy("[")?;
                self.expression()?;
                self.copy("]")?;
                last = Expression {
                    wraps: true,
                    is_statement: last.is_statement && !last.kind.is_block(),
                    ..Expression::of(Kind::Other)
                };
            } else if self.tokens.eat("?") {
                self.page.word("?");
                last.kind = Kind::Other;
            } else if self.tokens.is(".") {
                is_short |= last.kind == Kind::Path { is_short: true };
                let before = dots.take();
                dots = Some(self.dot(start, base_end, before)?);
                last = Expression {
                    wraps: true,
                    is_statement: last.is_statement,
                    ..Expression::of(Kind::Other)
                };
            } else {
                break;
            }
        }
        if let Some(dots) = dots {
            self.page.insert(dots.end, Op::End);
            last.first_dot = (is_short && !dots.has_call).then_some(dots.first);
        }
        Ok(last)
    }

    /// Lays out the arguments of a call of a function.
    fn call(&mut self, function: &Expression) -> Known<Expression> {
        self.arguments()?;
        Ok(Expression {
            wraps: function.wraps,
            is_statement: function.is_statement && !function.kind.is_block(),
            ..Expression::of(Kind::Call)
        })
    }

    /// Lays out a dot and what belongs to it. The first one puts boxes around what stands before it.
    fn dot(&mut self, start: Mark, base_end: Mark, before: Option<Dots>) -> Known<Dots> {
        let is_first = before.is_none();
        if is_first {
            self.page.insert(base_end, Op::End);
            self.page.insert(start, Op::consistent(-INDENT));
            self.page.insert(start, Op::consistent(INDENT));
        }
        if self.page.ends_with('.') {
            return Err(Unknown);
        }
        let place = self.page.mark();
        self.page.zero();
        self.copy(".")?;
        let call = self.member()?;
        let end = self.page.mark();
        Ok(match before {
            None => Dots {
                end,
                first: FirstDot { place, call },
                has_call: false,
            },
            Some(before) => Dots {
                end,
                first: FirstDot {
                    place: before.first.place,
                    call: None,
                },
                ..before
            },
        })
    }

    /// What stands behind a dot; returns the box around the arguments of a method.
    fn member(&mut self) -> Known<Option<Mark>> {
        if self.tokens.eat("await") {
            self.page.word("await");
            return Ok(None);
        }
        if self.tokens.is_kind(TokenKind::Literal) {
            let index = self.tokens.literal()?;
            // In `.0.1` there are two.
            let is_index = index.bytes().all(|byte| byte.is_ascii_digit());
            self.page.word(index);
            return if is_index { Ok(None) } else { Err(Unknown) };
        }
        self.name()?;
        if self.tokens.is("::") {
            self.deeper(|layout| layout.generic_arguments(Arguments::OfValue))?;
        }
        if !self.tokens.is("(") {
            return Ok(None);
        }
        let call = self.page.mark();
        self.page.consistent(0);
        self.arguments()?;
        self.page.end();
        Ok(Some(call))
    }

    /// Lays out arguments in their parentheses.
    fn arguments(&mut self) -> Known {
        self.copy("(")?;
        let begin = self.page.mark();
        self.page.consistent(INDENT);
        self.page.zero();
        let mut count = 0;
        while !self.tokens.is(")") {
            if self.tokens.is("#") {
                return Err(Unknown);
            }
            let value = self.expression()?;
            let is_last = self.eat_list_comma(")")?;
            if count == 0 && is_last && value.kind.is_block_like() {
                self.page.clear(begin);
                self.page.clear(begin.plus(1));
                return self.copy(")");
            }
            self.page.comma(is_last);
            count += 1;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy(")")
    }
}
