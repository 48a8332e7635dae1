//! Files of operations: by tag, and where there is none, by the first word of the path.
//!
//! The group of an operation follows from the operation alone. A tag and a word that are spelled alike are
//! one group, so a tag that comes into the description later moves nothing that was there.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, PathPart, PathTemplate};
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};

/// One file of operations.
#[derive(Debug)]
pub(super) struct FileNames {
    pub(super) module: Ident,
    pub(super) group: Group,
    /// The operations, by index.
    pub(super) members: Vec<usize>,
}

/// What the operations of a file have in common; neither for those that nothing groups.
#[derive(Debug, Clone, Default)]
pub(crate) struct Group {
    /// As the description calls it.
    pub(crate) tag: Option<String>,
    /// The words of their paths, as in `guilds`; several where they are spelled alike.
    pub(crate) words: BTreeSet<String>,
}

/// The name of the file of what nothing groups.
const REST: &str = "untagged";

/// Groups all operations. Tags that the description lists have its order; other groups that of their
/// names, which no other operation changes, and what has none comes last.
pub(super) fn group(api: &Api) -> Vec<FileNames> {
    let mut scope = Scope::new(Kind::File);
    let tags = tags(api);
    let claims: Vec<Claim> = tags.iter().map(|tag| claim_tag(tag)).collect();
    let modules = scope.claim_all(&claims);
    let by_tag: BTreeMap<&str, &Ident> = tags.iter().copied().zip(&modules).collect();
    let mut groups: BTreeMap<Ident, (Group, Vec<usize>)> = BTreeMap::new();
    let mut rest = Vec::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let word = path_word(&operation.path);
        match (operation.tags.first(), word) {
            (Some(tag), _) => {
                let Some(module) = by_tag.get(tag.as_str()) else {
                    continue;
                };
                let (group, members) = groups.entry((*module).clone()).or_default();
                group.tag = Some(tag.clone());
                members.push(index);
            }
            (None, Some(word)) => {
                let (group, members) = groups.entry(spelled(&word)).or_default();
                group.words.insert(word);
                members.push(index);
            }
            (None, None) => rest.push(index),
        }
    }
    let rest = (!rest.is_empty()).then(|| FileNames {
        module: claim_rest(&mut scope, groups.keys()),
        group: Group::default(),
        members: rest,
    });
    let listed = api.tags.iter().filter(|tag| tag.origin.is_some());
    let listed = listed.filter_map(|tag| by_tag.get(tag.name.as_str()));
    let listed: Vec<Ident> = listed.copied().cloned().collect();
    let mut file = |module: Ident| {
        let (group, members) = groups.remove(&module)?;
        Some(FileNames {
            module,
            group,
            members,
        })
    };
    let mut files: Vec<FileNames> = listed.into_iter().filter_map(&mut file).collect();
    let others = groups
        .into_iter()
        .map(|(module, (group, members))| FileNames {
            module,
            group,
            members,
        });
    files.extend(others);
    files.extend(rest);
    files
}

/// The first tags of operations, each once.
fn tags(api: &Api) -> Vec<&str> {
    let operations = api.operations.iter();
    let tags = operations.filter_map(|operation| operation.tags.first());
    let tags: BTreeSet<&str> = tags.map(String::as_str).collect();
    tags.into_iter().collect()
}

fn claim_tag(tag: &str) -> Claim {
    Claim {
        identity: ["tag ", tag].concat(),
        rank: u8::from(!is_exact(tag, Kind::File)),
        spellings: vec![tag.to_owned()],
    }
}

/// Returns the name of the file for a word, whatever else there is.
fn spelled(word: &str) -> Ident {
    Scope::new(Kind::File).claim(&Claim {
        identity: ["path ", word].concat(),
        rank: 0,
        spellings: vec![word.to_owned()],
    })
}

/// Names the file of what nothing groups, beside those of the groups.
fn claim_rest<'a>(scope: &mut Scope, words: impl Iterator<Item = &'a Ident>) -> Ident {
    let claim = |text: &str| Claim {
        identity: text.to_owned(),
        rank: 0,
        spellings: vec![text.to_owned()],
    };
    // Those of tags are taken already and are claimed once more in vain.
    for word in words {
        scope.claim(&claim(word.as_str()));
    }
    scope.claim(&claim(REST))
}

/// Returns the first word of a path that says what it is about, as in `guilds` of `/guilds/{id}/roles`
/// and in `customers` of `/api/v2/customers`.
fn path_word(path: &PathTemplate) -> Option<String> {
    let mut segment = String::new();
    // Of a segment with a parameter only a word that ends before it counts, as in `users({id})`.
    let mut is_open = true;
    for part in &path.parts {
        match part {
            PathPart::Parameter(_) if is_open => {
                if let Some(word) = word(&segment, false) {
                    return Some(word);
                }
                is_open = false;
            }
            PathPart::Parameter(_) => {}
            PathPart::Literal(text) => {
                for (index, piece) in text.split('/').enumerate() {
                    if index > 0 {
                        if let Some(word) = word(&segment, true).filter(|_| is_open) {
                            return Some(word);
                        }
                        segment.clear();
                        is_open = true;
                    }
                    segment.push_str(piece);
                }
            }
        }
    }
    word(&segment, true).filter(|_| is_open)
}

/// Returns the word that a segment begins with, unless it is general; `is_whole` says whether nothing
/// follows the segment.
fn word(segment: &str, is_whole: bool) -> Option<String> {
    let start = segment.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_end = |c: char| !c.is_alphanumeric() && !['-', '_', '~'].contains(&c);
    let end = match start.find(is_end) {
        None if !is_whole => return None,
        end => end.unwrap_or(start.len()),
    };
    let word = &start[..end];
    (!word.is_empty() && !is_general(word)).then(|| word.to_owned())
}

/// Whether the paths of very different operations may begin with it: `api`, and versions such as `v1`,
/// `2`, `2024-10-01` and `v1beta1`.
fn is_general(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    if ["api", "rest"].contains(&word.as_str()) {
        return true;
    }
    let number = word.strip_prefix('v').unwrap_or(&word);
    let mut letters = number.split(|c: char| !c.is_alphabetic());
    number.starts_with(|c: char| c.is_ascii_digit())
        && letters.all(|run| ["", "alpha", "beta", "p", "preview", "rc"].contains(&run))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> PathTemplate {
        let mut parts = Vec::new();
        for (index, piece) in text.split(['{', '}']).enumerate() {
            if index % 2 == 1 {
                parts.push(PathPart::Parameter(piece.to_owned()));
            } else if !piece.is_empty() {
                parts.push(PathPart::Literal(piece.to_owned()));
            }
        }
        PathTemplate {
            text: text.to_owned(),
            parts,
        }
    }

    #[test]
    fn words_of_paths() {
        for (path, expect) in [
            ("/guilds/{id}/roles", Some("guilds")),
            ("/v1/accounts", Some("accounts")),
            ("/api/v2/users", Some("users")),
            ("/api/v1beta1/users", Some("users")),
            ("/v{version}/customers/{id}", Some("customers")),
            ("/2010-04-01/Accounts/{Sid}.json", Some("Accounts")),
            ("/1.1/statuses/show.json", Some("statuses")),
            ("/chat.postMessage", Some("chat")),
            ("/documents:annotate", Some("documents")),
            ("/users({id})/photos", Some("users")),
            ("/user-{id}/photos", Some("photos")),
            ("/{owner}/{repo}/issues", Some("issues")),
            ("/.well-known/jwks.json", Some("well-known")),
            ("/@me/guilds", Some("me")),
            ("/3d-models", Some("3d-models")),
            ("/v", Some("v")),
            ("//pets", Some("pets")),
            ("/v1", None),
            ("/api/", None),
            ("/{id}", None),
            ("/{id}.json", None),
            ("/", None),
            ("", None),
        ] {
            assert_eq!(path_word(&template(path)).as_deref(), expect, "{path}");
        }
    }
}
