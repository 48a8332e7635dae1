//! A writer on its way to bytes: the format, and whether the media type tells the truth about the
//! character set.

use super::charset::is_same_in;
use super::encode_error::EncodeError;
use super::media_type::MediaType;
use super::writer::{Direction, Writer};

/// Returns the bytes of what `write` writes.
pub(crate) fn write(
    media_type: &str,
    direction: Direction,
    write: &dyn Fn(&mut Writer<'_>),
) -> Result<Vec<u8>, EncodeError> {
    let Some(parsed) = MediaType::parse(media_type) else {
        return Err(EncodeError::unsupported_media_type(media_type));
    };
    let mut bytes = Vec::with_capacity(256);
    let mut out = Writer::to(&mut bytes, parsed.format()).going(direction);
    write(&mut out);
    let is_text = out.is_text();
    out.finish()?;
    match parsed.charset() {
        Some(charset) if is_text && !is_same_in(&charset, &bytes) => {
            Err(EncodeError::unsupported_charset(&charset))
        }
        _ => Ok(bytes),
    }
}
