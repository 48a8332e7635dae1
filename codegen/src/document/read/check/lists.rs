//! Parameters that cannot be in one list: the whole query and parts of it.

use super::super::cx::Cx;
use super::walk::follow;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// Says where a parameter that is the whole query stands beside another one, or beside one of its
/// parts (OAS 3.2 §4.12.1).
pub(super) fn check_query_strings(cx: &mut Cx<'_, '_>, owner: Node<'_>) {
    let Some(elements) = owner.get("parameters").and_then(Node::as_array) else {
        return;
    };
    let nodes: Vec<Node<'_>> = elements.filter_map(|node| follow(cx, node)).collect();
    let places = || {
        nodes
            .iter()
            .filter_map(|node| Some((*node, node.get("in")?)))
    };
    let is = |place: Node<'_>, name: &str| place.as_str() == Some(name);
    let Some((_, whole)) = places().find(|(_, place)| is(*place, "querystring")) else {
        return;
    };
    let mut wholes = 0;
    for (_, place) in places() {
        if is(place, "querystring") {
            wholes += 1;
            if wholes > 1 {
                say(cx, place, whole, "two parameters are the whole query");
            }
        } else if is(place, "query") {
            let message = "a parameter is the whole query, and another one a part of it";
            say(cx, place, whole, message);
        }
    }
}

fn say(cx: &mut Cx<'_, '_>, place: Node<'_>, whole: Node<'_>, message: &str) {
    let diagnostic = Diagnostic::new(Code::QueryStringConflict, message)
        .label(place.span(), "cannot stand beside it")
        .secondary(whole.span(), "this one is the whole query")
        .help("describe all of the query in one of the two ways");
    cx.diagnostics.add(diagnostic);
}
