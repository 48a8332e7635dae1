//! Components that nothing refers to, and of which so nothing comes out.
//!
//! Takes every reference that was followed and the components with names of their own. Whatever
//! stands outside of such components counts as used; so does what those refer to.

use super::cx::Cx;
use crate::load::Node;
use crate::source::FileId;

/// References, and the components that they may lead to.
#[derive(Debug, Default)]
pub(super) struct Uses<'a> {
    /// Where references stand, and where they lead to.
    references: Vec<(Place, Place)>,
    components: Vec<Node<'a>>,
}

/// A place in the order of all values: what stands where in a text does not count, because an
/// overlay can put one text in several places, and several texts in one.
type Place = (FileId, u32);

impl<'a> Uses<'a> {
    /// Remembers a reference with its target.
    pub(super) fn add(&mut self, reference: Node<'a>, target: Node<'a>) {
        self.references.push((reference.order(), target.order()));
    }

    /// Remembers a component that comes out only where something refers to it.
    pub(super) fn add_component(&mut self, node: Node<'a>) {
        self.components.push(node);
    }

    /// Returns the components that nothing leads to, in document order.
    fn unused(mut self) -> Vec<Node<'a>> {
        self.components.sort_by_key(|node| node.span());
        let count = self.components.len();
        let mut used = vec![false; count];
        // What each component refers to, by position; the last list is that of everything else.
        let mut leads: Vec<Vec<usize>> = vec![Vec::new(); count + 1];
        for (reference, target) in &self.references {
            if let Some(to) = around(&self.components, *target) {
                let from = around(&self.components, *reference).unwrap_or(count);
                leads[from].push(to);
            }
        }
        let mut stack = std::mem::take(&mut leads[count]);
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
fn around(components: &[Node<'_>], place: Place) -> Option<usize> {
    let after = components.partition_point(|node| node.order() <= place);
    let index = after.checked_sub(1)?;
    (place < components[index].order_end()).then_some(index)
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
