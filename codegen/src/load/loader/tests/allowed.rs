//! Folders that are allowed beside the description's own.

use std::collections::BTreeSet;

use super::{folder, load_with};
use crate::load::{Allowance, Allowances};
use crate::source::{Sources, Span};

/// Allows folders, each given by its path from `api`.
fn allow(folder: &tempfile::TempDir, paths: &[&str]) -> Allowances {
    let file = Sources::default().add("engross.yaml", "");
    let allowance = |path: &&str| Allowance {
        value: folder.path().join("api").join(path),
        text: (*path).to_owned(),
        place: Span::new(file, 0, 0),
    };
    Allowances {
        folders: paths.iter().map(allowance).collect(),
        origins: Vec::new(),
    }
}

#[track_caller]
fn check(root: &str, allowed: &[&str], read: &[&str], expect: &str) {
    let folder = folder(&[
        ("root.yaml", root),
        (
            "../shared/a.yaml",
            "a: {$ref: deep/b.yaml}\nr: {$ref: '../api/root.yaml#/r'}",
        ),
        ("../shared/deep/b.yaml", "b: 1"),
        ("../shared-not/a.yaml", "secret: 1"),
    ]);
    let (forest, said) = load_with(&folder, &allow(&folder, allowed));
    let forest = forest.unwrap();
    let paths: Vec<_> = forest.paths().map(|(_, path)| path).collect();
    assert_eq!((paths.as_slice(), said.trim_end()), (read, expect));
    // Build scripts watch these, so they must be paths that can be opened.
    let opened: BTreeSet<_> = forest
        .files()
        .iter()
        .map(|path| path.canonicalize().unwrap())
        .collect();
    assert_eq!(opened.len(), read.len());
}

#[test]
fn files_in_and_below_an_allowed_folder() {
    check(
        "a: {$ref: '../shared/a.yaml#/a'}\nr: 1",
        &["../shared"],
        &["root.yaml", "../shared/a.yaml", "../shared/deep/b.yaml"],
        "",
    );
    check(
        "a: {$ref: ../shared/deep/b.yaml}",
        &["../shared/deep"],
        &["root.yaml", "../shared/deep/b.yaml"],
        "",
    );
}

#[test]
fn everything_else_stays_closed() {
    for (reference, label) in [
        ("../secret/a.yaml", "leaves"),
        ("../shared-not/a.yaml", "leaves"),
        ("../shared/../secret/a.yaml", "leaves"),
        ("/etc/passwd", "leaves"),
        ("..", "leaves"),
    ] {
        check(
            &format!("a: {{$ref: '{reference}'}}"),
            &["../shared"],
            &["root.yaml"],
            &format!(
                "root.yaml:1:11: error[E0203]: the reference `{reference}` {label} the folder of the \
                 description"
            ),
        );
    }
    check(
        "a: {$ref: ../shared/c.yaml}",
        &["../shared"],
        &["root.yaml"],
        "root.yaml:1:11: error[E0202]: the file `../shared/c.yaml` is missing",
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_an_allowed_folder() {
    let folder = folder(&[
        (
            "root.yaml",
            "a: {$ref: ../shared/out.yaml}\nb: {$ref: in.yaml}",
        ),
        ("../shared/a.yaml", "1"),
    ]);
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(from, folder.path().join("api").join(to)).unwrap();
    };
    link("../secret/a.yaml", "../shared/out.yaml");
    // The own folder has no door to the allowed one: references name it.
    link("../shared/a.yaml", "in.yaml");
    let (_, said) = load_with(&folder, &allow(&folder, &["../shared"]));
    assert_eq!(
        said,
        "root.yaml:1:11: error[E0203]: the reference `../shared/out.yaml` leaves the folder of the \
         description\n\
         root.yaml:2:11: error[E0203]: the reference `in.yaml` leaves the folder of the description\n"
    );
}

#[test]
fn folders_that_do_nothing() {
    let folder = folder(&[("root.yaml", "a: 1"), ("../shared/a.yaml", "1")]);
    for (path, expect) in [
        (
            "../shared",
            "error[E0223]: no reference leads to the folder `../shared`",
        ),
        (
            "../gone",
            "error[E0502]: the folder `../gone` does not exist",
        ),
        (
            "root.yaml",
            "error[E0502]: the folder `root.yaml` does not exist",
        ),
    ] {
        let (_, said) = load_with(&folder, &allow(&folder, &[path]));
        assert!(said.trim_end().ends_with(expect), "{said}");
    }
}
