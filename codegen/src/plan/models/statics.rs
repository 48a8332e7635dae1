//! The statics of codecs: what the files of models call them, and which ones other files use.

use super::Types;
use crate::api::{Kind, TypeId, TypeMap, TypeSet};
use crate::plan::names::{self, Claim, Ident, Scope};

/// The statics by the types that they are about.
#[derive(Debug, Default)]
pub(super) struct Statics {
    names: TypeMap<Ident>,
    shared: TypeSet,
}

impl Statics {
    pub(super) fn new(types: &Types<'_>) -> Self {
        let mut statics = Self::default();
        for (root, ids) in types.by_file() {
            let mut scope = Scope::new(names::Kind::Static);
            for id in ids {
                if let Some(claim) = claim(types, id, id == root) {
                    statics.names.insert(id, scope.claim(&claim));
                }
            }
        }
        for (id, root) in types.items() {
            let Some(members) = types.members(id).filter(|members| members.needs_shapes()) else {
                continue;
            };
            let objects = members.looks().flat_map(|look| &look.objects);
            let others = objects.filter(|object| types.root(**object) != root);
            statics.shared.extend(others.copied());
        }
        statics
    }

    pub(super) fn name(&self, id: TypeId) -> Option<&Ident> {
        self.names.get(id)
    }

    pub(super) fn is_shared(&self, id: TypeId) -> bool {
        self.shared.contains(id)
    }
}

/// The static of one item; short for the type that the file is named after.
fn claim(types: &Types<'_>, id: TypeId, is_root: bool) -> Option<Claim> {
    let name = types.item(id)?.as_str();
    let what = match &types.api()[id].kind {
        Kind::Union(_) => " choice",
        _ => " shape",
    };
    let prefix = if is_root { "" } else { name };
    Some(Claim {
        identity: [name, what].concat(),
        rank: 0,
        spellings: vec![[prefix, what].concat()],
    })
}
