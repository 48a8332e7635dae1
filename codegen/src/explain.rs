//! What one node of a description became at every stage: the debugger and the teaching tool.
//!
//! A JSON pointer goes in, a text with a section for each stage comes out.

use std::fmt::Write as _;

use crate::api::Dump;
use crate::diagnostic::{Code, Failed};
use crate::load::{Forest, Node};
use crate::pipeline::{Outcome, Session};
use crate::print::FileSet;
use crate::source::{Pointer, Span};

/// So many lines of the source are shown.
const SOURCE_LINES: usize = 40;

/// Returns what a diagnostic's code means, as in `E0201`, in any capitals.
pub fn explain_code(code: &str) -> Option<String> {
    let code = Code::parse(code)?;
    Some(format!(
        "{}: {}\n\n{}",
        code.id(),
        code.title(),
        code.explanation()
    ))
}

/// Returns the node's source, its form in the API model and the Rust that came of it.
///
/// Where the node itself has no form of its own in the model, those in it have, as operations in a
/// path item, or else the nearest node around it. Fails
/// where the pointer leads nowhere, with a diagnostic in the session.
pub(crate) fn explain(
    pointer: &Pointer,
    forest: &Forest,
    outcome: &Outcome,
    session: &Session,
) -> Result<String, Failed> {
    let node = forest.root();
    let found = pointer
        .tokens()
        .try_fold(node, |node, token| node.step(&token))
        .ok_or(Failed)?;
    let value = found.span();
    // The key of a value that an overlay has replaced stands in another file.
    let key = found.key_span().filter(|key| key.file() == value.file());
    let span = key.map_or(value, |key| key.to(value));
    let mut text = String::new();
    section(&mut text, "source", &session.sources.place(span));
    text.push_str(&source_lines(session, span));
    let dump = Dump::new(&outcome.api);
    for subject in &subjects(pointer, found, &dump) {
        api_section(&mut text, subject, &dump);
        rust_section(&mut text, subject, &outcome.files);
    }
    Ok(text)
}

/// Returns the node, or those in it where only they have a form in the model, as the operations of a
/// path item have.
fn subjects(pointer: &Pointer, node: Node<'_>, dump: &Dump<'_>) -> Vec<Pointer> {
    let has_form = |at: &Pointer| dump.at(at).is_some();
    let inside: Vec<Pointer> = if has_form(pointer) {
        Vec::new()
    } else {
        let entries = node.as_object().into_iter().flatten();
        let inside = entries.map(|entry| pointer.join(entry.key));
        inside.take(SUBJECTS).filter(has_form).collect()
    };
    if inside.is_empty() {
        vec![pointer.clone()]
    } else {
        inside
    }
}

/// So many nodes within one are looked at: for each, all lines of the model are.
const SUBJECTS: usize = 20;

fn section(text: &mut String, stage: &str, subject: &str) {
    let gap = if text.is_empty() { "" } else { "\n" };
    let _ = writeln!(text, "{gap}== {stage}: {subject}\n");
}

fn source_lines(session: &Session, span: Span) -> String {
    let whole = session.sources.text(span.file());
    let start = whole[..span.start() as usize]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let end = span.end() as usize;
    // An object of YAML ends with its last value; what closes it may stand behind that.
    let end = whole[end..].find('\n').map_or(whole.len(), |at| end + at);
    let lines = whole[start..end].lines();
    let mut shown: String = lines
        .clone()
        .take(SOURCE_LINES)
        .flat_map(|line| [line, "\n"])
        .collect();
    let rest = lines.count().saturating_sub(SOURCE_LINES);
    if rest > 0 {
        let _ = writeln!(shown, "... and {rest} more lines");
    }
    shown
}

/// The pointer and those of the nodes around it, inside out.
fn outward(pointer: &Pointer) -> impl Iterator<Item = Pointer> {
    std::iter::successors(Some(pointer.clone()), Pointer::parent)
}

fn api_section(text: &mut String, pointer: &Pointer, dump: &Dump<'_>) {
    let found = outward(pointer).find_map(|at| dump.at(&at).map(|items| (at, items)));
    match found {
        Some((at, items)) => {
            section(text, "api", &at.to_string());
            text.push_str(&items);
        }
        None => section(text, "api", "nothing of its own"),
    }
}

fn rust_section(text: &mut String, pointer: &Pointer, files: &FileSet) {
    let found = outward(pointer)
        .map(|at| items(&at, files))
        .find(|items| !items.is_empty());
    let Some(found) = found else {
        section(text, "rust", "nothing of its own");
        return;
    };
    for (path, item) in found {
        section(text, "rust", path);
        text.push_str(&item);
    }
}

/// The generated items whose documentation names the pointer, with their files.
fn items<'a>(pointer: &Pointer, files: &'a FileSet) -> Vec<(&'a str, String)> {
    let mark = format!("`{pointer}`.");
    let in_file = |(path, text): (&'a str, &str)| {
        let lines: Vec<_> = text.lines().collect();
        let marked = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.trim_end().ends_with(&mark));
        let items = marked.map(|(at, _)| (path, item_around(&lines, at)));
        items.collect::<Vec<_>>()
    };
    files.iter().flat_map(in_file).collect()
}

/// The item whose documentation holds the line: from its first line to the one that closes it.
fn item_around(lines: &[&str], at: usize) -> String {
    let indent = &lines[at][..lines[at].len() - lines[at].trim_start().len()];
    let is_doc = |line: &&str| line.trim_start().starts_with("//");
    let first = at
        - lines[..at]
            .iter()
            .rev()
            .take_while(|line| is_doc(line))
            .count();
    let closes = |line: &&str| {
        let own = line
            .strip_prefix(indent)
            .filter(|rest| !rest.starts_with([' ', '/', '#']));
        own.is_some_and(|rest| rest.ends_with(['}', ';', ',']))
    };
    let length = lines[at..]
        .iter()
        .position(closes)
        .map_or(1, |length| length + 1);
    lines[first..at + length]
        .iter()
        .flat_map(|line| [*line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Generator;
    use crate::load::load;
    use crate::source::Sources;

    const RICH: &str = "
openapi: 3.2.0
info:
  title: T
  version: '1'
  contact: {name: N, x-team: b}
  license: {name: L, identifier: MIT}
tags: [{name: t, x-tag: 1}]
servers: [{url: 'https://{r}.example.org', variables: {r: {default: eu, enum: [eu, us]}}}]
security: [{oauth: [read]}]
paths:
  /a/{id}:
    summary: S
    parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1}}]
    post:
      operationId: a
      tags: [t]
      externalDocs: {url: u}
      parameters:
        - {$ref: '#/components/parameters/P'}
        - {name: q, in: query, content: {application/json: {schema: {type: object}}}}
      requestBody:
        content:
          application/json: {schema: {type: object, properties: {e: {enum: [x, y]}, p: {$ref: '#/components/schemas/Pet'}}}}
          multipart/form-data:
            schema: {type: object, properties: {f: {type: string}}}
            encoding: {f: {contentType: image/png, headers: {X-F: {schema: {type: string}}}}}
      responses:
        '200':
          description: d
          headers: {X-A: {schema: {type: string}}}
          content:
            application/json: {schema: {type: array, items: {type: string}}, examples: {e: {value: [1]}}}
            application/jsonl: {itemSchema: {type: object, properties: {i: {type: string}}}}
          links: {again: {operationId: a, parameters: {id: $response.body#/id}}}
        4XX: {description: e}
      callbacks:
        on:
          '{$request.body#/url}':
            post: {requestBody: {content: {text/plain: {}}}, responses: {'204': {description: d}}}
    put:
      security: [{nobody: []}]
      responses: {'204': {description: d}}
webhooks:
  hook: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {h: {type: string}}}}}}, responses: {'204': {description: d}}}}
components:
  parameters: {P: {name: p, in: header, schema: {type: string}, examples: {x: {value: 1}}}}
  securitySchemes:
    oauth: {type: oauth2, flows: {implicit: {authorizationUrl: u, scopes: {read: Reads.}}}}
  schemas:
    Pet: {type: object, required: [n], properties: {n: {type: string, maxLength: 5, x-mine: {a: [1]}}}, additionalProperties: {type: integer}}
    Any: {not: {type: string}}
    Cat: {title: C, type: object, properties: {kind: {const: cat}}}
    Dog: {type: object, properties: {kind: {type: string}}, patternProperties: {^x-: {type: number}}, propertyNames: {maxLength: 9}}
    Owned:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {d: Dog}, defaultMapping: Cat}
      externalDocs: {url: w, description: More.}
      examples: [{kind: cat}]
    Color: {type: string, enum: [r, g], x-enum-varnames: [Red, Green], default: r, $comment: n}
    Size: {type: [integer, string], minimum: 2, minLength: 3}
    Pair: {type: array, prefixItems: [{type: string, example: e}, {type: integer, format: int8}], items: false}
    Held: {type: string, contentMediaType: application/json, contentSchema: {type: object, properties: {h: {}}}}
    Map: {type: object, patternProperties: {^y-: {type: boolean}}, additionalProperties: {type: string}}
";

    /// Returns the pointers of all nodes.
    fn pointers(root: Node<'_>) -> Vec<Pointer> {
        let mut stack = vec![root];
        let mut found = Vec::new();
        while let Some(node) = stack.pop() {
            found.push(node.pointer());
            stack.extend(node.as_object().into_iter().flatten().map(|it| it.value));
            stack.extend(node.as_array().into_iter().flatten());
        }
        found
    }

    #[test]
    fn every_node_is_explained() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("openapi.yaml");
        std::fs::write(&path, RICH).unwrap();
        let (mut sources, mut diagnostics) = (
            Sources::default(),
            crate::diagnostic::Diagnostics::default(),
        );
        let forest = load(
            &path,
            &crate::load::Allowances::default(),
            &mut sources,
            &mut diagnostics,
        )
        .unwrap();
        let generator = Generator::new(&path);
        let pointers = pointers(forest.root());
        assert!(pointers.len() > 150, "{}", pointers.len());
        for pointer in pointers {
            let text = generator.explain(&pointer.to_string()).unwrap();
            assert!(text.starts_with("== source: "), "{pointer}\n{text}");
            assert!(!text.contains("== api: nothing"), "{pointer}\n{text}");
        }
    }

    #[test]
    fn what_is_said_of_a_node() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("openapi.yaml");
        std::fs::write(&path, RICH).unwrap();
        let generator = Generator::new(&path);
        for (pointer, expect) in [
            ("#", "api \"T\" 1\n"),
            ("#/info/license/identifier", "    license \"L\"\n"),
            ("#/info/contact", "extension x-team: \"b\"\n"),
            ("#/tags/0", "tag t\n"),
            ("#/servers/0/variables/r/enum", "of eu | us"),
            (
                "#/servers/0/variables/r",
                "variable r: default \"eu\" of eu | us",
            ),
            ("#/paths/~1a~1{id}/post/externalDocs/url", "  see u\n"),
            (
                "#/paths/~1a~1{id}/post/requestBody/content/multipart~1form-data/encoding/f",
                "encoding f: image/png",
            ),
            (
                "#/paths/~1a~1{id}/post/responses/200/links/again/parameters/id",
                "link again: a\n      id: = $response.body#/id\n",
            ),
            (
                "#/paths/~1a~1{id}/post/callbacks/on/{$request.body#~1url}/post/requestBody",
                "operation a_on_post: POST {$request.body#/url}\n",
            ),
            (
                "#/paths/~1a~1{id}/put",
                "skipped operation put_a_by_id: PUT /a/{id}\n",
            ),
            ("#/paths/~1a~1{id}", "operation a: POST /a/{id}\n"),
            ("#/paths/~1a~1{id}", "skipped operation put_a_by_id"),
            ("#/webhooks/hook/post", "webhook hook\n"),
            (
                "#/components/securitySchemes/oauth/flows/implicit",
                "    scope read \"Reads.\"\n",
            ),
            ("#/components/schemas/Pet/properties/n/x-mine/a", "x-mine"),
            (
                "#/components/schemas/Pet/properties/n/maxLength",
                "type Pet.n: string where maxLength 5\n  maxLength 5\n",
            ),
            (
                "#/components/schemas/Owned/discriminator/mapping/d",
                "    \"d\" Dog\n",
            ),
            ("#/components/schemas/Owned/oneOf/1", "  | Dog\n"),
            (
                "#/components/schemas/Owned/externalDocs/description",
                "  see w\n    description \"More.\"\n",
            ),
            ("#/components/schemas/Owned/examples/0/kind", "example {"),
            (
                "#/components/schemas/Color/enum/1",
                "  \"g\": name \"Green\"\n",
            ),
            ("#/components/schemas/Color/default", "  default \"r\"\n"),
            (
                "#/components/schemas/Pair/prefixItems/0",
                "type Pair[0]: string\n  example \"e\"\n",
            ),
            (
                "#/components/schemas/Dog/patternProperties/^x-",
                "  like \"^x-\": number\n",
            ),
            (
                "#/components/schemas/Map/patternProperties/^y-",
                "  like \"^y-\": boolean\n",
            ),
        ] {
            let text = generator.explain(pointer).unwrap();
            let mut api = text
                .split("== ")
                .filter(|section| section.starts_with("api"));
            assert!(
                api.any(|section| section.contains(expect)),
                "{pointer}\n{text}"
            );
        }
    }
}
