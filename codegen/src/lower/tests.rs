//! Descriptions to dumps and diagnostics.

mod corpus;
