//! JSON (RFC 8259) to a tree.
//!
//! Strict, without recursion, and at the first error at an end: what follows a syntax error is
//! guesswork. Comments, trailing commas and single quotes are errors with a hint.

mod cursor;
mod literal;
mod number;
mod problem;
mod string;

use std::sync::Arc;

use self::cursor::Cursor;
pub(super) use self::string::plain_length;
use super::tree::{Builder, Exceeded, Kind, Text};
use crate::diagnostic::Diagnostic;
use crate::source::FileId;

/// Reads a text that is one JSON value.
pub(super) fn read_json(file: FileId, source: &Arc<String>) -> Result<Builder, Diagnostic> {
    let mut builder = Builder::new(file, Arc::clone(source));
    let mut reader = Reader {
        cursor: Cursor::new(file, source),
        builder: &mut builder,
    };
    reader.read_document()?;
    Ok(builder)
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    builder: &'a mut Builder,
}

/// What must come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    /// A comma or the end of what is open.
    More,
}

impl Reader<'_> {
    fn read_document(&mut self) -> Result<(), Diagnostic> {
        let mut next = Next::Value;
        loop {
            self.cursor.skip_blanks();
            next = match next {
                Next::Value => self.read_value()?,
                Next::More => match self.builder.innermost() {
                    Some(kind) => self.read_more(kind)?,
                    None => return self.read_end(),
                },
            };
        }
    }

    fn read_value(&mut self) -> Result<Next, Diagnostic> {
        match self.cursor.peek() {
            Some(b'{') => self.open(Kind::Object),
            Some(b'[') => self.open(Kind::Array),
            Some(b'"') => self.read_string(),
            Some(b'-' | b'0'..=b'9') => self.read_number(),
            _ => self.read_literal(),
        }
    }

    fn read_more(&mut self, kind: Kind<'_>) -> Result<Next, Diagnostic> {
        match (kind, self.cursor.peek()) {
            (Kind::Object, Some(b'}')) | (Kind::Array, Some(b']')) => Ok(self.close()),
            (Kind::Object, Some(b',')) => {
                let comma = self.cursor.bump();
                self.cursor.skip_blanks();
                if self.cursor.peek() == Some(b'}') {
                    return Err(self.cursor.trailing_comma(comma));
                }
                self.read_key()
            }
            (_, Some(b',')) => {
                let comma = self.cursor.bump();
                self.cursor.skip_blanks();
                if self.cursor.peek() == Some(b']') {
                    return Err(self.cursor.trailing_comma(comma));
                }
                Ok(Next::Value)
            }
            (Kind::Object, _) => Err(self.unfinished("expected `,` or `}`")),
            _ => Err(self.unfinished("expected `,` or `]`")),
        }
    }

    fn read_end(&self) -> Result<(), Diagnostic> {
        match self.cursor.peek() {
            None => Ok(()),
            Some(_) => Err(self.cursor.unexpected("expected the end of the file")),
        }
    }

    fn open(&mut self, kind: Kind<'_>) -> Result<Next, Diagnostic> {
        let start = self.cursor.bump();
        let opened = self.builder.open(kind, start..start + 1);
        opened.map_err(|exceeded| self.exceeded(exceeded, start))?;
        self.cursor.skip_blanks();
        match (kind, self.cursor.peek()) {
            (Kind::Object, Some(b'}')) | (Kind::Array, Some(b']')) => Ok(self.close()),
            (Kind::Object, _) => self.read_key(),
            _ => Ok(Next::Value),
        }
    }

    fn close(&mut self) -> Next {
        let end = self.cursor.bump() + 1;
        self.builder.close(end);
        Next::More
    }

    fn read_key(&mut self) -> Result<Next, Diagnostic> {
        let start = self.cursor.at();
        if self.cursor.peek() != Some(b'"') {
            return Err(self.unfinished("expected a key in double quotes"));
        }
        let text = self.cursor.string()?;
        let pushed = self.builder.key(start..self.cursor.at(), text.as_text());
        pushed.map_err(|exceeded| self.exceeded(exceeded, start))?;
        self.cursor.skip_blanks();
        if self.cursor.peek() != Some(b':') {
            return Err(self.unfinished("expected `:` after the key"));
        }
        self.cursor.bump();
        Ok(Next::Value)
    }

    fn read_string(&mut self) -> Result<Next, Diagnostic> {
        let start = self.cursor.at();
        let text = self.cursor.string()?;
        self.scalar(Kind::String(""), start, text.as_text())
    }

    fn read_number(&mut self) -> Result<Next, Diagnostic> {
        let start = self.cursor.at();
        self.cursor.number()?;
        self.scalar(
            Kind::Number(""),
            start,
            Text::Source(start..self.cursor.at()),
        )
    }

    fn read_literal(&mut self) -> Result<Next, Diagnostic> {
        let start = self.cursor.at();
        let Some(kind) = self.cursor.literal() else {
            return Err(self.unfinished("expected a value"));
        };
        self.scalar(kind, start, Text::Source(start..self.cursor.at()))
    }

    fn scalar(&mut self, kind: Kind<'_>, start: usize, text: Text<'_>) -> Result<Next, Diagnostic> {
        let pushed = self.builder.scalar(kind, start..self.cursor.at(), text);
        pushed.map_err(|exceeded| self.exceeded(exceeded, start))?;
        Ok(Next::More)
    }

    /// Says what was expected here; at the end of the text, also what was left open.
    fn unfinished(&self, expected: &str) -> Diagnostic {
        let diagnostic = self.cursor.unexpected(expected);
        match self.builder.innermost_start() {
            Some(start) if self.cursor.peek().is_none() => {
                diagnostic.secondary(self.cursor.span(start..start + 1), "opened here")
            }
            _ => diagnostic,
        }
    }

    fn exceeded(&self, exceeded: Exceeded, start: usize) -> Diagnostic {
        exceeded.diagnostic(self.cursor.span(start..start + 1))
    }
}

#[cfg(test)]
mod tests;
