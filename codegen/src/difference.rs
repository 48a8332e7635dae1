//! The library's door to reviews: what a change of a description does.

use std::fmt;
use std::path::Path;

use crate::pipeline::Session;
use crate::review::{Semver, Verdict, render, review};
use crate::{Generator, Report};

/// What a change of a description does. `Display` gives one paragraph per change, with the places
/// in both descriptions and the verdicts at the end.
#[derive(Debug, Clone)]
pub struct Difference {
    text: String,
    wire: Verdict,
    rust: Semver,
}

/// Compares two descriptions (or configurations), as they were and as they are.
///
/// Fails where one of them has errors.
pub fn diff(old: impl AsRef<Path>, new: impl AsRef<Path>) -> Result<Difference, Report> {
    let (mut old_session, mut new_session) = (Session::default(), Session::default());
    let old = Generator::new(old.as_ref()).plan(&mut old_session)?;
    let new = Generator::new(new.as_ref()).plan(&mut new_session)?;
    let review = review((&old.0, &old.1), (&new.0, &new.1));
    Ok(Difference {
        text: render(&review, &old_session.sources, &new_session.sources),
        wire: review.wire(),
        rust: review.rust(),
    })
}

impl Difference {
    /// Returns whether clients in use break, or code that uses the generated crate.
    pub fn is_breaking(&self) -> bool {
        self.wire == Verdict::Breaking || self.rust == Semver::Major
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
