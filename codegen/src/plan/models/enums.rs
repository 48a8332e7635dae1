//! Enums of text values. They are open: a value that the description does not list is kept.

use super::Types;
use crate::api::{self, TypeId};
use crate::plan::docs::{Docs, Piece};
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::notes::{self, Fallback};

/// One enum, as in `PetStatus`.
#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    /// Without the one for unknown values.
    pub(crate) variants: Vec<Variant>,
}

/// One value, as in `Available` for `available`.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) value: String,
}

pub(super) fn plan_enum(types: &Types<'_>, id: TypeId, values: &api::Enum) -> Option<Enum> {
    let ty = &types.api()[id];
    let name = types.item(id)?.clone();
    let fallback = Fallback {
        what: "The values of",
        name: types.wire_name(id),
    };
    let docs = notes::item(&ty.docs, fallback);
    let docs = notes::constraints(docs, ty).origin(&ty.origin);
    let mut seen = std::collections::BTreeSet::new();
    let distinct: Vec<&str> = values
        .values
        .iter()
        .map(|value| value.value.text())
        // A value said twice would be a pattern that is never reached.
        .filter(|value| seen.insert(*value))
        .collect();
    let claims: Vec<Claim> = distinct.iter().map(|value| claim(value)).collect();
    let idents = Scope::new(Kind::Variant).claim_all(&claims);
    let variants = distinct
        .into_iter()
        .zip(idents)
        .map(|(value, name)| Variant {
            name,
            docs: Docs::new().paragraph(&[
                Piece::Text("The value "),
                Piece::Code(value),
                Piece::Text("."),
            ]),
            value: value.to_owned(),
        });
    Some(Enum {
        name,
        docs,
        variants: variants.collect(),
    })
}

fn claim(value: &str) -> Claim {
    Claim {
        identity: value.to_owned(),
        rank: rank(value),
        spellings: vec![value.to_owned()],
    }
}

/// A value that is a word keeps its name before one that only comes down to the same word.
fn rank(value: &str) -> u8 {
    let is_word = value
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    match (is_exact(value, Kind::Variant), is_word) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}
