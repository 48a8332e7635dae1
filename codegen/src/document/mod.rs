//! One OpenAPI document without its version: every difference between the versions is settled here.
//!
//! Takes the trees of all files and returns typed objects that still know where they stand. Every
//! key is taken, or accounted for, or said to be unknown. References are followed; nothing is
//! interpreted beyond the single object: merging and naming are lowering's work.

mod callback;
mod example;
mod home;
mod info;
mod link;
mod media_type;
mod note;
mod operation;
mod place;
mod read;
mod schema;
mod security;
mod server;
mod unknown;

use std::collections::BTreeSet;
use std::rc::Rc;

pub(crate) use callback::{Callback, CallbackId};
pub(crate) use example::{Example, Examples};
pub(crate) use home::Home;
pub(crate) use info::{Contact, ExternalDocs, Info, License, Tag};
pub(crate) use link::{Link, LinkTarget};
pub(crate) use media_type::{Encoding, Encodings, MediaType};
pub(crate) use note::{Fate, Note, UNKNOWN_KEY};
pub(crate) use operation::{
    Header, Headers, In, Operation, Parameter, Parameters, PathItem, RequestBody, Response,
    Responses, Use,
};
pub(crate) use place::{head, origin, start};
pub(crate) use read::read;
pub(crate) use schema::{
    Additional, Discriminator, Mapping, Property, Schema, SchemaId, SimpleType, Types, Xml, XmlNode,
};
pub(crate) use security::{Flow, RequiredScheme, Requirement, SchemeKind, SecurityScheme};
pub(crate) use server::{Server, ServerVariable};
pub(crate) use unknown::unknown_value;

use crate::load::{Forest, Node};
use crate::source::{FileId, Span};

/// One description, whole.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) title: &'a str,
    /// The version of the described API, as in `1.0.27`.
    pub(crate) version: &'a str,
    /// The version of the specification, as in `3.1.0`. It is told and decides nothing: its
    /// differences are settled here.
    pub(crate) specification: &'a str,
    /// Whether the style `label` puts dots between what is not exploded either.
    pub(crate) has_dotted_labels: bool,
    /// Whether lists can be joined by blanks, tabs and `|` in every place, as in Swagger 2.0.
    pub(crate) joins_lists_anywhere: bool,
    pub(crate) docs: Docs<'a>,
    pub(crate) info: Info<'a>,
    pub(crate) external_docs: Option<ExternalDocs<'a>>,
    pub(crate) servers: Vec<Server<'a>>,
    pub(crate) tags: Vec<Tag<'a>>,
    pub(crate) security: Vec<Requirement<'a>>,
    pub(crate) security_schemes: Vec<SecurityScheme<'a>>,
    /// The names of all schemes, those included that could not be read.
    pub(crate) scheme_names: BTreeSet<&'a str>,
    /// The schemas under `components`, in document order.
    pub(crate) components: Vec<(Text<'a>, SchemaId)>,
    pub(crate) paths: Vec<PathItem<'a>>,
    /// Requests that the API sends of itself, by name.
    pub(crate) webhooks: Vec<PathItem<'a>>,
    pub(crate) callbacks: Vec<Callback<'a>>,
    /// Values of extensions, as in that of `x-internal`, in the order of reading.
    pub(crate) extensions: Vec<Node<'a>>,
    /// What stands apart from its uses, so that it has a name of its own.
    pub(crate) shared: Vec<Node<'a>>,
    /// What was not taken, in the order of reading.
    pub(crate) notes: Vec<Note<'a>>,
    homes: home::Homes,
    schemas: Vec<Schema<'a>>,
    forest: &'a Forest,
}

/// A text and where it stands, as in the name of a component.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    pub(crate) span: Span,
}

/// What people wrote about an item.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Docs<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) deprecated: bool,
}

impl<'a> Document<'a> {
    /// The schemas with their ids, in the order they were found.
    pub(crate) fn schemas(&self) -> impl Iterator<Item = (SchemaId, &Schema<'a>)> {
        self.schemas
            .iter()
            .enumerate()
            .map(|(index, schema)| (SchemaId::new(index), schema))
    }

    /// Returns the path of a file in the description's folder, as in `shared/pet.yaml`.
    pub(crate) fn path(&self, file: FileId) -> &'a str {
        self.forest.path(file)
    }

    /// Returns what a node of the first file is part of.
    pub(crate) fn home(&self, node: Node<'_>) -> Home {
        home::find(self.homes, node)
    }

    /// Returns the whole of the first file.
    pub(crate) fn root(&self) -> Node<'a> {
        self.forest.root()
    }

    /// Returns how many schemas there are; ids are below that.
    pub(crate) fn schema_count(&self) -> usize {
        self.schemas.len()
    }

    /// Returns how many values and keys all files have.
    pub(crate) fn size(&self) -> usize {
        self.forest.size()
    }
}

impl<'a> std::ops::Index<SchemaId> for Document<'a> {
    type Output = Schema<'a>;

    fn index(&self, id: SchemaId) -> &Schema<'a> {
        &self.schemas[id.index()]
    }
}

/// An object that several places may use.
pub(crate) type Handle<T> = Rc<T>;

impl<'a> std::ops::Index<CallbackId> for Document<'a> {
    type Output = Callback<'a>;

    fn index(&self, id: CallbackId) -> &Callback<'a> {
        &self.callbacks[id.index()]
    }
}
