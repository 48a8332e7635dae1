//! Aliases that stand for more than there is.

use std::fmt::Write;

use super::Case;

type Text = fn() -> String;

pub(super) fn cases() -> Vec<Case> {
    let texts: [(&str, Text); 12] = [
        ("billion laughs", || laughs(9, 10, "x")),
        ("many laughs", || laughs(200, 2, "x")),
        ("quadratic", quadratic),
        ("laughs of schemas", schema_laughs),
        ("laughs of schemas within the limit", || schemas(18)),
        ("laughs of an object", object_laughs),
        ("laughs of merge keys", merge_laughs),
        ("a merge key of many", merge_of_many),
        ("self, in a sequence", || "a: &a [*a]\n".to_owned()),
        ("self, in a mapping", || "a: &a {b: *a}\n".to_owned()),
        ("self, merged", || "a: &a {<<: *a}\n".to_owned()),
        ("depth through aliases", deep),
    ];
    let mut cases: Vec<_> = texts
        .into_iter()
        .map(|(name, text)| Case::text(format!("aliases: {name}"), "a.yaml", text))
        .collect();
    cases.push(Case::text("aliases: 200,000 anchors", "a.yaml", || {
        (0..200_000).fold(String::new(), |mut text, number| {
            let _ = writeln!(text, "a{number}: &a{number} []");
            text
        })
    }));
    cases.push(Case::text("aliases: 200,000 unknown", "a.yaml", || {
        "- *a\n".repeat(200_000)
    }));
    cases
}

fn laughs(levels: usize, width: usize, first: &str) -> String {
    let mut text = format!("a0: &a0 [{first}]\n");
    for level in 1..levels {
        let aliases = vec![format!("*a{}", level - 1); width].join(", ");
        let _ = writeln!(text, "a{level}: &a{level} [{aliases}]");
    }
    text
}

fn quadratic() -> String {
    let values = vec!["x"; 50_000].join(", ");
    format!("a: &a [{values}]\nb:\n{}", "- *a\n".repeat(50_000))
}

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n";

fn schemas(levels: usize) -> String {
    let mut text = format!("{HEAD}components:\n  schemas:\n    S0: &a0 {{type: string}}\n");
    for level in 1..levels {
        let below = level - 1;
        let _ = writeln!(
            text,
            "    S{level}: &a{level} {{type: object, properties: {{a: *a{below}, b: *a{below}}}}}"
        );
    }
    text
}

fn schema_laughs() -> String {
    schemas(40)
}

fn object_laughs() -> String {
    let mut text = format!("{HEAD}x-a0: &a0 {{a: 1}}\n");
    for level in 1..60 {
        let below = level - 1;
        let _ = writeln!(text, "x-a{level}: &a{level} {{a: *a{below}, b: *a{below}}}");
    }
    text
}

fn merge_laughs() -> String {
    let mut text = format!("{HEAD}x-a0: &a0 {{a: 1}}\n");
    for level in 1..60 {
        let below = level - 1;
        let _ = writeln!(
            text,
            "x-a{level}: &a{level} {{<<: [*a{below}, *a{below}], b{level}: *a{below}}}"
        );
    }
    text
}

fn merge_of_many() -> String {
    let keys: Vec<_> = (0..5_000).map(|number| format!("k{number}: 1")).collect();
    format!(
        "{HEAD}x-a: &a {{{}}}\nx-b:\n{}",
        keys.join(", "),
        "- <<: *a\n".repeat(5_000)
    )
}

fn deep() -> String {
    let mut text = format!("a0: &a0 {}1{}\n", "[".repeat(300), "]".repeat(300));
    for level in 1..1_000 {
        let _ = writeln!(text, "a{level}: &a{level} [*a{}]", level - 1);
    }
    text
}
