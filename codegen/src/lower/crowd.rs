//! Operations that share so much that to write it out for each of them would be work without bound: a
//! short description can refer ten thousand times to ten thousand parameters.
//!
//! Counts what operations are made of, as far as it can stand elsewhere. A description may have as
//! many of these parts as it has values, and some more; beyond, an error says so.

use super::cx::Cx;
use super::media::{self, MediaKind};
use super::select::Chosen;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{MediaType, Operation, head};

/// So many parts operations may have beyond those that are written out.
pub(super) const SHARED_PARTS: usize = 60_000;

/// Pays for what an operation is made of; says where nothing is left to pay with.
pub(super) fn fits(
    cx: &mut Cx<'_, '_>,
    operation: &Operation<'_>,
    parameters: &[Chosen<'_, '_>],
) -> bool {
    // Where too much was said, not even counting goes on.
    let Some(left) = cx.parts else {
        return false;
    };
    cx.parts = left.checked_sub(parts(cx, operation, parameters));
    if cx.parts.is_none() {
        say_crowd(cx, operation);
    }
    cx.parts.is_some()
}

fn parts(cx: &Cx<'_, '_>, operation: &Operation<'_>, parameters: &[Chosen<'_, '_>]) -> usize {
    let contents = |list: &[MediaType<'_>]| -> usize {
        list.iter()
            .map(|content| parts_of_content(cx, content))
            .sum()
    };
    let of_body = operation.body.as_ref();
    let of_body = of_body.map_or(0, |body| contents(&body.item.content));
    let of_responses = operation.responses.iter().map(|(_, response)| {
        let response = &response.item;
        1 + response.headers.len() + response.links.len() + contents(&response.content)
    });
    let security = operation.security.as_ref().unwrap_or(&cx.document.security);
    let of_security = security
        .iter()
        .map(|alternative| 1 + alternative.schemes.len());
    parameters.len() + of_body + of_responses.sum::<usize>() + of_security.sum::<usize>()
}

/// Fields of forms have a place in each operation.
fn parts_of_content(cx: &Cx<'_, '_>, content: &MediaType<'_>) -> usize {
    let is_form = media::kind(content.name.text) == MediaKind::Form;
    let form = content.schema.filter(|_| is_form);
    let fields = form.map_or(0, |schema| cx.document[cx.end(schema).id].properties.len());
    let encoding = &content.encoding;
    1 + content.examples.len() + encoding.named.len() + encoding.prefix.len() + fields
}

fn say_crowd(cx: &mut Cx<'_, '_>, operation: &Operation<'_>) {
    let message = "operations repeat more parameters, media types and security requirements than can \
                   be handled";
    let diagnostic = Diagnostic::new(Code::TooLarge, message)
        .label(head(operation.node), "one too many for this operation")
        .help("let operations share less: what they refer to is written out for each of them");
    cx.diagnostics.add(diagnostic);
}

#[cfg(test)]
mod tests {
    use super::SHARED_PARTS;
    use crate::lower::testing::lower_text;

    /// Returns a description whose operations share so many security requirements.
    fn description(operations: usize, requirements: usize) -> String {
        let scheme = "{type: http, scheme: basic}";
        let security = "{S: []}, ".repeat(requirements);
        let paths: Vec<String> = (0..operations)
            .map(|index| format!("  /p{index}: {{get: {{responses: {{}}}}}}\n"))
            .collect();
        format!(
            "components: {{securitySchemes: {{S: {scheme}}}}}\nsecurity: [{security}]\npaths:\n{}",
            paths.concat()
        )
    }

    #[test]
    fn what_is_shared_is_bounded() {
        let enough = lower_text(&description(20, 1_000));
        assert_eq!(enough.api.map(|api| api.operations.len()), Some(20));
        let crowd = lower_text(&description(SHARED_PARTS / 1_000, 1_000));
        let said = crowd.said();
        assert!(
            said.contains("E0109") && said.lines().count() == 1,
            "{said}"
        );
    }
}
