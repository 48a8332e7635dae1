//! A request as it came over the wire: its bytes go in, its parts come out. It is split, never
//! normalized: capitals, order and repetition stay visible.

use std::io::Read;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recorded {
    /// For example `POST /v1/customers/c HTTP/1.1`.
    pub(crate) line: String,
    /// Names and values in the order they came.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Recorded {
    /// Reads a request to the end of its body, which `Content-Length` says.
    pub(crate) fn read(stream: &mut impl Read) -> std::io::Result<Self> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.push(byte[0]);
        }
        let mut recorded = Self::of_head(&String::from_utf8_lossy(&head));
        let length = recorded.header("content-length").unwrap_or("0");
        let length = length.parse().expect("Content-Length is a number");
        recorded.body.resize(length, 0);
        stream.read_exact(&mut recorded.body)?;
        Ok(recorded)
    }

    fn of_head(head: &str) -> Self {
        let mut lines = head.trim_end_matches("\r\n").split("\r\n");
        let line = lines.next().unwrap_or_default().to_owned();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").unwrap_or((line, ""));
            (name.to_owned(), value.to_owned())
        });
        Self {
            line,
            headers: headers.collect(),
            body: Vec::new(),
        }
    }

    /// Returns the value of a header.
    ///
    /// # Panics
    /// Panics where it came more than once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self
            .headers
            .iter()
            .filter(|(own, _)| own.eq_ignore_ascii_case(name));
        let value = values.next().map(|(_, value)| value.as_str());
        assert_eq!(values.next(), None, "{name} came twice: {:?}", self.headers);
        value
    }

    /// Returns all names in lower case, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self
            .headers
            .iter()
            .map(|(name, _)| name.to_ascii_lowercase())
            .collect();
        names.sort();
        names
    }

    /// Returns the request target, for example `/v1/customers/c?code=1`.
    pub(crate) fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap_or_default()
    }

    /// Returns the body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }
}
