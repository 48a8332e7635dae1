//! The usual mistakes behind the errors of the parser of events, in words for people who do not know
//! its grammar.

use granit_parser::ErrorKind;

/// What to say of a mistake.
#[derive(Debug)]
pub(super) struct Habit {
    /// As in `a tab in the indentation`.
    pub(super) message: &'static str,
    pub(super) label: &'static str,
    pub(super) help: &'static str,
}

impl Habit {
    /// Returns the usual mistake behind an error, if there is one.
    pub(super) fn behind(kind: &ErrorKind) -> Option<Self> {
        indentation(kind)
            .or_else(|| colons(kind))
            .or_else(|| quotes(kind))
            .or_else(|| other(kind))
    }
}

/// Returns whether the error is a tab in a place of blanks.
pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}

/// Returns whether the error is a list or object in brackets that neither goes on nor ends.
pub(super) fn is_unfinished(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator
    )
}

fn habit(message: &'static str, label: &'static str, help: &'static str) -> Habit {
    Habit {
        message,
        label,
        help,
    }
}

fn indentation(kind: &ErrorKind) -> Option<Habit> {
    Some(match kind {
        kind if is_tab(kind) => habit(
            "a tab in the indentation",
            "this is a tab",
            "indent with blanks, not with tabs",
        ),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation => habit(
            "an indentation that fits no line above",
            "expected a key of an object above",
            "indent this line like the keys it belongs with",
        ),
        ErrorKind::ExpectedBlockSequenceEntry => habit(
            "a line that is no element of the list above it",
            "expected `- `",
            "begin the line with `- `, or indent it less or more than the list",
        ),
        ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => habit(
            "a text that goes on with too little indentation",
            "this line belongs to the text above",
            "indent all lines of a text more than its key",
        ),
        _ => return None,
    })
}

fn colons(kind: &ErrorKind) -> Option<Habit> {
    Some(match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => habit(
            "a `:` where no key can be",
            "this makes a key of the text before it",
            "quote a text that has `: ` in it, or check the indentation and the brackets above",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => habit(
            "a key without a value",
            "expected `:` behind this",
            "is a `:` missing, or the end of a text in quotes above?",
        ),
        _ => return None,
    })
}

fn quotes(kind: &ErrorKind) -> Option<Habit> {
    Some(match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => habit(
            "a text in quotes without an end",
            "this text",
            "close the text with the quote it begins with",
        ),
        ErrorKind::UnknownQuotedScalarEscape => habit(
            "an escape that YAML does not know",
            "in this text",
            "write `\\\\` for a backslash, or use single quotes, in which it is a plain character",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar => habit(
            "text behind the closing quote",
            "not expected here",
            "within single quotes, write `''` for a single quote",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => habit(
            "text behind the closing quote",
            "not expected here",
            "within double quotes, write `\\\"` for a double quote",
        ),
        _ => return None,
    })
}

fn other(kind: &ErrorKind) -> Option<Habit> {
    Some(match kind {
        ErrorKind::UnclosedFlowCollection { .. } => habit(
            "a bracket that is not closed",
            "opened here",
            "close it, or quote a text that begins with `{` or `[`",
        ),
        ErrorKind::MismatchedFlowCollectionEnd { .. } => habit(
            "brackets that do not match",
            "closed by the other kind of bracket",
            "close `[` with `]` and `{` with `}`",
        ),
        ErrorKind::MisplacedFlowCollectionEnd => habit(
            "a bracket that closes nothing",
            "nothing is open here",
            "remove it, or quote the text it belongs to",
        ),
        kind if is_unfinished(kind) => habit(
            "a list or object in brackets that does not go on",
            "expected `,` or the closing bracket",
            "check the brackets, or quote a text with `{`, `[`, `,`, `]` or `}` in it",
        ),
        ErrorKind::UnexpectedCharacter { .. } => habit(
            "a character that no plain text begins with",
            "found here",
            "quote the text",
        ),
        _ => return None,
    })
}
