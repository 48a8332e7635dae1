//! Names, numbers and quoted texts in a query.

use super::cursor::{Cursor, Fault};

/// Reads the name behind a dot (RFC 9535, 2.5.1.1).
pub(super) fn read_name(cursor: &mut Cursor<'_>) -> Result<String, Fault> {
    let start = cursor.at();
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    if !cursor.peek().is_some_and(is_first) {
        return Err(cursor
            .fault("expected a name")
            .help("quote a name that begins with something else, as in `['2xx']`"));
    }
    let name = cursor.eat_while(|c| is_first(c) || c.is_ascii_digit());
    if cursor.peek() == Some('-') {
        cursor.eat_while(|c| is_first(c) || c.is_ascii_digit() || c == '-');
        let name = cursor.since(start);
        return Err(cursor
            .fault_since(start, "a name with `-` must be quoted")
            .help(format!("write it as `['{name}']`, without the dot")));
    }
    Ok(name.to_owned())
}

/// Reads an integer such as `-1`; none where there is none.
pub(super) fn read_integer(cursor: &mut Cursor<'_>) -> Result<Option<i64>, Fault> {
    let start = cursor.at();
    let negative = cursor.eat("-");
    let digits = cursor.eat_while(|c| c.is_ascii_digit());
    if digits.is_empty() && !negative {
        return Ok(None);
    }
    let plain = !digits.is_empty() && (digits == "0" || !digits.starts_with('0'));
    if !plain || negative && digits == "0" {
        return Err(cursor.fault_since(start, "not a position"));
    }
    let value: Option<i64> = cursor.since(start).parse().ok();
    match value.filter(|value| value.unsigned_abs() <= MAX_INTEGER) {
        Some(value) => Ok(Some(value)),
        None => Err(cursor.fault_since(start, "a position beyond all bounds")),
    }
}

/// RFC 9535, 2.1: integers are those that every JSON implementation keeps exactly.
const MAX_INTEGER: u64 = (1 << 53) - 1;

/// Reads a number to compare with, as in `1.5e3`, and returns its spelling.
pub(super) fn read_number(cursor: &mut Cursor<'_>) -> Result<String, Fault> {
    let start = cursor.at();
    cursor.eat("-");
    let digits = cursor.eat_while(|c| c.is_ascii_digit());
    let mut plain = !digits.is_empty() && (digits == "0" || !digits.starts_with('0'));
    if cursor.eat(".") {
        plain &= !cursor.eat_while(|c| c.is_ascii_digit()).is_empty();
    }
    if cursor.eat("e") || cursor.eat("E") {
        let _ = cursor.eat("-") || cursor.eat("+");
        plain &= !cursor.eat_while(|c| c.is_ascii_digit()).is_empty();
    }
    if plain {
        Ok(cursor.since(start).to_owned())
    } else {
        Err(cursor.fault_since(start, "not a number"))
    }
}

/// Reads a text in quotes of either kind.
pub(super) fn read_text(cursor: &mut Cursor<'_>) -> Result<String, Fault> {
    let start = cursor.at();
    let quote = cursor.next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else {
        cursor.back_to(start);
        return Err(cursor.fault("expected a text in quotes"));
    };
    let mut text = String::new();
    loop {
        let at = cursor.at();
        match cursor.next() {
            Some(c) if c == quote => return Ok(text),
            Some('\\') => text.push(read_escape(cursor, quote, at)?),
            Some(c) if c >= ' ' => text.push(c),
            Some(_) => return Err(cursor.fault_since(at, "a control character in a text")),
            None => return Err(cursor.fault_since(start, "a text that is not closed")),
        }
    }
}

fn read_escape(cursor: &mut Cursor<'_>, quote: char, start: usize) -> Result<char, Fault> {
    let c = match cursor.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some(c) if c == quote || c == '/' || c == '\\' => c,
        Some('u') => return read_unicode(cursor, start),
        _ => return Err(cursor.fault_since(start, "no such escape")),
    };
    Ok(c)
}

/// Reads the digits behind `\u`; characters beyond the first plane are two escapes.
fn read_unicode(cursor: &mut Cursor<'_>, start: usize) -> Result<char, Fault> {
    let first = read_hex(cursor, start)?;
    let code = if (0xd800..0xdc00).contains(&first) && cursor.eat("\\u") {
        let second = read_hex(cursor, start)?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(cursor.fault_since(start, "half a character"));
        }
        0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
    } else {
        first
    };
    char::from_u32(code).ok_or_else(|| cursor.fault_since(start, "half a character"))
}

fn read_hex(cursor: &mut Cursor<'_>, start: usize) -> Result<u32, Fault> {
    let mut code = 0;
    for _ in 0..4 {
        let digit = cursor.next().and_then(|c| c.to_digit(16));
        let Some(digit) = digit else {
            return Err(cursor.fault_since(start, "`\\u` needs four hexadecimal digits"));
        };
        code = code * 16 + digit;
    }
    Ok(code)
}
