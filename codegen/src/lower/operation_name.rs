//! Names of operations: the `operationId`, or one made of method and path.

use std::collections::BTreeMap;

use super::cx::Cx;
use crate::api::{PathPart, PathTemplate};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Operation, Text, head};
use crate::source::Span;

/// The names in use, with the places that gave them.
#[derive(Debug, Default)]
pub(super) struct OperationNames {
    places: BTreeMap<String, Span>,
    /// The numbers given to names that were wanted again.
    counts: BTreeMap<String, usize>,
}

impl OperationNames {
    /// Claims the ids that the description gives. They come before all names that are made up.
    pub(super) fn new(cx: &mut Cx<'_, '_>) -> Self {
        let mut names = Self::default();
        let callbacks = cx.document.callbacks.iter();
        let items = cx.document.paths.iter().chain(&cx.document.webhooks);
        let items = items.chain(callbacks.flat_map(|callback| &callback.paths));
        let operations = items.flat_map(|item| &item.operations);
        for id in operations.filter_map(|operation| operation.id) {
            if let Some(first) = names.places.get(id.text) {
                say_duplicate(cx, id, *first);
            } else {
                names.places.insert(id.text.to_owned(), id.span);
            }
        }
        names
    }

    /// Returns the name of an operation.
    pub(super) fn name(
        &mut self,
        cx: &mut Cx<'_, '_>,
        operation: &Operation<'_>,
        derive: impl FnOnce() -> String,
    ) -> String {
        let own = operation
            .id
            .filter(|id| self.places.get(id.text) == Some(&id.span));
        if let Some(id) = own {
            return id.text.to_owned();
        }
        let wanted = match operation.id {
            Some(id) => id.text.to_owned(),
            None => derive(),
        };
        self.claim(cx, operation, &wanted)
    }

    fn claim(&mut self, cx: &mut Cx<'_, '_>, operation: &Operation<'_>, wanted: &str) -> String {
        let place = head(operation.node);
        let first = self.places.get(wanted).copied();
        if let Some(first) = first.filter(|_| operation.id.is_none()) {
            say_taken(cx, wanted, place, first);
        }
        // The count says where to go on, so that many equal ones do not each start again.
        let mut count = self.counts.get(wanted).copied().unwrap_or(1);
        let mut name = wanted.to_owned();
        while self.places.contains_key(&name) {
            count += 1;
            name = format!("{wanted}_{count}");
        }
        self.counts.insert(wanted.to_owned(), count);
        self.places.insert(name.clone(), place);
        name
    }
}

/// Makes a name, as in `get_pets_by_id` of `GET /pets/{id}`.
pub(super) fn derive(method: &str, path: &PathTemplate) -> String {
    let mut words = vec![method.to_lowercase()];
    for part in &path.parts {
        match part {
            PathPart::Literal(text) => words.extend(self::words(text)),
            PathPart::Parameter(name) => {
                words.push("by".to_owned());
                words.extend(self::words(name));
            }
        }
    }
    if words.len() == 1 {
        words.push("root".to_owned());
    }
    words.join("_")
}

/// Returns the words of a text, as in `request`, `body`, `url` of `{$request.body#/url}`.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn say_duplicate(cx: &mut Cx<'_, '_>, id: Text<'_>, first: Span) {
    let message = format!("the operation id `{}` is given twice", id.text);
    let diagnostic = Diagnostic::new(Code::DuplicateOperationId, message)
        .label(id.span, "given again")
        .secondary(first, "given here first")
        .help("give each operation an id of its own")
        .several("operations have an id that another one has")
        .cause(id.text);
    cx.diagnostics.add(diagnostic);
}

fn say_taken(cx: &mut Cx<'_, '_>, name: &str, place: Span, first: Span) {
    let message = format!("two operations are called `{name}`");
    let diagnostic = Diagnostic::new(Code::DerivedNameTaken, message)
        .label(
            place,
            "named after its method and path, with a number added",
        )
        .secondary(first, "has the name already")
        .help("add an `operationId`")
        .several("operations get a name that another one has");
    cx.warn(diagnostic);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_method_and_path() {
        let literal = |text: &str| PathPart::Literal(text.to_owned());
        let parameter = |name: &str| PathPart::Parameter(name.to_owned());
        for (method, parts, expect) in [
            ("GET", vec![literal("/")], "get_root"),
            ("GET", vec![literal("/pets")], "get_pets"),
            (
                "GET",
                vec![literal("/pets/"), parameter("id")],
                "get_pets_by_id",
            ),
            (
                "POST",
                vec![literal("/v"), parameter("v"), literal("/a-b.c")],
                "post_v_by_v_a_b_c",
            ),
        ] {
            let path = PathTemplate {
                text: String::new(),
                parts,
            };
            assert_eq!(derive(method, &path), expect);
        }
    }
}
