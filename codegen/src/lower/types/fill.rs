//! The kinds of types, when all types have their place.

use super::discriminator;
use super::object::{fill_additional, fill_object, fill_patterns};
use super::polymorphic::polymorphic;
use super::uses::{synthetic, use_of};
use crate::api::{
    Identity, Kind, Map, Member, Owner, RareXml, Step, Tuple, TypeId, TypeRef, Union,
};
use crate::document::{SchemaId, origin};
use crate::lower::cx::Cx;
use crate::lower::shape::{
    Alternative, MapShape, MemberShape, Part, Shape, TupleShape, UnionShape, Values,
};
use crate::lower::{docs, xml};

/// Fills in all kinds. Types that turn up on the way are filled in too.
pub(in crate::lower) fn fill(cx: &mut Cx<'_, '_>) {
    while !cx.unfilled.is_empty() || !cx.contents.is_empty() {
        for (id, shape) in std::mem::take(&mut cx.unfilled) {
            let kind = kind(cx, id, shape);
            cx.api[id].kind = kind;
        }
        for (id, content) in std::mem::take(&mut cx.contents) {
            let content = below(cx, id, Some(content), || Step::Content);
            if let Some(text) = &mut cx.api[id].text {
                text.schema = Some(content);
            }
        }
    }
    for (id, schema) in std::mem::take(&mut cx.polymorphic) {
        polymorphic(cx, id, schema);
    }
}

fn kind(cx: &mut Cx<'_, '_>, id: TypeId, shape: Shape<'_>) -> Kind {
    match shape {
        Shape::Any => Kind::Any,
        Shape::Never => Kind::Never,
        Shape::Null => Kind::Null,
        Shape::Boolean => Kind::Boolean,
        Shape::Integer(format) => Kind::Integer(format),
        Shape::Number(format) => Kind::Number(format),
        Shape::String(format) => Kind::String(format),
        Shape::Enum(values) => Kind::Enum(values),
        Shape::Array(items) => Kind::Array(below(cx, id, items, || Step::Items)),
        Shape::Tuple(tuple) => Kind::Tuple(Box::new(fill_tuple(cx, id, &tuple))),
        Shape::Map(map) => Kind::Map(Box::new(fill_map(cx, id, *map))),
        Shape::Object(object) => {
            if !object.is_part && object.discriminator == Some(object.schema) {
                cx.polymorphic.push((id, object.schema));
            }
            Kind::Object(Box::new(fill_object(cx, id, *object)))
        }
        Shape::Union(union) => Kind::Union(Box::new(fill_union(cx, id, *union))),
        Shape::Alias(target) => {
            let target = below(cx, id, Some(target), || Step::Beside(1));
            Kind::Alias(TypeRef {
                nullable: cx.api[id].nullable,
                ..target
            })
        }
    }
}

/// Returns the use of a schema that stands in a type, or of anything.
pub(super) fn below(
    cx: &mut Cx<'_, '_>,
    id: TypeId,
    schema: Option<SchemaId>,
    step: impl FnOnce() -> Step,
) -> TypeRef {
    match schema {
        Some(schema) => use_of(cx, schema, || inline(id, step())),
        None => made_up(cx, id, step(), Kind::Any),
    }
}

fn made_up(cx: &mut Cx<'_, '_>, id: TypeId, step: Step, kind: Kind) -> TypeRef {
    let origin = cx.api[id].origin.clone();
    synthetic(cx, origin, inline(id, step), kind)
}

fn inline(owner: TypeId, step: Step) -> Identity {
    Identity::Inline {
        owner: Owner::Type(owner),
        step,
    }
}

fn fill_tuple(cx: &mut Cx<'_, '_>, id: TypeId, tuple: &TupleShape) -> Tuple {
    let xml = xml::of_items(cx, &tuple.prefix);
    let prefix = tuple.prefix.iter().enumerate();
    let prefix = prefix.map(|(index, item)| below(cx, id, Some(*item), || Step::Position(index)));
    Tuple {
        prefix: prefix.collect(),
        xml: xml.into_iter().map(RareXml::from).collect(),
        rest: fill_additional(cx, id, tuple.rest, Step::Items),
    }
}

fn fill_map(cx: &mut Cx<'_, '_>, id: TypeId, map: MapShape<'_>) -> Map {
    let step = Step::AdditionalProperties;
    let values = match map.values {
        Values::Any => made_up(cx, id, step, Kind::Any),
        Values::Never => made_up(cx, id, step, Kind::Never),
        Values::Schema(schema) => below(cx, id, Some(schema), || step),
    };
    Map {
        values,
        patterns: fill_patterns(cx, id, map.patterns),
        names: map
            .names
            .map(|names| below(cx, id, Some(names), || Step::Name)),
    }
}

fn fill_union(cx: &mut Cx<'_, '_>, id: TypeId, union: UnionShape<'_>) -> Union {
    let schemas: Vec<SchemaId> = union
        .members
        .iter()
        .filter_map(|member| match &member.what {
            Alternative::Schema { id, .. } | Alternative::Extended { id, .. } => Some(*id),
            Alternative::Part(_) => None,
        })
        .collect();
    let members = union.members.into_iter();
    let members: Vec<Member> = members.map(|member| fill_member(cx, id, member)).collect();
    let discriminator = union
        .discriminator
        .and_then(|schema| discriminator::of_union(cx, schema, &members, &schemas));
    Union {
        rule: union.rule,
        base: union.base.map(|base| part(cx, id, &base)),
        members,
        discriminator,
    }
}

fn fill_member(cx: &mut Cx<'_, '_>, id: TypeId, member: MemberShape<'_>) -> Member {
    let origin = origin(member.node);
    let (ty, docs) = match member.what {
        Alternative::Schema { id: schema, .. } => {
            let step = Step::Member(member.key.clone());
            let ty = below(cx, id, Some(schema), || step);
            (ty, docs::of_use(cx, schema))
        }
        Alternative::Extended {
            id: schema,
            part: found,
        } => {
            let ty = part(cx, id, &found);
            let end = &cx.document[cx.end(schema).id];
            cx.api[ty.id].docs = docs::docs(&end.docs);
            cx.api[ty.id].xml = xml::declared(end).into();
            (ty, docs::of_use(cx, schema))
        }
        Alternative::Part(found) => (part(cx, id, &found), crate::api::Docs::default()),
    };
    Member {
        key: member.key,
        ty,
        docs,
        origin,
    }
}

fn part(cx: &mut Cx<'_, '_>, id: TypeId, part: &Part<'_>) -> TypeRef {
    match part {
        Part::Placed(id) => TypeRef {
            id: *id,
            nullable: false,
        },
        Part::New(_) => made_up(cx, id, Step::Base, Kind::Any),
    }
}
