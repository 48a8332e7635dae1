//! Items, and what impls are made of.

use super::page::{Mark, Op};
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Lays out an item.
    pub(super) fn item(&mut self) -> Known {
        self.attributes()?;
        let start = self.page.mark();
        self.visibility()?;
        let token = self
            .tokens
            .peek()
            .filter(|token| token.kind == TokenKind::Word);
        match token.ok_or(Unknown)?.text {
            "use" => {
                self.tokens.next();
                self.import()
            }
            "mod" => self.module(start),
            "const" if !self.is_function() => self.value("const "),
            "static" => self.value("static "),
            "struct" => self.structure(start),
            "enum" => self.enumeration(start),
            "type" => self.alias(start),
            "impl" => self.implementation(),
            "fn" | "async" | "const" => self.function(start),
            _ => self.macro_item(),
        }
    }

    fn is_function(&self) -> bool {
        ["fn", "async"]
            .iter()
            .any(|word| self.tokens.is_behind(1, word))
    }

    fn visibility(&mut self) -> Known {
        if !self.tokens.eat("pub") {
            return Ok(());
        }
        self.page.word("pub");
        // A tuple's field of a tuple begins with a parenthesis as well.
        let mut places = ["crate", "super", "self"].iter();
        let is_restricted = places.any(|word| self.tokens.is_behind(1, word));
        if self.tokens.is("(") && is_restricted && self.tokens.is_behind(2, ")") {
            self.copy("(")?;
            self.name()?;
            self.copy(")")?;
        }
        self.page.word(" ");
        Ok(())
    }

    fn module(&mut self, start: Mark) -> Known {
        self.page.insert(start, Op::consistent(INDENT));
        self.tokens.next();
        self.page.word("mod ");
        self.name()?;
        if self.tokens.eat(";") {
            self.page.word(";");
            self.page.end();
        } else {
            self.page.word(" ");
            self.members(|layout| layout.deeper(Self::item))?;
        }
        self.page.hard();
        Ok(())
    }

    /// Braces around members, and the end of the box that began before them.
    fn members(&mut self, mut member: impl FnMut(&mut Self) -> Known) -> Known {
        self.copy("{")?;
        self.page.hard_between();
        while !self.tokens.is("}") {
            member(self)?;
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy("}")
    }

    /// A constant or a static.
    fn value(&mut self, keyword: &str) -> Known {
        self.tokens.next();
        self.page.word(keyword);
        let name = self
            .tokens
            .next()
            .filter(|name| name.kind == TokenKind::Word);
        let name = name.filter(|name| name.text != "mut").ok_or(Unknown)?;
        self.page.word(name.text);
        self.tokens.expect(":")?;
        self.page.word(": ");
        // Whatever stands before the value is short; a box of its own changes nothing.
        self.ty()?;
        self.tokens.expect("=")?;
        self.page.word(" = ");
        self.page.never();
        self.expression()?;
        self.copy(";")?;
        self.page.hard();
        Ok(())
    }

    fn structure(&mut self, start: Mark) -> Known {
        self.page.insert(start, Op::consistent(INDENT));
        self.tokens.next();
        self.page.word("struct ");
        self.name()?;
        self.generics()?;
        if self.tokens.is("{") {
            self.page.word(" ");
            self.members(|layout| {
                layout.field()?;
                layout.member_comma()
            })?;
        } else {
            if self.tokens.is("(") {
                self.unnamed_fields()?;
            }
            self.copy(";")?;
            self.page.end();
        }
        self.page.hard();
        Ok(())
    }

    /// The comma and the end of the line behind a field or a variant.
    fn member_comma(&mut self) -> Known {
        if !self.tokens.eat(",") && !self.tokens.is("}") {
            return Err(Unknown);
        }
        self.page.word(",");
        self.page.hard();
        Ok(())
    }

    fn field(&mut self) -> Known {
        self.attributes()?;
        self.visibility()?;
        self.name()?;
        self.tokens.expect(":")?;
        self.page.word(": ");
        self.ty()
    }

    fn unnamed_fields(&mut self) -> Known {
        self.copy("(")?;
        self.page.zero();
        while !self.tokens.is(")") {
            self.attributes()?;
            self.visibility()?;
            self.ty()?;
            self.list_comma(")")?;
        }
        self.page.offset(-INDENT);
        self.copy(")")
    }

    fn enumeration(&mut self, start: Mark) -> Known {
        self.page.insert(start, Op::consistent(INDENT));
        self.tokens.next();
        self.page.word("enum ");
        self.name()?;
        self.generics()?;
        self.page.word(" ");
        self.members(|layout| {
            layout.variant()?;
            layout.member_comma()
        })?;
        self.page.hard();
        Ok(())
    }

    fn variant(&mut self) -> Known {
        self.attributes()?;
        self.name()?;
        if self.tokens.is("{") {
            self.page.word(" ");
            self.copy("{")?;
            self.page.consistent(INDENT);
            self.page.space();
            while !self.tokens.is("}") {
                self.field()?;
                let is_last = self.eat_list_comma("}")?;
                self.page.comma_or_space(is_last);
            }
            self.page.offset(-INDENT);
            self.page.end();
            self.copy("}")?;
        } else if self.tokens.is("(") {
            self.page.consistent(INDENT);
            self.unnamed_fields()?;
            self.page.end();
        }
        if self.tokens.eat("=") {
            self.page.word(" = ");
            self.expression()?;
        }
        Ok(())
    }

    fn alias(&mut self, start: Mark) -> Known {
        self.page.insert(start, Op::consistent(INDENT));
        self.tokens.next();
        self.page.word("type ");
        self.name()?;
        self.generics()?;
        self.tokens.expect("=")?;
        self.page.word(" = ");
        self.page.never();
        self.page.inconsistent(-INDENT);
        self.ty()?;
        self.page.end();
        self.copy(";")?;
        self.page.end();
        self.page.hard();
        Ok(())
    }

    fn implementation(&mut self) -> Known {
        self.page.consistent(INDENT);
        self.page.inconsistent(-INDENT);
        self.page.consistent(INDENT);
        self.copy("impl")?;
        self.generics()?;
        self.page.end();
        self.page.word(" ");
        self.ty()?;
        if self.tokens.eat("for") {
            self.page.space();
            self.page.word("for ");
            self.ty()?;
        }
        self.page.end();
        self.page.word(" ");
        self.members(Self::member_of_impl)?;
        self.page.hard();
        Ok(())
    }

    /// What stands in an impl.
    fn member_of_impl(&mut self) -> Known {
        self.attributes()?;
        let start = self.page.mark();
        self.visibility()?;
        let token = self
            .tokens
            .peek()
            .filter(|token| token.kind == TokenKind::Word);
        match token.ok_or(Unknown)?.text {
            "fn" | "async" => self.function(start),
            "const" if self.is_function() => self.function(start),
            "const" => self.value("const "),
            "type" => self.alias(start),
            _ => self.macro_item(),
        }
    }
}
