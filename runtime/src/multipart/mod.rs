//! Bodies of several parts (RFC 2046 §5.1, RFC 7578). Parts go in, a `Content-Type` with a boundary
//! and one body come out; parts that are read from somewhere are read while they are sent.
//!
//! The boundary is 192 random bits, made anew for each call. No part is searched for it: whoever
//! wrote the parts could not know it, and what comes from a reader could not be searched anyway.

mod described;
mod disposition;
mod file;
mod part;

use crate::body::Body;
use crate::codec::MediaType;
use crate::random;

pub use described::{PartInfo, WritePart};
pub use file::FilePart;
pub use part::Part;

/// The parts of a `multipart/..` body, in their order.
///
/// ```
/// use engross_runtime::{FilePart, Multipart, Part};
///
/// let parts = Multipart::new()
///     .part(Part::new("name", "Rex"))
///     .part(Part::file("photo", FilePart::new(&b"\xff\xd8"[..]).named("rex.jpg")));
/// assert_eq!(parts.len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Multipart {
    parts: Vec<Part>,
}

impl Multipart {
    /// Returns a body without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part. Several may have one name: that is how arrays are sent.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.push(part);
        self
    }

    /// Adds a part.
    pub fn push(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// Adds parts behind those that are there.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts.extend(parts);
        self
    }

    /// Returns how many parts there are.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Tells whether there are no parts.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns the `Content-Type` and the body.
    pub(crate) fn write(&self, media_type: &str) -> Result<(String, Body), String> {
        let boundary = random::token().ok_or("the system has no randomness for a boundary")?;
        self.write_between(media_type, &boundary)
    }

    fn write_between(&self, media_type: &str, boundary: &str) -> Result<(String, Body), String> {
        let (content_type, is_form) = content_type(media_type, boundary)?;
        let mut row = Vec::with_capacity(2 * self.parts.len() + 1);
        let mut between = format!("--{boundary}\r\n");
        for part in &self.parts {
            let (mut head, body) = part.write(is_form)?;
            head.insert_str(0, &between);
            row.push(head.into());
            row.push(body);
            between = format!("\r\n--{boundary}\r\n");
        }
        let start = if row.is_empty() { "" } else { "\r\n" };
        row.push(format!("{start}--{boundary}--\r\n").into());
        Ok((content_type, Body::row(row)))
    }
}

/// Returns the `Content-Type`, and whether it is a form.
fn content_type(media_type: &str, boundary: &str) -> Result<(String, bool), String> {
    let parsed = MediaType::parse(media_type)
        .filter(|parsed| parsed.ty().eq_ignore_ascii_case("multipart"))
        .ok_or("it is not `multipart`")?;
    let subtype = if parsed.is_range() {
        "form-data"
    } else {
        parsed.subtype()
    };
    let is_form = subtype.eq_ignore_ascii_case("form-data");
    // A boundary of the description's would be the same in every call.
    let is_own = parsed.is_range() || parsed.parameter("boundary").is_some();
    let essence = if is_own {
        format!("multipart/{subtype}")
    } else {
        media_type.trim_end_matches([' ', ';']).to_owned()
    };
    Ok((format!("{essence}; boundary={boundary}"), is_form))
}

impl From<Part> for Multipart {
    fn from(part: Part) -> Self {
        Self::new().part(part)
    }
}

impl FromIterator<Part> for Multipart {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        Self::new().parts(parts)
    }
}

#[cfg(test)]
mod tests;
