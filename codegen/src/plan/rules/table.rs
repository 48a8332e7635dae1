//! Demands as rows of tables: the variant of the runtime's `Rule` and what stands in it.

use super::{StaticPath, Tables};
use crate::api::{Bound, Count, Demand, JsonType, Required, RulesId};

/// One row, as in `Rule::MinLength(1)`.
#[derive(Debug)]
pub(crate) struct Rule {
    /// As in `MinLength`.
    pub(crate) name: &'static str,
    pub(crate) argument: Argument,
}

/// What stands in a row.
#[derive(Debug)]
pub(crate) enum Argument {
    None,
    /// As in `JsonType::String`.
    Type(&'static str),
    Types(Vec<&'static str>),
    Text(String),
    Texts(Vec<String>),
    Count(u64),
    Table(Table),
    Tables(Vec<Table>),
    Named(Vec<(String, Table)>),
    NamedTexts(Vec<(String, Vec<String>)>),
    Contains {
        item: Table,
        min: u64,
        max: Option<u64>,
    },
    If {
        condition: Table,
        then: Option<Table>,
        otherwise: Option<Table>,
    },
}

/// A table as another one names it.
#[derive(Debug)]
pub(crate) enum Table {
    /// One of the runtime's, as in `Rules::STRING`.
    Known(&'static str),
    Static(StaticPath),
    Inline(Vec<Rule>),
}

/// Returns the runtime's name of a table that it has itself.
pub(super) fn word(demands: &[Demand]) -> Option<&'static str> {
    Some(match demands {
        [] => "ANY",
        [Demand::Never] => "NEVER",
        [Demand::Types(types)] => match types.as_slice() {
            [JsonType::Boolean] => "BOOLEAN",
            [JsonType::Integer] => "INTEGER",
            [JsonType::Number] => "NUMBER",
            [JsonType::String] => "STRING",
            [JsonType::Array] => "ARRAY",
            [JsonType::Object] => "OBJECT",
            _ => return None,
        },
        _ => return None,
    })
}

pub(super) fn rule(rules: &Tables<'_>, demand: &Demand) -> Rule {
    let table = |id: &RulesId| rules.table(*id);
    let tables = |ids: &[RulesId]| Argument::Tables(ids.iter().map(table).collect());
    let named = |all: &[(String, RulesId)]| {
        Argument::Named(
            all.iter()
                .map(|(name, id)| (name.clone(), table(id)))
                .collect(),
        )
    };
    let (name, argument) = match demand {
        Demand::Never => ("Never", Argument::None),
        Demand::OrNull => ("OrNull", Argument::None),
        Demand::Types(types) => types_argument(types),
        Demand::Enum(values) => listed(values),
        Demand::Const(value) => ("Constant", Argument::Text(value.clone())),
        Demand::Bound(bound, number) => (bound_name(*bound), Argument::Text(number.clone())),
        Demand::MultipleOf(of) => ("MultipleOf", Argument::Text(of.clone())),
        Demand::Count(count, bound) => (count_name(*count), Argument::Count(*bound)),
        Demand::Pattern(pattern) => ("Pattern", Argument::Text(rules.weak.pattern(pattern))),
        Demand::UniqueItems => ("UniqueItems", Argument::None),
        Demand::PrefixItems(ids) => ("PrefixItems", tables(ids)),
        Demand::Items(id) => ("Items", Argument::Table(table(id))),
        Demand::Contains { item, min, max } => (
            "Contains",
            Argument::Contains {
                item: table(item),
                min: *min,
                max: *max,
            },
        ),
        Demand::UnevaluatedItems(id) => ("UnevaluatedItems", Argument::Table(table(id))),
        Demand::Required(required, all) => (required_name(*required), Argument::Texts(all.clone())),
        Demand::Properties(all) => ("Properties", named(all)),
        Demand::PatternProperties(all) => {
            let all = all.iter();
            let all = all.map(|(pattern, id)| (rules.weak.pattern(pattern), table(id)));
            ("PatternProperties", Argument::Named(all.collect()))
        }
        Demand::AdditionalProperties(id) => ("AdditionalProperties", Argument::Table(table(id))),
        Demand::PropertyNames(id) => ("PropertyNames", Argument::Table(table(id))),
        Demand::DependentRequired(all) => ("DependentRequired", Argument::NamedTexts(all.clone())),
        Demand::DependentSchemas(all) => ("DependentSchemas", named(all)),
        Demand::UnevaluatedProperties(id) => ("UnevaluatedProperties", Argument::Table(table(id))),
        Demand::Ref(id) => ("Ref", Argument::Table(table(id))),
        Demand::AllOf(ids) => ("AllOf", tables(ids)),
        Demand::AnyOf(ids) => ("AnyOf", tables(ids)),
        Demand::OneOf(ids) => ("OneOf", tables(ids)),
        Demand::Not(id) => ("Not", Argument::Table(table(id))),
        Demand::If {
            condition,
            then,
            otherwise,
        } => (
            "If",
            Argument::If {
                condition: table(condition),
                then: then.as_ref().map(table),
                otherwise: otherwise.as_ref().map(table),
            },
        ),
    };
    Rule { name, argument }
}

fn types_argument(types: &[JsonType]) -> (&'static str, Argument) {
    match types {
        [one] => ("Type", Argument::Type(type_name(*one))),
        types => {
            let names = types.iter().map(|ty| type_name(*ty));
            ("Types", Argument::Types(names.collect()))
        }
    }
}

/// Texts without escapes are listed as they are.
fn listed(values: &[String]) -> (&'static str, Argument) {
    let text = |json: &String| {
        let text = json.strip_prefix('"')?.strip_suffix('"')?;
        (!text.contains('\\')).then(|| text.to_owned())
    };
    match values.iter().map(text).collect() {
        Some(texts) => ("Texts", Argument::Texts(texts)),
        None => ("Values", Argument::Texts(values.to_vec())),
    }
}

fn type_name(ty: JsonType) -> &'static str {
    match ty {
        JsonType::Null => "Null",
        JsonType::Boolean => "Boolean",
        JsonType::Integer => "Integer",
        JsonType::Number => "Number",
        JsonType::String => "String",
        JsonType::Array => "Array",
        JsonType::Object => "Object",
    }
}

fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Minimum => "Minimum",
        Bound::ExclusiveMinimum => "ExclusiveMinimum",
        Bound::Maximum => "Maximum",
        Bound::ExclusiveMaximum => "ExclusiveMaximum",
    }
}

fn count_name(count: Count) -> &'static str {
    match count {
        Count::MinLength => "MinLength",
        Count::MaxLength => "MaxLength",
        Count::MinItems => "MinItems",
        Count::MaxItems => "MaxItems",
        Count::MinProperties => "MinProperties",
        Count::MaxProperties => "MaxProperties",
    }
}

fn required_name(required: Required) -> &'static str {
    match required {
        Required::Always => "Required",
        Required::InRequests => "RequiredInRequests",
        Required::InAnswers => "RequiredInAnswers",
    }
}
