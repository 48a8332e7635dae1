//! UUIDs of the crate `uuid`, in the form with hyphens alone.

use ::uuid::Uuid;

use crate::codec::{DecodeError, Model, Reader, Writer};

impl Model for Uuid {
    fn write(&self, out: &mut Writer<'_>) {
        out.string(self.hyphenated().encode_lower(&mut Self::encode_buffer()));
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        // The other forms are shorter or longer.
        input.formatted("uuid", |text| {
            (text.len() == 36).then(|| Self::try_parse(text).ok())?
        })
    }
}
