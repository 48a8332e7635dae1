//! The examples of the standard, each cut at every byte, and what the standard says of ids, times
//! and ends.

use super::*;

/// Reads a stream that comes in two pieces, as `name|data|id` each.
fn read(text: &[u8], cut: usize) -> Vec<String> {
    let (head, tail) = text.split_at(cut);
    let mut parser = EventParser::new(100);
    let mut found = Vec::new();
    for piece in [head, tail] {
        let mut input = Bytes::copy_from_slice(piece);
        while let Some(event) = parser.next(&mut input) {
            let event = event.unwrap();
            let id = event.id.as_deref().unwrap_or("-");
            found.push(format!("{}|{}|{id}", event.name(), event.data));
        }
        assert!(input.is_empty());
    }
    found
}

#[test]
fn events_are_the_same_wherever_they_are_cut() {
    let cases: &[(&str, &[&str])] = &[
        ("", &[]),
        // The examples of WHATWG HTML §9.2.6.
        (
            "data: YHOO\ndata: +2\ndata: 10\n\n",
            &["message|YHOO\n+2\n10|-"],
        ),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            &[
                "message|first event|1",
                "message|second event|-",
                "message| third event|-",
            ],
        ),
        (
            "data\n\ndata\ndata\n\ndata:",
            &["message||-", "message|\n|-"],
        ),
        (
            "data:test\n\ndata: test\n\n",
            &["message|test|-", "message|test|-"],
        ),
        // Every end of a line.
        (
            "data:1\r\rdata:2\r\n\r\ndata:3\n\ndata:4\r\n\rdata:5\n\r",
            &[
                "message|1|-",
                "message|2|-",
                "message|3|-",
                "message|4|-",
                "message|5|-",
            ],
        ),
        ("event: a\r\ndata: é漢\r\nid: x\r\n\r\n", &["a|é漢|x"]),
        // One byte order mark, at the start alone.
        ("\u{feff}data:1\n\n\u{feff}data:2\n\n", &["message|1|-"]),
        ("\u{feff}\u{feff}data:1\n\n", &[]),
        // An event without data is none, but its id counts.
        ("event: a\n\ndata: 1\n\n", &["message|1|-"]),
        (
            "id: 7\n\ndata: 1\n\nid: 8\ndata: 2\n\n",
            &["message|1|7", "message|2|8"],
        ),
        ("id: a\u{0}b\ndata: 1\n\n", &["message|1|-"]),
        // Unknown fields, capitals, spaces.
        (
            "Data: 1\nfoo: 2\n data: 3\ndata : 4\ndata: 5\n\n",
            &["message|5|-"],
        ),
        (":\n:data\ndata::\n\n", &["message|:|-"]),
        // Not ended.
        ("data: 1\n", &[]),
        ("data: 1\n\ndata: 2\nevent: a", &["message|1|-"]),
    ];
    for (text, expect) in cases {
        for cut in 0..=text.len() {
            assert_eq!(read(text.as_bytes(), cut), *expect, "{cut}: {text:?}");
        }
    }
}

#[test]
fn what_is_not_utf8_is_replaced() {
    let text = b"data: a\xff\xe9\nevent: \xc3\n\n";
    assert_eq!(read(text, 3), ["\u{fffd}|a\u{fffd}\u{fffd}|-"]);
}

/// Returns a parser that has read `text`.
fn parsed(text: &'static str) -> EventParser {
    let mut parser = EventParser::new(100);
    let mut input = Bytes::from_static(text.as_bytes());
    while let Some(event) = parser.next(&mut input) {
        event.unwrap();
    }
    parser
}

#[test]
fn ids_count_from_the_end_of_their_event_on() {
    for (text, id, is_amid) in [
        ("id: 1\ndata: a\n\n", "1", false),
        ("id: 1\ndata: a\n\nid: 2\ndata: b\n", "1", true),
        ("id: 1\ndata: a\n\nid: 2", "1", true),
        ("id: 1\n\n", "1", false),
        ("id: 1\n\nid\n\n", "", false),
        ("id: 1\n\n: comment\n", "1", false),
    ] {
        let mut parser = parsed(text);
        assert_eq!(parser.last_id(), id, "{text:?}");
        assert_eq!(parser.is_amid(), is_amid, "{text:?}");
        parser.restart();
        assert!(!parser.is_amid());
        let mut input = Bytes::from_static(b"\xef\xbb\xbfdata: c\n\n");
        let event = parser.next(&mut input).unwrap().unwrap();
        assert_eq!(event.id.unwrap_or_default(), id, "{text:?}");
        assert_eq!(event.data, "c");
    }
}

#[test]
fn times_to_wait() {
    for (text, expect) in [
        ("retry: 10\n", Some(10)),
        ("retry: 10\n\n", Some(10)),
        ("retry: 10\nretry: 1s\n\n", Some(10)),
        ("retry:\nretry: -1\nretry: +1\n", None),
        ("retry: 99999999999999999999999\n", Some(u64::MAX)),
    ] {
        let expect = expect.map(Duration::from_millis);
        assert_eq!(parsed(text).reconnection_time(), expect, "{text}");
    }
    let mut input = Bytes::from_static(b"retry: 5\n\ndata: 1\n\nretry: 6\ndata: 2\n\n");
    let mut parser = EventParser::new(100);
    let mut retry = || parser.next(&mut input).unwrap().unwrap().retry;
    assert_eq!(retry(), None);
    assert_eq!(retry(), Some(Duration::from_millis(6)));
}

#[test]
fn long_events_are_refused() {
    for text in [
        "data: 1234567890\n\n",
        "data: 1234567890",
        "data: 12345\ndata: 67890\n\n",
    ] {
        let mut input = Bytes::from_static(text.as_bytes());
        let found = EventParser::new(11).next(&mut input);
        assert_eq!(found, Some(Err(TooLong)), "{text}");
    }
}

/// Reads a whole text as the standard words it, without a thought of pieces.
fn by_the_standard(text: &str) -> Vec<(String, String, String)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (mut data, mut event, mut id) = (String::new(), String::new(), String::new());
    let mut found = Vec::new();
    let mut lines: Vec<&str> = text.split('\n').collect();
    // What follows the last end of a line is no line yet.
    lines.pop();
    for line in lines {
        if line.is_empty() {
            if let Some(data) = data.strip_suffix('\n') {
                found.push((event.clone(), data.to_owned(), id.clone()));
            }
            data.clear();
            event.clear();
            continue;
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "data" => data = data + value + "\n",
            "event" => value.clone_into(&mut event),
            "id" if !value.contains('\0') => value.clone_into(&mut id),
            _ => {}
        }
    }
    found
}

proptest::proptest! {
    #[test]
    fn pieces_do_not_matter(
        tokens in proptest::collection::vec(
            proptest::sample::select(vec![
                "data", "id", "event", "retry", ":", " ", "\n", "\n\n", "\r", "\r\n", "1", "é",
                "\u{feff}", "\0", "data: x\n",
            ]),
            0..40,
        ),
        piece in 1_usize..9,
    ) {
        let text = tokens.concat();
        let mut parser = EventParser::new(10_000);
        let mut found = Vec::new();
        for piece in text.as_bytes().chunks(piece) {
            let mut input = Bytes::copy_from_slice(piece);
            while let Some(event) = parser.next(&mut input) {
                let event = event.unwrap();
                let (name, id) = (event.event.unwrap_or_default(), event.id.unwrap_or_default());
                found.push((name, event.data, id));
            }
        }
        proptest::prop_assert_eq!(found, by_the_standard(&text));
    }
}
