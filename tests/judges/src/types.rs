//! Which type of a generated module is that of which named schema.
//!
//! Every generated type says in its documentation where it comes from.

use std::collections::{BTreeMap, BTreeSet};

use engross_tests::Tree;

/// Returns the names of types by those of their schemas.
pub fn types(files: &Tree) -> BTreeMap<String, String> {
    let models = files.iter().filter(|(path, _)| path.starts_with("models/"));
    models.flat_map(|(_, text)| types_of(text)).collect()
}

/// Returns the names that stand for other types, which have no implementations of their own.
pub fn aliases(files: &Tree) -> BTreeSet<String> {
    let models = files.iter().filter(|(path, _)| path.starts_with("models/"));
    let lines = models.flat_map(|(_, text)| text.lines());
    let names = lines.filter_map(|line| line.strip_prefix("pub type "));
    let names = names.filter_map(|rest| rest.split([' ', '=']).next());
    names.map(str::to_owned).collect()
}

fn types_of(text: &str) -> Vec<(String, String)> {
    let (mut found, mut schema) = (Vec::new(), None);
    for line in text.lines() {
        if let Some(pointer) = line.strip_prefix("/// Generated from `#/") {
            schema = pointer.strip_suffix("`.").and_then(component);
        } else if let Some(rest) = declaration(line) {
            let name: String = rest
                .chars()
                .take_while(|letter| letter.is_alphanumeric())
                .collect();
            found.extend(schema.take().map(|schema| (schema, name)));
        }
    }
    found
}

/// Returns the name of a component at a pointer, not of what stands in it.
fn component(pointer: &str) -> Option<String> {
    let name = pointer
        .strip_prefix("components/schemas/")
        .or_else(|| pointer.strip_prefix("definitions/"))?;
    (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
}

fn declaration(line: &str) -> Option<&str> {
    let starts = ["pub struct ", "pub enum ", "pub type "];
    starts.iter().find_map(|start| line.strip_prefix(start))
}

#[cfg(test)]
mod tests {
    use super::types_of;

    #[test]
    fn types_are_found_by_their_documentation() {
        let text = "/// Generated from `#/components/schemas/a~1b`.\n#[derive(Debug)]\npub struct AB {\n\
                /// Generated from `#/components/schemas/a~1b/properties/c`.\npub enum ABC {\n";
        assert_eq!(types_of(text), [("a/b".to_owned(), "AB".to_owned())]);
    }
}
