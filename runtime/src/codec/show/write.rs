//! The writer of what is shown: the forms of `fmt::DebugStruct` and its siblings, in the order of the
//! calls.

use std::fmt::{self, Write as _};

use crate::secret::REDACTED;

#[derive(Debug)]
pub(crate) struct ShowWriter<'w> {
    out: &'w mut String,
    is_pretty: bool,
    open: Vec<Open>,
}

/// What has begun and not ended.
#[derive(Debug)]
struct Open {
    /// What ends it.
    close: &'static str,
    has_entries: bool,
}

impl<'w> ShowWriter<'w> {
    pub(crate) fn new(out: &'w mut String, is_pretty: bool) -> Self {
        Self {
            out,
            is_pretty,
            open: Vec::new(),
        }
    }

    pub(crate) fn begin_object(&mut self, name: &str) {
        self.raw(name);
        self.begin(" {", " }");
    }

    /// Begins what has one value, which follows.
    pub(crate) fn begin_variant(&mut self, name: &str) {
        self.raw(name);
        self.begin("(", ")");
        self.element();
    }

    pub(crate) fn begin_map(&mut self) {
        self.begin("{", "}");
    }

    pub(crate) fn begin_array(&mut self) {
        self.begin("[", "]");
    }

    fn begin(&mut self, open: &str, close: &'static str) {
        self.raw(open);
        self.open.push(Open {
            close,
            has_entries: false,
        });
    }

    pub(crate) fn end(&mut self) {
        let Some(Open { close, has_entries }) = self.open.pop() else {
            return;
        };
        if has_entries && self.is_pretty {
            self.out.push(',');
            self.line();
        }
        let is_bare = self.is_pretty || !has_entries;
        self.raw(if is_bare { close.trim_start() } else { close });
    }

    /// Begins a property of an object by its name.
    pub(crate) fn field(&mut self, name: &str) {
        let is_word = |c: char| c == '_' || c.is_alphanumeric();
        if name.chars().all(is_word) {
            self.element();
            self.raw(name);
            self.out.push_str(": ");
        } else {
            self.key(name);
        }
    }

    /// Begins an entry whose name is data.
    pub(crate) fn key(&mut self, name: &str) {
        self.element();
        self.string(name);
        self.out.push_str(": ");
    }

    /// Begins an entry.
    pub(crate) fn element(&mut self) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let is_first = !std::mem::replace(&mut open.has_entries, true);
        let is_struct = open.close.starts_with(' ');
        if !is_first {
            self.out.push(',');
        }
        if self.is_pretty {
            self.line();
        } else if is_struct || !is_first {
            self.out.push(' ');
        }
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.open.iter().for_each(|_| self.out.push_str("    "));
    }

    /// Appends what is shown as it is.
    pub(crate) fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    pub(crate) fn string(&mut self, text: &str) {
        self.debug(&text);
    }

    /// Appends what something says of itself.
    pub(crate) fn debug(&mut self, value: &dyn fmt::Debug) {
        // Writing to a string never fails.
        let _ = write!(self.out, "{value:?}");
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let _ = write!(self.out, "b\"{}\"", bytes.escape_ascii());
    }

    pub(crate) fn secret(&mut self) {
        self.raw(REDACTED);
    }
}
