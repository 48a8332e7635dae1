//! Bodies that others made go through the types of real descriptions and come out unchanged, by way of
//! the codec and of serde.
//!
//! The bodies are the examples of the descriptions and what two third-party generators think of; a
//! third-party validator says which of them are valid, and judges what comes out. All of it is installed
//! into the target folder. Part of the slow run alone (`ENGROSS_SLOW=1`); `ENGROSS_DOCUMENT` is a part of
//! the names of the descriptions to take.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use engross::Generator;
use engross_judges::{
    Body, Document, Program, Tools, Turn, aliases, each, is_same_json, is_slow, tell, types,
};
use engross_tests::Tree;

/// Larger descriptions would be compiled for too long; there are enough others.
const LARGEST: u64 = 1_500_000;

/// How many schemas of one description are taken.
const SCHEMAS: usize = 50;

/// How many schemas there must be, all descriptions together.
const ENOUGH: usize = 500;

#[test]
fn bodies_come_out_as_they_went_in() {
    if !is_slow() {
        tell("skipped: ENGROSS_SLOW is not set");
        return;
    }
    let mut documents = Document::corpus();
    let is_small = |document: &Document| {
        let file = std::fs::metadata(&document.path).expect("it was found");
        file.len() <= LARGEST && !document.path.to_string_lossy().contains("digitalocean")
    };
    documents.retain(is_small);
    let chosen = std::env::var("ENGROSS_DOCUMENT").unwrap_or_default();
    documents.retain(|document| document.name.contains(&chosen));
    let (false, Some(tools)) = (documents.is_empty(), Tools::install()) else {
        return;
    };
    let bodies = tools.bodies(&documents, SCHEMAS);
    let turned = each(&documents, |document| turn(document, &bodies));
    let mut turned = turned.concat();
    tell(&counts(&turned));
    let mut wrong = changed(&turned);
    turned.retain(|(_, turn)| matches!(turn, Turn::Encoded(_)));
    wrong.extend(refused(&tools, &turned));
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    let schemas: BTreeSet<_> = turned
        .iter()
        .map(|(body, _)| (&body.document, &body.name))
        .collect();
    assert!(
        !chosen.is_empty() || schemas.len() >= ENOUGH,
        "only {} schemas",
        schemas.len()
    );
}

/// Sends the bodies of a description through its types.
fn turn(document: &Document, bodies: &[Body]) -> Vec<(Body, Turn)> {
    let path = document.path.to_string_lossy();
    let generated = Generator::new(&document.path).into_module().generate();
    let generated = generated.unwrap_or_else(|report| panic!("{report}"));
    let files = generated.files();
    let files: Tree = files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let (types, aliases) = (types(&files), aliases(&files));
    let has_type = |body: &&Body| body.document == path && types.contains_key(&body.name);
    let bodies: Vec<_> = bodies.iter().filter(has_type).cloned().collect();
    let mut program = Program::new(&format!("turn-{}", document.name), "application/json");
    program.add_module("client", &files);
    for (name, ty) in &types {
        let path = format!("client::models::{ty}");
        program.add_turn(name, &path);
        if !aliases.contains(ty) {
            program.add_serde_turn(&by_serde(name), &path);
        }
    }
    let null = bodies.iter().filter(|body| body.text == "null");
    let null: BTreeSet<_> = null.map(|body| &body.name).collect();
    for name in null {
        program.admit_null(name);
        if !aliases.contains(&types[name]) {
            program.admit_null(&by_serde(name));
        }
    }
    program
        .build()
        .unwrap_or_else(|said| panic!("{path}:\n{said}"));
    let keys = bodies.iter().map(|body| body.name.clone());
    let by_codec = run(&program, &bodies, keys);
    // An alias of a foreign type, such as octets, has what that type has.
    let has_serde = |body: &&Body| !aliases.contains(&types[&body.name]);
    let of_serde: Vec<_> = bodies.iter().filter(has_serde).cloned().collect();
    let keys = of_serde.iter().map(|body| by_serde(&body.name));
    let by_serde = run(&program, &of_serde, keys);
    let mark = |(body, turn): (Body, Turn)| {
        let source = format!("{} by serde", body.source);
        (Body { source, ..body }, turn)
    };
    by_codec
        .into_iter()
        .chain(by_serde.into_iter().map(mark))
        .collect()
}

/// The key of a type that goes through serde.
fn by_serde(name: &str) -> String {
    format!("{name} by serde")
}

fn run(
    program: &Program,
    bodies: &[Body],
    keys: impl Iterator<Item = String>,
) -> Vec<(Body, Turn)> {
    let keys: Vec<_> = keys.collect();
    let texts = bodies.iter().map(|body| body.text.as_str());
    let turns = program.run(keys.iter().map(String::as_str).zip(texts));
    bodies.iter().cloned().zip(turns).collect()
}

/// Names the bodies that came out as another value, or not at all.
fn changed(turned: &[(Body, Turn)]) -> Vec<String> {
    let wrong = turned.iter().filter_map(|(body, turn)| {
        let what = match turn {
            Turn::Encoded(text) if is_same_json(text, &body.text) => return None,
            Turn::Encoded(text) => format!("became {text}"),
            Turn::Refused(message) => format!("was refused: {message}"),
            Turn::Panicked => "caused a panic".to_owned(),
        };
        let Body {
            document,
            name,
            source,
            text,
        } = body;
        Some(format!(
            "{document}: {name} ({source}): {text:.600}\n    {what:.600}"
        ))
    });
    wrong.collect()
}

/// Names the bodies that came out as what the validator does not accept.
fn refused(tools: &Tools, turned: &[(Body, Turn)]) -> Vec<String> {
    let encoded = turned.iter().map(|(body, turn)| match turn {
        Turn::Encoded(text) => Body {
            text: text.clone(),
            ..body.clone()
        },
        Turn::Refused(_) | Turn::Panicked => body.clone(),
    });
    let encoded: Vec<_> = encoded.collect();
    let verdicts = tools.validate(&encoded);
    let invalid = encoded
        .iter()
        .zip(verdicts)
        .filter(|(_, is_valid)| !is_valid);
    let invalid =
        invalid.map(|(body, _)| format!("{}: {}: {}", body.document, body.name, body.text));
    invalid.collect()
}

/// What is told of the bodies that have one maker.
#[derive(Default)]
struct Row<'a> {
    schemas: BTreeSet<(&'a str, &'a str)>,
    bodies: usize,
    equal: usize,
}

/// Tells for each description and for each maker how many schemas and bodies there are, and how many
/// bodies came out equal.
fn counts(turned: &[(Body, Turn)]) -> String {
    let mut rows: BTreeMap<(&str, &str), Row<'_>> = BTreeMap::new();
    for (body, turn) in turned {
        let is_equal = matches!(turn, Turn::Encoded(text) if is_same_json(text, &body.text));
        let file = body.document.rsplit('/').next().unwrap_or_default();
        for key in [(file, body.source.as_str()), ("all", body.source.as_str())] {
            let row = rows.entry(key).or_default();
            row.schemas.insert((file, &body.name));
            row.bodies += 1;
            row.equal += usize::from(is_equal);
        }
    }
    let mut table = "| bodies of | how many | schemas | equal |\n|---|---|---|---|\n".to_owned();
    for ((file, source), row) in rows {
        let (bodies, schemas, equal) = (row.bodies, row.schemas.len(), row.equal);
        let _ = writeln!(
            table,
            "| {file}, {source} | {bodies} | {schemas} | {equal} |"
        );
    }
    table
}
