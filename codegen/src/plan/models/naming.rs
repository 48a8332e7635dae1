//! The names of types and of their files.
//!
//! Components are named first, then what stands inside them, level by level, each after its owner.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::graph::Graph;
use crate::api::{Api, Identity, Owner, Step, TypeId, TypeMap, TypeSet};
use crate::plan::media;
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact, is_spelling};
use crate::plan::renames::Renames;
use crate::plan::status;

/// Names by type.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Of the types with items of their own.
    pub(super) items: TypeMap<Ident>,
    /// The type whose file a type stands in.
    pub(super) roots: TypeMap<TypeId>,
    /// The files of the types that have one.
    pub(super) files: TypeMap<Ident>,
    /// The component names without what the configuration trims.
    pub(super) short: TypeMap<String>,
    /// The names that the configuration gives.
    renamed: BTreeMap<TypeId, String>,
    /// Prefixes that no name began with.
    pub(super) unused_trims: Vec<String>,
}

/// What the types inside a type are named after.
#[derive(Debug, Clone, Default)]
struct Stem {
    text: String,
    identity: String,
}

pub(super) fn name_types(api: &Api, graph: &Graph, trims: &[String], renames: &Renames) -> Names {
    let mut names = Names {
        renamed: renames.types.clone(),
        ..Names::default()
    };
    names.trim(api, trims);
    let mut scope = Scope::new(Kind::Model);
    let mut children: TypeMap<Vec<TypeId>> = TypeMap::new();
    let mut level = Vec::new();
    for (id, ty) in api.types() {
        match &ty.identity {
            Identity::Inline {
                owner: Owner::Type(owner),
                ..
            } => {
                children.or_default(*owner).push(id);
            }
            Identity::Component(_) | Identity::Inline { .. } => level.push(id),
        }
        names.roots.insert(id, id);
    }
    let mut stems = TypeMap::new();
    let mut seen = TypeSet::default();
    while !level.is_empty() {
        level.retain(|id| seen.insert(*id));
        // Of most types nobody needs a name: no item, and nothing inside that is named after them.
        let is_needed = |id: &TypeId| graph.items.contains(*id) || children.contains(*id);
        let needed: Vec<TypeId> = level.iter().copied().filter(is_needed).collect();
        names.name_level(api, graph, &needed, &mut scope, &mut stems);
        let mut below = Vec::new();
        for owner in level {
            for child in children.remove(owner).unwrap_or_default() {
                let root = names.roots.get(owner).copied().unwrap_or(owner);
                names.roots.insert(child, root);
                below.push(child);
            }
        }
        level = below;
    }
    names.name_files(api, &stems);
    names
}

impl Names {
    fn trim(&mut self, api: &Api, trims: &[String]) {
        let mut used = BTreeSet::new();
        for (id, ty) in api.types() {
            let Identity::Component(name) = &ty.identity else {
                continue;
            };
            let matching = trims
                .iter()
                .filter(|prefix| name.starts_with(prefix.as_str()));
            // The longest prefix wins, whatever the order in the configuration.
            let prefix = matching.max_by_key(|prefix| prefix.len());
            let rest = prefix.map_or("", |prefix| &name[prefix.len()..]);
            used.extend(prefix);
            let short = if rest.is_empty() { name } else { rest };
            self.short.insert(id, short.to_owned());
        }
        let unused = trims.iter().filter(|prefix| !used.contains(prefix));
        self.unused_trims = unused.cloned().collect();
    }

    fn name_level(
        &mut self,
        api: &Api,
        graph: &Graph,
        level: &[TypeId],
        scope: &mut Scope,
        stems: &mut TypeMap<Stem>,
    ) {
        let claims: Vec<_> = level.iter().map(|id| self.claim(api, *id, stems)).collect();
        let (items, named): (Vec<_>, Vec<_>) = level
            .iter()
            .zip(&claims)
            .filter(|(id, _)| graph.items.contains(**id))
            .map(|(id, claim)| (*id, claim))
            .unzip();
        let idents = scope.claim_all(&named);
        self.items.extend(items.into_iter().zip(idents));
        for (id, claim) in level.iter().zip(claims) {
            let wish = claim.spellings.first().cloned().unwrap_or_default();
            let text = match self.items.get(*id) {
                Some(ident) if !is_spelling(Kind::Model, ident, &wish) => ident.as_str().to_owned(),
                Some(_) | None => wish,
            };
            stems.insert(
                *id,
                Stem {
                    text,
                    identity: claim.identity,
                },
            );
        }
    }

    fn claim(&self, api: &Api, id: TypeId, stems: &TypeMap<Stem>) -> Claim {
        Renames::claim(self.renamed.get(&id), self.natural_claim(api, id, stems))
    }

    fn natural_claim(&self, api: &Api, id: TypeId, stems: &TypeMap<Stem>) -> Claim {
        let (owner, step) = match &api[id].identity {
            Identity::Component(name) => return self.claim_component(id, name),
            Identity::Inline { owner, step } => (owner, step),
        };
        let of_type = |owner: &TypeId| stems.get(*owner).map(Cow::Borrowed);
        let owner = match owner {
            Owner::Type(owner) => of_type(owner).unwrap_or_default(),
            Owner::Operation(name) => stem("operation", name),
            Owner::Path(path) => stem("path", path),
            Owner::Webhook(name) => stem("webhook", name),
            Owner::Callback(name) => stem("callback", name),
            Owner::Shared(name) => stem("shared", name),
        };
        let [plain, long] = step_words(step);
        let spell = |words: &str| [&owner.text, " ", words].concat();
        Claim {
            identity: [&owner.identity, " ", &long].concat(),
            rank: 2,
            spellings: vec![spell(&plain), spell(&long)],
        }
    }

    fn claim_component(&self, id: TypeId, name: &str) -> Claim {
        let short = self.short.get(id).map_or(name, String::as_str);
        Claim {
            identity: ["component ", name].concat(),
            rank: u8::from(!is_exact(name, Kind::Model)),
            spellings: vec![short.to_owned(), name.to_owned()],
        }
    }

    /// One file for each type that no other type owns, if anything in it has an item.
    fn name_files(&mut self, api: &Api, stems: &TypeMap<Stem>) {
        let roots: TypeSet = self
            .items
            .keys()
            .filter_map(|id| self.roots.get(id))
            .copied()
            .collect();
        let claims: Vec<_> = roots
            .iter()
            .map(|id| self.claim_file(api, id, stems))
            .collect();
        let idents = Scope::new(Kind::File).claim_all(&claims);
        self.files = roots.iter().zip(idents).collect();
    }

    fn claim_file(&self, api: &Api, id: TypeId, stems: &TypeMap<Stem>) -> Claim {
        let claim = self.claim(api, id, stems);
        // The type's own name comes second: it is distinct where the first wish was not.
        let ident = self.items.get(id).map(|ident| ident.as_str().to_owned());
        let mut spellings = claim.spellings;
        spellings.insert(1, ident.unwrap_or_default());
        spellings.retain(|spelling| !spelling.is_empty());
        Claim { spellings, ..claim }
    }
}

fn stem(kind: &str, name: &str) -> Cow<'static, Stem> {
    Cow::Owned(Stem {
        text: name.to_owned(),
        identity: [kind, " ", name].concat(),
    })
}

/// The words that a step adds to a name, and longer ones that say what the step is.
fn step_words(step: &Step) -> [String; 2] {
    let both = |words: &str| [words.to_owned(), words.to_owned()];
    match step {
        Step::Property(name) => [name.clone(), ["property ", name].concat()],
        Step::Items => ["item".to_owned(), "array item".to_owned()],
        Step::AdditionalProperties => ["value".to_owned(), "additional value".to_owned()],
        Step::Member(key) => [key.clone(), ["member ", key].concat()],
        Step::Base => both("base"),
        Step::Position(index) => both(&format!("item {}", index + 1)),
        Step::Pattern(regex) => ["value".to_owned(), ["value of ", regex].concat()],
        Step::Name => both("name"),
        Step::Content => both("content"),
        Step::Beside(index) => both(&format!("member {}", index + 1)),
        Step::Parameter(name) => [name.clone(), ["parameter ", name].concat()],
        // After the struct of the parts, which stands with the operation.
        Step::RequestBody(media_type) if media::is_multipart(media_type) => {
            ["parts".to_owned(), ["body ", media_type].concat()]
        }
        Step::RequestBody(media_type) => [
            [media::infix(media_type), "body"].join(" "),
            ["body ", media_type].concat(),
        ],
        Step::Response(status, media_type) => [
            [status::infix(status), media::infix(media_type), "response"].join(" "),
            ["response", status, media_type].join(" "),
        ],
        Step::Header(status, name) => [
            [status::infix(status), name, "header"].join(" "),
            ["response", status, "header", name].join(" "),
        ],
        Step::RequestItem(media_type) => [
            [media::infix(media_type), "body item"].join(" "),
            ["body item ", media_type].concat(),
        ],
        Step::ResponseItem(status, media_type) => [
            [
                status::infix(status),
                media::infix(media_type),
                "response item",
            ]
            .join(" "),
            ["response item", status, media_type].join(" "),
        ],
        Step::PartHeader(part, name) => [
            [part, name, "header"].join(" "),
            ["part", part, "header", name].join(" "),
        ],
    }
}
