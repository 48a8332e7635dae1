//! What goes wrong between bytes and models.
//!
//! Errors carry places and kinds, never the values themselves, so that neither their size nor
//! their content depends on what a server sent. Names that a server chose are clipped.

use std::fmt;

use super::clip::{clip, floor_boundary};

const EXCERPT_SIDE: usize = 32;

/// Why an input could not be read, and where.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    reason: DecodeReason,
    offset: Option<usize>,
    path: Option<String>,
    place: Option<Place>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    line: usize,
    column: usize,
    excerpt: String,
}

/// What is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeReason {
    /// A value of another type than the description says.
    UnexpectedType {
        /// The type of the model.
        expected: Kind,
        /// The type of the input.
        found: Kind,
    },
    /// A required property is absent.
    MissingField {
        /// The property's name on the wire.
        name: &'static str,
    },
    /// An array that ends before all its required items have come.
    MissingItem {
        /// The position of the first one that is missing, from zero.
        index: usize,
    },
    /// A number that the model's type cannot hold exactly.
    InvalidNumber {
        /// The model's type, for instance `i32`.
        ty: &'static str,
        /// What the number is instead, for instance `out of range`.
        problem: &'static str,
    },
    /// Text that is not base64.
    InvalidBase64,
    /// Text that is not of its format.
    InvalidFormat {
        /// The format, for instance `date-time`.
        format: &'static str,
    },
    /// The text breaks the rules of its format.
    Syntax {
        /// What is wrong, for instance "expected `,` or `}`".
        problem: &'static str,
    },
    /// The input stops in the middle.
    UnexpectedEnd,
    /// Something follows the value.
    TrailingData,
    /// Values are nested more deeply than the limit allows.
    DepthExceeded {
        /// The limit.
        limit: usize,
    },
    /// Values that may be of several types were tried more often than the limit allows.
    WorkExceeded,
    /// A value that does not fulfil what the description demands of it.
    Violation {
        /// The keyword of the description, for instance `minLength`.
        keyword: &'static str,
        /// What it demands, for instance `at least 3 characters`.
        demand: String,
    },
    /// There is no input at all.
    Empty,
    /// The media type has no form for such a value: an object in plain text, a number in bytes.
    UnsupportedMediaType {
        /// The media type, clipped.
        media_type: String,
    },
    /// The character set is not known.
    UnsupportedCharset {
        /// The character set's name, clipped.
        charset: String,
    },
    /// The bytes are not text in the character set.
    InvalidCharset {
        /// The character set's name.
        charset: &'static str,
    },
}

/// The kinds of values that inputs are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// `null`, or an element with `xsi:nil="true"`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// Text.
    String,
    /// A list of values.
    Array,
    /// Named values.
    Object,
}

impl DecodeError {
    #[cold]
    pub(crate) fn new(reason: DecodeReason) -> Self {
        Self(Box::new(Inner {
            reason,
            offset: None,
            path: None,
            place: None,
        }))
    }

    /// Returns the error with its place in the text, in bytes.
    #[cold]
    pub(crate) fn at(reason: DecodeReason, offset: usize) -> Self {
        Self(Box::new(Inner {
            reason,
            offset: Some(offset),
            path: None,
            place: None,
        }))
    }

    #[cold]
    pub(crate) fn syntax(problem: &'static str, offset: usize) -> Self {
        Self::at(DecodeReason::Syntax { problem }, offset)
    }

    pub(crate) fn unsupported_media_type(media_type: &str) -> Self {
        Self::new(DecodeReason::UnsupportedMediaType {
            media_type: clip(media_type),
        })
    }

    pub(crate) fn with_path(mut self, path: String) -> Self {
        self.0.path = Some(path);
        self
    }

    /// Puts a name in front of the path, as that of a header.
    pub(crate) fn within(mut self, name: &str) -> Self {
        let mut path = clip(name);
        if let Some(inner) = self.path().filter(|path| !path.is_empty()) {
            let is_index = inner.starts_with('[');
            path.push_str(if is_index { "" } else { "." });
            path.push_str(inner);
        }
        self.0.path = Some(path);
        self
    }

    /// Adds line, column and excerpt, once the text is at hand.
    pub(crate) fn placed_in(mut self, text: &str) -> Self {
        if let Some(offset) = self.0.offset {
            self.0.place = Some(Place::of(text, offset));
        }
        self
    }

    /// What is wrong.
    pub fn reason(&self) -> &DecodeReason {
        &self.0.reason
    }

    /// The value at fault, for instance `items[3].id`; empty for the whole input. Long ones are
    /// clipped.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The place in the input, in bytes of its text in UTF-8, where the format has one.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// The line of the place, from 1.
    pub fn line(&self) -> Option<usize> {
        self.0.place.as_ref().map(|place| place.line)
    }

    /// The column of the place in characters, from 1.
    pub fn column(&self) -> Option<usize> {
        self.0.place.as_ref().map(|place| place.column)
    }

    /// A few characters of the input around the place. They are the server's and may be private,
    /// so neither `Display` nor `Debug` shows them.
    pub fn excerpt(&self) -> Option<&str> {
        self.0.place.as_ref().map(|place| place.excerpt.as_str())
    }
}

impl Place {
    fn of(text: &str, offset: usize) -> Self {
        let offset = floor_boundary(text, offset);
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let start = floor_boundary(text, offset.saturating_sub(EXCERPT_SIDE)).max(line_start);
        let line_end = text[offset..]
            .find('\n')
            .map_or(text.len(), |newline| offset + newline);
        let end = floor_boundary(text, offset + EXCERPT_SIDE).min(line_end);
        Self {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            excerpt: text[start..end].to_owned(),
        }
    }
}

impl std::error::Error for DecodeError {}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.reason)?;
        if let Some(path) = self.path().filter(|path| !path.is_empty()) {
            write!(f, " at `{path}`")?;
        }
        match (&self.0.place, self.0.offset) {
            (Some(Place { line, column, .. }), _) => write!(f, " (line {line}, column {column})"),
            (None, Some(offset)) => write!(f, " (byte {offset})"),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("reason", &self.0.reason)
            .field("path", &self.0.path)
            .field("offset", &self.0.offset)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for DecodeReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedType { expected, found } => {
                write!(f, "expected {expected}, found {found}")
            }
            Self::MissingField { name } => write!(f, "required property `{name}` is missing"),
            Self::MissingItem { index } => write!(f, "the array ends before item {index}"),
            Self::InvalidNumber { ty, problem } => {
                write!(f, "expected {ty}, the number is {problem}")
            }
            Self::InvalidFormat { format } => write!(f, "expected the format `{format}`"),
            Self::InvalidBase64 => f.write_str("expected base64"),
            Self::Syntax { problem } => f.write_str(problem),
            Self::UnexpectedEnd => f.write_str("the input stops in the middle"),
            Self::TrailingData => f.write_str("expected nothing more after the value"),
            Self::DepthExceeded { limit } => write!(f, "nested more than {limit} levels deep"),
            Self::WorkExceeded => f.write_str("too many ways to read the input"),
            Self::Violation { keyword, demand } => write!(f, "`{keyword}` demands {demand}"),
            Self::Empty => f.write_str("the input is empty"),
            Self::UnsupportedMediaType { media_type } => {
                write!(
                    f,
                    "no codec reads such a value from the media type `{media_type}`"
                )
            }
            Self::UnsupportedCharset { charset } => write!(f, "unknown character set `{charset}`"),
            Self::InvalidCharset { charset } => write!(f, "the bytes are not {charset}"),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}
