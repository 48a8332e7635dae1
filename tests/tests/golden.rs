//! Descriptions of one construct each, and the whole tree that comes out of each.

use std::path::{Path, PathBuf};

use engross::{Generated, Generator};
use engross_tests::{Expectations, Tree, cases, project};

fn description(case: &Path) -> PathBuf {
    [
        "engross.yaml",
        "openapi.yaml",
        "openapi.json",
        "swagger.yaml",
        "swagger.json",
    ]
    .iter()
    .map(|name| case.join(name))
    .find(|path| path.exists())
    .expect("a case has a description")
}

fn generate(case: &Path) -> Generated {
    Generator::new(description(case))
        .out(case.join("expected"))
        // Relative to this package, where tests run, so that no expectation depends on the machine.
        .runtime_path("../runtime")
        .generate()
        .unwrap_or_else(|report| panic!("{}:\n{report}", case.display()))
}

fn tree(generated: &Generated) -> Tree {
    generated
        .files()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Takes the place of the project out of rendered paths, however they lead there.
fn portable(report: &str, case: &Path) -> String {
    let canonical = case.canonicalize().expect("it is there");
    let report = report.replace(&format!("{}/", case.display()), "");
    report.replace(&format!("{}/", canonical.display()), "")
}

#[test]
fn every_case_gives_its_expected_tree_and_warnings() {
    let mut expectations = Expectations::from_environment();
    for case in cases("tests/cases/ok") {
        let generated = generate(&case);
        expectations.expect_tree(&case.join("expected"), &tree(&generated));
        let warnings = portable(&generated.report().to_string(), &case);
        expectations.expect_file(&case.join("warnings.txt"), &warnings);
    }
    expectations.finish();
}

#[test]
fn every_wrong_description_gives_its_report() {
    let mut expectations = Expectations::from_environment();
    for case in cases("tests/cases/fail")
        .into_iter()
        .filter(|path| is_case(path))
    {
        let spec = if case.is_dir() {
            case.join("engross.yaml")
        } else {
            case.clone()
        };
        let result = Generator::new(&spec).strict(is_strict(&case)).generate();
        let report = result
            .err()
            .unwrap_or_else(|| panic!("{} is accepted", case.display()));
        assert!(report.errors() > 0, "{}", case.display());
        let folder = if case.is_dir() {
            &case
        } else {
            case.parent().expect("in a folder")
        };
        expectations.expect_file(&report_file(&case), &portable(&report.to_string(), folder));
    }
    expectations.finish();
}

#[test]
fn every_slip_gives_its_warnings() {
    let mut expectations = Expectations::from_environment();
    for case in cases("tests/cases/warn")
        .into_iter()
        .filter(|path| is_case(path))
    {
        let folder = case.parent().expect("in a folder");
        let result = Generator::new(&case).generate();
        let generated = result.unwrap_or_else(|report| panic!("{}:\n{report}", case.display()));
        let report = generated.report().to_string();
        assert!(!report.is_empty(), "{} is right", case.display());
        expectations.expect_file(&report_file(&case), &portable(&report, folder));
    }
    expectations.finish();
}

fn is_case(path: &Path) -> bool {
    path.is_dir()
        || path
            .extension()
            .is_none_or(|extension| extension != "report")
}

/// Whether a case is about what `--strict` refuses.
fn is_strict(case: &Path) -> bool {
    let name = case.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with("strict_")
}

fn report_file(case: &Path) -> PathBuf {
    if case.is_dir() {
        case.join("expected.report")
    } else {
        case.with_extension("report")
    }
}

/// Codes that no file of a sensible kind can cause, with the reason. Unit tests cover them.
const WITHOUT_CASE: [(&str, &str); 2] = [
    ("E0102", "the file would have over 100 MB"),
    (
        "W0503",
        "what leaves an operation out today has a code of its own",
    ),
];

#[test]
fn every_code_has_a_case() {
    let mut shown = String::new();
    for folder in ["tests/cases/fail", "tests/cases/warn", "tests/cases/ok"] {
        for case in cases(folder) {
            let files = [
                &case,
                &case.join("expected.report"),
                &case.join("warnings.txt"),
            ];
            let texts = files.map(|file| std::fs::read_to_string(file).unwrap_or_default());
            shown.extend(texts);
        }
    }
    let has_case = |code: &str| {
        let exempt = WITHOUT_CASE.iter().any(|(other, _)| *other == code);
        let is_shown = ["error", "warning"]
            .iter()
            .any(|severity| shown.contains(&format!("{severity}[{code}]: ")));
        assert!(!(exempt && is_shown), "{code} has a case after all");
        exempt || is_shown
    };
    let codes = codes();
    assert!(codes.len() > 40, "the table of codes is not read any more");
    let missing: Vec<_> = codes.iter().filter(|code| !has_case(code)).collect();
    assert!(
        missing.is_empty(),
        "codes without a golden case: {missing:?}"
    );
}

/// The codes of the table, as in `E0201`.
fn codes() -> Vec<String> {
    let table = std::fs::read_to_string(project("codegen/src/diagnostic/code.rs"));
    let table = table.expect("it is part of the project");
    let rows = table.lines().filter_map(|line| line.split_once(" = \""));
    let ids = rows.filter_map(|(_, rest)| rest.split_once("\", \""));
    ids.map(|(id, _)| id.to_owned()).collect()
}

#[test]
fn every_case_is_compiled_too() {
    let list = std::fs::read_to_string(project("tests/goldens/src/lib.rs")).expect("it is there");
    for case in cases("tests/cases/ok") {
        let name = case
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let line = format!("#[path = \"../../cases/ok/{name}/expected/src/lib.rs\"]");
        assert!(
            list.contains(&line),
            "tests/goldens/src/lib.rs lacks the case `{name}`"
        );
    }
}

#[test]
fn two_runs_from_two_folders_give_the_same_bytes() {
    let trees: Vec<_> = (0..2)
        .map(|_| {
            let folder = tempfile::tempdir().expect("a folder");
            for (name, text) in engross_tests::read_tree(&project("tests/cases/ok/many_files")) {
                let path = folder.path().join("deep").join(name);
                std::fs::create_dir_all(path.parent().expect("in a folder")).expect("writable");
                std::fs::write(path, text).expect("writable");
            }
            let spec = folder.path().join("deep/openapi.yaml");
            let generator = Generator::new(&spec);
            tree(
                &generator
                    .out(folder.path().join("out"))
                    .generate()
                    .expect("it is right"),
            )
        })
        .collect();
    assert_eq!(trees[0], trees[1]);
}
