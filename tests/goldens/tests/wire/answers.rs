//! Answers: by status and media type, expected and unexpected.

use engross_goldens::enum_open::models::Status;
use engross_goldens::several_successes::models::Problem;
use engross_goldens::several_successes::operations::StartJobOutput;
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
fn only_a_answers_of_one_type() {
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
