//! A new tree out of the parts of others.
//!
//! Takes nodes, whole or only what stands around their children; the tree that results keeps the
//! place of each, in whatever file it is. Where the new tree would break a limit, that is said of
//! the node that would do it. What goes where is the caller's business.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::arena::Foreign;
use super::builder::{Exceeded, Text};
use super::record::{Data, Tag};
use super::{BadAlias, Builder, Kind, Node, Tree};
use crate::source::{FileId, Span};

/// A tree in the making, of parts of other trees.
#[derive(Debug)]
pub(in crate::load) struct Grafter {
    builder: Builder,
    /// A number for everything that aliases stand for, by its tree and its id there.
    targets: BTreeMap<(FileId, u32), usize>,
}

/// A value that would break a limit.
#[derive(Debug, Clone, Copy)]
pub(in crate::load) struct Refused {
    pub(in crate::load) limit: Exceeded,
    pub(in crate::load) place: Span,
}

impl Grafter {
    /// Begins a tree that belongs to the file of `home`; parts may come from it and from `others`.
    pub(in crate::load) fn new<'t>(home: &'t Tree, others: impl Iterator<Item = &'t Tree>) -> Self {
        let mut targets = BTreeMap::new();
        for tree in std::iter::once(home).chain(others) {
            for record in &tree.records {
                if let Some(target) = record.target() {
                    let number = targets.len();
                    targets.entry((tree.file, target)).or_insert(number);
                }
            }
        }
        Self {
            builder: Builder::new(home.file, Arc::clone(&home.source)),
            targets,
        }
    }

    /// Begins an object or array that stands where `node` does.
    pub(in crate::load) fn open(&mut self, node: Node<'_>) -> Result<(), Refused> {
        self.mark(node.span());
        let place = range(node.span());
        self.builder
            .open(node.kind(), place)
            .map_err(|limit| refused(limit, node.span()))
    }

    /// Ends it.
    pub(in crate::load) fn close(&mut self, node: Node<'_>) {
        self.builder.close(node.span().end() as usize);
    }

    /// Adds the key that `node` stands under; its value comes next.
    pub(in crate::load) fn key(&mut self, node: Node<'_>) -> Result<(), Refused> {
        let Some(id) = node.key_id() else {
            return Ok(());
        };
        let span = node.tree.span(id);
        self.mark(span);
        let text = text(&self.builder, node.tree, id);
        self.builder
            .key(range(span), text)
            .map_err(|limit| refused(limit, span))
    }

    /// Adds a value with everything in it.
    pub(in crate::load) fn whole(&mut self, node: Node<'_>) -> Result<(), Refused> {
        if self.repeat(node)? {
            return Ok(());
        }
        match node.kind() {
            Kind::Object => {
                self.open_target(node)?;
                for entry in node.as_object().into_iter().flatten() {
                    self.key(entry.value)?;
                    self.whole(entry.value)?;
                }
                self.close(node);
            }
            Kind::Array => {
                self.open_target(node)?;
                for element in node.as_array().into_iter().flatten() {
                    self.whole(element)?;
                }
                self.close(node);
            }
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => self.scalar(node)?,
        }
        Ok(())
    }

    /// Returns the tree.
    pub(in crate::load) fn finish(self) -> Tree {
        self.builder.finish().0
    }

    /// Adds an alias where the value stands in an alias of its own tree and what that stands for
    /// was added before; returns whether it did.
    fn repeat(&mut self, node: Node<'_>) -> Result<bool, Refused> {
        if node.tree.record(node.place).tag != Tag::Alias {
            return Ok(false);
        }
        let Some(number) = self.targets.get(&(node.tree.file, node.content)).copied() else {
            return Ok(false);
        };
        let before = self.builder.tree.records.len();
        match self.builder.alias(number, range(node.span())) {
            Ok(()) => {
                self.mark_from(before, node.span());
                Ok(true)
            }
            Err(BadAlias::Incomplete) => Ok(false),
            Err(BadAlias::Exceeded(limit)) => Err(refused(limit, node.span())),
        }
    }

    fn open_target(&mut self, node: Node<'_>) -> Result<(), Refused> {
        self.open(node)?;
        self.anchor(node);
        Ok(())
    }

    fn scalar(&mut self, node: Node<'_>) -> Result<(), Refused> {
        let span = node.span();
        self.mark(span);
        let text = text(&self.builder, node.tree, node.content);
        self.builder
            .scalar(node.kind(), range(span), text)
            .map_err(|limit| refused(limit, span))?;
        self.anchor(node);
        Ok(())
    }

    /// Lets later aliases stand for the value that was just added or opened.
    fn anchor(&mut self, node: Node<'_>) {
        if let Some(number) = self.targets.get(&(node.tree.file, node.content)) {
            self.builder.anchor(*number);
        }
    }

    /// Notes in which file the record stands that is added next.
    fn mark(&mut self, span: Span) {
        self.mark_from(self.builder.tree.records.len(), span);
    }

    fn mark_from(&mut self, record: usize, span: Span) {
        let tree = &mut self.builder.tree;
        if span.file() == tree.file {
            return;
        }
        let first = u32::try_from(record).unwrap_or(u32::MAX);
        let (end, file) = (first.saturating_add(1), span.file());
        match tree.foreign.last_mut() {
            Some(run) if run.end == first && run.file == file => run.end = end,
            _ => tree.foreign.push(Foreign { first, end, file }),
        }
    }
}

/// Returns the text of a scalar or key. What stands in the source of the new tree is not copied.
fn text<'t>(builder: &Builder, tree: &'t Tree, id: u32) -> Text<'t> {
    match tree.data(id) {
        Data::Source(start, end) if tree.file == builder.tree.file => {
            Text::Source(start as usize..end as usize)
        }
        _ => Text::Decoded(tree.text(id)),
    }
}

fn refused(limit: Exceeded, place: Span) -> Refused {
    Refused { limit, place }
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start() as usize..span.end() as usize
}
