//! Servers and their variables.

use super::super::Server;
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

fn read_server<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<Server<'a>> {
    let mut fields = Fields::open(cx, node, "a server")?;
    let url = fields.required_text(cx, "url");
    let description = fields.text(cx, "description");
    let mut variables = Vec::new();
    for entry in fields.map(cx, "variables") {
        let Some(default) = read_variable(cx, entry.value) else {
            continue;
        };
        variables.push((entry.key, default));
    }
    fields.annotations(cx, &[("name", "names of servers are not carried over")]);
    fields.close(cx);
    Some(Server {
        node,
        url: url?.text.into(),
        place: url?.span,
        description,
        variables,
    })
}

/// Returns the default of a variable.
fn read_variable<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>) -> Option<&'a str> {
    let mut fields = Fields::open(cx, node, "a server variable")?;
    let default = fields.required_scalar(cx, "default");
    fields.annotations(
        cx,
        &[
            (
                "description",
                "descriptions of server variables are not carried over",
            ),
            ("enum", "only the defaults of server variables are used"),
        ],
    );
    fields.close(cx);
    default
}
