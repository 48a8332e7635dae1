//! What is said of text that is not YAML, or not a description's YAML.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::{BadAlias, BadMerge, Code, Diagnostic, Exceeded, Reader, ScanError, Stop};
use crate::load::limits::MAX_DEPTH;
use crate::source::floor_boundary;

impl Reader<'_> {
    pub(super) fn syntax_error(&self, error: &ScanError) -> Stop {
        let at = self.error_place(error);
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return self.exceeded(Exceeded::Depth, self.character(at));
        }
        let message = format!("invalid YAML: {}", error.kind());
        let diagnostic = Diagnostic::new(Code::InvalidYaml, message)
            .label(self.span(self.character(at)), "found here");
        Box::new(match hint(error.kind()) {
            Some(hint) => diagnostic.help(hint),
            None => diagnostic,
        })
    }

    pub(super) fn second_document(&self, place: Range<usize>) -> Stop {
        let message = "the file has more than one YAML document";
        let diagnostic = Diagnostic::new(Code::SeveralDocuments, message)
            .label(self.span(place), "the second one begins here")
            .help("remove this line, or move what follows into a file of its own");
        Box::new(diagnostic)
    }

    pub(super) fn unsupported_key(&self, place: Range<usize>) -> Stop {
        let braces = self
            .source
            .get(place.clone())
            .is_some_and(|text| text.starts_with('{'));
        let help = if braces {
            "quote it, if it is a text such as `\"{id}\"`"
        } else {
            "use a text"
        };
        let place = place.start..place.end.max(self.character(place.start).end);
        let diagnostic = Diagnostic::new(Code::UnsupportedKey, "a key that is not a scalar")
            .label(self.span(place), "this is an object or array")
            .help(help);
        Box::new(diagnostic)
    }

    pub(super) fn unknown_alias(&self, name: &str, place: Range<usize>) -> Stop {
        let message = format!("the alias `*{name}` leads nowhere");
        let diagnostic = Diagnostic::new(Code::BadAlias, message)
            .label(self.span(place), format!("no `&{name}` before this place"))
            .help(format!(
                "mark a value with `&{name}`, or quote a text that begins with `*`"
            ));
        Box::new(diagnostic)
    }

    pub(super) fn bad_alias(&self, bad: BadAlias, place: Range<usize>) -> Stop {
        match bad {
            BadAlias::Exceeded(exceeded) => self.exceeded(exceeded, place),
            BadAlias::Incomplete => {
                let message = "an alias within the value it stands for";
                let diagnostic = Diagnostic::new(Code::BadAlias, message)
                    .label(self.span(place), "this would have no end")
                    .help("use `$ref` for a schema that contains itself");
                Box::new(diagnostic)
            }
        }
    }

    pub(super) fn bad_merge(&self, bad: BadMerge, place: Range<usize>) -> Stop {
        match bad {
            BadMerge::Exceeded(exceeded) => self.exceeded(exceeded, place),
            BadMerge::NoObject(span) => {
                let message = "a merge key without an object";
                let diagnostic = Diagnostic::new(Code::BadMergeKey, message)
                    .label(span, "this has no entries to take over")
                    .help("quote the key, if `<<` is meant as a text");
                Box::new(diagnostic)
            }
        }
    }

    pub(super) fn exceeded(&self, exceeded: Exceeded, place: Range<usize>) -> Stop {
        Box::new(exceeded.diagnostic(self.span(place)))
    }

    fn error_place(&self, error: &ScanError) -> usize {
        let at = error.marker().byte_offset().unwrap_or_default();
        let at = floor_boundary(self.source, at);
        // Of a tab in the wrong place, the parser names the place behind it.
        let behind_tab = is_tab(error.kind()) && self.source[..at].ends_with('\t');
        if behind_tab { at - 1 } else { at }
    }

    /// Returns the range of the character at a place; an empty one at the end of the text.
    fn character(&self, at: usize) -> Range<usize> {
        let length = self.source[at..].chars().next().map_or(0, char::len_utf8);
        at..at + length
    }
}

/// Returns what to do about a syntax error, where its usual cause is known.
fn hint(kind: &ErrorKind) -> Option<String> {
    let hint = match kind {
        kind if is_tab(kind) => "indent with blanks, not with tabs",
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => {
            "indent this line like a line above it that it belongs with"
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            "quote a text that has `: ` in it, or check the indentation"
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            "is a `:` missing, or the end of a text in quotes above?"
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            "close the text with the quote it begins with"
        }
        ErrorKind::UnknownQuotedScalarEscape => {
            "write `\\\\` for a backslash, or use single quotes, in which it is a plain character"
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => {
            "check the brackets, or quote a text that begins with `{` or `[`"
        }
        ErrorKind::UnexpectedCharacter { .. } => "quote a text that begins with this character",
        ErrorKind::InvalidTrailingSingleQuotedScalar => {
            "within single quotes, write `''` for a single quote"
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "within double quotes, write `\\\"` for a double quote"
        }
        ErrorKind::RecursionLimitExceeded => return Some(format!("at most {MAX_DEPTH} levels")),
        _ => return None,
    };
    Some(hint.to_owned())
}

fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}
