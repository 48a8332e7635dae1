//! Document to API model.
