//! One part: what it is called, what is in it, and its headers. The first thing that cannot be sent
//! is remembered and reported with the whole body.

use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName, HeaderValue};

use super::disposition;
use super::file::FilePart;
use crate::body::Body;
use crate::codec::clip::clip;
use crate::codec::{self, Model};

/// A part of a `multipart/..` body.
#[derive(Clone, Debug)]
pub struct Part {
    name: Option<String>,
    file_name: Option<String>,
    content_type: Option<HeaderValue>,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Body,
    problem: Option<String>,
}

impl Part {
    /// Sends text, bytes or whatever else a [`Body`] is as it is, without a `Content-Type`. To
    /// servers that is plain text.
    pub fn new(name: impl Into<String>, content: impl Into<Body>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::unnamed(content)
        }
    }

    /// The same without a name, for what is no form.
    pub fn unnamed(content: impl Into<Body>) -> Self {
        Self {
            name: None,
            file_name: None,
            content_type: None,
            headers: Vec::new(),
            body: content.into(),
            problem: None,
        }
    }

    /// Sends a value in the format of a media type, which becomes its `Content-Type`.
    pub fn model<T: Model>(name: impl Into<String>, media_type: &str, value: &T) -> Self {
        let name = name.into();
        match codec::request::encode(value, media_type) {
            Ok(bytes) => Self::new(name, bytes).content_type(media_type),
            Err(error) => {
                let problem = format!("it cannot be written as {media_type}: {error}");
                Self::new(name, Body::default()).fail(problem)
            }
        }
    }

    /// Sends a file. One without a name of its own has that of the part: servers tell files from
    /// fields by it.
    pub fn file(name: impl Into<String>, file: FilePart) -> Self {
        let name = name.into();
        let file_name = file.name.unwrap_or_else(|| name.clone());
        let media_type = file.content_type.as_deref();
        let part = Self::new(name, file.body)
            .file_name(file_name)
            .content_type(media_type.unwrap_or("application/octet-stream"));
        let with = |part: Self, (name, value): &(String, String)| part.header(name, value);
        file.headers.iter().fold(part, with)
    }

    /// Sets the name of the file that this part is.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Sets the `Content-Type`.
    #[must_use]
    pub fn content_type(mut self, media_type: &str) -> Self {
        match HeaderValue::from_str(media_type) {
            Ok(value) => {
                self.content_type = Some(value);
                self
            }
            Err(_) => self.fail("its media type is not valid"),
        }
    }

    /// Adds a header of this part. The `Content-Disposition` is made of the names.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let header = HeaderName::from_bytes(name.as_bytes());
        match (header, HeaderValue::from_bytes(value.as_bytes())) {
            (Ok(CONTENT_DISPOSITION), _) => self.fail("its `Content-Disposition` cannot be set"),
            (Ok(CONTENT_TYPE), Ok(value)) => {
                self.content_type = Some(value);
                self
            }
            (Ok(name), Ok(value)) => {
                self.headers.push((name, value));
                self
            }
            (Err(_), _) | (_, Err(_)) => {
                self.fail(format!("its header `{}` is not valid", clip(name)))
            }
        }
    }

    pub(super) fn without_file_name(mut self) -> Self {
        self.file_name = None;
        self
    }

    pub(super) fn fail(mut self, problem: impl Into<String>) -> Self {
        self.problem.get_or_insert(problem.into());
        self
    }

    /// Returns the headers with the empty line behind them, and the content.
    pub(super) fn write(&self, is_form: bool) -> Result<(String, Body), String> {
        let name = self.name.as_deref();
        let shown = name.unwrap_or_default();
        if let Some(problem) = &self.problem {
            return Err(format!("the part `{shown}`: {problem}"));
        }
        let mut head = String::new();
        let disposition = disposition::write(is_form, name, self.file_name.as_deref());
        if let Some(disposition) = disposition {
            push_line(&mut head, "Content-Disposition", &disposition);
        }
        let own = self.content_type.iter().map(|value| (&CONTENT_TYPE, value));
        let others = self.headers.iter().map(|(name, value)| (name, value));
        for (name, value) in own.chain(others) {
            let value = std::str::from_utf8(value.as_bytes())
                .map_err(|_| format!("the part `{shown}`: one of its headers is not text"))?;
            let name = if *name == CONTENT_TYPE {
                "Content-Type"
            } else {
                name.as_str()
            };
            push_line(&mut head, name, value);
        }
        head.push_str("\r\n");
        Ok((head, self.body.clone()))
    }
}

fn push_line(head: &mut String, name: &str, value: &str) {
    for piece in [name, ": ", value, "\r\n"] {
        head.push_str(piece);
    }
}
