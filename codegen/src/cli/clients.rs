//! Goes over the selected clients, shows what each has to say and writes the report.

use super::args::SelectArgs;
use super::speaker::Speaker;
use super::{Verdict, specs};
use crate::account::{Client, document};
use crate::output;
use crate::{Generated, Generator, Report};

/// Generates each selected client in memory and hands it on; one that fails does not keep the others
/// from their turn.
pub(super) fn each(
    args: &SelectArgs,
    work: fn(&Generated, Speaker) -> Result<Verdict, Report>,
) -> Result<Verdict, Report> {
    let speaker = Speaker::new(&args.messages);
    let (mut verdict, mut clients) = (Verdict::Fine, Vec::new());
    for generator in specs::select(args)? {
        let (one, client) = run(args, &generator, speaker, work);
        if one == Verdict::Problems {
            verdict = Verdict::Problems;
        }
        clients.extend(client);
    }
    if let Some(path) = &args.report {
        output::replace_report(path, &document(&clients)).map_err(Report::plain)?;
    }
    Ok(verdict)
}

/// Returns what the report says of the client, if one is wanted.
fn run(
    args: &SelectArgs,
    generator: &Generator,
    speaker: Speaker,
    work: fn(&Generated, Speaker) -> Result<Verdict, Report>,
) -> (Verdict, Option<Client>) {
    let is_reported = args.report.is_some();
    let fail = |report: Report| {
        speaker.show(&report);
        let report = report.about(generator.spec());
        (Verdict::Problems, is_reported.then(|| report.client(None)))
    };
    let generated = match generator.generate() {
        Ok(generated) => generated,
        Err(report) => return fail(report),
    };
    speaker.show(generated.report());
    let result = match work(&generated, speaker) {
        Ok(verdict) => (verdict, is_reported.then(|| generated.client())),
        Err(report) => fail(report),
    };
    // The process is about to end, and giving back a large client piece by piece takes a while.
    std::mem::forget(generated);
    result
}
