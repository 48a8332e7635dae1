//! What all readers share: the trees, the version, what was found and what was said.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    Callback, CallbackId, Example, Fate, Handle, Header, Link, Note, Parameter, RequestBody,
    Response, Schema, SchemaId, Text, start, unknown_value,
};
use super::dialect::Version;
use super::dynamic::{self, Dynamic};
use super::elsewhere::Elsewhere;
use super::fields::Room;
use super::misplaced;
use super::paths;
use super::reference::{Followed, Lost};
use super::unused::{Late, Uses};
use super::v2;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::hashing::{Quick, QuickMap};
use crate::load::{Forest, Kind, Node, NodeId, Target};
use crate::source::FileId;

pub(super) struct Cx<'a, 'd> {
    pub(super) forest: &'a Forest,
    pub(super) version: Version,
    /// Whether clients check what schemas demand.
    pub(super) validates: bool,
    pub(super) diagnostics: &'d mut Diagnostics,
    pub(super) notes: Vec<Note<'a>>,
    pub(super) schemas: Vec<Schema<'a>>,
    /// Schemas that have an id and are still to be read: nesting costs no stack.
    pub(super) pending: Vec<SchemaId>,
    schema_ids: QuickMap<NodeId, SchemaId>,
    /// The names of all security schemes, those included that cannot be read.
    pub(super) scheme_names: BTreeSet<&'a str>,
    /// Security schemes that requirements name by their URI, with the names they get.
    pub(super) foreign_schemes: Vec<(Node<'a>, &'a str)>,
    pub(super) shared: Vec<Node<'a>>,
    /// How many unknown keys are still compared with the known ones; a hostile description can have
    /// millions.
    pub(super) hints: usize,
    pub(super) parameters: Memo<Parameter<'a>>,
    pub(super) bodies: Memo<RequestBody<'a>>,
    pub(super) responses: Memo<Response<'a>>,
    pub(super) headers: Memo<Header<'a>>,
    pub(super) examples: Memo<Example<'a>>,
    pub(super) links: Memo<Link<'a>>,
    /// Callbacks, of which those at the end may still be to be read.
    pub(super) callbacks: Vec<Callback<'a>>,
    pub(super) callback_ids: BTreeMap<NodeId, CallbackId>,
    pub(super) extensions: Vec<Node<'a>>,
    /// What references lead to that count from the top of a file, by the file and their text: most are
    /// there many times.
    pub(super) targets: QuickMap<(FileId, &'a str), Target<'a>>,
    /// Where references lead that were followed, by the node that holds `$ref`.
    pub(super) followed: QuickMap<NodeId, Result<Followed<'a>, Lost>>,
    /// How many more operations there may be; nothing, where there were too many.
    pub(super) operations: Option<usize>,
    /// Components that are read where something refers to them, and otherwise in the end.
    pub(super) late: Vec<Late<'a>>,
    /// Path items and media types that were read as part of what refers to them.
    pub(super) joined: BTreeSet<NodeId>,
    /// What refers to what.
    pub(super) uses: Uses<'a>,
    /// The objects around the one that is being read, as far as others of their kind can be in them.
    open: Vec<NodeId>,
    pub(super) dynamic: Dynamic<'a>,
    /// The values of `$defs` that were met.
    pub(super) definitions: Vec<Node<'a>>,
    /// Components on another machine, for when it is known whether something needs them.
    pub(super) elsewhere: Vec<Elsewhere<'a>>,
    /// What only readers of Swagger 2.0 remember.
    pub(super) v2: v2::Memory<'a>,
    /// Room for objects, of those that have been read.
    pub(super) rooms: Vec<Room<'a>>,
}

/// So many objects stand in each other, perhaps by reference.
const MAX_DEPTH: usize = 32;

/// Objects read once, however often they are referred to, by place; `None` where they could not be
/// read.
pub(super) type Memo<T> = BTreeMap<NodeId, Option<Handle<T>>>;

impl<'a, 'd> Cx<'a, 'd> {
    pub(super) fn new(
        forest: &'a Forest,
        version: Version,
        validates: bool,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        // Real descriptions have a schema for about 20 values; growing copies all of them.
        let expected = forest.size() / 16;
        Self {
            forest,
            version,
            validates,
            diagnostics,
            notes: Vec::new(),
            schemas: Vec::with_capacity(expected),
            pending: Vec::new(),
            schema_ids: QuickMap::with_capacity_and_hasher(expected, Quick::default()),
            scheme_names: BTreeSet::new(),
            foreign_schemes: Vec::new(),
            shared: Vec::new(),
            hints: 1_000,
            parameters: BTreeMap::new(),
            bodies: BTreeMap::new(),
            responses: BTreeMap::new(),
            headers: BTreeMap::new(),
            examples: BTreeMap::new(),
            links: BTreeMap::new(),
            callbacks: Vec::new(),
            callback_ids: BTreeMap::new(),
            extensions: Vec::new(),
            targets: QuickMap::default(),
            followed: QuickMap::default(),
            operations: Some(paths::max_operations(forest.size())),
            late: Vec::new(),
            joined: BTreeSet::new(),
            uses: Uses::default(),
            open: Vec::new(),
            dynamic: Dynamic::new(forest),
            definitions: Vec::new(),
            elsewhere: Vec::new(),
            v2: v2::Memory::default(),
            rooms: Vec::new(),
        }
    }

    /// Returns the id of the schema at a node, which is read later if it is new.
    pub(super) fn schema(&mut self, node: Node<'a>) -> SchemaId {
        let alone = self.schema_alone(node);
        self.dynamic.note(alone);
        dynamic::in_scope(self, node, alone)
    }

    /// Returns the id of what a schema means outside of all others.
    fn schema_alone(&mut self, node: Node<'a>) -> SchemaId {
        let next = SchemaId::new(self.schemas.len());
        let id = *self.schema_ids.entry(node.identity()).or_insert(next);
        if id == next {
            self.schemas.push(Schema::new(node));
            self.pending.push(id);
        }
        id
    }

    /// Returns whether a node is a schema that was found.
    pub(super) fn is_schema(&self, node: Node<'a>) -> bool {
        self.schema_ids.contains_key(&node.identity())
    }

    /// Adds a schema that is put together from what no Schema Object says.
    pub(super) fn add_schema(&mut self, schema: Schema<'a>) -> SchemaId {
        let id = SchemaId::new(self.schemas.len());
        self.schemas.push(schema);
        id
    }

    /// Goes into an object that others of its kind can lead to. Where it holds itself, or there are
    /// too many around it, it is accounted for instead.
    pub(super) fn enter(&mut self, node: Node<'a>) -> bool {
        let fits = self.open.len() < MAX_DEPTH && !self.open.contains(&node.identity());
        if fits {
            self.open.push(node.identity());
        } else {
            self.ignore(node, "objects in each other are read to a bounded depth");
        }
        fits
    }

    /// Goes out of such an object.
    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    /// Notes that something is not carried over.
    pub(super) fn ignore(&mut self, node: Node<'a>, reason: impl Into<Cow<'static, str>>) {
        self.note(node, reason.into(), Fate::LeftOut);
    }

    /// Notes that something comes out weaker than it was written.
    pub(super) fn weaken(&mut self, node: Node<'a>, reason: impl Into<Cow<'static, str>>) {
        self.note(node, reason.into(), Fate::Weaker);
    }

    /// Notes that something is not carried over which nobody misses in a client.
    pub(super) fn skip_annotation(&mut self, node: Node<'a>, reason: impl Into<Cow<'static, str>>) {
        self.note(node, reason.into(), Fate::Minor);
    }

    /// Notes that something is told to people and has no other effect.
    pub(super) fn tell(&mut self, node: Node<'a>, reason: &'static str) {
        self.note(node, reason.into(), Fate::Told);
    }

    fn note(&mut self, node: Node<'a>, reason: Cow<'static, str>, fate: Fate) {
        self.notes.push(Note { reason, fate, node });
    }

    /// Says that a value is of the wrong kind.
    pub(super) fn wrong_kind(&mut self, node: Node<'a>, what: &str, expected: &str) {
        let found = kind_name(node);
        let diagnostic = Diagnostic::new(Code::WrongKind, format!("{what} must be {expected}"))
            .label(start(node), format!("this is {found}"))
            .help(how_to_write(expected));
        let help = misplaced::emptied(node).or_else(|| meant(node, what, expected));
        self.diagnostics.add(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
    }

    /// Says that a text is none of those that are known in its place.
    pub(super) fn unknown_value(&mut self, message: String, found: Text<'_>, known: &[&str]) {
        self.diagnostics.add(unknown_value(message, found, known));
    }
}

/// Returns a hint for those who wrote another kind of value.
fn how_to_write(expected: &str) -> &'static str {
    match expected {
        "an object" => "write keys and values, as in `key: value` or `{\"key\": \"value\"}`",
        "a list" => "write a list, as in `[a, b]`, or in YAML one line `- a` for each element",
        "a number" => "write digits without quotes",
        "`true` or `false`" => "write one of these two words, without quotes",
        "the name of a type" => {
            "write a name, as in `type: string`, or from 3.1 on a list of names"
        }
        _ => "write a text, in quotes if it begins with `[`, `{` or another special character",
    }
}

/// Returns how to write what was probably meant by a value of another kind.
fn meant(node: Node<'_>, what: &str, expected: &str) -> Option<String> {
    if expected == "a list" && node.is_object() {
        return Some("begin each element of the list with `- `".to_owned());
    }
    if expected == "an object"
        && node
            .as_array()
            .is_some_and(|mut all| all.all(Node::is_object))
        && node.as_array().is_some_and(|mut all| all.next().is_some())
    {
        return Some("remove the `- `, or the brackets: this is no list".to_owned());
    }
    let text = node.text().filter(|text| text.len() <= MAX_MEANT)?;
    if what == "`servers`" {
        return Some(format!(
            "write a list of servers, as in `[{{url: {text}}}]`"
        ));
    }
    if expected == "a list" {
        return Some(match node.key().filter(|_| node.is_null()) {
            Some(key) => format!("write `{key}: []`"),
            None => format!("write a list, as in `[{text}]`"),
        });
    }
    if expected != "an object" {
        return None;
    }
    if text.starts_with("#/") {
        return Some(format!("write `$ref: \"{text}\"`"));
    }
    match what {
        "a schema" if TYPE_NAMES.contains(&text) => Some(format!("write `type: {text}`")),
        "a schema" if matches!(text, "true" | "false") => {
            let key = node.key().unwrap_or("schema");
            Some(format!("remove the quotes: `{key}: {text}`"))
        }
        "a discriminator" => Some(format!(
            "write `propertyName: {text}`, one level further right"
        )),
        "a server" => Some(format!("write `url: {text}`")),
        "a server variable" => Some(format!("write `default: {text}`, one level further right")),
        _ => None,
    }
}

/// Longer texts are not repeated in a hint.
const MAX_MEANT: usize = 60;

const TYPE_NAMES: [&str; 6] = ["string", "number", "integer", "boolean", "array", "object"];

/// Returns what a value is, as in `a number`.
pub(super) fn kind_name(node: Node<'_>) -> &'static str {
    match node.kind() {
        Kind::Null => "`null`",
        Kind::Bool(_) => "a flag",
        Kind::Number(_) => "a number",
        Kind::String(_) => "a text",
        Kind::Array => "a list",
        Kind::Object => "an object",
    }
}
