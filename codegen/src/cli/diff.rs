//! `engross diff`.

use super::args::DiffArgs;
use super::{Verdict, results};
use crate::Report;

/// Prints what a change does.
pub(super) fn diff(args: &DiffArgs) -> Result<Verdict, Report> {
    let difference = crate::diff(&args.old, &args.new)?;
    results::print(&difference)?;
    Ok(if difference.is_breaking() {
        Verdict::Problems
    } else {
        Verdict::Fine
    })
}
