//! Texts, names, numbers and patterns that are far too long, or made for a slow parser.

use super::Case;
use super::write::{RESPONSES, operation, paths, schemas};

/// Bytes of a text that is far too long.
const LONG: usize = 10_000_000;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = long();
    cases.extend(numbers());
    cases.extend(documentation());
    cases.extend(patterns());
    cases
}

fn case(name: &str, text: impl Fn() -> String + 'static) -> Case {
    Case::text(format!("text: {name}"), "a.json", text)
}

fn a(count: usize) -> String {
    "a".repeat(count)
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn long() -> Vec<Case> {
    vec![
        case("a long title", || {
            paths("", "").replacen("\"t\"", &format!("\"{}\"", a(LONG)), 1)
        }),
        case("a long version", || {
            paths("", "").replacen("3.1.0", &a(LONG), 1)
        }),
        case("a long description", || {
            operation(
                &format!(
                    "\"description\":\"{}\",{RESPONSES}",
                    "a b ".repeat(LONG / 4)
                ),
                "",
            )
        }),
        case("a long word of a description", || {
            operation(&format!("\"description\":\"{}\",{RESPONSES}", a(LONG)), "")
        }),
        case("a long key", || {
            schemas(&format!("\"S0\":{{\"{}\":1}}", a(LONG)))
        }),
        case("a long name of a schema", || {
            schemas(&format!(
                "\"S0\":{{}},\"{}\":{{\"type\":\"object\"}}",
                a(1_000_000)
            ))
        }),
        case("a long name of a property", || {
            schemas(&format!(
                "\"S0\":{{\"properties\":{{\"{}\":{{}}}}}}",
                a(1_000_000)
            ))
        }),
        case("a long path", || {
            paths(
                &format!("\"/{}\":{{\"get\":{{{RESPONSES}}}}}", a(1_000_000)),
                "",
            )
        }),
        case("a path of many parts", || {
            paths(
                &format!("\"{}\":{{\"get\":{{{RESPONSES}}}}}", "/a-b".repeat(250_000)),
                "",
            )
        }),
        case("a path of open braces", || {
            paths(
                &format!("\"/{}\":{{\"get\":{{{RESPONSES}}}}}", "{".repeat(1_000_000)),
                "",
            )
        }),
        case("a long operationId", || {
            operation(RESPONSES, "").replacen(
                "\"operationId\":\"a\"",
                &format!("\"operationId\":\"{}\"", a(1_000_000)),
                1,
            )
        }),
        case("a long value of an enum", || {
            schemas(&format!(
                "\"S0\":{{\"enum\":[\"{}\",\"{}b\"]}}",
                a(1_000_000),
                a(1_000_000)
            ))
        }),
        case("a long reference", || {
            schemas(&format!(
                "\"S0\":{{\"$ref\":\"#{}\"}}",
                "/a".repeat(LONG / 2)
            ))
        }),
        case("a long path of a file", || {
            schemas(&format!(
                "\"S0\":{{\"$ref\":\"{}b.json\"}}",
                "a/".repeat(LONG / 2)
            ))
        }),
        case("a path of a file that goes back and forth", || {
            schemas(&format!(
                "\"S0\":{{\"$ref\":\"{}a.json\"}}",
                "a/../".repeat(LONG / 5)
            ))
        }),
        case("a long server", || {
            operation(
                &format!(
                    "\"servers\":[{{\"url\":\"https://example/{}\"}}],{RESPONSES}",
                    "{a}".repeat(300_000)
                ),
                "",
            )
        }),
        Case::text("text: a long line of YAML", "a.yaml", || {
            format!("openapi: 3.1.0 {}\n", "a ".repeat(LONG / 2))
        }),
        Case::text("text: a long comment of YAML", "a.yaml", || {
            format!("# {}\nopenapi: 1", a(LONG))
        }),
        Case::text("text: a long tag of YAML", "a.yaml", || {
            format!("!{} a", a(LONG))
        }),
        Case::text("text: a long anchor of YAML", "a.yaml", || {
            format!("&{} a", a(LONG))
        }),
        Case::text("text: a long escape of YAML", "a.yaml", || {
            format!("\"{}\"", "\\x41".repeat(LONG / 4))
        }),
        Case::text("text: 10,000,000 line breaks", "a.yaml", || {
            format!("a: |\n{}  b", "\n".repeat(LONG))
        }),
        Case::text("text: a quote without an end", "a.yaml", || {
            format!("a: \"{}", "b\n ".repeat(LONG / 3))
        }),
        Case::text("text: 200,000 tags without a meaning", "a.yaml", || {
            "- !a b\n".repeat(200_000)
        }),
        Case::text("text: 200,000 documents", "a.yaml", || {
            "---\n".repeat(200_000)
        }),
        Case::text("text: 200,000 directives", "a.yaml", || {
            "%A b\n".repeat(200_000) + "---\na"
        }),
        Case::text("text: 100,000 objects as keys", "a.yaml", || {
            "? {a: b}\n: c\n".repeat(100_000)
        }),
    ]
}

type Number = fn() -> String;

fn numbers() -> impl Iterator<Item = Case> {
    let numbers: [(&str, Number); 7] = [
        ("1e999999999", || "1e999999999".to_owned()),
        ("-1e-999999999", || "-1e-999999999".to_owned()),
        ("10,000,000 digits", || "1".repeat(LONG)),
        ("10,000,000 digits behind the point", || {
            format!("0.{}", "1".repeat(LONG))
        }),
        ("an exponent of 10,000,000 digits", || {
            format!("1e{}", "9".repeat(LONG))
        }),
        ("beyond 64 bits", || "18446744073709551616".to_owned()),
        ("minus zero", || "-0".to_owned()),
    ];
    numbers.into_iter().map(|(name, number)| {
        case(&format!("numbers, {name}"), move || {
            let n = number();
            let long = n.len() > 1_000;
            let rest = if long {
                String::new()
            } else {
                format!(r#","minimum":{n},"maximum":{n},"multipleOf":{n},"minLength":{n},"maxItems":{n},"enum":[{n},1],"const":{n},"example":{n}"#)
            };
            schemas(&format!(
                r#""S0":{{"type":"object","properties":{{"a":{{"type":"integer","default":{n}{rest}}},"b":{{"type":"number"{rest}}}}}}}"#
            ))
        })
    })
}

/// Markdown that slow parsers take the square of the time for.
fn documentation() -> impl Iterator<Item = Case> {
    [
        ("quotes", ">"),
        ("lists", "* "),
        ("numbers of lists", "1) "),
        ("open brackets", "["),
        ("open links", "[a]("),
        ("images", "![a]("),
        ("emphasis", "*a _b "),
        ("emphasis without an end", "*a **"),
        ("code", "`a``"),
        ("tags", "<a "),
        ("comments", "<!-- "),
        ("entities", "&a;&"),
        ("tables", "|a|b\\n|-|-\\n"),
        ("references", "[a]: b\\n"),
        ("URLs", "http://a.b "),
        ("blanks", " "),
        ("line breaks", "\\n"),
        ("backslashes", "\\\\"),
        ("rules", "***\\n"),
        ("headings", "# a\\n"),
        ("fences", "```\\na\\n"),
    ]
    .into_iter()
    .map(|(name, piece)| {
        case(&format!("documentation, {name}"), move || {
            let text = piece.repeat(200_000 / piece.len());
            operation(&format!("\"description\":\"{text}\",{RESPONSES}"), "")
        })
    })
}

fn patterns() -> impl Iterator<Item = Case> {
    [
        ("open groups", "("),
        ("closed groups", "()"),
        ("repetitions", "a{1000}"),
        ("stars", "a*"),
        ("classes", "[a-z"),
        ("alternatives", "a|"),
        ("nested repetitions", "(a+)+"),
    ]
    .into_iter()
    .map(|(name, piece)| {
        case(&format!("pattern, {name}"), move || {
            let pattern = piece.repeat(1_000_000 / piece.len());
            schemas(&format!(
                r#""S0":{{"type":"object","properties":{{"a":{{"type":"string","pattern":"{pattern}"}}}},"patternProperties":{{"{pattern}":{{}}}}}}"#
            ))
        })
    })
}
