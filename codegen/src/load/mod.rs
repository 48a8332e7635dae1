//! The only code that reads files.
