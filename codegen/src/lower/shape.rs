//! What values of a schema look like, in the terms of the model but with schemas instead of types.
//!
//! Takes a schema with its members added up; decides, and says what comes out weaker.

mod array;
mod enumeration;
mod object;
mod scalar;

use super::cx::Cx;
use super::flat::{Flat, FlatProperty};
use crate::api::{EnumValue, Format};
use crate::document::{Additional, SchemaId, SimpleType, Text};
use crate::load::Node;
use indexmap::IndexMap;

/// The look of values.
#[derive(Debug)]
pub(super) enum Shape<'a> {
    Any,
    Boolean,
    Integer(Option<Format>),
    Number(Option<Format>),
    String(Option<Format>),
    Enum(Vec<EnumValue>),
    /// `None` where items may be anything.
    Array(Option<SchemaId>),
    /// `None` where values may be anything.
    Map(Option<SchemaId>),
    Object(ObjectShape<'a>),
    /// What another schema looks like.
    Alias(SchemaId),
}

/// The look of an object with named properties.
#[derive(Debug)]
pub(super) struct ObjectShape<'a> {
    pub(super) properties: Vec<FlatProperty<'a>>,
    pub(super) required: IndexMap<&'a str, Text<'a>>,
    pub(super) additional: Additional,
}

/// A shape and what goes with it.
#[derive(Debug)]
pub(super) struct Decision<'a> {
    pub(super) shape: Shape<'a>,
    pub(super) nullable: bool,
    /// Bounds, and formats that do not change how a value is held.
    pub(super) constraints: Vec<(&'static str, Node<'a>)>,
    /// What comes out weaker than it was written.
    pub(super) weaker: Vec<(&'static str, Node<'a>)>,
    /// What comes out a little weaker, in a way that surprises nobody.
    pub(super) told: Vec<(&'static str, Node<'a>)>,
    /// Values that an enumeration lists again.
    pub(super) repeated: Vec<Node<'a>>,
}

const NEVER: &str = "a schema that no value fits comes out as any value";
const SEVERAL: &str = "values of several types are not generated yet, so any value is taken";
const CONTRADICTION: &str = "members of `allOf` demand different types, so any value is taken";

/// Decides on the look of a schema that stands for itself.
pub(super) fn decide<'a>(cx: &mut Cx<'_, 'a>, id: SchemaId) -> Decision<'a> {
    let mut flat = super::flat::flatten(cx, id);
    let mut decision = Decision {
        shape: Shape::Any,
        nullable: flat.nullable,
        constraints: std::mem::take(&mut flat.constraints),
        weaker: std::mem::take(&mut flat.weaker),
        told: std::mem::take(&mut flat.told),
        repeated: Vec::new(),
    };
    decision.shape = look(cx, &mut flat, &mut decision);
    // Anything includes `null`.
    decision.nullable &= !matches!(decision.shape, Shape::Any);
    decision
}

fn look<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>, decision: &mut Decision<'a>) -> Shape<'a> {
    if let Some(obstacle) = flat.obstacle {
        decision.weaker.push(obstacle);
        return Shape::Any;
    }
    if flat.never {
        decision.weaker.push((NEVER, flat.node));
        return Shape::Any;
    }
    if let Some(shape) = enumeration::look(flat, decision) {
        return shape;
    }
    match flat.types.map(|types| (types, types.single())) {
        Some((_, Some(ty))) => look_of_type(cx, ty, flat, decision),
        Some((types, None)) => {
            let reason = if types.is_empty() {
                CONTRADICTION
            } else {
                SEVERAL
            };
            decision
                .weaker
                .push((reason, flat.node.get("type").unwrap_or(flat.node)));
            Shape::Any
        }
        None => match implied_type(flat) {
            Some(ty) => look_of_type(cx, ty, flat, decision),
            None => Shape::Any,
        },
    }
}

fn look_of_type<'a>(
    cx: &Cx<'_, 'a>,
    ty: SimpleType,
    flat: &mut Flat<'a>,
    decision: &mut Decision<'a>,
) -> Shape<'a> {
    match ty {
        SimpleType::Boolean => Shape::Boolean,
        SimpleType::Integer => Shape::Integer(scalar::integer_format(flat, decision)),
        SimpleType::Number => Shape::Number(scalar::number_format(flat, decision)),
        SimpleType::String => Shape::String(scalar::string_format(flat, decision)),
        SimpleType::Array => array::look(flat, decision),
        SimpleType::Object => object::look(cx, flat, decision),
    }
}

/// Returns the type that a schema without `type` can only mean: keywords of objects say nothing
/// about other values, and nobody writes them for those.
fn implied_type(flat: &Flat<'_>) -> Option<SimpleType> {
    let of_objects = !flat.properties.is_empty()
        || !flat.required.is_empty()
        || flat.additional != Additional::Silent
        || flat.patterns.is_some();
    let of_arrays = flat.items.is_some() || flat.prefix.is_some();
    match (of_objects, of_arrays) {
        (true, false) => Some(SimpleType::Object),
        (false, true) => Some(SimpleType::Array),
        (true, true) | (false, false) => None,
    }
}
