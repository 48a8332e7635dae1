//! The vectors of RFC 6570 that styles of OpenAPI can express (OAS 3.2 appendix C says which).
//!
//! Without a form in OpenAPI are: prefixes (`{var:3}`), fragments (`{#x}`), reserved characters in
//! paths (`{+x}`), several variables in one simple expression (`{x,y}`), lists of segments (`{/x*}`), and
//! paths whose parameter is undefined or empty, since parameters of paths are required.

use engross_runtime::Value;
use engross_runtime::private::{Parameter, RequestWriter, Style};

use crate::operation::request;
use crate::{announce, json, shared};

const FILES: [&str; 3] = [
    "spec-examples.json",
    "spec-examples-by-section.json",
    "extended-tests.json",
];

/// A piece of a template.
enum Piece {
    Text(String),
    Path(Parameter, Value),
    Query(Parameter, Value),
}

#[test]
fn vectors_expand() {
    let Some(folder) = shared("suites/uritemplate") else {
        return;
    };
    let (mut expanded, mut foreign) = (0, Vec::new());
    for file in FILES {
        for (_, group) in json(&folder.join(file)).as_object().unwrap() {
            for case in group["testcases"].as_array().unwrap() {
                let template = case[0].as_str().unwrap();
                match parse(template, &group["variables"]) {
                    Some(pieces) => check(template, &pieces, &case[1]),
                    None => foreign.push(template.to_owned()),
                }
                expanded += 1;
            }
        }
    }
    expanded -= foreign.len();
    announce(&format!(
        "{expanded} vectors, {} have no form in OpenAPI",
        foreign.len()
    ));
    assert!(expanded >= 105, "too few vectors: {expanded}; {foreign:?}");
}

fn check(template: &str, pieces: &[Piece], expected: &serde_json::Value) {
    let sent = request(|request| {
        request.path_text("/");
        for piece in pieces {
            piece.write(request);
        }
    });
    let sent = sent.map(|request| request.uri().to_string());
    let sent = sent.unwrap_or_else(|error| panic!("{template}: {error}"));
    let expected: Vec<String> = match expected {
        serde_json::Value::Array(all) => all.iter().map(target).collect(),
        one => vec![target(one)],
    };
    assert!(
        expected.contains(&sent),
        "{template}: {sent}, not {expected:?}"
    );
}

/// A vector is what follows the first slash; a slash of its own is that one.
fn target(expected: &serde_json::Value) -> String {
    format!("https://api.test/{}", expected.as_str().unwrap())
}

impl Piece {
    fn write(&self, request: &mut RequestWriter) {
        match self {
            Self::Text(text) => request.path_text(text),
            Self::Path(parameter, value) => request.path(parameter, value),
            Self::Query(parameter, value) => request.query(parameter, value),
        }
    }
}

fn parse(template: &str, variables: &serde_json::Value) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, behind)) = rest.split_once('{') {
        let (expression, behind) = behind.split_once('}')?;
        push_text(text, &mut pieces);
        expand(expression, variables, &mut pieces)?;
        rest = behind;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    let is_query = |piece: &Piece| matches!(piece, Piece::Query(..));
    let query = pieces.iter().position(is_query).unwrap_or(pieces.len());
    let is_nothing = |piece: &Piece| matches!(piece, Piece::Text(text) if text.is_empty());
    let ends = pieces[query..]
        .iter()
        .all(|piece| is_query(piece) || is_nothing(piece));
    // A URI ends its path at `?` and `#`, and has no other characters than these.
    let is_path = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/%".contains(c);
    let is_text = |piece: &Piece| match piece {
        Piece::Text(text) => text.chars().all(is_path) && !text.contains('%'),
        Piece::Path(..) | Piece::Query(..) => true,
    };
    (ends && pieces.iter().all(is_text)).then_some(pieces)
}

/// A pair that always is in the query is a parameter with one value.
fn push_text(text: &str, pieces: &mut Vec<Piece>) {
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    pieces.push(Piece::Text(path.to_owned()));
    if let Some((name, value)) = query.split_once('=') {
        let parameter = Parameter::new(name.to_owned().leak());
        pieces.push(Piece::Query(parameter, Value::from(value)));
    }
}

fn expand(expression: &str, variables: &serde_json::Value, pieces: &mut Vec<Piece>) -> Option<()> {
    let operator = expression.chars().next().filter(|c| ".;?&/".contains(*c));
    let names = expression.trim_start_matches(['.', ';', '?', '&', '/']);
    if operator.is_none() && names.contains(',') {
        return None;
    }
    // What goes on with `&` has a query before it.
    let has_query = pieces.iter().any(|piece| matches!(piece, Piece::Query(..)));
    if operator == Some('&') && !has_query {
        return None;
    }
    for spec in names.split(',') {
        let (name, explode) = spec
            .strip_suffix('*')
            .map_or((spec, false), |name| (name, true));
        let is_name = name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_.".contains(c));
        if name.is_empty() || !is_name {
            return None;
        }
        let value = value(variables.get(name).unwrap_or(&serde_json::Value::Null))?;
        let parameter = Parameter::new(name.to_owned().leak()).explode(explode);
        let piece = match operator {
            Some('?' | '&') => Piece::Query(parameter.style(Style::Form), value),
            _ if is_empty(&value, operator) => return None,
            // A segment of its own is a parameter behind a slash, but a list of segments is none.
            Some('/') if explode => return None,
            Some('/') => {
                pieces.push(Piece::Text("/".to_owned()));
                Piece::Path(parameter, value)
            }
            Some('.') => Piece::Path(parameter.style(Style::Label), value),
            Some(_) => Piece::Path(parameter.style(Style::Matrix), value),
            None => Piece::Path(parameter, value),
        };
        pieces.push(piece);
    }
    Some(())
}

/// Whether a path would have nothing where the value should be.
fn is_empty(value: &Value, operator: Option<char>) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        Value::String(text) => text.is_empty() && matches!(operator, None | Some('/')),
        _ => false,
    }
}

fn value(json: &serde_json::Value) -> Option<Value> {
    let bytes = json.to_string().into_bytes();
    let limits = engross_runtime::codec::DecodeLimits::default();
    engross_runtime::codec::decode(&bytes, "application/json", &limits).ok()
}
