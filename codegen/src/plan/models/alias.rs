//! Types that are only names for others.

use super::{Derives, Model, Types, Wrapper};
use crate::api::TypeId;
use crate::plan::imports::Importer;
use crate::plan::notes::{self, Fallback};

pub(super) fn plan_alias(types: &Types<'_>, importer: &mut Importer, id: TypeId) -> Option<Model> {
    let ty = &types.api()[id];
    let name = types.item(id)?.clone();
    let fallback = Fallback {
        what: "The schema",
        name: types.wire_name(id),
    };
    let docs = notes::described(&ty.docs, fallback);
    let docs = notes::constraints(docs, ty).origin(&ty.origin);
    let wrapper = Wrapper {
        name,
        docs,
        ty: importer.ty(types.definition(id)),
        is_deprecated: ty.docs.deprecated,
        derives: Derives::default(),
    };
    Some(if types.is_newtype(id) {
        Model::Newtype(wrapper)
    } else {
        Model::Alias(wrapper)
    })
}
