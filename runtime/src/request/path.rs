//! Joins the pieces of a path template. Text and values go in, an encoded path comes out in which
//! no value can change what segments there are.

use crate::parameter::{Parameter, Style};
use crate::style::{self, Encode, Flat, NoForm};
use crate::uri::percent;
use crate::uri::server::is_dot_segment;

/// What is added to a server's path without growing; most paths fit.
const ROOM: usize = 96;

/// A path that is being written.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// The server's path, and what there is of the operation's.
    text: String,
    /// Where the operation's begins.
    start: usize,
    /// Where the current segment begins.
    segment: usize,
    /// The last parameter of the current segment.
    parameter: Option<&'static str>,
}

impl Path {
    /// Begins a path below that of a server, which has no slash at its end.
    pub(super) fn below(server: &str) -> Self {
        let mut text = String::with_capacity(server.len() + ROOM);
        text.push_str(server);
        Self {
            start: text.len(),
            segment: text.len(),
            parameter: None,
            text,
        }
    }

    /// Appends fixed text; each slash ends a segment.
    pub(super) fn push_text(&mut self, text: &str) -> Result<(), String> {
        if is_plain(text) {
            return self.push_plain(text);
        }
        for (index, piece) in text.split('/').enumerate() {
            if index > 0 {
                self.end_segment()?;
                self.text.push('/');
                self.segment = self.text.len();
            }
            percent::push_path_text(&mut self.text, piece);
        }
        Ok(())
    }

    /// Appends text that needs no encoding, and of which no segment is one that would vanish.
    fn push_plain(&mut self, text: &str) -> Result<(), String> {
        let (Some(first), Some(last)) = (text.find('/'), text.rfind('/')) else {
            self.text.push_str(text);
            return Ok(());
        };
        self.text.push_str(&text[..first]);
        self.end_segment()?;
        self.text.push_str(&text[first..=last]);
        self.segment = self.text.len();
        self.text.push_str(&text[last + 1..]);
        Ok(())
    }

    /// Appends a value, whose slashes are encoded.
    pub(super) fn push_parameter(
        &mut self,
        parameter: &Parameter,
        value: &Flat<'_>,
    ) -> Result<(), NoForm> {
        self.parameter = Some(parameter.name);
        let style = parameter.style_or(Style::Simple);
        let explode = parameter.explodes(style);
        let encode: Encode = if parameter.allow_reserved {
            percent::push_reserved_segment
        } else {
            percent::push_component
        };
        let out = &mut self.text;
        match style {
            Style::Simple => style::simple(out, value, explode, encode),
            Style::Label => style::label(out, value, explode, encode),
            Style::DottedLabel => style::dotted_label(out, value, explode, encode),
            Style::Matrix => style::matrix(out, parameter.name, value, explode, encode),
            Style::SpaceDelimited => style::listed(out, value, "%20", encode),
            Style::PipeDelimited => style::listed(out, value, "%7C", encode),
            Style::TabDelimited => style::listed(out, value, "%09", encode),
            Style::Form | Style::DeepObject | Style::Cookie => {
                return Err("its style has no form in a path");
            }
        }
        Ok(())
    }

    /// Returns the whole path, which begins with `/`.
    pub(super) fn finish(mut self) -> Result<String, String> {
        self.end_segment()?;
        if !self.text[self.start..].starts_with('/') {
            self.text.insert(self.start, '/');
        }
        Ok(self.text)
    }

    /// Refuses a segment that a URL parser or a server would take away: `.` and `..`, and an empty
    /// one where a value should be.
    fn end_segment(&mut self) -> Result<(), String> {
        let segment = &self.text[self.segment..];
        let problem = match self.parameter.take() {
            Some(name) if segment.is_empty() => {
                format!("the parameter `{name}` is empty, and so its segment of the path")
            }
            Some(name) if is_dot_segment(segment) => {
                format!("the parameter `{name}` makes `.` or `..` a segment of the path")
            }
            None if is_dot_segment(segment) => {
                "the path template has `.` or `..` as a segment".to_owned()
            }
            _ => return Ok(()),
        };
        Err(problem)
    }
}

/// Tells whether text is what most paths are made of. Dots and `%` are looked at more closely.
fn is_plain(text: &str) -> bool {
    let stays =
        |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b':');
    text.bytes().all(stays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn path(before: &str, value: &str, after: &str) -> Result<String, String> {
        let mut path = Path::default();
        let value = Value::from(value);
        path.push_text(before)?;
        path.push_parameter(&Parameter::new("id"), &Flat::new(&value)?)?;
        path.push_text(after)?;
        path.finish()
    }

    #[test]
    fn values_fill_segments() {
        for (before, value, after, expect) in [
            ("/pets/", "1", "", "/pets/1"),
            ("/v", "1", "/pets", "/v1/pets"),
            ("/v", "", "/pets", "/v/pets"),
            ("/v", "..", "/pets", "/v../pets"),
            ("/", "..", ".json", "/...json"),
            ("/", "a/b", "/", "/a%2Fb/"),
            ("pets/", "...", "", "/pets/..."),
            ("/a/b_", "1", "c/d/e", "/a/b_1c/d/e"),
            ("//a//", "1", "//", "//a//1//"),
            ("", "1", ":act", "/1:act"),
            ("/", "é%2e", "", "/%C3%A9%252e"),
        ] {
            assert_eq!(path(before, value, after).as_deref(), Ok(expect));
        }
    }

    #[test]
    fn reserved_characters_and_other_separators() {
        let list = Value::Array(vec!["a b".into(), "c/d".into()]);
        for (parameter, expect) in [
            (Parameter::new("p").allow_reserved(), "/a%20b,c%2Fd"),
            (
                Parameter::new("p").style(Style::SpaceDelimited),
                "/a%20b%20c%2Fd",
            ),
            (
                Parameter::new("p").style(Style::PipeDelimited),
                "/a%20b%7Cc%2Fd",
            ),
            (
                Parameter::new("p").style(Style::TabDelimited),
                "/a%20b%09c%2Fd",
            ),
        ] {
            let mut path = Path::default();
            path.push_text("/").unwrap();
            path.push_parameter(&parameter, &Flat::new(&list).unwrap())
                .unwrap();
            assert_eq!(path.finish().as_deref(), Ok(expect), "{parameter:?}");
        }
    }

    #[test]
    fn paths_stand_behind_their_server() {
        for (text, expect) in [("/a", "/v1/a"), ("a", "/v1/a"), ("", "/v1/")] {
            let mut path = Path::below("/v1");
            path.push_text(text).unwrap();
            assert_eq!(path.finish().as_deref(), Ok(expect), "{text:?}");
        }
    }

    #[test]
    fn values_that_would_vanish_are_refused() {
        for (before, value, after) in [
            ("/pets/", ".", ""),
            ("/pets/", "..", "/x"),
            ("/pets/", "", "/x"),
            ("/pets/", "", ""),
            ("/pets/.", ".", ""),
            ("/pets/%2E", ".", "/"),
            ("/pets/", "", "."),
            ("/a/b/", "", "/c/d"),
            ("/a/b/", "..", "/c-d"),
        ] {
            let error = path(before, value, after).unwrap_err();
            assert!(error.contains("`id`"), "{before}{value}{after}: {error}");
        }
        assert!(Path::default().push_text("/a/../b").is_err());
    }
}
