//! Decimals of the crate `rust_decimal`: 28 digits, exactly. A number with more is refused.

use ::rust_decimal::Decimal;

use crate::codec::{DecodeError, DecodeReason, Model, Reader, Writer};
use crate::value::{self, Number};

impl Model for Decimal {
    fn write(&self, out: &mut Writer<'_>) {
        out.number(&Number::from_token(&self.to_string()));
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let start = input.checkpoint();
        if let Some(value) = parse(&input.number()?) {
            return Ok(value);
        }
        input.rewind(&start);
        Err(input.error(DecodeReason::InvalidNumber {
            ty: "Decimal",
            problem: "out of range",
        }))
    }
}

/// Zeros at the end are kept: they are part of the value.
fn parse(number: &Number) -> Option<Decimal> {
    let text = number.to_string();
    if !text.contains(['e', 'E']) {
        return Decimal::from_str_exact(&text).ok();
    }
    let plain = value::Decimal::of(&text)?.canonical();
    Decimal::from_str_exact(&plain).ok()
}
