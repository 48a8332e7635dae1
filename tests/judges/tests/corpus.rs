//! Every real description at hand becomes a client that compiles without a warning.
//!
//! The ordinary run generates all of them and compiles the smaller ones; `ENGROSS_SLOW=1` compiles
//! all, with clippy and rustdoc too.

use engross_judges::{Client, Document, Workshop, each, is_slow, tell};
use engross_tests::measure::End;

/// The largest client that the ordinary run compiles, in lines.
const LARGEST: usize = 100_000;

/// How many of a thousand operations may be left out.
const SKIPPED: usize = 5;

#[test]
fn real_descriptions_become_clients_that_compile() {
    judge("corpus", &Document::corpus());
}

#[test]
fn examples_become_clients_that_compile() {
    judge("examples", &Document::examples());
}

fn judge(name: &str, documents: &[Document]) {
    let clients = each(documents, |document| {
        let client = Client::generate(&document.path, &document.name);
        client.unwrap_or_else(|report| panic!("{}\n{report}", document.path.display()))
    });
    expect_whole(&clients);
    let chosen = |client: &&Client| is_slow() || client.lines <= LARGEST;
    let chosen: Vec<_> = clients.iter().filter(chosen).collect();
    tell(&format!(
        "{name}: {} of {} are compiled",
        chosen.len(),
        clients.len()
    ));
    let mut workshop = Workshop::new(name);
    for client in &chosen {
        workshop.add(&client.name, &client.files);
    }
    workshop.finish();
    if !chosen.is_empty() {
        compile(&workshop);
    }
}

/// Expects almost every operation to be there, and each other one to have a reason.
fn expect_whole(clients: &[Client]) {
    let operations: usize = clients.iter().map(|client| client.operations).sum();
    let skipped = clients.iter().flat_map(|client| {
        let skipped = client.skipped.iter();
        skipped.map(|skipped| format!("{}: {}: {}", client.name, skipped.pointer, skipped.reason))
    });
    let skipped: Vec<_> = skipped.collect();
    tell(&format!(
        "{operations} operations, without:\n{}",
        skipped.join("\n")
    ));
    let all = operations + skipped.len();
    assert!(
        skipped.len() * 1000 <= all * SKIPPED,
        "too many are skipped"
    );
    let unexplained = clients.iter().flat_map(|client| &client.skipped);
    assert!(
        unexplained
            .filter(|skipped| skipped.reason.is_empty())
            .count()
            == 0,
        "a reason is missing"
    );
}

fn compile(workshop: &Workshop) {
    let full = workshop.full();
    // Without any tag, then with all. Clippy says what the compiler says too.
    let no_default = ["--workspace", "--no-default-features"];
    let all = [&no_default[..], &["--features", &full]].concat();
    expect_success(workshop, &[&["check"], &no_default[..]].concat());
    if is_slow() {
        expect_success(workshop, &[&["clippy"], &all[..]].concat());
        expect_success(workshop, &[&["doc", "--no-deps"], &all[..]].concat());
    } else {
        expect_success(workshop, &[&["check"], &all[..]].concat());
    }
}

fn expect_success(workshop: &Workshop, command: &[&str]) {
    let outcome = workshop.cargo(command.iter().copied());
    let (command, seconds) = (command.join(" "), outcome.time.as_secs_f64());
    tell(&format!(
        "cargo {command:.60}: {seconds:.1} s of processors"
    ));
    assert!(
        outcome.end == End::Code(0),
        "cargo {command}:\n{}",
        outcome.stderr
    );
}
