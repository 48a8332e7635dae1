//! Descriptions of several files, on disk.

mod allowed;
mod named;
#[cfg(feature = "network")]
mod network;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::load;
use crate::diagnostic::{Diagnostics, Format, render_as};
use crate::load::testing::dump;
use crate::load::{Allowances, Forest};
use crate::source::Sources;

/// Writes files into a new folder `api`, next to a folder `secret` with a file in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let secret = ("../secret/a.yaml", "secret: 1");
    for (path, text) in files.iter().chain([&secret]) {
        let path = folder.path().join("api").join(path);
        fs::create_dir_all(folder.path().join("api")).unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Loads `api/root.yaml` of a folder; returns the forest and what was said, without the folder.
fn load_from(folder: &TempDir) -> (Option<Forest>, String) {
    load_with(folder, &Allowances::default())
}

fn load_with(folder: &TempDir, allowances: &Allowances) -> (Option<Forest>, String) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let forest = load(
        &folder.path().join("api/root.yaml"),
        allowances,
        &mut sources,
        &mut diagnostics,
    )
    .ok();
    let said = render_as(&diagnostics, &sources, Format::Short);
    let prefix = format!("{}/", folder.path().join("api").display()).replace('\\', "/");
    let outer = format!("{}/", folder.path().display()).replace('\\', "/");
    (forest, said.replace(&prefix, "").replace(&outer, ""))
}

/// Checks which files are read, and what is said.
#[track_caller]
fn check(files: &[(&str, &str)], read: &[&str], expect: &str) {
    let folder = folder(files);
    let (forest, said) = load_from(&folder);
    let forest = forest.unwrap();
    let paths: Vec<_> = forest.paths().map(|(_, path)| path).collect();
    assert_eq!((paths.as_slice(), said.trim_end()), (read, expect));
    let opened = forest
        .files()
        .iter()
        .map(|path| path.strip_prefix(folder.path().join("api")));
    assert!(opened.eq(read.iter().map(|path| Ok(Path::new(path)))));
}

#[test]
fn files_are_read_once_and_in_order_of_mention() {
    check(
        &[
            (
                "root.yaml",
                "a: {$ref: 'x/b.yaml#/b'}\nc: {$ref: ./d.json}\ne: {$ref: 'x/b.yaml'}",
            ),
            (
                "x/b.yaml",
                "b: {$ref: '../d.json#/d'}\nc: {$ref: '../root.yaml'}\nd: {$ref: e.yml}",
            ),
            ("d.json", r#"{"d": 1, "r": {"$ref": "x/../x/e.yml"}}"#),
            ("x/e.yml", "[1]"),
            ("unused.yaml", ": :"),
        ],
        &["root.yaml", "x/b.yaml", "d.json", "x/e.yml"],
        "",
    );
}

#[test]
fn only_references_are_followed() {
    check(
        &[(
            "root.yaml",
            "example: {$ref: gone.yaml}\nx-a: {$ref: 'http://x/y'}\n$ref: {$ref: [a]}",
        )],
        &["root.yaml"],
        "",
    );
}

#[test]
fn files_that_are_missing() {
    check(
        &[
            (
                "root.yaml",
                "a: {$ref: 'x/pat.yaml#/a'}\nb: {$ref: gone.yaml}",
            ),
            ("x/pet.yaml", "1"),
        ],
        &["root.yaml"],
        "root.yaml:1:11: error[E0202]: the file `x/pat.yaml` is missing\n\
         root.yaml:2:11: error[E0202]: the file `gone.yaml` is missing",
    );
}

#[test]
fn nothing_outside_the_folder_is_read() {
    for (reference, expect) in [
        (
            "../secret/a.yaml",
            "E0203]: the reference `../secret/a.yaml` leaves the folder of the description",
        ),
        (
            "x/../../secret/a.yaml",
            "E0203]: the reference `x/../../secret/a.yaml` leaves the folder of the description",
        ),
        (
            "%2e%2e/secret/a.yaml",
            "E0203]: the reference `%2e%2e/secret/a.yaml` leaves the folder of the description",
        ),
        (
            "/etc/passwd",
            "E0203]: the reference `/etc/passwd` leaves the folder of the description",
        ),
        (
            "C:/a.yaml",
            "E0203]: the reference `C:/a.yaml` leaves the folder of the description",
        ),
        (
            "file:///etc/passwd",
            "E0204]: the reference `file:///etc/passwd` is a URL",
        ),
        (
            "https://example.org/a.yaml",
            "E0204]: the reference `https://example.org/a.yaml` is a URL",
        ),
        (
            "..\\secret\\a.yaml",
            "E0206]: the reference `..\\secret\\a.yaml` has a path that does not mean the same on every system",
        ),
        ("x", "E0101]: cannot read `x`: it is not a plain file"),
        (
            "a.yaml#1",
            "E0206]: the reference `a.yaml#1` has a fragment that is not a path",
        ),
    ] {
        let root = format!("a: {{$ref: '{reference}'}}");
        let expect = format!("root.yaml:1:11: error[{expect}");
        check(
            &[("root.yaml", &root), ("x/y", "")],
            &["root.yaml"],
            &expect,
        );
    }
}

#[cfg(unix)]
#[test]
fn symbolic_links_lead_nowhere_else() {
    let folder = folder(&[
        (
            "root.yaml",
            "a: {$ref: out.yaml}\nb: {$ref: dir/a.yaml}\nc: {$ref: in.yaml}\nd: {$ref: d.yaml}",
        ),
        ("d.yaml", "1"),
    ]);
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(from, folder.path().join("api").join(to)).unwrap();
    };
    link("../secret/a.yaml", "out.yaml");
    link("../secret", "dir");
    link("d.yaml", "in.yaml");
    let (forest, said) = load_from(&folder);
    let expect = "root.yaml:1:11: error[E0203]: the reference `out.yaml` leaves the folder of the description\n\
                  root.yaml:2:11: error[E0203]: the reference `dir/a.yaml` leaves the folder of the description\n";
    assert_eq!(said, expect);
    let forest = forest.unwrap();
    let resolve = |reference| forest.resolve(forest.root(), reference).unwrap();
    assert_eq!(resolve("in.yaml"), resolve("d.yaml"));
    assert_eq!(forest.files().len(), 2);
}

#[test]
fn errors_in_other_files_leave_a_forest() {
    check(
        &[
            (
                "root.yaml",
                "a: {$ref: b.yaml}\nc: {$ref: b.yaml}\nd: {$ref: e.yaml}",
            ),
            ("b.yaml", "a: b: c"),
            ("e.yaml", ""),
        ],
        &["root.yaml", "b.yaml", "e.yaml"],
        "b.yaml:1:5: error[E0106]: invalid YAML: a `:` where no key can be\n\
         e.yaml:1:1: error[E0104]: the file has no content",
    );
}

#[test]
fn a_file_beyond_the_limit_is_not_opened() {
    let folder = folder(&[("root.yaml", "$ref: big.yaml")]);
    let big = fs::File::create(folder.path().join("api/big.yaml")).unwrap();
    big.set_len(100_000_001).unwrap();
    let (forest, said) = load_from(&folder);
    let expect =
        "root.yaml:1:7: error[E0102]: cannot read `big.yaml`: it has more than 100000000 bytes";
    assert_eq!(said.trim_end(), expect);
    assert_eq!(forest.unwrap().paths().count(), 1);
}

#[test]
fn without_a_root_there_is_no_forest() {
    for (text, expect) in [
        (
            "a: [",
            "root.yaml:1:4: error[E0106]: invalid YAML: a bracket that is not closed",
        ),
        ("", "root.yaml:1:1: error[E0104]: the file has no content"),
    ] {
        let (forest, said) = load_from(&folder(&[("root.yaml", text)]));
        assert_eq!((forest.is_none(), said.trim_end()), (true, expect));
    }
    let (forest, said) = load_from(&folder(&[]));
    assert!(forest.is_none());
    assert!(
        said.starts_with("error[E0101]: cannot read `root.yaml`: "),
        "{said}"
    );
}

#[test]
fn json_and_yaml_by_name_and_looks() {
    for (name, text, expect) in [
        ("a.json", "{\"a\": 1}", Some("{\"a\":1}")),
        ("a.JSON", "a: 1", None),
        ("a.yaml", "{\"a\": 1}", Some("{\"a\":1}")),
        ("a.yaml", "{a: 1}", Some("{\"a\":1}")),
        ("a", "\n [1,\t2]", Some("[1,2]")),
        ("a.txt", "a: 1", Some("{\"a\":1}")),
    ] {
        let root = format!("a: {{$ref: {name}}}");
        let (forest, _) = load_from(&folder(&[("root.yaml", &root), (name, text)]));
        let forest = forest.unwrap();
        let read = forest.resolve(forest.root(), name).ok().map(dump);
        assert_eq!(read.as_deref(), expect, "{name} {text}");
    }
}
