//! Folders as values.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Texts by path relative to a folder, with `/`.
pub type Tree = BTreeMap<String, String>;

/// Reads all files below a folder; one that does not exist is empty.
pub fn read_tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    read_into(&mut tree, folder, "");
    tree
}

fn read_into(tree: &mut Tree, folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("readable").path();
        let name = path
            .file_name()
            .expect("an entry has a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            read_into(tree, &path, &format!("{prefix}{name}/"));
        } else {
            tree.insert(
                format!("{prefix}{name}"),
                fs::read_to_string(&path).expect("text"),
            );
        }
    }
}
