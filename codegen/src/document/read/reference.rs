//! `$ref` to everything but schemas: followed to the object itself, over several hops and files.
//!
//! What stands beside a `$ref` is taken or accounted for here. Memory of what was read, so that each
//! object is read once, is here too.

use super::super::{Handle, SchemaId, Use};
use super::cx::{Cx, Memo};
use super::elsewhere;
use super::fields::Fields;
use super::found;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{Node, Target};

/// Where references lead in the end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Followed<'a> {
    pub(super) node: Node<'a>,
    /// Whether there was a reference at all.
    pub(super) referenced: bool,
    pub(super) summary: Option<&'a str>,
    pub(super) description: Option<&'a str>,
    hops: usize,
}

/// Why references lead to nothing.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lost {
    Circle,
    TooLong,
    /// One of them cannot be followed, which has been said.
    Said,
}

/// So many references in a row are followed.
const MAX_HOPS: usize = 32;

/// Follows references from a node to something that is no reference.
pub(super) fn follow<'a>(cx: &mut Cx<'a, '_>, start: Node<'a>) -> Option<Followed<'a>> {
    match walk(cx, start) {
        Ok(followed) => return Some(followed),
        Err(Lost::Circle) => say_circular(cx, start),
        Err(Lost::TooLong) => say_long(cx, start),
        Err(Lost::Said) => {}
    }
    None
}

/// Follows references as far as it takes, and remembers for each on the way where it leads.
fn walk<'a>(cx: &mut Cx<'a, '_>, start: Node<'a>) -> Result<Followed<'a>, Lost> {
    let mut way: Vec<Followed<'a>> = Vec::new();
    let mut node = start;
    let mut end = loop {
        if node.get("$ref").is_none() {
            break Ok(Followed::at(node));
        }
        if let Some(known) = cx.followed.get(&node.identity()) {
            break *known;
        }
        if way.iter().any(|before| before.node == node) {
            break Err(Lost::Circle);
        }
        if way.len() == MAX_HOPS {
            break Err(Lost::TooLong);
        }
        let mut hop = Followed::at(node);
        let target = step(cx, &mut hop);
        way.push(hop);
        match target {
            Some(target) => node = target,
            None => break Err(Lost::Said),
        }
    };
    while let Some(hop) = way.pop() {
        end = end.and_then(|end| hop.then(end));
        cx.followed.insert(hop.node.identity(), end);
    }
    end
}

/// Takes one reference, with what stands beside it; returns where it leads.
fn step<'a>(cx: &mut Cx<'a, '_>, hop: &mut Followed<'a>) -> Option<Node<'a>> {
    let mut fields = Fields::open(cx, hop.node, "a reference")?;
    let target = target(cx, &mut fields)?;
    take_docs(cx, &mut fields, hop);
    close_siblings(cx, fields);
    Some(target)
}

impl<'a> Followed<'a> {
    fn at(node: Node<'a>) -> Self {
        Self {
            node,
            referenced: false,
            summary: None,
            description: None,
            hops: 0,
        }
    }

    /// Returns where a reference leads whose target leads to `end`. The words nearest to the use
    /// count.
    fn then(self, end: Self) -> Result<Self, Lost> {
        let followed = Self {
            referenced: true,
            summary: self.summary.or(end.summary),
            description: self.description.or(end.description),
            hops: end.hops + 1,
            node: end.node,
        };
        if followed.hops > MAX_HOPS {
            return Err(Lost::TooLong);
        }
        Ok(followed)
    }
}

/// Follows references to a text or a map, which are no objects of OpenAPI and so cannot be referred
/// to. Many descriptions of several files do it, and nothing else can be meant.
pub(super) fn follow_loose<'a>(cx: &mut Cx<'a, '_>, start: Node<'a>) -> Option<Node<'a>> {
    let followed = follow(cx, start)?;
    let reason = "a `$ref` to what is no object of OpenAPI was followed";
    cx.skip_annotation(start, reason);
    Some(followed.node)
}

/// Takes `$ref` and returns the node it leads to.
pub(super) fn target<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Option<Node<'a>> {
    target_of(cx, fields, "$ref").map(|target| target.node)
}

/// Takes a reference and returns what it leads to, and how.
pub(super) fn target_of<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    key: &'static str,
) -> Option<Target<'a>> {
    let value = fields.any(key)?;
    let Some(reference) = value.as_str() else {
        if value.is_null() {
            say_empty(cx, value, key);
        } else {
            cx.wrong_kind(value, &format!("`{key}`"), "a text");
        }
        return None;
    };
    let from_top = reference.starts_with('#') && cx.forest.top(value) == value.root();
    let place = (value.file(), reference);
    if from_top && let Some(known) = cx.targets.get(&place).copied() {
        cx.uses.add(value, known.node);
        return Some(known);
    }
    match cx.forest.follow(value, reference) {
        Ok(target) => {
            if target.counts_from_file {
                say_counts_from_file(cx, value, reference);
            }
            if from_top {
                cx.targets.insert(place, target);
            }
            cx.uses.add(value, target.node);
            Some(target)
        }
        Err(error) => {
            if let Some(diagnostic) = error.diagnostic(value) {
                cx.diagnostics.add(match moved(cx, value, reference) {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                });
            }
            None
        }
    }
}

/// Says that a reference is empty, which it is where its `#` begins a comment.
fn say_empty(cx: &mut Cx<'_, '_>, value: Node<'_>, key: &str) {
    let place = value.key_span().unwrap_or(value.span());
    let diagnostic = Diagnostic::new(Code::WrongKind, format!("`{key}` is empty"))
        .label(place, "without a reference")
        .help("quote the reference: in YAML, a `#` behind a blank begins a comment");
    cx.diagnostics.add(diagnostic);
}

fn say_counts_from_file(cx: &mut Cx<'_, '_>, value: Node<'_>, reference: &str) {
    let message = format!("the reference `{reference}` leads nowhere from the `$id` around it");
    let diagnostic = Diagnostic::new(Code::CountsFromFile, message)
        .label(value.span(), "taken as a path from the top of the file")
        .help("remove the `$id`, or write the file before the `#`")
        .several("references count from an `$id` and lead nowhere from there");
    cx.diagnostics.add(diagnostic);
}

/// Returns the schema that a reference leads to.
pub(super) fn to_schema<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> SchemaId {
    let id = cx.schema(node);
    let target = &mut cx.schemas[id.index()];
    // What is made for one use has no name of its own.
    target.referenced = !target.is_instance;
    id
}

/// Where Swagger 2.0 and later versions keep the same things.
const HOMES: [[&str; 2]; 4] = [
    ["#/definitions/", "#/components/schemas/"],
    ["#/parameters/", "#/components/parameters/"],
    ["#/responses/", "#/components/responses/"],
    ["#/securityDefinitions/", "#/components/securitySchemes/"],
];

/// Returns a hint where a reference leads to what another version calls the place of something that
/// is there.
fn moved(cx: &Cx<'_, '_>, value: Node<'_>, reference: &str) -> Option<String> {
    HOMES.iter().find_map(|[old, new]| {
        let other = match (reference.strip_prefix(old), reference.strip_prefix(new)) {
            (Some(name), _) => format!("{new}{name}"),
            (None, Some(name)) => format!("{old}{name}"),
            (None, None) => return None,
        };
        let is_there = value.file_has(&other);
        let version = cx.version.name();
        is_there.then(|| format!("in {version}, write `{other}`"))
    })
}

/// Accounts for the keys beside a `$ref` that were not taken.
pub(super) fn close_siblings<'a>(cx: &mut Cx<'a, '_>, fields: Fields<'a>) {
    let siblings: Vec<Node<'a>> = fields.rest(cx);
    if siblings.is_empty() {
        return;
    }
    let reason = format!("keys beside `$ref` do not count in {}", cx.version.name());
    for value in siblings {
        let key = value.key().unwrap_or_default();
        if NOTES.contains(&key) || key.starts_with("x-") {
            cx.skip_annotation(value, reason.clone());
        } else {
            cx.ignore(value, reason.clone());
        }
    }
}

/// Keys for people; what else stands beside a `$ref` was meant to change something.
pub(super) const NOTES: [&str; 7] = [
    "title",
    "summary",
    "description",
    "example",
    "examples",
    "externalDocs",
    "$comment",
];

/// Says that references go round in a circle.
pub(super) fn say_circular(cx: &mut Cx<'_, '_>, start: Node<'_>) {
    let at = start.get("$ref").map_or(start.span(), Node::span);
    let diagnostic = Diagnostic::new(
        Code::CircularReference,
        "these references only lead to each other",
    )
    .label(at, "leads back to where it came from")
    .help("one of them must hold the object itself");
    cx.diagnostics.add(diagnostic);
}

fn say_long(cx: &mut Cx<'_, '_>, start: Node<'_>) {
    let at = start.get("$ref").map_or(start.span(), Node::span);
    let message = format!("more than {MAX_HOPS} references lead to each other in a row");
    let diagnostic = Diagnostic::new(Code::LongReference, message)
        .label(at, "leads too far")
        .help("refer to the object itself");
    cx.diagnostics.add(diagnostic);
}

fn take_docs<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, followed: &mut Followed<'a>) {
    if !cx.version.takes_docs_of_references() {
        return;
    }
    followed.summary = fields.text(cx, "summary");
    followed.description = fields.text(cx, "description");
}

/// An object that several places may use, and that is read once.
pub(super) trait Reusable<'a>: Sized {
    /// Whether schemas may stand in it, which get their names from it where it stands apart.
    const HOLDS_SCHEMAS: bool = true;

    /// What such an object is, and how to put a schema into it, where schemas are often referred to in
    /// its place.
    const AROUND_SCHEMA: Option<[&'static str; 2]> = None;

    /// Returns what was read before.
    fn memo<'c>(cx: &'c mut Cx<'a, '_>) -> &'c mut Memo<Self>;

    /// Reads the object; `shared` says whether it stands apart from its uses.
    fn read(cx: &mut Cx<'a, '_>, node: Node<'a>, shared: bool) -> Option<Self>;
}

/// Reads an object in place or where `$ref` leads to.
pub(super) fn read_use<'a, T: Reusable<'a>>(
    cx: &mut Cx<'a, '_>,
    start: Node<'a>,
) -> Option<Use<'a, T>> {
    let Followed {
        node,
        referenced,
        summary,
        description,
        hops: _,
    } = follow(cx, start)?;
    if let Some([what, help]) = T::AROUND_SCHEMA.filter(|_| referenced) {
        found::expect(cx, start, node, what, help)?;
    }
    let item = read_once(cx, node, referenced)?;
    for (key, own) in [("summary", summary), ("description", description)] {
        if let (Some(_), Some(overridden)) = (own, node.get(key)) {
            let reason = "where a reference has a text of its own, that one counts";
            cx.skip_annotation(overridden, reason);
        }
    }
    Some(Use {
        item,
        summary,
        description,
    })
}

/// How to put a schema into what holds media types.
pub(super) const IN_CONTENT: &str = "put it under a media type, as in \
    `content: {application/json: {schema: {$ref: ...}}}`";

/// How to put a schema into what has one.
pub(super) const IN_SCHEMA: &str = "put it under `schema`, as in `schema: {$ref: ...}`";

/// Reads an object under `components`, which is shared whether or not something refers to it.
pub(super) fn read_component<'a, T: Reusable<'a>>(cx: &mut Cx<'a, '_>, node: Node<'a>) {
    if elsewhere::put_off(cx, node, false) {
        return;
    }
    if let Some(followed) = follow(cx, node) {
        read_once::<T>(cx, followed.node, true);
    }
}

fn read_once<'a, T: Reusable<'a>>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    shared: bool,
) -> Option<Handle<T>> {
    if let Some(known) = T::memo(cx).get(&node.identity()) {
        return known.clone();
    }
    // Headers have content with encodings with headers and so on, perhaps the same ones.
    if !cx.enter(node) {
        return None;
    }
    if shared && T::HOLDS_SCHEMAS {
        cx.shared.push(node);
    }
    let item = T::read(cx, node, shared).map(Handle::new);
    cx.leave();
    T::memo(cx).insert(node.identity(), item.clone());
    item
}
