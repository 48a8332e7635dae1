//! What a union's codec is told: what tells the variants apart.

use std::collections::BTreeSet;

use super::form::Members;
use crate::api::{Kind, Look, Marks, Sort, TypeId, Union};
use crate::plan::models::Types;
use crate::plan::names::Ident;

/// What tells the variants of a union apart.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The name of the static.
    pub(crate) constant: Ident,
    pub(crate) tag: Option<Tag>,
    /// One for each variant; none where the property suffices.
    pub(crate) tests: Vec<Test>,
}

/// A property whose values tell variants apart.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) property: String,
    /// Its name in XML, where that is another.
    pub(crate) xml: Option<String>,
    /// Values and the positions of their variants.
    pub(crate) values: Vec<(String, usize)>,
    pub(crate) default: Option<usize>,
}

/// What values of one variant look like.
#[derive(Debug)]
pub(crate) struct Test {
    pub(crate) sorts: Vec<Sort>,
    /// What the items of arrays are; none where they may be anything.
    pub(crate) items: Vec<Sort>,
    /// The only scalars that there are.
    pub(crate) values: Vec<String>,
    /// The only objects that there are; none where any will do.
    pub(crate) shapes: Vec<Static>,
    /// Properties of these objects and their only values.
    pub(crate) marks: Marks,
    /// Whether another variant is a special case.
    pub(crate) is_wide: bool,
}

/// A static of the file or of one beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Static {
    pub(crate) module: Option<Ident>,
    pub(crate) name: Ident,
}

pub(super) fn plan_choice(
    types: &Types<'_>,
    id: TypeId,
    union: &Union,
    members: &Members,
) -> Option<Choice> {
    let telling = &members.telling;
    let tests = members.variants.iter().map(|variant| {
        let look = &telling.looks[variant.member];
        let shapes = if members.needs_shapes() {
            types.shapes_of(id, look)
        } else {
            Vec::new()
        };
        Test {
            sorts: look.sorts.iter().copied().collect(),
            items: look.items.iter().copied().collect(),
            values: values(look),
            marks: if shapes.is_empty() {
                Marks::new()
            } else {
                telling.marks[variant.member].clone()
            },
            shapes,
            is_wide: is_wide(types, union, members, variant.member),
        }
    });
    let tests = if telling.tag_suffices {
        Vec::new()
    } else {
        tests.collect()
    };
    Some(Choice {
        constant: types.static_of(id)?.clone(),
        tag: plan_tag(types, members),
        tests,
    })
}

impl Members {
    /// Whether properties have to tell objects apart.
    pub(in crate::plan) fn needs_shapes(&self) -> bool {
        let variants = self.variants.iter();
        let looks = variants.map(|variant| &self.telling.looks[variant.member]);
        !self.telling.tag_suffices && looks.filter(|look| look.has_objects()).count() > 1
    }

    /// Returns the looks of the variants.
    pub(in crate::plan) fn looks(&self) -> impl Iterator<Item = &Look> {
        let variants = self.variants.iter();
        variants.map(|variant| &self.telling.looks[variant.member])
    }
}

/// A value listed twice says nothing new.
fn values(look: &Look) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let values = look.values.iter().flatten();
    values
        .filter(|value| seen.insert(*value))
        .cloned()
        .collect()
}

fn plan_tag(types: &Types<'_>, members: &Members) -> Option<Tag> {
    let tag = members.telling.tag.as_ref()?;
    let values = tag.values.iter().filter_map(|(value, member)| {
        let variant = members.variant_of(*member)?;
        Some((value.clone(), variant))
    });
    let objects = members.looks().flat_map(|look| &look.objects);
    let mut xml = objects.filter_map(|id| match &types.api()[*id].kind {
        Kind::Object(object) => {
            let mut properties = object.properties.iter();
            let property = properties.find(|property| property.name == tag.property)?;
            property.xml.name.clone()
        }
        _ => None,
    });
    Some(Tag {
        property: tag.property.clone(),
        xml: xml.next().filter(|name| *name != tag.property),
        values: values.collect(),
        default: tag.default.and_then(|member| members.variant_of(member)),
    })
}

/// Numbers are wider than integers, texts of any format wider than those of one.
fn is_wide(types: &Types<'_>, union: &Union, members: &Members, member: usize) -> bool {
    let kind = |member: usize| &types.api()[types.end(union.members[member].ty.id)].kind;
    let mut others = members.variants.iter().map(|variant| kind(variant.member));
    match kind(member) {
        Kind::Number(_) => others.any(|other| matches!(other, Kind::Integer(_))),
        Kind::String(None) => others.any(|other| matches!(other, Kind::String(Some(_)))),
        _ => false,
    }
}
