//! What all of lowering shares: the document, the model in the making, and what was said.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::crowd::SHARED_PARTS;
use super::flat::{BUDGET, Flat};
use super::link::Targets;
use super::links::{End, Links};
use super::rules::Rules;
use super::shape::Shape;
use crate::api::{Api, Entry, Example, Outcome, TypeId};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, SchemaId, SimpleType, head, origin};
use crate::hashing::{Quick, QuickMap};
use crate::load::{Node, NodeId, json_text};
use crate::source::Origin;

pub(super) struct Cx<'c, 'a> {
    pub(super) document: &'c Document<'a>,
    pub(super) diagnostics: &'c mut Diagnostics,
    pub(super) api: Api,
    pub(super) links: Links,
    /// The types of schemas, by schema.
    pub(super) types: Vec<Option<TypeId>>,
    /// Types whose kind is still to be filled in, with what they look like.
    pub(super) unfilled: Vec<(TypeId, Shape<'a>)>,
    /// Objects with discriminators of their own.
    pub(super) polymorphic: Vec<(TypeId, SchemaId)>,
    /// Types that hold `null` without saying so.
    pub(super) anything: BTreeSet<TypeId>,
    /// Texts that hold what a schema describes (`contentSchema`).
    pub(super) contents: Vec<(TypeId, SchemaId)>,
    /// What stands beside alternatives, by the schema of one that is written there.
    pub(super) beside: BTreeMap<SchemaId, Arc<Flat<'a>>>,
    /// Types of parts of a schema, each with the type of that.
    pub(super) parts_of: Vec<(TypeId, TypeId)>,
    /// Types in what is not generated yet: what becomes of them, nobody sees.
    pub(super) hidden: BTreeSet<TypeId>,
    /// Where the links of the alternatives of a schema end.
    alternatives: BTreeMap<SchemaId, BTreeSet<SchemaId>>,
    /// The schemas that add to a schema; made when first asked for.
    pub(super) subtypes: Option<Vec<Vec<SchemaId>>>,
    /// Identities in use, by hash, because they are long and many; with how often each was wanted.
    pub(super) claimed: QuickMap<u64, usize>,
    /// Names of what stands apart from its uses.
    pub(super) shared_names: BTreeMap<NodeId, String>,
    /// What is left of the work that adding up `allOf` may cause.
    pub(super) budget: usize,
    /// What is left of the work that comparing schemas may cause.
    compared: Cell<usize>,
    /// What is left of the parts that operations may have; nothing, where that was not enough.
    pub(super) parts: Option<usize>,
    /// Examples that were lowered, by place.
    pub(super) examples: BTreeMap<NodeId, Arc<Example>>,
    /// What is left of the text of values that are kept for people.
    pub(super) text_budget: usize,
    pub(super) quiet: Quiet,
    /// Whether clients check what schemas demand.
    pub(super) validates: bool,
    /// What schemas demand, by schema; filled in where that is checked.
    pub(super) rules: Rules,
    pub(super) targets: Targets,
    pub(super) told: Told,
    /// Whether all of the document could be read.
    is_whole: bool,
}

/// Schemas of which something is told where a property or a parameter uses them.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) defaults: BTreeSet<SchemaId>,
    /// Those that are for reading or for writing alone.
    pub(super) directions: BTreeSet<SchemaId>,
}

/// What is not accounted for, because what it stands in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quiet {
    No,
    /// Operations, but not their types, which come out.
    Operations,
    /// Types as well.
    All,
}

/// So many bytes of examples, defaults, bounds and extensions are kept. One of them can be part of many
/// types by references and aliases.
const TEXT_BUDGET: usize = 16 << 20;

/// So many schemas, values and names may be compared with each other.
const MAX_COMPARED: usize = 4_000_000;

impl<'c, 'a> Cx<'c, 'a> {
    pub(super) fn new(
        document: &'c Document<'a>,
        diagnostics: &'c mut Diagnostics,
        mut api: Api,
    ) -> Self {
        // Hardly any schema is more than one type, and growing copies all of them.
        api.expect_types(document.schema_count());
        let is_whole = !diagnostics.has_errors();
        let links = Links::new(document, diagnostics);
        Self {
            document,
            diagnostics,
            api,
            links,
            types: vec![None; document.schema_count()],
            unfilled: Vec::new(),
            polymorphic: Vec::new(),
            anything: BTreeSet::new(),
            contents: Vec::new(),
            beside: BTreeMap::new(),
            parts_of: Vec::new(),
            hidden: BTreeSet::new(),
            alternatives: BTreeMap::new(),
            subtypes: None,
            claimed: QuickMap::with_capacity_and_hasher(document.schema_count(), Quick::default()),
            shared_names: BTreeMap::new(),
            budget: BUDGET,
            compared: Cell::new(MAX_COMPARED),
            parts: Some(SHARED_PARTS + document.size()),
            examples: BTreeMap::new(),
            text_budget: TEXT_BUDGET,
            quiet: Quiet::No,
            validates: false,
            rules: Rules::default(),
            targets: Targets::default(),
            told: Told::default(),
            is_whole,
        }
    }

    /// Adds a warning. Where parts of the document could not be read, what seems odd may only be what
    /// they leave behind, so nothing is said.
    pub(super) fn warn(&mut self, diagnostic: Diagnostic) {
        if self.is_whole {
            self.diagnostics.add(diagnostic);
        }
    }

    /// Returns the schema that says what values of a schema look like.
    pub(super) fn end(&self, id: SchemaId) -> End {
        self.links.end(id)
    }

    /// Pays for work that descriptions could make without bounds. Returns whether that was possible.
    pub(super) fn affords(&mut self, cost: usize) -> bool {
        let left = self.budget.checked_sub(cost);
        self.budget = left.unwrap_or(self.budget);
        left.is_some()
    }

    /// Returns whether a schema is one of the alternatives of another one.
    pub(super) fn is_alternative(&mut self, of: SchemaId, id: SchemaId) -> bool {
        let (document, links) = (self.document, &self.links);
        let ends = self.alternatives.entry(of).or_insert_with(|| {
            let schema = &document[of];
            let all = schema.one_of().iter().chain(schema.any_of());
            all.map(|id| links.end(*id).id).collect()
        });
        ends.contains(&id)
    }

    /// Pays for a comparison of schemas; returns whether there was enough to pay with.
    pub(super) fn may_compare(&self, steps: usize) -> bool {
        let left = self.compared.get().checked_sub(steps);
        self.compared.set(left.unwrap_or(0));
        left.is_some()
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
            .get(&node.identity())
            .cloned()
            .unwrap_or_default()
    }

    /// Accounts for a node that comes out weaker than it was written.
    pub(super) fn degrade(&mut self, node: Node<'_>, reason: impl Into<Cow<'static, str>>) {
        self.account(Outcome::Degraded, true, node, reason.into());
    }

    /// Accounts for a node that comes out a little weaker, in a way that surprises nobody.
    pub(super) fn tell(&mut self, node: Node<'_>, reason: impl Into<Cow<'static, str>>) {
        self.account(Outcome::Degraded, false, node, reason.into());
    }

    /// Accounts for a node that does not come out.
    pub(super) fn ignore(&mut self, node: Node<'_>, reason: impl Into<Cow<'static, str>>) {
        self.account(Outcome::Ignored, true, node, reason.into());
    }

    /// Accounts for a node that does not come out and that nobody misses.
    pub(super) fn pass_over(&mut self, node: Node<'_>, reason: impl Into<Cow<'static, str>>) {
        self.account(Outcome::Ignored, false, node, reason.into());
    }

    /// Accounts for an operation that is left out. The place is that of what stops it.
    pub(super) fn skip(
        &mut self,
        operation: Node<'_>,
        cause: Node<'_>,
        reason: impl Into<Cow<'static, str>>,
    ) {
        self.api.account.push(Entry {
            outcome: Outcome::Skipped,
            reason: reason.into(),
            matters: true,
            origin: Origin {
                span: head(cause),
                ..origin(operation)
            },
        });
    }

    /// Returns a value that is kept for people as JSON text, as long as there is room.
    pub(super) fn kept_text(&mut self, node: Node<'_>) -> Option<String> {
        let text = json_text(node)?;
        self.text_budget = self.text_budget.checked_sub(text.len())?;
        Some(text)
    }

    fn account(
        &mut self,
        outcome: Outcome,
        matters: bool,
        node: Node<'_>,
        reason: Cow<'static, str>,
    ) {
        if self.quiet != Quiet::No {
            return;
        }
        let origin = origin(node);
        self.api.account.push(Entry {
            outcome,
            reason,
            matters,
            origin,
        });
    }
}
