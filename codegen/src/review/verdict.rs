//! How grave a change is, for those who use the API and for those who use the generated crate.

use std::fmt;

/// What a change does to clients of the old description that talk to a server of the new one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// They notice nothing.
    #[default]
    Compatible,
    /// The description alone does not tell whether they fail.
    Warning,
    /// Some of them fail.
    Breaking,
}

/// What regenerating the client asks of its version number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Semver {
    /// The generated crate stays as it is.
    #[default]
    None,
    /// The crate changes, what its users see of it does not.
    Patch,
    /// Its users get something new.
    Minor,
    /// Code that uses it may have to change.
    Major,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Compatible => "compatible",
            Self::Warning => "warning",
            Self::Breaking => "breaking",
        })
    }
}

impl fmt::Display for Semver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}
