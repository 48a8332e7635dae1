//! What all of lowering shares: the document, the model in the making, and what was said.

use std::collections::{BTreeMap, BTreeSet};

use super::flat::BUDGET;
use super::links::{End, Links};
use super::shape::Shape;
use crate::api::{Api, Entry, Identity, Outcome, TypeId};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, SchemaId, SimpleType, origin};
use crate::load::Node;
use crate::source::Span;

pub(super) struct Cx<'c, 'a> {
    pub(super) document: &'c Document<'a>,
    pub(super) diagnostics: &'c mut Diagnostics,
    pub(super) api: Api,
    pub(super) links: Links,
    /// The types of schemas, by schema.
    pub(super) types: Vec<Option<TypeId>>,
    /// Types whose kind is still to be filled in, with what they look like.
    pub(super) unfilled: Vec<(TypeId, Shape<'a>)>,
    /// Types that hold any value, `null` included.
    pub(super) anything: BTreeSet<TypeId>,
    /// Identities in use, with how often each was wanted.
    pub(super) claimed: BTreeMap<Identity, usize>,
    /// Names of what stands apart from its uses, by place.
    pub(super) shared_names: BTreeMap<Span, String>,
    /// What is left of the work that adding up `allOf` may cause.
    pub(super) budget: usize,
}

impl<'c, 'a> Cx<'c, 'a> {
    pub(super) fn new(
        document: &'c Document<'a>,
        diagnostics: &'c mut Diagnostics,
        api: Api,
    ) -> Self {
        let links = Links::new(document, diagnostics);
        Self {
            document,
            diagnostics,
            api,
            links,
            types: vec![None; document.schema_count()],
            unfilled: Vec::new(),
            anything: BTreeSet::new(),
            claimed: BTreeMap::new(),
            shared_names: BTreeMap::new(),
            budget: BUDGET,
        }
    }

    /// Returns the schema that says what values of a schema look like.
    pub(super) fn end(&self, id: SchemaId) -> End {
        self.links.end(self.document, id)
    }

    /// Returns the schema of the items where a schema is an array.
    pub(super) fn array_items(&self, id: SchemaId) -> Option<SchemaId> {
        let end = &self.document[self.end(id).id];
        end.items
            .filter(|_| end.types.is_empty() || end.types.single() == Some(SimpleType::Array))
    }

    /// Returns the name of an object that stands apart from its uses.
    pub(super) fn shared_name(&self, node: Node<'_>) -> String {
        self.shared_names
            .get(&node.span())
            .cloned()
            .unwrap_or_default()
    }

    /// Accounts for a node that comes out weaker than it was written.
    pub(super) fn degrade(&mut self, node: Node<'_>, reason: impl Into<String>) {
        self.account(Outcome::Degraded, node, reason.into());
    }

    /// Accounts for a node that does not come out.
    pub(super) fn ignore(&mut self, node: Node<'_>, reason: impl Into<String>) {
        self.account(Outcome::Ignored, node, reason.into());
    }

    /// Accounts for an operation that is left out.
    pub(super) fn skip(&mut self, node: Node<'_>, reason: impl Into<String>) {
        self.account(Outcome::Skipped, node, reason.into());
    }

    fn account(&mut self, outcome: Outcome, node: Node<'_>, reason: String) {
        let origin = origin(node);
        self.api.account.push(Entry {
            outcome,
            reason,
            matters: true,
            origin,
        });
    }
}
