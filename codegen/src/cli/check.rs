//! `engross check`.

use super::args::SelectArgs;
use super::speaker::Speaker;
use super::{Verdict, clients};
use crate::{Generated, Report};

/// Compares what each selected client would be with what is there.
pub(super) fn check(args: &SelectArgs) -> Result<Verdict, Report> {
    clients::each(args, compare)
}

fn compare(generated: &Generated, speaker: Speaker) -> Result<Verdict, Report> {
    let (name, changes) = (generated.name(), generated.changes()?);
    if changes.is_empty() {
        println!("{name}: up to date");
        return Ok(Verdict::Fine);
    }
    print!("{}", changes.diff());
    let way = "`engross generate` brings it up to date";
    speaker.note(&format!("{name}: stale; {way}"));
    Ok(Verdict::Problems)
}
