//! What is said of references that lead nowhere.

use super::{ResolveError, descend};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::reference::BadReference;
use crate::load::tree::Node;
use crate::load::uri::has_scheme;
use crate::source::{Pointer, percent_decode};

impl ResolveError {
    /// Returns whether what is meant is on another machine.
    pub(in crate::load) fn is_remote(&self) -> bool {
        matches!(self, Self::Unknown { .. } | Self::Bad(BadReference::Remote))
    }

    /// Returns what to say of a reference, which is the string node under `$ref`; nothing, where it
    /// has been said already.
    pub(crate) fn diagnostic(&self, reference: Node<'_>) -> Option<Diagnostic> {
        let text = reference.text().unwrap_or_default();
        let diagnostic = match self {
            Self::Bad(bad) => bad.diagnostic(text, reference),
            Self::Unknown { uri, nearest } => unknown(text, uri, nearest.as_deref(), reference),
            Self::Missing { path, nearest } => missing_file(path, nearest.as_deref(), reference),
            Self::Unread { path } => Diagnostic::new(
                Code::UnreadReference,
                format!("the file `{path}` was not read"),
            )
            .label(reference.span(), "named here")
            .help("refer to it from a schema, parameter, response or the like too"),
            Self::Unreadable => return None,
            Self::NoSuchValue {
                reached,
                place,
                missing,
                nearest,
            } => no_such_value(text, reached, missing, nearest.as_deref(), reference)
                .because_of(*place, missing.as_str()),
            Self::NoSuchAnchor { missing, nearest } => {
                no_such_anchor(text, missing, nearest.as_deref(), reference)
            }
        };
        Some(match self.meant(text, reference) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic,
        })
    }

    /// Returns what a reference is meant to be, where the nearest key is taken for a step, or where `#`,
    /// `/` or all but the name is left out.
    fn meant(&self, text: &str, reference: Node<'_>) -> Option<String> {
        let candidates = match self {
            Self::NoSuchValue { missing, .. } if missing.is_empty() => {
                vec![text.trim_end_matches('/').to_owned()]
            }
            Self::NoSuchValue {
                reached,
                nearest: Some(nearest),
                ..
            } => vec![with_step(text, reached, nearest)?],
            Self::NoSuchValue {
                reached, missing, ..
            } if is_above_components(reached) => {
                let kinds = KINDS.iter();
                let here = kinds.map(|kind| format!("#/components/{kind}/{missing}"));
                here.chain([format!("#/definitions/{missing}")]).collect()
            }
            Self::Bad(BadReference::Outside) => vec![format!("#{text}")],
            Self::Bad(BadReference::Fragment) => {
                let (_, fragment) = text.split_once('#')?;
                vec![
                    format!("#/{fragment}"),
                    format!("#/components/schemas/{fragment}"),
                ]
            }
            Self::Missing { nearest: None, .. } => vec![
                format!("#/{text}"),
                format!("#/components/schemas/{text}"),
                format!("#/definitions/{text}"),
            ],
            _ => return None,
        };
        let is_there = |candidate: &String| {
            let pointer = Pointer::parse(candidate);
            pointer.is_some_and(|pointer| descend(reference.root(), &pointer).is_ok())
        };
        candidates.into_iter().find(is_there)
    }
}

/// Returns whether only the kind of a component can be missing behind a place.
fn is_above_components(reached: &Pointer) -> bool {
    let mut tokens = reached.tokens();
    let first = tokens.next();
    first.is_none_or(|token| token == "components") && tokens.next().is_none()
}

/// The kinds of components that references lead to; of several that fit, the first is meant.
const KINDS: [&str; 7] = [
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "examples",
    "pathItems",
];

/// Returns a reference within its file with another step behind those that were found.
fn with_step(text: &str, reached: &Pointer, step: &str) -> Option<String> {
    let fragment = text.strip_prefix('#')?;
    let behind = fragment.split('/').skip(reached.tokens().count() + 2);
    let rest: String = behind.flat_map(|step| ["/", step]).collect();
    Some(format!("{}{rest}", reached.join(step)))
}

impl BadReference {
    fn diagnostic(self, text: &str, reference: Node<'_>) -> Diagnostic {
        let (code, what, label, help) = match self {
            Self::Remote => return unknown(text, text, None, reference),
            Self::Outside => (
                Code::ReferenceOutsideFolder,
                "leaves the folder of the description",
                "not read",
                "move the file into the folder of the description's first file, or below it, or \
                 allow its folder under `references.folders` in engross.yaml",
            ),
            Self::Fragment => {
                let (label, help) = what_is_no_path(text);
                let what = "has a fragment that is not a path";
                (Code::MalformedReference, what, label, help)
            }
            Self::Path => (
                Code::MalformedReference,
                "has a path that does not mean the same on every system",
                "`\\`, `:`, `%` without two digits, and control characters are not allowed",
                "separate folders by `/`, and rename the file if need be",
            ),
        };
        let message = format!("the reference `{text}` {what}");
        Diagnostic::new(code, message)
            .label(reference.span(), label)
            .help(help)
    }
}

/// Returns what of a fragment is no path, and how to write it.
fn what_is_no_path(text: &str) -> (&'static str, &'static str) {
    let fragment = text.split_once('#').map_or("", |(_, fragment)| fragment);
    if percent_decode(fragment).is_none() {
        let label = "`%` stands before two hexadecimal digits, which are UTF-8";
        (label, "write `%25` for a `%`")
    } else if fragment.starts_with('/') {
        let label = "`~` stands before `0` or `1`";
        (
            label,
            "write `~0` for a `~`, and `~1` for a `/` within a name",
        )
    } else {
        let help = "write the path of the value, as in `#/components/schemas/Pet`";
        ("after `#`, a path begins with `/`", help)
    }
}

fn unknown(text: &str, uri: &str, nearest: Option<&str>, reference: Node<'_>) -> Diagnostic {
    let message = if has_scheme(text) || !has_scheme(uri) {
        format!("the reference `{text}` is a URL")
    } else {
        format!("the reference `{text}` means the URL `{uri}` here")
    };
    let diagnostic = Diagnostic::new(Code::RemoteReference, message);
    match nearest {
        Some(nearest) => diagnostic
            .label(reference.span(), "nothing that was read is called so")
            .help(format!("did you mean `{nearest}`?")),
        None => diagnostic.label(reference.span(), "nothing is fetched").help(
            "save the file beside the description and refer to it by its path, or allow its origin \
             under `references.origins` in engross.yaml",
        ),
    }
}

fn missing_file(path: &str, nearest: Option<&str>, reference: Node<'_>) -> Diagnostic {
    let message = format!("the file `{path}` is missing");
    let diagnostic =
        Diagnostic::new(Code::MissingFile, message).label(reference.span(), "named here");
    match nearest {
        Some(nearest) => diagnostic.help(format!("did you mean `{nearest}`?")),
        None => diagnostic.help("the path counts from the folder of the file it stands in"),
    }
}

fn no_such_value(
    text: &str,
    reached: &Pointer,
    missing: &str,
    nearest: Option<&str>,
    reference: Node<'_>,
) -> Diagnostic {
    let message = format!("the reference `{text}` leads nowhere");
    let place = match reached.tokens().next() {
        Some(_) => format!("in `{reached}`"),
        None => "at the top of the file".to_owned(),
    };
    let diagnostic = Diagnostic::new(Code::UnresolvedReference, message)
        .label(reference.span(), format!("no `{missing}` {place}"))
        .several("references lead nowhere for the same reason")
        .cause(reached.join(missing).to_string());
    match nearest {
        Some(nearest) => diagnostic.help(format!("did you mean `{}`?", reached.join(nearest))),
        None => diagnostic.help(format!("add `{missing}` there, or correct the reference")),
    }
}

fn no_such_anchor(
    text: &str,
    missing: &str,
    nearest: Option<&str>,
    reference: Node<'_>,
) -> Diagnostic {
    let message = format!("the reference `{text}` leads nowhere");
    let diagnostic = Diagnostic::new(Code::UnresolvedReference, message).label(
        reference.span(),
        format!("no schema there has the `$anchor` `{missing}`"),
    );
    match nearest {
        Some(nearest) => diagnostic.help(format!("did you mean `#{nearest}`?")),
        None => diagnostic.help(
            "add the `$anchor` to the schema that is meant, or write its path, as in \
             `#/components/schemas/Pet`",
        ),
    }
}
