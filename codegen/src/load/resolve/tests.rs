//! Following references.

use super::*;
use crate::diagnostic::{Diagnostics, Format, render_as};
use crate::load::load;
use crate::source::Sources;

const ROOT: &str = "\
pets: {Pet: {a/b: [x, {~c: y}]}, Cat: {}}
to: {$ref: '#/pets/Pet'}
file: {$ref: 'other.yaml#/there'}
loop: {$ref: '#/pool'}
pool: {$ref: '#/loop'}
self: {$ref: '#/self'}
pat: {$ref: '#/pets/Pat'}
deep: {$ref: '#/pets/Pet/x/y'}
text: {$ref: '#/pets/Pet/a~1b/0/z'}
gone: {$ref: 'othre.yaml#/x'}
broken: {$ref: 'broken.yaml#/x'}
example: {$ref: 'unread.yaml'}
chain: {$ref: '#/pat'}
plain: {$ref: [1]}
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
    let forest = load(&root, &mut sources, &mut diagnostics).unwrap();
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

#[test]
fn chains() {
    with_forest(|forest, _| {
        let at = |key| forest.root().get(key).unwrap();
        for (key, expect) in [
            ("to", "/pets/Pet"),
            ("file", "/pets/Pet"),
            ("plain", "/plain"),
            ("pets", "/pets"),
        ] {
            let node = forest.resolve_all(at(key)).unwrap();
            assert_eq!(node.pointer().as_str(), expect, "{key}");
        }
    });
}

#[test]
fn what_is_said_of_broken_references() {
    with_forest(|forest, sources| {
        for (key, expect) in [
            (
                "loop",
                "root.yaml:4:14: error[E0205]: the reference `#/pool` leads back to itself\n",
            ),
            (
                "self",
                "root.yaml:6:14: error[E0205]: the reference `#/self` leads back to itself\n",
            ),
            (
                "pat",
                "root.yaml:7:13: error[E0201]: the reference `#/pets/Pat` leads nowhere\n",
            ),
            (
                "chain",
                "root.yaml:7:13: error[E0201]: the reference `#/pets/Pat` leads nowhere\n",
            ),
            (
                "deep",
                "root.yaml:8:14: error[E0201]: the reference `#/pets/Pet/x/y` leads nowhere\n",
            ),
            (
                "text",
                "root.yaml:9:14: error[E0201]: the reference `#/pets/Pet/a~1b/0/z` leads nowhere\n",
            ),
            (
                "gone",
                "root.yaml:10:14: error[E0202]: the file `othre.yaml` is missing\n",
            ),
            (
                "example",
                "root.yaml:12:17: error[E0207]: the file `unread.yaml` was not read\n",
            ),
            ("broken", ""),
        ] {
            let mut diagnostics = Diagnostics::default();
            let node = forest.root().get(key).unwrap();
            assert_eq!(forest.follow(node, &mut diagnostics), None);
            let said = render_as(&diagnostics, sources, Format::Short);
            assert!(
                said.ends_with(expect) && said.is_empty() == expect.is_empty(),
                "{said}"
            );
        }
    });
}

#[test]
fn hints_name_what_was_probably_meant() {
    with_forest(|forest, _| {
        for (key, expect) in [
            ("pat", "did you mean `#/pets/Pet`?"),
            ("gone", "did you mean `other.yaml`?"),
            ("deep", "add `x` to `#/pets/Pet`, or correct the reference"),
        ] {
            let broken = forest
                .resolve_all(forest.root().get(key).unwrap())
                .unwrap_err();
            let diagnostic = broken.error.diagnostic(broken.reference).unwrap();
            assert_eq!(diagnostic.help.as_deref(), Some(expect));
        }
    });
}
