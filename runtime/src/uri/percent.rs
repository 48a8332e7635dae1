//! Percent-encoding by RFC 3986 §2. Text goes in, ASCII comes out: unreserved characters stay,
//! every other byte of the UTF-8 form becomes `%XX`. Nothing is decoded here.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986 §2.3.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What `allowReserved` encodes in a query. `#`, `[` and `]` cannot stand in a query, and `&` and
/// `+` would change its meaning (OAS 3.1 §4.8.12.2), so these stay encoded.
const RESERVED_ALLOWED: &AsciiSet = &COMPONENT
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What stands between the parameters of a path template: `pchar` and `/` stay.
const PATH_TEXT: &AsciiSet = &COMPONENT
    .remove(b'/')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What `allowReserved` encodes in a path (OAS 3.2 §4.12.2.2): a slash too.
const SEGMENT: &AsciiSet = &PATH_TEXT.add(b'/');

/// What `allowReserved` encodes in a cookie.
const COOKIE: &AsciiSet = &RESERVED_ALLOWED
    .remove(b'&')
    .remove(b'+')
    .remove(b'#')
    .remove(b'[')
    .remove(b']')
    .add(b',')
    .add(b';');

/// Appends `text` as one component: `a/b` becomes `a%2Fb`.
pub(crate) fn push_component(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, COMPONENT));
}

/// Appends `text` with reserved characters kept, `a/b c` becomes `a/b%20c`. Triplets that are
/// already encoded stay (RFC 6570 §3.2.3).
pub(crate) fn push_reserved(out: &mut String, text: &str) {
    push_keeping_triplets(out, text, RESERVED_ALLOWED);
}

/// The same in a segment of a path, which a slash would end.
pub(crate) fn push_reserved_segment(out: &mut String, text: &str) {
    push_keeping_triplets(out, text, SEGMENT);
}

/// The same in a cookie, where blanks, quotes, commas, semicolons and backslashes cannot stand
/// (RFC 6265 §4.1.1).
pub(crate) fn push_reserved_cookie(out: &mut String, text: &str) {
    push_keeping_triplets(out, text, COOKIE);
}

/// Appends the fixed text of a path template, whose triplets are already encoded.
pub(crate) fn push_path_text(out: &mut String, text: &str) {
    push_keeping_triplets(out, text, PATH_TEXT);
}

/// Returns `text` as one component.
pub(crate) fn component(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_component(&mut out, text);
    out
}

fn push_keeping_triplets(out: &mut String, text: &str, set: &'static AsciiSet) {
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        out.extend(utf8_percent_encode(before, set));
        let kept = if starts_with_triplet(from) { 3 } else { 1 };
        if kept == 3 {
            out.push_str(&from[..3]);
        } else {
            out.push_str("%25");
        }
        rest = &from[kept..];
    }
    out.extend(utf8_percent_encode(rest, set));
}

fn starts_with_triplet(text: &str) -> bool {
    matches!(text.as_bytes(), [b'%', a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(push: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        push(&mut out, text);
        out
    }

    #[test]
    fn components_keep_unreserved_only() {
        for (text, expect) in [
            ("azAZ09-._~", "azAZ09-._~"),
            ("a/b?c#d", "a%2Fb%3Fc%23d"),
            ("a b+c%d", "a%20b%2Bc%25d"),
            ("é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"),
            ("\r\n\0", "%0D%0A%00"),
            ("[]\\^`{|}\"<>", "%5B%5D%5C%5E%60%7B%7C%7D%22%3C%3E"),
            ("!$&'()*,;=:@", "%21%24%26%27%28%29%2A%2C%3B%3D%3A%40"),
            ("", ""),
        ] {
            assert_eq!(run(push_component, text), expect, "{text:?}");
            assert_eq!(component(text), expect);
        }
    }

    #[test]
    fn reserved_characters_can_be_allowed() {
        for (text, expect) in [
            ("a/b?c:d@e", "a/b?c:d@e"),
            ("a&b+c#d[e]", "a%26b%2Bc%23d%5Be%5D"),
            ("50% %41%4g%", "50%25%20%41%254g%25"),
            ("%é", "%25%C3%A9"),
        ] {
            assert_eq!(run(push_reserved, text), expect, "{text:?}");
        }
    }

    #[test]
    fn what_is_reserved_depends_on_the_place() {
        let text = "a/b?c#d[e]:@!$&'()*+,;= %2F\"\\";
        for (push, expect) in [
            (
                push_reserved_segment as fn(&mut String, &str),
                "a%2Fb%3Fc%23d%5Be%5D:@!$&'()*+,;=%20%2F%22%5C",
            ),
            (
                push_reserved_cookie,
                "a/b?c#d[e]:@!$&'()*+%2C%3B=%20%2F%22%5C",
            ),
        ] {
            assert_eq!(run(push, text), expect);
        }
    }

    #[test]
    fn path_text_cannot_leave_the_path() {
        for (text, expect) in [
            ("/v1/a:b@c;d=e", "/v1/a:b@c;d=e"),
            ("/a?b#c", "/a%3Fb%23c"),
            ("/%2Fx y", "/%2Fx%20y"),
        ] {
            assert_eq!(run(push_path_text, text), expect, "{text:?}");
        }
    }
}
