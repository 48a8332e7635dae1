//! The generated Partner Center client against real HTTP servers on 127.0.0.1, through `reqwest`
//! and through `ureq`, and against the in-memory transport: what goes over the wire, byte for byte,
//! and what becomes of every kind of answer.
//!
//! No test waits for a time to pass, and none depends on one.

mod another_hand;
mod broken_answers;
mod connections;
mod forms;
mod limits;
mod logs;
mod memory;
mod redirects;
mod request_bodies;
mod request_headers;
mod request_target;
mod responses_json;
mod responses_xml;
mod retries;
mod secrets;
mod statuses;
mod support;
mod types;
mod unknown_fields;
