//! Finds the clients that a command is about.

use std::path::Path;

use super::args::SelectArgs;
use crate::{Generator, Report};

/// Returns a generator for each selected client.
pub(super) fn select(args: &SelectArgs) -> Result<Vec<Generator>, Report> {
    if let Some(spec) = &args.spec {
        return Ok(vec![configured(args, spec)]);
    }
    let all = of_this_project()?.into_iter();
    Ok(all.map(|one| common(args, one)).collect())
}

/// Sets what is the same for all clients.
fn common(args: &SelectArgs, generator: Generator) -> Generator {
    let mut generator = generator.strict(args.strict);
    if args.validate {
        generator = generator.validate();
    }
    match args.jobs {
        Some(jobs) => generator.jobs(jobs),
        None => generator,
    }
}

fn configured(args: &SelectArgs, spec: &Path) -> Generator {
    let mut generator = common(args, Generator::new(spec));
    if let Some(out) = &args.out {
        generator = generator.out(out);
    }
    if let Some(runtime) = &args.runtime_path {
        generator = generator.runtime_path(runtime);
    }
    args.overlay.iter().fold(generator, Generator::overlay)
}

/// Returns the one client to explain.
pub(super) fn select_one(spec: Option<&Path>) -> Result<Generator, Report> {
    if let Some(spec) = spec {
        return Ok(Generator::new(spec));
    }
    let mut all = of_this_project()?;
    match (all.pop(), all.len()) {
        (Some(one), 0) => Ok(one),
        (_, others) => Err(Report::plain(format_args!(
            "the project has {} configurations: name one behind the pointer",
            others + 1
        ))),
    }
}

/// Every client of the nearest folder, from here upward, that has one. Here, paths stay relative,
/// as people type them.
fn of_this_project() -> Result<Vec<Generator>, Report> {
    let here = std::env::current_dir().map_err(Report::plain)?;
    let folders = std::iter::once(Path::new("")).chain(here.ancestors().skip(1));
    let found = folders.map(Generator::find).find(|found| !found.is_empty());
    found.ok_or_else(|| {
        Report::plain_with_help(
            "there is no spec/*/engross.yaml here or above",
            "name a description: engross generate petstore.yaml --out petstore",
        )
    })
}
