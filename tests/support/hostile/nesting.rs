//! 200,000 levels of everything that nests, and chains that are as long through references.

use super::Case;
use super::write::{list, schemas};

const LEVELS: usize = 200_000;

/// Levels where each costs as many bytes as there are levels above.
const STAIRS: usize = 2_000;

/// Schemas of a chain.
const LINKS: usize = 500;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, opening, closing) in [
        ("flow sequences", "[", "]"),
        ("flow mappings", "{a: ", "}"),
        ("flow mappings without values", "{", "}"),
        ("flow, mixed", "[{a: ", "}]"),
        ("flow, tagged", "!a [", "]"),
        ("flow, core tags", "!!seq [", "]"),
        ("flow, anchored", "&a [", "]"),
        ("explicit keys in flow", "{? ", "}"),
        ("pairs in flow sequences", "[a: ", "]"),
        ("block sequences", "- ", ""),
        ("block sequences, tagged", "- !a\n", ""),
        ("explicit keys", "? ", ""),
        ("explicit values", ": ", ""),
        ("explicit keys of sequences", "? - ", ""),
        ("block sequences of mappings", "- a: ", ""),
    ] {
        let open = move || opening.repeat(LEVELS);
        cases.push(yaml(&format!("{name}, open"), open));
        if !closing.is_empty() {
            let closed = move || opening.repeat(LEVELS) + "x" + &closing.repeat(LEVELS);
            cases.push(yaml(&format!("{name}, closed"), closed));
        }
    }
    cases.push(yaml("block mappings", || stairs("a:")));
    cases.push(yaml("block mappings, anchored", || stairs("a: &a")));
    cases.push(yaml("block sequences, one a line", || stairs("-")));
    for (name, opening, closing) in [
        ("arrays", "[", "]"),
        ("objects", "{\"a\":", "}"),
        ("mixed", "[{\"a\":", "}]"),
    ] {
        let open = move || opening.repeat(LEVELS);
        let closed = move || opening.repeat(LEVELS) + "1" + &closing.repeat(LEVELS);
        for (end, file) in [("json", "a.json"), ("yaml", "a.yaml")] {
            let name = format!("nesting: JSON {name} in .{end}");
            cases.push(Case::text(format!("{name}, open"), file, open));
            cases.push(Case::text(format!("{name}, closed"), file, closed));
        }
    }
    cases.extend(within_the_limit());
    cases.extend(chains());
    cases
}

fn yaml(name: &str, text: impl Fn() -> String + 'static) -> Case {
    Case::text(format!("nesting: {name}"), "a.yaml", text)
}

fn stairs(line: &str) -> String {
    let step = |depth| format!("{}{line}\n", " ".repeat(depth));
    (0..STAIRS).map(step).collect()
}

/// Schemas in each other, as deep as a file may be.
fn within_the_limit() -> impl Iterator<Item = Case> {
    [
        ("items", "{\"type\":\"array\",\"items\":", "}", 490),
        (
            "properties",
            "{\"type\":\"object\",\"properties\":{\"a\":",
            "}}",
            245,
        ),
        ("allOf", "{\"allOf\":[", "]}", 245),
        ("oneOf", "{\"oneOf\":[{\"type\":\"string\"},", "]}", 245),
        (
            "additionalProperties",
            "{\"additionalProperties\":",
            "}",
            490,
        ),
        ("not", "{\"not\":", "}", 490),
    ]
    .into_iter()
    .map(|(name, opening, closing, levels)| {
        Case::text(format!("nesting: schemas, {name}"), "a.json", move || {
            let inner = opening.repeat(levels) + "{\"type\":\"string\"}" + &closing.repeat(levels);
            schemas(&format!("\"S0\":{inner}"))
        })
    })
}

/// Schemas that name the next one, each in its own place.
fn chains() -> impl Iterator<Item = Case> {
    [
        ("$ref", "NEXT"),
        ("items", "{\"type\":\"array\",\"items\":NEXT}"),
        (
            "properties",
            "{\"type\":\"object\",\"properties\":{\"a\":NEXT}}",
        ),
        (
            "required properties",
            "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":NEXT}}",
        ),
        ("allOf", "{\"allOf\":[NEXT,{\"type\":\"object\"}]}"),
        ("allOf of one", "{\"allOf\":[NEXT]}"),
        ("oneOf", "{\"oneOf\":[{\"type\":\"string\"},NEXT]}"),
        ("anyOf", "{\"anyOf\":[NEXT,{\"type\":\"null\"}]}"),
        ("additionalProperties", "{\"additionalProperties\":NEXT}"),
    ]
    .into_iter()
    .map(|(name, one)| {
        Case::text(format!("chain: {name}"), "a.json", move || {
            let link = |number: usize| {
                let next = format!(
                    "{{\"$ref\":\"#/components/schemas/S{}\"}}",
                    (number + 1) % (LINKS + 1)
                );
                format!("\"S{number}\":{}", one.replace("NEXT", &next))
            };
            schemas(&format!(
                "{},\"S{LINKS}\":{{\"type\":\"string\"}}",
                list(LINKS, link)
            ))
        })
    })
}
