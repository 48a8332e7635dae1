//! `Debug` of models, by what they write.
//!
//! A derived `Debug` is a function of a few lines for each property; together they were a sixth of
//! what a large client costs to compile (`docs/compile-cost.md`). So models are shown as they are
//! written: by the names and in the order of the description, without what is absent. Secrets stay
//! hidden.

mod write;

use std::fmt;

pub(crate) use write::ShowWriter;

use super::model::Model;
use super::writer::Writer;

/// Shows a model as `Debug` does, on one line or, with `{:#?}`, on several.
pub fn debug(model: &impl Model, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    show(&|out| model.write(out), f)
}

fn show(write: &dyn Fn(&mut Writer<'_>), f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = String::new();
    write(&mut Writer::showing(&mut text, f.alternate()));
    f.write_str(&text)
}

#[cfg(test)]
mod tests;
