//! Plan to tokens.
