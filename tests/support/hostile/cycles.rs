//! References that come back to where they began, through everything that may be a reference.

use super::Case;
use super::write::{RESPONSES, file, list, operation, paths, schemas};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = schema_cycles();
    cases.extend(component_cycles());
    cases.extend(path_cycles());
    cases.extend(file_cycles());
    cases
}

const SELF: &str = r##"{"$ref":"#/components/schemas/S0"}"##;

#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn schema_cycles() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, one) in [
        ("$ref", "NEXT"),
        ("allOf", "{\"allOf\":[NEXT]}"),
        (
            "allOf with more",
            "{\"allOf\":[NEXT,NEXT,{\"type\":\"object\",\"properties\":{\"a\":NEXT}}]}",
        ),
        ("oneOf", "{\"oneOf\":[NEXT]}"),
        (
            "oneOf with more",
            "{\"oneOf\":[NEXT,{\"type\":\"string\"},NEXT]}",
        ),
        ("anyOf", "{\"anyOf\":[NEXT,{\"type\":\"null\"}]}"),
        ("not", "{\"not\":NEXT}"),
        ("items", "{\"type\":\"array\",\"items\":NEXT}"),
        (
            "prefixItems",
            "{\"type\":\"array\",\"prefixItems\":[NEXT,NEXT]}",
        ),
        (
            "properties",
            "{\"type\":\"object\",\"properties\":{\"a\":NEXT}}",
        ),
        (
            "required properties",
            "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":NEXT}}",
        ),
        (
            "additionalProperties",
            "{\"type\":\"object\",\"additionalProperties\":NEXT}",
        ),
        (
            "patternProperties",
            "{\"type\":\"object\",\"patternProperties\":{\"a\":NEXT}}",
        ),
        ("if", "{\"if\":NEXT,\"then\":NEXT,\"else\":NEXT}"),
        (
            "discriminator",
            "{\"oneOf\":[NEXT],\"discriminator\":{\"propertyName\":\"a\",\"mapping\":{\"a\":\"#/components/schemas/S0\"}}}",
        ),
        (
            "$dynamicRef",
            "{\"$dynamicAnchor\":\"a\",\"properties\":{\"b\":{\"$dynamicRef\":\"#a\"}}}",
        ),
    ] {
        cases.push(Case::text(
            format!("cycle: itself, {name}"),
            "a.json",
            move || schemas(&format!("\"S0\":{}", one.replace("NEXT", SELF))),
        ));
        cases.push(Case::text(
            format!("cycle: two steps, {name}"),
            "a.json",
            move || {
                let there = one.replace("NEXT", r##"{"$ref":"#/components/schemas/S1"}"##);
                schemas(&format!(
                    "\"S0\":{there},\"S1\":{}",
                    one.replace("NEXT", SELF)
                ))
            },
        ));
        cases.push(Case::text(
            format!("cycle: 300 steps, {name}"),
            "a.json",
            move || {
                let link = |number: usize| {
                    let next = format!(
                        r##"{{"$ref":"#/components/schemas/S{}"}}"##,
                        (number + 1) % 300
                    );
                    format!("\"S{number}\":{}", one.replace("NEXT", &next))
                };
                schemas(&list(300, link))
            },
        ));
    }
    for (name, one) in [
        (
            "into itself",
            r##"{"$ref":"#/components/schemas/S0/properties/a"}"##,
        ),
        (
            "into its own inside",
            r##"{"properties":{"a":{"$ref":"#/components/schemas/S0/properties/a/properties/b"}}}"##,
        ),
        (
            "to its own keyword",
            r##"{"properties":{"a":{"$ref":"#/components/schemas/S0/properties"}}}"##,
        ),
        ("to the root", r##"{"$ref":"#"}"##),
        (
            "to all schemas",
            r##"{"allOf":[{"$ref":"#/components/schemas"}]}"##,
        ),
    ] {
        cases.push(Case::text(format!("cycle: {name}"), "a.json", move || {
            schemas(&format!("\"S0\":{one}"))
        }));
    }
    cases
}

/// Components of each kind that are themselves, used by an operation.
fn component_cycles() -> impl Iterator<Item = Case> {
    let kinds: [(&str, &str); 9] = [
        (
            "parameters",
            r#""parameters":[USE],"responses":{"204":{"description":"d"}}"#,
        ),
        ("responses", r#""responses":{"200":USE}"#),
        (
            "requestBodies",
            r#""requestBody":USE,"responses":{"204":{"description":"d"}}"#,
        ),
        (
            "headers",
            r#""responses":{"200":{"description":"d","headers":{"a":USE}}}"#,
        ),
        (
            "links",
            r#""responses":{"200":{"description":"d","links":{"a":USE}}}"#,
        ),
        (
            "callbacks",
            r#""callbacks":{"a":USE},"responses":{"204":{"description":"d"}}"#,
        ),
        (
            "examples",
            r#""responses":{"200":{"description":"d","content":{"application/json":{"examples":{"a":USE}}}}}"#,
        ),
        (
            "securitySchemes",
            r#""security":[{"A":[]}],"responses":{"204":{"description":"d"}}"#,
        ),
        (
            "mediaTypes",
            r#""responses":{"200":{"description":"d","content":{"application/json":USE}}}"#,
        ),
    ];
    kinds.into_iter().flat_map(|(kind, using)| {
        [("itself", "A"), ("two steps", "B")].map(|(name, next)| {
            Case::text(format!("cycle: {name}, {kind}"), "a.json", move || {
                let reference = |to: &str| format!(r##"{{"$ref":"#/components/{kind}/{to}"}}"##);
                let operation_members = using.replace("USE", &reference("A"));
                let component = format!(
                    r#""{kind}":{{"A":{},"B":{}}}"#,
                    reference(next),
                    reference("A")
                );
                operation(&operation_members, &component)
            })
        })
    })
}

fn path_cycles() -> Vec<Case> {
    vec![
        Case::text("cycle: itself, a path", "a.json", || {
            paths(r##""/a":{"$ref":"#/paths/~1a"}"##, "")
        }),
        Case::text("cycle: two steps, paths", "a.json", || {
            paths(
                r##""/a":{"$ref":"#/paths/~1b"},"/b":{"$ref":"#/paths/~1a"}"##,
                "",
            )
        }),
        Case::text("cycle: 20,000 steps, paths", "a.json", || {
            let one = |number: usize| {
                format!(
                    r##""/{number}":{{"$ref":"#/paths/~1{}"}}"##,
                    (number + 1) % 20_000
                )
            };
            paths(&list(20_000, one), "")
        }),
        Case::text("cycle: a path item of components", "a.json", || {
            paths(
                r##""/a":{"$ref":"#/components/pathItems/A"}"##,
                r##""pathItems":{"A":{"$ref":"#/components/pathItems/A"}}"##,
            )
        }),
        Case::text("cycle: a callback in its own operation", "a.json", || {
            operation(
                &format!(r##""callbacks":{{"a":{{"b":{{"$ref":"#/paths/~1a"}}}}}},{RESPONSES}"##),
                "",
            )
        }),
        Case::text("cycle: everything is the root", "a.json", || {
            r##"{"openapi":"3.1.0","info":{"$ref":"#"},"paths":{"/a":{"$ref":"#"}},"components":{"$ref":"#"},"webhooks":{"a":{"$ref":"#"}}}"##.to_owned()
        }),
    ]
}

fn file_cycles() -> Vec<Case> {
    let whole = |name: &str, a: &'static str, b: &'static str| {
        Case::new(format!("cycle: {name}"), "a.json", move |folder| {
            file(folder, "a.json", schemas(&format!("\"S0\":{a}")).as_bytes());
            file(folder, "b.json", b.as_bytes());
        })
    };
    vec![
        whole(
            "two files",
            r#"{"$ref":"b.json"}"#,
            r#"{"$ref":"a.json#/components/schemas/S0"}"#,
        ),
        whole(
            "a file that is itself",
            r#"{"$ref":"b.json"}"#,
            r#"{"$ref":"b.json"}"#,
        ),
        whole(
            "files in each other's properties",
            r#"{"properties":{"a":{"$ref":"b.json"}}}"#,
            r#"{"properties":{"a":{"$ref":"a.json#/components/schemas/S0"},"b":{"$ref":"b.json"},"c":{"$ref":"a.json"}}}"#,
        ),
    ]
}
