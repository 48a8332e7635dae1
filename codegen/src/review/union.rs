//! Unions: alternatives that come and go. Their order means nothing.
//!
//! In the crate, each is a variant of an enum; what stands beside all of them has no form there.

use super::align::{Pair, align};
use super::cx::Apis;
use super::difference::Difference;
use super::discriminator::compare_discriminators;
use super::shape::{Comparison, Inner, InnerStep};
use super::uses::Uses;
use super::words::shown;
use super::{Rule, Semver};
use crate::api::{Member, Type, Union};

/// Compares the alternatives of two unions, what stands beside them and what tells them apart.
pub(super) fn compare_unions<'a>(
    found: &mut Comparison<'a>,
    apis: Apis<'a>,
    (old, before): (&'a Type, &'a Union),
    (new, after): (&'a Type, &'a Union),
) {
    let key = |member: &'a Member| [member.key.as_str()];
    for pair in align(&before.members, &after.members, key, key) {
        match pair {
            Pair::Both(old, new) => found.inner.push(Inner {
                step: InnerStep::Member(&new.key),
                uses: Uses::ALL,
                old: old.ty,
                new: new.ty,
                old_origin: &old.origin,
                new_origin: &new.origin,
            }),
            Pair::Added(member) => {
                let message = format!("The alternative `{}` was added.", shown(&member.key));
                let difference = Difference::new(Rule::UnionMemberAdded, message);
                found.differences.push(difference.added_at(&member.origin));
            }
            Pair::Removed(member) => {
                let message = format!("The alternative `{}` was removed.", shown(&member.key));
                let difference = Difference::new(Rule::UnionMemberRemoved, message);
                found
                    .differences
                    .push(difference.removed_at(&member.origin));
            }
        }
    }
    compare_bases(found, (old, before), (new, after));
    compare_discriminators(
        found,
        apis,
        (old, before.discriminator.as_ref()),
        (new, after.discriminator.as_ref()),
    );
}

fn compare_bases<'a>(
    found: &mut Comparison<'a>,
    (old, before): (&'a Type, &'a Union),
    (new, after): (&'a Type, &'a Union),
) {
    let (rule, message) = match (before.base, after.base) {
        (None, None) => return,
        (Some(before), Some(after)) => {
            found.inner.push(Inner {
                step: InnerStep::Base,
                uses: Uses::ALL,
                old: before,
                new: after,
                old_origin: &old.origin,
                new_origin: &new.origin,
            });
            return;
        }
        (None, Some(_)) => (
            Rule::ConstraintTightened,
            "All alternatives must now fit something in common.",
        ),
        (Some(_), None) => (
            Rule::ConstraintLoosened,
            "The alternatives need not fit anything in common any more.",
        ),
    };
    let difference = Difference::new(rule, message).rust(Semver::Patch);
    found
        .differences
        .push(difference.at(&old.origin, &new.origin));
}
