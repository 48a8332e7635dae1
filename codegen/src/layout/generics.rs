//! Parameters and arguments of generic items, bounds and paths.

use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

/// How arguments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arguments {
    /// As in `A<B>`.
    OfType,
    /// As in `A::<B>`.
    OfValue,
}

impl Layout<'_> {
    /// Lays out the parameters of an item, if it has any. Bounds in a clause of their own are unknown.
    pub(super) fn generics(&mut self) -> Known {
        if !self.tokens.eat("<") {
            return Ok(());
        }
        self.page.word("<");
        self.page.consistent(0);
        self.page.zero();
        let mut has_types = false;
        while !self.tokens.begins('>') {
            let is_lifetime = self.tokens.is_kind(TokenKind::Lifetime);
            // Lifetimes come first, so they would have to be sorted.
            if is_lifetime && has_types {
                return Err(Unknown);
            }
            has_types |= !is_lifetime;
            self.parameter_of_item(is_lifetime)?;
            self.generic_comma()?;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.tokens.expect_part('>')?;
        self.page.word(">");
        if self.tokens.is("where") {
            Err(Unknown)
        } else {
            Ok(())
        }
    }

    fn parameter_of_item(&mut self, is_lifetime: bool) -> Known {
        if is_lifetime {
            self.lifetime()?;
            return if self.tokens.is(":") {
                Err(Unknown)
            } else {
                Ok(())
            };
        }
        if self.copy_spaced_if("const") {
            self.name()?;
            self.tokens.expect(":")?;
            self.page.word(": ");
            return self.ty();
        }
        self.name()?;
        self.page.inconsistent(INDENT);
        self.bounds_behind_colon()?;
        self.page.end();
        Ok(())
    }

    fn bounds_behind_colon(&mut self) -> Known {
        if !self.tokens.eat(":") {
            return Ok(());
        }
        self.page.word(": ");
        self.bound()?;
        while self.tokens.eat("+") {
            self.page.space();
            self.page.word("+ ");
            self.bound()?;
        }
        Ok(())
    }

    pub(super) fn lifetime(&mut self) -> Known {
        let lifetime = self
            .tokens
            .next()
            .filter(|token| token.kind == TokenKind::Lifetime);
        self.page.word(lifetime.ok_or(Unknown)?.text);
        Ok(())
    }

    /// Lays out one bound.
    pub(super) fn bound(&mut self) -> Known {
        if self.tokens.is_kind(TokenKind::Lifetime) {
            return self.lifetime();
        }
        if self.tokens.eat("?") {
            self.page.word("?");
        }
        self.path(Arguments::OfType).map(|_| ())
    }

    /// Lays out a path and returns whether it is a single name.
    pub(super) fn path(&mut self, arguments: Arguments) -> Known<bool> {
        if self.tokens.begins('<') {
            return self
                .deeper(|layout| layout.qualified_path(arguments))
                .map(|()| false);
        }
        let mut is_single = true;
        if self.tokens.eat("::") {
            self.page.word("::");
            is_single = false;
        }
        loop {
            self.name()?;
            is_single &= !self.path_arguments(arguments)?;
            if !self.tokens.eat("::") {
                return Ok(is_single);
            }
            self.page.word("::");
            is_single = false;
        }
    }

    /// As in `<A as B>::C`.
    fn qualified_path(&mut self, arguments: Arguments) -> Known {
        self.tokens.expect_part('<')?;
        self.page.word("<");
        self.ty()?;
        if self.tokens.eat("as") {
            self.page.word(" as ");
            self.path(Arguments::OfType)?;
        }
        self.tokens.expect_part('>')?;
        self.page.word(">");
        self.copy("::")?;
        self.path(arguments).map(|_| ())
    }

    /// Returns whether there are any.
    fn path_arguments(&mut self, arguments: Arguments) -> Known<bool> {
        let is_list = match arguments {
            Arguments::OfType => self.tokens.is("<"),
            Arguments::OfValue => self.tokens.is("::") && self.tokens.is_behind(1, "<"),
        };
        if is_list {
            self.deeper(|layout| layout.generic_arguments(arguments))?;
            return Ok(true);
        }
        if arguments == Arguments::OfType && self.tokens.is("(") {
            self.deeper(Self::function_arguments)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Lays out arguments, behind `::` where they belong to a value.
    pub(super) fn generic_arguments(&mut self, arguments: Arguments) -> Known {
        if arguments == Arguments::OfValue {
            self.copy("::")?;
        }
        self.copy("<")?;
        self.page.consistent(INDENT);
        self.page.zero();
        let mut has_types = false;
        loop {
            let is_lifetime = self.tokens.is_kind(TokenKind::Lifetime);
            if is_lifetime && has_types {
                return Err(Unknown);
            }
            has_types |= !is_lifetime;
            self.argument()?;
            self.generic_comma()?;
            if self.tokens.begins('>') {
                break;
            }
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.tokens.expect_part('>')?;
        self.page.word(">");
        Ok(())
    }

    fn argument(&mut self) -> Known {
        if self.tokens.is_kind(TokenKind::Lifetime) {
            return self.lifetime();
        }
        if self.tokens.is_kind(TokenKind::Literal) {
            let number = self.tokens.literal()?;
            self.page.word(number);
            return Ok(());
        }
        if self.tokens.is_kind(TokenKind::Word) && self.tokens.is_behind(1, "=") {
            self.name()?;
            self.tokens.next();
            self.page.word(" = ");
            return self.ty();
        }
        if self.tokens.is_kind(TokenKind::Word) && self.tokens.is_behind(1, ":") {
            self.name()?;
            self.page.inconsistent(INDENT);
            self.bounds_behind_colon()?;
            self.page.end();
            return Ok(());
        }
        self.ty()
    }

    /// As in `Fn(A) -> B`.
    fn function_arguments(&mut self) -> Known {
        self.page.consistent(INDENT);
        self.copy("(")?;
        self.page.zero();
        while !self.tokens.is(")") {
            self.ty()?;
            self.list_comma(")")?;
        }
        self.page.offset(-INDENT);
        self.copy(")")?;
        self.return_type()?;
        self.page.end();
        Ok(())
    }
}
