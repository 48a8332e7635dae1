//! Answers that repeat a token in every place that comes to mind.

use super::answer::Answer;

const JSON: &str = "application/json";

/// Returns answers under a name each.
pub(crate) fn echoes(token: &str) -> Vec<(&'static str, Answer)> {
    let mut answers = in_json(token);
    answers.extend(in_text(token));
    answers.extend(in_headers(token));
    answers.extend(in_no_http(token));
    answers
}

fn in_json(token: &str) -> Vec<(&'static str, Answer)> {
    let json = format!(r#"{{"qualifications":[{{"vettingReason":"{token}","x":"{token}"}}]}}"#);
    let names = format!(r#"{{"{token}":{{}},"qualifications":{{"{token}":1}}}}"#);
    let bad = format!(r#"{{"qualifications":[{{"{token}":"{token}","vettingStatus":1}}]}}"#);
    let long = format!(r#"{{"{}{token}":"#, "x".repeat(50));
    let deep = format!(r#"{{"{token}":{}"#, "[".repeat(1000));
    let answer = |status, body| Answer::with_body(status, JSON, body);
    vec![
        ("success", answer(200, json.clone())),
        ("created", answer(201, json.clone())),
        ("names", answer(200, names)),
        ("unreadable", answer(200, bad)),
        (
            "unfinished",
            answer(200, format!(r#"{{"{token}":"{token}"#)),
        ),
        ("long name", answer(200, long)),
        ("deep", answer(200, deep)),
        ("oversized", answer(200, json.repeat(100))),
        ("chunked", answer(503, json.clone()).chunked(3)),
        ("truncated", answer(200, json).claiming(1 << 12)),
    ]
}

fn in_text(token: &str) -> Vec<(&'static str, Answer)> {
    let xml = |body: String| Answer::with_body(200, "text/xml", body);
    vec![
        (
            "page",
            Answer::with_body(401, "text/html", format!("<b>{token}</b>")),
        ),
        (
            "capitals",
            Answer::with_body(404, "text/plain", token.to_uppercase().repeat(2)),
        ),
        ("wrong type", Answer::with_body(200, "text/html", token)),
        ("no type", Answer::new(200).body(token)),
        ("XML", xml(format!("<A>{token}<b/></A>"))),
        ("XML names", xml(format!("<A><{token}>&b;</{token}></A>"))),
        ("XML entity", xml(format!("<A>&{token};</A>"))),
    ]
}

fn in_headers(token: &str) -> Vec<(&'static str, Answer)> {
    let answer = |status| Answer::with_body(status, JSON, "{}");
    let ids = |status| {
        let answer = answer(status)
            .header("MS-RequestId", token)
            .header("ms-cv", token);
        answer.header("MS-CorrelationId", token)
    };
    let charset = format!("text/json; charset={token}");
    let challenge = format!("Bearer realm=\"{token}\"");
    let elsewhere = format!("http://127.0.0.2:1/?{token}");
    vec![
        ("header of a success", answer(200).header("X-Echo", token)),
        ("cookie", answer(403).header("Set-Cookie", token)),
        (
            "challenge",
            answer(401).header("WWW-Authenticate", &challenge),
        ),
        ("ids", ids(404)),
        ("ids of a success", ids(200)),
        (
            "empty",
            Answer::with_body(200, JSON, "").header("X-Echo", token),
        ),
        (
            "type",
            Answer::with_body(200, &format!("{token}/{token}"), "x"),
        ),
        ("character set", Answer::with_body(200, &charset, "{}")),
        ("redirect", answer(307).header("Location", &elsewhere)),
        (
            "redirect to a user",
            answer(302).header("Location", &format!("http://{token}:x@h/")),
        ),
    ]
}

fn in_no_http(token: &str) -> Vec<(&'static str, Answer)> {
    let head = |head: String| Answer::raw(format!("HTTP/1.1 {head}\r\n\r\n"));
    vec![
        ("status", head(token.to_owned())),
        ("reason", head(format!("418 {token}\r\nContent-Length: 0"))),
        ("header", head(format!("200 OK\r\n{token}"))),
        ("length", head(format!("200 OK\r\nContent-Length: {token}"))),
        (
            "encoding",
            head(format!("200 OK\r\nTransfer-Encoding: {token}")),
        ),
        ("garbage", Answer::raw(token)),
        ("closed", Answer::raw("")),
    ]
}
