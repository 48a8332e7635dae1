//! The body of a request: bytes, a reader, a stream, or several of them in a row. What a program
//! has goes in; a transport opens it and takes it piece by piece. Nothing is read before the
//! request is on its way, and nothing is held but the piece in hand.

#[cfg(feature = "reqwest")]
mod async_read;
mod outgoing;
mod source;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_core::Stream;

pub use outgoing::{BodyReader, BodyStream};
pub(crate) use source::Source;

/// A body to be sent. Cheap to clone; clones are the same body.
///
/// Bytes, files and what is made by a function can be sent again, so calls with them are repeated
/// and redirected like any other. A reader or stream is used up by the first attempt that takes
/// something of it; after that the call is not repeated.
///
/// A body whose length is known is announced with `Content-Length`, any other is sent in chunks.
///
/// ```
/// use engross_runtime::Body;
///
/// let whole = Body::from("text");
/// assert_eq!(whole.length(), Some(4));
///
/// let reader = std::io::repeat(b'x');
/// let endless = Body::from_reader(reader);
/// assert_eq!(endless.length(), None);
/// ```
#[derive(Clone)]
pub struct Body {
    repr: Repr,
    length: Option<u64>,
    media_type: Option<Arc<str>>,
}

#[derive(Clone)]
enum Repr {
    Bytes(Bytes),
    Once(Arc<Mutex<Option<Source>>>),
    Again(Arc<dyn Fn() -> io::Result<Source> + Send + Sync>),
    Row(Arc<[Body]>),
}

impl Body {
    /// Sends what a reader reads, once.
    ///
    /// The asynchronous transport reads it on tokio's threads for blocking work.
    pub fn from_reader(reader: impl Read + Send + 'static) -> Self {
        Self::once(Source::Reader(Box::new(reader)))
    }

    /// Sends what a stream yields, once. Only asynchronous transports can.
    pub fn from_stream(stream: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Self {
        Self::once(Source::Stream(Box::pin(stream)))
    }

    /// Sends what an asynchronous reader of `tokio` reads, once. Only asynchronous transports can.
    #[cfg(feature = "reqwest")]
    pub fn from_async_read(reader: impl tokio::io::AsyncRead + Send + 'static) -> Self {
        Self::from_stream(async_read::Pieces::new(reader))
    }

    /// Sends what readers read of which `open` makes a new one for each attempt.
    pub fn from_fn<R: Read + Send + 'static>(
        open: impl Fn() -> io::Result<R> + Send + Sync + 'static,
    ) -> Self {
        Self::again(move || Ok(Source::Reader(Box::new(open()?))))
    }

    /// Sends what streams yield of which `open` makes a new one for each attempt. Only asynchronous
    /// transports can.
    pub fn from_stream_fn<S: Stream<Item = io::Result<Bytes>> + Send + 'static>(
        open: impl Fn() -> S + Send + Sync + 'static,
    ) -> Self {
        Self::again(move || Ok(Source::Stream(Box::pin(open()))))
    }

    /// Sends a file, which is opened for each attempt. Its length is taken now: a file that
    /// changes meanwhile ends the call with an error.
    pub fn from_file(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_path_buf();
        let metadata = File::open(&path)?.metadata()?;
        let body = Self::from_fn(move || File::open(&path));
        // Pipes and devices have a length that says nothing.
        Ok(if metadata.is_file() {
            body.with_length(metadata.len())
        } else {
            body
        })
    }

    /// Says how many bytes there will be. More or fewer end the call with an error, and what was
    /// sent cannot be taken for the whole.
    #[must_use]
    pub fn with_length(mut self, length: u64) -> Self {
        self.length = Some(length);
        self
    }

    /// Says which media type this is, where an operation takes a range of them, as in `image/*`.
    ///
    /// ```
    /// use engross_runtime::Body;
    ///
    /// let photo = Body::from(&b"\x89PNG"[..]).media_type("image/png");
    /// # let _ = photo;
    /// ```
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into().into());
        self
    }

    pub(crate) fn own_media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// Puts bodies in a row.
    pub(crate) fn row(bodies: Vec<Self>) -> Self {
        let mut lengths = bodies.iter().map(|body| body.length);
        let length = lengths.try_fold(0_u64, |sum, length| sum.checked_add(length?));
        Self {
            repr: Repr::Row(bodies.into()),
            length,
            media_type: None,
        }
    }

    /// Returns the length, if it is known before sending.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Tells whether the body can be sent now, and all of it: false once a reader or stream was
    /// taken.
    pub fn is_available(&self) -> bool {
        self.leaves().all(|body| match &body.repr {
            Repr::Once(source) => locked(source).is_some(),
            Repr::Bytes(_) | Repr::Again(_) | Repr::Row(_) => true,
        })
    }

    /// Returns the body if it is one piece in memory.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.repr {
            Repr::Bytes(bytes) if self.length == Some(bytes.len() as u64) => Some(bytes),
            Repr::Bytes(_) | Repr::Once(_) | Repr::Again(_) | Repr::Row(_) => None,
        }
    }

    /// Returns the body in one piece if all of it is in memory.
    pub(crate) fn to_bytes(&self) -> Option<Bytes> {
        if let Some(bytes) = self.as_bytes() {
            return Some(bytes.clone());
        }
        let mut whole = Vec::new();
        for body in self.leaves() {
            whole.extend_from_slice(body.as_bytes()?);
        }
        Some(whole.into())
    }

    /// Tells whether it is known to have nothing in it.
    pub fn is_empty(&self) -> bool {
        self.length == Some(0)
    }

    /// Opens it for reading, for transports that block.
    pub fn into_reader(self) -> BodyReader {
        BodyReader::new(self)
    }

    /// Opens it as a stream, for transports that do not block.
    pub fn into_stream(self) -> BodyStream {
        BodyStream::new(self)
    }

    fn once(source: Source) -> Self {
        Self {
            repr: Repr::Once(Arc::new(Mutex::new(Some(source)))),
            length: None,
            media_type: None,
        }
    }

    fn again(open: impl Fn() -> io::Result<Source> + Send + Sync + 'static) -> Self {
        Self {
            repr: Repr::Again(Arc::new(open)),
            length: None,
            media_type: None,
        }
    }

    /// Goes through what is in a row, also in rows within it.
    fn leaves(&self) -> impl Iterator<Item = &Self> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            loop {
                let body = open.pop()?;
                let Repr::Row(bodies) = &body.repr else {
                    return Some(body);
                };
                open.extend(bodies.iter().rev());
            }
        })
    }

    /// Opens what is not a row.
    fn open(&self) -> io::Result<Source> {
        match &self.repr {
            Repr::Bytes(bytes) => Ok(Source::Bytes(bytes.clone())),
            Repr::Again(open) => open(),
            Repr::Once(source) => locked(source).take().ok_or_else(|| {
                io::Error::other("it was sent before and cannot be read a second time")
            }),
            Repr::Row(_) => Err(io::Error::other("a row is opened one by one")),
        }
    }
}

fn locked(source: &Mutex<Option<Source>>) -> std::sync::MutexGuard<'_, Option<Source>> {
    // Nothing panics while it is held.
    source.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Default for Body {
    fn default() -> Self {
        Bytes::new().into()
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self {
            length: Some(bytes.len() as u64),
            repr: Repr::Bytes(bytes),
            media_type: None,
        }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

/// Shows no content: it may be a secret.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match &self.repr {
            Repr::Bytes(_) => "bytes",
            Repr::Once(_) => "once",
            Repr::Again(_) => "again",
            Repr::Row(_) => "row",
        };
        f.debug_struct("Body")
            .field("of", &what)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
