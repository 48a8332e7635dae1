//! Numbers, as text: their value is the business of whoever uses them.

use super::cursor::Cursor;
use crate::diagnostic::Diagnostic;

impl Cursor<'_> {
    /// Moves over a number.
    pub(super) fn number(&mut self) -> Result<(), Diagnostic> {
        let start = self.at();
        if self.peek() == Some(b'-') {
            self.bump();
        }
        self.integer_part(start)?;
        if self.peek() == Some(b'.') {
            self.bump();
            self.digits(start)?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.bump();
            if let Some(b'+' | b'-') = self.peek() {
                self.bump();
            }
            self.digits(start)?;
        }
        Ok(())
    }

    fn integer_part(&mut self, start: usize) -> Result<(), Diagnostic> {
        let zero = self.peek() == Some(b'0');
        let digits = self.skip_digits();
        if zero && digits > 1 {
            return Err(self.bad_number(start, "a number has no leading zeros"));
        }
        if digits == 0 {
            return Err(self.bad_number(start, "expected a digit"));
        }
        Ok(())
    }

    fn digits(&mut self, start: usize) -> Result<(), Diagnostic> {
        match self.skip_digits() {
            0 => Err(self.bad_number(start, "expected a digit")),
            _ => Ok(()),
        }
    }
}
