//! Sequences of typed items, cut at every byte; items that cannot be read, and items that are too
//! long.

use engross_runtime::http::Response;
use engross_runtime::transport::FailureKind;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ErrorKind, EventItem, Limits, Map};

use crate::server::Server;
use crate::support::{BOTH, WIRE, plain};

fn client(memory: Memory, limits: Limits) -> Client {
    let client = Client::builder("http://x.test").limits(limits);
    let client = client.transport(memory.clone()).blocking_transport(memory);
    client.build().unwrap()
}

#[test]
fn items_are_the_same_wherever_they_are_cut() {
    for (content_type, body) in [
        ("application/jsonl", "[1]\r\n\n[2,3]\n[]"),
        ("application/x-ndjson", "[1]\n[2,3]\n[]\n"),
        ("application/json-seq", "\x1e[1]\n\x1e[2,\n3]\n\x1e[]\n"),
        (
            "text/event-stream",
            ": hi\n\ndata: [1]\n\ndata: [2,\ndata: 3]\nid: 1\n\ndata: []\n\n",
        ),
    ] {
        for &way in BOTH {
            for piece in 1..=body.len() {
                let memory = Memory::new()
                    .reply(200, content_type, body)
                    .pieces_of(piece);
                let client = client(memory, Limits::default());
                let items = way
                    .items::<Vec<i64>>(&client, &plain(), EventItem::Data)
                    .unwrap();
                let items: Vec<_> = items.into_iter().map(Result::unwrap).collect();
                assert_eq!(
                    items,
                    [vec![1], vec![2, 3], vec![]],
                    "{way:?} {content_type}"
                );
            }
        }
    }
}

#[test]
fn items_come_over_the_wire() {
    for &way in WIRE {
        let server = Server::start(|exchange| {
            exchange.begin_chunks("application/jsonl");
            for byte in b"{\"a\":1}\n{\"a\":2}" {
                exchange.chunk(&[*byte]);
            }
            exchange.chunk(b"");
        });
        let client = server.client().build().unwrap();
        let items = way
            .items::<Map<i64>>(&client, &plain(), EventItem::Data)
            .unwrap();
        let items: Vec<_> = items.into_iter().map(|item| item.unwrap()["a"]).collect();
        assert_eq!(items, [1, 2], "{way:?}");
    }
}

#[test]
fn an_item_that_cannot_be_read_is_named() {
    for (content_type, body) in [
        ("application/jsonl", "[1]\n[\"x\"]\n[2]\n"),
        ("application/json-seq", "\x1e[1]\n\x1e[\"x\"]\n\x1e[2]\n"),
        (
            "text/event-stream",
            "data: [1]\n\ndata: [\"x\"]\n\ndata: [2]\n\n",
        ),
    ] {
        for &way in BOTH {
            let memory = Memory::new().reply(200, content_type, body);
            let client = client(memory, Limits::default());
            let mut items = way
                .items::<Vec<i64>>(&client, &plain(), EventItem::Data)
                .unwrap();
            assert_eq!(items.len(), 3, "{content_type}");
            let error = items.remove(1).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert_eq!(error.item(), Some(1));
            assert_eq!(error.body().unwrap(), "[\"x\"]");
            assert_eq!(error.decode::<Vec<String>>().unwrap(), ["x"]);
            let text = error.to_string();
            assert!(text.contains("item 1 of the answer"), "{text}");
            let rest: Vec<_> = items.into_iter().map(Result::unwrap).collect();
            assert_eq!(rest, [[1], [2]]);
        }
    }
}

#[test]
fn broken_texts_do_not_hide_the_others() {
    for &way in BOTH {
        let memory = Memory::new().reply(200, "application/json-seq", "\x1e1\x1e2\n3\n\x1e4");
        let client = client(memory, Limits::default());
        let items = way
            .items::<i64>(&client, &plain(), EventItem::Data)
            .unwrap();
        let shown: Vec<_> = items.iter().map(|item| item.as_ref().ok()).collect();
        assert_eq!(shown, [None, Some(&2), None, None]);
        assert_eq!(items[3].as_ref().unwrap_err().item(), Some(3));
    }
}

#[test]
fn long_items_end_the_stream() {
    for (content_type, body) in [
        ("application/jsonl", "1\n[\"xxxxxxxxxxxx\"]\n2\n"),
        ("application/jsonl", "1\n[\"xxxxxxxxxxxx"),
        (
            "application/json-seq",
            "\x1e1\n\x1e[\"xxxxxxxxxxxx\"]\n\x1e2\n",
        ),
        (
            "text/event-stream",
            "data: 1\n\ndata: [\"xxxxxxxxxxxx\"]\n\ndata: 2\n\n",
        ),
        (
            "text/event-stream",
            "data: 1\n\ndata: 12345\ndata: 67890\n\ndata: 2\n\n",
        ),
    ] {
        for &way in BOTH {
            let memory = Memory::new().reply(200, content_type, body).pieces_of(1);
            let client = client(memory, Limits::default().item(11));
            let items = way
                .items::<i64>(&client, &plain(), EventItem::Data)
                .unwrap();
            assert_eq!(items.len(), 2, "{content_type} {items:?}");
            let error = items[1].as_ref().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Limit);
            assert_eq!(error.item(), Some(1));
        }
    }
}

#[test]
fn deep_items_are_refused() {
    let deep = format!("{}\n1\n", "[".repeat(100_000));
    for &way in BOTH {
        let memory = Memory::new().reply(200, "application/jsonl", deep.clone());
        let client = client(memory, Limits::default());
        let items = way
            .items::<engross_runtime::Value>(&client, &plain(), EventItem::Data)
            .unwrap();
        assert_eq!(items[0].as_ref().unwrap_err().kind(), ErrorKind::Limit);
        assert!(items[1].is_ok());
    }
}

#[test]
fn bodies_that_break_off_say_so() {
    for &way in BOTH {
        let memory = Memory::new().reply(200, "application/jsonl", "1\n2");
        let memory = memory.breaking_off(FailureKind::Truncated);
        let client = client(memory, Limits::default());
        let items = way
            .items::<i64>(&client, &plain(), EventItem::Data)
            .unwrap();
        assert_eq!(items.len(), 2, "half an item is none: {items:?}");
        let error = items[1].as_ref().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Truncated);
    }
}

#[test]
fn other_media_types_are_refused_with_the_answer() {
    for &way in BOTH {
        for content_type in ["application/json", "text/html"] {
            let memory = Memory::new().reply(200, content_type, "[1]");
            let client = client(memory, Limits::default());
            let items = way.items::<i64>(&client, &plain(), EventItem::Data);
            let error = items.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnsupportedMediaType);
            assert_eq!(error.body().unwrap(), "[1]");
        }
        let memory = Memory::new().reply(404, "application/jsonl", "1\n");
        let client = client(memory, Limits::default());
        let items = way.items::<i64>(&client, &plain(), EventItem::Data);
        assert_eq!(items.unwrap_err().kind(), ErrorKind::UnexpectedStatus);
    }
}

#[test]
fn no_content_is_no_items() {
    for &way in BOTH {
        let empty = Response::builder().status(204).body("").unwrap();
        let client = client(Memory::new().answer(empty), Limits::default());
        let items = way.items::<i64>(&client, &plain(), EventItem::Data);
        assert!(items.unwrap().is_empty());
    }
}

#[test]
fn encoded_sequences_are_refused() {
    for &way in BOTH {
        let packed = Response::builder()
            .header("content-type", "application/jsonl")
            .header("content-encoding", "gzip")
            .body("1\n")
            .unwrap();
        let client = client(Memory::new().answer(packed), Limits::default());
        let items = way.items::<i64>(&client, &plain(), EventItem::Data);
        let error = items.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnsupportedMediaType);
        assert!(error.to_string().contains("encoded as gzip"), "{error}");
    }
}

#[test]
fn events_are_objects_too() {
    let body = "event: add\nid: 7\nretry: 10\ndata: a\ndata: b\n\ndata: c\n\n";
    for &way in BOTH {
        let memory = Memory::new().reply(200, "text/event-stream", body);
        let client = client(memory, Limits::default());
        let items = way
            .items::<engross_runtime::Value>(&client, &plain(), EventItem::Fields)
            .unwrap();
        let shown: Vec<String> = items
            .into_iter()
            .map(|item| {
                let bytes = engross_runtime::codec::encode(&item.unwrap(), "application/json");
                String::from_utf8(bytes.unwrap()).unwrap()
            })
            .collect();
        let first = r#"{"event":"add","data":"a\nb","id":"7","retry":10}"#;
        assert_eq!(shown, [first, r#"{"data":"c","id":"7"}"#]);
    }
}
