//! A text that must not be shown: it goes in as a string and comes out only where the runtime
//! writes it into a request. It has no `Display`, and its `Debug` says `[redacted]`.

use std::fmt;

/// What stands for a secret wherever text is shown.
pub(crate) const REDACTED: &str = "[redacted]";

/// A token, key or password.
///
/// ```
/// let token = engross_runtime::Secret::from("hunter2");
/// assert_eq!(format!("{token:?}"), "[redacted]");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

impl Secret {
    /// Keeps `text` secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into_boxed_str())
    }

    /// Returns the text itself, for whoever has to send it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_the_text() {
        let shown = format!(
            "{:?} {:#?}",
            Secret::from("s3cret"),
            Some(Secret::new("s3cret"))
        );
        assert!(!shown.contains("s3cret"), "{shown}");
        assert_eq!(Secret::from("s3cret").expose(), "s3cret");
    }
}
