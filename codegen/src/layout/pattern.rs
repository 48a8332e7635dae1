//! Patterns.

use super::generics::Arguments;
use super::page::Op;
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Lays out a pattern.
    pub(super) fn pattern(&mut self) -> Known {
        self.deeper(Self::alternatives)
    }

    fn alternatives(&mut self) -> Known {
        let start = self.page.mark();
        let mut is_simple = self.one_pattern()?;
        if !self.tokens.is("|") {
            return Ok(());
        }
        while self.tokens.eat("|") {
            self.page.space();
            self.page.word("| ");
            is_simple &= self.one_pattern()?;
        }
        self.page.end();
        let begin = if is_simple {
            Op::inconsistent(0)
        } else {
            Op::consistent(0)
        };
        self.page.insert(start, begin);
        Ok(())
    }

    /// Lays out a pattern without alternatives; returns whether it is a literal or `_`.
    pub(super) fn one_pattern(&mut self) -> Known<bool> {
        let token = self.tokens.peek().ok_or(Unknown)?;
        match (token.kind, token.text) {
            (TokenKind::Literal, _) | (_, "-" | "true" | "false") => return self.literal_pattern(),
            (_, "_") => return self.copy("_").map(|()| true),
            (_, "..") => self.copy("..")?,
            (_, "&" | "&&") => self.reference_pattern()?,
            (_, "(") => self.tuple_pattern()?,
            (_, "[") => self.slice_pattern()?,
            (_, "ref" | "mut") => self.binding()?,
            _ => self.path_pattern()?,
        }
        Ok(false)
    }

    fn literal_pattern(&mut self) -> Known<bool> {
        self.literal_of_pattern()?;
        for range in ["..=", ".."] {
            if self.tokens.eat(range) {
                self.page.word(range);
                if self.tokens.is_kind(TokenKind::Literal) || self.tokens.is("-") {
                    self.literal_of_pattern()?;
                }
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn literal_of_pattern(&mut self) -> Known {
        for word in ["true", "false"] {
            if self.tokens.is(word) {
                return self.copy(word);
            }
        }
        if self.tokens.eat("-") {
            self.page.word("-");
        }
        let literal = self.tokens.literal()?;
        self.page.word(literal);
        Ok(())
    }

    fn reference_pattern(&mut self) -> Known {
        self.tokens.expect_part('&')?;
        self.page.word("&");
        self.copy_spaced_if("mut");
        self.deeper(Self::one_pattern).map(|_| ())
    }

    fn binding(&mut self) -> Known {
        self.copy_spaced_if("ref");
        self.copy_spaced_if("mut");
        self.name()?;
        if self.tokens.is("@") {
            Err(Unknown)
        } else {
            Ok(())
        }
    }

    fn path_pattern(&mut self) -> Known {
        let start = self.page.mark();
        self.path(Arguments::OfValue)?;
        if self.tokens.is("(") {
            self.copy("(")?;
            self.page.consistent(INDENT);
            self.page.zero();
            while !self.tokens.is(")") {
                self.pattern()?;
                self.list_comma(")")?;
            }
            self.page.offset(-INDENT);
            self.page.end();
            return self.copy(")");
        }
        if self.tokens.is("{") {
            self.page.insert(start, Op::consistent(INDENT));
            return self.struct_pattern();
        }
        if self.tokens.eat("@") {
            self.page.word(" @ ");
            return self.deeper(Self::one_pattern).map(|_| ());
        }
        Ok(())
    }

    fn struct_pattern(&mut self) -> Known {
        self.tokens.next();
        self.page.word(" {");
        self.page.space_between();
        while !self.tokens.is("}") {
            if self.tokens.eat("..") {
                self.page.word("..");
                self.page.space();
                continue;
            }
            if self.tokens.is_kind(TokenKind::Word) && self.tokens.is_behind(1, ":") {
                self.name()?;
                self.tokens.next();
                self.page.word(": ");
            }
            self.pattern()?;
            let is_last = self.eat_list_comma("}")?;
            self.page.comma_or_space(is_last);
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy("}")
    }

    fn tuple_pattern(&mut self) -> Known {
        self.copy("(")?;
        let box_at = self.page.mark();
        self.page.consistent(INDENT);
        self.page.zero();
        let mut count = 0;
        while !self.tokens.is(")") {
            let is_rest = self.tokens.is("..");
            self.pattern()?;
            let has_comma = self.tokens.is(",");
            let is_last = self.eat_list_comma(")")?;
            if count == 0 && is_last {
                if !has_comma && !is_rest {
                    self.page.clear(box_at);
                    self.page.clear(box_at.plus(1));
                    return self.copy(")");
                }
                if has_comma {
                    self.page.word(",");
                }
                self.page.zero();
            } else {
                self.page.comma(is_last);
            }
            count += 1;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy(")")
    }

    fn slice_pattern(&mut self) -> Known {
        self.copy("[")?;
        while !self.tokens.is("]") {
            self.pattern()?;
            self.list_comma("]")?;
        }
        self.copy("]")
    }
}
