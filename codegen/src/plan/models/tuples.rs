//! Tuples: arrays whose first items have a type each.
//!
//! A tuple becomes a tuple struct: items that must be there, items that may be missing from some
//! position on, and what may stand behind them. How many must be there, the bounds of its length say.

use super::{Derives, Types};
use crate::api::{self, Additional, Type, TypeId, TypeRef, Xml};
use crate::plan::docs::{Docs, Piece};
use crate::plan::imports::Importer;
use crate::plan::names::{Claim, Ident, Kind, Scope};
use crate::plan::notes::{self, Fallback};
use crate::plan::ty::Ty;

/// One tuple struct, as in `Point`.
#[derive(Debug)]
pub(crate) struct Tuple {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) is_deprecated: bool,
    pub(crate) derives: Derives,
    pub(crate) items: Vec<Item>,
    /// So many of the items are always there.
    pub(crate) required: usize,
    /// What stands behind the items, a list, if anything may.
    pub(crate) rest: Option<Rest>,
    /// What the codec is told of the items in XML, where anything is said.
    pub(crate) shape: Option<TupleShape>,
}

/// What stands around the items in XML, and what each of them is.
#[derive(Debug)]
pub(crate) struct TupleShape {
    /// The name of the static.
    pub(crate) constant: Ident,
    /// The default name of the root element.
    pub(crate) name: String,
    pub(crate) xml: Xml,
    /// By position.
    pub(crate) items: Vec<Xml>,
}

/// One item.
#[derive(Debug)]
pub(crate) struct Item {
    /// The variable that holds the value while it is read.
    pub(crate) local: Ident,
    pub(crate) docs: Docs,
    /// The whole type, as in `Option<String>` for one that may be missing.
    pub(crate) ty: Ty,
}

/// The items behind those with a type each.
#[derive(Debug)]
pub(crate) struct Rest {
    /// The variable that holds them while they are read.
    pub(crate) local: Ident,
    pub(crate) ty: Ty,
}

impl Tuple {
    /// Whether a value can be made from nothing.
    pub(crate) fn has_default(&self) -> bool {
        self.required == 0
    }
}

pub(super) fn plan_tuple(
    types: &Types<'_>,
    importer: &mut Importer,
    id: TypeId,
    tuple: &api::Tuple,
) -> Option<Tuple> {
    let ty = &types.api()[id];
    let fallback = Fallback {
        what: "The schema",
        name: types.wire_name(id),
    };
    let docs = notes::described(&ty.docs, fallback);
    let docs = notes::constraints(docs, ty).origin(&ty.origin);
    let bound = |keyword, tightest: fn(usize, usize) -> usize| bound(ty, keyword, tightest);
    let required = bound("minItems", usize::max).unwrap_or(0);
    let is_full = bound("maxItems", usize::min).is_some_and(|most| most <= tuple.prefix.len());
    let rest = if is_full {
        None
    } else {
        plan_rest(types, importer, tuple.rest)
    };
    let mut locals = Scope::new(Kind::Local);
    let required = required.min(tuple.prefix.len());
    let items = tuple.prefix.iter().enumerate();
    let items = items.map(|(index, item)| Item {
        local: local(&mut locals, &format!("item {}", index + 1)),
        docs: item_docs(types, index, *item),
        ty: importer.ty(item_ty(types, id, *item, index < required)),
    });
    Some(Tuple {
        name: types.item(id)?.clone(),
        docs,
        is_deprecated: ty.docs.deprecated,
        derives: Derives::default(),
        items: items.collect(),
        required,
        rest: rest.map(|ty| Rest {
            local: local(&mut locals, "rest"),
            ty,
        }),
        shape: plan_shape(types, id, tuple),
    })
}

fn plan_shape(types: &Types<'_>, id: TypeId, tuple: &api::Tuple) -> Option<TupleShape> {
    if tuple.xml.is_empty() {
        return None;
    }
    let items = tuple.xml.iter().map(|xml| Xml::clone(xml));
    Some(TupleShape {
        constant: types.static_of(id)?.clone(),
        name: types.wire_name(id).to_owned(),
        xml: Xml::clone(&types.api()[id].xml),
        items: items.collect(),
    })
}

fn item_ty(types: &Types<'_>, owner: TypeId, item: TypeRef, is_required: bool) -> Ty {
    let mut ty = types.ty(item);
    if types.needs_box(owner, item.id) {
        ty = ty.boxed();
    }
    // A null and no item are two things.
    if is_required { ty } else { ty.option() }
}

fn plan_rest(types: &Types<'_>, importer: &mut Importer, rest: Additional) -> Option<Ty> {
    let ty = match rest {
        Additional::Forbidden => return None,
        Additional::Any => Ty::Value,
        Additional::Typed(item) => types.ty(item),
    };
    Some(importer.ty(Ty::Vec(Box::new(ty))))
}

fn item_docs(types: &Types<'_>, index: usize, item: TypeRef) -> Docs {
    let ty = &types.api()[item.id];
    let number = (index + 1).to_string();
    let docs =
        Docs::new().paragraph(&[Piece::Text("Item "), Piece::Text(&number), Piece::Text(".")]);
    // A type with a name says itself what it is.
    if types.item(item.id).is_some() {
        return docs;
    }
    let mut docs = docs;
    for text in notes::texts(&ty.docs) {
        docs = docs.markdown(text);
    }
    notes::constraints(docs, ty)
}

fn local(scope: &mut Scope, text: &str) -> Ident {
    scope.claim(&Claim {
        identity: text.to_owned(),
        rank: 0,
        spellings: vec![text.to_owned()],
    })
}

/// Returns the tightest bound of the length, where several members of `allOf` say one.
fn bound(ty: &Type, keyword: &str, tightest: fn(usize, usize) -> usize) -> Option<usize> {
    let said = ty.constraints.keywords.iter();
    let said = said.filter(|constraint| constraint.keyword == keyword);
    let said = said.filter_map(|constraint| count(constraint.value.json.as_deref()?));
    said.reduce(tightest)
}

/// Reads a count, which may be spelled as in `2.0`.
fn count(json: &str) -> Option<usize> {
    let whole = json.split_once('.').map_or(json, |(whole, fraction)| {
        if fraction.bytes().all(|digit| digit == b'0') {
            whole
        } else {
            json
        }
    });
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (json, expect) in [
            ("2", Some(2)),
            ("2.0", Some(2)),
            ("2.5", None),
            ("-1", None),
            ("\"2\"", None),
        ] {
            assert_eq!(count(json), expect, "{json}");
        }
    }
}
