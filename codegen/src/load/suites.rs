//! The readers against test data that others wrote. It lies beside the project, or nowhere.

use std::path::Path;

use super::collect::{Identifiers, collect};
use super::decode::add_text;
use super::read::{read_stream, read_tree};
use super::testing::{files, shared};
use super::tree::{Kind, Node, Tree};
use super::{Allowances, Forest, load};
use crate::diagnostic::{Diagnostics, render};
use crate::source::Sources;

/// Returns whether the bytes of a file are well-formed under this name. What is not is said.
fn is_accepted(name: &str, path: &Path) -> bool {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let bytes = std::fs::read(path).unwrap();
    let (file, refused) = add_text(&mut sources, Path::new(name), bytes);
    let tree = if refused.is_some() {
        None
    } else {
        read_tree(file, &sources, &mut diagnostics)
    };
    if let Some(diagnostic) = refused {
        diagnostics.add(diagnostic);
    }
    assert!(
        tree.is_some() || diagnostics.has_errors(),
        "{}",
        path.display()
    );
    render(&diagnostics, &sources);
    tree.is_some()
}

#[test]
fn json_parsing() {
    let Some(folder) = shared("suites/json/test_parsing") else {
        return;
    };
    let mut wrong = Vec::new();
    for path in files(&folder, &["json"]) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let accepted = is_accepted("a.json", &path);
        if (name.starts_with("y_") && !accepted) || (name.starts_with("n_") && accepted) {
            wrong.push(name.to_owned());
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// How a case of the YAML test suite came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Equal,
    Rejected,
    WronglyAccepted,
    WronglyRejected,
    Different,
    /// A value that JSON does not have.
    NoJson,
}

fn yaml_case(folder: &Path) -> Outcome {
    let text = std::fs::read_to_string(folder.join("in.yaml")).unwrap();
    let must_fail = folder.join("error").exists();
    let json = std::fs::read_to_string(folder.join("in.json")).unwrap_or_default();
    let expect = serde_json::Deserializer::from_str(&json).into_iter();
    let expect: Vec<serde_json::Value> = expect.map(Result::unwrap).collect();
    match well_formed("a.yaml", &text) {
        Some(_) if must_fail => Outcome::WronglyAccepted,
        None if must_fail => Outcome::Rejected,
        None => Outcome::WronglyRejected,
        Some(_) if expect.is_empty() => Outcome::NoJson,
        Some(tree) if equal(tree.documents(), &expect) => Outcome::Equal,
        Some(_) => Outcome::Different,
    }
}

/// Returns the values of a well-formed text, whether or not a description may be like it.
fn well_formed(name: &str, text: &str) -> Option<Tree> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add(name, text);
    let source = sources.shared_text(file);
    let stream = read_stream(file, Path::new(name), &source, &mut diagnostics);
    stream.ok().map(|stream| stream.builder.finish().0)
}

/// Where the parser of events is more lenient than YAML: lines of a flow collection or quoted text
/// that should be indented more. Other tools of this field accept them too.
const YAML_EXCEPTIONS: [(&str, Outcome); 3] = [
    ("9C9N", Outcome::WronglyAccepted),
    ("DK95/01", Outcome::WronglyAccepted),
    ("QB6E", Outcome::WronglyAccepted),
];

#[test]
fn yaml_test_suite() {
    let Some(folder) = shared("suites/yaml") else {
        return;
    };
    let mut exceptions = Vec::new();
    for path in files(&folder, &["yaml"])
        .iter()
        .filter(|path| path.ends_with("in.yaml"))
    {
        let case = path.parent().unwrap();
        let name = case
            .strip_prefix(&folder)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        match yaml_case(case) {
            Outcome::Equal | Outcome::Rejected | Outcome::NoJson => {}
            outcome => exceptions.push((name, outcome)),
        }
    }
    exceptions.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    let expect = YAML_EXCEPTIONS.map(|(name, outcome)| (name.to_owned(), outcome));
    assert_eq!(exceptions, expect);
}

fn number(text: &str) -> f64 {
    let radix = |prefix: &str, radix| {
        let digits = text.strip_prefix(prefix)?;
        Some(f64::from(u32::from_str_radix(digits, radix).unwrap()))
    };
    let other = radix("0x", 16).or_else(|| radix("0o", 8));
    other.unwrap_or_else(|| text.parse().unwrap())
}

fn equal<'a>(found: impl Iterator<Item = Node<'a>>, expect: &[serde_json::Value]) -> bool {
    let found: Vec<_> = found.collect();
    found.len() == expect.len() && found.iter().zip(expect).all(|(a, b)| same(*a, b))
}

/// Returns whether two values are equal as JSON; numbers by value.
fn same(found: Node<'_>, expect: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (found.kind(), expect) {
        (Kind::Null, Value::Null) => true,
        (Kind::Bool(a), Value::Bool(b)) => a == *b,
        (Kind::String(a), Value::String(b)) => a == b,
        (Kind::Number(a), Value::Number(b)) => number(a).to_bits() == b.as_f64().unwrap().to_bits(),
        (Kind::Array, Value::Array(b)) => equal(found.as_array().unwrap(), b),
        (Kind::Object, Value::Object(b)) => {
            let mut entries = found.as_object().unwrap();
            entries.clone().count() == b.len()
                && entries.all(|entry| b.get(entry.key).is_some_and(|b| same(entry.value, b)))
        }
        _ => false,
    }
}

#[test]
fn real_descriptions_load() {
    let Some(folder) = shared("corpus") else {
        return;
    };
    let mut roots = files(&folder, &["json", "yaml"]);
    // The parts of one description are read through its first file.
    roots.retain(|path| !path.starts_with(folder.join("digitalocean")));
    // Their references lead to files that the corpus does not have.
    roots.retain(|path| !path.to_str().unwrap().contains("petstore-separate"));
    roots.push(folder.join("digitalocean/DigitalOcean-public.v2.yaml"));
    for path in roots {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let forest = load(
            &path,
            &Allowances::default(),
            &mut sources,
            &mut diagnostics,
        )
        .unwrap();
        assert_eq!(render(&diagnostics, &sources), "", "{}", path.display());
        assert!(forest.root().get("paths").is_some() || forest.root().get("webhooks").is_some());
        check_references(&forest);
    }
}

/// Follows every reference of every file.
fn check_references(forest: &Forest) {
    let roots = forest.paths().filter_map(|(file, _)| forest.node(file));
    for reference in roots.flat_map(|root| collect(root, Identifiers::Unknown).references) {
        let resolved = forest.resolve(reference, reference.as_str().unwrap());
        assert!(resolved.is_ok(), "{resolved:?}");
    }
}
