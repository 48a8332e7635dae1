//! The names of variants: functions of the member and of the union's own name.

use crate::api::{Identity, Kind, Member, Scalar, TypeId, Union};
use crate::plan::models::Types;
use crate::plan::names::{self, Claim, Ident, Scope, words_of};
use crate::plan::renames::Renames;

use super::form::Members;

/// Types in types are spelled out no deeper than that.
const DEEPEST: usize = 4;

pub(super) fn name_variants(
    types: &Types<'_>,
    id: TypeId,
    union: &Union,
    members: &Members,
) -> Vec<Ident> {
    let own = types.item(id).map_or("", Ident::as_str);
    let claims = members.variants.iter().map(|variant| {
        let member = &union.members[variant.member];
        let words = words(types, member);
        let is_named = matches!(types.api()[member.ty.id].identity, Identity::Component(_));
        let short = if is_named {
            trim(own, &words)
        } else {
            words.clone()
        };
        let claim = Claim {
            identity: member.key.clone(),
            rank: 0,
            spellings: vec![short, words],
        };
        let names = keys(types, member);
        Renames::claim(types.renames().variant(id, &names), claim)
    });
    Scope::new(names::Kind::Member).claim_all(&claims.collect::<Vec<_>>())
}

/// Returns what the configuration may call a member: what tells it from others, and its schema.
pub(super) fn keys<'a>(types: &Types<'a>, member: &'a Member) -> Vec<&'a str> {
    let mut keys = vec![member.key.as_str()];
    if let Identity::Component(name) = &types.api()[member.ty.id].identity {
        keys.push(name);
    }
    keys
}

/// What a member is called: its type's own name, or else what tells it from others.
fn words(types: &Types<'_>, member: &Member) -> String {
    let id = member.ty.id;
    if matches!(types.api()[id].identity, Identity::Component(_)) {
        return types.wire_name(id).to_owned();
    }
    // Nothing tells it from others but its place and what it holds.
    let is_position = member.key.chars().all(|c| c.is_ascii_digit() || c == '\'');
    if is_position {
        return describe(types, id, 0).unwrap_or_else(|| member.key.clone());
    }
    member.key.clone()
}

fn describe(types: &Types<'_>, id: TypeId, depth: usize) -> Option<String> {
    let ty = &types.api()[id];
    if matches!(ty.identity, Identity::Component(_)) {
        return Some(types.wire_name(id).to_owned());
    }
    if depth > DEEPEST {
        return None;
    }
    let of = |id: TypeId, what: &str| {
        let inner = describe(types, id, depth + 1);
        let inner = inner.unwrap_or_default();
        Some([&inner, " ", what].concat())
    };
    match &ty.kind {
        Kind::Boolean => Some("boolean".to_owned()),
        Kind::Integer(_) => Some("integer".to_owned()),
        Kind::Number(_) => Some("number".to_owned()),
        Kind::String(_) => Some("string".to_owned()),
        Kind::Array(items) => of(items.id, "array"),
        Kind::Map(map) => of(map.values.id, "map"),
        Kind::Alias(target) => describe(types, target.id, depth + 1),
        Kind::Enum(list) => match list.values.as_slice() {
            [one] if matches!(one.value, Scalar::String(_)) => Some(one.value.text().to_owned()),
            _ => None,
        },
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Tuple(_)
        | Kind::Object(_)
        | Kind::Union(_) => None,
    }
}

/// Returns a name without the union's own in front or behind, as in `Card` for `PaymentCard` and
/// `CardPayment` of `Payment`.
fn trim(own: &str, name: &str) -> String {
    let (own, words) = (words_of(own), words_of(name));
    let rest = words
        .strip_prefix(own.as_slice())
        .or_else(|| words.strip_suffix(own.as_slice()));
    match rest {
        Some([first, ..]) if first.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            rest.unwrap_or_default().join(" ")
        }
        Some(_) | None => name.to_owned(),
    }
}
