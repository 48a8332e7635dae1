//! Objects and maps.

use super::super::cx::Cx;
use super::super::flat::{Flat, says_nothing};
use super::{Decision, ObjectShape, Shape};
use crate::document::Additional;

const PATTERNS: &str = "properties by pattern come out as additional properties of any value";

/// Returns the look of an object: a map where no property is named.
pub(super) fn look<'a>(
    cx: &Cx<'_, 'a>,
    flat: &mut Flat<'a>,
    decision: &mut Decision<'a>,
) -> Shape<'a> {
    let mut additional = match flat.additional {
        // A schema that says nothing allows what `true` allows.
        Additional::Schema(id) if says_nothing(&cx.document[id]) => Additional::Allowed,
        additional => additional,
    };
    if let Some(patterns) = flat.patterns {
        decision.weaker.push((PATTERNS, patterns));
        additional = Additional::Allowed;
    }
    let properties: Vec<_> = std::mem::take(&mut flat.properties).into_values().collect();
    match (properties.is_empty(), additional) {
        (true, Additional::Silent | Additional::Allowed) => Shape::Map(None),
        (true, Additional::Schema(id)) => Shape::Map(Some(id)),
        (true, Additional::Forbidden) | (false, _) => {
            let required = std::mem::take(&mut flat.required);
            Shape::Object(ObjectShape {
                properties,
                required,
                additional,
            })
        }
    }
}
