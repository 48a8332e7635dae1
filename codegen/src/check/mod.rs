//! Passes that only look.
