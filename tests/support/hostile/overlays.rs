//! Overlays whose queries are made to go through everything again and again.

use super::Case;
use super::write::{file, list, schemas};

/// What the test gives the command line beside the description, where a case has it.
pub const OVERLAY: &str = "overlay.yaml";

/// What the names of queries begin with that are not refused before they are evaluated.
pub const EVALUATED: &str = "evaluated, ";

pub(super) fn cases(url: &str) -> Vec<Case> {
    let refused = unreadable_queries().map(|(name, query)| (name.to_owned(), query));
    let queries = queries().into_iter();
    let evaluated = queries.map(|(name, query)| (format!("{EVALUATED}{name}"), query));
    let mut cases: Vec<Case> = refused
        .into_iter()
        .chain(evaluated)
        .map(|(name, query)| {
            case(&name, move || {
                format!("- target: {query:?}\n  update: {{x-a: 1}}\n")
            })
        })
        .collect();
    cases.push(case("10,000 actions", || {
        "- target: $..*\n  update: {x-a: 1}\n".repeat(10_000)
    }));
    cases.push(case("each adds what the next one finds", || {
        "- target: '$..[?@.type]'\n  update: {x-a: {type: b, c: {type: d}}}\n".repeat(50)
    }));
    cases.push(case("a large value, everywhere", || {
        let value = list(10_000, |n| n);
        format!("- target: '$..[?@.type]'\n  update: {{x-a: [{value}]}}\n")
    }));
    cases.push(case("a long text, everywhere", || {
        let text = "x".repeat(50_000);
        format!("- target: '$..[?@.type]'\n  update: {{x-a: {text}}}\n")
    }));
    cases.push(case("large patterns, action after action", || {
        let pattern = "$..[?search(@.description, '((a{1,10}){1,10}){1,10}b')]";
        format!("- target: {pattern:?}\n  update: {{x-a: 1}}\n").repeat(2_000)
    }));
    let url = url.to_owned();
    cases.push(Case::new(
        "overlay: extends a URL",
        "inside/a.json",
        move |folder| {
            file(folder, "inside/a.json", description().as_bytes());
            let text = format!(
                "{}extends: {url}/a.json\n",
                HEAD.trim_end_matches("actions:\n")
            );
            let text = format!("{text}actions:\n- target: $.info\n  update: {{x-a: 1}}\n");
            file(folder, &format!("inside/{OVERLAY}"), text.as_bytes());
        },
    ));
    cases
}

const HEAD: &str = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n";

fn case(name: &str, actions: impl Fn() -> String + 'static) -> Case {
    Case::new(format!("overlay: {name}"), "inside/a.json", move |folder| {
        file(folder, "inside/a.json", description().as_bytes());
        let text = format!("{HEAD}{}", actions());
        file(folder, &format!("inside/{OVERLAY}"), text.as_bytes());
    })
}

/// Some thousands of values, with texts for the regular expressions.
fn description() -> String {
    schemas(&list(500, |n| {
        format!(
            r#""S{n}":{{"type":"object","description":"{}","properties":{{"a":{{"type":"string"}}}}}}"#,
            "a".repeat(200)
        )
    }))
}

/// Queries beyond the limits of length, of depth and of what is in them.
fn unreadable_queries() -> [(&'static str, String); 5] {
    [
        (
            "descendants without end",
            format!("${}", "..*".repeat(5_000)),
        ),
        ("brackets", "[".repeat(100_000)),
        ("parentheses", format!("$[?{}", "(".repeat(100_000))),
        ("negations", format!("$[?{}@.a]", "!".repeat(100_000))),
        (
            "large patterns beside each other",
            format!(
                "$..[?{}]",
                vec!["match(@.description, '\\p{L}{40}')"; 200].join("||")
            ),
        ),
    ]
}

/// Queries within the limits, as long and as deep as they can be.
fn queries() -> Vec<(&'static str, String)> {
    let nested = (0..14).fold("@.a".to_owned(), |inner, _| format!("@..[?{inner}]"));
    vec![
        (
            "descendants of descendants",
            format!("${}", "..*".repeat(20)),
        ),
        (
            "descendants, as often as it goes",
            format!("${}", "..*".repeat(3_300)),
        ),
        ("filters in filters", format!("$..[?{nested}]")),
        (
            "filters that look at everything",
            "$..[?$..[?$..*]]".to_owned(),
        ),
        ("comparisons of everything", "$..[?@ == $]".to_owned()),
        (
            "lengths of everything",
            "$..[?count($..*) > count(@..*)]".to_owned(),
        ),
        (
            "every item, many times",
            format!("$..[{}]", vec!["*"; 4_900].join(",")),
        ),
        (
            "slices, many times",
            format!("$..[{}]", vec!["::-1"; 1_900].join(",")),
        ),
        (
            "a slow pattern",
            "$..[?match(@.description, '(a+)+b')]".to_owned(),
        ),
        (
            "a large pattern",
            "$..[?search(@.description, '((a{1,10}){1,10}){1,10}b')]".to_owned(),
        ),
        (
            "a pattern of the description",
            "$..[?search($.info.title, @.description)]".to_owned(),
        ),
        (
            "parentheses",
            format!("$..[?{}@.b{}]", "(".repeat(30), ")".repeat(30)),
        ),
        (
            "negations",
            format!("$..[?{}@.a{}]", "!(".repeat(15), ")".repeat(15)),
        ),
        (
            "alternatives",
            format!("$..[?{}]", vec!["@.b"; 1_900].join("||")),
        ),
    ]
}
