//! Prefixes that many names of schemas share.

use std::collections::BTreeMap;

use crate::api::{Api, Identity};

/// A prefix is worth trimming where so many names have it.
const FEWEST: usize = 3;

/// Returns the prefix that at least half of the component names share, as in
/// `Microsoft.Partner.Service.`; the longest, if there is any.
pub(super) fn prefixes(api: &Api) -> Vec<String> {
    let names = api.types().filter_map(|(_, ty)| match &ty.identity {
        Identity::Component(name) => Some(name.as_str()),
        Identity::Inline { .. } => None,
    });
    longest(&names.collect::<Vec<_>>()).into_iter().collect()
}

fn longest(names: &[&str]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        // Of a name like `a.b.c`, `a.` and `a.b.`; what is left must begin a name of its own.
        for (at, sign) in name.match_indices(['.', '_', '-', '/']) {
            let (prefix, rest) = name.split_at(at + sign.len());
            if rest.starts_with(char::is_alphabetic) {
                *counts.entry(prefix).or_default() += 1;
            }
        }
    }
    let shared = counts.into_iter();
    let shared = shared.filter(|(_, count)| *count >= FEWEST && count * 2 >= names.len());
    let longest = shared.max_by_key(|(prefix, _)| prefix.len());
    longest.map(|(prefix, _)| prefix.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_that_half_of_the_names_share() {
        for (names, expect) in [
            (&["A.B.X", "A.B.Y", "A.B.Z", "A.C.X"][..], Some("A.B.")),
            (&["A.B.X", "A.B.Y", "A.C.Z", "A.D.U", "A.E.V"], Some("A.")),
            (
                &["api_Pet", "api_Owner", "api_Error", "Other"],
                Some("api_"),
            ),
            (&["v1.1", "v1.2", "v1.3"], None),
            (&["A.X", "A.Y"], None),
            (&["Pet", "Owner", "Error"], None),
            (&[], None),
        ] {
            assert_eq!(longest(names).as_deref(), expect, "{names:?}");
        }
    }
}
