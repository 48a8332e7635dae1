//! The page: words, boxes and places to break in, lines out.
//!
//! The algorithm is Oppen's, in the variant of rustc and prettyplease: a box that fits the rest of the
//! line has no breaks. One that does not breaks everywhere, if it is consistent, or else wherever the
//! next piece does not fit. A piece reaches to the next place to break, so what stands right behind a
//! box counts as part of it.
//! Boxes come in a sequence without a tree; one pass measures them, a second one writes.

use super::scan;

/// The columns of a line, and how many it has at least, however far it is indented.
const MARGIN: isize = 89;
const FEWEST: isize = 60;

/// The width of what cannot stand on one line.
pub(super) const ENDLESS: u16 = 0xffff;

/// One step of writing a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    /// So many bytes of the words.
    Words(u32),
    Break(Break),
    Begin(Begin),
    End,
    /// Makes all boxes around it too wide.
    TooWide,
    /// What was taken back.
    Nothing,
}

/// A box begins; its lines are moved by an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Begin {
    pub(super) is_consistent: bool,
    pub(super) offset: i16,
}

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Break {
    pub(super) offset: i16,
    /// The spaces that stand there instead.
    pub(super) blank: u16,
    /// What stands before the end of the line, if it ends.
    pub(super) before: Option<u8>,
    /// What begins the next line, if this one ends.
    pub(super) after: Option<&'static str>,
    /// What stands there if the line does not end.
    pub(super) instead: Option<u8>,
    /// At the end of a box it is as if it were not there.
    pub(super) is_between: bool,
    /// It only ends what is measured.
    pub(super) never: bool,
}

/// A place that may have to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(usize);

/// Lines that are done, and the steps of those that are not.
#[derive(Debug)]
pub(super) struct Page {
    lines: String,
    words: String,
    ops: Vec<Op>,
    /// The next word is a step of its own.
    is_sealed: bool,
    widths: Vec<isize>,
}

impl Page {
    /// Returns an empty page for a file of about so many tokens.
    pub(super) fn new(tokens: usize) -> Self {
        Self {
            lines: String::with_capacity(8 * tokens),
            words: String::new(),
            ops: Vec::new(),
            is_sealed: false,
            widths: Vec::new(),
        }
    }

    pub(super) fn into_text(self) -> String {
        self.lines
    }

    pub(super) fn word(&mut self, word: &str) {
        let len = u32::try_from(word.len()).unwrap_or(u32::MAX);
        self.words.push_str(word);
        match self.ops.last_mut() {
            Some(Op::Words(before)) if !self.is_sealed => *before += len,
            _ => {
                self.ops.push(Op::Words(len));
                self.is_sealed = false;
            }
        }
    }

    /// Begins a box in which all places break or none.
    pub(super) fn consistent(&mut self, offset: i16) {
        self.ops.push(Op::consistent(offset));
    }

    /// Begins a box in which places break where they must.
    pub(super) fn inconsistent(&mut self, offset: i16) {
        self.ops.push(Op::inconsistent(offset));
    }

    /// Ends a box. One with nothing but a place to break in it is none.
    pub(super) fn end(&mut self) {
        if let [rest @ .., before, Op::Break(last)] = self.ops.as_slice() {
            if matches!(before, Op::Begin(_)) {
                let len = rest.len();
                self.ops.truncate(len);
                return;
            }
            if last.is_between {
                self.ops.pop();
            }
        }
        self.ops.push(Op::End);
    }

    /// Ends a box that began there, and breaks it if it is wider than that.
    pub(super) fn end_within(&mut self, begin: Mark, widest: usize) {
        let width: usize = self.ops[begin.0..].iter().map(|op| op.width()).sum();
        if width > widest {
            self.ops.push(Op::TooWide);
        }
        self.end();
    }

    pub(super) fn breaks(&mut self, place: Break) {
        self.ops.push(Op::Break(place));
    }

    pub(super) fn zero(&mut self) {
        self.breaks(Break::default());
    }

    pub(super) fn space(&mut self) {
        self.breaks(Break {
            blank: 1,
            ..Break::default()
        });
    }

    /// Adds a space that is not there at the end of a box.
    pub(super) fn space_between(&mut self) {
        self.breaks(Break {
            blank: 1,
            is_between: true,
            ..Break::default()
        });
    }

    pub(super) fn hard(&mut self) {
        self.breaks(Break {
            blank: ENDLESS,
            ..Break::default()
        });
    }

    /// Adds an end of a line that is not there at the end of a box.
    pub(super) fn hard_between(&mut self) {
        self.breaks(Break {
            blank: ENDLESS,
            is_between: true,
            ..Break::default()
        });
    }

    pub(super) fn never(&mut self) {
        self.breaks(Break {
            never: true,
            ..Break::default()
        });
    }

    /// Adds the comma behind a value of a list; the last one has it where the line ends.
    pub(super) fn comma(&mut self, is_last: bool) {
        self.comma_or(is_last, 0);
    }

    /// The same with a space behind the last value.
    pub(super) fn comma_or_space(&mut self, is_last: bool) {
        self.comma_or(is_last, 1);
    }

    fn comma_or(&mut self, is_last: bool, blank: u16) {
        if is_last {
            self.breaks(Break {
                blank,
                before: Some(b','),
                ..Break::default()
            });
        } else {
            self.word(",");
            self.space();
        }
    }

    /// Moves the line after the last place.
    pub(super) fn offset(&mut self, offset: i16) {
        if let Some(Op::Break(place)) = self.ops.last_mut() {
            place.offset += offset;
        }
    }

    /// Returns the place where the next step is written.
    pub(super) fn mark(&mut self) -> Mark {
        self.is_sealed = true;
        Mark(self.ops.len())
    }

    /// Writes the step at a place from before, in front of what stands there.
    pub(super) fn insert(&mut self, at: Mark, op: Op) {
        self.is_sealed = true;
        self.ops.insert(at.0, op);
    }

    /// Takes back the step at a place.
    pub(super) fn clear(&mut self, at: Mark) {
        self.ops[at.0] = Op::Nothing;
    }

    /// Gives another offset to the box that begins at a place.
    pub(super) fn set_offset(&mut self, at: Mark, offset: i16) {
        if let Some(Op::Begin(begin)) = self.ops.get_mut(at.0) {
            begin.offset = offset;
        }
    }

    /// Sets what stands before the end of the line at a place.
    pub(super) fn set_before(&mut self, at: Mark, before: u8) {
        if let Some(Op::Break(place)) = self.ops.get_mut(at.0) {
            place.before = Some(before);
        }
    }

    /// Sets what stands at the last place if the line does not end there.
    pub(super) fn set_instead(&mut self, instead: Option<u8>) {
        if let Some(Op::Break(place)) = self.ops.last_mut() {
            place.instead = instead;
        }
    }

    pub(super) fn ends_with(&self, end: char) -> bool {
        self.words.ends_with(end)
    }

    /// Makes lines of all steps. They must end in an end of a line.
    pub(super) fn flush(&mut self) {
        scan::measure(&self.ops, &mut self.widths);
        Writer::new(&mut self.lines).write(&self.ops, &self.widths, &self.words);
        self.ops.clear();
        self.words.clear();
        self.is_sealed = false;
    }
}

impl Mark {
    /// Returns the place so many steps further.
    pub(super) fn plus(self, steps: usize) -> Self {
        Self(self.0 + steps)
    }
}

impl Op {
    /// Begins a box in which all places break or none.
    pub(super) fn consistent(offset: i16) -> Self {
        Self::Begin(Begin {
            is_consistent: true,
            offset,
        })
    }

    /// Begins a box in which places break where they must.
    pub(super) fn inconsistent(offset: i16) -> Self {
        Self::Begin(Begin {
            is_consistent: false,
            offset,
        })
    }

    /// Returns how wide it is on one line.
    pub(super) fn width(self) -> usize {
        match self {
            Self::Words(len) => len as usize,
            Self::Break(place) => usize::from(place.blank),
            Self::TooWide => usize::from(ENDLESS),
            Self::Begin(_) | Self::End | Self::Nothing => 0,
        }
    }
}

/// A box that is being written.
#[derive(Debug, Clone, Copy)]
enum Frame {
    Fits,
    /// It began at this indentation.
    Broken {
        indent: isize,
        is_consistent: bool,
    },
}

/// Writes lines.
#[derive(Debug)]
struct Writer<'a> {
    lines: &'a mut String,
    frames: Vec<Frame>,
    /// What is left of the line.
    space: isize,
    indent: isize,
    /// Spaces that are written with the next word.
    pending: usize,
}

impl<'a> Writer<'a> {
    fn new(lines: &'a mut String) -> Self {
        Self {
            lines,
            frames: Vec::new(),
            space: MARGIN,
            indent: 0,
            pending: 0,
        }
    }

    fn write(&mut self, ops: &[Op], widths: &[isize], words: &str) {
        let mut words = words;
        for (op, width) in ops.iter().zip(widths) {
            match *op {
                Op::Words(len) => {
                    let (word, rest) = words.split_at(len as usize);
                    words = rest;
                    self.word(word);
                }
                Op::Break(place) => self.place(place, *width),
                Op::Begin(begin) => self.begin(begin, *width),
                Op::End => self.end(),
                Op::TooWide => self.word(""),
                Op::Nothing => {}
            }
        }
    }

    fn word(&mut self, word: &str) {
        const SPACES: &str = "                                                                ";
        while self.pending > 0 {
            let count = self.pending.min(SPACES.len());
            self.lines.push_str(&SPACES[..count]);
            self.pending -= count;
        }
        self.lines.push_str(word);
        self.space -= word.len().cast_signed();
    }

    fn begin(&mut self, begin: Begin, width: isize) {
        if width <= self.space {
            self.frames.push(Frame::Fits);
            return;
        }
        self.frames.push(Frame::Broken {
            indent: self.indent,
            is_consistent: begin.is_consistent,
        });
        self.indent += isize::from(begin.offset);
    }

    fn end(&mut self) {
        if let Some(Frame::Broken { indent, .. }) = self.frames.pop() {
            self.indent = indent;
        }
    }

    fn place(&mut self, place: Break, width: isize) {
        let fits = match self.frames.last() {
            Some(Frame::Fits) => true,
            Some(Frame::Broken { is_consistent, .. }) => !is_consistent && width <= self.space,
            // The file itself is a box that never fits.
            None => false,
        };
        if fits || place.never {
            self.stay(place);
        } else {
            self.wrap(place);
        }
    }

    fn stay(&mut self, place: Break) {
        self.pending += usize::from(place.blank);
        self.space -= isize::from(place.blank.cast_signed());
        if let Some(instead) = place.instead {
            self.lines.push(char::from(instead));
            self.space -= 1;
        }
    }

    fn wrap(&mut self, place: Break) {
        if let Some(before) = place.before {
            self.word("");
            self.lines.push(char::from(before));
        }
        self.lines.push('\n');
        let indent = self.indent + isize::from(place.offset);
        self.pending = indent.max(0).unsigned_abs();
        self.space = (MARGIN - indent).max(FEWEST);
        if let Some(after) = place.after {
            self.word(after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(write: impl FnOnce(&mut Page), expect: &str) {
        let mut page = Page::new(0);
        write(&mut page);
        page.hard();
        page.flush();
        assert_eq!(page.into_text(), [expect, "\n"].concat());
    }

    fn list(page: &mut Page, count: usize) {
        page.word("(");
        page.consistent(4);
        page.zero();
        for index in 1..=count {
            page.word("twenty_columns_wide_");
            page.comma(index == count);
        }
        page.offset(-4);
        page.end();
        page.word(")");
    }

    #[test]
    fn boxes_break_where_they_must() {
        let wide = "twenty_columns_wide_";
        check(|page| list(page, 2), &format!("({wide}, {wide})"));
        // The parentheses count.
        let lines = format!("    {wide},\n").repeat(5);
        check(|page| list(page, 5), &format!("(\n{lines})"));
        check(|page| list(page, 0), "()");
        check(
            |page| {
                page.inconsistent(4);
                for _ in 0..5 {
                    page.word(wide);
                    page.space();
                }
                page.word("x");
                page.end();
            },
            &format!("{wide} {wide} {wide} {wide}\n    {wide} x"),
        );
    }

    #[test]
    fn boxes_may_be_bounded() {
        for (widest, expect) in [(7, "a { b }"), (6, "a {\n    b\n}")] {
            check(
                |page| {
                    let begin = page.mark();
                    page.consistent(4);
                    page.word("a {");
                    page.space_between();
                    page.word("b");
                    page.space();
                    page.offset(-4);
                    page.end_within(begin, widest - 1);
                    page.word("}");
                },
                expect,
            );
        }
    }

    #[test]
    fn steps_are_changed_afterwards() {
        check(
            |page| {
                page.word("a");
                let at = page.mark();
                page.word("b");
                page.insert(at, Op::Words(0));
                page.hard();
                let at = page.mark();
                page.hard();
                page.clear(at);
                page.word("c");
            },
            "ab\nc",
        );
    }
}
