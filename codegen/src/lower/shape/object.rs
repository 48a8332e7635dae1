//! Objects and maps.

use super::super::cx::Cx;
use super::super::flat::{Flat, says_nothing};
use super::{MapShape, ObjectShape, Shape, Values, patterns};
use crate::document::Additional;

/// Returns the look of an object: a map where no property is named.
pub(super) fn look<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>) -> Shape<'a> {
    let additional = match flat.additional {
        // A schema that says nothing allows what `true` allows.
        Additional::Schema(id) if says_nothing(&cx.document[id]) => Additional::Allowed,
        additional => additional,
    };
    let has_patterns = !flat.patterns.is_empty();
    // A part of something says what is required even if it describes none of it.
    let is_open = additional != Additional::Forbidden || has_patterns;
    let says_required = flat.is_part && !flat.required.is_empty();
    if flat.properties.is_empty() && is_open && !says_required {
        return Shape::Map(Box::new(MapShape {
            values: Values::new(additional),
            patterns: patterns(flat),
            names: flat.names,
        }));
    }
    Shape::Object(Box::new(ObjectShape {
        schema: flat.id,
        properties: std::mem::take(&mut flat.properties).into_values().collect(),
        required: std::mem::take(&mut flat.required),
        patterns: patterns(flat),
        names: flat.names,
        additional,
        discriminator: flat.discriminator.filter(|_| !flat.is_part),
        is_part: flat.is_part,
    }))
}
