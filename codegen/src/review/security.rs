//! Credentials: the schemes that the API declares, and what each operation asks for.

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Pair, align};
use super::change::Affected;
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::uses::MAX_OPERATIONS;
use super::words::{operation_text, shown};
use super::{Rule, Verdict, docs};
use crate::api::{Api, ApiKeyLocation, Operation, Requirement, Scheme, SecurityScheme};

/// How many alternatives are compared each with each. Real operations have two or three.
const MAX_ALTERNATIVES: usize = 100;

/// The schemes that together satisfy an operation, by the names of the new API.
type Alternative = BTreeSet<String>;

/// Reviews the declared schemes.
pub(super) fn review_schemes(cx: &mut Cx<'_>) {
    let users = users(cx.apis.old);
    let users_of = |scheme: &SecurityScheme| users.get(scheme.name.as_str()).cloned();
    for pair in scheme_pairs(cx.apis.old, cx.apis.new) {
        let (Pair::Both(_, scheme) | Pair::Added(scheme) | Pair::Removed(scheme)) = pair;
        let mut site = Site::general(format!("security scheme {}", shown(&scheme.name)));
        match pair {
            Pair::Both(old, new) => {
                site.affected = users_of(old).unwrap_or_default();
                compare_schemes(cx, &site, old, new);
            }
            Pair::Added(new) => {
                let difference =
                    Difference::new(Rule::SecuritySchemeAdded, "The scheme was added.");
                cx.report(&site, difference.added_at(&new.origin));
            }
            Pair::Removed(old) => {
                let difference =
                    Difference::new(Rule::SecuritySchemeRemoved, "The scheme was removed.");
                site.affected = users_of(old).unwrap_or_default();
                cx.report(&site, difference.removed_at(&old.origin));
            }
        }
    }
}

/// Reviews what an operation asks for. Many operations ask for the same: they are told as one.
pub(super) fn review_requirements(cx: &mut Cx<'_>, site: &Site, old: &Operation, new: &Operation) {
    let before = alternatives(&old.security, &cx.scheme_names);
    let after = alternatives(&new.security, &BTreeMap::new());
    if before == after {
        return;
    }
    let message = format!(
        "The operation asked for {} and now asks for {}.",
        text(&before),
        text(&after)
    );
    let rule = if is_refused(&before, &after) {
        Rule::SecurityTightened
    } else {
        Rule::SecurityLoosened
    };
    cx.report(
        site,
        Difference::new(rule, message)
            .general()
            .at(&old.origin, &new.origin),
    );
}

/// Returns what the schemes of the old API are called in the new one.
pub(super) fn scheme_names(old: &Api, new: &Api) -> BTreeMap<String, String> {
    let pairs = scheme_pairs(old, new).into_iter();
    let names = pairs.filter_map(|pair| match pair {
        Pair::Both(old, new) => Some((old.name.clone(), new.name.clone())),
        Pair::Added(_) | Pair::Removed(_) => None,
    });
    names.collect()
}

/// Pairs schemes by name, then those that are left by what they say.
fn scheme_pairs<'a>(old: &'a Api, new: &'a Api) -> Vec<Pair<'a, SecurityScheme>> {
    let keys = |scheme: &SecurityScheme| [format!("={}", scheme.name), scheme_text(&scheme.scheme)];
    align(&old.security_schemes, &new.security_schemes, keys, keys)
}

fn scheme_text(scheme: &Scheme) -> String {
    match scheme {
        Scheme::Bearer => "bearer token".to_owned(),
        Scheme::Basic => "user and password".to_owned(),
        Scheme::ApiKey { location, name } => {
            let place = match location {
                ApiKeyLocation::Header => "header",
                ApiKeyLocation::Query => "query",
                ApiKeyLocation::Cookie => "cookie",
            };
            format!("{place} {name}")
        }
        Scheme::Http(kind) => format!("credentials of the scheme {kind}"),
        Scheme::Other(kind) => format!("scheme of type {kind}"),
    }
}

fn compare_schemes(cx: &mut Cx<'_>, site: &Site, old: &SecurityScheme, new: &SecurityScheme) {
    let mut differences = docs::compare_docs(&old.docs, &new.docs);
    if old.name != new.name {
        let (from, to) = (shown(&old.name), shown(&new.name));
        let message = format!("The scheme was renamed from `{from}` to `{to}`.");
        differences.push(Difference::new(Rule::SecuritySchemeRenamed, message));
    }
    if old.scheme != new.scheme {
        let (from, to) = (
            shown(&scheme_text(&old.scheme)),
            shown(&scheme_text(&new.scheme)),
        );
        let message = format!("The scheme changed from `{from}` to `{to}`.");
        let difference = Difference::new(Rule::SecuritySchemeChanged, message);
        differences.push(if site.affected.operations.is_empty() {
            difference.wire(Verdict::Compatible, Verdict::Compatible)
        } else {
            difference
        });
    }
    for difference in differences {
        cx.report(site, difference.at(&old.origin, &new.origin));
    }
}

/// Returns, by scheme, the operations that it gives access to.
fn users(api: &Api) -> BTreeMap<&str, Affected> {
    let mut users: BTreeMap<&str, Affected> = BTreeMap::new();
    for operation in &api.operations {
        let schemes = operation.security.iter().flat_map(|it| &it.schemes);
        let schemes: BTreeSet<&str> = schemes.map(String::as_str).collect();
        for scheme in schemes {
            let affected = users.entry(scheme).or_default();
            if affected.operations.len() < MAX_OPERATIONS {
                affected.operations.push(operation_text(operation));
            } else {
                affected.more = true;
            }
        }
    }
    users
}

fn alternatives(
    requirements: &[Requirement],
    names: &BTreeMap<String, String>,
) -> BTreeSet<Alternative> {
    let renamed = |name: &String| names.get(name).unwrap_or(name).clone();
    let alternative = |it: &Requirement| it.schemes.iter().map(renamed).collect();
    let mut alternatives: BTreeSet<Alternative> = requirements.iter().map(alternative).collect();
    if alternatives.is_empty() {
        // Asking for nothing is one way of asking.
        alternatives.insert(Alternative::new());
    }
    alternatives
}

/// Whether someone who was let in no longer is: a client that shows more than is asked for gets in.
fn is_refused(before: &BTreeSet<Alternative>, after: &BTreeSet<Alternative>) -> bool {
    let is_small = before.len() <= MAX_ALTERNATIVES && after.len() <= MAX_ALTERNATIVES;
    let suffices = |shown: &Alternative| {
        after.contains(shown) || is_small && after.iter().any(|asked| asked.is_subset(shown))
    };
    !before.iter().all(suffices)
}

/// Writes alternatives for people, as in `a and b, or c`.
fn text(alternatives: &BTreeSet<Alternative>) -> String {
    let one = |alternative: &Alternative| {
        let names: Vec<_> = alternative
            .iter()
            .map(|name| format!("`{}`", shown(name)))
            .collect();
        if names.is_empty() {
            "nothing".to_owned()
        } else {
            names.join(" and ")
        }
    };
    let mut texts: Vec<_> = alternatives
        .iter()
        .take(MAX_ALTERNATIVES)
        .map(one)
        .collect();
    if alternatives.len() > MAX_ALTERNATIVES {
        texts.push("more".to_owned());
    }
    texts.join(", or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `a b|c` as `a` and `b`, or `c`; `-` asks for nothing.
    fn read(text: &str) -> BTreeSet<Alternative> {
        let names = |part: &str| {
            part.split(' ')
                .filter(|it| *it != "-")
                .map(str::to_owned)
                .collect()
        };
        text.split('|').map(names).collect()
    }

    #[test]
    fn whoever_shows_enough_gets_in() {
        for (before, after, expect) in [
            ("a", "a|b", false),
            ("a|b", "a", true),
            ("a b", "a", false),
            ("a", "a b", true),
            ("-", "a", true),
            ("-", "a|-", false),
            ("a", "-", false),
        ] {
            assert_eq!(
                is_refused(&read(before), &read(after)),
                expect,
                "{before} to {after}"
            );
        }
        assert_eq!(text(&read("a b|c")), "`a` and `b`, or `c`");
        assert_eq!(text(&read("-")), "nothing");
    }
}
