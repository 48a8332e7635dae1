//! Real descriptions, where they are at hand: their clients are laid out without a syntax tree, and
//! look as prettyplease would lay them out.

use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::emit::emit;
use crate::layout::{is_known, lay_out, lay_out_by_prettyplease};
use crate::load::testing::shared;
use crate::lower::testing::lower_path;
use crate::parallel::{self, Threads};
use crate::plan::{CrateForm, Form, Settings, plan};

/// What is not slow to look at: the whole corpus takes minutes.
const LARGEST: u64 = 300_000;

#[test]
fn clients_of_the_corpus_look_the_same() {
    let Some(folder) = shared("corpus") else {
        return;
    };
    let is_slow = std::env::var_os("ENGROSS_SLOW").is_some();
    let mut wrong = Vec::new();
    for path in descriptions(&folder) {
        let size = std::fs::metadata(&path).expect("a file").len();
        if is_slow || size <= LARGEST {
            compare(&path, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn descriptions(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let is_description =
        |path: &PathBuf| path.is_file() && path.extension().is_some_and(|ending| ending != "md");
    let mut paths: Vec<PathBuf> = paths.filter(is_description).collect();
    paths.sort();
    paths
}

fn compare(path: &Path, wrong: &mut Vec<String>) {
    let config = Config::default();
    let api = lower_path(path, &config).api.expect("an API");
    let settings = Settings {
        source: String::new(),
        form: Form::Crate(CrateForm::default()),
        threads: Threads::default(),
    };
    let plan = plan(&api, &config, &settings);
    let emitted = emit(&plan);
    let said = parallel::map(&emitted.units, Threads::default(), |unit| {
        let tokens = unit.tokens();
        if !is_known(&tokens) {
            return Some("not known");
        }
        let expect = lay_out_by_prettyplease(&tokens).expect("Rust");
        let laid = lay_out(&tokens).expect("Rust");
        (laid != expect).then_some("laid out in another way")
    });
    for (unit, said) in emitted.units.iter().zip(said) {
        let said = said.map(|said| format!("{}: {}: {said}", path.display(), unit.path));
        wrong.extend(said);
    }
}
