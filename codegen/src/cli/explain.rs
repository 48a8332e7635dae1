//! `engross explain`.

use super::args::ExplainArgs;
use super::{Verdict, specs};
use crate::{Report, explain_code};

/// Prints what became of a node at every stage, or what a code means.
pub(super) fn explain(args: &ExplainArgs) -> Result<Verdict, Report> {
    if let Some(text) = explain_code(&args.pointer) {
        println!("{text}");
        return Ok(Verdict::Fine);
    }
    let generator = specs::select_one(args.spec.as_deref())?;
    print!("{}", generator.explain(&args.pointer)?);
    Ok(Verdict::Fine)
}
