//! `engross check`.

use super::args::SelectArgs;
use super::speaker::Speaker;
use super::{Verdict, clients, results};
use crate::{Generated, Report};

/// Compares what each selected client would be with what is there.
pub(super) fn check(args: &SelectArgs) -> Result<Verdict, Report> {
    clients::each(args, compare)
}

fn compare(generated: &Generated, speaker: Speaker) -> Result<Verdict, Report> {
    let (name, changes) = (generated.name(), generated.changes()?);
    if changes.is_empty() {
        results::print(format_args!("{name}: up to date\n"))?;
        return Ok(Verdict::Fine);
    }
    results::print(changes.diff())?;
    let way = "`engross generate` brings it up to date";
    speaker.note(&format!("{name}: stale; {way}"));
    Ok(Verdict::Problems)
}
