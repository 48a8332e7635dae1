//! Following references.

use super::*;
use crate::diagnostic::{Diagnostic, Diagnostics, Format, render_as};
use crate::load::{Allowances, load};
use crate::source::Sources;

const ROOT: &str = "\
pets: {Pet: {a/b: [x, {~c: y}]}, Cat: {}}
to: {$ref: '#/pets/Pet'}
file: {$ref: 'other.yaml#/there'}
pat: {$ref: '#/pets/Pat'}
deep: {$ref: '#/pets/Pet/x/y'}
text: {$ref: '#/pets/Pet/a~1b/0/z'}
gone: {$ref: 'othre.yaml#/x'}
broken: {$ref: 'broken.yaml#/x'}
example: {$ref: 'unread.yaml'}
anchor: {$ref: '#pet'}
";

const OTHER: &str = "there: {$ref: 'root.yaml#/to'}\nback: {$ref: '#/here'}\n";

/// Loads the two files above and one that is broken.
fn with_forest(check: impl FnOnce(&Forest, &Sources)) {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("root.yaml", ROOT),
        ("other.yaml", OTHER),
        ("broken.yaml", "a: b: c"),
    ];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let root = folder.path().join("root.yaml");
    let forest = load(
        &root,
        &Allowances::default(),
        &mut sources,
        &mut diagnostics,
    )
    .unwrap();
    check(&forest, &sources);
}

#[test]
fn one_step() {
    with_forest(|forest, _| {
        for (reference, expect) in [
            ("#/pets/Pet", "#/pets/Pet"),
            ("root.yaml#/pets", "#/pets"),
            ("#/pets/Pet/a~1b/1/~0c", "#/pets/Pet/a~1b/1/~0c"),
            ("#/p%65ts", "#/pets"),
            ("", "#"),
            ("#", "#"),
            ("other.yaml", "#"),
            ("./other.yaml#/there", "#/there"),
        ] {
            let node = forest.resolve(forest.root(), reference).unwrap();
            assert_eq!(node.pointer().to_string(), expect, "{reference}");
        }
        let other = forest.resolve(forest.root(), "other.yaml").unwrap();
        assert_eq!(forest.resolve(other, "root.yaml"), Ok(forest.root()));
        assert_eq!(
            forest.resolve(other, "#/there").unwrap().file(),
            other.file()
        );
    });
}

/// Returns what is said of the broken reference under a key.
fn diagnostic(forest: &Forest, key: &str) -> Option<Diagnostic> {
    let reference = forest.root().get(key)?.get("$ref")?;
    let error = forest.resolve(reference, reference.as_str()?).unwrap_err();
    error.diagnostic(reference)
}

#[test]
fn what_is_said_of_broken_references() {
    with_forest(|forest, sources| {
        for (key, expect) in [
            (
                "pat",
                "4:13: error[E0201]: the reference `#/pets/Pat` leads nowhere",
            ),
            (
                "deep",
                "5:14: error[E0201]: the reference `#/pets/Pet/x/y` leads nowhere",
            ),
            (
                "text",
                "6:14: error[E0201]: the reference `#/pets/Pet/a~1b/0/z` leads nowhere",
            ),
            (
                "gone",
                "7:14: error[E0202]: the file `othre.yaml` is missing",
            ),
            (
                "example",
                "9:17: error[E0207]: the file `unread.yaml` was not read",
            ),
            (
                "anchor",
                "10:16: error[E0206]: the reference `#pet` has a fragment that is not a path",
            ),
        ] {
            let mut diagnostics = Diagnostics::default();
            diagnostics.add(diagnostic(forest, key).unwrap());
            let said = render_as(&diagnostics, sources, Format::Short);
            assert!(said.ends_with(&format!("/root.yaml:{expect}\n")), "{said}");
        }
        // That the file is broken is said where the file is read.
        assert_eq!(diagnostic(forest, "broken"), None);
    });
}

#[test]
fn hints_name_what_was_probably_meant() {
    with_forest(|forest, _| {
        for (key, expect) in [
            ("pat", "did you mean `#/pets/Pet`?"),
            ("gone", "did you mean `other.yaml`?"),
            ("deep", "add `x` there, or correct the reference"),
        ] {
            let diagnostic = diagnostic(forest, key).unwrap();
            assert_eq!(diagnostic.help.as_deref(), Some(expect));
        }
    });
}
