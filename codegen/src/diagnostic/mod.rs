//! What is said to the user: diagnostics, their codes, their rendering.
