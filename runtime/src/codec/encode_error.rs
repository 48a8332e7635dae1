//! What goes wrong between models and bytes.
//!
//! Errors carry names and kinds, never values.

use std::fmt;

use super::clip::clip;

/// Why a model could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError(Box<(EncodeReason, Option<&'static str>)>);

/// What is wrong with a model that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EncodeReason {
    /// A float that is infinite or not a number.
    NonFinite,
    /// A character that XML 1.0 cannot contain, not even as a reference.
    InvalidCharacter {
        /// The character.
        character: char,
    },
    /// A name that cannot be an XML name.
    InvalidName {
        /// The name, clipped.
        name: String,
    },
    /// A value that the media type has no form for.
    Unrepresentable {
        /// What has no form, for instance "an array as an XML attribute".
        what: &'static str,
    },
    /// What should be a media type is none.
    UnsupportedMediaType {
        /// The text, clipped.
        media_type: String,
    },
    /// The media type names a character set that the text is not in. Codecs write UTF-8.
    UnsupportedCharset {
        /// The character set's name, clipped.
        charset: String,
    },
}

impl EncodeError {
    pub(crate) fn new(reason: EncodeReason) -> Self {
        Self(Box::new((reason, None)))
    }

    pub(crate) fn near(reason: EncodeReason, field: Option<&'static str>) -> Self {
        Self(Box::new((reason, field)))
    }

    pub(crate) fn unsupported_media_type(media_type: &str) -> Self {
        Self::new(EncodeReason::UnsupportedMediaType {
            media_type: clip(media_type),
        })
    }

    pub(crate) fn unsupported_charset(charset: &str) -> Self {
        Self::new(EncodeReason::UnsupportedCharset {
            charset: clip(charset),
        })
    }

    /// What is wrong.
    pub fn reason(&self) -> &EncodeReason {
        &self.0.0
    }

    /// The property that was written last before the error.
    pub fn field(&self) -> Option<&'static str> {
        self.0.1
    }
}

impl std::error::Error for EncodeError {}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.reason())?;
        match self.field() {
            Some(field) => write!(f, " (at or below `{field}`)"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for EncodeReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NonFinite => f.write_str("a float that is infinite or not a number"),
            Self::InvalidCharacter { character } => {
                write!(
                    f,
                    "XML cannot contain the character U+{:04X}",
                    u32::from(*character)
                )
            }
            Self::InvalidName { name } => write!(f, "`{name}` is not an XML name"),
            Self::Unrepresentable { what } => write!(f, "the media type has no form for {what}"),
            Self::UnsupportedMediaType { media_type } => {
                write!(f, "`{media_type}` is not a media type")
            }
            Self::UnsupportedCharset { charset } => {
                write!(
                    f,
                    "the text is UTF-8, not `{charset}` as the media type says"
                )
            }
        }
    }
}
