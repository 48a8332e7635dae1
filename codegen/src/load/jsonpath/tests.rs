//! Queries, and what is wrong with them.

use std::cell::Cell;

use super::{Missing, missing, parse, select};
use crate::load::draft::{Value, View};
use crate::load::limits::MAX_QUERY_STEPS;
use crate::load::testing::tree;

const PETS: &str = "
paths:
  /pets:
    get: {x-oai-traits: [paged], tags: [pet], operationId: listPets, parameters: [{name: top, in: query}]}
    post: {tags: [pet, admin], deprecated: true}
  /users: {get: {tags: [user]}, description: \"a\\nb\"}
size: 0x10
";

/// Returns the pointers of what a query selects.
fn selected(query: &str) -> Vec<String> {
    let tree = tree(PETS);
    let draft = Value::Whole(tree.root());
    let steps = Cell::new(MAX_QUERY_STEPS);
    let query = parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    let found = select(&query, View::new(&draft), &steps).unwrap();
    let node = |place: &[u32]| {
        place.iter().fold(tree.root(), |node, position| {
            let position = *position as usize;
            let entry = node
                .as_object()
                .and_then(|mut entries| entries.nth(position));
            entry.map_or_else(|| node.element(position).unwrap(), |entry| entry.value)
        })
    };
    found
        .iter()
        .map(|found| node(&found.place).pointer().to_string())
        .collect()
}

#[test]
fn what_overlays_ask_for() {
    for (query, expect) in [
        ("$", &[""][..]),
        ("$.paths['/users'].get", &["/paths/~1users/get"]),
        (
            "$.paths.*.get.tags",
            &["/paths/~1pets/get/tags", "/paths/~1users/get/tags"],
        ),
        ("$.paths[*][?@.deprecated == true]", &["/paths/~1pets/post"]),
        (
            "$..parameters[?@.name=='top' && @.in=='query']",
            &["/paths/~1pets/get/parameters/0"],
        ),
        (
            "$.paths[?(@.get['x-oai-traits'][?(@ == 'paged')])].get",
            &["/paths/~1pets/get"],
        ),
        (
            "$.paths.*.*.tags[?@ == 'admin']",
            &["/paths/~1pets/post/tags/1"],
        ),
        (
            "$.paths.*[?match(@.operationId, 'list.*')]",
            &["/paths/~1pets/get"],
        ),
        (
            "$.paths.*[?search(@.tags[-1], '^ad')]",
            &["/paths/~1pets/post"],
        ),
        (
            "$.paths.*[?length(@.tags) > 1 || count(@..top) == 1]",
            &["/paths/~1pets/post"],
        ),
        ("$[?@ == 16]", &["/size"]),
        ("$[?@ >= 15.5]", &["/size"]),
        (
            "$.paths.*[?@ == \"a\\u000ab\"]",
            &["/paths/~1users/description"],
        ),
        // A value that is selected twice is changed once.
        ("$['size', 'size']", &["/size"]),
        (
            "$.paths..tags[::-1]",
            &[
                "/paths/~1pets/get/tags/0",
                "/paths/~1pets/post/tags/0",
                "/paths/~1pets/post/tags/1",
                "/paths/~1users/get/tags/0",
            ],
        ),
        ("$.nothing", &[]),
    ] {
        let expect: Vec<_> = expect.iter().map(|text| format!("#{text}")).collect();
        assert_eq!(selected(query), expect, "{query}");
    }
}

#[test]
fn faults_have_their_place() {
    for (query, at, what) in [
        ("paths", "p", "expected `$`"),
        (
            "$.paths.x-internal",
            "x-internal",
            "a name with `-` must be quoted",
        ),
        (
            "$.paths[/pets]",
            "/",
            "expected a name in quotes, a position, `*` or `?`",
        ),
        ("$.a[?@.b = 1]", "=", "expected `,` or `]`"),
        ("$.a[?@..b == 1]", "@..b", "this can select several values"),
        (
            "$.a[?!@.b == 1]",
            "==",
            "a comparison cannot be negated like this",
        ),
        ("$.a[?lenght(@.b) > 1]", "lenght", "no function `lenght`"),
        ("$.a[?match(@.b, '(')]", "'('", "not a regular expression"),
        ("$.a[?'b']", "'b'", "a value is no condition"),
        ("$.a[01]", "01", "not a position"),
        ("$.a['b", "'b", "a text that is not closed"),
        ("$.a['\\ud800']", "\\ud800", "half a character"),
        ("$.a.", "", "expected a name"),
        ("$.a ", " ", "expected `.`, `..`, `[` or the end"),
    ] {
        let fault = parse(query).unwrap_err();
        assert_eq!(
            (&query[fault.place], fault.what.as_str()),
            (at, what),
            "{query}"
        );
    }
    assert!(
        parse("$[?lenght(@) > 1]")
            .unwrap_err()
            .help
            .unwrap()
            .contains("`length`")
    );
}

#[test]
fn the_step_that_finds_nothing_is_named() {
    let tree = tree(PETS);
    let draft = Value::Whole(tree.root());
    for (query, name, nearest) in [
        ("$.paths['/pest'].get", Some("/pest"), Some("/pets")),
        ("$.paths['/pets'].delete", Some("delete"), None),
        ("$.paths[?@.nothing].get", None, None),
    ] {
        let found = missing(&parse(query).unwrap(), View::new(&draft), &Cell::new(1_000)).unwrap();
        let expect = Missing {
            name: name.map(str::to_owned),
            nearest: nearest.map(str::to_owned),
        };
        assert_eq!(found, expect, "{query}");
    }
}

#[test]
fn work_is_bounded() {
    let deep = format!("{}1{}", "[".repeat(400), "]".repeat(400));
    let tree = tree(&deep);
    let draft = Value::Whole(tree.root());
    for query in [
        "$..*..*..*..*",
        "$..[?count($..*) > count(@..*)]..*",
        "$..[?@..[?@..[?@..*]]]",
        "$..*..*..[?search('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a|aa|a*)*b')]",
    ] {
        let query = parse(query).unwrap();
        let steps = Cell::new(100_000);
        assert!(select(&query, View::new(&draft), &steps).is_err());
    }
    let nested = "$".to_owned() + &"[?@".repeat(200);
    assert!(parse(&nested).is_err() && parse(&"$.a".repeat(100_000)).is_err());
    assert!(parse(&format!("$[?{}@{}]", "!(".repeat(1_000), ")".repeat(1_000))).is_err());
}
