//! The spacing pass: blank lines between items and between the functions of an item.
//!
//! Works on lines as prettyplease lays them out, where indentation tells the depth. Generated code
//! has no free functions, so what stands one step in and ends in `}` or `;` is a member.

/// Returns the header and the text with blank lines.
pub(super) fn space(header: &str, text: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + text.len() + text.len() / 32);
    spaced.push_str(header);
    let mut spacing = Spacing::default();
    // What is not written yet begins here; most lines are only passed.
    let (mut start, mut at) = (0, 0);
    for line in text.lines() {
        if spacing.is_apart(line) {
            spaced.push_str(&text[start..at]);
            spaced.push('\n');
            start = at;
        }
        at += line.len() + 1;
    }
    spaced.push_str(&text[start..]);
    spaced
}

/// What stands above a line.
#[derive(Default)]
struct Spacing<'a> {
    previous: Option<&'a str>,
    group: Option<&'static str>,
}

impl<'a> Spacing<'a> {
    /// Whether a blank line stands above the next line.
    fn is_apart(&mut self, line: &'a str) -> bool {
        let Some(previous) = self.previous.replace(line) else {
            self.group = group(line);
            return false;
        };
        if previous.starts_with("//!") {
            self.group = group(line);
            return !line.starts_with("//!");
        }
        if !ends_item(previous) {
            return false;
        }
        let depth = indent(line);
        // What ends on an indented line may be one item over several lines.
        let begins = (depth == 0 || depth == indent(previous))
            && !line[depth..].starts_with(['}', ']', ')']);
        if depth > 0 || !begins {
            return begins;
        }
        let group = group(line);
        let is_apart = group.is_none() || group != self.group;
        self.group = group;
        is_apart
    }
}

/// Items that stand together: imports of one origin, modules, statics.
fn group(line: &str) -> Option<&'static str> {
    ["use super", "use ", "mod ", "pub use ", "static "]
        .into_iter()
        .find(|start| line.starts_with(start))
}

fn ends_item(line: &str) -> bool {
    let indent = indent(line);
    indent <= 4 && line.ends_with(['}', ';']) && !line[indent..].starts_with("//")
}

/// Lines are indented by nothing but spaces.
fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_apart() {
        let text = "\
//! Docs.
use a::B;
use a::{
    C, D,
};
use super::E;
/// ends in a semicolon;
pub struct F {
    /// And here;
    a: u8,
}
impl F {
    type G = H;
    fn a() {
        b();
    }
    /// Docs.
    fn c() {}
}
static A: B = C;
static D: E = F
    .g();
impl H {}
mod i;
mod j;
pub use i::K;
";
        let expect = "\
//! Docs.

use a::B;
use a::{
    C, D,
};

use super::E;

/// ends in a semicolon;
pub struct F {
    /// And here;
    a: u8,
}

impl F {
    type G = H;

    fn a() {
        b();
    }

    /// Docs.
    fn c() {}
}

static A: B = C;
static D: E = F
    .g();

impl H {}

mod i;
mod j;

pub use i::K;
";
        assert_eq!(space("// H\n", text), ["// H\n", expect].concat());
    }
}
