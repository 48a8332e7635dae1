//! `engross generate`.

use super::args::GenerateArgs;
use super::speaker::Speaker;
use super::{Verdict, clients, results};
use crate::{Changes, Generated, Report};

/// Generates each selected client.
pub(super) fn generate(args: &GenerateArgs) -> Result<Verdict, Report> {
    clients::each(&args.select, write)
}

fn write(generated: &Generated, _: Speaker) -> Result<Verdict, Report> {
    let changes = generated.changes()?;
    changes.write()?;
    results::print(told(generated, &changes))?;
    Ok(Verdict::Fine)
}

/// In one piece: there may be thousands of files.
fn told(generated: &Generated, changes: &Changes) -> String {
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
    let (name, summary) = (generated.name(), generated.summary());
    let counts = format!(
        "{} created, {} updated, {} removed, {} unchanged in {}",
        changes.created().len(),
        changes.updated().len(),
        changes.removed().len(),
        changes.unchanged(),
        changes.folder().display(),
    );
    text + &format!("{name}: {summary}\n{name}: {counts}\n")
}
