//! What holds for the pipeline as a whole.

mod run;
mod total;
mod transaction;
