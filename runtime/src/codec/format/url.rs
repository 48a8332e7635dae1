//! URLs of the crate `url`, which writes them in their normal form.

use ::url::Url;

use crate::codec::{DecodeError, Model, Reader, Writer};

impl Model for Url {
    fn write(&self, out: &mut Writer<'_>) {
        out.string(self.as_str());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("uri", |text| Self::parse(text).ok())
    }
}
