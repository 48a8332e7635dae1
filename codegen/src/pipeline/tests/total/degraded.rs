//! The account tells nothing that is not so: what it calls degraded does come out, if weaker. Without
//! it, or with another value in its place, there is another client.
//!
//! Elements of lists are not taken away, because those behind them would have other pointers.

use serde_json::Value;

use super::claims::{self, Exception};
use super::mutation::Mutation;
use super::site::Site;

/// What comes out nowhere, by the end of its name, and why the account is right.
const EXCEPTIONS: [Exception; 0] = [];

#[test]
fn what_is_degraded_comes_out() {
    let wrong = claims::wrong("degraded", &EXCEPTIONS, |document, site, same| {
        // What makes an error is looked at, too.
        let comes_out = |text: &Value| same(text) != Some(true);
        others(document, site).iter().any(comes_out)
    });
    assert!(wrong.is_empty(), "not generated:\n{}", wrong.join("\n"));
}

/// Returns the document without what stands at a place, and with another value there.
fn others(document: &Value, site: &Site) -> Vec<Value> {
    let ways = if site.is_element() {
        &[Mutation::Changed][..]
    } else {
        &[Mutation::Deleted, Mutation::Changed]
    };
    let apply = |way: &Mutation| way.apply(document, site);
    ways.iter().filter_map(apply).collect()
}
