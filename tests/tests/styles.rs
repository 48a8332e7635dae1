//! Other clients vote on how parameters are written.
//!
//! In: npm, for the clients. Out: nothing but failures. `tests/styles/run.mjs` says what is done;
//! `clauses.mjs` beside it, where the vote is wrong. The full run takes 10,000 values for each style.

use engross_tests::run_script;

#[test]
fn other_clients_agree() {
    run_script("tests/styles/run.mjs", &["500"]);
}
