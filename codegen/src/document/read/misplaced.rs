//! Keys that mean something, but not in the object they stand in: those of another version, and those
//! that an indentation has moved to an object above or below the right one.
//!
//! Takes an object and a key that its reader does not know; returns what to say of it, or nothing
//! where the key is known nowhere near.

use super::super::head;
use super::check::{Kind, Under};
use super::cx::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Entry, Node};

/// Returns what to say of a key that an object does not have.
pub(super) fn explain<'a>(
    cx: &Cx<'a, '_>,
    node: Node<'a>,
    what: &str,
    entry: &Entry<'a>,
) -> Option<Diagnostic> {
    foreign(cx, node, what, entry)
        .or_else(|| without_media_type(node, what, entry))
        .or_else(|| misplaced(cx, node, what, entry))
}

/// Returns what to say of the schema of a body that stands under no media type.
fn without_media_type(node: Node<'_>, what: &str, entry: &Entry<'_>) -> Option<Diagnostic> {
    (what == "a request body" && entry.key == "schema").then_some(())?;
    let message = "`schema` is no key of a request body, but one of a media type";
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(entry.key_span, "ignored here")
        .help("put it under `content` and a media type, as in `content: {application/json: {schema: ...}}`")
        .several("bodies have a schema without a media type")
        .explains(node.span(), "content");
    Some(diagnostic)
}

/// Returns what to say of a key of another version.
fn foreign(cx: &Cx<'_, '_>, node: Node<'_>, what: &str, entry: &Entry<'_>) -> Option<Diagnostic> {
    let foreign = cx.version.foreign_key(what, entry.key)?;
    let message = format!(
        "`{}` of {what} is known {}, not in {}",
        entry.key,
        foreign.known,
        cx.version.name()
    );
    let diagnostic = Diagnostic::new(Code::ForeignVersion, message)
        .label(
            entry.key_span,
            format!("`{}`, known {}", entry.key, foreign.known),
        )
        .help(foreign.help)
        .several("keys are of another version of OpenAPI")
        .cause(foreign.help);
    Some(match foreign.place {
        Some(place) => diagnostic.explains(node.span(), place),
        None => diagnostic,
    })
}

/// Returns what to say of a key that belongs to an object around this one, or to one before it.
fn misplaced<'a>(
    cx: &Cx<'a, '_>,
    node: Node<'a>,
    what: &str,
    entry: &Entry<'a>,
) -> Option<Diagnostic> {
    if let Some(diagnostic) = beside_properties(node, what, entry) {
        return Some(diagnostic);
    }
    let kind = Place::of(what)?;
    if kind == Place::At(Kind::Root)
        && node.get("components").is_none()
        && let Some(diagnostic) = component_at_the_top(cx, node, entry)
    {
        return Some(diagnostic);
    }
    let (owner, way) = match above(cx, node, entry.key) {
        Some((owner, levels)) => (owner, format!("{} further left", times(levels))),
        None => below(node, kind, entry)?,
    };
    let name = owner.key().map_or("the document".to_owned(), quoted);
    let place = owner.key_span().unwrap_or(head(owner));
    let message = format!("`{}` is no key of {what}, but one of {name}", entry.key);
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(entry.key_span, "ignored here")
        .secondary(place, "it belongs into this one")
        .help(format!(
            "check the indentation: move it {way}, so that it is part of {name}"
        ))
        .several("keys belong into another object")
        .cause(format!("{way} {name} {}", place.start()))
        .explains(owner.span(), entry.key);
    Some(diagnostic)
}

/// Returns what to say of a name of a property that stands beside `properties`, which is empty.
fn beside_properties(node: Node<'_>, what: &str, entry: &Entry<'_>) -> Option<Diagnostic> {
    let names = node.entry("properties").filter(|_| what == "a schema")?;
    let is_behind = names.key_span.start() < entry.key_span.start();
    if !(names.value.is_null() && is_behind && entry.value.is_object()) {
        return None;
    }
    let message = format!(
        "`{}` stands beside `properties`, and probably is a property",
        entry.key
    );
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(entry.key_span, "ignored here")
        .secondary(names.key_span, "it belongs into this one")
        .help("check the indentation: move it one level further right, so that it is part of `properties`")
        .several("names stand beside `properties`, and probably are properties")
        .explains(names.value.span(), entry.key);
    Some(diagnostic)
}

/// Returns what to say of a key of a response that stands behind one, among the statuses.
pub(super) fn beside_response(response: Node<'_>, entry: &Entry<'_>) -> Option<Diagnostic> {
    let is_key = OF_RESPONSES.contains(&entry.key) && response.get(entry.key).is_none();
    let status = response.key().filter(|_| is_key && response.is_object())?;
    let message = format!("`{}` is no status, but a key of a response", entry.key);
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(entry.key_span, "ignored here")
        .secondary(head(response), "it belongs into this one")
        .help(format!(
            "check the indentation: move it one level further right, so that it is part of `{status}`"
        ))
        .several("keys of responses stand among their statuses")
        .explains(response.span(), entry.key);
    Some(diagnostic)
}

/// What responses say, in any version.
const OF_RESPONSES: [&str; 7] = [
    "summary",
    "description",
    "headers",
    "content",
    "links",
    "schema",
    "examples",
];

/// Returns what to say of a key of `components` in a document without.
fn component_at_the_top(cx: &Cx<'_, '_>, root: Node<'_>, entry: &Entry<'_>) -> Option<Diagnostic> {
    let is_component = Kind::Components
        .children()
        .iter()
        .any(|(under, _)| matches!(under, Under::Map(name) if *name == entry.key));
    if cx.version.describes_values_in_place() || !(is_component || entry.key == "schemas") {
        return None;
    }
    let message = format!(
        "`{}` is no key of an OpenAPI document, but one of `components`",
        entry.key
    );
    let diagnostic = Diagnostic::new(Code::MisplacedKey, message)
        .label(entry.key_span, "ignored here")
        .help("write `components:` above it, and indent it one level further")
        .explains(root.span(), "components");
    Some(diagnostic)
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

fn times(levels: usize) -> String {
    match levels {
        1 => "one level".to_owned(),
        levels => format!("{levels} levels"),
    }
}

/// Returns the nearest object around a node that has such a key, and does not have it yet, with the
/// number of levels that lie between.
fn above<'a>(cx: &Cx<'a, '_>, node: Node<'a>, key: &str) -> Option<(Node<'a>, usize)> {
    let steps = std::iter::successors(Some(node), |node| node.parent());
    let mut chain: Vec<Node<'a>> = steps.take(MAX_DEPTH).collect();
    chain.reverse();
    if chain.first() != Some(&cx.forest.root()) {
        return None;
    }
    let mut place = Place::At(Kind::Root);
    let mut found = None;
    let count = chain.len();
    for (index, step) in chain.iter().enumerate().take(count - 1) {
        if index > 0 {
            place = place.step(step.key())?;
        }
        if place.has(key) && step.get(key).is_none() {
            found = Some((*step, count - 1 - index));
        }
    }
    found.filter(|(_, levels)| *levels <= MAX_LEVELS)
}

/// Deeper places are not looked at, and no slip of the indentation is larger.
const MAX_DEPTH: usize = 64;
const MAX_LEVELS: usize = 3;

/// Returns the nearest object in the same parent, first of those before the key, that has such a key,
/// and the way there.
fn below<'a>(node: Node<'a>, place: Place, entry: &Entry<'a>) -> Option<(Node<'a>, String)> {
    let is_before = |other: &Entry<'a>| other.key_span.start() < entry.key_span.start();
    let entries = node.as_object()?;
    if entries.clone().nth(MAX_ENTRIES).is_some() {
        return None;
    }
    let (before, after): (Vec<Entry<'a>>, Vec<Entry<'a>>) = entries.partition(is_before);
    for sibling in before.iter().rev().chain(&after).take(MAX_SIBLINGS) {
        let Some(inner) = place.step(Some(sibling.key)) else {
            continue;
        };
        if inner.has(entry.key) {
            return Some((sibling.value, "one level further right".to_owned()));
        }
        let last = sibling.value.as_object().and_then(Iterator::last);
        let innermost = inner.step(last.as_ref().map(|last| last.key));
        if let Some((last, _)) = last.zip(innermost.filter(|inner| inner.has(entry.key))) {
            return Some((last.value, "two levels further right".to_owned()));
        }
    }
    None
}

const MAX_SIBLINGS: usize = 20;

/// In larger objects no neighbours are looked at: each unknown key would look through all.
const MAX_ENTRIES: usize = 1_000;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    At(Kind),
    /// A map or a list of such objects.
    In(Kind),
    Schema,
    Schemas,
    /// The map `responses`, whose keys are statuses.
    Responses,
}

impl Place {
    /// Returns what readers call by these words.
    fn of(what: &str) -> Option<Self> {
        let kind = match what {
            "an OpenAPI document" | "a Swagger document" => Kind::Root,
            "`info`" => Kind::Info,
            "a server" => Kind::Server,
            "`components`" => Kind::Components,
            "a path item" => Kind::PathItem,
            "an operation" => Kind::Operation,
            "a parameter" => Kind::Parameter,
            "a header" => Kind::Header,
            "a request body" => Kind::Body,
            "a media type" => Kind::MediaType,
            "a response" => Kind::Response,
            "a schema" => return Some(Self::Schema),
            _ => return None,
        };
        Some(Self::At(kind))
    }

    /// Returns what stands under a key, or at a position, of such a place.
    fn step(self, key: Option<&str>) -> Option<Self> {
        match self {
            Self::In(kind) => Some(Self::At(kind)),
            Self::Responses => Some(Self::At(Kind::Response)),
            Self::Schemas => Some(Self::Schema),
            Self::Schema => match key? {
                "items" | "additionalProperties" | "not" => Some(Self::Schema),
                "properties" | "allOf" | "oneOf" | "anyOf" | "$defs" => Some(Self::Schemas),
                _ => None,
            },
            Self::At(kind) => match (kind, key?) {
                (Kind::Components, "schemas") | (Kind::Root, "definitions") => Some(Self::Schemas),
                (Kind::Parameter | Kind::Header | Kind::MediaType, "schema") => Some(Self::Schema),
                (Kind::Operation, "responses") => Some(Self::Responses),
                (_, key) => child(kind, key),
            },
        }
    }

    /// Returns whether the objects there have such a key.
    fn has(self, key: &str) -> bool {
        match self {
            Self::In(Kind::PathItem) => key.starts_with('/'),
            Self::In(Kind::MediaType) => key.contains('/'),
            Self::In(_) | Self::Schemas => false,
            Self::Responses => is_status(key),
            Self::Schema => SCHEMA.contains(&key),
            Self::At(kind) => own_keys(kind).contains(&key),
        }
    }
}

fn child(kind: Kind, key: &str) -> Option<Place> {
    let fits = |(under, kind): &(Under, Kind)| match under {
        Under::Key(name) if *name == key => Some(Place::At(*kind)),
        Under::List(name) | Under::Map(name) if *name == key => Some(Place::In(*kind)),
        Under::Names => Some(Place::At(*kind)),
        Under::Key(_) | Under::List(_) | Under::Map(_) => None,
    };
    kind.children().iter().find_map(fits)
}

fn is_status(key: &str) -> bool {
    key.len() == 3
        && key
            .bytes()
            .next()
            .is_some_and(|digit| (b'1'..=b'5').contains(&digit))
        && key.bytes().skip(1).all(|b| b.is_ascii_digit() || b == b'X')
}

/// Keys that tell a kind of object from others near it; what nearly all have, as in `description`,
/// says nothing.
fn own_keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Root => &["info", "paths", "components", "servers", "tags", "webhooks"],
        Kind::Info => &["title", "version", "contact", "license", "termsOfService"],
        Kind::Server => &["url", "variables"],
        Kind::Components => &["schemas", "securitySchemes", "requestBodies"],
        Kind::PathItem => &[
            "get", "put", "post", "delete", "options", "head", "patch", "trace",
        ],
        Kind::Operation => &[
            "operationId",
            "requestBody",
            "responses",
            "callbacks",
            "security",
        ],
        Kind::Parameter => &["name", "in", "schema", "style", "explode", "allowReserved"],
        Kind::Header => &["schema"],
        Kind::Body => &["content"],
        Kind::MediaType => &["schema", "encoding"],
        Kind::Response => &["content", "headers", "links"],
        Kind::License
        | Kind::Variable
        | Kind::Encoding
        | Kind::Callback
        | Kind::Link
        | Kind::Example => &[],
    }
}

const SCHEMA: [&str; 16] = [
    "type",
    "format",
    "properties",
    "additionalProperties",
    "items",
    "enum",
    "allOf",
    "oneOf",
    "anyOf",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "pattern",
    "nullable",
    "default",
];

/// Returns whether a name is probably meant as a keyword of schemas.
fn is_keyword(key: &&str) -> bool {
    SCHEMA.contains(key) || ["required", "title", "description", "example"].contains(key)
}

/// What there is to say of a keyword beside its schema.
pub(super) enum Beside {
    /// The schema is empty, and that is said of it.
    Said,
    News(Box<Diagnostic>),
}

/// Returns what to say of a keyword of schemas that stands where the name of a schema is due, beside
/// the schema that it is probably for.
pub(super) fn beside_schema(node: Node<'_>) -> Option<Beside> {
    let key = node.key().filter(is_keyword)?;
    let names = node.parent()?;
    NAMES_OF_SCHEMAS.contains(&names.key()?).then_some(())?;
    let before = names
        .as_object()?
        .take_while(|entry| entry.value != node)
        .filter(|entry| !is_keyword(&entry.key))
        .last()?;
    if before.value.is_null() {
        return Some(Beside::Said);
    }
    let message = format!("`{key}` stands where the name of a schema is due");
    let diagnostic = Diagnostic::new(Code::WrongKind, message)
        .label(node.key_span()?, "a keyword of schemas, read as a name")
        .secondary(before.key_span, "it belongs into this one")
        .help(format!(
            "check the indentation: move it one level further right, so that it is part of `{}`",
            before.key
        ));
    Some(Beside::News(Box::new(diagnostic)))
}

/// Returns the help for a schema or a response that is empty because what belongs into it stands
/// beside it.
pub(super) fn emptied(node: Node<'_>) -> Option<String> {
    let name = node.key().filter(|_| node.is_null())?;
    let mut after = node
        .parent()?
        .as_object()?
        .skip_while(|entry| entry.value != node);
    let next = after.nth(1).filter(|next| belongs_inside(next.value))?;
    Some(format!(
        "check the indentation: `{}` and what follows it belong into `{name}`",
        next.key
    ))
}

/// Returns whether a node is a keyword that stands beside an empty schema, or a key beside an empty
/// response, where names are due. That is said of the empty one.
pub(super) fn is_beside_emptied(node: Node<'_>) -> bool {
    let before = |names: Node<'_>| {
        let mut all = names.as_object().into_iter().flatten();
        let before = all.by_ref().take_while(|entry| entry.value != node);
        let last = before.filter(|entry| !belongs_inside(entry.value)).last();
        last.is_some_and(|entry| entry.value.is_null())
    };
    belongs_inside(node) && node.parent().is_some_and(before)
}

/// Returns whether a key is that of a schema or a response, and stands where their names are due.
fn belongs_inside(node: Node<'_>) -> bool {
    let Some(key) = node.key() else {
        return false;
    };
    let keys = || node.parent().and_then(Node::key);
    if is_keyword(&key) {
        let is_map = |names: &str| NAMES_OF_SCHEMAS.contains(&names) || names == "responses";
        return keys().is_some_and(is_map);
    }
    RESPONSE.contains(&key) && keys() == Some("responses")
}

/// Where schemas stand by their names.
const NAMES_OF_SCHEMAS: [&str; 4] = ["schemas", "properties", "definitions", "$defs"];

const RESPONSE: [&str; 5] = ["description", "content", "headers", "links", "schema"];

/// The keys that a path item has, whatever the version.
const PATH_ITEM: [&str; 13] = [
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
    "parameters",
    "servers",
    "summary",
    "description",
];

/// Returns what to say of a key of path items that stands where a path is due.
pub(super) fn beside_path(entry: &Entry<'_>) -> Option<Diagnostic> {
    let is_other = |other: &Entry<'_>| other.value != entry.value;
    let paths = entry.value.parent()?.as_object()?;
    let path = paths
        .take_while(is_other)
        .filter(|other| other.key.starts_with('/'))
        .last()
        .filter(|_| PATH_ITEM.contains(&entry.key))?;
    let message = format!("`{}` stands where a path is due", entry.key);
    let diagnostic = Diagnostic::new(Code::InvalidPath, message)
        .label(entry.key_span, "a key of path items, read as a path")
        .secondary(path.key_span, "it belongs into this one")
        .help(format!(
            "check the indentation: move it one level further right, so that it is part of `{}`",
            path.key
        ));
    Some(diagnostic)
}
