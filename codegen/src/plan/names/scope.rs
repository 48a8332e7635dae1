//! The scope: the one maker of identifiers.
//!
//! Items claim names; the scope hands out distinct ones. It does not know what the items are.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Kind;
use super::reserved::is_keyword;
use super::words::spell;
use crate::hashing::{QuickMap, QuickSet};
use crate::source::fingerprint;

/// A legal identifier, as in `photo_urls`. Only a [`Scope`] makes one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ident {
    /// Shared, because names stand wherever their items are used.
    text: Arc<str>,
    raw: bool,
}

/// A wish for a name.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// What tells the item apart from all others in the scope, for all time, as in `query page`.
    pub(crate) identity: String,
    /// Lower ranks choose first, whatever the order of the claims.
    pub(crate) rank: u8,
    /// Texts to make the name of, best first; all are functions of the item alone.
    pub(crate) spellings: Vec<String>,
}

/// Whether a text alone, in an empty scope, would get this name.
pub(crate) fn is_spelling(kind: Kind, name: &Ident, text: &str) -> bool {
    let scope = Scope::new(kind);
    let spelling = spell(text, kind.case(), kind.stem());
    // What is lossy gets a name that nobody wishes for.
    !spelling.lossy && scope.unreserved(spelling.text) == *name.text
}

/// A set of names that must differ.
#[derive(Debug)]
pub(crate) struct Scope {
    kind: Kind,
    taken: QuickSet<String>,
}

impl Scope {
    /// Returns an empty scope.
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind,
            taken: QuickSet::default(),
        }
    }

    /// Names all claims, in their order. The names do not depend on that order.
    pub(crate) fn claim_all(&mut self, claims: &[impl Borrow<Claim>]) -> Vec<Ident> {
        let claims: Vec<&Claim> = claims.iter().map(Borrow::borrow).collect();
        let mut ranks: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            ranks.entry(claim.rank).or_default().push(index);
        }
        let mut names = vec![String::new(); claims.len()];
        for indices in ranks.into_values() {
            self.claim_rank(&claims, indices, &mut names);
        }
        names.into_iter().map(|name| self.ident(&name)).collect()
    }

    /// Names one claim.
    pub(crate) fn claim(&mut self, claim: &Claim) -> Ident {
        let mut attempt = 0;
        while let Some(name) = self.attempt(claim, attempt) {
            if !self.taken.contains(&name) {
                let ident = self.ident(&name);
                self.taken.insert(name);
                return ident;
            }
            attempt += 1;
        }
        let name = self.claim_last(claim);
        self.ident(&name)
    }

    /// Gives every attempt to all at once, so that no one is served for having come first.
    fn claim_rank(&mut self, claims: &[&Claim], mut pending: Vec<usize>, names: &mut [String]) {
        let mut attempt = 0;
        while !pending.is_empty() {
            let spelled: Vec<Option<String>> = pending
                .iter()
                .map(|&index| self.attempt(claims[index], attempt))
                .collect();
            if spelled.iter().all(Option::is_none) {
                for index in pending {
                    names[index] = self.claim_last(claims[index]);
                }
                return;
            }
            let mut counts: QuickMap<&str, usize> = QuickMap::default();
            counts.reserve(spelled.len());
            for name in spelled.iter().flatten() {
                *counts.entry(name).or_default() += 1;
            }
            let is_won = |name: &String| counts[name.as_str()] == 1 && !self.taken.contains(name);
            let won: Vec<bool> = spelled
                .iter()
                .map(|name| name.as_ref().is_some_and(is_won))
                .collect();
            let mut losers = Vec::new();
            for ((index, name), is_won) in pending.into_iter().zip(spelled).zip(won) {
                match name.filter(|_| is_won) {
                    Some(name) => {
                        names[index].clone_from(&name);
                        self.taken.insert(name);
                    }
                    None => losers.push(index),
                }
            }
            pending = losers;
            attempt += 1;
        }
    }

    /// The last resort, for an item that is one and the same as others by identity.
    fn claim_last(&mut self, claim: &Claim) -> String {
        let first = claim.spellings.first().map_or("", String::as_str);
        let mut count = 2_usize;
        loop {
            let name = self.with_suffix(first, &hash(&claim.identity, 16), Some(count));
            if self.taken.insert(name.clone()) {
                return name;
            }
            count += 1;
        }
    }

    /// The spellings one after the other, then the first one with a short and with a long hash.
    fn attempt(&self, claim: &Claim, attempt: usize) -> Option<String> {
        if let Some(text) = claim.spellings.get(attempt) {
            let spelling = spell(text, self.kind.case(), self.kind.stem());
            if spelling.lossy {
                return Some(self.with_suffix(text, &hash(&claim.identity, 6), None));
            }
            return Some(self.unreserved(spelling.text));
        }
        let first = claim.spellings.first().map_or("", String::as_str);
        match attempt - claim.spellings.len() {
            0 => Some(self.with_suffix(first, &hash(&claim.identity, 6), None)),
            1 => Some(self.with_suffix(first, &hash(&claim.identity, 16), None)),
            _ => None,
        }
    }

    fn with_suffix(&self, text: &str, hash: &str, count: Option<usize>) -> String {
        let case = self.kind.case();
        let name = spell(text, case, self.kind.stem()).text;
        let count = count.map(|count| format!("n{count}")).unwrap_or_default();
        case.join(&name, &case.apply(&["x", hash, &count].concat()))
    }

    fn unreserved(&self, name: String) -> String {
        let unusable = is_keyword(&name) && !self.kind.admits_raw();
        if !unusable && !self.kind.reserves(&name) {
            return name;
        }
        let case = self.kind.case();
        case.join(&name, &case.apply(self.kind.stem()))
    }

    fn ident(&self, text: &str) -> Ident {
        let raw = self.kind.admits_raw() && is_keyword(text);
        Ident {
            text: text.into(),
            raw,
        }
    }
}

impl Ident {
    /// Returns the name without `r#`.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the name is a keyword, so that it must be written with `r#`.
    pub(crate) fn is_raw(&self) -> bool {
        self.raw
    }
}

/// A fingerprint, spelled in letters so that no case and no word splitting changes it.
fn hash(identity: &str, digits: usize) -> String {
    format!("{:016x}", fingerprint(identity))
        .chars()
        .take(digits)
        .map(letter)
        .collect()
}

fn letter(digit: char) -> char {
    match digit {
        '0'..='9' => char::from(b'g' + (digit as u8 - b'0')),
        _ => digit,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn claim(text: &str) -> Claim {
        Claim {
            identity: text.to_owned(),
            rank: 0,
            spellings: vec![text.to_owned()],
        }
    }

    fn names(kind: Kind, texts: &[&str]) -> Vec<String> {
        let claims: Vec<_> = texts.iter().map(|text| claim(text)).collect();
        let idents = Scope::new(kind).claim_all(&claims);
        idents
            .iter()
            .map(|ident| ident.as_str().to_owned())
            .collect()
    }

    #[test]
    fn reserved_words_get_the_stem() {
        assert_eq!(
            names(Kind::Model, &["Option", "self"]),
            ["OptionType", "SelfType"]
        );
        assert_eq!(
            names(Kind::Parameter, &["send", "self"]),
            ["send_parameter", "self_parameter"]
        );
        assert_eq!(
            names(Kind::File, &["CON", "type"]),
            ["con_group", "type_group"]
        );
        assert_eq!(names(Kind::Variant, &["unknown"]), ["UnknownValue"]);
        assert_eq!(
            names(Kind::Crate, &["std", "Client"]),
            ["std_client", "client_client"]
        );
    }

    #[test]
    fn keywords_are_raw() {
        let ident = Scope::new(Kind::Field).claim(&claim("type"));
        assert_eq!((ident.as_str(), ident.is_raw()), ("type", true));
    }

    #[test]
    fn ties_are_broken_by_identity() {
        let [first, second] = &names(Kind::Model, &["foo-bar", "foo_bar"])[..] else {
            panic!()
        };
        assert!(
            first.starts_with("FooBarX") && second.starts_with("FooBarX"),
            "{first} {second}"
        );
        assert_eq!(
            names(Kind::Model, &["foo_bar", "foo-bar"]),
            [second.as_str(), first]
        );
    }

    #[test]
    fn the_better_rank_keeps_its_name() {
        let claims = [
            Claim {
                rank: 1,
                ..claim("foo_bar")
            },
            claim("FooBar"),
        ];
        let idents = Scope::new(Kind::Model).claim_all(&claims);
        assert_eq!(idents[1].as_str(), "FooBar");
    }

    #[test]
    fn equal_identities_still_differ() {
        let all = names(Kind::Variant, &["a", "a", "a"]);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 3);
    }

    proptest! {
        #[test]
        fn names_are_legal_and_distinct(texts in prop::collection::vec(".{0,12}", 0..20)) {
            for kind in [Kind::Model, Kind::Field, Kind::Static, Kind::File, Kind::Parameter] {
                let claims: Vec<_> = texts.iter().map(|text| claim(text)).collect();
                let idents = Scope::new(kind).claim_all(&claims);
                let distinct: BTreeSet<_> =
                    idents.iter().map(|ident| ident.as_str().to_lowercase()).collect();
                if kind == Kind::File {
                    prop_assert_eq!(distinct.len(), texts.len());
                }
                for ident in &idents {
                    let prefix = if ident.is_raw() { "r#" } else { "" };
                    let text = [prefix, ident.as_str()].concat();
                    prop_assert!(syn::parse_str::<syn::Ident>(&text).is_ok(), "{}", text);
                }
                let exact: BTreeSet<_> = idents.into_iter().collect();
                prop_assert_eq!(exact.len(), texts.len());
            }
        }

        #[test]
        fn an_added_item_renames_only_its_rivals(
            texts in prop::collection::btree_set("[a-cA-C_ -]{1,4}", 1..12),
            added in "[a-cA-C_ -]{1,4}",
        ) {
            prop_assume!(!texts.contains(&added));
            let before: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut after = before.clone();
            after.insert(before.len() / 2, &added);
            let spelled = |text: &str| spell(text, Kind::Field.case(), Kind::Field.stem()).text;
            let old = names(Kind::Field, &before);
            let mut new = names(Kind::Field, &after);
            new.remove(before.len() / 2);
            for ((text, old), new) in before.iter().zip(old).zip(new) {
                prop_assert!(old == new || spelled(text) == spelled(&added));
            }
        }
    }
}
