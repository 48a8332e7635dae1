//! Reads `engross.yaml`: values by `serde_yaml`, places by our own reader of the same text.

use std::path::Path;

use super::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failed};
use crate::load::{self, Allowances, Forest, Node};
use crate::source::{Sources, Span};

/// A configuration and the places of its values.
#[derive(Debug)]
pub(crate) struct Configuration {
    pub(crate) config: Config,
    forest: Forest,
}

/// Reads the configuration at `path`.
pub(crate) fn read(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Configuration, Failed> {
    let forest = load::load(path, &Allowances::default(), sources, diagnostics)?;
    diagnostics.barrier()?;
    let text = sources.shared_text(forest.root().file());
    match serde_yaml::from_str(&text) {
        Ok(config) => Ok(Configuration { config, forest }),
        Err(error) => {
            diagnostics.add(invalid(&error, forest.root(), &text));
            Err(Failed)
        }
    }
}

impl Configuration {
    /// Returns the place of the value at a path of keys and list positions; of the nearest value
    /// around it where there is none.
    pub(crate) fn place(&self, path: &[&str]) -> Span {
        let mut node = self.forest.root();
        for key in path {
            let Some(next) = node.step(key) else { break };
            node = next;
        }
        node.span()
    }
}

/// What `serde_yaml` says, at the place it names; it counts characters, we count bytes.
fn invalid(error: &serde_yaml::Error, root: Node<'_>, text: &str) -> Diagnostic {
    let message = error.to_string();
    let said = message
        .split(" at line ")
        .next()
        .unwrap_or(&message)
        .to_owned();
    misspelt(&said, root).unwrap_or_else(|| {
        let span = located(error, root, text).unwrap_or(root.span());
        Diagnostic::new(Code::InvalidConfiguration, said)
            .label(span, "not understood")
            .help("the README lists the keys of engross.yaml")
    })
}

/// `serde_yaml` points an unknown key out by the object around it; the tree knows the key itself.
fn misspelt(said: &str, root: Node<'_>) -> Option<Diagnostic> {
    let quoted = said.split("unknown field ").nth(1)?;
    let mut words = quoted.split('`').skip(1).step_by(2);
    let key = words.next()?;
    let known: Vec<&str> = words.collect();
    let objects = root.as_object()?.filter_map(|entry| entry.value.entry(key));
    let entry = root.entry(key).into_iter().chain(objects).next()?;
    let message = format!("`{key}` is no key of the configuration");
    let diagnostic = Diagnostic::new(Code::InvalidConfiguration, message)
        .label(entry.key_span, format!("known here: {}", known.join(", ")));
    Some(match load::nearest(key, known.into_iter()) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help("the README lists the keys of engross.yaml"),
    })
}

fn located(error: &serde_yaml::Error, root: Node<'_>, text: &str) -> Option<Span> {
    let at = error.location()?.index();
    let start = text
        .char_indices()
        .nth(at)
        .map_or(text.len(), |(offset, _)| offset);
    Some(Span::from_range(root.file(), start..start))
}
