//! Clients that check: what is refused before it is sent, what is refused when it comes, and models on
//! their own.

use engross_goldens::validate::models::{Pet, PetStatus};
use engross_goldens::validate::operations::PutPetBody;
use engross_goldens::validate::{Client, Validate};
use engross_runtime::codec::{DecodeError, DecodeReason};
use engross_runtime::transport::memory::Memory;
use engross_runtime::validate::Violations;
use engross_runtime::{Error, ErrorKind, Response};

use crate::support::client;

const JSON: &str = "application/json";

fn pet() -> Pet {
    let mut pet = Pet::new("Rex");
    pet.secret = Some("s".to_owned());
    pet
}

fn put(client: &Client, pet: Pet) -> Result<Response<Pet>, Error> {
    client.put_pet("123").body(pet).send_blocking()
}

#[test]
fn bodies_are_checked_before_they_are_sent() {
    let shown = |change: fn(&mut Pet)| {
        let server = Memory::new();
        let client = client!(validate, server.clone());
        let mut pet = pet();
        change(&mut pet);
        for error in [
            put(&client, pet.clone()),
            client
                .put_pet("123")
                .body(PutPetBody::Xml(pet))
                .send_blocking(),
        ]
        .map(|sent| sent.expect_err("not as described"))
        {
            assert_eq!(error.kind(), ErrorKind::InvalidBody, "{error}");
            let source = std::error::Error::source(&error).expect("the violations");
            assert!(source.is::<Violations>());
            assert!(server.requests().is_empty());
            let shown = error.to_string();
            let (_, demand) = shown.split_once("demands: ").expect("the violations");
            if !shown.contains("maxProperties") {
                return demand.to_owned();
            }
        }
        String::new()
    };
    for (change, expect) in [
        (
            (|pet| pet.name = String::new()) as fn(&mut Pet),
            "`minLength` demands at least 1 characters at `name`",
        ),
        (
            |pet| pet.name = "\u{1F600}".repeat(11),
            "`maxLength` demands at most 10 characters at `name`",
        ),
        (
            |pet| pet.secret = None,
            "`minProperties` demands at least 2 properties; \
             `required` demands the property `secret`",
        ),
        (
            |pet| {
                pet.price = Some(0.015);
                pet.status = Some(PetStatus::Sold);
            },
            "`multipleOf` demands a multiple of 0.01 at `price`",
        ),
        (
            |pet| pet.price = Some(1.5),
            "`dependentRequired` demands the property `status`",
        ),
        (
            |pet| pet.status = Some(PetStatus::from("lost")),
            "`enum` demands one of the listed values at `status`",
        ),
        (
            |pet| pet.parent = Some(Some(Box::new(Pet::new("")))),
            "`anyOf` demands one of the alternatives at `parent`",
        ),
    ] {
        assert_eq!(shown(change), expect);
    }
}

#[test]
fn parameters_are_checked_before_they_are_sent() {
    let server = Memory::new();
    let client = client!(validate, server.clone());
    for (id, limit, expect) in [
        (
            "12",
            5,
            "`id` cannot be sent: `pattern` demands a match of `^[0-9]{3}$`",
        ),
        (
            "123",
            7,
            "`limit` cannot be sent: `multipleOf` demands a multiple of 5",
        ),
        (
            "123",
            105,
            "`limit` cannot be sent: `maximum` demands at most 100",
        ),
    ] {
        let error = client.list_pets(id).limit(limit).send_blocking();
        let error = error.expect_err("not as described");
        assert_eq!(error.kind(), ErrorKind::InvalidParameter);
        assert!(error.to_string().contains(expect), "{error}");
    }
    assert!(server.requests().is_empty());
}

#[test]
fn answers_are_checked_as_they_came() {
    for (status, body, expect) in [
        (200, r#"{"id":1,"name":"Rex"}"#, None),
        (200, r#"{"id":1.0,"name":"Rex","x-a":7}"#, None),
        // What the model passes over is seen, too.
        (
            200,
            r#"{"id":1,"name":"Rex","more":1}"#,
            Some("`additionalProperties` demands no property `more`"),
        ),
        (
            200,
            r#"{"name":"Rex","x-a":1}"#,
            Some("`required` demands the property `id`"),
        ),
        (
            200,
            r#"{"id":1,"name":"Rex","x-a":true}"#,
            Some("`type` demands integer or string at `x-a`"),
        ),
        (
            200,
            r#"{"id":1,"name":"Rex","tags":["old"],"status":"sold"}"#,
            Some("`contains` demands at least 1 items that fit at `tags`"),
        ),
    ] {
        let client = client!(validate, Memory::new().reply(status, JSON, body));
        match (put(&client, pet()), expect) {
            (Ok(_), None) => {}
            (Err(error), Some(expect)) => {
                assert_eq!(error.kind(), ErrorKind::Decode);
                assert!(error.to_string().contains(expect), "{error}");
                let source = std::error::Error::source(&error).expect("the decoding");
                let source = source.downcast_ref::<DecodeError>().expect("the decoding");
                assert!(matches!(source.reason(), DecodeReason::Violation { .. }));
            }
            (found, _) => panic!("{body}: {found:?}"),
        }
    }
}

#[test]
fn items_are_checked_one_by_one() {
    let lines =
        "{\"id\":1,\"name\":\"Rex\"}\n{\"id\":2,\"name\":\"\"}\n{\"id\":3,\"name\":\"Bo\"}\n";
    let client = client!(
        validate,
        Memory::new().reply(200, "application/x-ndjson", lines)
    );
    let items = client
        .list_pets("123")
        .send_items_blocking()
        .expect("items");
    let read: Vec<bool> = items.into_inner().map(|item| item.is_ok()).collect();
    assert_eq!(read, [true, false, true]);
    let body = r#"[{"id":1,"name":"Rex"},{"name":"Rex","id":1.0}]"#;
    let client = client!(validate, Memory::new().reply(200, JSON, body));
    let error = client
        .list_pets("123")
        .send_blocking()
        .expect_err("twice the same");
    assert!(error.to_string().contains("`uniqueItems`"), "{error}");
}

#[test]
fn models_are_checked_whichever_way_they_go() {
    // Neither what only answers have nor what only requests have is demanded.
    let mut model = Pet::new("Rex");
    model.status = Some(PetStatus::Sold);
    assert_eq!(model.validate(), Ok(()));
    model.name = "A long name".to_owned();
    model.price = Some(-1.0);
    let violations = model.validate().expect_err("not as described");
    let found: Vec<_> = violations
        .iter()
        .map(|violation| (violation.path(), violation.keyword()))
        .collect();
    assert_eq!(
        found,
        [("name", "maxLength"), ("price", "exclusiveMinimum")]
    );
    assert!(!violations.is_cut_short());
    assert!(PetStatus::from("lost").validate().is_err());
}

#[test]
fn failures_are_checked() {
    let client = client!(validate, Memory::new().reply(500, JSON, r#"{"code":5}"#));
    let error = put(&client, pet()).expect_err("no success");
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
    let typed = error.typed::<engross_goldens::validate::operations::PutPetError>();
    assert!(typed.is_none(), "the code is below its minimum");
}
