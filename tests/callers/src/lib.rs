//! What a written caller stands on: calls from JSON, values for arguments, outcomes to JSON.
//!
//! In: one call on each line of the standard input. Out: one outcome on each line of the standard
//! output, in the same order. Which operations there are, the written program knows
//! (`src/write` makes it); what is right, the judge knows.

mod call;
mod outcome;
mod show;

use std::io::{BufRead as _, Write as _};

pub use call::Call;
pub use outcome::{Outcome, finish};
pub use show::{Debugged, Modelled, Shown};

/// What a client does with a call: `None` where it has no such operation.
pub type Dispatch = fn(&Call) -> Option<Result<Outcome, String>>;

/// Makes all calls of the standard input.
pub fn run(clients: &[(&str, Dispatch)]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let call = Call::parse(&line?);
        let outcome = call.and_then(|call| dispatch(clients, &call));
        let outcome = outcome.unwrap_or_else(Outcome::not_sent);
        writeln!(out, "{}", outcome.to_json())?;
        out.flush()?;
    }
    Ok(())
}

fn dispatch(clients: &[(&str, Dispatch)], call: &Call) -> Result<Outcome, String> {
    let client = clients.iter().find(|(name, _)| *name == call.client());
    let (_, dispatch) = client.ok_or_else(|| format!("no client `{}`", call.client()))?;
    let outcome = dispatch(call);
    outcome.ok_or_else(|| format!("no operation `{}`", call.operation()))?
}
