//! Answers of every status: undocumented ones with their content at hand, errors that show what the
//! server said, answers without a body.

use partner_center::models::CustomerQualification;
use partner_center::runtime::{Bytes, ErrorKind, Limits, Number, Value};

use crate::support::{Answer, Scene, Via};

const BARE: &str = r#"{"qualification":"Education","vettingStatus":"InReview",
    "vettingCreateDate":"2021-05-06T19:59:56.6832021+00:00"}"#;

fn bare() -> CustomerQualification {
    CustomerQualification {
        qualification: Some("Education".into()),
        vetting_status: Some("InReview".into()),
        vetting_create_date: Some("2021-05-06T19:59:56.6832021+00:00".into()),
        ..Default::default()
    }
}

/// What the service is known to do: 201, which its reference does not list, with one bare object.
#[test]
fn created_with_a_bare_object() {
    for via in Via::ALL {
        let answer = Answer::with_body(201, "application/json; charset=utf-8", BARE)
            .header("MS-RequestId", "req-1")
            .header("MS-CorrelationId", "cor-1")
            .header("Location", "/v1/customers/c/qualifications");
        let error = Scene::new([answer])
            .play(via)
            .outcome
            .expect_err("201 is not documented");
        assert_eq!(error.kind(), ErrorKind::UnexpectedStatus, "{via:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(201));
        assert_eq!(
            (error.request_id(), error.correlation_id()),
            (Some("req-1"), Some("cor-1"))
        );
        let headers = error.headers().expect("there was an answer");
        assert_eq!(headers["ms-requestid"], "req-1");
        assert_eq!(headers["location"], "/v1/customers/c/qualifications");
        assert_eq!(error.body().map(|body| &body[..]), Some(BARE.as_bytes()));
        assert_eq!(
            error
                .decode::<CustomerQualification>()
                .expect("it can be read"),
            bare()
        );
        assert_eq!(error.attempts(), 1);
    }
}

/// Reading the qualifications gives a bare array: nothing forces the wrapper of the description.
#[test]
fn created_with_a_bare_array_or_xml() {
    let xml = "<CustomerQualification xmlns='urn:x'><qualification>Education</qualification>\
        <vettingStatus>InReview</vettingStatus>\
        <vettingCreateDate>2021-05-06T19:59:56.6832021+00:00</vettingCreateDate>\
        </CustomerQualification>";
    for via in Via::ALL {
        for (content_type, body) in [
            ("application/json", format!("[{BARE},{BARE}]")),
            (
                "text/xml",
                format!("<ArrayOfCustomerQualification>{xml}{xml}</ArrayOfCustomerQualification>"),
            ),
        ] {
            let answer = Answer::with_body(201, content_type, body);
            let error = Scene::new([answer])
                .play(via)
                .outcome
                .expect_err("not documented");
            let models = error.decode::<Vec<CustomerQualification>>();
            assert_eq!(models.expect(content_type), [bare(), bare()], "{via:?}");
        }
        let error = Scene::new([Answer::with_body(201, "text/xml", xml)])
            .play(via)
            .outcome;
        let error = error.expect_err("not documented");
        assert_eq!(
            error.decode::<CustomerQualification>().expect("XML"),
            bare(),
            "{via:?}"
        );
    }
}

#[test]
fn errors_show_what_the_server_said() {
    let body = r#"{"code":2000,"description":"The customer \"c\" is unknown.","data":[]}"#;
    for via in Via::ALL {
        for status in [400, 401, 403, 404, 409, 500] {
            let answer =
                Answer::with_body(status, "application/json", body).header("MS-RequestId", "req-7");
            let error = Scene::new([answer])
                .play(via)
                .outcome
                .expect_err("an error status");
            assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
            assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
            let shown = error.to_string();
            for part in [
                "CreateCustomerQualifications",
                &status.to_string(),
                "req-7",
                body,
            ] {
                assert!(shown.contains(part), "{via:?} {part}: {shown}");
            }
            let value = error.decode::<Value>().expect("the body is JSON");
            let code = value
                .get("code")
                .and_then(Value::as_number)
                .and_then(Number::as_i64);
            assert_eq!(code, Some(2000), "{via:?}");
        }
    }
}

/// What is shown is bounded and stays on one line; what is kept is whole.
#[test]
fn what_is_shown_is_bounded() {
    let body = format!("<html>\r\n\u{1b}[31m{}", "é".repeat(100_000));
    for via in Via::ALL {
        let scene = Scene::new([Answer::with_body(502, "text/html", body.clone())])
            .limits(Limits::default().excerpt(64));
        let error = scene.play(via).outcome.expect_err("an error status");
        let (shown, debug) = (error.to_string(), format!("{error:?}"));
        assert!(shown.len() < 400 && debug.len() < 2000, "{via:?} {shown}");
        assert!(shown.contains("<html>") && shown.ends_with('…'), "{shown}");
        assert!(!shown.contains(['\n', '\r', '\u{1b}']), "{shown:?}");
        assert_eq!(error.body().map(Bytes::len), Some(body.len()));
    }
}

/// 204 is not documented either; that it has no body is no second problem.
#[test]
fn no_content() {
    for via in Via::ALL {
        for answer in [
            Answer::raw("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
            Answer::raw("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"),
        ] {
            let error = Scene::new([answer])
                .play(via)
                .outcome
                .expect_err("not documented");
            assert_eq!(error.kind(), ErrorKind::UnexpectedStatus, "{via:?}");
            assert_eq!(error.body().map(Bytes::len), Some(0));
            let read = error
                .decode::<CustomerQualification>()
                .expect_err("nothing to read");
            assert_eq!(read.kind(), ErrorKind::Decode, "{read}");
        }
    }
}

/// RFC 9110 §15.2: any number of 1xx answers may come before the real one.
#[test]
fn interim_answers_are_passed_over() {
    for via in Via::ALL {
        let answer = Answer::raw(
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n\
             HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: 21\r\n\r\n{\"qualifications\":[]}",
        );
        let response = Scene::new([answer]).play(via).outcome;
        assert!(response.is_ok(), "{via:?}: {response:?}");
    }
}
