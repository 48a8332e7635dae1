//! `engross explain`.

use super::args::ExplainArgs;
use super::{Verdict, results, specs};
use crate::{Report, explain_code};

/// Prints what became of a node at every stage, or what a code means.
pub(super) fn explain(args: &ExplainArgs) -> Result<Verdict, Report> {
    if let Some(text) = explain_code(&args.pointer) {
        results::print(format_args!("{text}\n"))?;
        return Ok(Verdict::Fine);
    }
    if is_like_code(&args.pointer) {
        let message = format_args!("there is no diagnostic `{}`", args.pointer);
        return Err(Report::plain_with_help(
            message,
            "codes are written as in E0201",
        ));
    }
    let generator = specs::select_one(args.spec.as_deref())?;
    results::print(generator.explain(&args.pointer)?)?;
    Ok(Verdict::Fine)
}

/// Returns whether an argument is more likely a code than a pointer.
fn is_like_code(text: &str) -> bool {
    let digits = text.strip_prefix(['E', 'W', 'e', 'w']);
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}
