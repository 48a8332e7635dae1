//! Enums of texts, integers, numbers or values of several types. They are open: a value that the
//! description does not list is kept. Enumerations of booleans are booleans.

use std::collections::{BTreeMap, BTreeSet};

use super::number::canonical;
use super::structs::Preset;
use super::{Derives, Types};
use crate::api::{self, EnumValue, TypeId};
use crate::plan::docs::{Docs, Piece};
use crate::plan::imports::Importer;
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::notes::{self, Fallback};
use crate::plan::renames::Renames;

/// One enum, as in `PetStatus`.
#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) is_deprecated: bool,
    pub(crate) derives: Derives,
    pub(crate) base: Base,
    /// Without the one for unknown values.
    pub(crate) variants: Vec<Variant>,
}

/// What holds the values, listed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Text,
    I64,
    U64,
    /// Exact: what is no integer, or beyond 64 bits.
    Number,
    /// Values of several types.
    Value,
}

/// One value, as in `Available` for `available`.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) value: Scalar,
}

/// A value as code writes it.
#[derive(Debug)]
pub(crate) enum Scalar {
    Bool(bool),
    /// Within the 64 bits of its base.
    Integer(i128),
    /// As the description spells it, and in the one spelling of all equal numbers, as in `1.50`,
    /// `1.5`.
    Number(String, String),
    Text(String),
}

impl Base {
    /// The macro of the runtime that makes the rest of the enum.
    pub(super) fn codec(self) -> &'static str {
        match self {
            Self::Text => "text_enum",
            Self::I64 | Self::U64 => "integer_enum",
            Self::Number => "number_enum",
            Self::Value => "mixed_enum",
        }
    }

    fn of(values: &api::Enum) -> Self {
        let integers = || {
            values
                .values
                .iter()
                .map(|value| integer(value.value.text()))
        };
        let all_fit = |fits: fn(i128) -> bool| integers().all(|value| value.is_some_and(fits));
        match &values.base {
            api::Base::String(_) => Self::Text,
            api::Base::Integer(Some(api::Format::Uint64)) if all_fit(is_u64) => Self::U64,
            api::Base::Integer(_) if all_fit(is_i64) => Self::I64,
            api::Base::Integer(_) if all_fit(is_u64) => Self::U64,
            api::Base::Integer(_) | api::Base::Number(_) => Self::Number,
            api::Base::Boolean | api::Base::Mixed => Self::Value,
        }
    }

    fn scalar(self, value: &api::Scalar) -> Scalar {
        match (self, value) {
            (_, api::Scalar::Boolean(value)) => Scalar::Bool(*value),
            (_, api::Scalar::String(text)) => Scalar::Text(text.clone()),
            (Self::I64 | Self::U64, api::Scalar::Number(text)) => {
                Scalar::Integer(integer(text).unwrap_or_default())
            }
            (Self::Text | Self::Number | Self::Value, api::Scalar::Number(text)) => {
                Scalar::Number(text.clone(), canonical(text))
            }
        }
    }
}

fn integer(text: &str) -> Option<i128> {
    canonical(text).parse().ok()
}

fn is_i64(value: i128) -> bool {
    i64::try_from(value).is_ok()
}

fn is_u64(value: i128) -> bool {
    u64::try_from(value).is_ok()
}

pub(super) fn plan_enum(
    types: &Types<'_>,
    importer: &mut Importer,
    id: TypeId,
    values: &api::Enum,
) -> Option<Enum> {
    let ty = &types.api()[id];
    let name = types.item(id)?.clone();
    let fallback = Fallback {
        what: "The values of",
        name: types.wire_name(id),
    };
    let docs = notes::described(&ty.docs, fallback);
    let docs = notes::constraints(docs, ty).origin(&ty.origin);
    let base = Base::of(values);
    let variants = plan_variants(types.renames(), id, values);
    import(importer, base, &variants);
    Some(Enum {
        name,
        docs,
        is_deprecated: ty.docs.deprecated,
        derives: Derives::default(),
        base,
        variants,
    })
}

/// The value of an enumeration that has no other.
#[derive(Debug)]
pub(crate) struct Constant<'a> {
    pub(crate) value: &'a api::Scalar,
    pub(crate) preset: Preset,
}

impl<'a> Constant<'a> {
    /// What lists one value is no other than a `const`, which OpenAPI 3.0 does not have.
    pub(super) fn of(renames: &Renames, id: TypeId, values: &'a api::Enum) -> Option<Self> {
        let value = values.only()?;
        let preset = match value {
            api::Scalar::Boolean(value) if !values.has_names() => Preset::Bool(*value),
            _ => Preset::Variant(plan_variants(renames, id, values).pop()?.name),
        };
        Some(Self { value, preset })
    }
}

/// Returns the values of an enumeration with the names of their variants.
pub(super) fn named_values<'a>(
    renames: &Renames,
    id: TypeId,
    values: &'a api::Enum,
) -> Vec<(&'a str, Ident)> {
    let base = Base::of(values);
    let variants = plan_variants(renames, id, values);
    let mut texts = BTreeMap::new();
    for value in &values.values {
        let key = key(&base.scalar(&value.value));
        texts.entry(key).or_insert_with(|| value.value.text());
    }
    let named = variants.into_iter().filter_map(|variant| {
        let text = texts.get(&key(&variant.value))?;
        Some((*text, variant.name))
    });
    named.collect()
}

fn plan_variants(renames: &Renames, id: TypeId, values: &api::Enum) -> Vec<Variant> {
    let base = Base::of(values);
    let mut seen = BTreeSet::new();
    let distinct: Vec<(&EnumValue, Scalar)> = values
        .values
        .iter()
        .map(|value| (value, base.scalar(&value.value)))
        // A value said twice would be a pattern that is never reached.
        .filter(|(_, scalar)| seen.insert(key(scalar)))
        .collect();
    let claims = distinct.iter().map(|(value, _)| {
        let wanted = renames.variant(id, &[value.value.text()]);
        Renames::claim(wanted, claim(base, value))
    });
    let claims: Vec<Claim> = claims.collect();
    let idents = Scope::new(Kind::Variant).claim_all(&claims);
    let variants = distinct
        .into_iter()
        .zip(idents)
        .map(|((value, scalar), name)| Variant {
            name,
            docs: docs(base, value),
            value: scalar,
        });
    variants.collect()
}

/// What equal values have in common: their kind and a text.
fn key(value: &Scalar) -> (u8, String) {
    match value {
        Scalar::Bool(value) => (0, value.to_string()),
        Scalar::Integer(value) => (1, value.to_string()),
        Scalar::Number(_, canonical) => (1, canonical.clone()),
        Scalar::Text(text) => (2, text.clone()),
    }
}

fn docs(base: Base, value: &EnumValue) -> Docs {
    let shown = match &value.value {
        api::Scalar::String(text) if base == Base::Value => Piece::Quoted(text),
        api::Scalar::String(text) => Piece::Code(text),
        other @ (api::Scalar::Boolean(_) | api::Scalar::Number(_)) => Piece::Code(other.text()),
    };
    Docs::new()
        .optional(value.description.as_deref())
        .paragraph(&[Piece::Text("The value "), shown, Piece::Text(".")])
}

/// A value goes by what the description calls it, else by its own text.
fn claim(base: Base, value: &EnumValue) -> Claim {
    let text = value.value.text();
    let (kind, plain) = match &value.value {
        api::Scalar::Boolean(_) => ("boolean ", text.to_owned()),
        api::Scalar::Number(_) => ("number ", number_words(text)),
        api::Scalar::String(_) if base == Base::Value => ("text ", text.to_owned()),
        api::Scalar::String(_) if is_version(text) => ("", text.replace('.', " point ")),
        // Of texts alone nothing else is to be told apart.
        api::Scalar::String(_) => ("", text.to_owned()),
    };
    let mut spellings: Vec<String> = value.name.iter().cloned().collect();
    let rank = rank(spellings.first().unwrap_or(&plain));
    let long = [kind, &plain].concat();
    spellings.push(plain);
    if !kind.is_empty() {
        spellings.push(long);
    }
    Claim {
        identity: [kind, text].concat(),
        rank,
        spellings,
    }
}

/// Whether a text would lose its point: `1.0` is not `10`.
fn is_version(text: &str) -> bool {
    text.contains('.')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The words of a number, as in `0 point 5` or `1e minus 3`.
fn number_words(text: &str) -> String {
    let number = canonical(text);
    number.replace('.', " point ").replace("e-", "e minus ")
}

/// A value that is a word keeps its name before one that only comes down to the same word.
fn rank(value: &str) -> u8 {
    let mut letters = value.chars();
    let is_word =
        !value.is_empty() && letters.all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    match (is_exact(value, Kind::Variant), is_word) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

fn import(importer: &mut Importer, base: Base, variants: &[Variant]) {
    match base {
        Base::Text | Base::I64 | Base::U64 => {}
        Base::Number => {
            importer.runtime(&["Number"]);
            if !variants.is_empty() {
                importer.private(&["canonical", "number"]);
            }
        }
        Base::Value => {
            importer.runtime(&["Value"]);
            if !variants.is_empty() {
                importer.private(&["scalar"]);
            }
            let is_number = |variant: &Variant| matches!(variant.value, Scalar::Number(..));
            if variants.iter().any(is_number) {
                importer.private(&["number"]);
            }
        }
    }
}
