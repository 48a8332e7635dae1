//! What the cases are written with.

use std::fmt::Display;
use std::fs;
use std::path::Path;

/// Writes a file, with the folders above it.
pub(super) fn file(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    let above = path.parent().expect("a file is in a folder");
    fs::create_dir_all(above).expect("a folder of a test can be made");
    fs::write(path, bytes).expect("a file of a test can be written");
}

/// Returns a description with these schemas, one operation that uses the schema `S0`, and more
/// members of `components`.
pub(super) fn schemas(schemas: &str) -> String {
    format!(
        r##"{{"openapi":"3.1.0","info":{{"title":"t","version":"1"}},"paths":{{"/a":{{"get":{{"operationId":"a","responses":{{"200":{{"description":"d","content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/S0"}}}}}}}}}}}}}}}},"components":{{"schemas":{{{schemas}}}}}}}"##
    )
}

/// Returns a description with these paths and members of `components`.
pub(super) fn paths(paths: &str, components: &str) -> String {
    format!(
        r#"{{"openapi":"3.1.0","info":{{"title":"t","version":"1"}},"paths":{{{paths}}},"components":{{{components}}}}}"#
    )
}

/// Returns a description of one operation with these members.
pub(super) fn operation(members: &str, components: &str) -> String {
    let operation = format!(r#""/a":{{"get":{{"operationId":"a",{members}}}}}"#);
    paths(&operation, components)
}

/// The responses of an operation that has nothing to tell.
pub(super) const RESPONSES: &str = r#""responses":{"204":{"description":"d"}}"#;

/// Returns texts with a comma between them.
pub(super) fn list<T: Display>(count: usize, one: impl Fn(usize) -> T) -> String {
    let all: Vec<_> = (0..count).map(|number| one(number).to_string()).collect();
    all.join(",")
}
