//! Any bytes, as JSON and as YAML: a tree or an error comes out, and both can be asked everything.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| engross::fuzzing::read(bytes));
