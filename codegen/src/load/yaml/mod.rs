//! YAML 1.2 to a tree, by the core schema.
//!
//! The events come from a parser of its own; here they become values: `no` is a string, `1.10` keeps
//! its spelling, keys are their text whatever they look like (`200` and `"200"` are one key), aliases
//! share what they stand for, and merge keys (`<<`) take effect, as in all tools of this field.
//!
//! Every valid stream is read: several documents or none, objects and arrays as keys. What of that no
//! description may have is returned beside the values, and said by whoever reads a description.

mod cause;
mod habit;
mod options;
mod problem;
mod scalar;
mod tag;

use std::ops::Range;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StructureStyle, Tag};

use super::stream::Stream;
use super::tree::{BadAlias, BadMerge, Builder, Exceeded, Kind, Text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// Reads a text that is YAML. Warnings are added; what makes it no YAML, or too much, is returned.
pub(super) fn read_yaml(
    file: FileId,
    source: &Arc<String>,
    diagnostics: &mut Diagnostics,
) -> Result<Stream, Diagnostic> {
    let mut reader = Reader {
        file,
        source,
        builder: Builder::new(file, Arc::clone(source)),
        open: Vec::new(),
        documents: 0,
        departures: Vec::new(),
        diagnostics,
    };
    reader.read_events()?;
    Ok(Stream {
        builder: reader.builder,
        departures: reader.departures,
    })
}

struct Reader<'a> {
    file: FileId,
    source: &'a str,
    builder: Builder,
    open: Vec<Open>,
    documents: usize,
    departures: Vec<Diagnostic>,
    diagnostics: &'a mut Diagnostics,
}

/// A sequence or mapping that has not ended.
struct Open {
    flow: bool,
    awaits: Awaits,
    /// Whether a merge key stands in it.
    merges: bool,
    /// Where it begins, if it is a key itself.
    key_at: Option<usize>,
}

/// So many departures are kept: a hostile file can have millions.
const MAX_DEPARTURES: usize = 1_000;

/// What comes next in a sequence or mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Awaits {
    Element,
    Key,
    Value,
}

impl Reader<'_> {
    fn read_events(&mut self) -> Result<(), Diagnostic> {
        let source = self.source;
        for event in Parser::new_from_str_with_options(source, options::options()) {
            let (event, span) = event.map_err(|error| self.syntax_error(&error))?;
            let place = span.byte_range().unwrap_or_default();
            let tag_place = span.tag_span().and_then(|span| span.byte_range());
            self.read_event(event, place, tag_place)?;
        }
        Ok(())
    }

    fn read_event(
        &mut self,
        event: Event<'_>,
        place: Range<usize>,
        tag_place: Option<Range<usize>>,
    ) -> Result<(), Diagnostic> {
        let tag_place = tag_place.unwrap_or_else(|| place.clone());
        match event {
            Event::DocumentStart(..) => {
                self.start_document(place);
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                let kind = self.scalar_kind(&text, style, tag.as_deref(), &place, tag_place);
                self.add_scalar(kind, &text, style, place.clone())?;
                self.name(anchor);
                Ok(())
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), "seq", tag_place);
                self.open(Kind::Array, style, place)?;
                self.name(anchor);
                Ok(())
            }
            Event::MappingStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), "map", tag_place);
                self.open(Kind::Object, style, place)?;
                self.name(anchor);
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&place),
            Event::Alias(anchor) => self.add_alias(anchor, place),
            Event::UnresolvedAlias(name) => Err(self.unknown_alias(&name, place)),
            // Stream and document ends carry nothing; the rest is switched off by the options.
            _ => Ok(()),
        }
    }

    fn start_document(&mut self, place: Range<usize>) {
        self.documents += 1;
        if self.documents == 2 {
            self.depart(self.second_document(place));
        }
    }

    /// Notes what is YAML, but no description's.
    fn depart(&mut self, departure: Diagnostic) {
        if self.departures.len() < MAX_DEPARTURES {
            self.departures.push(departure);
        }
    }

    fn add_scalar(
        &mut self,
        kind: Kind<'_>,
        text: &str,
        style: ScalarStyle,
        place: Range<usize>,
    ) -> Result<(), Diagnostic> {
        let content = scalar::content(self.source, text, style, &place);
        let place = scalar::visible(self.source, style, place);
        let start = place.clone();
        let added = match self.awaits() {
            Awaits::Key if style == ScalarStyle::Plain && text == "<<" => {
                self.note_merge();
                self.builder.merge_key(place, content)
            }
            Awaits::Key => self.builder.key(place, content),
            Awaits::Element | Awaits::Value => self.builder.scalar(kind, place, content),
        };
        added.map_err(|exceeded| self.exceeded(exceeded, start))?;
        self.advance();
        Ok(())
    }

    fn add_alias(&mut self, anchor: usize, place: Range<usize>) -> Result<(), Diagnostic> {
        let added = if self.awaits() == Awaits::Key {
            self.add_alias_key(anchor, place.clone())
        } else {
            match self.builder.alias(anchor, place.clone()) {
                Err(BadAlias::Exceeded(exceeded)) => Err(exceeded),
                Err(BadAlias::Incomplete) => {
                    self.depart(self.endless_alias(place.clone()));
                    self.builder.hollow(anchor, place.clone())
                }
                Ok(()) => Ok(()),
            }
        };
        added.map_err(|exceeded| self.exceeded(exceeded, place))?;
        self.advance();
        Ok(())
    }

    fn add_alias_key(&mut self, anchor: usize, place: Range<usize>) -> Result<(), Exceeded> {
        if let Some(text) = self.builder.anchored_text(anchor) {
            return self.builder.key(place, Text::Decoded(&text));
        }
        self.depart(self.unsupported_key(place.clone()));
        self.builder.key(place.clone(), Text::Source(place))
    }

    fn open(
        &mut self,
        kind: Kind<'_>,
        style: StructureStyle,
        place: Range<usize>,
    ) -> Result<(), Diagnostic> {
        let key_at = (self.awaits() == Awaits::Key).then_some(place.start);
        let announced = key_at.map_or(Ok(()), |at| self.builder.key_tree(at));
        let opened = announced.and_then(|()| self.builder.open(kind, place.clone()));
        opened.map_err(|exceeded| self.exceeded(exceeded, place))?;
        let awaits = if kind == Kind::Object {
            Awaits::Key
        } else {
            Awaits::Element
        };
        let flow = style == StructureStyle::Flow;
        self.open.push(Open {
            flow,
            awaits,
            merges: false,
            key_at,
        });
        Ok(())
    }

    fn close(&mut self, place: &Range<usize>) -> Result<(), Diagnostic> {
        let Some(closed) = self.open.pop() else {
            return Ok(());
        };
        // The end of a block is found where the next thing begins; it ends with what is in it.
        let end = if closed.flow {
            place.end
        } else {
            self.builder.last_end()
        };
        if closed.merges {
            self.merge(place)?;
        }
        self.builder.close(end);
        if let Some(start) = closed.key_at {
            self.add_tree_key(start..end)?;
        }
        self.advance();
        Ok(())
    }

    fn merge(&mut self, place: &Range<usize>) -> Result<(), Diagnostic> {
        match self.builder.merge() {
            Ok(()) => {}
            Err(BadMerge::Exceeded(exceeded)) => {
                return Err(self.exceeded(exceeded, place.clone()));
            }
            Err(BadMerge::NoObject(span)) => self.depart(problem::useless_merge(span)),
        }
        Ok(())
    }

    /// Adds the text of an object or array that is a key, behind it.
    fn add_tree_key(&mut self, place: Range<usize>) -> Result<(), Diagnostic> {
        self.depart(self.unsupported_key(place.clone()));
        let text = Text::Source(place.clone());
        let added = self.builder.key(place.clone(), text);
        added.map_err(|exceeded| self.exceeded(exceeded, place))
    }

    fn awaits(&self) -> Awaits {
        self.open.last().map_or(Awaits::Element, |open| open.awaits)
    }

    /// Notes that a key or value is complete.
    fn advance(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.awaits = match open.awaits {
                Awaits::Element => Awaits::Element,
                Awaits::Key => Awaits::Value,
                Awaits::Value => Awaits::Key,
            };
        }
    }

    fn note_merge(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.merges = true;
        }
    }

    /// Gives the value that was just added its anchor; 0 is none.
    fn name(&mut self, anchor: usize) {
        if anchor != 0 {
            self.builder.anchor(anchor);
        }
    }

    fn span(&self, place: Range<usize>) -> Span {
        Span::from_range(self.file, place)
    }
}

#[cfg(test)]
mod tests;
