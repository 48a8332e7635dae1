//! The account tells nothing that is not so: what it calls ignored can go, and the same client comes
//! out.
//!
//! Elements of lists are left alone, because those behind them would have other pointers.

use super::claims::{self, Exception};
use super::mutation::Mutation;

/// What counts all the same, by the end of its name, and why the account is right.
const EXCEPTIONS: [Exception; 3] = [
    (
        "get/security/0/oauth",
        "the key names a scheme; only the list under it is ignored",
    ),
    (
        "#/security/1/oauth",
        "the key names a scheme; only the list under it is ignored",
    ),
    (
        "Animal/dependentSchemas",
        "without it, `unevaluatedProperties` is about nothing but what stands beside it",
    ),
];

#[test]
fn what_is_ignored_does_not_come_out() {
    let wrong = claims::wrong("ignored", &EXCEPTIONS, |document, site, same| {
        // What must be there is said, and then nothing comes out.
        let goes = || same(&Mutation::Deleted.apply(document, site).unwrap()) != Some(false);
        site.is_element() || goes()
    });
    assert!(
        wrong.is_empty(),
        "generated all the same:\n{}",
        wrong.join("\n")
    );
}
