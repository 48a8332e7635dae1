//! Real descriptions, where they are at hand: all are read and lowered, and what is said is shown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::api::{Api, Base, Format, Kind, Outcome, Rule};
use crate::check::account;
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::load::testing::shared;
use crate::lower::testing::{Lowered, lower_path};

#[test]
#[expect(clippy::print_stderr, reason = "the table is for people")]
fn the_corpus_is_lowered() {
    let Some(folder) = shared("corpus") else {
        return;
    };
    let mut table = String::from(
        "file | seconds | operations | types | degraded | ignored | skipped | errors | warnings\n",
    );
    let mut wrong = Vec::new();
    for path in descriptions(&folder) {
        let start = Instant::now();
        let mut lowered = lower_path(&path, &Config::default());
        account_for(&mut lowered);
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        row(&mut table, &name, start.elapsed().as_secs_f64(), &lowered);
        wrong.extend(lowered.diagnostics.has_errors().then(|| lowered.said()));
    }
    eprintln!("{table}");
    // All of them are in use, and none is so wrong that nothing can be generated.
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Counts, by kind, what the model has of the constructs that few schemas use.
#[test]
#[expect(clippy::print_stderr, reason = "the table is for people")]
fn rare_constructs_have_their_kinds() {
    let Some(folder) = shared("corpus") else {
        return;
    };
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for path in descriptions(&folder) {
        let lowered = lower_path(&path, &Config::default());
        for (id, _) in lowered.api.iter().flat_map(Api::types) {
            let ty = &lowered.api.as_ref().unwrap()[id];
            for name in kind_names(&ty.kind) {
                *kinds.entry(name).or_default() += 1;
            }
        }
    }
    for (kind, count) in &kinds {
        eprintln!("{count:>8} {kind}");
    }
    for kind in [
        "union, one of",
        "union, any of",
        "union, of several types",
        "union with a discriminator",
        "object with a discriminator",
        "enum of texts",
        "enum of integers",
        "const",
        "map",
    ] {
        assert!(kinds.contains_key(kind), "{kind}");
    }
}

fn kind_names(kind: &Kind) -> Vec<String> {
    let mut names = Vec::new();
    match kind {
        Kind::Enum(list) if list.is_constant => names.push("const".to_owned()),
        Kind::Enum(list) => names.push(
            match list.base {
                Base::Boolean => "enum of flags",
                Base::Integer(_) => "enum of integers",
                Base::Number(_) => "enum of numbers",
                Base::String(_) => "enum of texts",
                Base::Mixed => "enum of mixed values",
            }
            .to_owned(),
        ),
        Kind::Union(union) => {
            let rule = match union.rule {
                Rule::OneOf => "union, one of",
                Rule::AnyOf => "union, any of",
                Rule::Types => "union, of several types",
            };
            names.push(rule.to_owned());
            let discriminator = union.discriminator.as_ref();
            names.extend(discriminator.map(|_| "union with a discriminator".to_owned()));
            names.extend(union.base.map(|_| "union with a base".to_owned()));
        }
        Kind::Object(object) => {
            names.push("object".to_owned());
            let discriminator = object.discriminator.as_ref();
            names.extend(discriminator.map(|_| "object with a discriminator".to_owned()));
            if !object.patterns.is_empty() {
                names.push("object with patterns".to_owned());
            }
        }
        Kind::Map(map) if !map.patterns.is_empty() => names.push("map with patterns".to_owned()),
        Kind::Map(_) => names.push("map".to_owned()),
        Kind::Tuple(_) => names.push("tuple".to_owned()),
        Kind::Never => names.push("never".to_owned()),
        Kind::Null => names.push("null".to_owned()),
        Kind::Any => names.push("any".to_owned()),
        Kind::Array(_) => names.push("array".to_owned()),
        Kind::Alias(_) => names.push("alias".to_owned()),
        Kind::Boolean => names.push("boolean".to_owned()),
        Kind::Integer(_) | Kind::Number(_) | Kind::String(_) => {
            let format = kind.format().map_or("no format", |format| format.as_str());
            names.push("scalar".to_owned());
            if !matches!(kind.format(), Some(Format::Other(_))) {
                names.push(format!("format {format}"));
            }
        }
    }
    names
}

/// Adds the warnings of the account, as a run does.
fn account_for(lowered: &mut Lowered) {
    if let Some(api) = &lowered.api {
        account(&api.account, &mut lowered.diagnostics);
    }
}

fn row(table: &mut String, name: &str, seconds: f64, lowered: &Lowered) {
    let errors = lowered.diagnostics.count(Severity::Error);
    let warnings = lowered.diagnostics.count(Severity::Warning);
    let Some(api) = &lowered.api else {
        let _ = writeln!(
            table,
            "{name} | {seconds:.2} | no model | | | | | {errors} | {warnings}"
        );
        return;
    };
    let (operations, types) = (api.operations.len(), api.types().count());
    let [degraded, ignored, skipped] =
        [Outcome::Degraded, Outcome::Ignored, Outcome::Skipped].map(|outcome| count(api, outcome));
    let _ = writeln!(
        table,
        "{name} | {seconds:.2} | {operations} | {types} | {degraded} | {ignored} | {skipped} | {errors} | {warnings}"
    );
}

fn count(api: &Api, outcome: Outcome) -> usize {
    api.account
        .iter()
        .filter(|entry| entry.outcome == outcome)
        .count()
}

/// Returns the first files of all descriptions, sorted.
fn descriptions(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in [
        folder.to_owned(),
        folder.join("learn"),
        folder.join("digitalocean"),
    ] {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        found.extend(paths.filter(|path| is_description(path)));
    }
    found.sort();
    found
}

fn is_description(path: &Path) -> bool {
    let known = path
        .extension()
        .is_some_and(|kind| kind == "json" || kind == "yaml" || kind == "yml");
    let text = || std::fs::read_to_string(path).unwrap_or_default();
    let is_whole = !path
        .to_string_lossy()
        .contains("petstore-separate--spec--swagger");
    // Of that one, only the first file is at hand.
    known
        && is_whole
        && text().lines().any(|line| {
            let key = line.trim_start().trim_start_matches('"');
            key.starts_with("openapi")
                || key.starts_with("swagger\": \"2")
                || key.starts_with("swagger: ")
        })
}
