//! Repetitions of a call over real connections: what stays the same in each, and what is not
//! repeated. How long the waits are is tested in memory, where no time passes.

use std::time::Duration;

use partner_center::runtime::{ErrorKind, Limits, RetryPolicy};

use crate::support::samples::{accepted, education};
use crate::support::{Answer, Played, Scene, Via};

/// Up to `attempts`, with waits too short to notice, whatever the server asks for.
fn quick(attempts: u32) -> RetryPolicy {
    let blink = Duration::from_micros(50);
    RetryPolicy::default()
        .attempts(attempts)
        .base_delay(blink)
        .max_delay(blink)
}

fn busy() -> Answer {
    Answer::with_body(503, "application/json", r#"{"code":503}"#)
}

/// Expects all requests of a call to be the same, and returns the value of `ms-requestid`.
fn same_requests(played: &Played, count: usize, note: &str) -> String {
    assert_eq!(played.requests.len(), count, "{note}");
    let first = &played.requests[0];
    for request in &played.requests {
        assert_eq!(request, first, "{note}");
    }
    first
        .header("ms-requestid")
        .expect("the id is there")
        .to_owned()
}

#[test]
fn one_id_over_all_attempts() {
    for via in Via::ALL {
        let scene = Scene::new([busy(), busy(), accepted()]).retry(quick(3));
        let made_up = scene.play_with(via, |op| op.body(education()));
        assert!(made_up.outcome.is_ok(), "{via:?}: {:?}", made_up.outcome);
        let id = same_requests(&made_up, 3, "made up");
        assert_eq!(id.len(), 36, "{via:?} {id}");

        let given = scene.play_with(via, |op| {
            op.ms_requestid("given-1")
                .ms_correlationid("given-2")
                .body(education())
        });
        assert!(given.outcome.is_ok(), "{via:?}: {:?}", given.outcome);
        assert_eq!(same_requests(&given, 3, "given"), "given-1");
        assert_eq!(
            given.requests[2].header("ms-correlationid"),
            Some("given-2")
        );
    }
}

/// A new value after any answer: two calls share nothing.
#[test]
fn two_calls_have_two_ids() {
    for via in Via::ALL {
        let scene = Scene::new([busy(), accepted()]).retry(quick(2));
        let ids = [(); 2].map(|()| {
            let played = scene.play(via);
            let id = same_requests(&played, 2, "one call");
            (
                id,
                played.requests[0]
                    .header("ms-correlationid")
                    .map(str::to_owned),
            )
        });
        assert_ne!(ids[0].0, ids[1].0, "{via:?}");
        assert_ne!(ids[0].1, ids[1].1, "{via:?}");
    }
}

/// A clone of an operation is another call too.
#[test]
fn a_clone_is_another_call() {
    for via in Via::ALL {
        let scene = Scene::new([accepted(), accepted()]);
        let played = scene.play_client(|client| {
            let call = client.create_customer_qualifications("1", "c");
            via.send(call.clone()).expect("the first is answered");
            via.send(call)
        });
        let ids: Vec<_> = played
            .requests
            .iter()
            .map(|request| request.header("ms-requestid"))
            .collect();
        assert_eq!(ids.len(), 2);
        assert_ne!(ids[0], ids[1], "{via:?}");
    }
}

#[test]
fn which_statuses_are_repeated() {
    for via in Via::ALL {
        for (status, repeated) in [
            (408, true),
            (429, true),
            (502, true),
            (503, true),
            (504, true),
            (201, false),
            (400, false),
            (401, false),
            (404, false),
            (409, false),
            (500, false),
            (501, false),
        ] {
            let answer = Answer::with_body(status, "application/json", "{}");
            let played = Scene::new([answer, accepted()]).retry(quick(3)).play(via);
            let count = if repeated { 2 } else { 1 };
            assert_eq!(played.connections, count, "{via:?} {status}");
            assert_eq!(played.outcome.is_ok(), repeated, "{via:?} {status}");
        }
    }
}

#[test]
fn retry_after_is_capped_by_the_policy() {
    for via in Via::ALL {
        for value in ["0", "1", "86400", "Fri, 31 Dec 2999 23:59:59 GMT", "soon"] {
            let busy = busy().header("Retry-After", value);
            let played = Scene::new([busy, accepted()]).retry(quick(2)).play(via);
            assert!(
                played.outcome.is_ok(),
                "{via:?} {value}: {:?}",
                played.outcome
            );
            assert_eq!(played.connections, 2, "{via:?} {value}");
        }
    }
}

/// The last answer is what the caller gets, with how often it was tried.
#[test]
fn attempts_run_out() {
    for via in Via::ALL {
        let script = [
            busy(),
            busy(),
            busy().header("MS-RequestId", "last"),
            accepted(),
        ];
        let played = Scene::new(script).retry(quick(3)).play(via);
        let error = played.outcome.expect_err("three attempts are all");
        assert_eq!(played.connections, 3, "{via:?}");
        assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
        assert_eq!((error.attempts(), error.request_id()), (3, Some("last")));
        assert!(error.to_string().contains("3 attempts"), "{error}");
    }
}

#[test]
fn retries_can_be_off() {
    for via in Via::ALL {
        for policy in [RetryPolicy::never(), quick(1), quick(0)] {
            let played = Scene::new([busy(), accepted()]).retry(policy).play(via);
            let error = played.outcome.expect_err("there is one attempt");
            assert_eq!((played.connections, error.attempts()), (1, 1), "{via:?}");
        }
    }
}

/// The case that the vendor names: after a timeout, the same id again.
#[test]
fn a_timeout_is_repeated_with_the_same_id() {
    let limits = Limits::default().attempt_timeout(Duration::from_millis(1500));
    for via in Via::ALL {
        let script = [Answer::raw("").holding(), accepted()];
        let scene = Scene::new(script).retry(quick(5)).limits(limits.clone());
        let played = scene.play_with(via, |op| op.body(education()));
        // On a machine so slow that more attempts run out, the script does as well.
        assert!(played.requests.len() >= 2, "{via:?}: {:?}", played.outcome);
        same_requests(&played, played.requests.len(), "after a timeout");
    }
}

/// An answer that was cut may have been acted on; without doubt it came from this very request, so
/// it is reported and not repeated.
#[test]
fn other_failures_are_not_repeated() {
    for via in Via::ALL {
        for (note, answer) in [
            ("cut", accepted().claiming(1000)),
            ("not HTTP", Answer::raw("nonsense\r\n\r\n")),
            (
                "unreadable",
                Answer::with_body(200, "application/json", "{"),
            ),
            ("wrong type", Answer::with_body(200, "text/html", "busy")),
        ] {
            let played = Scene::new([answer, accepted()]).retry(quick(3)).play(via);
            assert!(played.outcome.is_err(), "{via:?} {note}");
            assert_eq!(played.connections, 1, "{via:?} {note}");
        }
    }
}
