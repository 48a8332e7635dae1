//! Passwords: texts that debug output does not show.

use crate::codec::{DecodeError, Model, Reader, Writer};
use crate::secret::Secret;

impl Model for Secret {
    fn write(&self, out: &mut Writer<'_>) {
        out.secret(self.expose());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match input.owned_string() {
            Ok(text) => Ok(Self::from(text)),
            Err(error) => Err(error),
        }
    }
}
