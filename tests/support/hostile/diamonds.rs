//! Schemas that are reached in 2^24 ways.

use super::Case;
use super::write::{list, schemas};

const LEVELS: usize = 24;

pub(super) fn cases() -> Vec<Case> {
    [
        ("allOf", "{\"allOf\":[NEXT,NEXT]}"),
        ("allOf with properties", "{\"allOf\":[NEXT,NEXT,{\"type\":\"object\",\"properties\":{\"pN\":{\"type\":\"string\"}}}]}"),
        ("allOf of allOf", "{\"allOf\":[{\"allOf\":[NEXT]},{\"allOf\":[NEXT]}]}"),
        ("oneOf", "{\"oneOf\":[NEXT,NEXT]}"),
        ("anyOf", "{\"anyOf\":[NEXT,NEXT]}"),
        ("oneOf with another", "{\"oneOf\":[NEXT,{\"type\":\"object\",\"properties\":{\"pN\":NEXT}},NEXT]}"),
        ("oneOf in allOf", "{\"allOf\":[{\"oneOf\":[NEXT,NEXT]},{\"type\":\"object\"}]}"),
        ("allOf and oneOf", "{\"allOf\":[NEXT],\"oneOf\":[NEXT,{\"type\":\"object\"}]}"),
        ("properties", "{\"type\":\"object\",\"properties\":{\"a\":NEXT,\"b\":NEXT}}"),
        ("required properties", "{\"type\":\"object\",\"required\":[\"a\",\"b\"],\"properties\":{\"a\":NEXT,\"b\":NEXT}}"),
        ("inline properties", "{\"type\":\"object\",\"properties\":{\"a\":{\"allOf\":[NEXT],\"description\":\"d\"},\"b\":{\"allOf\":[NEXT],\"description\":\"e\"}}}"),
        ("items", "{\"type\":\"array\",\"items\":{\"anyOf\":[NEXT,NEXT]}}"),
        ("prefixItems", "{\"type\":\"array\",\"prefixItems\":[NEXT,NEXT]}"),
        ("additionalProperties", "{\"type\":\"object\",\"properties\":{\"a\":NEXT},\"additionalProperties\":NEXT}"),
        ("not", "{\"not\":NEXT,\"allOf\":[NEXT]}"),
        ("discriminator", "{\"oneOf\":[NEXT,NEXT],\"discriminator\":{\"propertyName\":\"a\"}}"),
    ]
    .into_iter()
    .flat_map(|(name, one)| {
        [LEVELS, 100].map(|levels| {
            Case::text(format!("diamond: {levels} levels, {name}"), "a.json", move || chain(one, levels))
        })
    })
    .collect()
}

fn chain(one: &str, levels: usize) -> String {
    let link = |number: usize| {
        let next = format!(r##"{{"$ref":"#/components/schemas/S{}"}}"##, number + 1);
        let level = one
            .replace("NEXT", &next)
            .replace("pN", &format!("p{number}"));
        format!("\"S{number}\":{level}")
    };
    let last = format!(
        "\"S{levels}\":{{\"type\":\"object\",\"properties\":{{\"z\":{{\"type\":\"string\"}}}}}}"
    );
    schemas(&format!("{},{last}", list(levels, link)))
}
