//! JSON pointers (RFC 6901): paths in a tree.
//!
//! Both spellings are read, plain and as a URI fragment. Following a pointer is the tree's work.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::FileId;

/// A path in a tree, as in `#/components/schemas/Pet`.
///
/// Thousands are kept for each one that is ever shown. So the pointer of a value is that value's
/// place in its tree, which costs next to nothing; the text is made for those who ask.
#[derive(Clone)]
pub(crate) struct Pointer(Form);

#[derive(Clone)]
enum Form {
    /// The plain spelling.
    Text(Box<str>),
    Place(Arc<dyn Places>, u32),
}

/// A tree whose values are known by number.
pub(crate) trait Places: Send + Sync {
    /// Returns the file whose tree it is.
    fn file(&self) -> FileId;

    /// Returns the number of the value around another one; the root has none.
    fn parent(&self, place: u32) -> Option<u32>;

    /// Returns the key or position that leads to a value from the one around it.
    fn token(&self, place: u32) -> Cow<'_, str>;

    /// Returns a value as JSON in one line; nothing where it is too long to be shown.
    fn json(self: Arc<Self>, place: u32) -> Option<String>;
}

impl Pointer {
    /// Returns the pointer to the whole document.
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// Returns the pointer to a value of a tree.
    pub(crate) fn of_place(tree: Arc<dyn Places>, place: u32) -> Self {
        Self(Form::Place(tree, place))
    }

    /// Reads `/a/b` or, percent-decoded, `#/a/b`. Returns nothing where the text is neither.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let plain = match text.strip_prefix('#') {
            Some(fragment) => percent_decode(fragment)?,
            None => Cow::Borrowed(text),
        };
        is_plain(&plain).then(|| Self(Form::Text(plain.into())))
    }

    /// Appends one token, as in `Pet` or `/pets/{id}`, escaping `~` and `/`.
    pub(crate) fn push(&mut self, token: &str) {
        let mut text = self.plain().into_owned();
        push_token(&mut text, token);
        self.0 = Form::Text(text.into());
    }

    /// Returns the pointer with one more token.
    #[must_use]
    pub(crate) fn join(&self, token: &str) -> Self {
        let mut longer = self.clone();
        longer.push(token);
        longer
    }

    /// Returns the pointer without its last token; the root has none.
    pub(crate) fn parent(&self) -> Option<Self> {
        let form = match &self.0 {
            Form::Text(text) => Form::Text(text.rsplit_once('/')?.0.into()),
            Form::Place(tree, place) => Form::Place(Arc::clone(tree), tree.parent(*place)?),
        };
        Some(Self(form))
    }

    /// Returns the file of the tree that the pointer was taken from, if it was.
    pub(crate) fn file(&self) -> Option<FileId> {
        match &self.0 {
            Form::Text(_) => None,
            Form::Place(tree, _) => Some(tree.file()),
        }
    }

    /// Returns the value that the pointer was taken from, as JSON in one line; nothing where it is too
    /// long to be shown. Thousands of values are kept as places for each one that is ever shown.
    pub(crate) fn json(&self) -> Option<String> {
        match &self.0 {
            Form::Text(_) => None,
            Form::Place(tree, place) => Arc::clone(tree).json(*place),
        }
    }

    /// Returns the tokens, unescaped.
    pub(crate) fn tokens(&self) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
        let (text, place) = match &self.0 {
            // What stands before the first slash is always empty, and is no token. A text can be
            // long and hold nothing but tokens, of which few are ever asked for.
            Form::Text(text) => (text.strip_prefix('/'), Vec::new()),
            Form::Place(tree, place) => (None, tokens(&**tree, *place)),
        };
        let written = text.into_iter().flat_map(|text| text.split('/'));
        written.map(unescape).chain(place)
    }

    /// Returns the plain spelling, as in `/components/schemas/Pet`.
    pub(crate) fn plain(&self) -> Cow<'_, str> {
        match &self.0 {
            Form::Text(text) => Cow::Borrowed(text),
            Form::Place(tree, place) => {
                let mut text = String::new();
                for token in tokens(&**tree, *place) {
                    push_token(&mut text, &token);
                }
                Cow::Owned(text)
            }
        }
    }
}

impl Default for Pointer {
    fn default() -> Self {
        Self(Form::Text(Box::default()))
    }
}

impl PartialEq for Pointer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Pointer {}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Place(tree, place), Form::Place(other, other_place))
                if place == other_place && Arc::ptr_eq(tree, other) =>
            {
                Ordering::Equal
            }
            // One key can be given twice, so different places say nothing yet.
            _ => self.plain().cmp(&other.plain()),
        }
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pointer").field(&self.plain()).finish()
    }
}

/// Writes the fragment spelling, readable: only `~`, `/` and `%` are escaped, so that it can be read
/// back.
impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for (i, part) in self.plain().split('%').enumerate() {
            if i > 0 {
                f.write_str("%25")?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}

fn tokens(tree: &dyn Places, place: u32) -> Vec<Cow<'_, str>> {
    let mut tokens = Vec::new();
    let mut place = place;
    while let Some(parent) = tree.parent(place) {
        tokens.push(tree.token(place));
        place = parent;
    }
    tokens.reverse();
    tokens
}

fn push_token(text: &mut String, token: &str) {
    text.push('/');
    for c in token.chars() {
        match c {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            c => text.push(c),
        }
    }
}

fn is_plain(text: &str) -> bool {
    let escaped = |rest: &str| rest.starts_with(['0', '1']);
    (text.is_empty() || text.starts_with('/')) && text.split('~').skip(1).all(escaped)
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        // `~01` is `~1`: the order matters (RFC 6901, section 4).
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

/// Decodes `%41` to `A`. Returns nothing where a `%` stands alone or the bytes are not UTF-8.
pub(crate) fn percent_decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        if byte == b'%' {
            let high = hex_digit(*rest.next()?)?;
            bytes.push(high << 4 | hex_digit(*rest.next()?)?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_spellings() {
        for (text, expect) in [
            ("", Some("")),
            ("#", Some("")),
            ("/a/b", Some("/a/b")),
            ("#/a/b", Some("/a/b")),
            ("#/a%20b", Some("/a b")),
            ("/a%20b", Some("/a%20b")),
            ("#/paths/~1pets~1%7Bid%7D", Some("/paths/~1pets~1{id}")),
            ("#/%C3%A9", Some("/é")),
            ("#/100%25", Some("/100%")),
            ("a", None),
            ("#a", None),
            ("/~2", None),
            ("/a~", None),
            ("#/%", None),
            ("#/%4", None),
            ("#/%zz", None),
            ("#/%+4", None),
            ("#/%ff", None),
        ] {
            let pointer = Pointer::parse(text);
            assert_eq!(
                pointer.as_ref().map(Pointer::plain).as_deref(),
                expect,
                "{text}"
            );
        }
    }

    #[test]
    fn tokens_survive() {
        let tokens = ["", "a", "a/b", "~1", "100%25", "é {x}", "~0/~"];
        let mut pointer = Pointer::root();
        for token in tokens {
            pointer.push(token);
        }
        assert!(pointer.tokens().eq(tokens));
        assert_eq!(Pointer::parse(&pointer.to_string()), Some(pointer));
    }

    #[test]
    fn display_is_readable() {
        let pointer = Pointer::root().join("paths").join("/pets/{id}");
        assert_eq!(pointer.to_string(), "#/paths/~1pets~1{id}");
        assert_eq!(pointer.parent(), Some(Pointer::root().join("paths")));
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::root().to_string(), "#");
        assert_eq!(Pointer::root().tokens().count(), 0);
    }
}
