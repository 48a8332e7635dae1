//! Consecutive versions of real descriptions: each becomes a client that compiles, and what `diff` says of
//! two of them agrees with what happened to the public items of the generated crate.
//!
//! In: the histories, where they are at hand. What vanished, or has another type, makes a major change; what
//! was added, a minor one at least; and nothing is called major where no item changed. The ordinary run
//! takes every sixth version and compiles none; `ENGROSS_SLOW=1` takes all. `ENGROSS_DOCUMENT` is a part of
//! the names of the series to take.

mod api;

use std::fs;
use std::path::{Path, PathBuf};

use engross_judges::{Client, Workshop, each, is_slow, tell};
use engross_tests::measure::End;
use engross_tests::shared;

use api::{Api, DEPRECATED, api};

/// The ordinary run takes one of so many versions.
const STEP: usize = 6;

/// One version of a description.
struct Version {
    path: PathBuf,
    name: String,
}

#[test]
fn a_review_agrees_with_the_generated_crates() {
    let series = series();
    let versions: Vec<_> = series.iter().flatten().collect();
    let apis = each(&versions, |version| api(&generate(version).files));
    let mut apis = apis.into_iter();
    let with_api = series
        .iter()
        .map(|versions| versions.iter().zip(apis.by_ref()).collect());
    let with_api: Vec<Vec<_>> = with_api.collect();
    let pairs: Vec<_> = with_api
        .iter()
        .flat_map(|versions| versions.windows(2))
        .collect();
    let wrong = each(&pairs, |pair| {
        judge(pair[0].0, &pair[0].1, pair[1].0, &pair[1].1)
    })
    .concat();
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_version_compiles() {
    if !is_slow() {
        tell("skipped: ENGROSS_SLOW is not set");
        return;
    }
    for versions in series() {
        let Some(first) = versions.first() else {
            continue;
        };
        let mut workshop = Workshop::new(&format!("history-{}", series_of(&first.path)));
        for client in each(&versions, generate) {
            workshop.add(&client.name, &client.files);
        }
        workshop.finish();
        let outcome = workshop.cargo(["check", "--workspace"]);
        let (count, seconds) = (versions.len(), outcome.time.as_secs_f64());
        tell(&format!(
            "{}: {count} versions, {seconds:.1} s of processors",
            series_of(&first.path)
        ));
        assert!(outcome.end == End::Code(0), "{}", outcome.stderr);
    }
}

/// Returns the versions of each description that are taken, oldest first.
fn series() -> Vec<Vec<Version>> {
    let Some(folder) = shared("history") else {
        return Vec::new();
    };
    let folder = fs::canonicalize(folder).expect("it was found");
    let chosen = std::env::var("ENGROSS_DOCUMENT").unwrap_or_default();
    let folders = entries(&folder).into_iter();
    let folders = folders.filter(|path| path.is_dir() && path.to_string_lossy().contains(&chosen));
    folders.map(|folder| versions(&folder)).collect()
}

fn versions(folder: &Path) -> Vec<Version> {
    let step = if is_slow() { 1 } else { STEP };
    let paths = entries(folder).into_iter().step_by(step);
    let version = |path: PathBuf| {
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{}-{file}", series_of(&path));
        Version { path, name }
    };
    paths.map(version).collect()
}

fn series_of(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name);
    folder.unwrap_or_default().to_string_lossy().into_owned()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("it was found");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    paths
}

fn generate(version: &Version) -> Client {
    let client = Client::generate(&version.path, &version.name);
    client.unwrap_or_else(|report| panic!("{}\n{report}", version.path.display()))
}

/// Returns what is wrong with the verdict on a change.
fn judge(old: &Version, before: &Api, new: &Version, after: &Api) -> Vec<String> {
    let difference =
        engross::diff(&old.path, &new.path).unwrap_or_else(|report| panic!("{report}"));
    let text = difference.to_string();
    let said = text
        .rsplit_once("in Rust: ")
        .map_or("none", |(_, verdict)| verdict.trim());
    let is_gone = |(path, signature): &(&String, &String)| {
        after.get(*path) != Some(signature) && !path.starts_with(DEPRECATED)
    };
    let gone = before.iter().filter(is_gone);
    let gone: Vec<_> = gone
        .map(|(path, signature)| format!("{path}: {signature}"))
        .collect();
    let added = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .count();
    let expected = match (gone.len(), added) {
        (0, 0) => &["none", "patch"][..],
        (0, _) => &["minor"],
        _ => &["major"],
    };
    let name = format!("{} to {}", old.name, new.name);
    tell(&format!(
        "{name}: {} gone or changed, {added} added; {said}",
        gone.len()
    ));
    if expected.contains(&said) {
        return Vec::new();
    }
    vec![format!(
        "{name}: {said}, not {expected:?}\n    {}",
        gone.join("\n    ")
    )]
}
