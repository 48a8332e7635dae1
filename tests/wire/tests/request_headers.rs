//! The headers of a request: which there are at all, ids that are made up, and the media type asked
//! for.

use std::collections::BTreeSet;

use partner_center::operations::CreateCustomerQualificationsAccept as Accept;

use crate::support::samples::{accepted, education};
use crate::support::{Scene, Via};

/// Whether a text is a UUID of version 4 as RFC 9562 writes it.
fn is_uuid_v4(text: &str) -> bool {
    let is_hyphen = |at| matches!(at, 8 | 13 | 18 | 23);
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match byte {
            b'-' => is_hyphen(at),
            _ => !is_hyphen(at) && matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
        && text.as_bytes()[14] == b'4'
        && matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b')
}

/// Nothing tells the server about the library underneath, and nothing asks for a compression that
/// is not undone.
#[test]
fn no_header_but_those_of_the_operation() {
    let expected = [
        "accept",
        "authorization",
        "content-length",
        "content-type",
        "host",
        "ms-correlationid",
        "ms-requestid",
    ];
    for via in Via::ALL {
        let played = Scene::new([accepted()]).play_with(via, |op| op.body(education()));
        let mut names = played.request().names();
        names.retain(|name| name != "connection");
        assert_eq!(names, expected, "{via:?}");
    }
}

#[test]
fn ids_are_made_up_for_each_call() {
    let mut seen = BTreeSet::new();
    for via in Via::ALL {
        for _ in 0..3 {
            let played = Scene::new([accepted()]).play(via);
            for name in ["ms-requestid", "ms-correlationid"] {
                let id = played.request().header(name).unwrap_or_default().to_owned();
                assert!(is_uuid_v4(&id), "{via:?} {name}: {id}");
                assert!(seen.insert(id), "{via:?} {name} came before");
            }
            assert_eq!(played.request().header("ms-cv"), None, "{via:?}");
        }
    }
}

/// The ids are at hand afterwards, whether the server repeats them or not.
#[test]
fn ids_of_an_answer() {
    for via in Via::ALL {
        let played = Scene::new([accepted()]).play(via);
        let sent = |name| played.request().header(name);
        let response = played.outcome.as_ref().expect("the answer is read");
        assert_eq!(response.request_id(), sent("ms-requestid"), "{via:?}");
        assert_eq!(
            response.correlation_id(),
            sent("ms-correlationid"),
            "{via:?}"
        );

        let answer = accepted()
            .header("MS-RequestId", "r1")
            .header("MS-CorrelationId", "c1");
        let response = Scene::new([answer])
            .play(via)
            .outcome
            .expect("the answer is read");
        assert_eq!(response.request_id(), Some("r1"), "{via:?}");
        assert_eq!(response.correlation_id(), Some("c1"), "{via:?}");
        assert_eq!(response.headers()["ms-requestid"], "r1", "{via:?}");

        // One that is no text is no id.
        let played = Scene::new([accepted().header("MS-RequestId", "é")]).play(via);
        let response = played.outcome.as_ref().expect("the answer is read");
        assert_eq!(
            response.request_id(),
            played.request().header("ms-requestid"),
            "{via:?}"
        );
    }
}

#[test]
fn accept_among_the_four() {
    for via in Via::ALL {
        for (accept, expect) in [
            (Accept::Json, "application/json"),
            (Accept::TextJson, "text/json"),
            (Accept::Xml, "application/xml"),
            (Accept::TextXml, "text/xml"),
        ] {
            let played = Scene::new([accepted()]).play_with(via, |op| op.accept(accept));
            assert_eq!(played.request().header("Accept"), Some(expect), "{via:?}");
            assert_eq!(accept.as_str(), expect);
        }
    }
}

/// The bare request says what `send` puts on the wire.
#[test]
fn the_bare_request_is_what_is_sent() {
    for via in Via::ALL {
        let mut bare = None;
        let played = Scene::new([accepted()]).play_with(via, |op| {
            let op = op
                .ms_requestid("r")
                .ms_correlationid("c")
                .code("x y")
                .body(education());
            bare = op.request().ok();
            op
        });
        let (bare, request) = (bare.expect("the request can be made"), played.request());
        let target = bare.uri().path_and_query().map(ToString::to_string);
        assert_eq!(target.as_deref(), Some(request.target()), "{via:?}");
        assert_eq!(&bare.body()[..], request.body, "{via:?}");
        for (name, value) in bare.headers() {
            assert_eq!(
                request.header(name.as_str()),
                value.to_str().ok(),
                "{via:?} {name}"
            );
        }
        assert!(bare.headers()["authorization"].is_sensitive());
    }
}
