//! Models as JSON: what is read is written again, and absent, null and value stay apart.

use engross_goldens::{
    additional_forbidden, additional_typed, all_of, arrays, constants, enum_open, enum_values,
    formats, formats_chosen, inheritance, maps, nullable_3_0, nullable_3_1, pattern_properties,
    presence, recursion, renames, required_and_optional, scalars, tuples,
};
use engross_runtime::codec::Model;

use crate::support::{from_json, read_json, to_json};

/// Reads and writes, and expects the same text.
fn keeps<T: Model>(texts: &[&str]) {
    for text in texts {
        assert_eq!(to_json(&from_json::<T>(text)), *text);
    }
}

fn refuses<T: Model>(texts: &[&str]) {
    for text in texts {
        assert!(read_json::<T>(text).is_err(), "{text}");
    }
}

#[test]
fn nothing_is_lost() {
    keeps::<required_and_optional::models::Pet>(&[
        r#"{"id":1,"name":"a"}"#,
        r#"{"id":-9223372036854775808,"name":"\u0000","nickname":"","weight":0.1,"new":[null]}"#,
    ]);
    keeps::<all_of::models::Dog>(&[r#"{"name":"a","bark":"b","breed":"c","more":{"a":1.50}}"#]);
    keeps::<arrays::models::Holder>(&[
        r#"{"tags":[]}"#,
        r#"{"tags":["a"],"matrix":[[1.5,2],[]],"points":[{"x":1,"y":2}]}"#,
    ]);
    keeps::<maps::models::Labels>(&[
        r#"{"by_name":{"b":"1","a":"2"},"nested":{"x":{"y":1}},"free":{"z":[1,{}]}}"#,
    ]);
    keeps::<enum_open::models::Status>(&[r#""sold""#, r#""new""#, r#""""#]);
    keeps::<recursion::models::Node>(&[
        r#"{"value":"a","next":{"children":[]},"children":[{"children":[]}],"by_name":{}}"#,
    ]);
    keeps::<scalars::models::Scalars>(&[
        r#"{"uint64":18446744073709551615,"float":0.1,"bytes":"AP8=","date":"2020-02-30"}"#,
    ]);
}

#[test]
fn absent_null_and_value() {
    keeps::<nullable_3_0::models::States>(&[
        r#"{"required_value":"","required_null":null}"#,
        r#"{"required_value":"","required_null":"a","optional_value":"b","optional_null":null,"list_of_null":[null,1]}"#,
        r#"{"required_value":"","required_null":"a","optional_null":"c","list_of_null":[]}"#,
    ]);
    keeps::<nullable_3_1::models::States>(&[
        r#"{"required_null":null}"#,
        r#"{"required_null":"a","optional_null":null,"by_reference":null,"any_of_null":null}"#,
        r#"{"required_null":"a","optional_null":1,"by_reference":"b","any_of_null":{"name":"c"}}"#,
    ]);
    keeps::<all_of::models::Kennel>(&["{}", r#"{"guard":null}"#]);
    refuses::<nullable_3_1::models::States>(&["{}"]);
}

#[test]
fn what_does_not_fit_is_refused() {
    refuses::<required_and_optional::models::Pet>(&[
        "{}",
        r#"{"id":1}"#,
        r#"{"id":null,"name":"a"}"#,
        r#"{"id":9223372036854775808,"name":"a"}"#,
        r#"{"id":1.5,"name":"a"}"#,
        r#"{"id":"1","name":"a"}"#,
        r#"{"id":1,"name":"a"} x"#,
        r#"{"id":1,"name":"a""#,
    ]);
    refuses::<scalars::models::Scalars>(&[r#"{"int32":2147483648}"#, r#"{"uint32":-1}"#]);
    refuses::<all_of::models::Dog>(&[r#"{"name":"a"}"#, r#"{"bark":"a"}"#]);
}

#[test]
fn properties_without_a_name_in_the_description() {
    keeps::<additional_typed::models::Typed>(&[
        r#"{"name":"a","additional_properties":"b","x":[1],"y":[]}"#,
    ]);
    refuses::<additional_typed::models::Typed>(&[r#"{"name":"a","x":1}"#]);
    let closed: additional_forbidden::models::Closed = from_json(r#"{"name":"a","x":1}"#);
    assert_eq!(to_json(&closed), r#"{"name":"a"}"#);
}

#[test]
fn enums_of_numbers_keep_what_they_do_not_list() {
    use enum_values::models::{Big, Bigger, Everything, Mixed, Named, Priority, Ratio};
    keeps::<Everything>(&[
        r##"{"priority":1,"named":-20,"big":18446744073709551615,"bigger":100000000000000000000000,"ratio":0.5,"flag":true,"mixed":"auto","colour":"#f00","quoted":2,"days":[1,7],"nothing":null}"##,
        r#"{"priority":-3000000000,"named":0,"big":7,"bigger":1.10,"ratio":1e400,"flag":false,"mixed":{"a":[null]},"colour":"","quoted":9,"days":[0],"nothing":2}"#,
        r#"{"priority":5,"mixed":null,"nothing":1}"#,
    ]);
    refuses::<Priority>(&["1.5", "\"1\"", "null", "9223372036854775808"]);
    refuses::<Big>(&["-1"]);
    refuses::<Ratio>(&["\"0.5\""]);
    assert_eq!(from_json::<Priority>("2.0"), Priority::High);
    assert_eq!(from_json::<Ratio>("5e-1"), Ratio::Value0Point5);
    assert_eq!(
        from_json::<Bigger>("1e23").to_string(),
        "100000000000000000000000"
    );
    assert_eq!(from_json::<Mixed>("1.0"), Mixed::Number1);
    assert_eq!(from_json::<Mixed>("\"1\""), Mixed::Text1);
    for (json, text) in [
        ("\"auto\"", "auto"),
        ("2.5", "2.5"),
        ("true", "true"),
        ("null", "null"),
        ("\"else\"", "else"),
    ] {
        assert_eq!(from_json::<Mixed>(json).to_string(), text);
    }
    assert_eq!("-20".parse(), Ok(Named::MinusTwenty));
    assert_eq!("11".parse(), Ok(Named::Unknown(11)));
    assert_eq!(Named::Unknown(10), Named::Ten);
    assert_eq!(Ratio::from(Ratio::Value1.to_number()), Ratio::Value1);
}

#[test]
fn constants_are_set_and_others_are_kept() {
    use constants::models::{Charge, Closed, Deleted, Ping};
    assert_eq!(
        to_json(&Charge::new(5)),
        r#"{"object":"charge","amount":5,"version":2,"live":true}"#
    );
    assert_eq!(to_json(&Ping::default()), r#"{"type":"ping"}"#);
    assert_eq!(to_json(&Closed::default()), r#"{"open":false}"#);
    assert_eq!(
        to_json(&Deleted::new(None)),
        r#"{"type":"deleted","reason":null}"#
    );
    keeps::<Charge>(&[r#"{"object":"refund","amount":5,"version":3,"live":false,"kind":"x"}"#]);
    refuses::<Ping>(&["{}", r#"{"type":1}"#]);
}

#[test]
fn tuples_of_every_length() {
    keeps::<tuples::models::Point>(&["[1.5,2]"]);
    refuses::<tuples::models::Point>(&["[1]", "[]", "{}", r#"["a",1]"#]);
    keeps::<tuples::models::Row>(&[
        r#"["a"]"#,
        r#"["a",null]"#,
        r#"["a",1,{"unit":"m"},[1,2],{"more":[null]},2]"#,
    ]);
    keeps::<tuples::models::Loose>(&["[]", "[true]", r#"[true,{"a":null}]"#, "[true,null,1,2]"]);
    keeps::<tuples::models::Tree>(&[r#"["a",["b",["c"]]]"#]);
    keeps::<tuples::models::Shape>(&[r#"{"from":[1,2],"range":[1,2],"path":[[3,4]],"loose":[]}"#]);
    // What the description does not allow behind the items is passed over, as unknown names are.
    let closed = from_json::<tuples::models::Closed>(r#"["a","b","c"]"#);
    assert_eq!(to_json(&closed), r#"["a","b"]"#);
}

#[test]
fn properties_by_pattern_lose_nothing() {
    keeps::<pattern_properties::models::Closed>(&["{}", r#"{"a":1}"#]);
    keeps::<pattern_properties::models::Open>(&[
        r#"{"x-a":{"id":1},"x-b":{"id":2,"more":[]},"other":{"id":3},"x-odd":5}"#,
    ]);
    keeps::<pattern_properties::models::Typed>(&[r#"{"1":{"count":2},"name":"a"}"#]);
    refuses::<pattern_properties::models::Typed>(&[r#"{"name":true}"#]);
    keeps::<pattern_properties::models::Service>(&[
        r#"{"name":"a","patternProperties":true,"x-a":"b","x-null":null,"else":[1.50]}"#,
        r#"{"name":"a","open":{"x-a":{"id":1}},"headers":{"ha":"b","c":1}}"#,
    ]);
    keeps::<pattern_properties::models::Several>(&[r#"{"S_a":"b","I_c":1,"d":null}"#]);
    let sealed = r#"{"name":"a","x-b":1,"c":2}"#;
    let sealed = from_json::<pattern_properties::models::Sealed>(sealed);
    assert_eq!(to_json(&sealed), r#"{"name":"a","x-b":1}"#);
}

/// What a property may be, and what becomes of each state.
#[test]
fn every_combination_of_presence() {
    const OTHERS: [&str; 6] = [
        "required",
        "requiredDefault",
        "requiredNullDefault",
        "requiredNullable",
        "requiredNullableDefault",
        "requiredNullableNullDefault",
    ];
    let text = |name: &str, value: Option<&str>| {
        let others = OTHERS.iter().filter(|other| **other != name);
        let mut parts: Vec<String> = others.map(|other| format!(r#""{other}":7"#)).collect();
        let own = value.map(|value| format!(r#""{name}":{value}"#));
        let place = OTHERS.iter().position(|other| *other == name);
        if let Some(own) = own {
            parts.insert(place.unwrap_or(parts.len()), own);
        }
        format!("{{{}}}", parts.join(","))
    };
    for kind in ["", "Default", "NullDefault"] {
        for (name, states) in [
            // Absence is an error where a property is required, null where none may be.
            (format!("required{kind}"), [false, false, true]),
            (format!("requiredNullable{kind}"), [false, true, true]),
            // Nulls that may not be are kept all the same.
            (format!("optional{kind}"), [true, true, true]),
            (format!("optionalNullable{kind}"), [true, true, true]),
        ] {
            for (value, is_kept) in [None, Some("null"), Some("1")].into_iter().zip(states) {
                let text = text(&name, value);
                if is_kept {
                    keeps::<presence::models::Combinations>(&[&text]);
                } else {
                    refuses::<presence::models::Combinations>(&[&text]);
                }
            }
        }
    }
    let strict = from_json::<presence::models::Strict>(r#"{"name":null}"#);
    assert_eq!(strict, presence::models::Strict::default());
}

#[test]
fn formats_lose_nothing() {
    use formats::models::Account;
    keeps::<Account>(&[
        r#"{"password":"a","int8":-128,"int16":32767,"int32":-2147483648,"int64":9223372036854775807,"uint8":255,"uint16":65535,"uint32":4294967295,"uint64":18446744073709551615,"plain":-1,"decimal":0.10000000000000000000000000001,"date":"2020-02-30","date-time":"2024-02-29T23:59:60.1234567+00:00","time":"","duration":"x","uuid":"{}","uri":"http://a","ipv4":"1","byte":"AP8=","base64":"","octets":[0,255],"mine":"a"}"#,
    ]);
    for (name, value) in [
        ("int8", "128"),
        ("int16", "-32769"),
        ("int32", "2147483648"),
        ("int64", "9223372036854775808"),
        ("uint8", "-1"),
        ("uint16", "65536"),
        ("uint32", "1.5"),
        ("uint64", "1e20"),
        ("plain", "1e400"),
        ("octets", "[256]"),
    ] {
        let text = format!(r#"{{"password":"a","{name}":{value}}}"#);
        refuses_at::<Account>(&text, name);
    }
    let account = Account::new("hunter2");
    assert!(!format!("{account:?}").contains("hunter2"));
    assert_eq!(to_json(&account), r#"{"password":"hunter2"}"#);
}

#[test]
fn chosen_formats_come_back() {
    use formats_chosen::models::Event;
    let required = r#""at":"2024-02-29T23:59:59.1234567+02:00","until":null"#;
    let id = r#""id":"67e55044-10b1-426f-9247-bb680e5fe0c8""#;
    keeps::<Event>(&[&format!(
        r#"{{{required},"day":"2024-02-29","hour":"01:02:03.5","lasts":"P1DT2H",{id},"link":"https://a.example/b","hosts":["127.0.0.1"],"address":"::1","price":1.10,"ratio":0.12345678901234567890,"share":0.1234567891,"count":65535,"big":123456789012345678901234567890,"pin":"1234","mine":"a","by_day":{{"x":"2024-01-01"}}}}"#
    )]);
    for (name, value) in [
        ("day", r#""2023-02-29""#),
        ("hour", r#""25:00:00""#),
        ("lasts", r#""1 day""#),
        ("link", r#""b""#),
        ("hosts", r#"["127.0.0.1","x"]"#),
        ("address", r#""""#),
        ("price", "1e40"),
        ("count", "65536"),
        ("by_day", r#"{"x":"y"}"#),
    ] {
        let text = format!(r#"{{{required},{id},"{name}":{value}}}"#);
        refuses_at::<Event>(&text, name);
    }
}

/// Refuses, and names the property at fault.
fn refuses_at<T: Model + std::fmt::Debug>(text: &str, name: &str) {
    let error = read_json::<T>(text).expect_err(name);
    assert!(error.contains(&format!("at `{name}")), "{text}: {error}");
}

#[test]
fn renamed_properties_travel_under_their_own_names() {
    keeps::<renames::models::Animal>(&[
        r#"{"petType":"a","kind":"b","status":"sold","home":{"street":"c"}}"#,
    ]);
}

#[test]
fn what_extends_a_schema_comes_as_itself() {
    use inheritance::models::{Fish, GoblinShark, Salmon, Shark};
    keeps::<Fish>(&[
        r#"{"kind":"salmon","age":1,"friends":[{"kind":"salmon","age":2}],"new":1.50}"#,
        r#"{"kind":"Shark","age":1,"sharktype":"goblin","horns":2}"#,
        r#"{"kind":"Shark","age":1,"sharktype":"whale","teeth":0}"#,
        r#"{"kind":"eel","age":1,"length":[2]}"#,
        r#"{"age":1}"#,
    ]);
    let salmon: Fish = from_json(r#"{"kind":"salmon","age":1}"#);
    assert!(matches!(salmon, Fish::Salmon(_)));
    let whale: Fish = from_json(r#"{"kind":"Shark","age":1,"sharktype":"whale"}"#);
    assert!(matches!(whale, Fish::Shark(Shark::Base(_))));
    let eel: Fish = from_json(r#"{"kind":"eel","age":1}"#);
    assert!(matches!(eel, Fish::Base(_)));
    let nameless: Fish = from_json(r#"{"age":1}"#);
    assert!(matches!(nameless, Fish::Unknown(_)));
    // Constructors say what a value is.
    let goblin = Shark::from(GoblinShark::new(3));
    let made = [Fish::from(Salmon::new(1)), Fish::from(goblin)];
    assert_eq!(to_json(&made[0]), r#"{"kind":"salmon","age":1}"#);
    assert_eq!(
        to_json(&made[1]),
        r#"{"kind":"Shark","age":3,"sharktype":"goblin"}"#
    );
}

#[test]
fn types_of_the_users() {
    use engross_goldens::{Address, Instant, Money, own_types};
    keeps::<own_types::models::Order>(&[
        r#"{"price":{"cents":1},"tip":{"cents":2},"parts":[{"cents":3}],"cost":{"cents":4},"address":7,"at":"now"}"#,
    ]);
    let order: own_types::models::Order = from_json(r#"{"price":{},"address":[],"due":"later"}"#);
    let _: (Money, Option<Address>) = (order.price, order.address);
    assert_eq!(order.due, Some(Instant("later".to_owned())));
}
