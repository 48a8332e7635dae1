//! Root elements of bodies in XML: what a body is called where its type does not say so itself.
//! The elements inside are the models' business.

use crate::api::{Content, Identity, Kind, TypeId, TypeRef, Xml};
use crate::plan::models::Types;

/// The root element of a body; of an array, the element of one item and the one around them.
#[derive(Debug)]
pub(crate) struct Root {
    pub(crate) name: String,
    pub(crate) xml: Xml,
}

/// Around items that the description names, in an array that it does not name.
const ARRAY: &str = "array";
/// In an array that has a name, items that have none.
const ITEM: &str = "item";

/// Returns the root element, unless a value of the type gives the same one itself.
pub(super) fn plan_root(types: &Types<'_>, content: &Content) -> Option<Root> {
    // Only XML has names for roots.
    if *content.xml == Xml::default() {
        return None;
    }
    let ty = content.ty?;
    let way = way(types, ty.id);
    let last = &types.api()[*way.last()?];
    let xml: &Xml = &content.xml;
    match &last.kind {
        Kind::Array(items) => array(types, xml, &way, *items),
        Kind::Object(_) => {
            let is_said = xml.name == last.xml.name || component(types, &way, xml).is_some();
            let is_in_same = xml.namespace == last.xml.namespace && xml.prefix == last.xml.prefix;
            let name = xml.name.as_deref().unwrap_or(types.wire_name(*way.last()?));
            (!is_said || !is_in_same).then(|| root(name, xml.clone()))
        }
        Kind::Tuple(_) => {
            let name = component(types, &way, xml).or(xml.name.as_deref())?;
            Some(root(name, around(name, xml)))
        }
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Union(_)
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_)
        | Kind::Map(_)
        | Kind::Alias(_) => {
            let name = component(types, &way, xml).or(xml.name.as_deref())?;
            Some(root(name, xml.clone()))
        }
    }
}

fn array(types: &Types<'_>, xml: &Xml, array: &[TypeId], items: TypeRef) -> Option<Root> {
    let items = way(types, items.id);
    let has_own_name = matches!(types.api()[*items.last()?].kind, Kind::Object(_));
    if xml.wrapped.is_none() && (has_own_name || xml.name.is_none()) {
        return None;
    }
    let outer = Xml {
        name: xml.wrapped.clone(),
        ..Xml::default()
    };
    let wrapped = component(types, array, &outer).or(xml.wrapped.as_deref());
    let wrapped = wrapped.unwrap_or(ARRAY).to_owned();
    let item = component(types, &items, xml).or(xml.name.as_deref());
    let own = has_own_name.then(|| types.wire_name(items[items.len() - 1]));
    let xml = Xml {
        wrapped: Some(wrapped),
        ..xml.clone()
    };
    Some(root(item.or(own).unwrap_or(ITEM), xml))
}

/// A document has one root element, so one stands around the items of a tuple.
fn around(name: &str, xml: &Xml) -> Xml {
    Xml {
        wrapped: Some(name.to_owned()),
        wrapper_namespace: xml.namespace.clone(),
        wrapper_prefix: xml.prefix.clone(),
        ..Xml::default()
    }
}

fn root(name: &str, xml: Xml) -> Root {
    Root {
        name: name.to_owned(),
        xml: Xml { name: None, ..xml },
    }
}

/// Returns the types from a use to its shape: aliases, each once, and what they stand for.
fn way(types: &Types<'_>, from: TypeId) -> Vec<TypeId> {
    let mut way = vec![from];
    let mut id = from;
    while let Kind::Alias(target) = types.api()[id].kind {
        if way.contains(&target.id) {
            break;
        }
        id = target.id;
        way.push(id);
    }
    way
}

/// The short name of the component on the way whose name the element has.
fn component<'t>(types: &'t Types<'_>, way: &[TypeId], xml: &Xml) -> Option<&'t str> {
    let name = xml.name.as_ref()?;
    let is_it = |id: &&TypeId| match &types.api()[**id].identity {
        Identity::Component(component) => component == name,
        Identity::Inline { .. } => false,
    };
    way.iter().find(is_it).map(|id| types.wire_name(*id))
}
