//! Types.

use super::generics::Arguments;
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Lays out a type. Pointers and types of functions are unknown.
    pub(super) fn ty(&mut self) -> Known {
        self.deeper(Self::any_ty)
    }

    fn any_ty(&mut self) -> Known {
        let token = self.tokens.peek().ok_or(Unknown)?;
        match token.text {
            "&" | "&&" => self.reference(),
            "(" => self.tuple_ty(),
            "[" => self.array_ty(),
            "!" => self.copy("!"),
            "_" => self.copy("_"),
            "impl" | "dyn" => self.trait_ty(),
            _ => self.path(Arguments::OfType).map(|_| ()),
        }
    }

    fn reference(&mut self) -> Known {
        self.tokens.expect_part('&')?;
        self.page.word("&");
        if self.tokens.is_kind(TokenKind::Lifetime) {
            self.lifetime()?;
            self.page.word(" ");
        }
        self.copy_spaced_if("mut");
        self.ty()
    }

    fn array_ty(&mut self) -> Known {
        self.copy("[")?;
        self.ty()?;
        if self.tokens.eat(";") {
            self.page.word("; ");
            self.expression()?;
        }
        self.copy("]")
    }

    fn tuple_ty(&mut self) -> Known {
        self.copy("(")?;
        let box_at = self.page.mark();
        self.page.consistent(INDENT);
        self.page.zero();
        let mut count = 0;
        while !self.tokens.is(")") {
            self.ty()?;
            let has_comma = self.tokens.is(",");
            let is_last = self.eat_list_comma(")")?;
            if count == 0 && is_last {
                if !has_comma {
                    // A type in parentheses is no tuple.
                    self.page.clear(box_at);
                    self.page.clear(box_at.plus(1));
                    return self.copy(")");
                }
                self.page.word(",");
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

    fn trait_ty(&mut self) -> Known {
        let keyword = self.tokens.next().ok_or(Unknown)?;
        self.page.word(keyword.text);
        self.page.word(" ");
        self.bound()?;
        while self.tokens.eat("+") {
            self.page.word(" + ");
            self.bound()?;
        }
        Ok(())
    }
}
