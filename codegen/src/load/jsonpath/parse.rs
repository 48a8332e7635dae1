//! The text of a query to its segments (RFC 9535, appendix A).

use super::cursor::{Cursor, Fault};
use super::literal::{read_integer, read_name, read_text};
use super::predicate::read_condition;
use super::syntax::{Query, Segment, Selector, Slice};

/// Reads a query. A longer one than this is an attack.
pub(in crate::load) fn parse(text: &str) -> Result<Query, Fault> {
    let mut cursor = Cursor::new(text);
    if text.len() > MAX_BYTES {
        return Err(cursor.fault(format!("a query of more than {MAX_BYTES} bytes")));
    }
    if !cursor.eat("$") {
        let help = "a query begins at the root, as in `$.paths`";
        return Err(cursor.fault("expected `$`").help(help));
    }
    let segments = read_segments(&mut cursor)?;
    if cursor.peek().is_some() {
        return Err(cursor.fault("expected `.`, `..`, `[` or the end"));
    }
    let cost = cursor.cost();
    Ok(Query { segments, cost })
}

const MAX_BYTES: usize = 10_000;

/// Reads what stands behind `$` or `@`.
pub(super) fn read_segments(cursor: &mut Cursor<'_>) -> Result<Vec<Segment>, Fault> {
    let mut segments = Vec::new();
    loop {
        let before = cursor.at();
        cursor.blanks();
        let Some(segment) = read_segment(cursor)? else {
            cursor.back_to(before);
            return Ok(segments);
        };
        segments.push(segment);
    }
}

fn read_segment(cursor: &mut Cursor<'_>) -> Result<Option<Segment>, Fault> {
    let descends = cursor.eat("..");
    let dotted = descends || cursor.eat(".");
    let brackets = cursor.peek() == Some('[') && (descends || !dotted);
    if !dotted && !brackets {
        return Ok(None);
    }
    let selectors = if brackets {
        read_brackets(cursor)?
    } else if cursor.eat("*") {
        vec![Selector::Wildcard]
    } else {
        vec![Selector::Name(read_name(cursor)?)]
    };
    Ok(Some(Segment {
        descends,
        selectors,
    }))
}

fn read_brackets(cursor: &mut Cursor<'_>) -> Result<Vec<Selector>, Fault> {
    cursor.expect("[")?;
    let mut selectors = Vec::new();
    loop {
        cursor.blanks();
        selectors.push(read_selector(cursor)?);
        cursor.blanks();
        if cursor.eat("]") {
            return Ok(selectors);
        }
        if !cursor.eat(",") {
            let fault = cursor.fault("expected `,` or `]`");
            return Err(match cursor.peek() {
                Some('=') => fault.help("values are compared with `==`"),
                _ => fault,
            });
        }
    }
}

fn read_selector(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    match cursor.peek() {
        Some('\'' | '"') => read_text(cursor).map(Selector::Name),
        Some('*') => cursor.expect("*").map(|()| Selector::Wildcard),
        Some('?') => {
            cursor.expect("?")?;
            cursor.blanks();
            read_condition(cursor).map(Selector::Filter)
        }
        Some('-' | ':' | '0'..='9') => read_positions(cursor),
        _ => Err(cursor
            .fault("expected a name in quotes, a position, `*` or `?`")
            .help("names in brackets are quoted, as in `['get']`")),
    }
}

/// Reads a position or a range of them.
fn read_positions(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    let start = read_integer(cursor)?;
    let behind = cursor.at();
    cursor.blanks();
    if !cursor.eat(":") {
        cursor.back_to(behind);
        return match start {
            Some(index) => Ok(Selector::Index(index)),
            None => Err(cursor.fault("expected a position")),
        };
    }
    cursor.blanks();
    let end = read_integer(cursor)?;
    let behind = cursor.at();
    cursor.blanks();
    let mut step = None;
    if cursor.eat(":") {
        let behind = cursor.at();
        cursor.blanks();
        step = read_integer(cursor)?;
        if step.is_none() {
            cursor.back_to(behind);
        }
    } else {
        cursor.back_to(behind);
    }
    let step = step.unwrap_or(1);
    Ok(Selector::Slice(Slice { start, end, step }))
}
