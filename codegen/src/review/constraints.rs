//! What a schema demands beyond the type: which of two demands lets more values pass.

use std::cmp::Ordering;

use super::Rule;
use super::align::{Pair, align};
use super::difference::Difference;
use super::shape::Comparison;
use super::words::shown;
use crate::api::{Constraint, Type};

/// Compares the constraints of two types of the same kind.
pub(super) fn compare_constraints<'a>(found: &mut Comparison<'a>, old: &'a Type, new: &'a Type) {
    compare_formats(found, old, new);
    for (old_list, new_list) in [
        (&old.constraints.keywords, &new.constraints.keywords),
        (&old.constraints.conditions, &new.constraints.conditions),
    ] {
        let key = |constraint: &'a Constraint| [constraint.keyword];
        for pair in align(old_list, new_list, key, key) {
            let (keyword, old_value, new_value) = match pair {
                Pair::Both(old, new) => (new.keyword, Some(json(old)), Some(json(new))),
                Pair::Added(new) => (new.keyword, None, Some(json(new))),
                Pair::Removed(old) => (old.keyword, Some(json(old)), None),
            };
            compare_values(found, (old, new), keyword, (old_value, new_value));
        }
    }
}

/// What is too long to be kept is the same as any other such value, as far as is known.
fn json(constraint: &Constraint) -> &str {
    constraint.value.json.as_deref().unwrap_or_default()
}

/// A format that does not change how values are held is a demand like others.
fn compare_formats<'a>(found: &mut Comparison<'a>, old: &'a Type, new: &'a Type) {
    let quoted = |ty: &Type| {
        let format = ty.kind.narrowing_format();
        format.map(|format| format!("\"{}\"", format.as_str()))
    };
    let (before, after) = (quoted(old), quoted(new));
    let values = (before.as_deref(), after.as_deref());
    compare_values(found, (old, new), "format", values);
}

fn compare_values<'a>(
    found: &mut Comparison<'a>,
    (old, new): (&'a Type, &'a Type),
    keyword: &str,
    (old_value, new_value): (Option<&str>, Option<&str>),
) {
    if let Some(rule) = judge(keyword, old_value, new_value) {
        let message = message(keyword, old_value, new_value);
        found
            .differences
            .push(Difference::new(rule, message).at(&old.origin, &new.origin));
    }
}

fn message(keyword: &str, old: Option<&str>, new: Option<&str>) -> String {
    let keyword = shown(keyword);
    let quoted = |value: &str| format!("`{}`", shown(value));
    match (old.map(quoted), new.map(quoted)) {
        (Some(old), Some(new)) => format!("`{keyword}` changed from {old} to {new}."),
        (None, Some(new)) => format!("`{keyword}` {new} was added."),
        (Some(old), None) => format!("`{keyword}` {old} was removed."),
        (None, None) => String::new(),
    }
}

/// Returns the rule for one keyword; `None` where nothing changed.
fn judge(keyword: &str, old: Option<&str>, new: Option<&str>) -> Option<Rule> {
    // `false` demands nothing, wherever a keyword takes it.
    let demand = |value: &&str| *value != "false";
    match (old.filter(demand), new.filter(demand)) {
        (None, None) => None,
        (None, Some(_)) => Some(Rule::ConstraintTightened),
        (Some(_), None) => Some(Rule::ConstraintLoosened),
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) => match strictness(keyword, old, new) {
            Some(Ordering::Greater) => Some(Rule::ConstraintTightened),
            Some(Ordering::Less) => Some(Rule::ConstraintLoosened),
            Some(Ordering::Equal) => None,
            None => Some(Rule::ConstraintChanged),
        },
    }
}

/// Says how strict a new value is beside the old one, where that can be said.
fn strictness(keyword: &str, old: &str, new: &str) -> Option<Ordering> {
    let old: f64 = old.parse().ok()?;
    let new: f64 = new.parse().ok()?;
    match keyword {
        "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties"
        | "minContains" => new.partial_cmp(&old),
        "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties"
        | "maxContains" => old.partial_cmp(&new),
        "multipleOf" => multiples(old, new),
        _ => None,
    }
}

/// A multiple of the old step is a stricter step, a divisor of it a looser one.
fn multiples(old: f64, new: f64) -> Option<Ordering> {
    if new % old == 0.0 {
        Some(Ordering::Greater)
    } else if old % new == 0.0 {
        Some(Ordering::Less)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rule::{ConstraintChanged, ConstraintLoosened, ConstraintTightened};

    #[test]
    fn stricter_looser_or_neither() {
        for (keyword, old, new, expect) in [
            ("minLength", Some("1"), Some("2"), Some(ConstraintTightened)),
            ("minLength", Some("1"), Some("1.0"), None),
            ("maximum", Some("10"), Some("1e2"), Some(ConstraintLoosened)),
            (
                "exclusiveMaximum",
                Some("10"),
                Some("9.5"),
                Some(ConstraintTightened),
            ),
            ("exclusiveMaximum", Some("false"), None, None),
            (
                "uniqueItems",
                Some("false"),
                Some("true"),
                Some(ConstraintTightened),
            ),
            ("uniqueItems", Some("true"), None, Some(ConstraintLoosened)),
            (
                "multipleOf",
                Some("2"),
                Some("4"),
                Some(ConstraintTightened),
            ),
            ("multipleOf", Some("4"), Some("2"), Some(ConstraintLoosened)),
            ("multipleOf", Some("4"), Some("6"), Some(ConstraintChanged)),
            (
                "multipleOf",
                Some("0"),
                Some("0.0"),
                Some(ConstraintChanged),
            ),
            (
                "pattern",
                Some("\"a\""),
                Some("\"b\""),
                Some(ConstraintChanged),
            ),
            ("pattern", None, Some("\"b\""), Some(ConstraintTightened)),
            (
                "maxItems",
                Some("\"x\""),
                Some("5"),
                Some(ConstraintChanged),
            ),
        ] {
            assert_eq!(
                judge(keyword, old, new),
                expect,
                "{keyword} {old:?} {new:?}"
            );
        }
    }
}
