//! Finds the clients that a command is about.

use std::path::{Path, PathBuf};

use super::args::SelectArgs;
use crate::{Generator, Report, load};

/// Returns a generator for each selected client.
pub(super) fn select(args: &SelectArgs) -> Result<Vec<Generator>, Report> {
    match &args.spec {
        Some(spec) => Ok(vec![configured(args, spec)]),
        None => Ok(configurations()?.into_iter().map(Generator::new).collect()),
    }
}

fn configured(args: &SelectArgs, spec: &Path) -> Generator {
    let mut generator = Generator::new(spec);
    if let Some(out) = &args.out {
        generator = generator.out(out);
    }
    if let Some(runtime) = &args.runtime_path {
        generator = generator.runtime_path(runtime);
    }
    generator
}

/// Returns the one client to explain.
pub(super) fn select_one(spec: Option<&Path>) -> Result<Generator, Report> {
    if let Some(spec) = spec {
        return Ok(Generator::new(spec));
    }
    match configurations()?.as_slice() {
        [one] => Ok(Generator::new(one)),
        several => Err(Report::plain(format_args!(
            "the project has {} configurations: name one behind the pointer",
            several.len()
        ))),
    }
}

/// Every `spec/*/engross.yaml` of the nearest folder, from here upward, that has one.
fn configurations() -> Result<Vec<PathBuf>, Report> {
    let here = std::env::current_dir()
        .map_err(|error| Report::io("find out the current folder", Path::new("."), &error))?;
    let found = here
        .ancestors()
        .map(load::find_configurations)
        .find(|found| !found.is_empty());
    found.ok_or_else(|| {
        Report::plain(
            "there is no spec/*/engross.yaml here or above\n  \
             help: name a description: engross generate petstore.yaml --out petstore",
        )
    })
}
