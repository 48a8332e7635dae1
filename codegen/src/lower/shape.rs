//! What values of a schema look like, in the terms of the model but with schemas instead of types.
//!
//! Takes a schema with its members added up; decides, and says what comes out weaker.

mod array;
mod enumeration;
mod object;
mod scalar;
mod union;

use super::cx::Cx;
use super::flat::{Flat, FlatProperty, NameMap};
use crate::api::{Enum, Format, Rule, TypeId};
use crate::document::{Additional, SchemaId, SimpleType, Text, Types};
use crate::load::Node;

/// The look of values. As in the model, what is big stands apart.
#[derive(Debug)]
pub(super) enum Shape<'a> {
    Any,
    Never,
    Null,
    Boolean,
    Integer(Option<Format>),
    Number(Option<Format>),
    String(Option<Format>),
    Enum(Box<Enum>),
    /// `None` where items may be anything.
    Array(Option<SchemaId>),
    Tuple(Box<TupleShape>),
    Map(Box<MapShape<'a>>),
    Object(Box<ObjectShape<'a>>),
    Union(Box<UnionShape<'a>>),
    /// What another schema looks like.
    Alias(SchemaId),
}

/// The look of an array whose first items have a look each.
#[derive(Debug)]
pub(super) struct TupleShape {
    pub(super) prefix: Vec<SchemaId>,
    pub(super) rest: Additional,
}

/// The look of an object without named properties.
#[derive(Debug, Default)]
pub(super) struct MapShape<'a> {
    pub(super) values: Values,
    pub(super) patterns: Vec<FlatProperty<'a>>,
    pub(super) names: Option<SchemaId>,
}

/// The look of what no name and no pattern stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Values {
    #[default]
    Any,
    Never,
    Schema(SchemaId),
}

/// The look of an object with named properties.
#[derive(Debug)]
pub(super) struct ObjectShape<'a> {
    /// The schema that is an object, for what adds to it.
    pub(super) schema: SchemaId,
    pub(super) properties: Vec<FlatProperty<'a>>,
    pub(super) required: NameMap<'a, Text<'a>>,
    pub(super) patterns: Vec<FlatProperty<'a>>,
    pub(super) names: Option<SchemaId>,
    pub(super) additional: Additional,
    /// The schema whose discriminator counts.
    pub(super) discriminator: Option<SchemaId>,
    /// Whether the object is only a part of what values look like.
    pub(super) is_part: bool,
}

/// The look of values that fit one of several schemas.
#[derive(Debug)]
pub(super) struct UnionShape<'a> {
    pub(super) rule: Rule,
    /// What stands beside the alternatives and is not said in each.
    pub(super) base: Option<Part<'a>>,
    pub(super) shared: SharedShape<'a>,
    pub(super) members: Vec<MemberShape<'a>>,
    /// What schemas have for a type that do not say it themselves.
    pub(super) types: Types,
    /// The schema whose discriminator counts.
    pub(super) discriminator: Option<SchemaId>,
}

/// What stands beside alternatives and is said in each, at home in the union.
#[derive(Debug, Default)]
pub(super) struct SharedShape<'a> {
    pub(super) properties: Vec<FlatProperty<'a>>,
    pub(super) patterns: Vec<FlatProperty<'a>>,
    /// What no name and no pattern stands for.
    pub(super) values: Values,
    pub(super) names: Option<SchemaId>,
}

/// The look of one alternative.
#[derive(Debug)]
pub(super) struct MemberShape<'a> {
    pub(super) key: String,
    pub(super) node: Node<'a>,
    pub(super) what: Alternative<'a>,
}

#[derive(Debug)]
pub(super) enum Alternative<'a> {
    Schema {
        id: SchemaId,
        in_place: bool,
    },
    /// A schema that stands elsewhere, with what stands beside the alternatives.
    Extended {
        id: SchemaId,
        part: Part<'a>,
    },
    Part(Part<'a>),
}

/// What no schema says alone.
#[derive(Debug)]
pub(super) enum Part<'a> {
    New(Box<Decision<'a>>),
    Placed(TypeId),
}

/// A shape and what goes with it.
#[derive(Debug)]
pub(super) struct Decision<'a> {
    pub(super) shape: Shape<'a>,
    pub(super) nullable: bool,
    pub(super) constraints: Vec<(&'static str, Node<'a>)>,
    /// Conditions with schemas in them.
    pub(super) conditions: Vec<(&'static str, Node<'a>)>,
    pub(super) text: Option<TextShape<'a>>,
    /// What comes out weaker than it was written.
    pub(super) weaker: Vec<(&'static str, Node<'a>)>,
    /// What comes out a little weaker, in a way that surprises nobody.
    pub(super) told: Vec<(&'static str, Node<'a>)>,
    /// What does not come out because something else says it, too.
    pub(super) spare: Vec<(&'static str, Node<'a>)>,
    /// Values that an enumeration lists again.
    pub(super) repeated: Vec<Node<'a>>,
}

/// What a text holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextShape<'a> {
    pub(super) encoding: Option<&'a str>,
    pub(super) media_type: Option<&'a str>,
    pub(super) content: Option<SchemaId>,
}

const NEVER: &str = "a schema that no value fits comes out as any value";
const NULL: &str = "`null` alone comes out as any value";
const CONTRADICTION: &str = "members of `allOf` demand different types, so any value is taken";

impl<'a> Decision<'a> {
    /// Returns a shape with nothing else.
    pub(super) fn new(shape: Shape<'a>) -> Self {
        Self {
            shape,
            nullable: false,
            constraints: Vec::new(),
            conditions: Vec::new(),
            text: None,
            weaker: Vec::new(),
            told: Vec::new(),
            spare: Vec::new(),
            repeated: Vec::new(),
        }
    }
}

/// Decides on the look of a schema that stands for itself. What names no type has one of `types`.
pub(super) fn decide<'a>(cx: &mut Cx<'_, 'a>, id: SchemaId, types: Types) -> Decision<'a> {
    let mut flat = super::flat::flatten(cx, id);
    if !types.is_empty() {
        flat.types.get_or_insert(types);
    }
    decide_flat(cx, flat)
}

/// The same of what was added up.
fn decide_flat<'a>(cx: &mut Cx<'_, 'a>, mut flat: Flat<'a>) -> Decision<'a> {
    let mut decision = Decision {
        nullable: flat.nullable,
        constraints: std::mem::take(&mut flat.constraints),
        conditions: std::mem::take(&mut flat.conditions),
        text: text(&flat),
        weaker: std::mem::take(&mut flat.weaker),
        told: std::mem::take(&mut flat.told),
        spare: std::mem::take(&mut flat.spare),
        ..Decision::new(Shape::Any)
    };
    decision.shape = look(cx, &mut flat, &mut decision);
    // Anything includes `null`.
    decision.nullable &= !matches!(decision.shape, Shape::Any | Shape::Null);
    decision
}

fn text<'a>(flat: &Flat<'a>) -> Option<TextShape<'a>> {
    let text = TextShape {
        encoding: flat.encoding,
        media_type: flat.media_type,
        content: flat.content,
    };
    let says = text.encoding.is_some() || text.media_type.is_some() || text.content.is_some();
    says.then_some(text)
}

fn look<'a>(cx: &mut Cx<'_, 'a>, flat: &mut Flat<'a>, decision: &mut Decision<'a>) -> Shape<'a> {
    if let Some(obstacle) = flat.obstacle {
        decision.weaker.push(obstacle);
        return Shape::Any;
    }
    if flat.never {
        decision.weaker.push((NEVER, flat.node));
        return Shape::Never;
    }
    if flat.unions.is_empty() {
        look_of_one(cx, flat, decision)
    } else {
        union::look(cx, flat, decision)
    }
}

/// Returns the look of a schema, alternatives aside.
fn look_of_one<'a>(cx: &Cx<'_, 'a>, flat: &mut Flat<'a>, decision: &mut Decision<'a>) -> Shape<'a> {
    if let Some(shape) = enumeration::look(cx, flat, decision) {
        return shape;
    }
    match flat.types.map(|types| (types, types.single())) {
        Some((_, Some(ty))) => look_of_type(cx, ty, flat, decision),
        Some((types, None)) if types.is_empty() => {
            let at = flat.node.get("type").unwrap_or(flat.node);
            decision.weaker.push((CONTRADICTION, at));
            Shape::Any
        }
        Some((types, None)) => union::of_types(cx, types, flat, decision),
        None => match implied_type(flat) {
            Some(ty) => look_of_type(cx, ty, flat, decision),
            None if super::links::is_null(&cx.document[flat.id]) => {
                decision.told.push((NULL, flat.node));
                Shape::Null
            }
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
        // `int64` says of numbers that they are whole (OpenAPI's registry of formats).
        SimpleType::Number if scalar::is_of_integers(flat) => {
            Shape::Integer(scalar::integer_format(flat, decision))
        }
        SimpleType::Number => Shape::Number(scalar::number_format(flat, decision)),
        SimpleType::String => Shape::String(scalar::string_format(flat, decision)),
        SimpleType::Array => array::look(cx, flat),
        SimpleType::Object => object::look(cx, flat),
    }
}

/// Returns the type that a schema without `type` can only mean: keywords of objects say nothing
/// about other values, and nobody writes them for those.
fn implied_type(flat: &Flat<'_>) -> Option<SimpleType> {
    let of_objects = !flat.properties.is_empty()
        || !flat.required.is_empty()
        || flat.additional != Additional::Silent
        || !flat.patterns.is_empty();
    let of_arrays = flat.items.is_some() || !flat.prefix.is_empty();
    match (of_objects, of_arrays) {
        (true, false) => Some(SimpleType::Object),
        (false, true) => Some(SimpleType::Array),
        (true, true) | (false, false) => None,
    }
}

/// Returns properties by pattern, as in `^x-`.
fn patterns<'a>(flat: &mut Flat<'a>) -> Vec<FlatProperty<'a>> {
    std::mem::take(&mut flat.patterns).into_values().collect()
}

impl Values {
    fn new(additional: Additional) -> Self {
        match additional {
            Additional::Silent | Additional::Allowed => Self::Any,
            Additional::Forbidden => Self::Never,
            Additional::Schema(id) => Self::Schema(id),
        }
    }
}
