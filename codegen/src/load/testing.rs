//! What the tests of this module share.

use std::path::{Path, PathBuf};

use super::read::read_tree;
use super::tree::{Kind, Node, Tree};
use crate::diagnostic::{Diagnostics, Format, render_as};
use crate::source::Sources;

/// Reads a text under a name, and returns its tree and what was said, one line each.
pub(super) fn read(name: &str, text: &str) -> (Option<Tree>, String) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add(name, text);
    let tree = read_tree(file, &sources, &mut diagnostics);
    (tree, render_as(&diagnostics, &sources, Format::Short))
}

/// Returns the tree of a text that has one.
pub(super) fn tree(text: &str) -> Tree {
    let (tree, said) = read("test.yaml", text);
    tree.expect(&said)
}

/// Returns the trees of several texts, each a file of its own.
pub(super) fn trees<const N: usize>(texts: [&str; N]) -> [Tree; N] {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    texts.map(|text| {
        let file = sources.add("test.yaml", text);
        read_tree(file, &sources, &mut diagnostics).unwrap()
    })
}

/// Returns a value as JSON without blanks; numbers keep their spelling.
pub(super) fn dump(node: Node<'_>) -> String {
    match node.kind() {
        Kind::Null => "null".to_owned(),
        Kind::Bool(value) => value.to_string(),
        Kind::Number(text) => text.to_owned(),
        Kind::String(text) => format!("{text:?}"),
        Kind::Array => {
            let elements: Vec<_> = node.as_array().unwrap().map(dump).collect();
            format!("[{}]", elements.join(","))
        }
        Kind::Object => {
            let entries = node.as_object().unwrap();
            let entries: Vec<_> = entries
                .map(|entry| format!("{:?}:{}", entry.key, dump(entry.value)))
                .collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

/// Returns a folder of the test data that lies beside the project, if it is there.
#[expect(clippy::print_stderr, reason = "a test that does nothing says so")]
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("ENGROSS_SHARED").map_or_else(beside, PathBuf::from);
    let found = Some(root.join(folder)).filter(|path| path.is_dir());
    if found.is_none() {
        eprintln!(
            "nothing is tested: there is no folder `{}`",
            root.join(folder).display()
        );
    }
    found
}

/// Returns the files below a folder with one of these extensions, sorted.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            found.extend(files(&path, extensions));
        } else if extension.is_some_and(|extension| extensions.contains(&extension)) {
            found.push(path);
        }
    }
    found.sort();
    found
}
