//! HTML in Markdown: known tags go, what they enclose stays, anything else is text.
//!
//! Descriptions are full of `<p>` and `<br>`; showing the tags would help nobody, and rustdoc
//! refuses unbalanced ones.

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Html<'a> {
    Text(&'a str),
    Break,
    Paragraph,
    Bullet,
}

/// Returns the pieces of the HTML in their order.
pub(super) fn pieces(html: &str) -> Vec<Html<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let Some((length, piece)) = tag(&rest[start..]) else {
            // Not a tag: the bracket is text. Everything up to the next one goes with it.
            let end = rest[start + 1..]
                .find('<')
                .map_or(rest.len(), |next| start + 1 + next);
            pieces.push(Html::Text(&rest[..end]));
            rest = &rest[end..];
            continue;
        };
        if start > 0 {
            pieces.push(Html::Text(&rest[..start]));
        }
        pieces.extend(piece);
        rest = &rest[start + length..];
    }
    if !rest.is_empty() {
        pieces.push(Html::Text(rest));
    }
    pieces
}

/// The length and the meaning of the tag or comment at the start.
fn tag(text: &str) -> Option<(usize, Option<Html<'static>>)> {
    if text.starts_with("<!--") {
        return Some((text.find("-->")? + 3, None));
    }
    let inner = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let length = text.find('>')? + 1;
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = inner[..end].to_ascii_lowercase();
    let is_end = text.starts_with("</");
    match name.as_str() {
        "br" | "tr" => Some((length, Some(Html::Break))),
        "li" if !is_end => Some((length, Some(Html::Bullet))),
        "p" | "div" | "ul" | "ol" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr"
        | "pre" | "blockquote" | "details" | "section" | "summary" => {
            Some((length, Some(Html::Paragraph)))
        }
        "a" | "abbr" | "b" | "center" | "code" | "dd" | "dl" | "dt" | "em" | "font" | "i"
        | "img" | "kbd" | "li" | "mark" | "nobr" | "s" | "small" | "span" | "strong" | "sub"
        | "sup" | "tbody" | "td" | "th" | "thead" | "tt" | "u" => Some((length, None)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Html::{Break, Bullet, Paragraph, Text};
    use super::*;

    #[test]
    fn known_tags_go() {
        for (html, expect) in [
            (
                "<p>a <b>b</b></p>",
                vec![Paragraph, Text("a "), Text("b"), Paragraph],
            ),
            ("a<br/>b", vec![Text("a"), Break, Text("b")]),
            ("<ul><li>a</li>", vec![Paragraph, Bullet, Text("a")]),
            ("<!-- x -->a", vec![Text("a")]),
            (
                "<script>x</script>",
                vec![Text("<script>x"), Text("</script>")],
            ),
            ("a < b", vec![Text("a < b")]),
            ("<", vec![Text("<")]),
            ("<é>", vec![Text("<é>")]),
        ] {
            assert_eq!(pieces(html), expect, "{html}");
        }
    }
}
