//! The JSON Schema test suite: every schema in a description of its own, and its instances through
//! the types that come of it.
//!
//! A schema of draft 2020-12 stands in a description of 3.1, one of draft 4 in 3.0, where 3.0 has its
//! keywords. Each is a file that a property of an object refers to, so that nothing in it changes its
//! meaning. Every valid instance must be decoded, and encoded to an equal value; what must not be is
//! said with a reason in `exceptions`, which is checked both ways. No instance may cause a panic.
//!
//! The same clients are generated to check what comes. That changes no model and no codec, and each
//! instance must be judged as the suite does; `exceptions` has what is not, again checked both ways.

mod exceptions;
mod remotes;
mod suite;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use engross::Generator;
use engross_judges::{Program, Turn, each, is_same_json, target, tell};
use engross_tests::{Tree, shared};

use exceptions::{exceptions, verdicts};
use remotes::Remotes;
use suite::{Draft, Group, read};

#[test]
fn draft_2020_12_in_openapi_3_1() {
    judge(Draft::Draft2020);
}

#[test]
fn draft_4_in_openapi_3_0() {
    judge(Draft::Draft4);
}

fn judge(draft: Draft) {
    let Some(folder) = shared("suites/json-schema") else {
        return;
    };
    let groups = read(&folder.join("tests").join(draft.folder()), draft);
    let remotes = Remotes::serve(&folder.join("remotes"));
    let place = target().join("judges/schemas").join(draft.folder());
    let clients = each(&groups, |group| {
        generate(group, draft, &place, remotes.as_ref())
    });
    let mut program = Program::new(draft.package(), "application/json");
    for (group, client) in groups.iter().zip(&clients) {
        if let Ok(files) = client {
            program.add_module(&group.module, files);
            let path = format!("{}::models::Holder", group.module);
            program.add_turn(&group.module, &path);
            program.add_verdict(&verdict_key(group), &path);
        }
    }
    program.build().unwrap_or_else(|said| panic!("{said}"));
    let mut findings = instances(draft, &groups, &clients, &program);
    let failed = groups.iter().zip(&clients);
    findings.extend(failed.filter_map(|(group, client)| {
        let report = client.as_ref().err()?;
        Some((group.name.clone(), format!("no client: {report}")))
    }));
    compare(&findings, &exceptions(draft));
    compare(
        &judged(draft, &groups, &clients, &program),
        &verdicts(draft),
    );
}

fn verdict_key(group: &Group) -> String {
    format!("{} judged", group.module)
}

/// Lets clients check all instances; returns those that are judged in another way than the suite
/// does, by the name of the test.
fn judged(
    draft: Draft,
    groups: &[Group],
    clients: &[Result<Tree, String>],
    program: &Program,
) -> BTreeMap<String, String> {
    let generated = groups
        .iter()
        .zip(clients)
        .filter(|(_, client)| client.is_ok());
    let cases = generated.flat_map(|(group, _)| group.tests.iter().map(move |test| (group, test)));
    let cases: Vec<_> = cases
        .map(|(group, test)| (verdict_key(group), group, test))
        .collect();
    let turns = program.run(
        cases
            .iter()
            .map(|(key, _, test)| (key.as_str(), test.body.as_str())),
    );
    let mut findings = BTreeMap::new();
    let (mut taken, mut refused) = (0, 0);
    for ((_, group, test), turn) in cases.iter().zip(turns) {
        let finding = match (turn, test.is_valid) {
            (Turn::Panicked, _) => "a panic".to_owned(),
            (Turn::Refused(message), true) => format!("refused: {message}"),
            (Turn::Encoded(_), false) => "taken, and invalid".to_owned(),
            (Turn::Encoded(_), true) => {
                taken += 1;
                continue;
            }
            (Turn::Refused(_), false) => {
                refused += 1;
                continue;
            }
        };
        findings.insert(format!("{}: {}", group.name, test.name), finding);
    }
    let valid = cases.iter().filter(|(_, _, test)| test.is_valid).count();
    tell(&format!(
        "{draft:?}: with validation {taken} of {valid} valid instances were taken, {refused} of {} \
         invalid ones refused",
        cases.len() - valid,
    ));
    findings
}

/// Generates a module from a schema, which is a file of its own.
fn generate(
    group: &Group,
    draft: Draft,
    place: &Path,
    remotes: Option<&Remotes>,
) -> Result<Tree, String> {
    let folder = place.join(&group.module);
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("writable");
    fs::create_dir_all(&folder).expect("writable");
    write("schema.json", &group.schema);
    write("openapi.yaml", &draft.description());
    let plain = module(&folder.join("openapi.yaml"));
    let (Err(_), Some(remotes)) = (&plain, remotes) else {
        return plain;
    };
    if !group.schema.contains(Remotes::ORIGIN) {
        return plain;
    }
    write("engross.yaml", &remotes.configuration());
    module(&folder.join("engross.yaml"))
}

/// Generates a module that checks what comes, and makes sure that models and codecs are those of one
/// that does not.
fn module(description: &Path) -> Result<Tree, String> {
    let plain = Generator::new(description).into_module();
    let files = |generator: Generator| -> Result<Tree, String> {
        let generated = generator
            .generate()
            .map_err(|report| report.to_short_string())?;
        let files = generated.files();
        Ok(files
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .collect())
    };
    let checking = files(plain.clone().validate())?;
    for (path, text) in files(plain)? {
        // There can be more types: of schemas that conditions alone lead to.
        let is_same = path.ends_with("mod.rs") || checking.get(&path) == Some(&text);
        assert!(
            is_same,
            "{}: validation changes {path}",
            description.display()
        );
    }
    Ok(checking)
}

/// Sends all instances through their types; returns what went wrong, by the name of the test.
fn instances(
    draft: Draft,
    groups: &[Group],
    clients: &[Result<Tree, String>],
    program: &Program,
) -> BTreeMap<String, String> {
    let generated = groups
        .iter()
        .zip(clients)
        .filter(|(_, client)| client.is_ok());
    let cases = generated.flat_map(|(group, _)| group.tests.iter().map(move |test| (group, test)));
    let cases: Vec<_> = cases.collect();
    let bodies = cases
        .iter()
        .map(|(group, test)| (group.module.as_str(), test.body.as_str()));
    let turns = program.run(bodies);
    let (mut findings, mut equal, mut refused) = (BTreeMap::new(), 0, 0);
    for ((group, test), turn) in cases.iter().zip(turns) {
        let finding = match turn {
            Turn::Panicked => Some("a panic".to_owned()),
            Turn::Refused(message) if test.is_valid => Some(format!("refused: {message}")),
            Turn::Encoded(body) if test.is_valid && !is_same_json(&body, &test.body) => {
                Some(format!("{} became {body}", test.body))
            }
            Turn::Refused(_) => {
                refused += 1;
                None
            }
            Turn::Encoded(_) => {
                equal += usize::from(test.is_valid);
                None
            }
        };
        findings.extend(finding.map(|what| (format!("{}: {}", group.name, test.name), what)));
    }
    let (all, valid) = (
        cases.len(),
        cases.iter().filter(|(_, test)| test.is_valid).count(),
    );
    tell(&format!(
        "{draft:?}: {} of {} schemas generated; {equal} of {valid} valid instances came out equal; \
         {refused} of {} invalid ones were refused without validation",
        clients.iter().filter(|client| client.is_ok()).count(),
        clients.len(),
        all - valid,
    ));
    findings
}

/// Expects exactly the exceptions.
fn compare(findings: &BTreeMap<String, String>, exceptions: &BTreeMap<&str, &str>) {
    let fits = |exception: &str, name: &str| match exception.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == exception,
    };
    let is_exception = |name: &str| exceptions.keys().any(|exception| fits(exception, name));
    let unexpected = findings.iter().filter(|(name, _)| !is_exception(name));
    let unexpected = unexpected.map(|(name, what)| format!("{name}\n    {what}"));
    let needless = exceptions
        .keys()
        .filter(|exception| !findings.keys().any(|name| fits(exception, name)));
    let needless = needless.map(|name| format!("{name}\n    is no exception any more"));
    let wrong: Vec<_> = unexpected.chain(needless).collect();
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
