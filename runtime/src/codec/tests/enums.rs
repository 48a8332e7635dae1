//! Open enums in the form that the generator writes: whatever is read is written again.

use proptest::prelude::*;

use super::super::{Model, canonical, from_value, number, scalar, to_value};
use super::model::value;
use crate::value::{Number, Value};

#[derive(Clone)]
enum Colour {
    Red,
    Unknown(String),
}

impl Colour {
    fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Colour {
    fn from(value: &str) -> Self {
        match value {
            "red" => Self::Red,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

crate::text_enum!(Colour);

#[derive(Clone, Copy, Debug)]
enum Level {
    Low,
    Unknown(i64),
}

impl Level {
    fn as_i64(&self) -> i64 {
        match self {
            Self::Low => -1,
            Self::Unknown(value) => *value,
        }
    }
}

impl From<i64> for Level {
    fn from(value: i64) -> Self {
        match value {
            -1 => Self::Low,
            _ => Self::Unknown(value),
        }
    }
}

crate::integer_enum!(Level, i64);

#[derive(Clone, Debug)]
enum Ratio {
    Half,
    Unknown(Number),
}

impl Ratio {
    fn to_number(&self) -> Number {
        match self {
            Self::Half => number("0.50"),
            Self::Unknown(value) => value.clone(),
        }
    }
}

impl From<Number> for Ratio {
    fn from(value: Number) -> Self {
        match canonical(&value).as_str() {
            "0.5" => Self::Half,
            _ => Self::Unknown(value),
        }
    }
}

crate::number_enum!(Ratio);

#[derive(Clone, Debug)]
enum Size {
    Auto,
    One,
    On,
    Unknown(Value),
}

impl Size {
    fn to_value(&self) -> Value {
        match self {
            Self::Auto => Value::from("auto"),
            Self::One => Value::from(number("1")),
            Self::On => Value::from(true),
            Self::Unknown(value) => value.clone(),
        }
    }
}

impl From<Value> for Size {
    fn from(value: Value) -> Self {
        let (kind, text) = scalar(&value);
        match (kind, text.as_str()) {
            ("string", "auto") => Self::Auto,
            ("number", "1") => Self::One,
            ("boolean", "true") => Self::On,
            _ => Self::Unknown(value),
        }
    }
}

crate::mixed_enum!(Size);

fn back<T: Model>(value: &Value) -> Option<Value> {
    let read: T = from_value(value).ok()?;
    Some(to_value(&read).expect("what was read can be written"))
}

#[test]
fn listed_values_are_recognized() {
    for text in ["0.5", "0.50", "5e-1", "50E-2"] {
        let ratio: Ratio = text.parse().expect(text);
        assert!(matches!(ratio, Ratio::Half), "{text}");
        assert_eq!(ratio.to_string(), "0.50");
    }
    assert!(matches!("-1".parse(), Ok(Level::Low)));
    assert!("1.5".parse::<Level>().is_err() && "x".parse::<Ratio>().is_err());
    assert!(matches!("red".parse(), Ok(Colour::Red)));
    let sizes = [Value::from("auto"), Value::from(1), Value::from(true)];
    let known = sizes.map(|value| !matches!(Size::from(value), Size::Unknown(_)));
    assert_eq!(known, [true; 3]);
    for value in [
        Value::from("1"),
        Value::from("true"),
        Value::Null,
        Value::Array(Vec::new()),
    ] {
        assert!(matches!(Size::from(value), Size::Unknown(_)));
    }
}

#[test]
fn equal_values_are_equal_however_they_are_made() {
    assert_eq!(Ratio::Half, Ratio::Unknown(number("5e-1")));
    assert_eq!(Level::Low, Level::Unknown(-1));
    assert_eq!(Colour::Red, Colour::Unknown("red".to_owned()));
    assert_eq!(Size::One, Size::Unknown(Value::from(1)));
    assert_ne!(Size::One, Size::Unknown(Value::from("1")));
}

proptest! {
    #[test]
    fn texts_come_back(text in any::<String>()) {
        let value = Value::from(text.as_str());
        prop_assert_eq!(back::<Colour>(&value), Some(value));
    }

    #[test]
    fn integers_come_back(integer in any::<i64>()) {
        let value = Value::from(integer);
        prop_assert_eq!(back::<Level>(&value), Some(value));
        prop_assert_eq!(canonical(&Number::from(integer)), integer.to_string());
    }

    #[test]
    fn numbers_come_back_equal(
        text in "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,20})?",
    ) {
        let value = Number::parse(&text).expect("a number");
        let read = Ratio::from(value.clone()).to_number();
        prop_assert_eq!(canonical(&read), canonical(&value));
        let once = Number::parse(&canonical(&value)).expect("a number");
        prop_assert_eq!(canonical(&once), canonical(&value));
    }

    #[test]
    fn anything_comes_back(value in value()) {
        let found = back::<Size>(&value).expect("any value");
        // A listed number is written as the description spells it.
        if let (Value::Number(found), Value::Number(value)) = (&found, &value) {
            prop_assert_eq!(canonical(found), canonical(value));
        } else {
            prop_assert_eq!(found, value);
        }
    }
}

#[test]
fn enums_of_texts_are_shown_as_their_texts() {
    let shown = format!("{:?} {:?}", Colour::Red, Colour::from("sky \"blue\""));
    assert_eq!(shown, r#""red" "sky \"blue\"""#);
}
