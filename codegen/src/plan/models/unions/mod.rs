//! Unions: enums with a variant for each member, and one for values that no member fits.
//!
//! Takes a union and what tells its members apart. A union of one type is that type; one that says
//! nothing is any value.

mod choice;
mod form;
mod names;
#[cfg(test)]
mod tests;

pub(crate) use choice::{Choice, Static, Tag, Test};
pub(in crate::plan) use form::{Members, Unions};

use self::choice::plan_choice;
use self::form::Alternative;
use self::names::name_variants;
use super::{Derives, Types};
use crate::api::{self, Look, Sort, TypeId, TypeRef};
use crate::plan::docs::{Docs, Piece};
use crate::plan::imports::Importer;
use crate::plan::names::Ident;
use crate::plan::notes::{self, Fallback};
use crate::plan::ty::Ty;

/// One enum of types, as in `Animal`.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) is_deprecated: bool,
    pub(crate) derives: Derives,
    /// Without the one for unknown values.
    pub(crate) variants: Vec<Variant>,
    pub(crate) choice: Choice,
}

/// One alternative, as in `Cat(Cat)`.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) content: Content,
    /// Whether no other variant holds the same type, so that a value alone says which variant it is.
    pub(crate) is_only: bool,
}

/// What a variant holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// Nothing: it stands for one text.
    Constant(String),
    Type(Ty),
}

/// Values of one property that documentation lists.
const MOST_VALUES: usize = 8;

pub(super) fn plan_union(
    types: &Types<'_>,
    importer: &mut Importer,
    id: TypeId,
    union: &api::Union,
    members: &Members,
) -> Option<Union> {
    let ty = &types.api()[id];
    let name = types.item(id)?.clone();
    let fallback = Fallback {
        what: "The schema",
        name: types.wire_name(id),
    };
    let docs = notes::described(&ty.docs, fallback);
    let docs = notes::constraints(docs, ty).origin(&ty.origin);
    let names = name_variants(types, id, union, members);
    let expanded: Vec<Option<Ty>> = members
        .variants
        .iter()
        .map(|variant| {
            let held = variant.constant.is_none();
            held.then(|| types.expanded(not_null(union.members[variant.member].ty)))
        })
        .collect();
    let own = Ty::Named(types.named(id)?);
    let variants = members.variants.iter().zip(names).zip(&expanded);
    let variants = variants.map(|((variant, name), ty)| Variant {
        name,
        docs: variant_docs(types, union, members, variant),
        is_only: *ty != Some(Ty::Value)
            && *ty != Some(own.clone())
            && expanded.iter().filter(|other| *other == ty).count() == 1,
        content: match &variant.constant {
            Some(text) => Content::Constant(text.clone()),
            None => Content::Type(importer.ty(held(types, id, &union.members[variant.member]))),
        },
    });
    let variants = variants.collect();
    importer.runtime(&["Value"]);
    Some(Union {
        name,
        docs,
        is_deprecated: ty.docs.deprecated,
        derives: Derives::default(),
        variants,
        choice: plan_choice(types, id, union, members)?,
    })
}

/// Returns what the configuration may call the members of a union, with the names of their variants.
pub(super) fn named_members<'a>(
    types: &Types<'a>,
    id: TypeId,
    union: &'a api::Union,
) -> Vec<(Vec<&'a str>, Ident)> {
    let Some(members) = types.members(id) else {
        return Vec::new();
    };
    let names = name_variants(types, id, union, members);
    let variants = members.variants.iter().zip(names);
    let keyed =
        variants.map(|(variant, name)| (names::keys(types, &union.members[variant.member]), name));
    keyed.collect()
}

/// What a variant holds, in a box where it has to or should be.
fn held(types: &Types<'_>, id: TypeId, member: &api::Member) -> Ty {
    let ty = types.ty(not_null(member.ty));
    if types.is_boxed_in(id, member.ty.id) {
        Ty::Box(Box::new(ty))
    } else {
        ty
    }
}

/// Null is around a union, not in it.
fn not_null(ty: TypeRef) -> TypeRef {
    TypeRef {
        nullable: false,
        ..ty
    }
}

/// What people wrote, or what the member is; then the values that it is known by.
fn variant_docs(
    types: &Types<'_>,
    union: &api::Union,
    members: &Members,
    variant: &Alternative,
) -> Docs {
    let member = &union.members[variant.member];
    let tag = if is_base(types, member.ty.id) {
        Vec::new()
    } else {
        tag_pieces(members, variant)
    };
    if !notes::is_described(&member.docs) {
        let mut pieces = what_it_is(types, member, members, variant);
        if !tag.is_empty() {
            pieces.push(Piece::Text(", where "));
            pieces.extend(tag);
        }
        pieces.push(Piece::Text("."));
        return Docs::new().paragraph(&pieces);
    }
    let fallback = Fallback {
        what: "",
        name: &member.key,
    };
    let docs = notes::item(&member.docs, fallback);
    if tag.is_empty() {
        return docs;
    }
    let mut pieces = vec![Piece::Text("Where ")];
    pieces.extend(tag);
    pieces.push(Piece::Text("."));
    docs.paragraph(&pieces)
}

/// Returns the values of a property that a variant is known by, as in ``petType` is `cat``.
fn tag_pieces<'m>(members: &'m Members, variant: &Alternative) -> Vec<Piece<'m>> {
    let mut pieces = Vec::new();
    let Some(tag) = &members.telling.tag else {
        return pieces;
    };
    let own = members.variant_of(variant.member);
    let values = tag.values.iter();
    let values = values.filter(|(_, member)| members.variant_of(*member) == own);
    for (index, (value, _)) in values.enumerate() {
        match index {
            0 => pieces.extend([Piece::Code(&tag.property), Piece::Text(" is ")]),
            MOST_VALUES => {
                pieces.push(Piece::Text(", …"));
                break;
            }
            _ => pieces.push(Piece::Text(" or ")),
        }
        pieces.push(Piece::Code(value));
    }
    pieces
}

fn what_it_is<'t>(
    types: &'t Types<'_>,
    member: &'t api::Member,
    members: &'t Members,
    variant: &'t Alternative,
) -> Vec<Piece<'t>> {
    if let Some(text) = &variant.constant {
        return vec![Piece::Text("The value "), Piece::Code(text)];
    }
    let id = member.ty.id;
    if matches!(types.api()[id].identity, api::Identity::Component(_)) {
        return vec![Piece::Text("The schema "), Piece::Code(types.wire_name(id))];
    }
    if is_base(types, id) {
        return vec![Piece::Text("Any other, with what all have in common")];
    }
    vec![Piece::Text(sentence(
        &members.telling.looks[variant.member],
    ))]
}

/// Whether a member is the object that the other members extend.
fn is_base(types: &Types<'_>, id: TypeId) -> bool {
    let identity = &types.api()[id].identity;
    matches!(
        identity,
        api::Identity::Inline {
            step: api::Step::Base,
            ..
        }
    )
}

fn sentence(look: &Look) -> &'static str {
    let mut sorts = look.sorts.iter();
    match (sorts.next(), sorts.next()) {
        (Some(Sort::Boolean), None) => "A boolean",
        (Some(Sort::Number), None) => "A number",
        (Some(Sort::Text), None) => "A text",
        (Some(Sort::Array), None) => "A list",
        (Some(Sort::Object), None) => "An object",
        (Some(_), Some(_)) | (None, _) => "One of several types",
    }
}
