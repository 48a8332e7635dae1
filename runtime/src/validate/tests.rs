//! What violations tell, and what bounds the work. Verdicts are compared with those of another checker
//! where other hands are.

use super::*;
use crate::value::Value;

fn value(json: &str) -> Value {
    let limits = codec::DecodeLimits::default();
    codec::decode(json.as_bytes(), "application/json", &limits).expect("JSON")
}

#[test]
fn places_and_demands_are_told() {
    static TABLE: Rules = Rules(&[
        Rule::Type(JsonType::Object),
        Rule::Required(&["c"]),
        Rule::Properties(&[
            (
                "a",
                &Rules(&[Rule::Items(&Rules(&[
                    Rule::Minimum("3"),
                    Rule::MultipleOf("0.5"),
                ]))]),
            ),
            ("b", &Rules(&[Rule::MinLength(2), Rule::Pattern("^x")])),
        ]),
        Rule::AdditionalProperties(Rules::NEVER),
    ]);
    let own = TABLE.check(&value(r#"{"a": [4, 1.2], "b": "é", "d": 1}"#));
    let shown = own.expect_err("not as demanded").to_string();
    for expect in [
        "`minimum` demands at least 3 at `a[1]`",
        "`multipleOf` demands a multiple of 0.5 at `a[1]`",
        "`minLength` demands at least 2 characters at `b`",
        "`pattern` demands a match of `^x` at `b`",
        "`required` demands the property `c`",
        "`additionalProperties` demands no property `d`",
    ] {
        assert!(shown.contains(expect), "{shown}");
    }
}

#[test]
fn work_is_bounded() {
    static ENDLESS: Rules = Rules(&[Rule::AllOf(&[&ENDLESS])]);
    static NOTHING: Rules = Rules(&[Rule::Items(Rules::NEVER)]);
    // Each applies the next twice.
    let mut rules: &'static Rules = &Rules(&[Rule::Constant("1")]);
    for _ in 0..60 {
        let both: &'static [&'static Rules] = Box::leak(Box::new([rules, rules]));
        let next = [Rule::AllOf(both), Rule::OneOf(both)];
        rules = Box::leak(Box::new(Rules(Box::leak(Box::new(next)))));
    }
    let own = rules.check(&value("2")).expect_err("too much work");
    assert_eq!(own.iter().next().map(Violation::keyword), Some("validate"));
    let own = ENDLESS.check(&Value::Null).expect_err("no end");
    assert_eq!(own.iter().next().map(Violation::keyword), Some("validate"));
    let mut deep = Value::Null;
    for _ in 0..300 {
        deep = Value::Array(vec![deep]);
    }
    assert!(Rules::ANY.check(&deep).is_err());
    let wide = Value::Array(vec![Value::Null; 1_000]);
    let violations = NOTHING.check(&wide).expect_err("nothing fits");
    assert!(violations.is_cut_short() && violations.iter().count() == 100);
}
