//! Unions: alternatives, several types in one schema, and what stands beside them.

mod beside;
mod keys;

use super::super::cx::Cx;
use super::super::flat::{Flat, FlatUnion};
use super::super::links::is_null;
use super::{
    Alternative, Decision, MemberShape, Part, Shape, SharedShape, UnionShape, enumeration,
    look_of_type, scalar,
};
use crate::api::{Format, Rule};
use crate::document::{Additional, SchemaId, SimpleType, Types};

/// Returns the look of a schema with alternatives, of which there are two at least.
pub(super) fn look<'a>(
    cx: &mut Cx<'_, 'a>,
    flat: &mut Flat<'a>,
    decision: &mut Decision<'a>,
) -> Shape<'a> {
    // Scalars that are listed beside alternatives are all that there is.
    if enumeration::lists_scalars(flat) {
        flat.unions.clear();
        return super::look_of_one(cx, flat, decision);
    }
    let union = flat.unions.remove(0);
    let alternatives = alternatives(cx, union);
    if flat.unions.is_empty()
        && let Some(shape) = enumeration::of_constants(cx, &alternatives, flat, decision)
    {
        return shape;
    }
    let has_discriminator = |id: &SchemaId| cx.document[*id].rare().discriminator.is_some();
    let discriminator = Some(union.schema)
        .filter(has_discriminator)
        .or(flat.discriminator);
    let mut members = keys::name_members(cx, &alternatives, discriminator, union.in_place);
    let types = flat.types.unwrap_or_default();
    let (mut shared, mut is_said) = (SharedShape::default(), !says_more(flat));
    if !is_said && beside::is_of_objects(flat) {
        (shared, is_said) = beside::extend(cx, union.rule, flat, &mut members, decision);
    }
    let base = (!is_said).then(|| base(cx, flat));
    Shape::Union(Box::new(UnionShape {
        rule: union.rule,
        base,
        shared,
        members,
        types,
        discriminator,
    }))
}

/// Returns the alternatives other than `null`.
fn alternatives(cx: &Cx<'_, '_>, union: FlatUnion) -> Vec<SchemaId> {
    let schema = &cx.document[union.schema];
    let all = match union.rule {
        Rule::OneOf => schema.one_of(),
        Rule::AnyOf | Rule::Types => schema.any_of(),
    };
    let others = all.iter().filter(|id| !is_null(&cx.document[**id]));
    others.copied().collect()
}

/// Returns whether anything beside the alternatives has a say in what values look like. A type alone
/// is that of the alternatives.
fn says_more(flat: &Flat<'_>) -> bool {
    !(flat.unions.is_empty()
        && flat.format.is_none()
        && flat.values.is_none()
        && flat.properties.is_empty()
        && flat.required.is_empty()
        && matches!(flat.additional, Additional::Silent | Additional::Allowed)
        && flat.items.is_none()
        && flat.patterns.is_empty()
        && flat.prefix.is_empty())
}

/// Returns the look of what stands beside alternatives. There are at most as many levels as unions
/// that are added up.
fn base<'a>(cx: &mut Cx<'_, 'a>, flat: &mut Flat<'a>) -> Part<'a> {
    let mut decision = Decision::new(Shape::Any);
    decision.shape = if flat.unions.is_empty() {
        flat.is_part = true;
        super::look_of_one(cx, flat, &mut decision)
    } else {
        look(cx, flat, &mut decision)
    };
    Part::New(Box::new(Decision::new(decision.shape)))
}

/// Returns the look of values of several types, each with the keywords that are about it.
pub(super) fn of_types<'a>(
    cx: &Cx<'_, 'a>,
    types: Types,
    flat: &mut Flat<'a>,
    decision: &mut Decision<'a>,
) -> Shape<'a> {
    let constraints = std::mem::take(&mut decision.constraints);
    let members = types.distinct().map(|ty| {
        let mut own = flat.clone();
        own.format = flat.format.filter(|_| has_format(ty, types, flat));
        let mut part = Decision::new(Shape::Any);
        part.shape = look_of_type(cx, ty, &mut own, &mut part);
        let about = constraints.iter().filter(|(key, _)| is_about(key, ty));
        MemberShape {
            key: ty.as_str().to_owned(),
            node: flat.node,
            what: Alternative::Part(Part::New(Box::new(Decision {
                constraints: about.copied().collect(),
                ..Decision::new(part.shape)
            }))),
        }
    });
    let members = members.collect();
    let left = |(key, _): &&(&str, _)| !types.distinct().any(|ty| is_about(key, ty));
    decision.constraints = constraints.iter().filter(left).copied().collect();
    Shape::Union(Box::new(UnionShape {
        rule: Rule::Types,
        base: None,
        shared: SharedShape::default(),
        members,
        types: Types::default(),
        discriminator: None,
    }))
}

fn has(types: Types, ty: SimpleType) -> bool {
    types.distinct().any(|other| other == ty)
}

/// Returns whether the format of several types is about one of them.
fn has_format(ty: SimpleType, types: Types, flat: &Flat<'_>) -> bool {
    use Format::{
        Decimal, Double, Float, Int8, Int16, Int32, Int64, Uint8, Uint16, Uint32, Uint64,
    };
    let is_numeric = match scalar::named(flat) {
        Some(
            Decimal | Double | Float | Int8 | Int16 | Int32 | Int64 | Uint8 | Uint16 | Uint32
            | Uint64,
        ) => true,
        Some(_) | None => false,
    };
    let is_number = matches!(ty, SimpleType::Integer | SimpleType::Number);
    let has_number = has(types, SimpleType::Integer) || has(types, SimpleType::Number);
    if is_number {
        is_numeric || !has(types, SimpleType::String)
    } else {
        !(is_numeric && has_number)
    }
}

/// Returns whether a keyword says nothing about values of any other type.
fn is_about(keyword: &str, ty: SimpleType) -> bool {
    match ty {
        SimpleType::String => matches!(keyword, "minLength" | "maxLength" | "pattern"),
        SimpleType::Array => matches!(
            keyword,
            "minItems" | "maxItems" | "uniqueItems" | "minContains" | "maxContains"
        ),
        SimpleType::Object => matches!(keyword, "minProperties" | "maxProperties"),
        SimpleType::Integer | SimpleType::Number => matches!(
            keyword,
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf"
        ),
        SimpleType::Boolean => false,
    }
}
