//! Filters: what is kept, and that it is whole and no more than needed.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::filter;
use crate::api::{Api, TypeId};
use crate::config::{Config, Selection};
use crate::diagnostic::Diagnostics;
use crate::lower::testing::lower_text;

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
    let names = api.types().filter_map(|(_, ty)| match &ty.identity {
        crate::api::Identity::Component(name) => Some(name.as_str()),
        crate::api::Identity::Inline { .. } => None,
    });
    assert_eq!(names.collect::<Vec<_>>(), ["Pet", "User"]);
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

/// Everything that operations lead to, with the owners of names.
fn reachable(api: &mut Api) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<TypeId> = Vec::new();
    for operation in &mut api.operations {
        open.extend(operation.refs_mut().iter().map(|inner| inner.id));
    }
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(api[id].refs_mut().iter().map(|inner| inner.id));
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
            let pointers = |api: &Api, operation: &crate::api::Operation| -> Vec<String> {
                let mut operation = operation.clone();
                let refs = operation.refs_mut();
                refs.iter().map(|inner| api[inner.id].origin.pointer.to_string()).collect()
            };
            prop_assert_eq!(pointers(&api, operation), pointers(&all, before));
        }
    }
}
