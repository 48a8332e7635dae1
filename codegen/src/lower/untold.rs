//! Notes that reach nobody: bounds, defaults and directions of values that have neither a name nor a
//! field to be told at.
//!
//! Reading calls all of them degraded, because most are told in the documentation of an item. Once it
//! is known what became of each schema, those that are told nowhere are called ignored.

use std::borrow::Cow;

use super::cx::Cx;
use crate::api::{Identity, Kind, Outcome, Step, Type};
use crate::document::{Fate, Schema, SchemaId};
use crate::hashing::QuickMap;
use crate::load::NodeId;

const BOUND: &str = "bounds of values without a name and a field are told nowhere";
const DEFAULT: &str = "a default of what is neither a property nor a parameter is told nowhere";
const DIRECTION: &str = "only properties are for reading or for writing alone";

/// Corrects the account, which begins with what reading has noted.
pub(super) fn account_for_untold(cx: &mut Cx<'_, '_>) {
    let untold = untold(cx);
    let document = cx.document;
    let told = document.notes.iter().zip(&mut cx.api.account);
    for (note, entry) in told.filter(|(note, _)| note.fate == Fate::Told) {
        if let Some(reason) = untold.get(&note.node.identity()) {
            entry.outcome = Outcome::Ignored;
            entry.reason = Cow::Borrowed(reason);
        }
    }
}

/// Returns the keywords that are told nowhere, with the reasons.
fn untold(cx: &Cx<'_, '_>) -> QuickMap<NodeId, &'static str> {
    let mut untold = QuickMap::default();
    for (id, schema) in cx.document.schemas() {
        if let Some(default) = schema.default.filter(|_| !cx.told.defaults.contains(&id)) {
            untold.insert(default.identity(), DEFAULT);
        }
        if (schema.read_only || schema.write_only) && !cx.told.directions.contains(&id) {
            let keys = ["readOnly", "writeOnly"].map(|key| schema.node.get(key));
            let nodes = keys.into_iter().flatten();
            untold.extend(nodes.map(|node| (node.identity(), DIRECTION)));
        }
        if has_untold_bounds(cx, id, schema) {
            let bounds = schema.constraints.iter();
            untold.extend(bounds.map(|(_, node)| (node.identity(), BOUND)));
        }
    }
    untold
}

fn has_untold_bounds(cx: &Cx<'_, '_>, id: SchemaId, schema: &Schema<'_>) -> bool {
    let ty = cx.types[id.index()].filter(|_| !schema.constraints.is_empty());
    ty.is_some_and(|ty| !is_told(&cx.api[ty]))
}

/// Returns whether something has documentation that tells what values of a type must be: an item of its
/// own, a field, a parameter.
fn is_told(ty: &Type) -> bool {
    let Identity::Inline { step, .. } = &ty.identity else {
        return true;
    };
    match step {
        Step::Property(_)
        | Step::Position(_)
        | Step::Parameter(_)
        | Step::Header(..)
        | Step::PartHeader(..) => true,
        Step::Items
        | Step::AdditionalProperties
        | Step::Member(_)
        | Step::Base
        | Step::Pattern(_)
        | Step::Name
        | Step::Content
        | Step::Beside(_)
        | Step::RequestBody(_)
        | Step::Response(..)
        | Step::RequestItem(_)
        | Step::ResponseItem(..) => has_item(&ty.kind),
    }
}

/// Returns whether types of a kind come out as items with names.
fn has_item(kind: &Kind) -> bool {
    match kind {
        Kind::Object(_) | Kind::Union(_) | Kind::Tuple(_) | Kind::Enum(_) => true,
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Array(_)
        | Kind::Map(_)
        | Kind::Alias(_) => false,
    }
}
