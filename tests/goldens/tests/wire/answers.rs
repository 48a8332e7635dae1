//! Answers: by status and media type, expected and unexpected.

use engross_goldens::enum_open::models::Status;
use engross_goldens::several_successes::models::Problem;
use engross_goldens::several_successes::operations::{StartJobError, StartJobOutput};
use engross_runtime::ErrorKind;
use engross_runtime::transport::memory::Memory;

use crate::support::client;

#[test]
fn several_successes() {
    for (status, body, expect) in [
        (200, r#"{"value":1}"#, "Ok"),
        (202, r#"{"id":"j"}"#, "Accepted"),
        (204, "", "NoContent"),
    ] {
        let memory = Memory::new().reply(status, "application/json", body);
        let client = client!(several_successes, memory);
        let answer = client.start_job().send_blocking().expect("a success");
        assert_eq!(answer.status(), status);
        let read = match answer.into_inner() {
            StartJobOutput::Ok(result) => {
                assert_eq!(result.value, Some(1));
                "Ok"
            }
            StartJobOutput::Accepted(job) => {
                assert_eq!(job.id, "j");
                "Accepted"
            }
            StartJobOutput::NoContent => "NoContent",
            _ => "more than is described",
        };
        assert_eq!(read, expect);
    }
}

#[test]
fn each_success_has_accessors() {
    let body = r#"{"id":"j"}"#;
    let memory = Memory::new().reply(202, "application/json", body);
    let client = client!(several_successes, memory);
    let answer = client.start_job().send_blocking().expect("a success");
    assert_eq!(answer.as_ok(), None);
    assert_eq!(answer.as_accepted().map(|job| job.id.as_str()), Some("j"));
    let output = answer.into_inner();
    assert_eq!(output.clone().into_ok(), None);
    assert_eq!(output.into_accepted().map(|job| job.id), Some("j".into()));
}

/// Its failures have the status `default` too, which a described success never is.
#[test]
fn a_success_that_cannot_be_read_is_no_failure() {
    for (status, is_failure) in [(200, false), (500, true)] {
        let body = r#"{"value":[],"message":"no"}"#;
        let memory = Memory::new().reply(status, "application/json", body);
        let client = client!(several_successes, memory);
        let error = client.start_job().send_blocking().expect_err("no success");
        let typed = error.typed::<StartJobError>();
        assert_eq!(typed.is_some(), is_failure, "{error}");
    }
}

#[test]
fn failures_and_unknown_statuses_keep_their_body() {
    for status in [404, 503, 201] {
        let memory = Memory::new().reply(status, "application/json", r#"{"message":"no"}"#);
        let client = client!(several_successes, memory);
        let error = client.start_job().send_blocking().expect_err("no success");
        assert_eq!(error.status().map(|it| it.as_u16()), Some(status));
        assert_eq!(error.kind(), ErrorKind::UnexpectedStatus, "{status}");
        let problem: Problem = error.decode().expect("it is a problem");
        assert_eq!(problem.message.as_deref(), Some("no"));
    }
}

#[test]
fn a_range_of_statuses() {
    for (status, is_success) in [(200, true), (299, true), (302, false), (400, false)] {
        let memory = Memory::new().reply(status, "application/json", r#"["a"]"#);
        let client = client!(success_range, memory);
        let answer = client.get_x().send_blocking();
        assert_eq!(answer.is_ok(), is_success, "{status}: {answer:?}");
    }
}

/// A default response describes whatever no other one does, errors in the first place; where it
/// is the only one, it describes the successes too.
#[test]
fn only_a_default_response() {
    for (status, is_success) in [(200, true), (201, true), (404, false), (500, false)] {
        let memory = Memory::new().reply(status, "application/json", r#""text""#);
        let client = client!(answers_of_one_type, memory);
        match client.get_x().send_blocking() {
            Ok(answer) => assert_eq!((is_success, &**answer), (true, "text"), "{status}"),
            Err(error) => {
                assert!(!is_success, "{status}: {error}");
                let text: String = error.decode().expect("it is described");
                assert_eq!(text, "text");
            }
        }
    }
}

#[test]
fn enums_keep_what_they_do_not_know() {
    let memory = Memory::new().reply(200, "application/json", r#"["sold","", "new","unknown"]"#);
    let client = client!(enum_open, memory);
    let answer = client.find_pets().send_blocking().expect("a success");
    let texts: Vec<&str> = answer.iter().map(Status::as_str).collect();
    assert_eq!(texts, ["sold", "", "new", "unknown"]);
    assert_eq!(answer[2], Status::Unknown("new".to_owned()));
    // A value of the description, though it is called like what is unknown; equal is what travels
    // as the same text.
    assert!(matches!(answer[3], Status::UnknownValue));
    assert_eq!(answer[3], Status::Unknown("unknown".to_owned()));
}

#[test]
fn numbers_and_flags_as_text() {
    let memory = Memory::new()
        .reply(200, "text/plain", "true")
        .reply(202, "text/plain; charset=utf-8", "1.5")
        .reply(200, "text/plain", "maybe");
    let client = client!(binary_and_text, memory.clone());
    let call = || client.put_count(-7);
    let counts = call().send_blocking().expect("a success");
    assert_eq!(counts.as_ok(), Some(&true));
    let before = call().send_blocking().expect("a success");
    assert_eq!(before.as_accepted(), Some(&1.5));
    let error = call().send_blocking().expect_err("no flag");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("maybe"), "{error}");
    assert_eq!(memory.requests()[0].body(), "-7");
}

#[test]
fn text_and_bytes() {
    let memory = Memory::new()
        .reply(200, "text/plain; charset=iso-8859-1", &b"caf\xe9"[..])
        .reply(200, "application/octet-stream", &b"\0\xff"[..]);
    let client = client!(binary_and_text, memory);
    let receipt = client.put_file(&b"x"[..]).send_blocking();
    assert_eq!(**receipt.expect("a success"), *"café");
    let file = client.get_file().send_blocking().expect("a success");
    assert_eq!(file[..], b"\0\xff"[..]);
}
