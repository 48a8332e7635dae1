//! What a JSONPath query is made of, in the terms of RFC 9535.

use super::pattern::Compiled;

/// A query, as in `$.paths.*[?@.deprecated == true]`.
#[derive(Debug, Clone)]
pub(in crate::load) struct Query {
    pub(super) segments: Vec<Segment>,
    /// Steps that reading it was worth, beside those for each of its bytes.
    pub(super) cost: usize,
}

/// One step, as in `.paths`, `['a', 'b']` or `..schema`.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Whether it looks at everything below the value too (`..`).
    pub(super) descends: bool,
    pub(super) selectors: Vec<Selector>,
}

/// What a segment takes of a value.
#[derive(Debug, Clone)]
pub(super) enum Selector {
    Name(String),
    Wildcard,
    /// From the end where negative.
    Index(i64),
    Slice(Slice),
    Filter(Condition),
}

/// As in `1:5:2`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slice {
    pub(super) start: Option<i64>,
    pub(super) end: Option<i64>,
    pub(super) step: i64,
}

/// What a filter asks of each child.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    Any(Vec<Condition>),
    All(Vec<Condition>),
    Not(Box<Condition>),
    Compare(Operand, Comparison, Operand),
    /// Whether the query selects anything.
    Exists(Inner),
    /// `match` (the whole text) or `search` (a part of it).
    Matches {
        whole: bool,
        text: Operand,
        pattern: Pattern,
    },
}

/// A regular expression: known beforehand, or a value of the document.
#[derive(Debug, Clone)]
pub(super) enum Pattern {
    Known(Compiled),
    Computed(Operand),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A value to compare, or nothing.
#[derive(Debug, Clone)]
pub(super) enum Operand {
    Null,
    Bool(bool),
    /// The spelling of a number.
    Number(String),
    Text(String),
    /// A query that selects one value at most.
    Query(Inner),
    Length(Box<Operand>),
    Count(Inner),
    Value(Inner),
}

/// A query in a filter.
#[derive(Debug, Clone)]
pub(super) struct Inner {
    /// Whether it begins at the root (`$`) or at the child in question (`@`).
    pub(super) absolute: bool,
    pub(super) segments: Vec<Segment>,
}

impl Inner {
    /// Returns whether it selects one value at most, whatever the document (RFC 9535, 2.3.5.1).
    pub(super) fn is_singular(&self) -> bool {
        let single = |segment: &Segment| {
            let simple = matches!(
                segment.selectors[..],
                [Selector::Name(_) | Selector::Index(_)]
            );
            simple && !segment.descends
        };
        self.segments.iter().all(single)
    }
}
