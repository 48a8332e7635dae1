//! The `format` keyword.

use super::Kind;

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What `format` says of values. OpenAPI leaves the list open.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) enum Format {
            $($(#[$doc])* $name,)*
            /// Any other, as it is written.
            Other(String),
        }

        impl Format {
            /// Reads a format, as in `date-time`.
            pub(crate) fn parse(text: &str) -> Self {
                match text {
                    $($text => Self::$name,)*
                    other => Self::Other(other.to_owned()),
                }
            }

            /// As descriptions write it.
            pub(crate) fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $text,)*
                    Self::Other(text) => text,
                }
            }
        }
    };
}

formats! {
    Int8 = "int8";
    Int16 = "int16";
    Int32 = "int32";
    Int64 = "int64";
    Uint8 = "uint8";
    Uint16 = "uint16";
    Uint32 = "uint32";
    Uint64 = "uint64";
    Float = "float";
    Double = "double";
    Decimal = "decimal";
    Date = "date";
    DateTime = "date-time";
    Time = "time";
    Duration = "duration";
    Uuid = "uuid";
    Uri = "uri";
    UriReference = "uri-reference";
    Email = "email";
    Hostname = "hostname";
    Ipv4 = "ipv4";
    Ipv6 = "ipv6";
    /// Base64 text (or `contentEncoding: base64`).
    Byte = "byte";
    /// The same in the alphabet of URLs.
    Base64Url = "base64url";
    /// Raw octets.
    Binary = "binary";
    Password = "password";
}

impl Kind {
    /// Returns the format of a number or a text.
    pub(crate) fn format(&self) -> Option<&Format> {
        match self {
            Self::Integer(format) | Self::Number(format) | Self::String(format) => format.as_ref(),
            Self::Any
            | Self::Never
            | Self::Null
            | Self::Boolean
            | Self::Enum(_)
            | Self::Array(_)
            | Self::Tuple(_)
            | Self::Map(_)
            | Self::Object(_)
            | Self::Union(_)
            | Self::Alias(_) => None,
        }
    }

    /// Returns the format where it narrows values without changing what holds them: it is then a
    /// bound like others.
    pub(crate) fn narrowing_format(&self) -> Option<&Format> {
        self.format().filter(|format| !self.is_held_by(format))
    }

    /// Returns the format where it says what holds the values.
    pub(crate) fn holding_format(&self) -> Option<&Format> {
        self.format().filter(|format| self.is_held_by(format))
    }

    fn is_held_by(&self, format: &Format) -> bool {
        use Format::{
            Base64Url, Binary, Byte, Decimal, Double, Int8, Int16, Int32, Int64, Password, Uint8,
            Uint16, Uint32, Uint64,
        };
        match self {
            Self::Integer(_) => matches!(
                format,
                Int8 | Int16 | Int32 | Int64 | Uint8 | Uint16 | Uint32 | Uint64
            ),
            // Single precision is held by double precision, and a bound of it.
            Self::Number(_) => matches!(format, Double | Decimal),
            _ => matches!(format, Byte | Base64Url | Binary | Password),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_read_back() {
        for text in ["int32", "date-time", "uri-reference", "byte", "x-mine", ""] {
            assert_eq!(Format::parse(text).as_str(), text);
        }
        assert_eq!(Format::parse("uuid"), Format::Uuid);
        assert_eq!(Format::parse("UUID"), Format::Other("UUID".to_owned()));
    }

    #[test]
    fn a_format_holds_or_narrows() {
        for (kind, holds) in [
            (Kind::Integer(Some(Format::Int32)), true),
            (Kind::Integer(Some(Format::Int8)), true),
            (Kind::Integer(Some(Format::Date)), false),
            (Kind::Number(Some(Format::Float)), false),
            (Kind::Number(Some(Format::Decimal)), true),
            (Kind::Number(Some(Format::Int32)), false),
            (Kind::String(Some(Format::Byte)), true),
            (Kind::String(Some(Format::Int64)), false),
        ] {
            assert_eq!(kind.holding_format().is_some(), holds, "{kind:?}");
            assert_eq!(kind.narrowing_format().is_some(), !holds, "{kind:?}");
        }
    }
}
