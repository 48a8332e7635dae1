//! Reads `engross.yaml`: values by `serde_yaml`, places by our own reader of the same text.

use std::path::Path;

use serde_path_to_error::Segment;
use serde_yaml::Value;

use super::Config;
use super::places::{Places, reach};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failed};
use crate::load::{self, Allowances, Node};
use crate::source::Sources;

/// Reads the configuration at `path`. Says everything that is wrong with it.
pub(crate) fn read(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Config, Failed> {
    let forest = load::load(path, &Allowances::default(), sources, diagnostics)?;
    diagnostics.barrier()?;
    let text = sources.shared_text(forest.root().file());
    let mut value: Value = serde_yaml::from_str(&text).map_err(|error| {
        diagnostics.add(invalid(&error.to_string(), forest.root(), &[]));
        Failed
    })?;
    // What is wrong is said and taken out, until the rest can be read.
    for _ in 0..MAX_FAULTS {
        let error = match serde_path_to_error::deserialize::<_, Config>(value.clone()) {
            Ok(mut config) => {
                diagnostics.barrier()?;
                config.places = Places::new(forest);
                return Ok(config);
            }
            Err(error) => error,
        };
        let path = keys(error.path());
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        diagnostics.add(invalid(&error.inner().to_string(), forest.root(), &path));
        if !take_out(&mut value, &path) {
            break;
        }
    }
    Err(Failed)
}

/// So many mistakes of one configuration are said.
const MAX_FAULTS: usize = 50;

fn keys(path: &serde_path_to_error::Path) -> Vec<String> {
    let key = |segment: &Segment| match segment {
        Segment::Map { key } => Some(key.clone()),
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    path.iter().map_while(key).collect()
}

/// Removes the value at a path; returns whether there was one.
fn take_out(value: &mut Value, path: &[&str]) -> bool {
    let Some((key, rest)) = path.split_first() else {
        return false;
    };
    let position = key.parse::<usize>().ok();
    match value {
        Value::Mapping(entries) if rest.is_empty() => entries.remove(*key).is_some(),
        Value::Mapping(entries) => entries
            .get_mut(*key)
            .is_some_and(|inner| take_out(inner, rest)),
        Value::Sequence(list) => match position.filter(|position| *position < list.len()) {
            Some(position) if rest.is_empty() => {
                list.remove(position);
                true
            }
            Some(position) => take_out(&mut list[position], rest),
            None => false,
        },
        _ => false,
    }
}

/// Turns what serde says into a diagnostic at the place that a path leads to.
fn invalid(said: &str, root: Node<'_>, path: &[&str]) -> Diagnostic {
    let said = said.split(" at line ").next().unwrap_or(said);
    misspelt(said, root, path).unwrap_or_else(|| {
        let (node, _) = reach(root, path);
        let message = said
            .strip_prefix(&format!("{}: ", path.join(".")))
            .unwrap_or(said);
        Diagnostic::new(Code::InvalidConfiguration, message)
            .label(node.span(), "not understood")
            .help("the README lists the keys of engross.yaml")
    })
}

/// An unknown key, with the nearest right one.
fn misspelt(said: &str, root: Node<'_>, path: &[&str]) -> Option<Diagnostic> {
    let quoted = said.split("unknown field ").nth(1)?;
    let mut words = quoted.split('`').skip(1).step_by(2);
    let key = words.next()?;
    let known: Vec<&str> = words.collect();
    let around = path.strip_suffix(&[key]).unwrap_or(path);
    let (node, steps) = reach(root, around);
    let entry = node.entry(key).filter(|_| steps == around.len())?;
    let message = format!("`{key}` is no key of the configuration");
    let diagnostic = Diagnostic::new(Code::InvalidConfiguration, message)
        .label(entry.key_span, format!("known here: {}", known.join(", ")));
    Some(match load::nearest(key, known.into_iter()) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help("the README lists the keys of engross.yaml"),
    })
}
