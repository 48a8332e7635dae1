//! `engross check`.

use super::args::SelectArgs;
use super::{Verdict, show, specs};
use crate::{Generator, Report};

/// Compares what each selected client would be with what is there.
pub(super) fn check(args: &SelectArgs) -> Result<Verdict, Report> {
    let mut verdict = Verdict::Fine;
    for generator in specs::select(args)? {
        let outcome = check_one(&generator).unwrap_or_else(|report| {
            show(&report);
            Verdict::Problems
        });
        if outcome == Verdict::Problems {
            verdict = Verdict::Problems;
        }
    }
    Ok(verdict)
}

fn check_one(generator: &Generator) -> Result<Verdict, Report> {
    let generated = generator.generate()?;
    show(generated.report());
    let changes = generated.changes()?;
    if changes.is_empty() {
        println!("{}: up to date", generated.name());
        return Ok(Verdict::Fine);
    }
    print!("{}", changes.diff());
    eprintln!(
        "{}: stale; `engross generate` brings it up to date",
        generated.name()
    );
    Ok(Verdict::Problems)
}
