//! What stands between commas.

use super::{Known, Layout, Unknown};

impl Layout<'_> {
    /// Takes the comma behind a value of a list, and returns whether the value was the last one.
    pub(super) fn eat_list_comma(&mut self, close: &str) -> Known<bool> {
        let is_comma = self.tokens.eat(",");
        let is_last = self.tokens.is(close);
        if is_comma || is_last {
            Ok(is_last)
        } else {
            Err(Unknown)
        }
    }

    /// Lays out the comma behind a value of a list.
    pub(super) fn list_comma(&mut self, close: &str) -> Known {
        let is_last = self.eat_list_comma(close)?;
        self.page.comma(is_last);
        Ok(())
    }

    /// The same where the list ends in `>`.
    pub(super) fn generic_comma(&mut self) -> Known {
        let is_comma = self.tokens.eat(",");
        let is_last = self.tokens.begins('>');
        if !is_comma && !is_last {
            return Err(Unknown);
        }
        self.page.comma(is_last);
        Ok(())
    }
}
