//! What the tests share: a scripted server, its records, a call through either transport.

pub(crate) mod answer;
pub(crate) mod echoes;
pub(crate) mod python;
pub(crate) mod recorded;
pub(crate) mod refusing;
pub(crate) mod samples;
pub(crate) mod scene;
pub(crate) mod server;
pub(crate) mod shown;
pub(crate) mod via;

pub(crate) use answer::Answer;
pub(crate) use python::python;
pub(crate) use recorded::Recorded;
pub(crate) use scene::{CUSTOMER, Played, Scene, TOKEN, builder};
pub(crate) use server::Server;
pub(crate) use via::{Outcome, Via};
