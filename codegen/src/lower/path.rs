//! Path templates: literals and parameters, several in a segment if need be.

use crate::api::{PathPart, PathTemplate};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Text;

/// Parses a path, as in `/v{version}/customers/{customer_id}`.
pub(super) fn parse(path: Text<'_>) -> Result<PathTemplate, Diagnostic> {
    let mut parts = Vec::new();
    let mut rest = path.text;
    while let Some(at) = rest.find(['{', '}']) {
        let (literal, brace) = rest.split_at(at);
        let Some((name, after)) = brace
            .strip_prefix('{')
            .and_then(|rest| rest.split_once('}'))
        else {
            return Err(unbalanced(path));
        };
        if name.is_empty() || name.contains('{') {
            return Err(unbalanced(path));
        }
        push_literal(&mut parts, literal);
        parts.push(PathPart::Parameter(name.to_owned()));
        rest = after;
    }
    push_literal(&mut parts, rest);
    Ok(PathTemplate {
        text: path.text.to_owned(),
        parts,
    })
}

/// Returns the names of the parameters in a path.
pub(super) fn parameters(path: &PathTemplate) -> impl Iterator<Item = &str> {
    path.parts.iter().filter_map(|part| match part {
        PathPart::Parameter(name) => Some(name.as_str()),
        PathPart::Literal(_) => None,
    })
}

/// Returns what tells paths apart: all but the names of parameters, as in `/pets/{}`.
pub(super) fn hierarchy(path: &PathTemplate) -> String {
    let parts = path.parts.iter().map(|part| match part {
        PathPart::Literal(text) => text.as_str(),
        PathPart::Parameter(_) => "{}",
    });
    parts.collect()
}

fn push_literal(parts: &mut Vec<PathPart>, literal: &str) {
    if !literal.is_empty() {
        parts.push(PathPart::Literal(literal.to_owned()));
    }
}

fn unbalanced(path: Text<'_>) -> Diagnostic {
    let message = format!("the braces in the path `{}` do not match", path.text);
    Diagnostic::new(Code::InvalidPath, message)
        .label(path.span, "each `{` needs a name and a `}`")
        .help("write a parameter as in `/pets/{petId}`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Sources, Span};

    fn file() -> FileId {
        Sources::default().add("a.yaml", "")
    }

    #[test]
    fn parses_templates() {
        for (text, expect) in [
            ("/", "/"),
            ("/pets", "/pets"),
            ("/pets/{id}", "/pets/|<id>"),
            ("/v{version}/x", "/v|<version>|/x"),
            ("/{a}{b}", "/|<a>|<b>"),
            ("/{from}-{to}.json", "/|<from>|-|<to>|.json"),
            ("/{a", "!"),
            ("/a}", "!"),
            ("/{}", "!"),
            ("/{a{b}}", "!"),
        ] {
            let path = Text {
                text,
                span: Span::new(file(), 0, 0),
            };
            let found = match parse(path) {
                Ok(path) => path.parts.iter().map(show).collect::<Vec<_>>().join("|"),
                Err(_) => "!".to_owned(),
            };
            assert_eq!(found, expect, "{text}");
        }
    }

    fn show(part: &PathPart) -> String {
        match part {
            PathPart::Literal(text) => text.clone(),
            PathPart::Parameter(name) => format!("<{name}>"),
        }
    }
}
