//! Passes that only look: what is allowed but rarely meant, and the account of what did not come
//! through whole.
//!
//! Takes the model and the configuration, adds warnings. Nothing is changed here, and nothing here
//! stops a run; what must, is said where it is found.

mod accounting;
mod bodies;
mod case;
mod responses;
mod roles;
#[cfg(test)]
mod tests;
mod unions;

pub(crate) use accounting::{account, refuse};

use crate::api::Api;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
pub(crate) use roles::{UnmatchedRole, unmatched_roles};

/// Looks at the whole model. Where errors were said, the model lacks what they are about, so what
/// would be found in it may not be so.
pub(crate) fn check(api: &Api, config: &Config, diagnostics: &mut Diagnostics) {
    if diagnostics.has_errors() {
        return;
    }
    roles::check(api, diagnostics);
    bodies::check(api, diagnostics);
    responses::check(api, diagnostics);
    unions::check(api, diagnostics);
    if config.properties.ignore_case {
        case::check(api, diagnostics);
    }
}
