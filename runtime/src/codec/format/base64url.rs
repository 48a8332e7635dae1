//! Bytes that travel in the alphabet of URLs and file names (RFC 4648 §5).

use std::ops::Deref;

use bytes::Bytes;

use crate::codec::base64::{decode_url, encode_url};
use crate::codec::{DecodeError, Model, Reader, Writer};

/// Bytes that travel as base64 in the alphabet of URLs, without padding.
///
/// ```
/// use engross_runtime::Base64Url;
///
/// let key = Base64Url::from([0xfb, 0xff]);
/// assert_eq!(key.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Base64Url(pub Bytes);

impl Deref for Base64Url {
    type Target = Bytes;

    fn deref(&self) -> &Bytes {
        &self.0
    }
}

impl From<Bytes> for Base64Url {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Base64Url {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<&[u8]> for Base64Url {
    fn from(bytes: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

impl<const N: usize> From<[u8; N]> for Base64Url {
    fn from(bytes: [u8; N]) -> Self {
        Self(Bytes::copy_from_slice(&bytes))
    }
}

impl Model for Base64Url {
    fn write(&self, out: &mut Writer<'_>) {
        out.string(&encode_url(&self.0));
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.formatted("base64url", |text| decode_url(text).map(Self::from))
    }
}
