//! Servers: templates with the defaults of their variables in place.

use super::cx::Cx;
use crate::api;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Server, ServerVariable, origin};
use crate::load::nearest;

/// Returns the servers of the document. Clients start from the first one.
pub(super) fn lower_root_servers(cx: &mut Cx<'_, '_>) -> Vec<api::Server> {
    let servers = &cx.document.servers;
    lower_servers(cx, servers)
}

/// Returns the servers of a path item or an operation.
pub(super) fn lower_servers(cx: &mut Cx<'_, '_>, servers: &[Server<'_>]) -> Vec<api::Server> {
    servers
        .iter()
        .map(|server| lower_server(cx, server))
        .collect()
}

/// Lowers one server.
pub(super) fn lower_server(cx: &mut Cx<'_, '_>, server: &Server<'_>) -> api::Server {
    api::Server {
        url: url(cx, server),
        template: server.url.clone().into_owned(),
        name: server.name.map(str::to_owned),
        description: server.description.map(str::to_owned),
        variables: server.variables.iter().map(lower_variable).collect(),
        origin: origin(server.node),
    }
}

fn lower_variable(variable: &ServerVariable<'_>) -> api::ServerVariable {
    api::ServerVariable {
        name: variable.name.to_owned(),
        default: variable.default.to_owned(),
        values: variable.values.iter().map(|it| (*it).to_owned()).collect(),
        description: variable.description.map(str::to_owned),
        origin: origin(variable.node),
    }
}

fn url(cx: &mut Cx<'_, '_>, server: &Server<'_>) -> String {
    let mut url = String::new();
    let mut rest: &str = &server.url;
    while let Some((before, name, after)) = next_variable(rest) {
        url.push_str(before);
        let known = server.variables.iter().find(|known| known.name == name);
        if let Some(known) = known {
            url.push_str(known.default);
        } else {
            say_unknown(cx, server, name);
            url.extend(["{", name, "}"]);
        }
        rest = after;
    }
    url + rest
}

/// Splits a template at its first variable.
fn next_variable(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn say_unknown(cx: &mut Cx<'_, '_>, server: &Server<'_>, name: &str) {
    let message = format!("the server variable `{name}` is not described");
    let diagnostic = Diagnostic::new(Code::UnknownServerVariable, message)
        .label(server.place, "left as it stands")
        .several("server variables are not described")
        .because_of(server.node.span(), "variables");
    let known = server.variables.iter().map(|variable| variable.name);
    cx.warn(match nearest(name, known) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help(format!(
            "describe `{name}` under `variables`, with a `default`"
        )),
    });
}
