//! Structs: objects with named properties.
//!
//! A property that only requests or only answers carry is optional, whatever `required` says: one
//! struct serves both ways.

use super::{Derives, Types, patterns};
use crate::api::{self, Additional, Property, TypeId, Xml};
use crate::config::Config;
use crate::plan::docs::{Docs, Piece};
use crate::plan::imports::Importer;
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::notes::{self, Fallback};
use crate::plan::ty::{Intake, Ty};

/// One struct, as in `Pet`.
#[derive(Debug)]
pub(crate) struct Struct {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    pub(crate) is_deprecated: bool,
    pub(crate) derives: Derives,
    pub(crate) fields: Vec<Field>,
    pub(crate) matching: Option<PatternField>,
    pub(crate) additional: Option<AdditionalField>,
    pub(crate) shape: Shape,
}

/// Structs of fewer optional fields are as easily made without methods.
const FEWEST_SETTERS: usize = 4;

/// One field, as in `photo_urls`.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: Ident,
    /// The variable that holds the value while it is read.
    pub(crate) local: Ident,
    pub(crate) docs: Docs,
    pub(crate) is_deprecated: bool,
    /// The whole type, as in `Option<String>`.
    pub(crate) ty: Ty,
    /// How a constructor takes the value.
    pub(crate) intake: Intake,
    pub(crate) presence: Presence,
    /// Whether requests leave it out.
    pub(crate) is_read_only: bool,
    /// What constructors put here by themselves.
    pub(crate) preset: Option<Preset>,
    /// The method that sets the field, where there is one, as in `with_photo_urls`.
    pub(crate) setter: Option<Setter>,
    /// The name on the wire.
    pub(crate) wire: String,
    pub(crate) xml: Xml,
}

/// A method that sets a field.
#[derive(Debug)]
pub(crate) struct Setter {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
}

/// The one value of a required property that the description knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Preset {
    Null,
    Bool(bool),
    Text(String),
    /// A variant of the field's own type.
    Variant(Ident),
}

/// When a property is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// Null and absence are the same.
    Optional,
    /// Null is a value beside absence.
    OptionalOrNull,
}

/// The field for properties that the description does not name.
#[derive(Debug)]
pub(crate) struct AdditionalField {
    pub(crate) ty: Ty,
}

/// The field for properties whose names match a pattern, as in `pattern_properties`.
#[derive(Debug)]
pub(crate) struct PatternField {
    pub(crate) name: Ident,
    /// The variable that holds them while they are read.
    pub(crate) local: Ident,
    pub(crate) docs: Docs,
    pub(crate) ty: Ty,
    /// How names begin that match; empty where that says too little.
    pub(crate) prefix: String,
}

/// What the codec is told of the struct.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The name of the static.
    pub(crate) constant: Ident,
    /// Whether files beside use it.
    pub(crate) is_shared: bool,
    /// The default name of the root element.
    pub(crate) name: String,
    pub(crate) xml: Xml,
    pub(crate) ignores_case: bool,
}

impl Struct {
    /// Whether a value can be made from nothing.
    pub(crate) fn has_default(&self) -> bool {
        self.fields
            .iter()
            .all(|field| field.presence != Presence::Required)
    }

    /// Whether a constructor has nothing to ask for.
    pub(crate) fn asks_for_nothing(&self) -> bool {
        self.fields.iter().all(|field| !field.is_asked_for())
    }

    pub(super) fn has_xml(&self) -> bool {
        let is_default = |xml: &Xml| *xml == Xml::default();
        !is_default(&self.shape.xml) || self.fields.iter().any(|field| !is_default(&field.xml))
    }
}

impl Field {
    /// Whether constructors take the value from the caller.
    pub(crate) fn is_asked_for(&self) -> bool {
        self.presence == Presence::Required && self.preset.is_none()
    }
}

pub(super) fn plan_struct(
    types: &Types<'_>,
    config: &Config,
    importer: &mut Importer,
    id: TypeId,
    object: &api::Object,
) -> Option<Struct> {
    let ty = &types.api()[id];
    let name = types.item(id)?.clone();
    let docs = notes::described(&ty.docs, fallback(types, id));
    let docs = notes::constraints(docs, ty).origin(&ty.origin);
    let mut name_scope = Scope::new(Kind::Field);
    let mut local_scope = Scope::new(Kind::Local);
    let names = types.renames().claim_fields(&mut name_scope, id, object);
    let locals = claim_locals(&mut local_scope, object);
    let properties = object.properties.iter().zip(names.into_iter().zip(locals));
    let fields =
        properties.map(|(property, names)| plan_field(types, importer, id, property, names));
    let mut fields: Vec<Field> = fields.collect();
    plan_setters(types, importer, id, &mut fields);
    let unnamed = patterns::unnamed(types.api(), object);
    let matching = unnamed.matching.map(|matching| PatternField {
        name: claim_matching(&mut name_scope),
        local: claim_matching(&mut local_scope),
        docs: patterns::docs(&object.patterns),
        ty: importer.ty(Ty::Map(Box::new(types.ty(matching)))),
        prefix: patterns::prefix(&object.patterns).to_owned(),
    });
    let additional = plan_additional(types, unnamed.others);
    let additional = additional.map(|ty| AdditionalField {
        ty: importer.ty(ty),
    });
    let shape = Shape {
        constant: types.static_of(id)?.clone(),
        is_shared: types.is_shared(id),
        name: fallback(types, id).name.to_owned(),
        xml: Xml::clone(&ty.xml),
        ignores_case: config.properties.ignore_case,
    };
    Some(Struct {
        name,
        docs,
        is_deprecated: ty.docs.deprecated,
        derives: Derives::default(),
        fields,
        matching,
        additional,
        shape,
    })
}

/// What is said of a struct that nobody described.
fn fallback<'t>(types: &'t Types<'_>, id: TypeId) -> Fallback<'t> {
    match &types.api()[id].identity {
        api::Identity::Inline {
            owner: api::Owner::Type(owner),
            step: api::Step::Base,
        } => Fallback {
            what: "What is common to all of",
            name: types.wire_name(*owner),
        },
        _ => Fallback {
            what: "The schema",
            name: types.wire_name(id),
        },
    }
}

fn claim_matching(scope: &mut Scope) -> Ident {
    scope.claim(&Claim {
        identity: "properties by pattern".to_owned(),
        rank: 0,
        spellings: vec!["pattern properties".to_owned()],
    })
}

fn claim_locals(scope: &mut Scope, object: &api::Object) -> Vec<Ident> {
    let claims = object.properties.iter().map(|property| Claim {
        identity: property.name.clone(),
        rank: u8::from(!is_exact(&property.name, Kind::Local)),
        spellings: vec![property.name.clone()],
    });
    scope.claim_all(&claims.collect::<Vec<_>>())
}

fn plan_field(
    types: &Types<'_>,
    importer: &mut Importer,
    owner: TypeId,
    property: &Property,
    (name, local): (Ident, Ident),
) -> Field {
    let presence = presence(types, property);
    let mut ty = types.ty(property.ty);
    if types.needs_box(owner, property.ty.id) {
        ty = ty.boxed();
    }
    let intake = intake(types, &ty, property);
    let is_required = presence == Presence::Required;
    let constant = types.constant(property.ty).filter(|_| is_required);
    let tag = types.tag(owner, property);
    let tag = tag.filter(|_| is_required && constant.is_none());
    let null = types.is_null(property.ty).then_some(Preset::Null);
    let null = null.filter(|_| is_required);
    if presence != Presence::Required {
        ty = ty.option();
    }
    let is_read_only = types.is_left_out(owner, property);
    let docs = field_docs(types, property, is_read_only);
    let has_preset = constant.is_some() || tag.is_some() || null.is_some();
    let only = constant.as_ref().map(|constant| constant.value.text());
    let only = only.or(null.as_ref().map(|_| "null"));
    Field {
        name,
        local,
        docs: preset_docs(docs, only, tag.as_ref()),
        is_deprecated: property.docs.deprecated,
        ty: importer.ty(ty),
        intake: if is_required && !has_preset {
            importer.intake(intake)
        } else {
            intake
        },
        presence,
        is_read_only,
        setter: None,
        preset: constant
            .map(|constant| constant.preset)
            .or(tag.map(|(_, preset)| preset))
            .or(null),
        wire: property.name.clone(),
        xml: field_xml(property),
    }
}

/// Gives a method to each optional field of a struct that callers make and that has so many of them.
/// What can be made from nothing needs none: its fields are named with `..Default::default()`.
fn plan_setters(types: &Types<'_>, importer: &mut Importer, id: TypeId, fields: &mut [Field]) {
    let is_asked_for = fields.iter().any(Field::is_asked_for);
    let is_optional = |field: &Field| field.presence != Presence::Required && !field.is_read_only;
    let count = fields.iter().filter(|field| is_optional(field)).count();
    if !types.is_sent(id) || !is_asked_for || count < FEWEST_SETTERS {
        return;
    }
    let mut scope = Scope::new(Kind::Parameter);
    let mut optional: Vec<&mut Field> = fields
        .iter_mut()
        .filter(|field| is_optional(field))
        .collect();
    // Fields are named already, and differently.
    let claims: Vec<Claim> = optional
        .iter()
        .map(|field| Claim {
            identity: field.wire.clone(),
            rank: 0,
            spellings: vec![["with ", bare(field)].concat()],
        })
        .collect();
    let names = scope.claim_all(&claims);
    for (field, name) in optional.iter_mut().zip(names) {
        field.intake = importer.intake(field.intake.clone());
        let docs = Docs::new().paragraph(&[
            Piece::Text("Sets "),
            Piece::Code(bare(field)),
            Piece::Text("."),
        ]);
        field.setter = Some(Setter { name, docs });
    }
}

fn bare(field: &Field) -> &str {
    field.name.as_str().trim_start_matches("r#")
}

/// The name goes without saying where it is the property's own.
fn field_xml(property: &Property) -> Xml {
    let name = property
        .xml
        .name
        .clone()
        .filter(|name| *name != property.name);
    Xml {
        name,
        ..Xml::clone(&property.xml)
    }
}

fn presence(types: &Types<'_>, property: &Property) -> Presence {
    if property.required && !property.read_only && !property.write_only {
        return Presence::Required;
    }
    match types.expanded(property.ty) {
        Ty::Value | Ty::Option(_) => Presence::OptionalOrNull,
        _ => Presence::Optional,
    }
}

/// Conversions are for what callers seldom hold as it is kept: a text, a box, a value that may be
/// null, one of several types. Each costs every caller of the generated crate time to compile.
fn intake(types: &Types<'_>, ty: &Ty, property: &Property) -> Intake {
    let is_converted = match types.expanded(property.ty) {
        Ty::String | Ty::Secret | Ty::Option(_) => true,
        Ty::Named(named) => types.members(named.id).is_some(),
        _ => false,
    };
    if is_converted || matches!(ty, Ty::Box(_)) {
        Intake::Into(ty.clone())
    } else {
        Intake::Plain(ty.clone())
    }
}

fn field_docs(types: &Types<'_>, property: &Property, is_read_only: bool) -> Docs {
    let fallback = Fallback {
        what: "The property",
        name: &property.name,
    };
    let mut docs = notes::described(&property.docs, fallback);
    if is_read_only {
        docs = docs.paragraph(&[Piece::Text("Only in answers: requests leave it out.")]);
    }
    if property.write_only {
        docs = docs.paragraph(&[Piece::Text("Only in requests.")]);
    }
    // A type with a name says itself what it demands.
    if types.item(property.ty.id).is_none() {
        docs = notes::constraints(docs, &types.api()[property.ty.id]);
    }
    notes::default(docs, property.default.as_deref())
}

/// Adds what constructors set: the only value, or what stands for the type.
fn preset_docs(docs: Docs, only: Option<&str>, tag: Option<&(&str, Preset)>) -> Docs {
    match (only, tag) {
        (Some(value), _) => notes::preset(docs, value),
        (None, Some((value, _))) => docs.paragraph(&[
            Piece::Text("Constructors set it to "),
            Piece::Code(value),
            Piece::Text(", which stands for this type."),
        ]),
        (None, None) => docs,
    }
}

fn plan_additional(types: &Types<'_>, additional: Additional) -> Option<Ty> {
    match additional {
        Additional::Any => Some(Ty::AdditionalProperties),
        Additional::Forbidden => None,
        Additional::Typed(reference) => Some(Ty::Map(Box::new(types.ty(reference)))),
    }
}
