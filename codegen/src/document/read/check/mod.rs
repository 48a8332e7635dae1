//! What contradicts itself within one object, or between neighbours: the rules of the specification
//! that no reader of a single key can see.
//!
//! Takes the trees, walks all that is an object of OpenAPI, read by a reader or not, and adds
//! diagnostics. Which keys there are and of what kind their values must be is the readers' business;
//! that a reference leads nowhere is said where it is followed.

mod exclusive;
mod format;
mod grammar;
mod link;
mod lists;
mod media_type;
mod names;
mod number;
mod parameter;
mod path_item;
mod pattern;
mod schema;
mod server;
mod status;
mod unions;
mod values;
mod walk;

pub(super) use grammar::{Kind, Under};
pub(super) use names::is_token;

use super::cx::Cx;
use crate::load::Node;

/// Looks at all that was read and at what lies beside it.
pub(super) fn check(cx: &mut Cx<'_, '_>) {
    for (node, kind) in walk::objects(cx) {
        check_object(cx, node, kind);
    }
    schema::check_schemas(cx);
}

fn check_object<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, kind: Kind) {
    exclusive::check(cx, node, kind);
    match kind {
        Kind::Components => names::check_components(cx, node),
        Kind::PathItem => path_item::check(cx, node),
        Kind::Operation => {
            lists::check_query_strings(cx, node);
            status::check(cx, node);
        }
        Kind::Parameter => parameter::check_parameter(cx, node),
        Kind::Header => parameter::check_header(cx, node),
        Kind::Response | Kind::Encoding => names::check_headers(cx, node),
        Kind::Server => server::check_server(cx, node),
        Kind::Variable => server::check_variable(cx, node),
        Kind::Link => link::check(cx, node),
        Kind::Root
        | Kind::Info
        | Kind::License
        | Kind::Body
        | Kind::MediaType
        | Kind::Callback
        | Kind::Example => {}
    }
    media_type::check(cx, node, kind);
}
