//! Descriptions made to make a review slow or deep: it stays bounded.

use std::fmt::Write;

use super::super::Verdict;
use super::super::uses::MAX_OPERATIONS;
use super::{api, lines, review};

/// A circle of types, each of which refers to the next by `a`; one of them ends in a leaf.
fn circle(prefix: &str, length: usize, leaf: &str) -> String {
    let mut text =
        "paths: {/t: {put: {requestBody: {content: {application/json: {schema: ".to_owned();
    let _ = write!(text, "{{$ref: '#/components/schemas/{prefix}0'}}}}}}}}, ");
    text.push_str("responses: {'204': {description: ''}}}}}\ncomponents:\n  schemas:\n");
    for index in 0..length {
        let next = (index + 1) % length;
        let leaf = if index == length - 1 { leaf } else { "string" };
        let _ = writeln!(
            text,
            "    {prefix}{index}: {{properties: {{a: {{$ref: '#/components/schemas/{prefix}{next}'}}, b: {{type: {leaf}}}}}}}"
        );
    }
    text
}

#[test]
fn circles_of_other_names_are_weighed_once() {
    for (old, new, leaf, expect) in [
        (7, 11, "string", Verdict::Compatible),
        (7, 11, "integer", Verdict::Breaking),
        // The pairs of these would be more than the bound: what is not weighed is breaking.
        (997, 1009, "string", Verdict::Breaking),
    ] {
        let (old, new) = (
            api(&circle("A", old, "string")),
            api(&circle("B", new, leaf)),
        );
        let reviewed = review(&old, &new);
        assert_eq!(reviewed.changes[0].id(), "request-type-changed");
        assert_eq!(reviewed.wire(), expect, "{leaf}");
    }
}

#[test]
fn only_the_first_of_very_many_operations_are_listed() {
    let description = |kind: &str| {
        let mut text = "paths:\n".to_owned();
        for index in 0..200 {
            let _ = writeln!(
                text,
                "  /t{index}: {{put: {{requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/T'}}}}}}}}, responses: {{'204': {{description: ''}}}}}}}}"
            );
        }
        let _ = writeln!(
            text,
            "components: {{schemas: {{T: {{properties: {{a: {{type: {kind}}}}}}}}}}}"
        );
        api(&text)
    };
    let reviewed = review(&description("string"), &description("boolean"));
    assert_eq!(
        lines(&reviewed),
        ["breaking, major: T.a [request-type-changed]"]
    );
    let affected = &reviewed.changes[0].affected;
    assert_eq!(affected.operations.len(), MAX_OPERATIONS);
    assert!(affected.more);
}
