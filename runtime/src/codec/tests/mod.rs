//! What the codecs do as a whole, on models in the form that the generator writes.

mod choice;
mod enums;
mod errors;
mod form;
mod json;
mod model;
mod plain;
mod round_trip;
mod shapes;
mod suite;
mod union;
mod xml;

use super::{DecodeError, DecodeLimits, Model, decode, encode};

const JSON: &str = "application/json";
const XML: &str = "text/xml";
const FORM: &str = "application/x-www-form-urlencoded";

fn read<T: Model>(text: &str, media_type: &str) -> Result<T, DecodeError> {
    decode(text.as_bytes(), media_type, &DecodeLimits::default())
}

fn write(value: &impl Model, media_type: &str) -> String {
    String::from_utf8(encode(value, media_type).expect("a model that can be written"))
        .expect("text")
}
