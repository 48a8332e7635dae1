//! Properties of objects. What their types are is compared as what stands inside of the object.

use super::difference::Difference;
use super::shape::{Comparison, Inner, InnerStep};
use super::uses::{Uses, property_uses};
use super::words::shown;
use super::{Rule, Semver, Verdict, docs, xml};
use crate::api::Property;

/// Compares a property that is in both objects.
pub(super) fn compare_properties<'a>(
    found: &mut Comparison<'a>,
    old: &'a Property,
    new: &'a Property,
) {
    let uses = uses(old) & uses(new);
    let mut differences: Vec<Difference<'a>> = Vec::new();
    let rust = if is_argument(old) == is_argument(new) {
        Semver::Patch
    } else {
        Semver::Major
    };
    differences.extend(presence(old, new).map(|it| it.rust(rust).counting_in(uses)));
    differences.extend(read_only(old, new).map(|it| it.rust(rust)));
    differences.extend(write_only(old, new).map(|it| it.rust(rust)));
    differences.extend(default(old, new).map(|it| it.counting_in(uses)));
    differences.extend(xml::compare_xml(&old.xml, &new.xml).map(|it| it.counting_in(uses)));
    differences.extend(docs::compare_docs(&old.docs, &new.docs));
    let of_property = |it: Difference<'a>| it.of_property(&new.name).at(&old.origin, &new.origin);
    found
        .differences
        .extend(differences.into_iter().map(of_property));
    found.inner.push(Inner {
        step: InnerStep::Property(&new.name),
        uses,
        old: old.ty,
        new: new.ty,
        old_origin: &old.origin,
        new_origin: &new.origin,
    });
}

pub(super) fn added(new: &Property) -> Difference<'_> {
    let (rule, message) = match (new.required, &new.default) {
        (true, None) => (
            Rule::RequiredPropertyAdded,
            "The required property was added.",
        ),
        (true, Some(_)) => (
            Rule::RequiredPropertyWithDefaultAdded,
            "The required property, which has a default, was added.",
        ),
        (false, _) => (
            Rule::OptionalPropertyAdded,
            "The optional property was added.",
        ),
    };
    let rust = if is_argument(new) {
        Semver::Major
    } else {
        Semver::Minor
    };
    Difference::new(rule, message)
        .rust(rust)
        .added_at(&new.origin)
        .of_property(&new.name)
        .counting_in(uses(new))
}

/// Judges a removal; a closed object refuses properties that it does not name.
pub(super) fn removed(old: &Property, is_closed: bool) -> Difference<'_> {
    let rule = match (is_closed, old.required) {
        (true, _) => Rule::ClosedPropertyRemoved,
        (false, true) => Rule::RequiredPropertyRemoved,
        (false, false) => Rule::OptionalPropertyRemoved,
    };
    let message = match (is_closed, old.required) {
        (true, _) => "The property was removed, and the object allows no others.",
        (false, true) => "The required property was removed.",
        (false, false) => "The optional property was removed.",
    };
    let response = if old.required {
        Verdict::Breaking
    } else {
        rule.response()
    };
    Difference::new(rule, message)
        .wire(rule.request(), response)
        .removed_at(&old.origin)
        .of_property(&old.name)
        .counting_in(uses(old))
}

/// Whether `new` takes the property, by position. One struct serves requests and responses, so what
/// only one of them carries is optional in it, whatever `required` says.
pub(super) fn is_argument(property: &Property) -> bool {
    property.required && !property.read_only && !property.write_only
}

fn uses(property: &Property) -> Uses {
    property_uses(property.read_only, property.write_only)
}

fn presence<'a>(old: &Property, new: &Property) -> Option<Difference<'a>> {
    let (rule, message) = match (old.required, new.required) {
        (false, true) => (
            Rule::PropertyBecameRequired,
            "The property became required.",
        ),
        (true, false) => (
            Rule::PropertyBecameOptional,
            "The property became optional.",
        ),
        (false, false) | (true, true) => return None,
    };
    Some(Difference::new(rule, message))
}

fn read_only<'a>(old: &Property, new: &Property) -> Option<Difference<'a>> {
    let (rule, message) = match (old.read_only, new.read_only) {
        (false, true) => (
            Rule::PropertyBecameReadOnly,
            "The property became read-only.",
        ),
        (true, false) if new.required => (
            Rule::RequiredPropertyNoLongerReadOnly,
            "The required property is no longer read-only, so requests must hold it.",
        ),
        (true, false) => (
            Rule::PropertyNoLongerReadOnly,
            "The property is no longer read-only.",
        ),
        (false, false) | (true, true) => return None,
    };
    Some(Difference::new(rule, message))
}

fn write_only<'a>(old: &Property, new: &Property) -> Option<Difference<'a>> {
    let (rule, message) = match (old.write_only, new.write_only) {
        (false, true) if old.required => (
            Rule::RequiredPropertyBecameWriteOnly,
            "The required property became write-only, so responses lack it.",
        ),
        (false, true) => (
            Rule::PropertyBecameWriteOnly,
            "The property became write-only.",
        ),
        (true, false) => (
            Rule::PropertyNoLongerWriteOnly,
            "The property is no longer write-only.",
        ),
        (false, false) | (true, true) => return None,
    };
    Some(Difference::new(rule, message))
}

fn default<'a>(old: &Property, new: &Property) -> Option<Difference<'a>> {
    let message = match (&old.default, &new.default) {
        (old, new) if old == new => return None,
        (Some(old), Some(new)) => {
            format!(
                "The default changed from `{}` to `{}`.",
                shown(old),
                shown(new)
            )
        }
        (None, Some(new)) => format!("The default `{}` was added.", shown(new)),
        (Some(old), None) => format!("The default `{}` was removed.", shown(old)),
        (None, None) => return None,
    };
    Some(Difference::new(Rule::DefaultChanged, message))
}
