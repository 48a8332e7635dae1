//! Redirects: within one origin they are followed with everything, to another origin never.

use partner_center::runtime::{ErrorKind, RetryPolicy};

use crate::support::samples::{accepted, education};
use crate::support::{Answer, CUSTOMER, Recorded, Server, Via, builder};

fn redirect(status: u16, location: &str) -> Answer {
    Answer::new(status).header("Location", location)
}

/// Makes a call with a body and returns what came of it.
fn send(via: Via, server: &Server) -> crate::support::Outcome {
    let client = builder(server)
        .retry(RetryPolicy::never())
        .build()
        .expect("it can be built");
    via.send(
        client
            .create_customer_qualifications("1", CUSTOMER)
            .code("x")
            .body(education()),
    )
}

/// Expects `second` to be `first`, sent to another target.
fn same_but_target(first: &Recorded, second: &Recorded, target: &str, note: &str) {
    assert_eq!(second.line, format!("POST {target} HTTP/1.1"), "{note}");
    assert_eq!(second.headers, first.headers, "{note}");
    assert_eq!(second.body, first.body, "{note}");
    assert!(
        second.header("Authorization").is_some() && !second.body.is_empty(),
        "{note}"
    );
}

#[test]
fn the_same_origin_gets_body_and_credentials_once() {
    for via in Via::ALL {
        for status in [307, 308] {
            for (location, target) in [
                ("/v2/other?code=y", "/v2/other?code=y"),
                (
                    "other",
                    "/v1/customers/c0ffee00-1111-4222-8333-444455556666/other",
                ),
                ("/a/../b/./c#fragment", "/b/c"),
            ] {
                let server = Server::start([redirect(status, location), accepted()]);
                let outcome = send(via, &server);
                let note = format!("{via:?} {status} {location}");
                assert!(outcome.is_ok(), "{note}: {outcome:?}");
                let requests = server.requests();
                assert_eq!(requests.len(), 2, "{note}");
                same_but_target(&requests[0], &requests[1], target, &note);
                assert_eq!(server.stop(), 2, "{note}");
            }
        }
    }
}

#[test]
fn an_absolute_url_of_the_same_origin() {
    for via in Via::ALL {
        let server = Server::start([]);
        server.then(redirect(307, &format!("{}/x", server.url())));
        server.then(accepted());
        assert!(send(via, &server).is_ok(), "{via:?}");
        same_but_target(
            &server.requests()[0],
            &server.requests()[1],
            "/x",
            "absolute",
        );
    }
}

/// Another port and another name of the same machine are other origins.
#[test]
fn another_origin_sees_no_connection() {
    for via in Via::ALL {
        let other = Server::start([accepted(), accepted(), accepted()]);
        let port = other.authority().replace("127.0.0.1", "localhost");
        let mut own_count = 0;
        for location in [
            format!("{}/x", other.url()),
            format!("//{}/x", other.authority()),
            format!("http://{port}/x"),
            format!("http://user:password@{}/x", other.authority()),
            format!("https://{}/x", other.authority()),
        ] {
            for status in [301, 302, 303, 307, 308] {
                let server = Server::start([redirect(status, &location), accepted()]);
                let error = send(via, &server).expect_err("the redirect is not followed");
                assert_eq!(
                    error.kind(),
                    ErrorKind::UnexpectedStatus,
                    "{via:?} {location}"
                );
                assert_eq!(error.status().map(|own| own.as_u16()), Some(status));
                assert_eq!(
                    error.headers().map(|headers| headers["location"].clone()),
                    Some(location.parse().expect("a header value"))
                );
                own_count += server.stop();
            }
        }
        assert_eq!((own_count, other.stop()), (25, 0), "{via:?}");
    }
}

/// RFC 9110 §15.4: these would turn the POST into a GET, so the caller decides.
#[test]
fn redirects_that_change_the_method_are_not_followed() {
    for via in Via::ALL {
        for status in [300, 301, 302, 303, 304, 305] {
            let server = Server::start([redirect(status, "/x"), accepted()]);
            let error = send(via, &server).expect_err("the redirect is not followed");
            assert_eq!(
                error.status().map(|own| own.as_u16()),
                Some(status),
                "{via:?}"
            );
            assert_eq!(server.stop(), 1, "{via:?} {status}");
        }
    }
}

#[test]
fn redirects_without_a_usable_location() {
    for via in Via::ALL {
        for location in [
            "",
            "mailto:a@b.test",
            "http://",
            "http://[",
            "/a b",
            "file:///etc/passwd",
        ] {
            let server = Server::start([redirect(307, location), accepted()]);
            let error = send(via, &server).err();
            // An empty reference is the same document: that one may be asked for again.
            let status = error
                .and_then(|error| error.status())
                .map(|own| own.as_u16());
            let expect = if location.is_empty() { None } else { Some(307) };
            assert_eq!(status, expect, "{via:?} {location:?}");
        }
        let server = Server::start([Answer::new(307), accepted()]);
        let error = send(via, &server).expect_err("there is no Location");
        assert_eq!(error.status().map(|own| own.as_u16()), Some(307), "{via:?}");
        assert_eq!(server.stop(), 1);
    }
}

#[test]
fn loops_end() {
    for via in Via::ALL {
        let server = Server::start((0..100).map(|_| redirect(307, "/loop")));
        let error = send(via, &server).expect_err("the loop has no end of its own");
        assert_eq!(
            error.status().map(|own| own.as_u16()),
            Some(307),
            "{via:?}: {error}"
        );
        let count = server.stop();
        assert!((2..=11).contains(&count), "{via:?}: {count} connections");
    }
}

/// A redirect and a repetition in one call: still one id.
#[test]
fn the_id_stays_over_redirects_and_repetitions() {
    let blink = std::time::Duration::from_micros(50);
    for via in Via::ALL {
        let server = Server::start([
            Answer::new(503),
            redirect(307, "/x"),
            Answer::new(503),
            accepted(),
        ]);
        let policy = RetryPolicy::default().base_delay(blink).max_delay(blink);
        let client = builder(&server)
            .retry(policy)
            .build()
            .expect("it can be built");
        let outcome = via.send(client.create_customer_qualifications("1", CUSTOMER));
        assert!(outcome.is_ok(), "{via:?}: {outcome:?}");
        let requests = server.requests();
        assert_eq!(requests.len(), 4, "{via:?}");
        let id = requests[0].header("ms-requestid");
        assert!(
            requests
                .iter()
                .all(|request| request.header("ms-requestid") == id),
            "{via:?}"
        );
    }
}
