//! Where the statics of tables stand and what they are called: as the item of the same schema is, else
//! after the place in the description.

use std::collections::{BTreeMap, BTreeSet};

use super::StaticPath;
use crate::api::RulesId;
use crate::plan::models::Types;
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};

/// What is known of items.
pub(super) struct Names<'t, 'a> {
    types: &'t Types<'a>,
    /// The item and the file of a set's type.
    items: BTreeMap<RulesId, (Ident, Ident)>,
}

impl<'t, 'a> Names<'t, 'a> {
    pub(super) fn new(types: &'t Types<'a>) -> Self {
        let mut items = BTreeMap::new();
        for (root, ids) in types.by_file() {
            for id in ids {
                let (item, file) = (types.item(id), types.file(root));
                let rules = types.api()[id].rules;
                if let (Some(item), Some(file), Some(rules)) = (item, file, rules) {
                    items.insert(rules, (item.clone(), file.clone()));
                }
            }
        }
        Self { types, items }
    }

    pub(super) fn name_all(&self, ids: &BTreeSet<RulesId>) -> BTreeMap<RulesId, StaticPath> {
        let claims: Vec<Claim> = ids.iter().map(|id| self.claim(*id)).collect();
        let names = Scope::new(Kind::Static).claim_all(&claims);
        let path = |(id, name): (&RulesId, Ident)| {
            let module = self.items.get(id).map(|(_, file)| file.clone());
            (*id, StaticPath { module, name })
        };
        ids.iter().zip(names).map(path).collect()
    }

    fn claim(&self, id: RulesId) -> Claim {
        if let Some((item, _)) = self.items.get(&id) {
            return Claim {
                identity: ["item ", item.as_str()].concat(),
                rank: 0,
                spellings: vec![item.as_str().to_owned()],
            };
        }
        let origin = &self.types.api().rules[id.index()].origin;
        let tokens: Vec<_> = origin.pointer.tokens().collect();
        let known = ["components", "schemas", "definitions", "paths"];
        let words = tokens
            .iter()
            .skip_while(|token| known.contains(&token.as_ref()));
        let words: Vec<&str> = words.map(AsRef::as_ref).collect();
        let spelling = words.join(" ");
        // Pointers in other files may be the same, so the file says which one it is.
        let identity = format!("{:?} {}", origin.pointer.file(), origin.pointer);
        Claim {
            identity,
            rank: 1 + u8::from(!is_exact(&spelling, Kind::Static)),
            spellings: vec![spelling],
        }
    }
}
