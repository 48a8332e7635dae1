//! The spacing pass: blank lines between items and between the functions of an item.
//!
//! Works on lines as prettyplease lays them out, where indentation tells the depth. Generated code
//! has no free functions, so what stands one step in and ends in `}` or `;` is a member.

/// Returns the header and the text with blank lines.
pub(super) fn space(header: &str, text: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + text.len() + text.len() / 32);
    spaced.push_str(header);
    let mut previous: Option<&str> = None;
    let mut group = None;
    for line in text.lines() {
        if let Some(previous) = previous.filter(|previous| ends_item(previous)) {
            let depth = indent(line);
            // What ends on an indented line may be one item over several lines.
            let begins = [indent(previous), 0].contains(&depth)
                && !line.trim_start().starts_with(['}', ']', ')']);
            let is_apart = match depth {
                0 => self::group(line).is_none() || self::group(line) != group,
                _ => true,
            };
            if begins && is_apart {
                spaced.push('\n');
            }
            if begins && depth == 0 {
                group = self::group(line);
            }
        } else if previous.is_none_or(|previous| previous.starts_with("//!")) {
            if previous.is_some() && !line.starts_with("//!") {
                spaced.push('\n');
            }
            group = self::group(line);
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = Some(line);
    }
    spaced
}

/// Items that stand together: imports of one origin, modules, statics.
fn group(line: &str) -> Option<&'static str> {
    ["use super", "use ", "mod ", "pub use ", "static "]
        .into_iter()
        .find(|start| line.starts_with(start))
}

fn ends_item(line: &str) -> bool {
    let text = line.trim_start();
    let is_comment = text.starts_with("//");
    !is_comment && indent(line) <= 4 && text.ends_with(['}', ';'])
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
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
