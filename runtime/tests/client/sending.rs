//! The ways of sending, and their types.

use engross_runtime::private::{Operation, RequestWriter};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, Error, ErrorKind, Response, Sending, Value};

use crate::support::{GET, Op, builder, json, pets, run};

#[test]
fn sending_without_a_transport_says_what_to_do() {
    let memory = Memory::new();
    let client = builder()
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    let error = run(client.send(&Op(&GET, pets))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoTransport);
    assert!(
        error.to_string().contains("the feature `reqwest`"),
        "{error}"
    );
    let client = builder().transport(memory.clone()).build().unwrap();
    let error = client.send_blocking(&Op(&GET, pets)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoTransport);
    assert!(error.to_string().contains("the feature `ureq`"), "{error}");
    assert!(memory.requests().is_empty());
}

#[test]
fn clones_share_their_transport() {
    let memory = json(json(Memory::new(), 200), 200);
    let client = builder()
        .blocking_transport(memory.clone())
        .build()
        .unwrap();
    client.clone().send_blocking(&Op(&GET, pets)).unwrap();
    client.send_blocking(&Op(&GET, pets)).unwrap();
    assert_eq!(memory.requests().len(), 2);
}

#[test]
fn types_can_move_between_threads() {
    fn check<T: Send + Sync + 'static>() {}
    fn check_future<T: Send>(future: T) {
        drop(future);
    }
    check::<Client>();
    check::<Error>();
    check::<Response<Value>>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    let client = builder().transport(Memory::new()).build().unwrap();
    check_future(send(&client, &Op(&GET, pets as fn(&mut RequestWriter))));
}

/// As generated code does: the request is written and the operation gone before anything is sent.
fn send<'c, O: Operation>(client: &'c Client, op: &O) -> Sending<'c, O::Output> {
    client.send(op)
}

#[test]
fn a_call_on_its_way_shows_no_request() {
    let client = builder().transport(json(Memory::new(), 200)).build();
    let client = client.unwrap();
    let call = send(&client, &Op(&GET, pets));
    assert_eq!(format!("{call:?}"), "Sending { .. }");
    assert_eq!(run(call).unwrap().status(), 200);
}
