//! Properties whose names match a pattern: what holds them.
//!
//! Takes objects and maps, returns what they are in Rust. Where all patterns give one type, that is
//! the type of a map, beside the other properties where there may be any. No regular expression is
//! run here or later: see the codec.

use crate::api::{Additional, Api, Identity, Kind, Map, Object, Pattern, TypeRef};
use crate::plan::docs::{Docs, Piece};

/// Sets of patterns beyond this help no reader.
const MOST_PATTERNS: usize = 8;

/// What an object without named properties becomes.
#[derive(Debug)]
pub(super) enum MapForm {
    /// A map of one type.
    Uniform(TypeRef),
    /// A map of any values.
    Any,
    /// A struct of two maps.
    Struct,
}

/// What an object may have beside its named properties.
#[derive(Debug)]
pub(super) struct Unnamed {
    /// What all patterns give.
    pub(super) matching: Option<TypeRef>,
    /// The rest.
    pub(super) others: Additional,
}

pub(super) fn map_form(api: &Api, map: &Map) -> MapForm {
    if map.patterns.is_empty() {
        return MapForm::Uniform(map.values);
    }
    match common(api, &map.patterns) {
        None => MapForm::Any,
        Some(ty) if is_any(api, ty) || is_same(api, ty, map.values) => MapForm::Uniform(ty),
        Some(ty) if matches!(api[map.values.id].kind, Kind::Never) => MapForm::Uniform(ty),
        Some(_) => MapForm::Struct,
    }
}

pub(super) fn unnamed(api: &Api, object: &Object) -> Unnamed {
    let plain = |others| Unnamed {
        matching: None,
        others,
    };
    if object.patterns.is_empty() {
        return plain(object.additional);
    }
    match common(api, &object.patterns) {
        Some(ty) if is_typed(object.additional, |other| is_same(api, ty, other)) => {
            plain(object.additional)
        }
        Some(ty) if !is_any(api, ty) => Unnamed {
            matching: Some(ty),
            others: object.additional,
        },
        // Properties by pattern may hold anything.
        Some(_) | None => plain(Additional::Any),
    }
}

/// Returns the map as an object, for its struct.
pub(super) fn as_object(api: &Api, map: &Map) -> Object {
    Object {
        properties: Vec::new(),
        undescribed: Vec::new(),
        patterns: map.patterns.clone(),
        names: map.names,
        additional: match api[map.values.id].kind {
            Kind::Any => Additional::Any,
            Kind::Never => Additional::Forbidden,
            _ => Additional::Typed(map.values),
        },
        discriminator: None,
    }
}

/// Returns the patterns of the type that come out as any value, because they give several types.
pub(super) fn weaker<'a>(api: &Api, kind: &'a Kind) -> &'a [Pattern] {
    let patterns = match kind {
        Kind::Map(map) => &map.patterns,
        Kind::Object(object) => &object.patterns,
        _ => return &[],
    };
    if patterns.is_empty() || common(api, patterns).is_some() {
        return &[];
    }
    patterns
}

/// Returns how all names begin that match, as far as a pattern says that and no more.
pub(super) fn prefix(patterns: &[Pattern]) -> &str {
    let [pattern] = patterns else { return "" };
    let Some(prefix) = pattern.regex.strip_prefix('^') else {
        return "";
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_:/@ ".contains(c);
    if prefix.chars().all(is_plain) {
        prefix
    } else {
        ""
    }
}

pub(super) fn docs(patterns: &[Pattern]) -> Docs {
    let mut pieces = vec![Piece::Text("Properties whose names match ")];
    for (index, pattern) in patterns.iter().enumerate().take(MOST_PATTERNS) {
        if index > 0 {
            pieces.push(Piece::Text(" or "));
        }
        pieces.push(Piece::Code(&pattern.regex));
    }
    if patterns.len() > MOST_PATTERNS {
        pieces.push(Piece::Text(" and so on"));
    }
    pieces.push(Piece::Text(", with values of this type."));
    Docs::new().paragraph(&pieces)
}

/// The type that all patterns give, if it is one.
fn common(api: &Api, patterns: &[Pattern]) -> Option<TypeRef> {
    let first = patterns.first()?.ty;
    let mut patterns = patterns.iter();
    patterns
        .all(|pattern| is_same(api, pattern.ty, first))
        .then_some(first)
}

fn is_typed(additional: Additional, is_wanted: impl Fn(TypeRef) -> bool) -> bool {
    match additional {
        Additional::Typed(ty) => is_wanted(ty),
        Additional::Any | Additional::Forbidden => false,
    }
}

/// Whether two types are one, or scalars without names that are held by one.
fn is_same(api: &Api, one: TypeRef, other: TypeRef) -> bool {
    let is_unnamed = |ty: TypeRef| matches!(api[ty.id].identity, Identity::Inline { .. });
    one == other
        || one.nullable == other.nullable
            && is_unnamed(one)
            && is_unnamed(other)
            && match (&api[one.id].kind, &api[other.id].kind) {
                (Kind::Boolean, Kind::Boolean) => true,
                (Kind::Integer(one), Kind::Integer(other))
                | (Kind::Number(one), Kind::Number(other))
                | (Kind::String(one), Kind::String(other)) => one == other,
                _ => false,
            }
}

fn is_any(api: &Api, ty: TypeRef) -> bool {
    matches!(api[ty.id].kind, Kind::Any)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::TypeId;
    use crate::plan::fixture::{origin, plain};

    #[test]
    fn prefixes() {
        for (regex, expect) in [
            ("^x-", "x-"),
            ("^/", "/"),
            ("x-", ""),
            ("^x-.*$", ""),
            ("^[a-z]", ""),
            ("^a|b", ""),
            ("^", ""),
        ] {
            let pattern = Pattern {
                regex: regex.to_owned(),
                ty: plain(TypeId::new(0)),
                origin: origin("/x"),
            };
            assert_eq!(prefix(std::slice::from_ref(&pattern)), expect, "{regex}");
            assert_eq!(prefix(&[pattern.clone(), pattern]), "");
        }
    }
}
