//! Reviews of small APIs.
