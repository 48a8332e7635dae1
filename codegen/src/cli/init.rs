//! `engross init`.

use std::path::Path;

use super::args::InitArgs;
use super::{Verdict, results};
use crate::starter::starter;
use crate::{Report, output};

/// Writes a starting configuration beside the description.
pub(super) fn init(args: &InitArgs) -> Result<Verdict, Report> {
    let text = starter(&args.spec)?;
    let folder = args.spec.parent().unwrap_or(Path::new(""));
    let path = folder.join("engross.yaml");
    output::create(&path, &text).map_err(Report::plain)?;
    results::print(format_args!("created {}\n", path.display()))?;
    Ok(Verdict::Fine)
}
