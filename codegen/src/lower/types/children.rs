//! What stands in the type of a schema: its parts, which get types at once, and the schemas in it.

use super::place::{Placement, add_part};
use crate::api::{Identity, Owner, Step, TypeId};
use crate::document::{Additional, SchemaId, SimpleType, Types};
use crate::load::Node;
use crate::lower::cx::Cx;
use crate::lower::flat::FlatProperty;
use crate::lower::shape::{Alternative, MapShape, ObjectShape, Part, Shape, UnionShape, Values};

/// Gives types to what no schema says alone. Parts nest no deeper than unions are added up.
pub(super) fn place_parts<'a>(
    cx: &mut Cx<'_, 'a>,
    owner: TypeId,
    node: Node<'a>,
    shape: &mut Shape<'a>,
    stack: &mut Vec<Placement>,
) {
    match shape {
        Shape::Union(union) => {
            if let Some(base) = &mut union.base {
                place_part(cx, (owner, node), Step::Base, base, stack);
            }
            for member in &mut union.members {
                let step = || Step::Member(member.key.clone());
                match &mut member.what {
                    Alternative::Part(part) => {
                        place_part(cx, (owner, node), step(), part, stack);
                    }
                    Alternative::Extended { part, .. } => {
                        place_part(cx, (owner, member.node), step(), part, stack);
                    }
                    Alternative::Schema { .. } => {}
                }
            }
        }
        Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Object(_)
        | Shape::Any
        | Shape::Never
        | Shape::Null
        | Shape::Boolean
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::String(_)
        | Shape::Enum(_)
        | Shape::Array(_)
        | Shape::Alias(_) => {}
    }
}

fn place_part<'a>(
    cx: &mut Cx<'_, 'a>,
    (owner, node): (TypeId, Node<'a>),
    step: Step,
    part: &mut Part<'a>,
    stack: &mut Vec<Placement>,
) {
    if let Part::New(decision) = std::mem::replace(part, Part::Placed(TypeId::default())) {
        let ty = add_part(cx, node, inline(owner, step), *decision, stack);
        cx.parts_of.push((ty, owner));
        *part = Part::Placed(ty);
    }
}

fn inline(owner: TypeId, step: Step) -> Identity {
    Identity::Inline {
        owner: Owner::Type(owner),
        step,
    }
}

/// Returns the schemas that stand in a shape, with the steps to them.
pub(super) fn children(
    cx: &Cx<'_, '_>,
    (owner, node): (TypeId, Node<'_>),
    shape: &Shape<'_>,
    content: Option<SchemaId>,
) -> Vec<Placement> {
    let is_here = |id: &SchemaId| {
        let inner = cx.document[*id].node.order();
        node.order() <= inner && inner < node.order_end()
    };
    let mut children = Children {
        owner,
        list: Vec::new(),
    };
    match shape {
        Shape::Array(items) => children.add(Step::Items, *items),
        Shape::Tuple(tuple) => {
            for (index, id) in tuple.prefix.iter().enumerate() {
                children.add(Step::Position(index), Some(*id));
            }
            children.add_additional(Step::Items, tuple.rest);
        }
        Shape::Map(map) => children.add_map(map),
        Shape::Object(object) => children.add_object(object),
        Shape::Union(union) => children.add_union(union),
        Shape::Any
        | Shape::Never
        | Shape::Null
        | Shape::Boolean
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::String(_)
        | Shape::Enum(_)
        | Shape::Alias(_) => {}
    }
    children.add(Step::Content, content);
    // What a member of `allOf` refers to is at home there.
    children.list.retain(|placement| is_here(&placement.id));
    children.list
}

struct Children {
    owner: TypeId,
    list: Vec<Placement>,
}

impl Children {
    fn add(&mut self, step: Step, id: Option<SchemaId>) {
        self.add_of_types(step, id, Types::default());
    }

    fn add_of_types(&mut self, step: Step, id: Option<SchemaId>, types: Types) {
        let identity = |step| inline(self.owner, step);
        self.list.extend(id.map(|id| Placement {
            id,
            identity: identity(step),
            types,
        }));
    }

    fn add_additional(&mut self, step: Step, additional: Additional) {
        match additional {
            Additional::Schema(id) => self.add(step, Some(id)),
            Additional::Silent | Additional::Allowed | Additional::Forbidden => {}
        }
    }

    fn add_map(&mut self, map: &MapShape<'_>) {
        self.add_values(map.values);
        self.add_properties(&map.patterns, Step::Pattern);
        self.add_names(map.names);
    }

    fn add_values(&mut self, values: Values) {
        match values {
            Values::Schema(id) => self.add(Step::AdditionalProperties, Some(id)),
            Values::Any | Values::Never => {}
        }
    }

    fn add_object(&mut self, object: &ObjectShape<'_>) {
        self.add_properties(&object.properties, Step::Property);
        self.add_additional(Step::AdditionalProperties, object.additional);
        self.add_properties(&object.patterns, Step::Pattern);
        self.add_names(object.names);
    }

    fn add_names(&mut self, names: Option<SchemaId>) {
        let mut types = Types::default();
        types.insert(SimpleType::String);
        self.add_of_types(Step::Name, names, types);
    }

    /// What a member of `allOf` refers to is at home there.
    fn add_properties(&mut self, properties: &[FlatProperty<'_>], step: fn(String) -> Step) {
        for property in properties.iter().filter(|property| property.in_place) {
            let property = property.property;
            self.add(step(property.name.text.to_owned()), Some(property.schema));
        }
    }

    fn add_union(&mut self, union: &UnionShape<'_>) {
        self.add_properties(&union.shared.properties, Step::Property);
        self.add_properties(&union.shared.patterns, Step::Pattern);
        self.add_values(union.shared.values);
        self.add_names(union.shared.names);
        for member in &union.members {
            match &member.what {
                Alternative::Schema { id, in_place: true } => {
                    let step = Step::Member(member.key.clone());
                    self.add_of_types(step, Some(*id), union.types);
                }
                Alternative::Schema { .. }
                | Alternative::Extended { .. }
                | Alternative::Part(_) => {}
            }
        }
    }
}
