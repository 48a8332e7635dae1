//! Every use of a type, wherever it stands: types, operations, whatever has operations in it.
//!
//! All is taken apart field by field, so that what is new is not forgotten here.

use super::{
    Additional, Api, Content, Discriminator, Encoding, Encodings, Header, Kind, Map, Object,
    Operation, Parameter, RequestBody, Response, Type, TypeId, TypeRef, Union,
};

impl Type {
    /// Returns the types that this one is made of, and those that its values may be told to be of.
    pub(crate) fn refs_mut(&mut self) -> Vec<&mut TypeId> {
        let mut refs = Vec::new();
        of_kind(&mut refs, &mut self.kind);
        let content = self.text.as_mut().and_then(|text| text.schema.as_mut());
        refs.extend(content.map(id));
        refs
    }
}

impl Operation {
    /// Returns the types of parameters, bodies, headers and parts.
    pub(crate) fn refs_mut(&mut self) -> Vec<&mut TypeId> {
        let mut refs = Vec::new();
        for parameter in &mut self.parameters {
            let Parameter { ty, encodings, .. } = parameter;
            refs.push(id(ty));
            of_encodings(&mut refs, encodings);
        }
        if let Some(RequestBody { content, .. }) = &mut self.body {
            of_contents(&mut refs, content);
        }
        for response in &mut self.responses {
            let Response {
                status: _,
                docs: _,
                headers,
                content,
                links: _,
                origin: _,
            } = response;
            of_headers(&mut refs, headers);
            of_contents(&mut refs, content);
        }
        refs
    }
}

impl Api {
    /// Returns the operations of webhooks and callbacks.
    pub(crate) fn event_operations_mut(&mut self) -> impl Iterator<Item = &mut Operation> {
        let callbacks = self.callbacks.iter_mut().flat_map(|it| &mut it.items);
        let items = self.webhooks.iter_mut().chain(callbacks);
        items.flat_map(|item| &mut item.operations)
    }

    /// Returns all operations, generated or not, of this side and of the other.
    pub(crate) fn all_operations(&self) -> impl Iterator<Item = &Operation> {
        let callbacks = self.callbacks.iter().flat_map(|it| &it.items);
        let items = self.webhooks.iter().chain(callbacks);
        let events = items.flat_map(|item| &item.operations);
        self.operations.iter().chain(&self.skipped).chain(events)
    }
}

fn id(ty: &mut TypeRef) -> &mut TypeId {
    &mut ty.id
}

fn of_kind<'t>(refs: &mut Vec<&'t mut TypeId>, kind: &'t mut Kind) {
    match kind {
        Kind::Any
        | Kind::Never
        | Kind::Null
        | Kind::Boolean
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String(_)
        | Kind::Enum(_) => {}
        Kind::Array(inner) | Kind::Alias(inner) => refs.push(id(inner)),
        Kind::Tuple(tuple) => {
            refs.extend(tuple.prefix.iter_mut().map(id));
            of_additional(refs, &mut tuple.rest);
        }
        Kind::Map(map) => of_map(refs, map),
        Kind::Object(object) => of_object(refs, object),
        Kind::Union(union) => of_union(refs, union),
    }
}

fn of_map<'t>(refs: &mut Vec<&'t mut TypeId>, map: &'t mut Map) {
    let Map {
        values,
        patterns,
        names,
    } = map;
    refs.push(id(values));
    refs.extend(patterns.iter_mut().map(|pattern| id(&mut pattern.ty)));
    refs.extend(names.as_mut().map(id));
}

fn of_object<'t>(refs: &mut Vec<&'t mut TypeId>, object: &'t mut Object) {
    let Object {
        properties,
        undescribed: _,
        patterns,
        names,
        additional,
        discriminator,
    } = object;
    refs.extend(properties.iter_mut().map(|property| id(&mut property.ty)));
    refs.extend(patterns.iter_mut().map(|pattern| id(&mut pattern.ty)));
    refs.extend(names.as_mut().map(id));
    of_additional(refs, additional);
    if let Some(discriminator) = discriminator {
        of_discriminator(refs, discriminator);
    }
}

fn of_union<'t>(refs: &mut Vec<&'t mut TypeId>, union: &'t mut Union) {
    let Union {
        rule: _,
        base,
        members,
        discriminator,
    } = union;
    refs.extend(base.as_mut().map(id));
    refs.extend(members.iter_mut().map(|member| id(&mut member.ty)));
    if let Some(discriminator) = discriminator {
        of_discriminator(refs, discriminator);
    }
}

fn of_discriminator<'t>(refs: &mut Vec<&'t mut TypeId>, discriminator: &'t mut Discriminator) {
    let Discriminator {
        property: _,
        mapping,
        default,
        origin: _,
    } = discriminator;
    refs.extend(mapping.iter_mut().map(|value| &mut value.ty));
    refs.extend(default);
}

fn of_additional<'t>(refs: &mut Vec<&'t mut TypeId>, additional: &'t mut Additional) {
    match additional {
        Additional::Typed(inner) => refs.push(id(inner)),
        Additional::Any | Additional::Forbidden => {}
    }
}

fn of_contents<'t>(refs: &mut Vec<&'t mut TypeId>, contents: &'t mut [Content]) {
    for content in contents {
        let Content {
            media_type: _,
            ty,
            item,
            rules: _,
            item_rules: _,
            xml: _,
            encodings,
            examples: _,
            origin: _,
        } = content;
        refs.extend(ty.as_mut().map(id));
        refs.extend(item.as_mut().map(id));
        of_encodings(refs, encodings);
    }
}

/// Recursion is bounded by the depth that loading accepts.
fn of_encodings<'t>(refs: &mut Vec<&'t mut TypeId>, encodings: &'t mut Encodings) {
    let Encodings {
        named,
        prefix,
        items,
    } = encodings;
    let named = named.iter_mut().map(|(_, encoding)| encoding);
    let items = items.iter_mut().map(|encoding| &mut **encoding);
    for encoding in named.chain(prefix).chain(items) {
        let Encoding {
            headers, nested, ..
        } = encoding;
        of_headers(refs, headers);
        of_encodings(refs, nested);
    }
}

fn of_headers<'t>(refs: &mut Vec<&'t mut TypeId>, headers: &'t mut [Header]) {
    refs.extend(
        headers
            .iter_mut()
            .filter_map(|header| header.ty.as_mut().map(id)),
    );
}
