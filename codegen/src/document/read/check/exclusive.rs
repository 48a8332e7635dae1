//! Keys that exclude each other: two ways to say one thing, of which only one may be there.

use super::super::cx::Cx;
use super::grammar::Kind;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Node;

/// Two keys, and what to do about both being there.
struct Pair {
    keys: [&'static str; 2],
    help: &'static str,
}

const fn pair(first: &'static str, second: &'static str, help: &'static str) -> Pair {
    let keys = [first, second];
    Pair { keys, help }
}

const EXAMPLES: Pair = pair(
    "example",
    "examples",
    "move the single example into `examples`, under a name and with `value:`",
);
const PARTS: &str =
    "describe parts by name under `encoding`, or by position with the other one, not both";
/// Where a value is described (OAS 3.1 §4.8.12.2).
const DESCRIBED: Pair = pair(
    "schema",
    "content",
    "keep `schema`, or put the schema under a media type in `content`",
);

/// OAS 3.2 §4.19.1; what older versions know of it is in OAS 3.1 §4.8.19.
const EXAMPLE: [Pair; 4] = [
    pair("value", "externalValue", "keep one of them"),
    pair(
        "value",
        "dataValue",
        "keep `dataValue`, which takes the place of `value` since OpenAPI 3.2",
    ),
    pair(
        "value",
        "serializedValue",
        "write `dataValue` for the data, beside `serializedValue` for its text",
    ),
    pair("externalValue", "serializedValue", "keep one of them"),
];

const POSITIONS: [Pair; 2] = [
    pair("encoding", "prefixEncoding", PARTS),
    pair("encoding", "itemEncoding", PARTS),
];

/// OAS 3.2 §4.26.1.
const XML: [Pair; 2] = [
    pair("attribute", "nodeType", "keep `nodeType: attribute`"),
    pair(
        "wrapped",
        "nodeType",
        "keep `nodeType: element`, which is what `wrapped: true` means",
    ),
];

/// Says which keys of an object exclude each other.
pub(super) fn check(cx: &mut Cx<'_, '_>, node: Node<'_>, kind: Kind) {
    let check = |cx: &mut Cx<'_, '_>, pairs: &[Pair]| say_all(cx, node, pairs);
    match kind {
        Kind::Parameter | Kind::Header => check(cx, &[EXAMPLES, DESCRIBED]),
        Kind::MediaType => {
            check(cx, &[EXAMPLES]);
            check(cx, &POSITIONS);
        }
        Kind::Encoding => check(cx, &POSITIONS),
        Kind::Example => check(cx, &EXAMPLE),
        Kind::Link => check(
            cx,
            &[pair("operationId", "operationRef", "keep one of them")],
        ),
        Kind::License => check(cx, &[pair("identifier", "url", "keep one of them")]),
        Kind::Root
        | Kind::Info
        | Kind::Server
        | Kind::Variable
        | Kind::Components
        | Kind::PathItem
        | Kind::Operation
        | Kind::Body
        | Kind::Response
        | Kind::Callback => {}
    }
}

/// Says which keys of an XML Object exclude each other.
pub(super) fn check_xml(cx: &mut Cx<'_, '_>, node: Node<'_>) {
    say_all(cx, node, &XML);
}

fn say_all(cx: &mut Cx<'_, '_>, node: Node<'_>, pairs: &[Pair]) {
    for pair in pairs {
        let [first, second] = pair.keys.map(|key| node.entry(key));
        let (Some(first), Some(second)) = (first, second) else {
            continue;
        };
        // The one that comes later in the text is the one too many.
        let (kept, extra) = if first.key_span < second.key_span {
            (first, second)
        } else {
            (second, first)
        };
        let message = format!("`{}` and `{}` exclude each other", kept.key, extra.key);
        let diagnostic = Diagnostic::new(Code::ExclusiveKeys, message)
            .label(extra.key_span, format!("not beside `{}`", kept.key))
            .secondary(kept.key_span, "given here")
            .help(pair.help);
        cx.diagnostics.add(diagnostic);
    }
}
