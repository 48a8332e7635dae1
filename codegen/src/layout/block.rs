//! Blocks, conditions, loops and matches.

use super::expression::{Expression, Kind};
use super::page::{Break, Mark};
use super::{INDENT, Known, Layout, Unknown};
use crate::tokens::TokenKind;

impl Layout<'_> {
    /// Whether an expression begins here that needs no semicolon.
    pub(super) fn begins_block(&self) -> bool {
        ["if", "match", "for", "while", "loop", "{"]
            .iter()
            .any(|word| self.tokens.is(word))
    }

    /// Lays out an expression that begins with one of these words.
    pub(super) fn block_expression(&mut self) -> Known<Expression> {
        let token = self.tokens.peek().ok_or(Unknown)?;
        let kind = match token.text {
            "if" => self.condition()?,
            "match" => self.match_expression()?,
            "for" => self.for_loop()?,
            "while" => {
                self.tokens.next();
                self.page.word("while ");
                self.head()?;
                self.lines()?;
                Kind::Loop
            }
            "loop" => {
                self.tokens.next();
                self.page.word("loop {");
                self.tokens.expect("{")?;
                self.lines_in_braces()?;
                Kind::EndlessLoop
            }
            "{" => {
                self.boxed_block()?;
                Kind::Block
            }
            _ => return Err(Unknown),
        };
        Ok(Expression::of(kind))
    }

    pub(super) fn boxed_block(&mut self) -> Known {
        self.page.consistent(INDENT);
        self.small_block()?;
        self.page.end();
        Ok(())
    }

    /// What is asked for, before the brace.
    fn head(&mut self) -> Known {
        self.page.consistent(0);
        let expression = self.expression_with(true)?;
        if expression.wraps {
            self.page.space();
        } else {
            self.page.word(" ");
        }
        self.page.end();
        Ok(())
    }

    /// Braces with each statement on a line.
    fn lines(&mut self) -> Known {
        self.copy("{")?;
        self.page.never();
        self.lines_in_braces()
    }

    fn lines_in_braces(&mut self) -> Known {
        self.page.consistent(INDENT);
        self.page.hard_between();
        self.statements()?;
        self.page.offset(-INDENT);
        self.page.end();
        self.copy("}")
    }

    fn for_loop(&mut self) -> Known<Kind> {
        self.tokens.next();
        self.page.inconsistent(0);
        self.page.word("for ");
        self.pattern()?;
        self.tokens.expect("in")?;
        self.page.word(" in ");
        self.page.never();
        self.head()?;
        self.lines()?;
        self.page.end();
        Ok(Kind::Loop)
    }

    fn condition(&mut self) -> Known<Kind> {
        self.page.consistent(INDENT);
        self.if_head()?;
        let mut has_else = self.tokens.after_group().eat("else");
        if has_else {
            self.small_block()?;
            while self.tokens.eat("else") {
                self.page.word(" else ");
                has_else = !self.tokens.is("if");
                if !has_else {
                    self.if_head()?;
                }
                self.small_block()?;
            }
        } else {
            self.copy("{")?;
            if !self.tokens.is("}") {
                self.page.hard();
                self.statements()?;
                self.page.offset(-INDENT);
            }
            self.copy("}")?;
        }
        self.page.end();
        Ok(Kind::If { has_else })
    }

    fn if_head(&mut self) -> Known {
        self.tokens.expect("if")?;
        self.page.word("if ");
        self.page.consistent(-INDENT);
        self.head()?;
        self.page.end();
        Ok(())
    }

    fn match_expression(&mut self) -> Known<Kind> {
        self.tokens.next();
        self.page.inconsistent(0);
        self.page.word("match ");
        self.head()?;
        self.copy("{")?;
        self.page.never();
        self.page.consistent(INDENT);
        self.page.hard_between();
        while !self.tokens.is("}") {
            self.arm()?;
            self.page.hard();
        }
        self.page.offset(-INDENT);
        self.page.end();
        self.copy("}")?;
        self.page.end();
        Ok(Kind::Match)
    }

    fn arm(&mut self) -> Known {
        if self.tokens.is("#") || self.tokens.is_kind(TokenKind::Doc) {
            return Err(Unknown);
        }
        self.page.inconsistent(0);
        self.pattern()?;
        if self.tokens.eat("if") {
            self.page.word(" if ");
            self.expression()?;
        }
        self.tokens.expect("=>")?;
        self.page.word(" => ");
        self.arm_body()?;
        self.page.end();
        Ok(())
    }

    fn arm_body(&mut self) -> Known {
        let depth = self.braces_around_value();
        for _ in 0..depth {
            self.tokens.next();
        }
        if self.tokens.is("(") && self.tokens.is_behind(1, ")") && self.is_end_of_arm(2, depth) {
            self.tokens.next();
            self.tokens.next();
            self.page.word("{");
            self.page.never();
            self.page.word("}");
        } else if self.tokens.is("{") {
            self.lines()?;
        } else {
            self.arm_value()?;
        }
        for _ in 0..depth {
            self.tokens.expect("}")?;
        }
        if !self.tokens.eat(",") && !self.tokens.is("}") {
            // After a block there may be no comma.
            let is_block = depth > 0 || self.page.ends_with('}');
            return if is_block { Ok(()) } else { Err(Unknown) };
        }
        Ok(())
    }

    fn is_end_of_arm(&self, count: usize, depth: usize) -> bool {
        if depth > 0 {
            return self.tokens.is_behind(count, "}");
        }
        self.tokens.is_behind(count, ",") || self.tokens.is_behind(count, "}")
    }

    /// Returns how many blocks with nothing but one value stand around the value of an arm.
    fn braces_around_value(&self) -> usize {
        let mut tokens = self.tokens.clone();
        let mut depth = 0;
        while tokens.is("{") && is_value_alone(&tokens) {
            tokens.next();
            depth += 1;
        }
        depth
    }

    fn arm_value(&mut self) -> Known {
        self.page.never();
        self.page.consistent(INDENT);
        let open = self.page.mark();
        self.page.breaks(Break {
            before: Some(b'{'),
            ..Break::default()
        });
        let value = if self.begins_block() {
            self.deeper(Self::block_expression)?
        } else {
            self.expression()?
        };
        self.begin_line(&value);
        self.close_braces(open, &value, "),");
        let comma = value.kind.wants_comma().then_some(b',');
        self.page.set_instead(comma);
        self.page.end();
        Ok(())
    }

    /// Adds what closes braces that are there only if the value is not on one line. A value that
    /// would mean something else in braces gets parentheses.
    pub(super) fn close_braces(
        &mut self,
        open: Mark,
        value: &Expression,
        parenthesis: &'static str,
    ) {
        if !value.is_statement {
            self.page.set_before(open, b'(');
        }
        let semicolon = value.is_statement && value.kind.wants_semicolon();
        self.page.breaks(Break {
            offset: -INDENT,
            before: semicolon.then_some(b';'),
            after: Some(if value.is_statement { "}" } else { parenthesis }),
            ..Break::default()
        });
    }
}

/// Whether the block that is next has one value in it and nothing else. Where only the grammar can
/// tell, it has not, which is seen when the rest of the arm is read.
fn is_value_alone(tokens: &super::reader::Reader<'_>) -> bool {
    let end = tokens.after_group();
    let mut read = tokens.clone();
    read.next();
    let first = read.peek();
    let begins = [
        "let", "static", "use", "const", "if", "match", "for", "while", "loop", "unsafe",
    ];
    if read.is("}") || first.is_some_and(|token| begins.contains(&token.text)) {
        return is_one_block(read);
    }
    while read.left() > end.left() {
        match read.peek().map(|token| (token.kind, token.text)) {
            Some((TokenKind::Open, _)) => read = read.after_group(),
            Some((TokenKind::Punct, ";")) | None => return false,
            Some(_) => {
                read.next();
            }
        }
    }
    true
}

/// Whether a block ends behind the one expression with a block that is next.
fn is_one_block(mut read: super::reader::Reader<'_>) -> bool {
    if !(read.is("match") || read.is("if")) {
        return false;
    }
    loop {
        while !read.is("{") {
            match read.peek().map(|token| token.kind) {
                Some(TokenKind::Open) => read = read.after_group(),
                Some(TokenKind::Close) | None => return false,
                Some(_) => {
                    read.next();
                }
            }
        }
        read = read.after_group();
        if !read.eat("else") {
            return read.is("}");
        }
    }
}
