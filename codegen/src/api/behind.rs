//! What stands behind the names of a type.

use super::{Api, Kind, Object, TypeId};

impl Api {
    /// Returns the type behind its other names; one of them where they are names for nothing but each
    /// other.
    pub(crate) fn end(&self, mut id: TypeId) -> TypeId {
        // The mark moves ever later, so that a circle is left after about three rounds of it (Brent).
        let (mut mark, mut steps, mut limit) = (id, 0_u32, 1_u32);
        while let Kind::Alias(target) = self[id].kind {
            id = target.id;
            if id == mark {
                break;
            }
            steps += 1;
            if steps == limit {
                (mark, steps, limit) = (id, 0, limit.saturating_mul(2));
            }
        }
        id
    }

    /// Returns the object that a type is, behind its other names.
    pub(crate) fn object(&self, id: TypeId) -> Option<&Object> {
        match &self[self.end(id)].kind {
            Kind::Object(object) => Some(object),
            Kind::Any
            | Kind::Never
            | Kind::Null
            | Kind::Boolean
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String(_)
            | Kind::Enum(_)
            | Kind::Array(_)
            | Kind::Tuple(_)
            | Kind::Map(_)
            | Kind::Union(_)
            | Kind::Alias(_) => None,
        }
    }
}
