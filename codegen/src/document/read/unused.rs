//! Components that nothing refers to, and of which so nothing comes out.
//!
//! Takes every reference that was followed and the components with names of their own. Whatever
//! stands outside of such components counts as used; so does what those refer to. What is read only
//! where it is used is read here where it is not.

use super::super::Text;
use super::cx::Cx;
use super::{content, paths};
use crate::load::{Entry, Node};
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

/// A component that becomes part of what refers to it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Late<'a> {
    PathItem(Entry<'a>),
    MediaType(Entry<'a>),
}

/// Reads the components that nothing refers to and that so were not read, for the sake of what is
/// wrong in them. Nothing is made of them.
pub(super) fn read_late(cx: &mut Cx<'_, '_>) {
    let mut late = std::mem::take(&mut cx.late);
    // Those that refer to others come first, and the others are read with them.
    late.sort_by_key(|late| late.entry().value.get("$ref").is_none());
    for late in late {
        if cx.joined.contains(&late.entry().value.identity()) {
            continue;
        }
        match late {
            Late::PathItem(entry) => drop(paths::read_path_item(cx, &entry)),
            Late::MediaType(entry) => {
                let name = Text {
                    text: entry.key,
                    span: entry.key_span,
                };
                drop(content::read_media_type(cx, name, entry.value));
            }
        }
    }
}

impl<'a> Late<'a> {
    fn entry(&self) -> &Entry<'a> {
        match self {
            Self::PathItem(entry) | Self::MediaType(entry) => entry,
        }
    }
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
