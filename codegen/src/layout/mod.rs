//! Tokens to text, laid out as prettyplease does it.
//!
//! Takes the tokens of a file, returns its text. It changes no token, knows no header, and puts no
//! blank line anywhere.
//!
//! One pass over the tokens finds out what they are and writes words, boxes and places to break on a
//! page; the page then decides which places become breaks. There is no tree in between. What is not
//! known here, which is what `emit` never makes, is left to syn and prettyplease, file by file: new
//! syntax costs time and nothing else.

mod attribute;
mod block;
mod chain;
mod closure;
mod control;
mod expression;
mod fallback;
mod function;
mod generics;
mod import;
mod item;
mod list;
mod macros;
mod page;
mod pattern;
mod reader;
mod scan;
mod statement;
mod ty;
mod words;

use page::Page;
use reader::Reader;

use crate::tokens::TokenStream;

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Laid {
    pub(crate) text: String,
    /// How many items stand at its top.
    pub(crate) items: usize,
}

/// Lays out the items of a file. Fails where the tokens are not Rust.
pub(crate) fn lay_out(tokens: &TokenStream) -> Result<Laid, syn::Error> {
    match lay_out_known(tokens) {
        Ok(laid) => Ok(laid),
        Err(Unknown) => fallback::lay_out(tokens),
    }
}

/// Whether nobody's help is needed.
#[cfg(test)]
pub(crate) fn is_known(tokens: &TokenStream) -> bool {
    lay_out_known(tokens).is_ok()
}

#[cfg(test)]
pub(crate) use fallback::lay_out as lay_out_by_prettyplease;

/// The same without anybody's help.
fn lay_out_known(tokens: &TokenStream) -> Known<Laid> {
    let mut layout = Layout {
        tokens: Reader::new(tokens),
        page: Page::new(tokens.len()),
        depth: 0,
    };
    let mut items = 0;
    layout.inner_attributes()?;
    layout.page.flush();
    while !layout.tokens.is_at_end() {
        layout.item()?;
        layout.page.flush();
        items += 1;
    }
    Ok(Laid {
        text: layout.page.into_text(),
        items,
    })
}

/// What stands here is not known to this layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unknown;

type Known<T = ()> = Result<T, Unknown>;

/// How far lines in a box are moved.
const INDENT: i16 = 4;

/// Boxes in boxes; deeper ones are unknown.
const DEEPEST: usize = 200;

/// What is left to read, and what has been written.
#[derive(Debug)]
struct Layout<'a> {
    tokens: Reader<'a>,
    page: Page,
    depth: usize,
}

impl Layout<'_> {
    /// Goes one step deeper, if that is not too deep.
    fn deeper<T>(&mut self, step: impl FnOnce(&mut Self) -> Known<T>) -> Known<T> {
        if self.depth == DEEPEST {
            return Err(Unknown);
        }
        self.depth += 1;
        let result = step(self);
        self.depth -= 1;
        result
    }

    /// Writes the next token, which must be this one.
    fn copy(&mut self, expected: &str) -> Known {
        self.tokens.expect(expected)?;
        self.page.word(expected);
        Ok(())
    }

    /// Writes the next token and a space behind it, if it is this one.
    fn copy_spaced_if(&mut self, expected: &str) -> bool {
        let is_there = self.tokens.eat(expected);
        if is_there {
            self.page.word(expected);
            self.page.word(" ");
        }
        is_there
    }

    /// Writes a name.
    fn name(&mut self) -> Known {
        let name = self.tokens.name()?;
        self.page.word(name);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
