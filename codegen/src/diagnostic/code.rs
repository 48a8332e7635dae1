//! The table of codes: for each its name in the program, its number, its title and its explanation.
//!
//! A number is for ever: it is never given to another code. `E` stands for an error, `W` for a
//! warning; the hundreds stand for the stage. Rows are sorted by number, errors first.

use super::Severity;

macro_rules! codes {
    ($($name:ident = $id:literal, $title:literal, $explanation:literal;)*) => {
        /// What kind of thing is said.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            fn row(self) -> [&'static str; 3] {
                match self {
                    $(Self::$name => [$id, $title, $explanation],)*
                }
            }
        }
    };
}

impl Code {
    /// Returns the code with this number, as in `E0201`, in any capitals.
    pub(crate) fn parse(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Returns the number, as in `E0201`.
    pub(crate) fn id(self) -> &'static str {
        self.row()[0]
    }

    /// Returns a title of a few words, as in `reference that leads nowhere`.
    pub(crate) fn title(self) -> &'static str {
        self.row()[1]
    }

    /// Returns a paragraph on what it means and what to do.
    pub(crate) fn explanation(self) -> &'static str {
        self.row()[2]
    }

    pub(crate) fn severity(self) -> Severity {
        if self.id().starts_with('E') {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}

codes! {
    // 01: reading.
    UnreadableFile = "E0101", "file that cannot be read",
        "The system refused to give the content of the file, or it is not a plain file. The message \
         ends with the system's own words. Check the path and its permissions.";
    FileTooLarge = "E0102", "file beyond the limit of size",
        "Descriptions are read whole, so their size is limited, for one file and for all files \
         together. A description beyond that is a mistake or an attack; split it or shorten it.";
    NotUtf8 = "E0103", "text that is not UTF-8",
        "Descriptions are read as UTF-8, the only encoding that JSON allows between systems and the \
         usual one of YAML. Save the file as UTF-8.";
    EmptyFile = "E0104", "file without content",
        "The file has nothing in it but blanks and comments, so it describes nothing.";
    InvalidJson = "E0105", "invalid JSON",
        "The text breaks the grammar of JSON (RFC 8259). JSON has no comments, no trailing commas, no \
         single quotes, and quotes around every key. A file called `.json` is always read as JSON.";
    InvalidYaml = "E0106", "invalid YAML",
        "The text breaks the grammar of YAML 1.2. The usual causes are tabs in the indentation, an \
         indentation that fits no line above, a missing blank after a colon, and unquoted text with \
         `: ` or ` #` in it or with a special first character such as `*`, `&`, `@`, `%` or `[`.";
    DuplicateKey = "E0107", "key given twice",
        "One object has the same key twice. Which of the two values counts differs from tool to tool, \
         so neither is taken. Remove or rename one of them. Keys are compared as text: `200` and \
         `\"200\"` are the same key.";
    TooDeep = "E0108", "nesting beyond the limit",
        "Objects and arrays stand in each other beyond any sensible depth. No description written for \
         use does that.";
    TooLarge = "E0109", "description beyond the limit of values",
        "The description has more values than can be handled, counting what stands behind every alias \
         as often as it is used. A small text that grows like that is an attack.";
    SeveralDocuments = "E0110", "several YAML documents in one file",
        "A line `---` starts another document. A description is one document; keep the others in files \
         of their own.";
    UnsupportedKey = "E0111", "key that is not a scalar",
        "YAML allows objects and arrays as keys; JSON and so OpenAPI do not. A key such as `{id}` must \
         be quoted, or YAML takes it for an object.";
    TagMismatch = "E0112", "value that does not fit its tag",
        "A YAML tag such as `!!int` says what the value is, and the value is something else.";
    BadAlias = "E0113", "alias that leads nowhere",
        "An alias `*name` repeats the value marked `&name` before it in the same file. It can name \
         neither a later value nor the value it stands in.";
    BadMergeKey = "E0114", "merge key without an object",
        "A merge key `<<` takes over the entries of an object, or of several objects in a list, usually \
         through aliases. It takes nothing else.";

    // 02: references.
    UnresolvedReference = "E0201", "reference that leads nowhere",
        "The part of a `$ref` after `#` is a path of keys and array positions from the root of the \
         file, and some step of it does not exist. In it, `/` within a key is written `~1` and `~` is \
         written `~0`.";
    MissingFile = "E0202", "reference to a file that is missing",
        "The part of a `$ref` before `#` is a path relative to the file it stands in, and there is no \
         file. Capitals count.";
    ReferenceOutsideFolder = "E0203", "reference out of the description's folder",
        "A description may only refer to files in the folder of its first file and below it. Nothing \
         else on the machine is read, whatever the description says: no absolute path, no `..` beyond \
         the folder, no symbolic link out of it.";
    RemoteReference = "E0204", "reference to another machine",
        "The reference is a URL. Nothing is ever fetched: generation must give the same result \
         everywhere and always. Save the file beside the description and refer to it by its path.";
    CircularReference = "E0205", "references that only lead to each other",
        "A `$ref` leads to another `$ref` and so on back to the first, so there is nothing to be found. \
         (A schema that contains itself somewhere below is fine.)";
    MalformedReference = "E0206", "reference that cannot be understood",
        "A `$ref` is a path of a file, a fragment `#/...`, or both. In the path, folders are separated \
         by `/` on every system.";
    UnreadReference = "E0207", "reference to a file that was not read",
        "Files are read where a `$ref` names them. References within examples, defaults, enumerations \
         and extensions are plain values, so the files they name are not read.";

    // 01: reading.
    IgnoredTag = "W0101", "YAML tag without a meaning here",
        "A tag that YAML's core schema does not know, such as `!include`, is passed over, and the value \
         is read as if it had none. What the tag was to do does not happen.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_unique_and_sorted() {
        let ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }

    #[test]
    fn numbers_are_well_formed() {
        for code in Code::ALL {
            let (letter, number) = code.id().split_at(1);
            assert!(["E", "W"].contains(&letter), "{}", code.id());
            assert!(number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()));
            assert_eq!(Code::parse(&code.id().to_lowercase()), Some(*code));
        }
        assert_eq!(Code::parse("E9999"), None);
    }

    #[test]
    fn titles_are_short_and_explanations_are_paragraphs() {
        for code in Code::ALL {
            let (title, explanation) = (code.title(), code.explanation());
            assert!(title.len() <= 60 && !title.ends_with('.'), "{title}");
            assert!(
                explanation.len() >= 60 && explanation.ends_with(['.', ')']),
                "{title}"
            );
            assert!(!explanation.contains("  "), "{title}");
        }
    }
}
