//! Names of a description in the sentences of a review.
//!
//! Whatever the description calls its items, no name steers a terminal or swamps a line.

use crate::api::{Api, Format, Identity, Kind, Location, Operation, Response, TypeId};

/// How many characters of a name are shown.
const MAX_SHOWN: usize = 100;

/// Returns a name fit to be shown: one line, of bounded length, without control characters.
pub(super) fn shown(name: &str) -> String {
    let mut chars = name.chars().map(|c| {
        if is_unsafe(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    });
    let mut text: String = chars.by_ref().take(MAX_SHOWN).collect();
    if chars.next().is_some() {
        text.push('…');
    }
    text
}

/// Whether a character acts on what stands around it: controls and marks of direction.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns method and path, as in `POST /pets`.
pub(super) fn operation_text(operation: &Operation) -> String {
    format!(
        "{} {}",
        shown(&operation.method),
        shown(&operation.path.text)
    )
}

/// Returns the last part of a response's subject, as in `response 404`.
pub(super) fn response_text(response: &Response) -> String {
    format!("response {}", response.status)
}

/// Returns the name of a place for parameters, as in `query`.
pub(super) fn location_text(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
        Location::QueryString => "querystring",
    }
}

/// Names a type within a sentence, as in `` `Pet` `` or `integer (int64)`.
pub(super) fn type_text(api: &Api, id: TypeId) -> String {
    match &api[id].identity {
        Identity::Component(name) => format!("`{}`", shown(name)),
        Identity::Inline { .. } => kind_text(api, &api[id].kind),
    }
}

/// Names what values of a type look like, as in array of `Pet`.
pub(super) fn kind_text(api: &Api, kind: &Kind) -> String {
    match kind {
        Kind::Any => "any value".to_owned(),
        Kind::Never => "no value".to_owned(),
        Kind::Null => "null".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer(_) => formatted("integer", kind.holding_format()),
        Kind::Number(_) => formatted("number", kind.holding_format()),
        Kind::String(_) => formatted("string", kind.holding_format()),
        Kind::Enum(_) => "enum".to_owned(),
        Kind::Array(items) => format!("array of {}", inner_text(api, items.id)),
        Kind::Tuple(_) => "tuple".to_owned(),
        Kind::Union(_) => "union".to_owned(),
        Kind::Map(map) => format!("map of {}", inner_text(api, map.values.id)),
        Kind::Object(_) => "object".to_owned(),
        Kind::Alias(target) => inner_text(api, target.id),
    }
}

/// Names a type inside of another; does not look further, so that names stay short.
fn inner_text(api: &Api, id: TypeId) -> String {
    match (&api[id].identity, &api[id].kind) {
        (Identity::Component(name), _) => format!("`{}`", shown(name)),
        (Identity::Inline { .. }, Kind::Array(_)) => "array".to_owned(),
        (Identity::Inline { .. }, Kind::Map(_)) => "map".to_owned(),
        (Identity::Inline { .. }, Kind::Alias(_)) => "reference".to_owned(),
        (Identity::Inline { .. }, kind) => kind_text(api, kind),
    }
}

fn formatted(name: &str, format: Option<&Format>) -> String {
    match format {
        // What it is called elsewhere, too.
        Some(Format::Byte) => format!("{name} (base64)"),
        Some(format) => format!("{name} ({})", shown(format.as_str())),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_steers_a_terminal_or_swamps_a_line() {
        assert_eq!(shown("Pet"), "Pet");
        assert_eq!(
            shown("a\u{1b}[31m\n\u{202e}b"),
            "a\u{fffd}[31m\u{fffd}\u{fffd}b"
        );
        let long = shown(&"x".repeat(100_000));
        assert_eq!(long.chars().count(), MAX_SHOWN + 1);
    }
}
