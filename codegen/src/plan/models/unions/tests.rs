//! Descriptions to variants.

use super::Content;
use crate::config::Config;
use crate::lower::testing::lower_text;
use crate::parallel::Threads;
use crate::plan::models::Model;
use crate::plan::ty::Ty;
use crate::plan::{Form, Settings, plan};

/// Returns the unions among these schemas, as in `A: B, C boxed, "c" D`.
fn unions(schemas: &str) -> Vec<String> {
    let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";
    let text = [head, "components:\n  schemas:\n", schemas].concat();
    let api = lower_text(&text).api.expect(schemas);
    let settings = Settings {
        source: String::new(),
        form: Form::Module,
        threads: Threads::default(),
    };
    let plan = plan(&api, &Config::default(), &settings);
    let items = plan.models.iter().flat_map(|file| &file.items);
    let unions = items.filter_map(|item| match item {
        Model::Union(union) => Some(union),
        _ => None,
    });
    unions
        .map(|union| {
            let variants = union.variants.iter().map(|variant| {
                let name = variant.name.as_str();
                match &variant.content {
                    Content::Constant(text) => format!("{text:?} {name}"),
                    Content::Type(Ty::Box(_)) => format!("{name} boxed"),
                    Content::Type(_) => name.to_owned(),
                }
            });
            let variants: Vec<String> = variants.collect();
            format!("{}: {}", union.name.as_str(), variants.join(", "))
        })
        .collect()
}

#[test]
fn variants_are_named_after_members() {
    for (schemas, expect) in [
        (
            "    Pay: {anyOf: [{$ref: '#/components/schemas/PayCard'}, {$ref: '#/components/schemas/BankPay'}, {$ref: '#/components/schemas/Pay2'}]}\n    PayCard: {type: object, required: [a], properties: {a: {}}}\n    BankPay: {type: object, required: [b], properties: {b: {}}}\n    Pay2: {type: object, required: [c], properties: {c: {}}}\n",
            "Pay: Card boxed, Bank boxed, Pay2 boxed",
        ),
        (
            "    A: {oneOf: [{const: auto}, {type: integer}, {title: unknown, type: string}, {title: self, type: object}]}\n",
            "A: \"auto\" Auto, Integer, UnknownVariant, SelfVariant",
        ),
        (
            "    A: {type: [string, integer, 'null']}\n",
            "A: Integer, String",
        ),
        (
            "    A: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: object}}, {type: array, items: {$ref: '#/components/schemas/B'}}]}\n    B: {type: boolean}\n",
            "A: StringArray, MapArray, BArray",
        ),
        (
            "    A: {oneOf: [{type: object, title: small, properties: {a: {type: boolean}}, additionalProperties: false}, {type: object, title: self, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}]}\n",
            "A: Small boxed, SelfVariant boxed",
        ),
    ] {
        let found = unions(schemas);
        assert!(found[0].starts_with(expect), "{found:?}");
    }
}

#[test]
fn what_says_less_is_no_enum() {
    for schemas in [
        "    A: {anyOf: [{type: string, minLength: 1}, {type: string, format: ''}]}\n",
        "    A: {oneOf: [{}, {description: any}]}\n",
        "    A: {oneOf: [{type: 'null'}, {type: string}]}\n",
        "    A: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\n    B: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}\n",
        "    A: {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}\n",
    ] {
        assert_eq!(unions(schemas), [""; 0], "{schemas}");
    }
}

#[test]
fn another_member_renames_nothing() {
    let members = |names: &[&str]| {
        let list = names
            .iter()
            .map(|name| format!("{{$ref: '#/components/schemas/{name}'}}"));
        let list: Vec<String> = list.collect();
        let all = ["Cat", "Dog", "ACat"].map(|name| {
            format!(
                "    {name}: {{type: object, required: [{name}], properties: {{{name}: {{}}}}}}\n"
            )
        });
        format!("    A: {{oneOf: [{}]}}\n{}", list.join(", "), all.concat())
    };
    assert_eq!(
        unions(&members(&["Cat", "Dog"])),
        ["A: Cat boxed, Dog boxed"]
    );
    assert_eq!(
        unions(&members(&["Dog", "Cat"])),
        ["A: Dog boxed, Cat boxed"]
    );
    // Only who wants the very same name gives way.
    let found = unions(&members(&["Dog", "ACat"]));
    assert_eq!(found, ["A: Dog boxed, Cat boxed"]);
}

#[test]
fn hostile_unions_are_bounded() {
    // Each level is two unions of the two of the level below.
    let mut levels = Vec::new();
    for level in 0..40 {
        let next = |side: &str| match level {
            39 => format!("{{type: object, title: {side}}}"),
            _ => format!("{{$ref: '#/components/schemas/{side}{}'}}", level + 1),
        };
        for side in ["L", "R"] {
            let (left, right) = (next("L"), next("R"));
            levels.push(format!("    {side}{level}: {{oneOf: [{left}, {right}]}}\n"));
        }
    }
    assert!(unions(&levels.concat()).len() >= 78);
    let members: Vec<String> = (0..2000)
        .map(|index| format!("{{type: object, properties: {{p{index}: {{type: string}}}}}}"))
        .collect();
    let wide = unions(&format!("    A: {{oneOf: [{}]}}\n", members.join(", ")));
    assert_eq!(wide.len(), 1);
}
