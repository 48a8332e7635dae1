//! What the golden cases send and read, against the in-memory transport: the descriptions go in as
//! code that is generated and compiled, exact requests and decoded answers come out. The expected
//! texts follow the specification by hand; none is taken from the output.

mod support;

mod answers;
mod bodies;
mod failures;
mod models;
mod parts;
mod security;
mod servers;
mod targets;
mod unions;
mod validate;
mod xml;
mod xml_specification;
