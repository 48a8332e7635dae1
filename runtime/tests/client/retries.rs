//! When calls are repeated, how long they wait, and what stays the same.

use std::time::Duration;

use engross_runtime::transport::FailureKind;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{ErrorKind, Limits, RetryPolicy, http};

use crate::support::{GET, KEYED, Op, POST, builder, call, json, pets, run};

fn statuses(codes: &[u16]) -> Memory {
    codes
        .iter()
        .fold(Memory::new(), |memory, code| json(memory, *code))
}

fn after(memory: Memory, wait: &str) -> Memory {
    let response = http::Response::builder()
        .status(503)
        .header("retry-after", wait)
        .body("");
    memory.answer(response.unwrap())
}

#[test]
fn three_attempts_have_one_key() {
    let memory = statuses(&[503, 503, 200]);
    assert_eq!(call(&memory, &KEYED).unwrap().status(), 200);
    let requests = memory.requests();
    let keys: Vec<_> = requests
        .iter()
        .map(|request| &request.headers()["ms-requestid"])
        .collect();
    assert_eq!(keys.len(), 3);
    assert!(
        keys.iter().all(|key| *key == keys[0] && key.len() == 36),
        "{keys:?}"
    );
    let ids = requests
        .iter()
        .map(|request| &request.headers()["ms-correlationid"]);
    assert!(
        ids.clone()
            .all(|id| *id == requests[0].headers()["ms-correlationid"])
    );
    assert!(ids.clone().all(|id| id != keys[0]));
    let sleeps = memory.sleeps();
    assert_eq!(sleeps.len(), 2);
    assert!(sleeps[0] <= Duration::from_millis(500) && sleeps[1] <= Duration::from_secs(1));
}

#[test]
fn another_call_has_another_key() {
    let memory = statuses(&[200, 200]);
    call(&memory, &KEYED).unwrap();
    call(&memory, &KEYED).unwrap();
    let requests = memory.requests();
    assert_ne!(
        requests[0].headers()["ms-requestid"],
        requests[1].headers()["ms-requestid"]
    );
}

#[test]
fn both_drivers_retry_alike() {
    let memory = statuses(&[503, 429, 200]);
    let client = builder().transport(memory.clone()).build().unwrap();
    assert_eq!(run(client.send(&Op(&GET, pets))).unwrap().status(), 200);
    assert_eq!((memory.requests().len(), memory.sleeps().len()), (3, 2));
}

#[test]
fn what_is_sent_again() {
    for (info, first, attempts) in [
        (&GET, 408, 2),
        (&GET, 429, 2),
        (&GET, 500, 1),
        (&GET, 501, 1),
        (&GET, 502, 2),
        (&GET, 503, 2),
        (&GET, 504, 2),
        (&GET, 404, 1),
        (&POST, 503, 1),
        (&KEYED, 503, 2),
    ] {
        let memory = statuses(&[first, 200]);
        let _ = call(&memory, info);
        assert_eq!(memory.requests().len(), attempts, "{} {first}", info.id());
    }
}

#[test]
fn failures_to_connect_and_timeouts_are_sent_again() {
    for (info, kind, attempts) in [
        (&GET, FailureKind::Connect, 2),
        (&GET, FailureKind::Closed, 2),
        (&GET, FailureKind::Timeout, 2),
        (&GET, FailureKind::Truncated, 1),
        (&GET, FailureKind::TooLarge, 1),
        (&GET, FailureKind::Other, 1),
        (&POST, FailureKind::Closed, 1),
        (&POST, FailureKind::Timeout, 1),
        (&KEYED, FailureKind::Timeout, 2),
    ] {
        let memory = json(Memory::new().fail(kind), 200);
        assert_eq!(call(&memory, info).is_ok(), attempts == 2);
        assert_eq!(memory.requests().len(), attempts, "{} {kind:?}", info.id());
    }
}

#[test]
fn the_last_answer_is_reported() {
    let memory = statuses(&[503, 502, 504, 200]);
    let error = call(&memory, &GET).unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (504, 3)
    );
    let text = error.to_string();
    assert_eq!(
        text,
        "getPets: unexpected status 504 Gateway Timeout after 3 attempts: {}"
    );
}

#[test]
fn servers_choose_the_wait() {
    let start = Duration::from_secs(784_111_777);
    for (wait, expect) in [
        ("7", 7),
        ("3600", 30),
        ("Sun, 06 Nov 1994 08:49:57 GMT", 20),
    ] {
        let memory = json(after(Memory::new().start_at(start), wait), 200);
        call(&memory, &GET).unwrap();
        assert_eq!(memory.sleeps(), [Duration::from_secs(expect)], "{wait}");
    }
}

#[test]
fn no_wait_goes_beyond_the_call() {
    let memory = json(
        after(Memory::new().latency(Duration::from_secs(4)), "7"),
        200,
    );
    let limits = Limits::default().total_timeout(Duration::from_secs(10));
    let client = builder()
        .limits(limits)
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    let error = client.send_blocking(&Op(&GET, pets)).unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
    assert!(memory.sleeps().is_empty());
}

#[test]
fn attempts_share_the_time_of_the_call() {
    let memory = Memory::new()
        .latency(Duration::from_secs(6))
        .fail(FailureKind::Timeout)
        .fail(FailureKind::Timeout);
    let limits = Limits::default()
        .attempt_timeout(Duration::from_secs(6))
        .total_timeout(Duration::from_secs(10));
    let policy = RetryPolicy::default().max_delay(Duration::ZERO);
    let client = builder()
        .limits(limits)
        .retry(policy)
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    let error = client.send_blocking(&Op(&GET, pets)).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    let bounds = memory.bounds();
    assert_eq!(bounds[0].timeout, Duration::from_secs(6));
    assert_eq!(bounds[1].timeout, Duration::from_secs(4));
    assert_eq!(bounds[1].connect_timeout, Duration::from_secs(4));
}

#[test]
fn a_call_without_time_is_not_sent() {
    let memory = statuses(&[200]);
    let limits = Limits::default().total_timeout(Duration::ZERO);
    let client = builder()
        .limits(limits)
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    let error = client.send_blocking(&Op(&GET, pets)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(memory.requests().is_empty());
}

#[test]
fn policies_can_be_chosen() {
    for (policy, attempts) in [
        (RetryPolicy::never(), 1),
        (RetryPolicy::default().attempts(0), 1),
        (RetryPolicy::default().attempts(4), 4),
    ] {
        let memory = statuses(&[503; 5]);
        let client = builder()
            .retry(policy)
            .blocking_transport(memory.clone())
            .build()
            .unwrap();
        let _ = client.send_blocking(&Op(&GET, pets));
        assert_eq!(memory.requests().len(), attempts);
    }
}
