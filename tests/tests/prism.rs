//! Prism in front of real descriptions: it refuses what their servers would refuse.
//!
//! In: npm, for Prism, and real descriptions. Out: nothing but failures. `tests/prism/run.mjs` says what
//! is done. The run takes minutes: `ENGROSS_SLOW` turns it on.

use engross_tests::{announce, run_script, shared};

#[test]
fn prism_takes_what_is_sent() {
    if std::env::var_os("ENGROSS_SLOW").is_none() {
        announce("skipped: this takes minutes; set ENGROSS_SLOW");
    } else if shared("corpus").is_some() {
        run_script("tests/prism/run.mjs", &[]);
    }
}
