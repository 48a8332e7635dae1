//! What schemas demand of values, keyword by keyword: what clients check that were asked to.
//!
//! Unlike types, which add up what belongs together, these say what is written, with references as
//! they are. There are none where nobody asked for them.

use crate::source::Origin;

/// The place of a schema's demands in [`Api::rules`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RulesId(u32);

/// What one schema demands.
#[derive(Debug, Clone)]
pub(crate) struct RuleSet {
    /// All of them hold. Those that ask what others have looked at come last.
    pub(crate) rules: Vec<Rule>,
    /// Whether a reference leads here.
    pub(crate) is_shared: bool,
    pub(crate) origin: Origin,
}

/// A name, and what stands under it.
pub(crate) type Named = (String, RulesId);

/// One demand, as the keyword of JSON Schema 2020-12 that it is named after. Numbers and values are
/// JSON texts.
#[derive(Debug, Clone)]
pub(crate) enum Rule {
    /// `false`.
    Never,
    /// `nullable`; before all others.
    OrNull,
    /// As in `[integer, null]`.
    Types(Vec<JsonType>),
    /// Scalars and others, as in `"a"` or `[1]`.
    Enum(Vec<String>),
    Const(String),
    /// `minimum` and the like, with the keyword.
    Bound(Bound, String),
    MultipleOf(String),
    /// `minLength` and the like, with the keyword.
    Count(Count, u64),
    Pattern(Pattern),
    UniqueItems,
    PrefixItems(Vec<RulesId>),
    Items(RulesId),
    Contains {
        item: RulesId,
        min: u64,
        max: Option<u64>,
    },
    UnevaluatedItems(RulesId),
    Required(Required, Vec<String>),
    Properties(Vec<Named>),
    PatternProperties(Vec<(Pattern, RulesId)>),
    AdditionalProperties(RulesId),
    PropertyNames(RulesId),
    DependentRequired(Vec<(String, Vec<String>)>),
    DependentSchemas(Vec<Named>),
    UnevaluatedProperties(RulesId),
    Ref(RulesId),
    AllOf(Vec<RulesId>),
    AnyOf(Vec<RulesId>),
    OneOf(Vec<RulesId>),
    Not(RulesId),
    If {
        condition: RulesId,
        then: Option<RulesId>,
        otherwise: Option<RulesId>,
    },
}

/// A regular expression (ECMA 262), as it is written.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    pub(crate) regex: String,
    pub(crate) origin: Origin,
}

/// The types of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// Bounds of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Minimum,
    ExclusiveMinimum,
    Maximum,
    ExclusiveMaximum,
}

/// Bounds of how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    MinLength,
    MaxLength,
    MinItems,
    MaxItems,
    MinProperties,
    MaxProperties,
}

/// Which way properties must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Required {
    Always,
    InRequests,
    InAnswers,
}

impl RulesId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("the readers bound a description to 4 GiB"))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl Rule {
    /// Returns the sets that this one applies.
    pub(crate) fn applied(&self) -> Vec<RulesId> {
        match self {
            Self::Never
            | Self::OrNull
            | Self::Types(_)
            | Self::Enum(_)
            | Self::Const(_)
            | Self::Bound(..)
            | Self::MultipleOf(_)
            | Self::Count(..)
            | Self::Pattern(_)
            | Self::UniqueItems
            | Self::Required(..)
            | Self::DependentRequired(_) => Vec::new(),
            Self::Items(id)
            | Self::UnevaluatedItems(id)
            | Self::AdditionalProperties(id)
            | Self::PropertyNames(id)
            | Self::UnevaluatedProperties(id)
            | Self::Ref(id)
            | Self::Not(id)
            | Self::Contains { item: id, .. } => vec![*id],
            Self::PrefixItems(ids) | Self::AllOf(ids) | Self::AnyOf(ids) | Self::OneOf(ids) => {
                ids.clone()
            }
            Self::Properties(named) | Self::DependentSchemas(named) => {
                named.iter().map(|(_, id)| *id).collect()
            }
            Self::PatternProperties(named) => named.iter().map(|(_, id)| *id).collect(),
            Self::If {
                condition,
                then,
                otherwise,
            } => [Some(*condition), *then, *otherwise]
                .into_iter()
                .flatten()
                .collect(),
        }
    }
}
