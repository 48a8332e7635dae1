//! `engross generate`.

use super::args::GenerateArgs;
use super::speaker::Speaker;
use super::{Verdict, clients};
use crate::{Changes, Generated, Report};

/// Generates each selected client.
pub(super) fn generate(args: &GenerateArgs) -> Result<Verdict, Report> {
    clients::each(&args.select, write)
}

fn write(generated: &Generated, _: Speaker) -> Result<Verdict, Report> {
    let changes = generated.changes()?;
    changes.write()?;
    tell(generated, &changes);
    Ok(Verdict::Fine)
}

/// In one piece: there may be thousands of files.
fn tell(generated: &Generated, changes: &Changes) {
    let mut text = String::new();
    for (verb, files) in [
        ("created", changes.created()),
        ("updated", changes.updated()),
        ("removed", changes.removed()),
    ] {
        for file in files {
            text.extend(["  ", verb, "  ", file, "\n"]);
        }
    }
    print!("{text}");
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
