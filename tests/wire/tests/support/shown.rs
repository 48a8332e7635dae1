//! Everything that a user can see of a call: values go in, their `Debug` and `Display` are kept, and
//! none of them may hold the token.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::fmt::Debug;

use partner_center::Error;
use partner_center::models::CustomerQualification;
use partner_center::runtime::Value;

use super::via::Outcome;

/// A part of the token that no encoding changes; less than this tells nothing.
pub(crate) const PART: &str = "s3cr3t";

/// Everything that was shown, under a name each.
#[derive(Default)]
pub(crate) struct Shown(Vec<(String, String)>);

impl Shown {
    /// Takes in both forms of `Debug`.
    pub(crate) fn debug(&mut self, name: &str, value: &impl Debug) {
        self.0
            .push((format!("{name} {{:?}}"), format!("{value:?}")));
        self.0
            .push((format!("{name} {{:#?}}"), format!("{value:#?}")));
    }

    /// Takes in an error, its sources, and what becomes of reading its body.
    pub(crate) fn error(&mut self, name: &str, error: &Error) {
        self.debug(name, error);
        self.0.push((format!("{name} {{}}"), error.to_string()));
        self.debug(&format!("{name} headers"), &error.headers());
        let mut source = error.source();
        while let Some(inner) = source {
            self.debug(&format!("{name} source"), &inner);
            self.0
                .push((format!("{name} source {{}}"), inner.to_string()));
            source = inner.source();
        }
    }

    /// Takes in a response, or an error with all that can be asked of it.
    pub(crate) fn outcome(&mut self, name: &str, outcome: &Outcome) {
        let error = match outcome {
            Ok(response) => {
                self.debug(name, response);
                self.debug(&format!("{name} headers"), response.headers());
                return;
            }
            Err(error) => error,
        };
        self.error(name, error);
        for read in [
            error.decode::<CustomerQualification>().map(drop),
            error.decode::<Vec<String>>().map(drop),
            error.decode::<Value>().map(drop),
        ] {
            if let Err(error) = read {
                self.error(&format!("{name} decode"), &error);
            }
        }
    }

    /// Whether anything shown holds this text.
    pub(crate) fn contains(&self, part: &str) -> bool {
        self.0.iter().any(|(_, text)| text.contains(part))
    }

    /// Expects no part of the token, also not with something between its characters.
    pub(crate) fn check(&self) {
        assert!(!self.0.is_empty());
        let leaks: Vec<_> = self.0.iter().filter(|(_, text)| leaks(text)).collect();
        let names: BTreeSet<_> = leaks.iter().map(|(name, _)| name).collect();
        assert!(
            names.is_empty(),
            "the token is shown by {names:#?}, first: {}",
            leaks[0].1
        );
    }
}

fn leaks(text: &str) -> bool {
    let plain: String = text.chars().filter(char::is_ascii_graphic).collect();
    plain.to_ascii_lowercase().contains(PART)
}
