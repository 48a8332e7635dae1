//! The tables: what a schema demands, one [`Rule`] for each keyword. Constant data of generated code.

use std::fmt;

use super::{Direction, Violations, check};
use crate::value::Value;

/// What a schema demands: all of these.
///
/// ```
/// use engross_runtime::validate::{JsonType, Rule, Rules};
///
/// static NAME: Rules = Rules(&[Rule::Type(JsonType::String), Rule::MinLength(1)]);
/// static TREE: Rules = Rules(&[
///     Rule::Required(&["name"]),
///     Rule::Properties(&[("name", &NAME), ("parent", &TREE)]),
/// ]);
/// ```
#[derive(Clone, Copy)]
pub struct Rules(pub &'static [Rule]);

/// A name, or the pattern of names, and what it stands for.
pub type Named = (&'static str, &'static Rules);

/// One demand, called as its keyword in JSON Schema 2020-12 is. Those about one type of values say
/// nothing about values of others. Numbers are decimals of any size, as in `0.1`; patterns are in the
/// syntax of the crate `regex`; other values are JSON texts.
#[derive(Clone, Copy)]
pub enum Rule {
    /// `false`: no value fits.
    Never,
    /// `nullable`: `null` fits, whatever else is said.
    OrNull,
    /// `type` with one name.
    Type(JsonType),
    /// `type` with several names.
    Types(&'static [JsonType]),
    /// `enum` of texts.
    Texts(&'static [&'static str]),
    /// `enum` of other values.
    Values(&'static [&'static str]),
    /// `const`.
    Constant(&'static str),
    /// `minimum`.
    Minimum(&'static str),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(&'static str),
    /// `maximum`.
    Maximum(&'static str),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(&'static str),
    /// `multipleOf`; above zero, of at most 37 digits.
    MultipleOf(&'static str),
    /// `minLength`, in characters.
    MinLength(u64),
    /// `maxLength`, in characters.
    MaxLength(u64),
    /// `pattern`.
    #[cfg(feature = "validate")]
    Pattern(&'static str),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems`.
    UniqueItems,
    /// `prefixItems`.
    PrefixItems(&'static [&'static Rules]),
    /// `items`: what stands behind those of [`Rule::PrefixItems`] in the same table.
    Items(&'static Rules),
    /// `contains`, with `minContains` and `maxContains`.
    Contains {
        /// What counts.
        item: &'static Rules,
        /// How many there must be.
        min: u64,
        /// How many there may be.
        max: Option<u64>,
    },
    /// `unevaluatedItems`.
    UnevaluatedItems(&'static Rules),
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// `required`, both ways.
    Required(&'static [&'static str]),
    /// `required` of properties that are for requests alone (`writeOnly`).
    RequiredInRequests(&'static [&'static str]),
    /// `required` of properties that are for answers alone (`readOnly`).
    RequiredInAnswers(&'static [&'static str]),
    /// `properties`.
    Properties(&'static [Named]),
    /// `patternProperties`.
    #[cfg(feature = "validate")]
    PatternProperties(&'static [Named]),
    /// `additionalProperties`: what the two above, in the same table, say nothing of.
    AdditionalProperties(&'static Rules),
    /// `propertyNames`.
    PropertyNames(&'static Rules),
    /// `dependentRequired`.
    DependentRequired(&'static [(&'static str, &'static [&'static str])]),
    /// `dependentSchemas`.
    DependentSchemas(&'static [Named]),
    /// `unevaluatedProperties`.
    UnevaluatedProperties(&'static Rules),
    /// `$ref` and `$dynamicRef`.
    Ref(&'static Rules),
    /// `allOf`.
    AllOf(&'static [&'static Rules]),
    /// `anyOf`.
    AnyOf(&'static [&'static Rules]),
    /// `oneOf`.
    OneOf(&'static [&'static Rules]),
    /// `not`.
    Not(&'static Rules),
    /// `if`, `then` and `else`.
    If {
        /// What decides.
        condition: &'static Rules,
        /// What holds if it fits.
        then: Option<&'static Rules>,
        /// What holds if it does not.
        otherwise: Option<&'static Rules>,
    },
}

/// The types of JSON Schema. `1.0` is an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

impl Rules {
    /// Checks a value that no model holds yet. Properties that only requests or only answers must
    /// have may be absent.
    pub fn check(&'static self, value: &Value) -> Result<(), Violations> {
        check(self, value, Direction::Any)
    }

    /// What all values fit.
    pub const ANY: &'static Rules = &Rules(&[]);
    /// What no value fits.
    pub const NEVER: &'static Rules = &Rules(&[Rule::Never]);
    /// Booleans, and nothing else.
    pub const BOOLEAN: &'static Rules = &Rules(&[Rule::Type(JsonType::Boolean)]);
    /// Integers, and nothing else.
    pub const INTEGER: &'static Rules = &Rules(&[Rule::Type(JsonType::Integer)]);
    /// Numbers, and nothing else.
    pub const NUMBER: &'static Rules = &Rules(&[Rule::Type(JsonType::Number)]);
    /// Texts, and nothing else.
    pub const STRING: &'static Rules = &Rules(&[Rule::Type(JsonType::String)]);
    /// Objects, and nothing else.
    pub const OBJECT: &'static Rules = &Rules(&[Rule::Type(JsonType::Object)]);
    /// Arrays, and nothing else.
    pub const ARRAY: &'static Rules = &Rules(&[Rule::Type(JsonType::Array)]);
}

impl JsonType {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// Tables may lead back to themselves, so what is in them is not shown.
impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rules").finish_non_exhaustive()
    }
}
