//! How an error looks: one line for people, a structure for debugging. Everything that came from
//! outside is scrubbed and bounded, and cannot break a line of a log.

use std::fmt;

use super::{Error, Inner};

/// `createPet: unexpected status 503 Service Unavailable after 3 attempts (request id 1): busy`
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        if let Some(operation) = inner.operation {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&one_line(&inner.scrubber.scrub(&inner.message)))?;
        if inner.attempts > 1 {
            write!(f, " after {} attempts", inner.attempts)?;
        }
        if let Some(id) = self.request_id() {
            write!(f, " (request id {})", one_line(&inner.scrubber.scrub(id)))?;
        }
        match inner.excerpt() {
            Some(excerpt) if !excerpt.is_empty() => write!(f, ": {}", one_line(&excerpt)),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let scrub = |text: &str| inner.scrubber.scrub(text);
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("operation", &inner.operation)
            .field("message", &scrub(&inner.message))
            .field("item", &inner.item)
            .field("status", &self.status())
            // Values with secrets were marked when they came: they print as `Sensitive`.
            .field("headers", &self.headers())
            .field("body", &inner.excerpt())
            .field("request_id", &self.request_id().map(scrub))
            .field("correlation_id", &self.correlation_id().map(scrub))
            .field("attempts", &inner.attempts)
            .finish_non_exhaustive()
    }
}

impl Inner {
    fn excerpt(&self) -> Option<String> {
        let answer = self.answer.as_ref()?;
        Some(self.scrubber.excerpt(&answer.body, self.max_excerpt))
    }
}

/// Replaces what could end a line or steer a terminal.
fn one_line(text: &str) -> String {
    let replaced = text.chars().map(|c| match c {
        '\n' | '\r' | '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    });
    replaced.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_on_its_line() {
        assert_eq!(
            one_line("a\r\nb\u{1b}[31m\u{202e}é"),
            "a  b\u{fffd}[31m\u{fffd}é"
        );
    }
}
