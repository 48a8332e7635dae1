//! The examples in the documentation of generated crates compile: one for each operation.
//!
//! In: real descriptions, a large one among them. Out: nothing but failures, and what it cost. No example is
//! run. Part of the slow run alone (`ENGROSS_SLOW=1`); `ENGROSS_DOCUMENT` is the name of one to take.

use engross_judges::{Client, Document, Workshop, each, is_slow, tell};
use engross_tests::measure::End;

/// The descriptions whose examples are compiled.
const SUBJECTS: [&str; 6] = [
    "buildomat",
    "discord",
    "keeper",
    "museum",
    "petstore",
    "spotify",
];

#[test]
fn examples_of_all_operations_compile() {
    if !is_slow() {
        tell("skipped: ENGROSS_SLOW is not set");
        return;
    }
    let chosen = std::env::var("ENGROSS_DOCUMENT").ok();
    let is_chosen = |document: &Document| match &chosen {
        Some(chosen) => document.name == *chosen,
        None => SUBJECTS.contains(&document.name.as_str()),
    };
    let mut documents = Document::corpus();
    documents.retain(is_chosen);
    let clients = each(&documents, |document| {
        let client = Client::generate(&document.path, &document.name);
        client.unwrap_or_else(|report| panic!("{}\n{report}", document.path.display()))
    });
    for client in &clients {
        expect_examples(client);
    }
}

fn expect_examples(client: &Client) {
    let name = format!("examples-of-{}", client.name);
    let mut workshop = Workshop::new(&name);
    workshop.add(&client.name, &client.files);
    workshop.finish();
    let outcome = workshop.cargo(["test", "--doc"]);
    let said = [outcome.stdout.as_str(), outcome.stderr.as_str()].concat();
    assert!(outcome.end == End::Code(0), "{}:\n{said}", client.name);
    let passed = passed(&said);
    let (operations, seconds) = (client.operations, outcome.time.as_secs_f64());
    tell(&format!(
        "{}: {passed} examples, {operations} operations, {seconds:.1} s of processors",
        client.name
    ));
    assert!(
        passed >= operations,
        "{}: an example is missing\n{said}",
        client.name
    );
}

/// Returns how many examples passed, as cargo says for each crate.
fn passed(said: &str) -> usize {
    let lines = said.lines().filter_map(|line| {
        let (_, counts) = line.split_once("test result: ok. ")?;
        counts.split_once(" passed")?.0.parse::<usize>().ok()
    });
    lines.sum()
}
