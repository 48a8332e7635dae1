//! Components that are references to another machine, where nothing is fetched.
//!
//! Such a component is an error only where something needs it; which that is, is known when all has
//! been read.

use std::collections::BTreeSet;

use super::super::{Document, PathItem};
use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// A component that is not here.
#[derive(Debug)]
pub(super) struct Elsewhere<'a> {
    /// The component with its `$ref`.
    node: Node<'a>,
    said: Diagnostic,
    is_scheme: bool,
}

/// Returns whether a component is a reference to another machine, which is remembered.
pub(super) fn put_off<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, is_scheme: bool) -> bool {
    let Some(value) = node.get("$ref") else {
        return false;
    };
    let Some(text) = value.as_str() else {
        return false;
    };
    let error = cx.forest.resolve(value, text).err();
    let Some(said) = error.and_then(|error| error.diagnostic(value)) else {
        return false;
    };
    let is_elsewhere = said.code == Code::RemoteReference;
    if is_elsewhere {
        cx.elsewhere.push(Elsewhere {
            node,
            said,
            is_scheme,
        });
    }
    is_elsewhere
}

/// Says which of them something needs, and that the others are left out.
pub(super) fn settle<'a>(cx: &mut Cx<'a, '_>, document: &Document<'a>) {
    if cx.elsewhere.is_empty() {
        return;
    }
    let schemes = needed_schemes(document);
    // Where a reference led to one of the others, that has been said at its own `$ref`.
    let said: BTreeSet<_> = cx.diagnostics.iter().map(Diagnostic::place).collect();
    for component in std::mem::take(&mut cx.elsewhere) {
        let name = component.node.key().unwrap_or_default();
        if component.is_scheme && schemes.contains(name) {
            cx.diagnostics.add(component.said);
        } else if !said.contains(&component.said.place()) {
            pass_over(cx, &component);
        }
    }
}

fn pass_over<'a>(cx: &mut Cx<'a, '_>, component: &Elsewhere<'a>) {
    let name = component.node.key().unwrap_or_default();
    let message = format!("the component `{name}` is on another machine, and nothing needs it");
    let mut diagnostic = Diagnostic::new(Code::RemoteComponent, message)
        .help("save the file beside the description, or remove the component")
        .several("components are on another machine, and nothing needs them");
    if let Some(place) = component.said.place() {
        diagnostic = diagnostic.label(place, "nothing is fetched, so it is left out");
    }
    cx.diagnostics.add(diagnostic);
    cx.skip_annotation(
        component.node,
        "components on another machine that nothing needs are left out",
    );
}

/// Returns the names of all security schemes that something requires.
pub(super) fn needed_schemes<'a>(document: &Document<'a>) -> BTreeSet<&'a str> {
    let operations = document.paths.iter().flat_map(operations);
    let all = std::iter::once(&document.security).chain(operations);
    let requirements = all.flatten();
    let schemes = requirements.flat_map(|requirement| &requirement.schemes);
    schemes.map(|scheme| scheme.name.text).collect()
}

fn operations<'c, 'a>(
    item: &'c PathItem<'a>,
) -> impl Iterator<Item = &'c Vec<super::super::Requirement<'a>>> {
    item.operations
        .iter()
        .filter_map(|operation| operation.security.as_ref())
}
