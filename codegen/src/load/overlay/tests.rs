//! Overlays: what comes out, where it stands, and what is said.

use std::fs;
use std::time::{Duration, Instant};

use super::OverlayFile;
use crate::diagnostic::{Diagnostics, Format, render_as};
use crate::load::testing::dump;
use crate::load::{Allowances, Forest, load_overlaid};
use crate::source::Sources;

const PETS: &str = "\
openapi: 3.2.0
$self: https://example.org/pets.yaml
tags: &tags [a, b]
paths:
  /a: {get: {summary: old, tags: *tags}}
  /b: {get: {tags: *tags}, post: {deprecated: true}}
";

/// Applies overlays to a description; returns what came out, the texts and what was said.
fn load_with(description: &str, overlays: &[&str]) -> (Option<Forest>, Sources, String) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let path = write("api.yaml", description);
    let overlays = overlays
        .iter()
        .enumerate()
        .map(|(index, text)| OverlayFile {
            path: write(&format!("{index}.yaml"), text),
            place: None,
        });
    let overlays: Vec<_> = overlays.collect();
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let forest = load_overlaid(
        &path,
        &overlays,
        &Allowances::default(),
        &mut sources,
        &mut diagnostics,
    )
    .ok();
    let said =
        [Format::Short, Format::Plain].map(|format| render_as(&diagnostics, &sources, format));
    let said = said.concat();
    let prefix = format!("{}/", folder.path().display());
    (forest, sources, said.replace(&prefix, ""))
}

/// Returns an overlay of version 1.1 with these actions.
fn overlay(actions: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{title: T, version: 1}}\nactions: [{actions}]\n")
}

#[track_caller]
fn check(description: &str, actions: &str, expect: &str) {
    let (forest, _, said) = load_with(description, &[&overlay(actions)]);
    assert_eq!(said, "");
    assert_eq!(dump(forest.unwrap().root()), expect);
}

#[track_caller]
fn check_said(overlay: &str, expect: &str) {
    let (_, _, said) = load_with(PETS, &[overlay]);
    assert!(said.contains(expect), "{said}\n{expect}");
}

#[test]
fn what_comes_out() {
    for (description, actions, expect) in [
        (
            "{a: {b: 1}}",
            "{target: $.a, update: {c: 2}}",
            r#"{"a":{"b":1,"c":2}}"#,
        ),
        (
            "{a: {b: 1}}",
            "{target: $.a, update: {b: 2}}",
            r#"{"a":{"b":2}}"#,
        ),
        (
            "{a: {b: [1]}}",
            "{target: $, update: {a: {b: [2, 3]}}}",
            r#"{"a":{"b":[1,2,3]}}"#,
        ),
        ("{a: [1]}", "{target: $.a, update: 2}", r#"{"a":[1,2]}"#),
        (
            "{a: [1]}",
            "{target: $.a, update: {b: 2}}",
            r#"{"a":[1,{"b":2}]}"#,
        ),
        (
            "{a: [1]}",
            "{target: $.a, update: [2, [3]]}",
            r#"{"a":[1,2,[3]]}"#,
        ),
        ("{a: x}", "{target: $.a, update: null}", r#"{"a":null}"#),
        (
            "{a: 1, b: 2}",
            "{target: $.*, update: 3}",
            r#"{"a":3,"b":3}"#,
        ),
        ("{a: 1, b: 2}", "{target: $.a, remove: true}", r#"{"b":2}"#),
        (
            "[1, 2, 3, 4]",
            "{target: '$[0, -1]', remove: true}",
            "[2,3]",
        ),
        ("{a: {a: 1, b: 2}}", "{target: $..a, remove: true}", "{}"),
        (
            "{a: {b: 1}, c: {}}",
            "{target: $.c, copy: $.a}",
            r#"{"a":{"b":1},"c":{"b":1}}"#,
        ),
        // Each action sees what the ones before it made; what was copied stays as it was then.
        (
            "{a: {b: 1}}",
            "{target: $, update: {c: {}}}, {target: $.c, copy: $.a}, {target: $.a.b, update: 2}, {target: $.c, update: {d: 3}}",
            r#"{"a":{"b":2},"c":{"b":1,"d":3}}"#,
        ),
        // An alias is a value of its own.
        (
            "{a: &a {b: [1]}, c: *a, d: *a}",
            "{target: $.c.b, update: [2]}",
            r#"{"a":{"b":[1]},"c":{"b":[1,2]},"d":{"b":[1]}}"#,
        ),
        (
            "{a: &a {b: [1]}, c: *a, d: *a}",
            "{target: $.a.b, update: [2]}",
            r#"{"a":{"b":[1,2]},"c":{"b":[1]},"d":{"b":[1]}}"#,
        ),
        (
            "{a: &a [1], b: {<<: {c: *a}}}",
            "{target: $.b, update: {d: 2}}",
            r#"{"a":[1],"b":{"c":[1],"d":2}}"#,
        ),
        (
            "a: |\n  x\n  y\n",
            "{target: $, update: {\"\\u0062\": \"\\u0041\"}}",
            r#"{"a":"x\ny\n","b":"A"}"#,
        ),
    ] {
        check(description, actions, expect);
    }
}

#[test]
fn every_value_keeps_its_place() {
    let first = overlay("{target: '$.paths[*].get', update: {summary: new, x: {y: [1]}}}");
    let second = overlay(
        "{target: $.paths..x, update: {z: 2}}, {target: \"$.paths['/b'].post\", remove: true}",
    );
    let (forest, sources, said) = load_with(PETS, &[&first, &second]);
    let forest = forest.unwrap_or_else(|| panic!("{said}"));
    let root = forest.root();
    for (pointer, file, text) in [
        ("/paths/~1a/get", "api.yaml", "{summary: old, tags: *tags}"),
        ("/paths/~1a/get/summary", "0.yaml", "new"),
        ("/paths/~1a/get/tags", "api.yaml", "*tags"),
        ("/paths/~1a/get/x", "0.yaml", "{y: [1]}"),
        ("/paths/~1b/get/x/y/0", "0.yaml", "1"),
        ("/paths/~1b/get/x/z", "1.yaml", "2"),
    ] {
        let pointer = crate::source::Pointer::parse(pointer).unwrap();
        let node = pointer
            .tokens()
            .fold(root, |node, token| node.step(&token).unwrap());
        let span = node.span();
        assert_eq!(&sources.text(span.file())[span.range()], text);
        assert!(sources.path(span.file()).ends_with(file), "{pointer}");
        assert_eq!((node.file(), node.pointer()), (root.file(), pointer));
    }
    let get = |path: &str| {
        root.get("paths")
            .unwrap()
            .get(path)
            .unwrap()
            .get("get")
            .unwrap()
    };
    let key = get("/a").entry("summary").unwrap().key_span;
    assert!(
        sources.path(key.file()).ends_with("api.yaml"),
        "a replaced value keeps its key"
    );
    let (one, other) = (get("/a").get("x").unwrap(), get("/b").get("x").unwrap());
    assert_eq!(one.span(), other.span());
    assert_ne!(one.identity(), other.identity());
    assert!(
        root.get("paths")
            .unwrap()
            .get("/b")
            .unwrap()
            .get("post")
            .is_none()
    );
    assert_eq!(forest.files().len(), 3);
}

#[test]
fn references_in_new_values_count_from_the_description() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("overlays")).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("api.yaml", "a: {}\nb: here");
    write("pet.yaml", "name: Pet");
    write(
        "overlays/o.yaml",
        &overlay("{target: $.a, update: {c: {$ref: pet.yaml}, d: {$ref: '#/b'}}}"),
    );
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let files = [OverlayFile {
        path: folder.path().join("overlays/o.yaml"),
        place: None,
    }];
    let forest = load_overlaid(
        &folder.path().join("api.yaml"),
        &files,
        &Allowances::default(),
        &mut sources,
        &mut diagnostics,
    );
    let forest = forest.unwrap();
    let target = |key: &str| {
        let reference = forest
            .root()
            .get("a")
            .unwrap()
            .get(key)
            .unwrap()
            .get("$ref")
            .unwrap();
        dump(
            forest
                .resolve(reference, reference.as_str().unwrap())
                .unwrap(),
        )
    };
    assert_eq!(target("c"), r#"{"name":"Pet"}"#);
    assert_eq!(target("d"), r#""here""#);
}

#[test]
fn what_is_said() {
    for (overlay, expect) in [
        ("a: 1", "error[E0230]: this is no overlay"),
        ("overlay: 2.0.0", "0.yaml:1:10: error[E0230]: this version"),
        (
            "overlay: 1.1.0",
            "error[E0231]: the key `actions` is missing",
        ),
        ("overlay: 1.1.0\nactons: []", "did you mean `actions`?"),
        (
            "overlay: 1.1.0\nactions: []",
            "error[E0231]: an overlay without actions",
        ),
        (
            "overlay: 1.1.0\nactions: {}",
            "error[E0231]: `actions` must be a list",
        ),
        (
            "overlay: 1.1.0\nactions: [{update: 1}]",
            "error[E0231]: the key `target` is missing",
        ),
        (
            "overlay: 1.1.0\nactions: [{target: $, remove: yes}]",
            "`remove` must be `true` or `false`",
        ),
        (
            "overlay: 1.1.0\nactions: [{target: $, update: 1, copy: $}]",
            "both updates and copies",
        ),
        (
            "overlay: 1.0.0\nactions: [{target: $, copy: $}]",
            "write `overlay: 1.1.0`",
        ),
        (
            "overlay: 1.1.0\nactions: [{target: $}]",
            "warning[W0230]: this has no effect",
        ),
        (
            "overlay: 1.1.0\nactions: [{target: $.x, remove: true, update: 1}]",
            "warning[W0230]",
        ),
    ] {
        check_said(overlay, expect);
    }
    for (action, expect) in [
        (
            "{target: '$.paths.x-a', remove: true}",
            "0.yaml:3:29: error[E0233]",
        ),
        (
            "{target: $.path, remove: true}",
            "error[E0234]: `$.path` selects nothing",
        ),
        ("{target: $.path, remove: true}", "did you mean `paths`?"),
        (
            "{target: $, remove: true}",
            "error[E0235]: the whole description",
        ),
        (
            "{target: $.paths, copy: $.paths.*}",
            "error[E0235]: `$.paths.*` selects 2 values",
        ),
        (
            "{target: $.paths, update: 1}",
            "error[E0235]: a single value cannot be merged into an object",
        ),
        (
            "{target: $.paths, update: {/a: [1]}}",
            "a list cannot be merged into an object",
        ),
        (
            "{target: '$[*]', update: {}}",
            "error[E0235]: targets of several kinds",
        ),
    ] {
        check_said(&overlay(action), expect);
    }
    let old = overlay("{target: $.openapi, update: 3.1.0}").replace("1.1.0\ni", "1.0.3\ni");
    check_said(
        &old,
        "error[E0235]: a target that is neither an object nor a list",
    );
}

#[test]
fn what_it_was_written_for() {
    let action = overlay("{target: $, update: {x: 1}}");
    for (extends, expect) in [
        ("api.yaml", ""),
        ("./api.yaml#", ""),
        ("other.yaml", "error[E0232]"),
        ("../api.yaml", "error[E0232]"),
        ("https://example.org/pets.yaml", ""),
        ("https://example.org/other.yaml", "error[E0232]"),
    ] {
        let (_, _, said) = load_with(PETS, &[&format!("extends: '{extends}'\n{action}")]);
        assert!(
            said.contains(expect) && said.is_empty() == expect.is_empty(),
            "{extends}: {said}"
        );
    }
    let (forest, _, said) = load_with("a: 1", &[&format!("extends: 'https://e.org'\n{action}")]);
    assert!(
        forest.is_some() && said.contains("warning[W0231]"),
        "{said}"
    );
}

#[test]
fn growth_and_depth_are_bounded() {
    let start = Instant::now();
    let double = "{target: $.a, copy: $.a},".repeat(60);
    let nest = "{target: $.a, update: {b: {}}}, {target: $..b, copy: $.a},".repeat(60);
    let bomb =
        "{target: $, update: &x {a: {c: [1,2,3,4,5,6,7,8,9]}}}, {target: $.a, update: {c: [0]}},"
            .to_owned();
    for (description, actions, limit) in [
        ("a: [1, 2]", &double, "E0236"),
        ("a: {b: {}}", &nest, "E0"),
        ("a: {}", &bomb.repeat(2_000), ""),
        (
            "a: {}",
            &"{target: $.a, update: {c: 1}},".repeat(10_001),
            "E0236",
        ),
    ] {
        let (forest, _, said) = load_with(description, &[&overlay(actions)]);
        assert!(
            forest.is_some() == limit.is_empty() && said.contains(limit),
            "{said}"
        );
    }
    assert!(start.elapsed() < Duration::from_secs(120));
}
