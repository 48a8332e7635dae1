//! Expressions: operators, and what they stand between.

use super::generics::Arguments;
use super::page::{Mark, Op};
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

/// What an expression is, as far as what stands around it depends on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A path; short names are not longer than an indentation.
    Path {
        is_short: bool,
    },
    Array,
    Tuple,
    Struct,
    Closure,
    Block,
    Async,
    If {
        has_else: bool,
    },
    Match,
    /// `for` and `while`.
    Loop,
    EndlessLoop,
    Call,
    Macro,
    /// An assignment, also one with an operator.
    Assign,
    /// `return`, `break` and `continue`.
    Jump,
    Other,
}

/// What has been laid out.
#[derive(Debug, Clone)]
pub(super) struct Expression {
    pub(super) kind: Kind,
    /// The brace behind it goes to the next line if it does not fit.
    pub(super) wraps: bool,
    /// In braces it means the same.
    pub(super) is_statement: bool,
    /// The first dot of a chain that begins with a short name, if nothing is around the chain.
    pub(super) first_dot: Option<FirstDot>,
}

/// What changes where a chain begins a line.
#[derive(Debug, Clone)]
pub(super) struct FirstDot {
    /// Where the line may end before the dot.
    pub(super) place: Mark,
    /// The box around the arguments, if there are any, and no further dot.
    pub(super) call: Option<Mark>,
}

impl Expression {
    pub(super) fn of(kind: Kind) -> Self {
        Self {
            kind,
            wraps: false,
            is_statement: true,
            first_dot: None,
        }
    }
}

impl Kind {
    /// Whether it stands alone between the parentheses of a call.
    pub(super) fn is_block_like(self) -> bool {
        matches!(
            self,
            Self::Array | Self::Tuple | Self::Struct | Self::Closure | Self::Block | Self::Async
        )
    }

    /// Whether it ends in a block, so that no semicolon has to stand behind it.
    pub(super) fn is_block(self) -> bool {
        matches!(
            self,
            Self::Block | Self::If { .. } | Self::Match | Self::Loop | Self::EndlessLoop
        )
    }

    pub(super) fn wants_semicolon(self) -> bool {
        matches!(self, Self::Assign | Self::Jump)
    }

    /// Whether there is a comma behind it in a match.
    pub(super) fn wants_comma(self) -> bool {
        !self.is_block()
    }
}

/// The precedence of an operator between two values; higher ones bind closer.
fn precedence(operator: &str) -> Option<u8> {
    Some(match operator {
        "||" => 3,
        "&&" => 4,
        "==" | "!=" | "<" | ">" | "<=" | ">=" => COMPARE,
        "|" => 6,
        "^" => 7,
        "&" => 8,
        "<<" | ">>" => 9,
        "+" | "-" => 10,
        "*" | "/" | "%" => 11,
        "as" => 12,
        _ => return None,
    })
}

const ASSIGN: u8 = 1;
const RANGE: u8 = 2;
const COMPARE: u8 = 5;

impl Layout<'_> {
    /// Lays out an expression.
    pub(super) fn expression(&mut self) -> Known<Expression> {
        self.expression_with(false)
    }

    /// The same; before a block there are no struct expressions.
    pub(super) fn expression_with(&mut self, is_before_block: bool) -> Known<Expression> {
        self.deeper(|layout| layout.operators(ASSIGN, is_before_block))
    }

    fn operators(&mut self, lowest: u8, is_before_block: bool) -> Known<Expression> {
        let start = self.page.mark();
        if self.tokens.is("..") || self.tokens.is("..=") {
            return self.range_end(is_before_block);
        }
        let mut left = self.unary(is_before_block)?;
        loop {
            let Some(token) = self.tokens.peek() else {
                return Ok(left);
            };
            if let Some(own) = precedence(token.text).filter(|own| *own >= lowest) {
                if token.kind == TokenKind::Literal {
                    return Err(Unknown);
                }
                left = self.binary(start, own, &left, is_before_block)?;
            } else if matches!(token.text, ".." | "..=") && lowest <= RANGE {
                let mut range = self.range_end(is_before_block)?;
                range.is_statement = left.is_statement && !left.kind.is_block();
                return Ok(range);
            } else if token.kind == TokenKind::Punct
                && token.text.ends_with('=')
                && !matches!(token.text, "==" | "=>")
                && lowest <= ASSIGN
            {
                return self.assignment(start, &left, is_before_block);
            } else {
                return Ok(left);
            }
        }
    }

    fn binary(
        &mut self,
        start: Mark,
        own: u8,
        left: &Expression,
        is_before_block: bool,
    ) -> Known<Expression> {
        let operator = self.tokens.next().ok_or(Unknown)?.text;
        self.page.insert(start, Op::inconsistent(-INDENT));
        self.page.insert(start, Op::inconsistent(INDENT));
        self.page.end();
        self.page.space();
        self.page.word(operator);
        self.page.word(" ");
        if operator == "as" {
            self.ty()?;
        } else {
            self.deeper(|layout| layout.operators(own + 1, is_before_block))?;
        }
        self.page.end();
        let next = self.tokens.peek().and_then(|token| precedence(token.text));
        if own == COMPARE && next == Some(COMPARE) {
            return Err(Unknown);
        }
        Ok(Expression {
            wraps: true,
            is_statement: left.is_statement && !left.kind.is_block(),
            ..Expression::of(Kind::Other)
        })
    }

    fn assignment(
        &mut self,
        start: Mark,
        left: &Expression,
        is_before_block: bool,
    ) -> Known<Expression> {
        let operator = self.tokens.next().ok_or(Unknown)?.text;
        if operator == "=" {
            self.page.insert(start, Op::inconsistent(0));
            self.page.word(" = ");
            self.page.never();
        } else {
            self.page.insert(start, Op::inconsistent(-INDENT));
            self.page.insert(start, Op::inconsistent(INDENT));
            self.page.end();
            self.page.space();
            self.page.word(operator);
            self.page.word(" ");
        }
        self.deeper(|layout| layout.operators(ASSIGN, is_before_block))?;
        self.page.end();
        Ok(Expression {
            wraps: true,
            is_statement: left.is_statement && !left.kind.is_block(),
            ..Expression::of(Kind::Assign)
        })
    }

    /// The two dots of a range and what stands behind them.
    fn range_end(&mut self, is_before_block: bool) -> Known<Expression> {
        if self.page.ends_with('.') {
            return Err(Unknown);
        }
        let dots = self.tokens.next().ok_or(Unknown)?.text;
        self.page.word(dots);
        let mut range = Expression::of(Kind::Other);
        let is_open = self.tokens.is_kind(TokenKind::Close)
            || [",", ";", "=>"].iter().any(|end| self.tokens.is(end))
            || (is_before_block && self.tokens.is("{"));
        if !is_open {
            let end = self.deeper(|layout| layout.operators(RANGE + 1, is_before_block))?;
            range.wraps = end.wraps;
        }
        Ok(range)
    }

    fn unary(&mut self, is_before_block: bool) -> Known<Expression> {
        let token = self.tokens.peek().ok_or(Unknown)?;
        match (token.kind, token.text) {
            (TokenKind::Punct, "!" | "-" | "*") => {
                self.tokens.next();
                self.page.word(token.text);
            }
            (TokenKind::Punct, "&" | "&&") => {
                self.tokens.next();
                self.page.word(token.text);
                if self.tokens.is("raw") {
                    return Err(Unknown);
                }
                self.copy_spaced_if("mut");
            }
            (TokenKind::Word, "let") => return self.let_expression(),
            _ => return self.chain(is_before_block),
        }
        let value = self.deeper(|layout| layout.unary(is_before_block))?;
        Ok(Expression {
            wraps: value.wraps,
            ..Expression::of(Kind::Other)
        })
    }

    /// As in `if let Some(a) = b`.
    fn let_expression(&mut self) -> Known<Expression> {
        self.tokens.next();
        self.page.inconsistent(0);
        self.page.word("let ");
        self.page.inconsistent(0);
        self.pattern()?;
        self.page.end();
        self.tokens.expect("=")?;
        self.page.word(" = ");
        self.page.never();
        self.page.inconsistent(0);
        let value = self.deeper(|layout| layout.operators(COMPARE, true))?;
        self.page.end();
        self.page.end();
        Ok(Expression {
            wraps: value.wraps,
            is_statement: false,
            ..Expression::of(Kind::Other)
        })
    }

    /// Lays out what dots, calls and operators apply to.
    pub(super) fn primary(&mut self, is_before_block: bool) -> Known<Expression> {
        let token = self.tokens.peek().ok_or(Unknown)?;
        match (token.kind, token.text) {
            (TokenKind::Literal, _) => {
                let literal = self.tokens.literal()?;
                self.page.word(literal);
                Ok(Expression::of(Kind::Other))
            }
            (TokenKind::Word, "true" | "false" | "_") => {
                self.copy(token.text)?;
                Ok(Expression::of(Kind::Other))
            }
            (TokenKind::Word, "return" | "break" | "continue") => self.jump(is_before_block),
            (TokenKind::Word, "move") | (TokenKind::Punct, "|" | "||") => self.closure(),
            (TokenKind::Word, "async") => self.async_block(),
            (TokenKind::Open, "(") => self.parentheses(),
            (TokenKind::Open, "[") => self.array(),
            _ if self.begins_block() => self.block_expression(),
            (TokenKind::Word, _) | (TokenKind::Punct, "<" | "::") => {
                self.path_expression(is_before_block)
            }
            _ => Err(Unknown),
        }
    }

    fn jump(&mut self, is_before_block: bool) -> Known<Expression> {
        let keyword = self.tokens.next().ok_or(Unknown)?.text;
        self.page.word(keyword);
        let mut jump = Expression::of(Kind::Jump);
        let is_alone = self.tokens.is_kind(TokenKind::Close)
            || [",", ";", "=>"].iter().any(|end| self.tokens.is(end));
        if self.tokens.is_kind(TokenKind::Lifetime) || (!is_alone && keyword == "continue") {
            return Err(Unknown);
        }
        if !is_alone {
            self.page.word(" ");
            let value = self.deeper(|layout| layout.operators(ASSIGN, is_before_block))?;
            jump.wraps = value.wraps;
        }
        Ok(jump)
    }

    fn async_block(&mut self) -> Known<Expression> {
        self.tokens.next();
        self.page.word("async ");
        self.copy_spaced_if("move");
        self.boxed_block()?;
        Ok(Expression::of(Kind::Async))
    }

    fn path_expression(&mut self, is_before_block: bool) -> Known<Expression> {
        let start = self.page.mark();
        let first = self.tokens.peek().ok_or(Unknown)?.text;
        let is_single = self.path(Arguments::OfValue)?;
        if self.tokens.is("!") && !self.tokens.is_behind(1, "=") {
            return self.macro_call();
        }
        if self.tokens.is("{") && !is_before_block {
            return self.struct_expression(start);
        }
        let is_short = is_single && first.len() <= INDENT.unsigned_abs().into();
        Ok(Expression::of(Kind::Path { is_short }))
    }

    fn struct_expression(&mut self, start: Mark) -> Known<Expression> {
        self.page.end();
        self.page.insert(start, Op::inconsistent(-INDENT));
        self.page.insert(start, Op::consistent(INDENT));
        self.tokens.next();
        self.page.word(" {");
        self.page.space_between();
        while !self.tokens.is("}") {
            if self.tokens.eat("..") {
                self.page.word("..");
                self.expression()?;
                self.page.space();
                break;
            }
            self.field_value()?;
            let is_last = self.eat_list_comma("}")?;
            self.page.comma_or_space(is_last);
        }
        self.page.offset(-INDENT);
        self.page.end_within(start, 34);
        self.copy("}")?;
        Ok(Expression::of(Kind::Struct))
    }

    fn field_value(&mut self) -> Known {
        if self.tokens.is_kind(TokenKind::Literal) {
            let index = self.tokens.literal()?;
            self.page.word(index);
        } else {
            self.name()?;
        }
        if self.tokens.eat(":") {
            self.page.word(": ");
            self.page.inconsistent(0);
            self.expression()?;
            self.page.end();
        }
        Ok(())
    }
}
