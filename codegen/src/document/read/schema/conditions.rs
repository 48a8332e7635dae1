//! Keywords that no type can say: conditions on values, told, and checked where clients check values.

use super::super::super::{Additional, Schema};
use super::super::cx::Cx;
use super::super::fields::Fields;

const CHECKS: &str = "conditions on values are not checked";
const RECURSIVE: &str = "`$recursiveRef` is no keyword since JSON Schema 2020-12";
const CONDITIONAL: &str = "schemas under a condition are not generated yet";

/// Conditions that servers check and nobody misses in a client.
const CHECKED: [(&str, &str); 4] = [
    ("not", CHECKS),
    ("contains", CHECKS),
    ("dependentRequired", CHECKS),
    ("propertyNames", CHECKS),
];

/// Conditions that say what values hold, where nothing else does. Whether they do is said later.
const UNEVALUATED: [&str; 2] = ["unevaluatedItems", "unevaluatedProperties"];

/// Conditions that bring values of another look.
const CONDITIONS: [(&str, &str); 4] = [
    ("if", CONDITIONAL),
    ("then", CONDITIONAL),
    ("else", CONDITIONAL),
    ("dependentSchemas", CONDITIONAL),
];

const UNTYPED: &str = "what schemas under a condition describe is checked and gets no type";

/// Takes the conditions, in the order they are written.
pub(super) fn read_conditions<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
) {
    if !cx.version.has_json_schema_2020() {
        if cx.version.has_unions() {
            keep(fields, schema, &CHECKED[..1]);
            if cx.validates {
                read_schemas(cx, fields, schema, &["not"]);
            }
            fields.annotations(cx, &CHECKED[..1]);
        }
        return;
    }
    keep(fields, schema, &CHECKED);
    keep(fields, schema, &CONDITIONS);
    for key in UNEVALUATED {
        if let Some(node) = fields.any(key) {
            schema.rare_mut().conditions.push((key, node));
        }
    }
    if let Some(rare) = Some(schema.rare_mut()).filter(|rare| !rare.conditions.is_empty()) {
        rare.conditions.sort_by_key(|(_, node)| node.order());
    }
    read_unevaluated(cx, fields, schema);
    if cx.validates {
        let with_schemas = ["not", "contains", "if", "then", "else", "dependentSchemas"];
        read_schemas(cx, fields, schema, &with_schemas);
        for (key, _) in CHECKED.iter().chain(&CONDITIONS) {
            fields.any(key);
        }
    }
    fields.annotations(cx, &CHECKED);
    fields.ignored(cx, &CONDITIONS);
    let content = "the schema of a text's content is not used";
    fields.ignored(
        cx,
        &[
            ("contentSchema", content),
            // What JSON Schema 2019-09 had in the place of `$dynamicRef`.
            ("$recursiveRef", RECURSIVE),
        ],
    );
}

fn keep<'a>(fields: &Fields<'a>, schema: &mut Schema<'a>, keys: &[(&'static str, &str)]) {
    for (key, _) in keys {
        if let Some(node) = fields.peek(key) {
            schema.rare_mut().conditions.push((key, node));
        }
    }
}

/// Reads the schemas of conditions, for those that check them.
fn read_schemas<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    schema: &mut Schema<'a>,
    keys: &[&'static str],
) {
    for key in keys {
        let Some(node) = fields.any(key) else {
            continue;
        };
        if *key == "dependentSchemas" {
            let entries = node.as_object().into_iter().flatten();
            for entry in entries {
                let found = super::shape::property(cx, &entry);
                schema.rare_mut().dependents.push(found);
            }
        } else {
            let found = cx.schema(node);
            schema.rare_mut().applied.push((key, found));
        }
        if CONDITIONS.iter().any(|(known, _)| known == key) {
            cx.tell(node, UNTYPED);
        }
    }
}

/// Reads `propertyNames`, `contentSchema` and what is said of all that no other keyword names.
fn read_unevaluated<'a>(cx: &mut Cx<'a, '_>, fields: &Fields<'a>, schema: &mut Schema<'a>) {
    if let Some(node) = fields.peek("propertyNames") {
        let names = cx.schema(node);
        schema.rare_mut().names = Some(names);
    }
    if let Some(node) = fields.peek("contentSchema") {
        let content = cx.schema(node);
        schema.rare_mut().content = Some(content);
    }
    let mut additional = |key| {
        let node = fields.peek(key)?;
        Some(match node.as_bool() {
            Some(true) => Additional::Allowed,
            Some(false) => Additional::Forbidden,
            None => Additional::Schema(cx.schema(node)),
        })
    };
    let (properties, items) = (
        additional("unevaluatedProperties"),
        additional("unevaluatedItems"),
    );
    if properties.is_some() || items.is_some() {
        let rare = schema.rare_mut();
        rare.unevaluated_properties = properties;
        rare.unevaluated_items = items;
    }
}
