//! An operation that cannot be generated is skipped whole: nothing of it is left in the output, and
//! what stops it is in the account.

use super::run::Runner;

/// Two operations; of the second one comes everything that is called `Ghost`.
const DESCRIPTION: &str = r#"
openapi: 3.2.0
info: {title: Haunted, version: "1"}
tags: [{name: shelves, description: Where they stand.}, {name: ghosts, description: Ghost stories.}]
paths:
  /shelves:
    get:
      operationId: getShelves
      tags: [shelves]
      parameters: [{name: place, in: query, schema: {type: string}}]
      responses: {'200': {description: They are., content: {application/json: {schema: {type: object, properties: {place: {type: string}}}}}}}
    parameters: []
  /ghosts/{ghostId}:
    parameters:
    - {name: ghostId, in: path, required: true, schema: {enum: [ghost]}}
    post:
      operationId: callGhost
      tags: [ghosts]
      summary: Calls a ghost.
      security: [{ghostKey: []}]
      parameters:
      - {name: ghostMode, in: header, schema: {type: string, enum: [ghostly]}}
      - {name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {ghostWord: {type: string}}}}}}
      requestBody: {content: {application/json: {schema: {type: object, properties: {ghostName: {enum: [casper]}}}}}}
      responses:
        '200':
          description: A ghost.
          headers: {X-Ghost: {schema: {type: string, enum: [boo]}}}
          content: {application/json: {schema: {type: object, properties: {ghostAge: {type: integer}}}}}
"#;

#[test]
fn nothing_half_made_is_left() {
    let description: serde_json::Value = serde_yaml::from_str(DESCRIPTION).unwrap();
    let runner = Runner::new();
    let seen = runner.run(&description.to_string());
    let generated = seen.result.unwrap_or_else(|| panic!("{:?}", seen.said));
    for (path, text) in generated.files() {
        let whole = format!("{path}\n{text}").to_lowercase();
        assert!(!whole.contains("ghost"), "{whole}");
    }
    let skipped = generated
        .entries
        .iter()
        .filter(|entry| entry.outcome == "skipped");
    let skipped: Vec<_> = skipped.map(|entry| entry.pointer.as_str()).collect();
    assert_eq!(skipped, ["#/paths/~1ghosts~1{ghostId}/post"]);

    // The same as if it had never been described.
    let mut without = description;
    without["paths"]
        .as_object_mut()
        .unwrap()
        .remove("/ghosts/{ghostId}");
    without["tags"].as_array_mut().unwrap().pop();
    let other = runner.run(&without.to_string()).result.unwrap();
    assert_eq!(generated.files(), other.files());
}

#[test]
fn each_operation_that_a_shared_parameter_stops_is_counted() {
    let shared = "{name: all, in: path, required: true, schema: {type: string}}";
    let operation =
        |id: &str| format!("{{operationId: {id}, responses: {{'204': {{description: d}}}}}}");
    let (get, post) = (operation("a"), operation("b"));
    let text = format!(
        "openapi: 3.2.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    parameters: [{shared}]\n    get: {get}\n    post: {post}\n"
    );
    let description: serde_json::Value = serde_yaml::from_str(&text).unwrap();
    let seen = Runner::new().run(&description.to_string());
    let generated = seen.result.unwrap_or_else(|| panic!("{:?}", seen.said));
    let skipped = generated
        .entries
        .iter()
        .filter(|entry| entry.outcome == "skipped");
    let pointers: Vec<_> = skipped.map(|entry| entry.pointer.as_str()).collect();
    assert_eq!(pointers, ["#/paths/~1a/get", "#/paths/~1a/post"]);
}
