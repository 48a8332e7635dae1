//! Lines of a dump, with the places of the items that they are about.
//!
//! What belongs to an item stands below it, deeper indented; that is how an item alone is found.

use std::fmt;

use indexmap::IndexMap;

use crate::source::{Origin, Pointer};

/// A dump in the making.
#[derive(Debug, Default)]
pub(super) struct Out {
    lines: Vec<Line>,
    /// The place of the item that the next line begins.
    next: Option<Pointer>,
    /// Blanks before all lines.
    indent: usize,
    /// How many asides the next line stands in.
    aside: usize,
    /// How many bytes of values were written.
    values: usize,
}

/// So many bytes of values are written: one of them can be part of many types.
const MAX_VALUES: usize = 16 << 20;

#[derive(Debug)]
struct Line {
    place: Option<Pointer>,
    text: String,
    aside: usize,
}

impl Out {
    /// Says where the item stands that the next line begins.
    pub(super) fn at(&mut self, origin: &Origin) {
        self.next = Some(origin.pointer.clone());
    }

    /// Returns the value at a place as text.
    pub(super) fn json(&mut self, place: &Origin) -> String {
        let affordable = self.values < MAX_VALUES;
        let json = affordable.then(|| place.pointer.json()).flatten();
        let json = json.unwrap_or_else(|| "(long)".to_owned());
        self.values += json.len();
        json
    }

    /// Adds what another function writes, so many blanks deeper.
    pub(super) fn deeper(&mut self, blanks: usize, write: impl FnOnce(&mut Self)) {
        self.indent += blanks;
        write(self);
        self.indent -= blanks;
    }

    /// Adds what another function writes, for those alone who ask for its own place: some other
    /// line says the same, together with more.
    pub(super) fn aside(&mut self, write: impl FnOnce(&mut Self)) {
        self.aside += 1;
        write(self);
        self.aside -= 1;
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: fmt::Arguments<'_>) {
        let indent = self.indent;
        self.lines.push(Line {
            place: self.next.take(),
            text: format!("{:indent$}{text}", ""),
            aside: self.aside,
        });
    }

    /// Returns all lines that are no aside.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        let lines = self.lines.iter().filter(|line| line.aside == 0);
        lines.flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    /// Returns the items at a place, each below the first lines of the items around it. One that
    /// several items have is there once, below all of these.
    pub(super) fn text_at(&self, pointer: &Pointer) -> String {
        let mut items: IndexMap<String, Vec<String>> = IndexMap::new();
        for (index, line) in self.lines.iter().enumerate() {
            if line.place.as_ref() == Some(pointer) {
                let around = items.entry(self.block(index)).or_default();
                around.push(self.around(index));
            }
        }
        let texts = items.into_iter().flat_map(|(block, mut around)| {
            around.push(block);
            around
        });
        texts.collect()
    }

    fn block(&self, first: usize) -> String {
        let (depth, aside) = (self.lines[first].depth(), self.lines[first].aside);
        let below = self.lines[first + 1..].iter();
        let below = below.take_while(|line| line.depth() > depth);
        let below = below.filter(|line| line.aside <= aside);
        let lines = std::iter::once(&self.lines[first]).chain(below);
        lines.flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    fn around(&self, index: usize) -> String {
        let mut depth = self.lines[index].depth();
        let mut lines = Vec::new();
        for line in self.lines[..index].iter().rev() {
            if line.depth() < depth {
                depth = line.depth();
                lines.push(line.text.as_str());
            }
        }
        let lines = lines.into_iter().rev();
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

impl Line {
    fn depth(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }
}
