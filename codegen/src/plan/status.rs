//! Statuses as words.

use crate::api::Status;

/// Returns the first and the last status of a range, as a pattern behind those of single codes names it:
/// without codes at its ends, because patterns that begin or end alike look like a mistake.
pub(super) fn range_beside(digit: u8, codes: &[u16]) -> (u16, u16) {
    let (mut first, mut last) = (u16::from(digit) * 100, u16::from(digit) * 100 + 99);
    while first < last && codes.contains(&first) {
        first += 1;
    }
    while first < last && codes.contains(&last) {
        last -= 1;
    }
    (first, last)
}

/// Returns the first and the last of so many codes in a row that a range says it better than a list.
pub(super) fn run(codes: &[u16]) -> Option<(u16, u16)> {
    const FEWEST: usize = 3;
    let (first, last) = (*codes.iter().min()?, *codes.iter().max()?);
    let has_all = (first..=last).all(|code| codes.contains(&code));
    (codes.len() >= FEWEST && has_all).then_some((first, last))
}

/// The reason phrases of RFC 9110 and RFC 6585 that descriptions use.
const PHRASES: &[(u16, &str)] = &[
    (200, "ok"),
    (201, "created"),
    (202, "accepted"),
    (203, "non authoritative"),
    (204, "no content"),
    (205, "reset content"),
    (206, "partial content"),
    (207, "multi status"),
    (304, "not modified"),
    (400, "bad request"),
    (401, "unauthorized"),
    (403, "forbidden"),
    (404, "not found"),
    (405, "method not allowed"),
    (406, "not acceptable"),
    (408, "request timeout"),
    (409, "conflict"),
    (410, "gone"),
    (412, "precondition failed"),
    (413, "content too large"),
    (415, "unsupported media type"),
    (422, "unprocessable content"),
    (429, "too many requests"),
    (500, "internal server error"),
    (501, "not implemented"),
    (502, "bad gateway"),
    (503, "service unavailable"),
    (504, "gateway timeout"),
];

/// Returns the words for the status, as in `no content`.
pub(crate) fn words(status: Status) -> String {
    match status {
        Status::Code(code) => {
            let phrase = PHRASES.iter().find(|(known, _)| *known == code);
            phrase.map_or_else(
                || format!("status {code}"),
                |(_, words)| (*words).to_owned(),
            )
        }
        Status::Range(digit) => format!("status {digit}xx"),
        Status::Default => "default".to_owned(),
    }
}

/// Returns the words for the status of a failure, as in `client error`.
pub(crate) fn failure_words(status: Status) -> String {
    match status {
        Status::Range(1) => "informational".to_owned(),
        Status::Range(3) => "redirection".to_owned(),
        Status::Range(4) => "client error".to_owned(),
        Status::Range(5) => "server error".to_owned(),
        Status::Default => "other".to_owned(),
        Status::Code(_) | Status::Range(_) => words(status),
    }
}

/// Returns the words inside the name of a type for a status as written; none for 200, which is what
/// everybody means.
pub(crate) fn infix(status: &str) -> &str {
    if status == "200" {
        return "";
    }
    let phrase = PHRASES
        .iter()
        .find(|(known, _)| status.parse() == Ok(*known));
    phrase.map_or(status, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_leave_out_codes_at_their_ends() {
        for (codes, expect) in [
            (vec![], (400, 499)),
            (vec![404, 500], (400, 499)),
            (vec![401, 400, 499], (402, 498)),
        ] {
            assert_eq!(range_beside(4, &codes), expect, "{codes:?}");
        }
        let all: Vec<u16> = (400..500).collect();
        assert_eq!(range_beside(4, &all), (499, 499));
    }

    #[test]
    fn codes_in_a_row_are_a_range() {
        for (codes, expect) in [
            (vec![202, 200, 201], Some((200, 202))),
            (vec![200, 201], None),
            (vec![200, 201, 204], None),
            (vec![], None),
        ] {
            assert_eq!(run(&codes), expect, "{codes:?}");
        }
    }
}
