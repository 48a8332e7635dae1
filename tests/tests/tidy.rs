//! Rules that reviewers would otherwise have to remember.

use std::collections::BTreeMap;
use std::path::Path;

use engross_tests::{project, read_tree};

/// The modules of the generator by rank: each may use only what stands above it.
const RANKS: [&[&str]; 14] = [
    &["source", "paths", "parallel", "hashing"],
    &["diagnostic"],
    &["load"],
    &["document"],
    &["api", "config"],
    &["lower"],
    &["filter"],
    &["check"],
    &["plan", "tokens"],
    &["layout"],
    &["emit"],
    &["print"],
    &["output"],
    &["review"],
];

/// The doors and the driver: they use what they need, and nothing of the above uses them.
const DOORS: [&str; 15] = [
    "pipeline",
    "report",
    "starter",
    "account",
    "generator",
    "explain",
    "difference",
    "changes",
    "summary",
    "times",
    "measure",
    "build_script",
    "cli",
    "fuzzing",
    "main",
];

fn ranks() -> BTreeMap<&'static str, usize> {
    let ranked = RANKS.iter().enumerate();
    ranked
        .flat_map(|(rank, names)| names.iter().map(move |name| (*name, rank)))
        .collect()
}

/// The files of the generator, by module.
fn sources() -> Vec<(String, String, String)> {
    let tree = read_tree(&project("codegen/src"));
    let module = |path: &str| {
        path.split('/')
            .next()
            .unwrap_or(path)
            .trim_end_matches(".rs")
            .to_owned()
    };
    tree.into_iter()
        .filter(|(path, _)| {
            path != "lib.rs" && Path::new(path).extension().is_some_and(|e| e == "rs")
        })
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| (module(&path), path, text))
        .collect()
}

/// Whether a file of its own holds tests, or what tests share.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("/testing.rs")
}

/// The program of a file, without its tests and comments.
fn program(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    let code = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let ranks = ranks();
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        for used in used_modules(&program(&text)) {
            let allowed = match (ranks.get(module.as_str()), ranks.get(used.as_str())) {
                (Some(own), Some(other)) => other < own || used == module,
                (Some(_), None) => false,
                (None, _) => DOORS.contains(&module.as_str()),
            };
            if !allowed {
                wrong.push(format!("{path} uses crate::{used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn used_modules(program: &str) -> Vec<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let after = program.split("crate::").skip(1);
    after
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or("")
                .split(',')
                .map(str::trim)
                .collect(),
            None => vec![rest],
        })
        .map(|rest| rest.chars().take_while(|c| is_name(*c)).collect::<String>())
        .filter(|name| name.starts_with(char::is_lowercase))
        .collect()
}

fn expect_absent(what: &str, needles: &[&str], allowed: &[&str]) {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let program = program(&text);
        let found = needles.iter().find(|needle| program.contains(**needle));
        if let (Some(needle), false) = (found, allowed.contains(&module.as_str())) {
            wrong.push(format!("{path}: `{needle}`"));
        }
    }
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

#[test]
fn only_load_and_output_touch_files() {
    let needles = [
        "std::fs",
        "fs::",
        "File::open",
        "File::create",
        "std::net",
        "std::process::Command",
    ];
    expect_absent("I/O outside load and output", &needles, &["load", "output"]);
}

#[test]
fn rust_is_unknown_above_plan() {
    let needles = ["syn::", "quote!", "proc_macro2", "prettyplease", "use heck"];
    let allowed = ["plan", "tokens", "layout", "emit", "print"];
    expect_absent("Rust above plan", &needles, &allowed);
}

#[test]
fn emit_never_asks_the_api() {
    let emit = sources()
        .into_iter()
        .filter(|(module, ..)| module == "emit");
    for (_, path, text) in emit {
        assert!(
            !program(&text).contains("crate::api"),
            "{path} uses crate::api"
        );
        assert!(!program(&text).contains("format!("), "{path} builds text");
    }
}

#[test]
fn only_doors_print_and_read_the_environment() {
    let needles = ["println!", "eprintln!", "print!(", "std::env", "env::var"];
    // What emit prints is printed by the doc examples it writes.
    expect_absent(
        "printing or environment",
        &needles,
        &["cli", "build_script", "main", "emit"],
    );
}

#[test]
fn files_are_of_a_readable_size_and_say_what_they_are() {
    for folder in ["codegen/src", "runtime/src", "tests/support", "tests/tests"] {
        for (path, text) in read_tree(&project(folder)) {
            assert!(
                text.lines().count() <= 600,
                "{folder}/{path} has over 600 lines"
            );
            assert!(
                text.starts_with("//!"),
                "{folder}/{path} does not say what it is"
            );
        }
    }
}

#[test]
fn nothing_is_left_for_later_without_a_word() {
    for folder in ["codegen/src", "runtime/src"] {
        for (path, text) in read_tree(&project(folder)) {
            for needle in ["todo!", "unimplemented!", "dbg!", "FIXME", "#[ignore"] {
                assert!(!text.contains(needle), "{folder}/{path}: {needle}");
            }
        }
    }
}

#[test]
fn generated_files_say_so() {
    for (path, text) in read_tree(&project("generated")) {
        let first = text.lines().next().unwrap_or_default();
        assert!(
            first.contains("@generated by engross"),
            "generated/{path}: {first}"
        );
    }
}

#[test]
fn documents_name_no_path_that_does_not_exist() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
    ] {
        let text = std::fs::read_to_string(project(document)).expect("it is part of the project");
        for path in quoted_paths(&text) {
            assert!(
                project(&path).exists(),
                "{document} names `{path}`, which does not exist"
            );
        }
    }
}

/// Words in backticks that start with a folder of the project.
fn quoted_paths(text: &str) -> Vec<String> {
    let roots = [
        "codegen/",
        "runtime/",
        "spec/",
        "generated/",
        "tests/",
        "docs/",
        ".ci/",
    ];
    let words = text.split('`').skip(1).step_by(2);
    words
        .filter(|word| roots.iter().any(|root| word.starts_with(root)))
        .filter(|word| !word.contains(['*', '<', ' ']))
        .map(str::to_owned)
        .collect()
}
