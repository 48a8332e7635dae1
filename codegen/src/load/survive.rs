//! What tests and fuzz targets ask of the readers: whatever the bytes, there is a tree or an error,
//! and everything that can be asked of either can be asked.

use std::path::Path;

use super::decode::add_text;
use super::read::read_tree;
use super::tree::{Node, Visit};
use crate::diagnostic::{Diagnostics, Format, render_as};
use crate::source::Sources;

/// Reads bytes under a name, and asks everything of what comes out.
pub(crate) fn survives(name: &str, bytes: &[u8]) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let (file, refused) = add_text(&mut sources, Path::new(name), bytes.to_vec());
    let tree = if refused.is_some() {
        None
    } else {
        read_tree(file, &sources, &mut diagnostics)
    };
    if let Some(diagnostic) = refused {
        diagnostics.add(diagnostic);
    }
    assert!(tree.is_some() || diagnostics.has_errors());
    for format in [Format::Plain, Format::Coloured, Format::Short] {
        render_as(&diagnostics, &sources, format);
    }
    if let Some(tree) = tree {
        tree.root().visit(|node| {
            ask(node, tree.root(), sources.text(file));
            Visit::GoOn
        });
    }
}

fn ask<'a>(node: Node<'a>, root: Node<'a>, text: &str) {
    assert!(
        text.get(node.span().start() as usize..node.span().end() as usize)
            .is_some()
    );
    let pointer = node.pointer();
    let reached = pointer
        .tokens()
        .try_fold(root, |node, token| node.step(&token));
    // Of keys given twice, and below merge keys, the pointer leads to another value or nowhere.
    assert!(reached.is_none_or(|reached| reached.pointer() == pointer));
    for entry in node.as_object().into_iter().flatten() {
        assert!(node.get(entry.key).is_some());
    }
    let elements = node.as_array().into_iter().flatten();
    elements.for_each(|element| assert!(element.pointer().tokens().next().is_some()));
}
