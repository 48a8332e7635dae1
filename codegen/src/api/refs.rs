//! Every use of a type, wherever it stands.

use super::{Additional, Content, Kind, Operation, Type, TypeRef};

impl Type {
    /// Returns the types that this one is made of.
    pub(crate) fn refs_mut(&mut self) -> Vec<&mut TypeRef> {
        match &mut self.kind {
            Kind::Any
            | Kind::Boolean
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String(_)
            | Kind::Enum(_) => Vec::new(),
            Kind::Array(inner) | Kind::Map(inner) | Kind::Alias(inner) => vec![inner],
            Kind::Object(object) => {
                let properties = object.properties.iter_mut();
                let mut refs: Vec<_> = properties.map(|property| &mut property.ty).collect();
                match &mut object.additional {
                    Additional::Typed(inner) => refs.push(inner),
                    Additional::Any | Additional::Forbidden => {}
                }
                refs
            }
        }
    }
}

impl Operation {
    /// Returns the types of parameters, bodies and headers.
    pub(crate) fn refs_mut(&mut self) -> Vec<&mut TypeRef> {
        let mut refs: Vec<_> = self
            .parameters
            .iter_mut()
            .map(|each| &mut each.ty)
            .collect();
        if let Some(body) = &mut self.body {
            refs.extend(of_content(&mut body.content));
        }
        for response in &mut self.responses {
            let headers = response.headers.iter_mut();
            refs.extend(headers.filter_map(|header| header.ty.as_mut()));
            refs.extend(of_content(&mut response.content));
        }
        refs
    }
}

fn of_content(content: &mut [Content]) -> impl Iterator<Item = &mut TypeRef> {
    content.iter_mut().filter_map(|content| content.ty.as_mut())
}
