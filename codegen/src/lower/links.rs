//! Schemas that only stand for another one: a `$ref`, an `allOf` of one member (how OpenAPI 3.0 adds
//! a description to a reference), an `anyOf` of one member and `null`.
//!
//! Takes the document, returns for each schema what it stands for. Circles are said and opened here,
//! so that following links always ends.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Document, Schema, SchemaId, head};
use crate::load::Node;

/// What each schema stands for, if it does.
#[derive(Debug)]
pub(super) struct Links {
    steps: Vec<Option<Link>>,
    /// Whether the schema itself says in any way that `null` is a value.
    nulls: Vec<bool>,
    ends: Vec<End>,
}

/// A schema stands for another one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) to: SchemaId,
    /// Whether `null` is allowed beside.
    nullable: bool,
    /// Whether the other one stands elsewhere.
    pub(super) is_reference: bool,
}

/// Where links end.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub(super) id: SchemaId,
    /// Whether any link or the end itself allows `null`.
    pub(super) nullable: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    OnTheWay,
    Done,
}

impl Links {
    pub(super) fn new(document: &Document<'_>, diagnostics: &mut Diagnostics) -> Self {
        let schemas = || document.schemas().map(|(_, schema)| schema);
        let nulls: Vec<bool> = schemas()
            .map(|schema| says_null(document, schema))
            .collect();
        let itself = document.schemas().map(|(id, _)| End {
            id,
            nullable: nulls[id.index()],
        });
        let mut links = Self {
            ends: itself.collect(),
            steps: schemas().map(|schema| link(document, schema)).collect(),
            nulls,
        };
        let mut marks = vec![Mark::New; links.steps.len()];
        for (id, _) in document.schemas() {
            if let Some(last) = links.find_circle(id, &mut marks) {
                links.steps[last.index()] = None;
                say_circular(document[last].node, diagnostics);
            }
        }
        for long in links.find_ends() {
            say_long(document[long].node, diagnostics);
        }
        links
    }

    /// Returns what a schema stands for, one step.
    pub(super) fn get(&self, id: SchemaId) -> Option<Link> {
        self.steps.get(id.index()).copied().flatten()
    }

    /// Returns all schemas on the way, the first and the last included.
    pub(super) fn way(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        std::iter::successors(Some(id), |id| self.get(*id).map(|link| link.to))
    }

    /// Returns the schemas on the way before the first reference.
    pub(super) fn way_in_place(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        let next = |id: &SchemaId| self.get(*id).filter(|link| !link.is_reference);
        std::iter::successors(Some(id), move |id| next(id).map(|link| link.to))
    }

    /// Returns the schema that says what values look like.
    pub(super) fn end(&self, start: SchemaId) -> End {
        let itself = End {
            id: start,
            nullable: false,
        };
        self.ends.get(start.index()).copied().unwrap_or(itself)
    }

    /// Finds where all links end, and returns the schemas from which that is too far: they stand for
    /// nothing from then on. There are no circles any more.
    fn find_ends(&mut self) -> Vec<SchemaId> {
        let mut lengths: Vec<Option<usize>> = vec![None; self.steps.len()];
        let mut long = Vec::new();
        let mut way = Vec::new();
        for start in self.ends.iter().map(|end| end.id).collect::<Vec<_>>() {
            let unknown = |id: &SchemaId| lengths[id.index()].is_none();
            way.extend(self.way(start).take_while(unknown));
            while let Some(id) = way.pop() {
                let length = self.get(id).map_or(0, |link| {
                    lengths[link.to.index()].map_or(0, |length| length + 1)
                });
                lengths[id.index()] = Some(if length > MAX_LINKS { 0 } else { length });
                if length > MAX_LINKS {
                    self.steps[id.index()] = None;
                    long.push(id);
                } else if let Some(link) = self.get(id) {
                    let end = self.ends[link.to.index()];
                    self.ends[id.index()] = End {
                        id: end.id,
                        nullable: link.nullable || end.nullable,
                    };
                }
            }
        }
        long
    }

    /// Returns whether a schema itself says that `null` is a value: `nullable`, `null` among its
    /// types, its values or its alternatives.
    pub(super) fn admits_null(&self, id: SchemaId) -> bool {
        self.nulls.get(id.index()).copied().unwrap_or_default()
    }

    /// Goes on from a schema to marked ones; returns the schema whose link closes a circle.
    fn find_circle(&self, start: SchemaId, marks: &mut [Mark]) -> Option<SchemaId> {
        self.get(start)?;
        let mut way = Vec::new();
        let mut next = Some(start);
        while let Some(id) = next.filter(|id| marks[id.index()] == Mark::New) {
            marks[id.index()] = Mark::OnTheWay;
            way.push(id);
            next = self.get(id).map(|link| link.to);
        }
        let circle = next.is_some_and(|id| marks[id.index()] == Mark::OnTheWay);
        for id in &way {
            marks[id.index()] = Mark::Done;
        }
        way.last().copied().filter(|_| circle)
    }
}

/// Returns whether only `null` fits a schema.
pub(super) fn is_null(schema: &Schema<'_>) -> bool {
    let values = schema.values.as_deref().unwrap_or_default();
    let only_null = values.len() == 1 && values[0].is_null();
    let no_shape = schema.types.is_empty() && schema.reference.is_none() && !schema.combines();
    no_shape && (only_null || (schema.nullable && schema.is_bare()))
}

fn says_null(document: &Document<'_>, schema: &Schema<'_>) -> bool {
    let values = schema.values.iter().flatten();
    let alternatives = schema.one_of().iter().chain(schema.any_of());
    schema.nullable
        || values.into_iter().any(|value| value.is_null())
        || alternatives.into_iter().any(|id| is_null(&document[*id]))
}

fn link(document: &Document<'_>, schema: &Schema<'_>) -> Option<Link> {
    if !schema.is_bare() {
        return None;
    }
    let alternatives = match (schema.one_of().is_empty(), schema.any_of().is_empty()) {
        (false, true) => schema.one_of(),
        (true, false) => schema.any_of(),
        (true, true) => &[],
        (false, false) => return None,
    };
    let nullable = schema.nullable;
    match (schema.reference, schema.all_of(), alternatives) {
        (Some(to), [], []) => Some(Link {
            to,
            nullable,
            is_reference: true,
        }),
        (None, [to], []) => Some(Link {
            to: *to,
            nullable,
            is_reference: false,
        }),
        (None, [], [_, ..]) => {
            let mut others = alternatives.iter().filter(|id| !is_null(&document[**id]));
            let to = others.next().filter(|_| others.next().is_none())?;
            let nullable = nullable || alternatives.len() > 1;
            Some(Link {
                to: *to,
                nullable,
                is_reference: false,
            })
        }
        _ => None,
    }
}

/// So many links in a row are followed: whoever asks what is said on the way looks at all of them.
const MAX_LINKS: usize = 256;

fn say_long(node: Node<'_>, diagnostics: &mut Diagnostics) {
    let at = node.get("$ref").unwrap_or(node);
    let message = format!("more than {MAX_LINKS} schemas stand for each other in a row");
    let diagnostic = Diagnostic::new(Code::LongReference, message)
        .label(head(at), "leads too far")
        .help("refer to the schema that says what values look like");
    diagnostics.add(diagnostic);
}

fn say_circular(node: Node<'_>, diagnostics: &mut Diagnostics) {
    let at = node.get("$ref").unwrap_or(node);
    let diagnostic = Diagnostic::new(
        Code::CircularReference,
        "these schemas only stand for each other",
    )
    .label(head(at), "leads back to where it came from")
    .help("one of them must say what its values look like");
    diagnostics.add(diagnostic);
}
