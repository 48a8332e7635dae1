//! A file to be sent: its content and what a server is told about it.

use std::io;
use std::path::Path;

use bytes::Bytes;

use crate::body::Body;

/// A file in a body of several parts.
///
/// ```
/// use engross_runtime::FilePart;
///
/// let photo = FilePart::new(&b"\x89PNG"[..]).named("rex.png").content_type("image/png");
/// # let _ = photo;
/// ```
#[derive(Clone, Debug)]
pub struct FilePart {
    pub(super) body: Body,
    pub(super) name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(String, String)>,
}

impl FilePart {
    /// Sends this content; a [`Body`] of a reader or stream is read while it is sent.
    pub fn new(content: impl Into<Body>) -> Self {
        Self {
            body: content.into(),
            name: None,
            content_type: None,
            headers: Vec::new(),
        }
    }

    /// Sends the file at `path` under its own name. It is opened for each attempt.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let name = path.file_name().map(|name| name.to_string_lossy().into());
        Ok(Self {
            name,
            ..Self::new(Body::from_file(path)?)
        })
    }

    /// Tells the server this name, in place of the name of the part.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Tells the server this media type, in place of the one that the description says, or of
    /// `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    /// Adds a header of this part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl From<Body> for FilePart {
    fn from(body: Body) -> Self {
        Self::new(body)
    }
}

impl From<Bytes> for FilePart {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<Vec<u8>> for FilePart {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for FilePart {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&'static str> for FilePart {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}
