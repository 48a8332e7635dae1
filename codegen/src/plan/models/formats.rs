//! Which type holds the values of a format: as the configuration says, else what loses nothing.

use std::collections::BTreeSet;

use crate::api::{Api, Format, Kind};
use crate::config::{Formats, Holder};
use crate::plan::ty::{Foreign, Integer, Ty};

/// The choices of one client.
#[derive(Debug)]
pub(super) struct Choices {
    formats: Formats,
    /// The formats of the configuration that no schema has whose values the choice could hold.
    pub(super) unused: Vec<String>,
}

impl Choices {
    pub(super) fn new(api: &Api, formats: &Formats) -> Self {
        let chosen = api.types().filter_map(|(_, ty)| choose(formats, &ty.kind));
        let used: BTreeSet<&str> = chosen.map(|(key, _)| key).collect();
        let unused = formats.keys().filter(|key| !used.contains(key.as_str()));
        Self {
            unused: unused.cloned().collect(),
            formats: formats.clone(),
        }
    }

    /// Returns what holds the values of a boolean, number or text.
    pub(super) fn ty(&self, kind: &Kind) -> Ty {
        match choose(&self.formats, kind) {
            Some((_, ty)) => ty,
            None => by_default(kind),
        }
    }
}

/// Returns the choice for a type with its key, if there is one that can hold its values.
fn choose<'f>(formats: &'f Formats, kind: &Kind) -> Option<(&'f str, Ty)> {
    let name = match (kind.format(), kind) {
        (Some(format), _) => format.as_str(),
        (None, Kind::Integer(_)) => "integer",
        (None, Kind::Number(_)) => "number",
        (None, _) => return None,
    };
    let (key, holder) = formats.get_key_value(name)?;
    let ty = match kind {
        Kind::Integer(_) => of_integer(holder)?,
        Kind::Number(_) => of_number(holder)?,
        _ => of_text(holder, kind.format()?)?,
    };
    Some((key, ty))
}

fn of_integer(holder: &Holder) -> Option<Ty> {
    Some(match holder {
        Holder::I8 => Ty::Integer(Integer::I8),
        Holder::I16 => Ty::Integer(Integer::I16),
        Holder::I32 => Ty::Integer(Integer::I32),
        Holder::I64 => Ty::Integer(Integer::I64),
        Holder::U8 => Ty::Integer(Integer::U8),
        Holder::U16 => Ty::Integer(Integer::U16),
        Holder::U32 => Ty::Integer(Integer::U32),
        Holder::U64 => Ty::Integer(Integer::U64),
        Holder::Exact => Ty::Number,
        Holder::RustDecimal => Ty::Foreign(Foreign::RustDecimal),
        Holder::Own(path) => Ty::Own(path.clone()),
        _ => return None,
    })
}

fn of_number(holder: &Holder) -> Option<Ty> {
    Some(match holder {
        Holder::F32 => Ty::F32,
        Holder::F64 => Ty::F64,
        Holder::Exact => Ty::Number,
        Holder::RustDecimal => Ty::Foreign(Foreign::RustDecimal),
        Holder::Own(path) => Ty::Own(path.clone()),
        _ => return None,
    })
}

fn of_text(holder: &Holder, format: &Format) -> Option<Ty> {
    let foreign = match (holder, format) {
        (Holder::Text, _) => return Some(Ty::String),
        (Holder::Bytes, Format::Base64Url) => Foreign::Base64Url,
        (Holder::Bytes, _) => return Some(Ty::Bytes),
        (Holder::Secret, _) => return Some(Ty::Secret),
        (Holder::Own(path), _) => return Some(Ty::Own(path.clone())),
        (Holder::Chrono, Format::Date) => Foreign::ChronoDate,
        (Holder::Chrono, Format::DateTime) => Foreign::ChronoDateTime,
        (Holder::Chrono, Format::Time) => Foreign::ChronoTime,
        (Holder::Time, Format::Date) => Foreign::TimeDate,
        (Holder::Time, Format::DateTime) => Foreign::TimeDateTime,
        (Holder::Time, Format::Time) => Foreign::TimeTime,
        (Holder::Jiff, Format::Date) => Foreign::JiffDate,
        (Holder::Jiff, Format::DateTime) => Foreign::JiffDateTime,
        (Holder::Jiff, Format::Time) => Foreign::JiffTime,
        (Holder::Jiff, Format::Duration) => Foreign::JiffDuration,
        (Holder::Uuid, _) => Foreign::Uuid,
        (Holder::Url, _) => Foreign::Url,
        (Holder::Std, Format::Ipv4) => Foreign::Ipv4,
        (Holder::Std, Format::Ipv6) => Foreign::Ipv6,
        (Holder::Std, Format::Other(name)) if name == "ip" => Foreign::Ip,
        _ => return None,
    };
    Some(Ty::Foreign(foreign))
}

/// Texts stay texts: whatever a server sends is kept as it came. What other formats mean for numbers
/// is anybody's guess.
fn by_default(kind: &Kind) -> Ty {
    match kind {
        Kind::Integer(Some(Format::Int8)) => Ty::Integer(Integer::I8),
        Kind::Integer(Some(Format::Int16)) => Ty::Integer(Integer::I16),
        Kind::Integer(Some(Format::Int32)) => Ty::Integer(Integer::I32),
        Kind::Integer(Some(Format::Uint8)) => Ty::Integer(Integer::U8),
        Kind::Integer(Some(Format::Uint16)) => Ty::Integer(Integer::U16),
        Kind::Integer(Some(Format::Uint32)) => Ty::Integer(Integer::U32),
        Kind::Integer(Some(Format::Uint64)) => Ty::Integer(Integer::U64),
        Kind::Integer(_) => Ty::Integer(Integer::I64),
        Kind::Number(Some(Format::Decimal)) => Ty::Number,
        Kind::Number(_) => Ty::F64,
        Kind::String(Some(Format::Byte | Format::Binary)) => Ty::Bytes,
        Kind::String(Some(Format::Base64Url)) => Ty::Foreign(Foreign::Base64Url),
        Kind::String(Some(Format::Password)) => Ty::Secret,
        _ => Ty::String,
    }
}
