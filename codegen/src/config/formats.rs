//! Which types hold the values of formats: the key `formats` of `engross.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::RustPath;

/// What holds the values of a format, by its name, as in `date-time`; `integer` and `number` are
/// those without a format.
pub(crate) type Formats = BTreeMap<String, Holder>;

macro_rules! holders {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What holds values.
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "String")]
        pub(crate) enum Holder {
            $($(#[$doc])* $name,)*
            /// A type of the user's that is a model.
            Own(RustPath),
        }

        const WORDS: &[&str] = &[$($word),*];

        impl Holder {
            fn of_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

holders! {
    I8 = "i8";
    I16 = "i16";
    I32 = "i32";
    I64 = "i64";
    U8 = "u8";
    U16 = "u16";
    U32 = "u32";
    U64 = "u64";
    F32 = "f32";
    F64 = "f64";
    /// Every digit, in the runtime's `Number`.
    Exact = "exact";
    RustDecimal = "rust_decimal";
    Text = "text";
    /// Bytes that are base64.
    Bytes = "bytes";
    /// Text that debug output does not show.
    Secret = "secret";
    Chrono = "chrono";
    Time = "time";
    Jiff = "jiff";
    Uuid = "uuid";
    Url = "url";
    /// Addresses of the standard library.
    Std = "std";
}

impl TryFrom<String> for Holder {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if let Some(holder) = Self::of_word(&text) {
            return Ok(holder);
        }
        RustPath::parse(&text).map(Self::Own).ok_or_else(|| {
            let known = WORDS.join(", ");
            format!("`{text}` is no type: a path, as in `crate::Money`, or one of {known}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_paths() {
        let holder = |text: &str| Holder::try_from(text.to_owned());
        assert_eq!(holder("chrono"), Ok(Holder::Chrono));
        assert!(matches!(holder("crate::Money"), Ok(Holder::Own(_))));
        let error = holder("Money").expect_err("no path");
        assert!(error.starts_with("`Money` is no type: "), "{error}");
    }
}
