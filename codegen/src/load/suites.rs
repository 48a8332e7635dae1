//! The readers against test data that others wrote. It lies beside the project, or nowhere.

use std::path::Path;
use std::sync::Arc;

use super::decode::add_text;
use super::load;
use super::read::read_tree;
use super::testing::{files, shared};
use super::tree::{Kind, Node, Tree};
use crate::diagnostic::{Diagnostics, render};
use crate::source::Sources;

/// Reads the bytes of a file as if it had this name.
fn read_as(name: &str, path: &Path) -> Option<Tree> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let bytes = std::fs::read(path).unwrap();
    let (file, refused) = add_text(&mut sources, Path::new(name), bytes);
    let tree = if refused.is_some() {
        None
    } else {
        read_tree(file, &sources, &mut diagnostics)
    };
    refused
        .into_iter()
        .for_each(|diagnostic| diagnostics.add(diagnostic));
    let said = render(&diagnostics, &sources);
    assert_eq!(
        tree.is_none(),
        !said.is_empty() && tree.is_none(),
        "{}",
        path.display()
    );
    tree
}

#[test]
fn json_parsing() {
    let Some(folder) = shared("suites/json/test_parsing") else {
        return;
    };
    let mut wrong = Vec::new();
    for path in files(&folder, &["json"]) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let accepted = read_as("a.json", &path).is_some();
        if (name.starts_with("y_") && !accepted) || (name.starts_with("n_") && accepted) {
            wrong.push(name.to_owned());
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn corpus_loads_without_errors() {
    let Some(folder) = shared("corpus") else {
        return;
    };
    for path in files(&folder, &["json", "yaml"]) {
        if path.components().any(|part| {
            part.as_os_str() == "resources"
                || part.as_os_str() == "shared"
                    && path.components().any(|p| p.as_os_str() == "digitalocean")
        }) {
            continue;
        }
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let start = std::time::Instant::now();
        let forest = load(&path, &mut sources, &mut diagnostics);
        let elapsed = start.elapsed();
        eprintln!(
            "{:?} {} files {:?}",
            elapsed,
            forest.as_ref().map_or(0, |f| f.files().len()),
            path
        );
        let s = render(&diagnostics, &sources);
        eprintln!("{}", &s[..s.len().min(1500)]);
    }
}
