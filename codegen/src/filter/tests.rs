//! Filters: what is kept, and that it is whole and no more than needed.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::filter;
use crate::api::{Api, Identity, Operation, Outcome, Type, TypeId, dump};
use crate::config::{Config, Selection};
use crate::diagnostic::Diagnostics;
use crate::lower::testing::{lower_files, lower_overlaid, lower_text};

const PETS: &str = "
tags: [{name: pet}, {name: user}, {name: admin}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: K}, other: {type: http, scheme: basic}}
  schemas:
    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/User'}, status: {enum: [a]}}}
    User: {type: object, properties: {friends: {type: array, items: {$ref: '#/components/schemas/User'}}}}
    Error: {type: object, properties: {text: {type: string}}}
    Unused: {type: object, not: {}, properties: {a: {type: string}}}
    Names: {type: object, additionalProperties: {$ref: '#/components/schemas/Error'}}
paths:
  /pets:
    get: {operationId: listPets, tags: [pet], security: [{key: []}], responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
    post: {operationId: addPet, tags: [pet, admin], responses: {'204': {description: d, headers: {X-A: {schema: {$ref: '#/components/schemas/Error'}}}}}}
  /pets/{id}:
    get: {operationId: getPet, tags: [pet], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}
  /users:
    get: {operationId: listUsers, tags: [user], security: [{other: []}], responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}
    put: {operationId: putUsers, tags: [user], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Names'}}}}, responses: {'204': {description: d}}}
";

fn pets() -> Api {
    lower_text(PETS).api.unwrap()
}

/// Reads `tags a b; paths /x` into a selection.
fn selection(text: &str) -> Selection {
    let mut selection = Selection::default();
    for line in text.split("; ").filter(|line| !line.is_empty()) {
        let mut words = line.split(' ').map(str::to_owned);
        let list = match words.next().unwrap().as_str() {
            "tags" => &mut selection.tags,
            "operations" => &mut selection.operations,
            "paths" => &mut selection.paths,
            _ => &mut selection.methods,
        };
        list.extend(words);
    }
    selection
}

fn filtered(include: &str, exclude: &str) -> (Api, Diagnostics) {
    let (mut api, mut diagnostics) = (pets(), Diagnostics::default());
    let config = Config {
        include: selection(include),
        exclude: selection(exclude),
        ..Config::default()
    };
    filter(&mut api, &config, &mut diagnostics);
    (api, diagnostics)
}

fn ids(api: &Api) -> String {
    let ids: Vec<_> = api.operations.iter().map(|each| each.id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn each_line_makes_it_smaller() {
    let all = "listPets addPet getPet listUsers putUsers";
    for (include, exclude, expect) in [
        ("", "", all),
        ("tags pet", "", "listPets addPet getPet"),
        ("tags user admin", "", "addPet listUsers putUsers"),
        ("operations getPet listUsers", "", "getPet listUsers"),
        ("paths /pets", "", "listPets addPet"),
        ("paths /pets*", "", "listPets addPet getPet"),
        ("methods get", "", "listPets getPet listUsers"),
        ("tags pet; methods GET", "", "listPets getPet"),
        ("tags pet", "methods post; operations getPet", "listPets"),
        ("", "tags admin; paths /users", "listPets getPet"),
    ] {
        let (api, diagnostics) = filtered(include, exclude);
        assert_eq!(api.filtered + api.operations.len(), 5);
        assert_eq!(
            (ids(&api).as_str(), diagnostics.has_errors()),
            (expect, false),
            "{include}"
        );
    }
}

#[test]
fn only_what_is_needed_is_kept() {
    let (api, _) = filtered("operations listPets", "");
    assert_eq!(components(api.types()), "Pet User");
    let schemes: Vec<_> = api
        .security_schemes
        .iter()
        .map(|each| each.name.as_str())
        .collect();
    assert_eq!(schemes, ["key"]);
    let tags: Vec<_> = api.tags.iter().map(|each| each.name.as_str()).collect();
    assert_eq!(tags, ["pet"]);
}

#[test]
fn what_was_lost_elsewhere_is_not_accounted_for() {
    let unused = |api: &Api| {
        let entries = api.account.iter();
        entries
            .filter(|entry| entry.origin.pointer.to_string().contains("Unused"))
            .count()
    };
    assert!(unused(&pets()) > 0);
    assert_eq!(unused(&filtered("operations listPets", "").0), 0);
}

#[test]
fn what_matches_nothing_is_an_error() {
    for (include, exclude) in [
        ("tags pets", ""),
        ("operations listpets", ""),
        ("paths /pet", ""),
        ("methods delete", ""),
        ("", "tags x"),
        ("tags pet", "tags pet"),
        ("paths /users; tags pet", ""),
        ("", "methods get post put"),
    ] {
        assert!(
            filtered(include, exclude).1.has_errors(),
            "{include}, {exclude}"
        );
    }
}

const EVENTS: &str = "
tags: [{name: all, x-a: 1}, {name: pet, parent: all}, {name: far, parent: all, x-b: 1}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: K}, hook: {type: http, scheme: basic}, none: {type: http, scheme: basic}}
  callbacks:
    Unwanted: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Unwanted'}}}}, responses: {'204': {description: d}}}}}
  schemas:
    Hook: {type: object}
    Call: {type: object}
    Later: {type: object}
    PartHeader: {type: object}
    Row: {type: object}
    Multi: {type: object}
    Query: {type: object}
    Base: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Sub: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, x-c: 1}]}
    Either: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}], properties: {b: {$ref: '#/components/schemas/Beside'}}}
    One: {type: array, prefixItems: [{$ref: '#/components/schemas/First'}], items: {$ref: '#/components/schemas/Rest'}}
    Two: {type: object, patternProperties: {^a: {$ref: '#/components/schemas/Like'}}, propertyNames: {$ref: '#/components/schemas/Name'}}
    First: {type: object}
    Rest: {type: object}
    Like: {type: object}
    Name: {type: string, enum: [a]}
    Beside: {type: object}
    Held: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Inner'}}
    Inner: {type: object}
    Unwanted: {type: object, properties: {a: {type: string, x-d: 1}}}
webhooks:
  hook: {post: {operationId: hooked, security: [{hook: []}], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Hook'}}}}, responses: {'204': {description: d}}}}
paths:
  /events:
    post:
      operationId: subscribe
      tags: [pet]
      security: [{key: []}]
      requestBody:
        content:
          application/json: {schema: {type: string}}
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Multi'}
            encoding: {a: {headers: {X-A: {schema: {$ref: '#/components/schemas/PartHeader'}}}}}
      responses:
        '200':
          description: d
          content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Row'}}}
          links: {again: {operationId: subscribe}, other: {operationId: unwanted}}
      callbacks:
        on: {'{$url}': {post: {operationId: called, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}, responses: {'204': {description: d}}, callbacks: {more: {'{$url}': {post: {operationId: later, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Later'}}}}, responses: {'204': {description: d}}}}}}}}}
  /search:
    get: {operationId: search, tags: [pet], security: [{nobody: []}], parameters: [{name: q, in: querystring, content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}], responses: {'204': {description: d}}}
  /unwanted:
    x-e: 1
    get: {operationId: unwanted, tags: [far], callbacks: {on: {$ref: '#/components/callbacks/Unwanted'}}, responses: {'204': {description: d}}}
    delete: {operationId: skipped, tags: [far], security: [{nobody: []}], parameters: [{name: q, in: querystring, content: {application/json: {schema: {$ref: '#/components/schemas/Unwanted'}}}}], responses: {'204': {description: d}}}
  /types:
    get: {operationId: base, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Base'}}}}}}
    put: {operationId: either, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Either'}}}}}}
    post: {operationId: held, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Held'}}}}}}
";

/// Filters the description with events.
fn events(include: &str) -> Api {
    let lowered = lower_files(
        &[(
            "api.yaml",
            &format!("openapi: 3.2.0\ninfo: {{title: T, version: '1'}}\n{EVENTS}"),
        )],
        &Config::default(),
    );
    assert!(!lowered.diagnostics.has_errors(), "{}", lowered.said());
    let (mut api, mut diagnostics) = (lowered.api.unwrap(), Diagnostics::default());
    let config = Config {
        include: selection(include),
        ..Config::default()
    };
    filter(&mut api, &config, &mut diagnostics);
    assert!(!diagnostics.has_errors());
    api
}

/// Returns the names of components in these types.
fn components<'t>(types: impl Iterator<Item = (TypeId, &'t Type)>) -> String {
    let names = types.filter_map(|(_, ty)| match &ty.identity {
        Identity::Component(name) => Some(name.as_str()),
        Identity::Inline { .. } => None,
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn all_that_is_kept_is_whole() {
    for (include, generated, all) in [
        (
            "subscribe",
            "Hook Call Later PartHeader Row Multi",
            "Hook Call Later PartHeader Row Multi",
        ),
        ("search", "Hook", "Hook Query"),
        ("base", "Hook Base Sub", "Hook Base Sub"),
        (
            "either",
            "Hook Either One First Rest Like Name Beside",
            "Hook Either One First Rest Like Name Beside",
        ),
        ("held", "Hook Held Inner", "Hook Held Inner"),
    ] {
        let api = events(&format!("operations {include}"));
        assert_eq!(components(api.types()), generated, "{include}");
        assert_eq!(components(api.all_types()), all, "{include}");
        // Ids that dangle would panic here, or lead elsewhere.
        assert!(dump(&api).contains("application/json: Hook\n"), "{include}");
    }
}

#[test]
fn what_belongs_to_what_is_kept() {
    let api = events("operations subscribe search");
    let names = |operations: &[Operation]| -> Vec<String> {
        operations.iter().map(|each| each.id.clone()).collect()
    };
    assert_eq!(names(&api.operations), ["subscribe"]);
    assert_eq!(names(&api.skipped), ["search"]);
    assert_eq!(api.filtered, 5);
    let of_callbacks = api.callbacks.iter().flat_map(|it| &it.items);
    let called: Vec<_> = of_callbacks.flat_map(|it| names(&it.operations)).collect();
    assert_eq!(called, ["called", "later"]);
    let inner = &api.callbacks[0].items[0].operations[0].callbacks;
    assert_eq!(api[inner[0].1].items[0].operations[0].id, "later");
    let links = &api.operations[0].responses[0].links;
    let links: Vec<_> = links.iter().map(|link| link.name.as_str()).collect();
    assert_eq!(links, ["again"]);
    let tags: Vec<_> = api.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(tags, ["all", "pet"]);
    let schemes = api.security_schemes.iter().map(|each| each.name.as_str());
    assert_eq!(schemes.collect::<Vec<_>>(), ["key", "hook"]);
    let extensions = api.extensions.iter().map(|each| each.name.as_str());
    assert_eq!(extensions.collect::<Vec<_>>(), ["x-a"]);
    let skipped = api
        .account
        .iter()
        .filter(|it| it.outcome == Outcome::Skipped);
    let skipped: Vec<_> = skipped.map(|it| it.origin.pointer.to_string()).collect();
    assert_eq!(skipped, ["#/paths/~1search/get"]);
    assert!(!api.account.iter().any(|entry| {
        let pointer = entry.origin.pointer.to_string();
        pointer.contains("nwanted")
    }));
}

#[test]
fn what_is_skipped_can_be_named_and_stays_skipped() {
    let api = events("operations skipped");
    assert_eq!(
        (api.operations.len(), api.skipped.len(), api.filtered),
        (0, 1, 6)
    );
    assert_eq!(components(api.types()), "Hook");
    assert_eq!(components(api.all_types()), "Hook Unwanted");
}

#[test]
fn what_an_overlay_has_added_goes_with_what_it_was_added_to() {
    let lowered = lower_overlaid(
        "
paths:
  /a: {get: {operationId: a, responses: {'204': {description: d}}}}
  /b: {get: {operationId: b, responses: {'204': {description: d}}}}
",
        "{target: '$.paths.*.get', update: {x-mine: 1}}",
    );
    let mut api = lowered.api.unwrap();
    assert_eq!((api.extensions.len(), api.account.len()), (2, 2));
    let config = Config {
        include: selection("operations b"),
        ..Config::default()
    };
    filter(&mut api, &config, &mut Diagnostics::default());
    let extensions = api.extensions.iter().map(|each| &each.origin);
    let entries = api.account.iter().map(|each| &each.origin);
    let pointers = extensions.chain(entries).map(|it| it.pointer.to_string());
    assert_eq!(pointers.collect::<Vec<_>>(), ["#/paths/~1b/get/x-mine"; 2]);
}

/// Everything that operations lead to, with the owners of names.
fn reachable(api: &mut Api) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<TypeId> = Vec::new();
    for operation in &mut api.operations {
        open.extend(operation.refs_mut().iter().map(|inner| **inner));
    }
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(api[id].refs_mut().iter().map(|inner| **inner));
            open.extend(api[id].owner_mut().map(|owner| *owner));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_whole_and_minimal(kept in prop::collection::btree_set(0..5_usize, 1..5)) {
        let all = pets();
        let names: Vec<_> = kept.iter().map(|at| all.operations[*at].id.clone()).collect();
        let (mut api, diagnostics) = filtered(&format!("operations {}", names.join(" ")), "");
        prop_assert!(!diagnostics.has_errors());
        prop_assert_eq!(ids(&api), names.join(" "));
        // An id that dangles would panic here.
        let reachable = reachable(&mut api);
        let there: BTreeSet<TypeId> = api.types().map(|(id, _)| id).collect();
        prop_assert_eq!(&reachable, &there);
        // What is kept is what it was.
        for operation in &api.operations {
            let before = all.operations.iter().find(|each| each.id == operation.id).unwrap();
            let pointers = |api: &Api, operation: &Operation| -> Vec<String> {
                let mut operation = operation.clone();
                let refs = operation.refs_mut();
                refs.iter().map(|inner| api[**inner].origin.pointer.to_string()).collect()
            };
            prop_assert_eq!(pointers(&api, operation), pointers(&all, before));
        }
    }
}
