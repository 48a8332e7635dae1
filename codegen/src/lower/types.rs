//! Schemas to types: each schema that stands for itself becomes one type, once.
//!
//! First all schemas get their place (a name, or a step from an owner), then all kinds are filled
//! in, so that recursion needs no care. Explicit queues: nesting costs no stack.

mod children;
mod components;
mod depth;
mod discriminator;
mod fill;
mod object;
mod place;
mod polymorphic;
mod uses;

pub(super) use components::{place_components, place_elsewhere, place_rest};
pub(super) use depth::limit_depth;
pub(super) use fill::fill;
pub(super) use place::place;
pub(super) use uses::{synthetic, use_of};
