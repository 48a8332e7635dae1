//! Event streams over several connections: nothing is lost or repeated wherever a connection breaks,
//! and what ends a stream ends it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::time::Duration;

use engross_runtime::http::Response;
use engross_runtime::private::{Parameter, RequestWriter};
use engross_runtime::transport::memory::Memory;
use engross_runtime::transport::{Failure, FailureKind};
use engross_runtime::{Client, Error, ErrorKind, Event, Limits, Reconnect, RetryPolicy};

use crate::server::{Exchange, Server};
use crate::support::{BOTH, GET, Op, POST, WIRE, plain};

const EVENTS: &str = "text/event-stream";

fn client(memory: &Memory) -> Client {
    let client = Client::builder("http://x.test").retry(RetryPolicy::never());
    let client = client.transport(memory.clone());
    client.blocking_transport(memory.clone()).build().unwrap()
}

fn fast() -> Reconnect {
    Reconnect::default().delay(Duration::ZERO)
}

/// The events behind an id.
fn behind(id: u32) -> String {
    let mut text = "retry: 0\n\n".to_owned();
    for id in id + 1..=5 {
        writeln!(text, "id: {id}\ndata: event {id}\n").unwrap();
    }
    text
}

/// Answers with the events behind `Last-Event-ID`. Of the first answer to a query `cut`, which is how
/// the tests number their calls, only so many bytes come.
fn resuming(exchange: &mut Exchange, seen: &Mutex<BTreeSet<usize>>) {
    let id = exchange.header("last-event-id");
    let text = behind(id.map_or(0, |id| id.parse().unwrap()));
    let cut = exchange.head.split_once("?cut=").unwrap().1;
    let cut: usize = cut.split_once(' ').unwrap().0.parse().unwrap();
    exchange.begin_chunks(EVENTS);
    if !seen.lock().unwrap().insert(cut) {
        exchange.chunk(text.as_bytes());
        exchange.chunk(b"");
    } else if cut > 0 {
        exchange.chunk(&text.as_bytes()[..cut]);
    }
}

fn data(events: Vec<Result<Event, Error>>) -> Vec<String> {
    events
        .into_iter()
        .map(|event| event.unwrap().data)
        .collect()
}

#[test]
fn no_event_is_lost_wherever_a_connection_breaks() {
    let expect: Vec<String> = (1..=5).map(|id| format!("event {id}")).collect();
    for &way in WIRE {
        let seen = Mutex::default();
        let server = Server::start(move |exchange| resuming(exchange, &seen));
        let client = server.client().build().unwrap();
        let length = behind(0).len();
        for cut in 0..=length {
            let op = Op(&GET, move |request: &mut RequestWriter| {
                request.query(&Parameter::new("cut"), &cut.to_string());
            });
            let events = way.events(&client, &op, &fast(), 99).unwrap();
            assert_eq!(data(events), expect, "{way:?} {cut}");
        }
        assert_eq!(server.connections(), 2 * (length + 1), "{way:?}");
    }
}

#[test]
fn waits_are_those_the_server_asks_for() {
    for &way in BOTH {
        let memory = Memory::new()
            .reply(200, EVENTS, "id: a\ndata: 1\n\n")
            .reply(200, EVENTS, "id: b\nretry: 70\ndata: 2\n\n")
            .reply(200, EVENTS, "data: 3\n\n: amid\nid: c")
            .fail(FailureKind::Connect)
            .fail(FailureKind::Timeout)
            .reply(204, "text/plain", "");
        let reconnect = Reconnect::default().after_end();
        let events = way
            .events(&client(&memory), &plain(), &reconnect, 99)
            .unwrap();
        assert_eq!(data(events), ["1", "2", "3"]);
        let ids: Vec<_> = memory
            .requests()
            .iter()
            .map(|request| request.headers().get("last-event-id").cloned())
            .map(|id| id.map(|id| id.to_str().unwrap().to_owned()))
            .collect();
        let id = |id: &str| Some(id.to_owned());
        assert_eq!(ids, [None, id("a"), id("b"), id("b"), id("b"), id("b")]);
        let sleeps = memory.sleeps();
        let millis = Duration::from_millis;
        assert_eq!(
            &sleeps[..3],
            [Duration::from_secs(3), millis(70), millis(70)]
        );
        assert!(
            (millis(70)..=millis(140)).contains(&sleeps[3]),
            "{sleeps:?}"
        );
        assert!(
            (millis(140)..=millis(280)).contains(&sleeps[4]),
            "{sleeps:?}"
        );
    }
}

#[test]
fn streams_end_where_the_server_ends_them() {
    for &way in BOTH {
        let memory = Memory::new().reply(200, EVENTS, "data: 1\n\n");
        let reconnect = Reconnect::default();
        let events = way
            .events(&client(&memory), &plain(), &reconnect, 99)
            .unwrap();
        assert_eq!(data(events), ["1"]);
        let empty = Response::builder().status(204).body("").unwrap();
        let memory = Memory::new().answer(empty);
        let reconnect = reconnect.after_end();
        let events = way
            .events(&client(&memory), &plain(), &reconnect, 99)
            .unwrap();
        assert!(events.is_empty());
        assert_eq!(memory.requests().len(), 1);
    }
}

#[test]
fn servers_that_never_send_an_event_are_given_up() {
    for &way in BOTH {
        let memory = Memory::from_fn(|_| {
            let response = Response::builder().header("content-type", EVENTS);
            Ok(response.body("data: ".into()).unwrap())
        });
        let events = way.events(&client(&memory), &plain(), &fast(), 99).unwrap();
        assert_eq!(events.len(), 1);
        let error = events[0].as_ref().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Truncated);
        assert_eq!(memory.requests().len(), 6);
        let never = Reconnect::never();
        let events = way.events(&client(&memory), &plain(), &never, 99).unwrap();
        assert_eq!(events.len(), 1);
        assert_eq!(memory.requests().len(), 7);
    }
}

#[test]
fn what_is_not_safe_is_not_connected_again() {
    for &way in BOTH {
        let memory = Memory::new().reply(200, EVENTS, "data: 1\n\ndata: 2");
        let op = Op(&POST, |_: &mut RequestWriter| {});
        let events = way.events(&client(&memory), &op, &fast(), 99).unwrap();
        assert_eq!(events.len(), 2);
        let error = events[1].as_ref().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Truncated);
        assert_eq!(memory.requests().len(), 1);
    }
}

#[test]
fn another_answer_ends_the_stream() {
    for &way in BOTH {
        for (status, content_type, kind) in [
            (403, "text/plain", ErrorKind::UnexpectedStatus),
            (503, EVENTS, ErrorKind::UnexpectedStatus),
            (200, "text/html", ErrorKind::UnsupportedMediaType),
        ] {
            let memory = Memory::new().reply(200, EVENTS, "data: 1\n\ndata").reply(
                status,
                content_type,
                "no",
            );
            let events = way.events(&client(&memory), &plain(), &fast(), 99).unwrap();
            assert_eq!(events.len(), 2);
            assert_eq!(events[0].as_ref().unwrap().data, "1");
            let error = events[1].as_ref().unwrap_err();
            assert_eq!(error.kind(), kind, "{error:?}");
        }
        let memory = Memory::new().reply(200, "application/json", "[]");
        let error = way.events(&client(&memory), &plain(), &fast(), 99);
        assert_eq!(error.unwrap_err().kind(), ErrorKind::UnsupportedMediaType);
    }
}

#[test]
fn silence_is_a_lost_connection() {
    for &way in WIRE {
        let server = Server::start(|exchange| {
            exchange.begin_chunks(EVENTS);
            let id = exchange.index;
            exchange.chunk(format!("id: {id}\ndata: {id}\n\n").as_bytes());
            exchange.hang();
        });
        let limits = Limits::default().idle_timeout(Duration::from_millis(200));
        let client = server.client().limits(limits).build().unwrap();
        let events = way.events(&client, &plain(), &fast(), 3).unwrap();
        assert_eq!(data(events), ["0", "1", "2"], "{way:?}");
    }
}

#[test]
fn failures_of_other_kinds_are_not_repeated() {
    for &way in BOTH {
        let memory = Memory::new()
            .reply(200, EVENTS, "data: 1\n\n")
            .breaking_off(FailureKind::TooLarge);
        let events = way.events(&client(&memory), &plain(), &fast(), 99).unwrap();
        let error = events[1].as_ref().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Limit);
        assert_eq!(memory.requests().len(), 1);
        let memory = Memory::from_fn(|_| Err(Failure::new(FailureKind::Connect, "no")));
        let error = way.events(&client(&memory), &plain(), &fast(), 99);
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Connect);
    }
}
