//! Filters: the text behind `?` to a condition (RFC 9535, 2.3.5 and 2.4).

use std::ops::Range;

use super::cursor::{Cursor, Fault};
use super::literal::{read_number, read_text};
use super::parse::read_segments;
use super::pattern;
use super::syntax::{Comparison, Condition, Inner, Operand, Pattern};
use crate::load::nearest::nearest;

/// Reads conditions joined by `||`.
pub(super) fn read_condition(cursor: &mut Cursor<'_>) -> Result<Condition, Fault> {
    cursor.nested(|cursor| {
        let any = read_joined(cursor, "||", |cursor| {
            let all = read_joined(cursor, "&&", read_basic)?;
            Ok(one_or(all, Condition::All))
        })?;
        Ok(one_or(any, Condition::Any))
    })
}

fn read_joined(
    cursor: &mut Cursor<'_>,
    joint: &str,
    read: impl Fn(&mut Cursor<'_>) -> Result<Condition, Fault>,
) -> Result<Vec<Condition>, Fault> {
    let mut found = vec![read(cursor)?];
    loop {
        let behind = cursor.at();
        cursor.blanks();
        if !cursor.eat(joint) {
            cursor.back_to(behind);
            return Ok(found);
        }
        cursor.blanks();
        found.push(read(cursor)?);
    }
}

fn one_or(mut found: Vec<Condition>, join: fn(Vec<Condition>) -> Condition) -> Condition {
    match found.pop() {
        Some(only) if found.is_empty() => only,
        last => {
            found.extend(last);
            join(found)
        }
    }
}

fn read_basic(cursor: &mut Cursor<'_>) -> Result<Condition, Fault> {
    let negated = cursor.eat("!");
    if negated {
        cursor.blanks();
    }
    let condition = if cursor.eat("(") {
        cursor.blanks();
        let condition = read_condition(cursor)?;
        cursor.blanks();
        cursor.expect(")")?;
        condition
    } else {
        read_test(cursor, negated)?
    };
    Ok(if negated {
        Condition::Not(Box::new(condition))
    } else {
        condition
    })
}

/// What can stand alone or on either side of a comparison.
enum Term {
    Operand(Operand),
    Query(Inner),
    Condition(Condition),
}

fn read_test(cursor: &mut Cursor<'_>, negated: bool) -> Result<Condition, Fault> {
    let start = cursor.at();
    let term = read_term(cursor)?;
    let behind = cursor.at();
    cursor.blanks();
    let at = cursor.at();
    let Some(comparison) = read_comparison(cursor) else {
        cursor.back_to(behind);
        return standing_alone(cursor, start, term);
    };
    if negated {
        let fault = cursor.fault_since(at, "a comparison cannot be negated like this");
        return Err(fault.help("put it in parentheses: `!(@.a == 1)`"));
    }
    let left = comparable(start..behind, term)?;
    cursor.blanks();
    let right = read_value(cursor)?;
    Ok(Condition::Compare(left, comparison, right))
}

fn read_comparison(cursor: &mut Cursor<'_>) -> Option<Comparison> {
    // Longer ones first.
    let all = [
        ("==", Comparison::Equal),
        ("!=", Comparison::NotEqual),
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
    ];
    let found = all.into_iter().find(|(text, _)| cursor.eat(text));
    found.map(|(_, comparison)| comparison)
}

fn standing_alone(cursor: &Cursor<'_>, start: usize, term: Term) -> Result<Condition, Fault> {
    match term {
        Term::Query(query) => Ok(Condition::Exists(query)),
        Term::Condition(condition) => Ok(condition),
        Term::Operand(_) => Err(cursor
            .fault_since(start, "a value is no condition")
            .help("compare it with another one, as in `@.type == 'object'`")),
    }
}

fn comparable(place: Range<usize>, term: Term) -> Result<Operand, Fault> {
    match term {
        Term::Operand(operand) => Ok(operand),
        Term::Query(query) if query.is_singular() => Ok(Operand::Query(query)),
        Term::Query(_) => Err(Fault::new(place, "this can select several values")
            .help("what is compared must be one value at most: only names and positions")),
        Term::Condition(_) => Err(Fault::new(place, "a condition is no value to compare")
            .help("use it alone, or negate it with `!`")),
    }
}

fn read_term(cursor: &mut Cursor<'_>) -> Result<Term, Fault> {
    match cursor.peek() {
        Some('\'' | '"') => read_text(cursor).map(|text| Term::Operand(Operand::Text(text))),
        Some('-' | '0'..='9') => {
            read_number(cursor).map(|number| Term::Operand(Operand::Number(number)))
        }
        Some('@' | '$') => read_inner(cursor).map(Term::Query),
        Some('a'..='z') => read_word(cursor),
        _ => Err(cursor
            .fault("expected a condition or a value")
            .help("as in `@.deprecated == true` or `@['x-internal']`")),
    }
}

fn read_inner(cursor: &mut Cursor<'_>) -> Result<Inner, Fault> {
    let absolute = cursor.eat("$");
    if !absolute && !cursor.eat("@") {
        return Err(cursor.fault("expected a query that begins with `@` or `$`"));
    }
    let segments = cursor.nested(read_segments)?;
    Ok(Inner { absolute, segments })
}

/// Reads a literal in words, or a function.
fn read_word(cursor: &mut Cursor<'_>) -> Result<Term, Fault> {
    let start = cursor.at();
    let word = cursor.eat_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !cursor.eat("(") {
        return match word {
            "true" => Ok(Term::Operand(Operand::Bool(true))),
            "false" => Ok(Term::Operand(Operand::Bool(false))),
            "null" => Ok(Term::Operand(Operand::Null)),
            _ => Err(cursor.fault_since(start, "expected a condition or a value")),
        };
    }
    if !FUNCTIONS.contains(&word) {
        let place = start..start + word.len();
        let what = format!("no function `{word}`");
        let help = match nearest(word, FUNCTIONS.into_iter()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the functions are {}", FUNCTIONS.join(", ")),
        };
        return Err(Fault {
            place,
            what,
            help: Some(help),
        });
    }
    cursor.nested(|cursor| {
        cursor.blanks();
        let term = read_call(cursor, word)?;
        cursor.blanks();
        cursor.expect(")")?;
        Ok(term)
    })
}

const FUNCTIONS: [&str; 5] = ["count", "length", "match", "search", "value"];

fn read_call(cursor: &mut Cursor<'_>, function: &str) -> Result<Term, Fault> {
    Ok(match function {
        "length" => Term::Operand(Operand::Length(Box::new(read_value(cursor)?))),
        "count" => Term::Operand(Operand::Count(read_inner(cursor)?)),
        "value" => Term::Operand(Operand::Value(read_inner(cursor)?)),
        function => {
            let text = read_value(cursor)?;
            cursor.blanks();
            cursor.expect(",")?;
            cursor.blanks();
            let whole = function == "match";
            let pattern = read_pattern(cursor, whole)?;
            Term::Condition(Condition::Matches {
                whole,
                text,
                pattern,
            })
        }
    })
}

/// Reads an argument that is one value at most.
fn read_value(cursor: &mut Cursor<'_>) -> Result<Operand, Fault> {
    let start = cursor.at();
    let term = read_term(cursor)?;
    comparable(start..cursor.at(), term)
}

fn read_pattern(cursor: &mut Cursor<'_>, whole: bool) -> Result<Pattern, Fault> {
    let start = cursor.at();
    match read_value(cursor)? {
        Operand::Text(text) => match pattern::compile(&text, whole) {
            Some(regex) if cursor.spend(regex.cost()) => Ok(Pattern::Known(regex)),
            Some(_) => {
                let fault = "the regular expressions of a query are too large together";
                Err(cursor.fault_since(start, fault))
            }
            None => Err(cursor.fault_since(start, "not a regular expression")),
        },
        operand => Ok(Pattern::Computed(operand)),
    }
}
