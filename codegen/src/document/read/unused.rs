//! Components that nothing refers to, and of which so nothing comes out.
//!
//! Takes every reference that was followed and the components with names of their own. Whatever
//! stands outside of such components counts as used; so does what those refer to.

use super::cx::Cx;
use crate::load::Node;
use crate::source::Span;

/// References, and the components that they may lead to.
#[derive(Debug, Default)]
pub(super) struct Uses<'a> {
    /// Where references stand, and where they lead to.
    references: Vec<(Span, Span)>,
    components: Vec<Node<'a>>,
}

impl<'a> Uses<'a> {
    /// Remembers a reference with its target.
    pub(super) fn add(&mut self, reference: Node<'a>, target: Node<'a>) {
        self.references.push((reference.span(), target.span()));
    }

    /// Remembers a component that comes out only where something refers to it.
    pub(super) fn add_component(&mut self, node: Node<'a>) {
        self.components.push(node);
    }

    /// Returns the components that nothing leads to, in document order.
    fn unused(mut self) -> Vec<Node<'a>> {
        self.components.sort_by_key(|node| node.span());
        let spans: Vec<Span> = self.components.iter().map(|node| node.span()).collect();
        let mut used = vec![false; spans.len()];
        // What each component refers to, by position; the last list is that of everything else.
        let mut leads: Vec<Vec<usize>> = vec![Vec::new(); spans.len() + 1];
        for (reference, target) in &self.references {
            if let Some(to) = around(&spans, *target) {
                let from = around(&spans, *reference).unwrap_or(spans.len());
                leads[from].push(to);
            }
        }
        let mut stack = std::mem::take(&mut leads[spans.len()]);
        while let Some(component) = stack.pop() {
            if !std::mem::replace(&mut used[component], true) {
                stack.append(&mut leads[component]);
            }
        }
        let nodes = self.components.into_iter().zip(used);
        nodes
            .filter(|(_, used)| !used)
            .map(|(node, _)| node)
            .collect()
    }
}

/// Returns the component that a place is in. They stand beside each other, in order.
fn around(components: &[Span], place: Span) -> Option<usize> {
    let after = components
        .partition_point(|span| (span.file(), span.start()) <= (place.file(), place.start()));
    let index = after.checked_sub(1)?;
    let span = components[index];
    (span.file() == place.file() && place.end() <= span.end()).then_some(index)
}

/// Accounts for every component that nothing refers to. Where something could not be read, it may be
/// what refers to them.
pub(super) fn account_for_unused(cx: &mut Cx<'_, '_>) {
    if cx.diagnostics.has_errors() {
        return;
    }
    for node in std::mem::take(&mut cx.uses).unused() {
        cx.skip_annotation(node, "nothing refers to it");
    }
}
