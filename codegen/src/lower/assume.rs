//! What schemas leave open and everybody takes for granted: a type that only their other keywords
//! tell, the width of a number.
//!
//! Looks at the schemas of the document one by one and lists what is assumed; decides nothing.

use super::cx::Cx;
use crate::api::Assumption;
use crate::document::{Additional, Schema, SimpleType, origin};
use crate::load::{Kind, Node};

const OBJECT: &str = "no type is named; keywords of objects speak of objects";
const ARRAY: &str = "no type is named; keywords of arrays speak of arrays";
const LISTED: &str = "no type is named; it is that of the listed values";
const OTHER: &str = "the listed values are of another type than the named one, and count";
const NO_PATHS: &str = "there are no paths, so there is nothing to call";
const INTEGER: &str = "no format is named; whole numbers have 64 bits";
const NUMBER: &str = "no format is named; numbers are those of IEEE 754 with 64 bits";

/// Lists what is assumed, in the order in which the schemas were found.
pub(super) fn list_assumptions(cx: &mut Cx<'_, '_>) {
    let document = cx.document;
    let root = document.root();
    if root.get("paths").is_none() {
        cx.api.assumptions.push(Assumption {
            reason: NO_PATHS,
            origin: origin(root),
        });
    }
    for (_, schema) in document.schemas() {
        let reasons = [
            unnamed_type(schema),
            unnamed_width(schema),
            other_type(schema),
        ];
        let found = reasons.into_iter().flatten().map(|reason| Assumption {
            reason,
            origin: origin(schema.node),
        });
        cx.api.assumptions.extend(found);
    }
}

fn unnamed_type(schema: &Schema<'_>) -> Option<&'static str> {
    if !schema.types.is_empty() || schema.reference.is_some() {
        return None;
    }
    let has = |key| schema.node.get(key).is_some();
    let of_objects = !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.additional != Additional::Silent
        || has("patternProperties");
    let of_arrays = schema.items.is_some() || has("prefixItems");
    match (schema.values.is_some(), of_objects, of_arrays) {
        (true, ..) => Some(LISTED),
        (false, true, false) => Some(OBJECT),
        (false, false, true) => Some(ARRAY),
        (false, true, true) | (false, false, false) => None,
    }
}

fn unnamed_width(schema: &Schema<'_>) -> Option<&'static str> {
    if schema.format.is_some() || schema.values.is_some() {
        return None;
    }
    match schema.types.single()? {
        SimpleType::Integer => Some(INTEGER),
        SimpleType::Number => Some(NUMBER),
        SimpleType::Boolean | SimpleType::String | SimpleType::Array | SimpleType::Object => None,
    }
}

fn other_type(schema: &Schema<'_>) -> Option<&'static str> {
    let (values, types) = (schema.values.as_deref()?, schema.types);
    let fits = |value: &Node<'_>| match value.kind() {
        // An unquoted `1` in a list of texts is meant as a text.
        Kind::Bool(_) => types.contains(SimpleType::Boolean) || types.contains(SimpleType::String),
        Kind::Number(_) => {
            let of_numbers = [SimpleType::Integer, SimpleType::Number, SimpleType::String];
            of_numbers.into_iter().any(|ty| types.contains(ty))
        }
        Kind::String(_) => types.contains(SimpleType::String),
        Kind::Array => types.contains(SimpleType::Array),
        Kind::Object => types.contains(SimpleType::Object),
        Kind::Null => true,
    };
    (!types.is_empty() && !values.iter().all(fits)).then_some(OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::testing::lower_text;

    #[track_caller]
    fn check(schema: &str, expect: &[&str]) {
        let lowered = lower_text(&format!(
            "paths: {{}}\ncomponents:\n  schemas:\n    A: {schema}\n"
        ));
        let api = lowered.api.unwrap();
        let found = api.assumptions.iter().map(|assumption| assumption.reason);
        assert_eq!(found.collect::<Vec<_>>(), expect, "{schema}");
    }

    #[test]
    fn what_no_keyword_names() {
        check("{properties: {}}", &[]);
        check("{properties: {a: {type: string}}}", &[OBJECT]);
        check("{required: [a]}", &[OBJECT]);
        check("{additionalProperties: false}", &[OBJECT]);
        check("{items: {type: string}}", &[ARRAY]);
        check("{enum: [a]}", &[LISTED]);
        check("{type: integer, enum: [a]}", &[OTHER]);
        check("{type: string, enum: [a, 1, null]}", &[]);
        check("{type: integer}", &[INTEGER]);
        check("{type: number}", &[NUMBER]);
        check("{type: integer, format: int32}", &[]);
        check("{type: object, properties: {a: {type: string}}}", &[]);
        check("{}", &[]);
    }
}
