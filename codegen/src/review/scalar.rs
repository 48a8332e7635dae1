//! Types of different kinds: whether the values of one are values of the other.

use super::cx::Apis;
use super::difference::Difference;
use super::words::kind_text;
use super::{Rule, Semver, Verdict};
use crate::api::{Base, Enum, Format, Kind};

/// Compares kinds that have nothing inside that could be compared further.
pub(super) fn compare_kinds<'a>(apis: Apis<'_>, old: &Kind, new: &Kind) -> Option<Difference<'a>> {
    let from = kind_text(apis.old, old);
    let to = kind_text(apis.new, new);
    let rule = match (old, new) {
        (Kind::Any, Kind::Any)
        | (Kind::Never, Kind::Never)
        | (Kind::Null, Kind::Null)
        | (Kind::Boolean, Kind::Boolean) => return None,
        (Kind::Integer(_), Kind::Integer(_))
        | (Kind::Number(_), Kind::Number(_))
        | (Kind::String(_), Kind::String(_)) => {
            // Other formats are demands and compared as such.
            if old.holding_format() == new.holding_format() {
                return None;
            }
            Rule::FormatChanged
        }
        _ => Rule::TypeChanged,
    };
    let rust = match (held(old), held(new)) {
        (Some(old), Some(new)) if old == new => Semver::Patch,
        _ => Semver::Major,
    };
    let difference = Difference::new(rule, format!("The type changed from {from} to {to}."));
    Some(
        difference
            .wire(sent(old, new), received(old, new))
            .rust(rust),
    )
}

/// Whether clients may go on sending values of the old kind.
fn sent(old: &Kind, new: &Kind) -> Verdict {
    match (old, new) {
        _ if fits(old, new) => Verdict::Compatible,
        _ if is_same_number(old, new) => Verdict::Warning,
        _ => Verdict::Breaking,
    }
}

/// Whether clients that expect the old kind can read the new one.
fn received(old: &Kind, new: &Kind) -> Verdict {
    match (old, new) {
        _ if fits(new, old) => Verdict::Compatible,
        _ if is_same_number(old, new) => Verdict::Warning,
        // Clients that keep unknown values of an enum, as ours do, can read any string.
        (Kind::Enum(values), Kind::String(_))
            if values.is_of_texts()
                && matches!(new.holding_format(), None | Some(Format::Password)) =>
        {
            Verdict::Warning
        }
        _ => Verdict::Breaking,
    }
}

/// Whether only the range differs: nobody can tell whether numbers in use exceed it.
fn is_same_number(old: &Kind, new: &Kind) -> bool {
    matches!(
        (old, new),
        (Kind::Integer(_), Kind::Integer(_)) | (Kind::Number(_), Kind::Number(_))
    )
}

/// Whether every value of one kind is a value of another, as far as the kinds tell.
fn fits(values: &Kind, of: &Kind) -> bool {
    match (values, of) {
        (_, Kind::Any)
        | (Kind::Never, _)
        | (Kind::Boolean, Kind::Boolean)
        | (Kind::Integer(_), Kind::Number(_)) => true,
        (Kind::Integer(_), Kind::Integer(_)) => {
            integer_fits(values.holding_format(), of.holding_format())
        }
        (Kind::Number(_), Kind::Number(_)) => {
            let (values, of) = (values.holding_format(), of.holding_format());
            of != Some(&Format::Float) || values == of
        }
        (Kind::String(_), Kind::String(_)) => {
            text_fits(values.holding_format(), of.holding_format())
        }
        (Kind::Enum(values), of) => values_fit(values, of),
        _ => false,
    }
}

/// Whether the values of an enum are values of the type that they are of.
fn values_fit(values: &Enum, of: &Kind) -> bool {
    match (&values.base, of) {
        (Base::String(_), Kind::String(_)) => text_fits(None, of.holding_format()),
        (Base::Boolean, Kind::Boolean)
        | (Base::Integer(_), Kind::Integer(_) | Kind::Number(_))
        | (Base::Number(_), Kind::Number(_)) => true,
        _ => false,
    }
}

/// An integer without a format is held in 64 bits and may have any sign.
fn integer_fits(values: Option<&Format>, of: Option<&Format>) -> bool {
    let range = |format: Option<&Format>| match format? {
        Format::Int8 => Some((true, 8)),
        Format::Int16 => Some((true, 16)),
        Format::Int32 => Some((true, 32)),
        Format::Int64 => Some((true, 64)),
        Format::Uint8 => Some((false, 8)),
        Format::Uint16 => Some((false, 16)),
        Format::Uint32 => Some((false, 32)),
        Format::Uint64 => Some((false, 64)),
        // No integers by name; what they admit is anybody's guess.
        _ => None,
    };
    match (range(values), range(of)) {
        (_, None) => true,
        (None, Some(of)) => of == (true, 64),
        (Some((is_signed, bits)), Some((of_signed, of_bits))) => match (is_signed, of_signed) {
            (true, true) | (false, false) => bits <= of_bits,
            (false, true) => bits < of_bits,
            (true, false) => false,
        },
    }
}

/// Base64 is text, but not every text is base64; raw octets are neither.
fn text_fits(values: Option<&Format>, of: Option<&Format>) -> bool {
    use Format::{Binary, Byte};
    match (values, of) {
        (Some(Binary), Some(Binary)) | (Some(Byte), Some(Byte)) => true,
        (Some(Binary), _) | (_, Some(Binary | Byte)) => false,
        _ => true,
    }
}

/// What the crate holds values in, for kinds that have no type of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Value,
    Boolean,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Float,
    Double,
    Exact,
    Text,
    Secret,
    Bytes,
}

pub(super) fn held(kind: &Kind) -> Option<Held> {
    Some(match kind {
        Kind::Any | Kind::Never | Kind::Null => Held::Value,
        Kind::Boolean => Held::Boolean,
        Kind::Integer(Some(Format::Int8)) => Held::Int8,
        Kind::Integer(Some(Format::Int16)) => Held::Int16,
        Kind::Integer(Some(Format::Uint8)) => Held::Uint8,
        Kind::Integer(Some(Format::Uint16)) => Held::Uint16,
        Kind::Integer(Some(Format::Int32)) => Held::Int32,
        Kind::Integer(Some(Format::Uint32)) => Held::Uint32,
        Kind::Integer(Some(Format::Uint64)) => Held::Uint64,
        Kind::Integer(_) => Held::Int64,
        Kind::Number(Some(Format::Float)) => Held::Float,
        Kind::Number(Some(Format::Decimal)) => Held::Exact,
        Kind::Number(_) => Held::Double,
        Kind::String(Some(Format::Password)) => Held::Secret,
        Kind::String(Some(Format::Byte | Format::Base64Url | Format::Binary)) => Held::Bytes,
        Kind::String(_) => Held::Text,
        Kind::Enum(values) if !values.has_names() => Held::Boolean,
        Kind::Enum(_)
        | Kind::Array(_)
        | Kind::Tuple(_)
        | Kind::Map(_)
        | Kind::Object(_)
        | Kind::Union(_)
        | Kind::Alias(_) => {
            return None;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Breaking, Compatible, Warning};

    #[test]
    fn values_fit_or_not() {
        use Format::{Binary, Byte, Float, Int32, Int64, Password, Uint32, Uint64};
        let integer = |format| Kind::Integer(Some(format));
        let text = |format| Kind::String(Some(format));
        let (int, number, string) = (Kind::Integer(None), Kind::Number(None), Kind::String(None));
        let enum_ = Kind::Enum(Box::new(Enum {
            base: Base::String(None),
            is_constant: false,
            values: Vec::new(),
        }));
        for (old, new, request, response) in [
            (&Kind::Boolean, &string, Breaking, Breaking),
            (&Kind::Any, &Kind::Boolean, Breaking, Compatible),
            (&Kind::Boolean, &Kind::Any, Compatible, Breaking),
            (&int, &number, Compatible, Breaking),
            (&number, &int, Breaking, Compatible),
            (&integer(Int32), &integer(Int64), Compatible, Warning),
            (&int, &integer(Int64), Compatible, Compatible),
            (&int, &integer(Int32), Warning, Compatible),
            (&integer(Uint64), &integer(Int64), Warning, Warning),
            (&integer(Uint32), &integer(Uint64), Compatible, Warning),
            (&Kind::Number(Some(Float)), &number, Compatible, Compatible),
            (&enum_, &string, Compatible, Warning),
            (&string, &enum_, Breaking, Compatible),
            (&text(Byte), &string, Compatible, Breaking),
            (&string, &text(Password), Compatible, Compatible),
            (&text(Binary), &text(Byte), Breaking, Breaking),
        ] {
            let verdicts = (sent(old, new), received(old, new));
            assert_eq!(verdicts, (request, response), "{old:?} to {new:?}");
        }
    }
}
