//! Servers and their variables.

use super::super::{Server, ServerVariable};
use super::cx::Cx;
use super::fields::Fields;
use crate::load::Node;

/// Reads `servers` of an object; empty where there are none.
pub(super) fn read_servers<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Vec<Server<'a>> {
    let nodes = owner.list(cx, "servers");
    nodes
        .into_iter()
        .filter_map(|node| read_server(cx, node))
        .collect()
}

/// Reads one server.
pub(super) fn read_server<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Server<'a>> {
    let mut fields = Fields::open(cx, node, "a server")?;
    let url = fields.required_text(cx, "url");
    let description = fields.text(cx, "description");
    let mut variables = Vec::new();
    for entry in fields.map(cx, "variables") {
        variables.extend(read_variable(cx, entry.key, entry.value));
    }
    let name = fields.text(cx, "name");
    fields.close(cx);
    let url = url?;
    Some(Server {
        name,
        description,
        variables,
        ..Server::new(node, url.text, url.span)
    })
}

fn read_variable<'a>(
    cx: &mut Cx<'a, '_>,
    name: &'a str,
    node: Node<'a>,
) -> Option<ServerVariable<'a>> {
    let mut fields = Fields::open(cx, node, "a server variable")?;
    let default = fields.required_scalar(cx, "default");
    let description = fields.text(cx, "description");
    let values = fields.list(cx, "enum");
    let values = values.into_iter().filter_map(Node::text).collect();
    fields.close(cx);
    Some(ServerVariable {
        node,
        name,
        default: default?,
        values,
        description,
    })
}
