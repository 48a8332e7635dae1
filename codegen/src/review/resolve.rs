//! What stands behind a name, and whether the crate holds two types in the same Rust type.

use super::cx::Apis;
use super::matching::Matching;
use super::scalar::held;
use crate::api::{Api, Identity, Kind, Owner, Step, TypeId, TypeRef};

/// How many names are followed from one to the next. No sane description comes near.
const MAX_STEPS: usize = 64;

/// Follows aliases to the type that they stand for.
pub(super) fn resolve(api: &Api, ty: TypeRef) -> TypeRef {
    let mut ty = ty;
    for _ in 0..MAX_STEPS {
        let Kind::Alias(target) = api[ty.id].kind else {
            break;
        };
        ty = TypeRef {
            id: target.id,
            nullable: ty.nullable || target.nullable,
        };
    }
    ty
}

/// Whether a type stands in one that the crate holds as any value, so that no code sees it.
pub(super) fn is_unseen(api: &Api, id: TypeId) -> bool {
    let mut id = id;
    for _ in 0..MAX_STEPS {
        let Identity::Inline {
            owner: Owner::Type(owner),
            step,
        } = &api[id].identity
        else {
            return false;
        };
        if matches!(step, Step::Base | Step::Position(_) | Step::Pattern(_)) {
            return true;
        }
        id = *owner;
    }
    true
}

/// Whether code that names one type need not change for the other.
pub(super) fn is_same_in_rust(
    apis: Apis<'_>,
    matching: &Matching<'_>,
    old: TypeRef,
    new: TypeRef,
) -> bool {
    let (mut old, mut new) = (old, new);
    for _ in 0..MAX_STEPS {
        if matching.is_same(old.id, new.id) {
            return true;
        }
        (old, new) = (resolve(apis.old, old), resolve(apis.new, new));
        if matching.is_same(old.id, new.id) {
            return true;
        }
        let inner = match (&apis.old[old.id].kind, &apis.new[new.id].kind) {
            (Kind::Array(old), Kind::Array(new)) => (*old, *new),
            (Kind::Map(old), Kind::Map(new))
                if old.patterns.is_empty() && new.patterns.is_empty() =>
            {
                (old.values, new.values)
            }
            (old, new) => return held(old).is_some() && held(old) == held(new),
        };
        if inner.0.nullable != inner.1.nullable {
            return false;
        }
        (old, new) = inner;
    }
    false
}
