//! `engross generate`.

use super::args::GenerateArgs;
use super::{Verdict, show, specs};
use crate::{Changes, Generated, Generator, Report};

/// Generates each selected client; one that fails does not keep the others from being written.
pub(super) fn generate(args: &GenerateArgs) -> Result<Verdict, Report> {
    let mut verdict = Verdict::Fine;
    for generator in specs::select(&args.select)? {
        if let Err(report) = generate_one(&generator) {
            show(&report);
            verdict = Verdict::Problems;
        }
    }
    Ok(verdict)
}

fn generate_one(generator: &Generator) -> Result<(), Report> {
    let generated = generator.generate()?;
    show(generated.report());
    let changes = generated.changes()?;
    changes.write()?;
    tell(&generated, &changes);
    Ok(())
}

fn tell(generated: &Generated, changes: &Changes) {
    for (verb, files) in [
        ("created", changes.created()),
        ("updated", changes.updated()),
        ("removed", changes.removed()),
    ] {
        for file in files {
            println!("  {verb}  {file}");
        }
    }
    println!("{}: {}", generated.name(), generated.summary());
    println!(
        "{}: {} created, {} updated, {} removed, {} unchanged in {}",
        generated.name(),
        changes.created().len(),
        changes.updated().len(),
        changes.removed().len(),
        changes.unchanged(),
        changes.folder().display(),
    );
}
