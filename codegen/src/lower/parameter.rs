//! Parameters.

use super::cx::Cx;
use super::select::{Chosen, Selected};
use super::{docs, encoding, example, rules, types};
use crate::api::{
    self, Encodings, Identity, Kind, Location, NO_SCHEMA, Owner, Serialization, Step, Style,
    TypeRef,
};
use crate::document::{In, Parameter, SchemaId, Text, origin, unknown_value};

/// Lowers one parameter.
pub(super) fn lower_parameter(
    cx: &mut Cx<'_, '_>,
    selected: &Selected<'_, '_>,
    chosen: Chosen<'_, '_>,
) -> api::Parameter {
    let parameter = &chosen.parameter.item;
    let location = match parameter.location {
        In::Path => Location::Path,
        In::Query => Location::Query,
        In::Header => Location::Header,
        In::Cookie => Location::Cookie,
        In::QueryString => Location::QueryString,
    };
    let mut docs = docs::docs(&parameter.docs);
    if let Some(description) = chosen.parameter.description {
        docs.description = Some(description.to_owned());
    }
    let content = parameter.content.first().and_then(|content| content.schema);
    let schema = parameter.schema.or(content);
    if let Some(schema) = schema.filter(|_| docs.description.is_none()) {
        docs.description = docs::of_use(cx, schema).description;
    }
    let default = schema.and_then(|schema| default(cx, schema));
    let mut examples = example::lower_examples(cx, &parameter.examples);
    let mut encodings = Encodings::default();
    if let Some(content) = parameter.content.first() {
        examples.append(&mut example::lower_examples(cx, &content.examples));
        let owner = owner(cx, selected, chosen);
        encodings = encoding::lower_encodings(cx, &owner, &content.encoding);
    }
    api::Parameter {
        name: parameter.name.text.to_owned(),
        location,
        // A path without one of its parameters is another path (OAS 3.1 §4.8.12.2).
        required: parameter.required || location == Location::Path,
        ty: ty(cx, selected, chosen),
        serialization: serialization(cx, parameter, location),
        docs,
        default,
        allow_empty: parameter.allow_empty,
        encodings,
        examples,
        role: None,
        rules: schema.and_then(|schema| rules::of(cx, schema)),
        origin: origin(parameter.node),
    }
}

/// Returns what names the schema of a parameter.
pub(super) fn identity(
    cx: &Cx<'_, '_>,
    selected: &Selected<'_, '_>,
    chosen: Chosen<'_, '_>,
) -> Identity {
    Identity::Inline {
        owner: owner(cx, selected, chosen),
        step: Step::Parameter(chosen.parameter.item.name.text.to_owned()),
    }
}

fn owner(cx: &Cx<'_, '_>, selected: &Selected<'_, '_>, chosen: Chosen<'_, '_>) -> Owner {
    let parameter = &chosen.parameter.item;
    if parameter.shared {
        Owner::Shared(cx.shared_name(parameter.node))
    } else if chosen.of_path {
        selected.item_owner.clone()
    } else {
        Owner::Operation(selected.id.clone())
    }
}

/// Of the outermost schema that has one.
fn default(cx: &mut Cx<'_, '_>, schema: SchemaId) -> Option<String> {
    let document = cx.document;
    let mut way = cx.links.way(schema);
    let (id, default) = way.find_map(|id| Some((id, document[id].default?)))?;
    drop(way);
    cx.told.defaults.insert(id);
    cx.kept_text(default)
}

fn ty(cx: &mut Cx<'_, '_>, selected: &Selected<'_, '_>, chosen: Chosen<'_, '_>) -> TypeRef {
    let parameter = &chosen.parameter.item;
    let identity = identity(cx, selected, chosen);
    let content = parameter.content.first().and_then(|content| content.schema);
    if let Some(schema) = parameter.schema.or(content) {
        return types::use_of(cx, schema, || identity);
    }
    cx.degrade(parameter.node, NO_SCHEMA);
    types::synthetic(cx, origin(parameter.node), identity, Kind::String(None))
}

fn serialization(
    cx: &mut Cx<'_, '_>,
    parameter: &Parameter<'_>,
    location: Location,
) -> Serialization {
    if let Some(content) = parameter
        .content
        .first()
        .filter(|_| parameter.schema.is_none())
    {
        return Serialization::Content(content.name.text.to_owned());
    }
    let usual = match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::Cookie | Location::QueryString => Style::Form,
    };
    let style = parameter
        .style
        .and_then(|name| style(cx, name, location))
        .unwrap_or(usual);
    let explode = match style {
        // Without a key for each property there is no deepObject.
        Style::DeepObject => {
            if parameter.explode == Some(false) {
                cx.tell(
                    parameter.node,
                    "`deepObject` has a key for each property, always",
                );
            }
            true
        }
        style => {
            let usual = matches!(style, Style::Form | Style::Cookie);
            parameter.explode.unwrap_or(usual)
        }
    };
    let style = match style {
        Style::Label if !explode && cx.document.has_dotted_labels => Style::DottedLabel,
        style => style,
    };
    Serialization::Style {
        style,
        explode,
        allow_reserved: parameter.allow_reserved,
    }
}

/// Reads a style, and says where it is not known in a place (OAS 3.1 §4.8.12.3).
pub(super) fn style(cx: &mut Cx<'_, '_>, name: Text<'_>, location: Location) -> Option<Style> {
    let known: &[(&str, Style)] = match location {
        Location::Path => &[
            ("simple", Style::Simple),
            ("label", Style::Label),
            ("matrix", Style::Matrix),
        ],
        Location::Query | Location::QueryString => &[
            ("form", Style::Form),
            ("spaceDelimited", Style::SpaceDelimited),
            ("pipeDelimited", Style::PipeDelimited),
            ("deepObject", Style::DeepObject),
        ],
        Location::Header => &[("simple", Style::Simple)],
        // `cookie` (OAS 3.2 §4.12.5) is `form` without percent-encoding.
        Location::Cookie => &[("form", Style::Form), ("cookie", Style::Cookie)],
    };
    let joined: &[(&str, Style)] = if cx.document.joins_lists_anywhere {
        &[
            ("spaceDelimited", Style::SpaceDelimited),
            ("pipeDelimited", Style::PipeDelimited),
            ("tabDelimited", Style::TabDelimited),
        ]
    } else {
        &[]
    };
    let mut all = known.iter().chain(joined);
    if let Some((_, style)) = all.find(|(known, _)| *known == name.text) {
        return Some(*style);
    }
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let message = format!("`{}` is no style for a parameter in this place", name.text);
    cx.diagnostics.add(unknown_value(message, name, &names));
    None
}
