//! Consecutive versions of real descriptions, where they are at hand.

use std::path::{Path, PathBuf};

use super::super::{Review, Verdict};
use super::review;
use crate::api::Api;
use crate::config::Config;
use crate::load::testing::shared;
use crate::lower::testing::lower_path;

/// Returns the folders of the histories, or nothing where there are none.
fn histories() -> Vec<PathBuf> {
    let Some(folder) = shared("history") else {
        return Vec::new();
    };
    let entries = std::fs::read_dir(folder).unwrap();
    let folders = entries.map(|entry| entry.unwrap().path());
    folders.filter(|path| path.is_dir()).collect()
}

/// Returns versions of one description in order: every sixth, for time's sake, or all of them if
/// they are asked for with `ENGROSS_SAY`.
fn versions(folder: &Path) -> Vec<Api> {
    let step = if std::env::var_os("ENGROSS_SAY").is_some() {
        1
    } else {
        6
    };
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let lowered = paths
        .iter()
        .step_by(step)
        .map(|path| lower_path(path, &Config::default()));
    lowered.filter_map(|lowered| lowered.api).collect()
}

fn count(review: &Review, verdict: Verdict) -> usize {
    review
        .changes
        .iter()
        .filter(|change| change.wire == verdict)
        .count()
}

#[test]
#[expect(clippy::print_stderr, reason = "the counts are for those who look")]
fn histories_are_reviewed_without_a_panic() {
    for folder in histories() {
        for (index, pair) in versions(&folder).windows(2).enumerate() {
            let [old, new] = pair else { continue };
            assert!(review(old, old).changes.is_empty(), "{}", folder.display());
            let reviewed = review(old, new);
            eprintln!(
                "{} {:02}: {} changes, {} warnings, {} breaking; {}, {}",
                folder.file_name().unwrap().display(),
                index + 1,
                reviewed.changes.len(),
                count(&reviewed, Verdict::Warning),
                count(&reviewed, Verdict::Breaking),
                reviewed.wire(),
                reviewed.rust(),
            );
        }
    }
}
