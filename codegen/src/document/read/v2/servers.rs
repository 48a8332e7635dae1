//! `schemes`, `host` and `basePath`: the servers, in three parts.

use super::super::cx::Cx;
use super::super::fields::{self, Fields};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Server, Text};
use crate::load::Node;

/// What the root says, for the operations that have schemes of their own.
#[derive(Debug, Default)]
pub(in crate::document::read) struct Root<'a> {
    host: Option<Text<'a>>,
    base: &'a str,
    /// The scheme of the first server.
    scheme: Option<&'a str>,
}

/// A scheme, as in `https`.
struct Scheme<'a> {
    name: &'a str,
    node: Node<'a>,
}

const SCHEMES: [&str; 4] = ["https", "http", "wss", "ws"];

/// Takes the three parts. Without a host there is no server but a path on the one that the
/// description comes from, as in OpenAPI 3.
pub(super) fn read_servers<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Vec<Server<'a>> {
    let host = read_host(cx, root);
    let base = read_base_path(cx, root);
    let schemes = read_schemes(cx, root).unwrap_or_default();
    cx.v2.root = Root {
        host,
        base: base.map_or("", |base| base.text),
        scheme: None,
    };
    let Some(host_text) = host else {
        for scheme in &schemes {
            cx.skip_annotation(scheme.node, "schemes do not count without a host");
        }
        let at = root.peek("basePath");
        return base
            .zip(at)
            .map(|(base, node)| relative(base, node))
            .into_iter()
            .collect();
    };
    let at = root.peek("host").unwrap_or(root.node);
    let servers = servers(&cx.v2.root, &schemes, at, host_text);
    cx.v2.root.scheme = Some(schemes.first().map_or(SILENT, |scheme| scheme.name));
    servers
}

/// Takes the schemes of one operation; servers of its own come of them only where the root's first
/// server has none of these schemes.
pub(super) fn read_own<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>) -> Vec<Server<'a>> {
    // An empty list leaves nothing to speak, so the root's counts.
    let Some(schemes) = read_schemes(cx, fields).filter(|schemes| !schemes.is_empty()) else {
        return Vec::new();
    };
    let usual = cx.v2.root.scheme;
    let fits = schemes.iter().any(|scheme| Some(scheme.name) == usual);
    match cx.v2.root.host {
        Some(host) if !fits => {
            let at = fields.peek("schemes").unwrap_or(fields.node);
            servers(&cx.v2.root, &schemes, at, host)
        }
        _ => {
            for scheme in schemes {
                cx.skip_annotation(scheme.node, "the server is the one that the root names");
            }
            Vec::new()
        }
    }
}

/// What is spoken where no scheme is given.
const SILENT: &str = "https";

fn servers<'a>(
    root: &Root<'a>,
    schemes: &[Scheme<'a>],
    at: Node<'a>,
    host: Text<'a>,
) -> Vec<Server<'a>> {
    let server = |scheme: &str, node: Node<'a>| {
        let url = format!("{scheme}://{}{}", host.text, root.base);
        Server::new(node, url, host.span)
    };
    if schemes.is_empty() {
        return vec![server(SILENT, at)];
    }
    schemes
        .iter()
        .map(|scheme| server(scheme.name, scheme.node))
        .collect()
}

fn relative<'a>(base: Text<'a>, node: Node<'a>) -> Server<'a> {
    Server::new(node, base.text, base.span)
}

fn read_host<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Option<Text<'a>> {
    let host = root
        .text_at(cx, "host")
        .filter(|host| !host.text.is_empty())?;
    if !host.text.contains(['/', '?', '#', '@', '{']) && !host.text.contains(char::is_whitespace) {
        return Some(host);
    }
    let message = format!("`{}` is no host", host.text);
    let diagnostic = Diagnostic::new(Code::InvalidHost, message)
        .label(host.span, "a name, with a port if need be, is due")
        .help("write `host: api.example.org`; the rest belongs under `schemes` and `basePath`");
    cx.diagnostics.add(diagnostic);
    None
}

/// Takes the path before all paths, without the slash at its end.
fn read_base_path<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Option<Text<'a>> {
    let base = root.text_at(cx, "basePath")?;
    let text = base.text.trim_end_matches('/');
    if !base.text.is_empty() && !base.text.starts_with('/') {
        let message = format!("the base path `{}` must start with `/`", base.text);
        let diagnostic = Diagnostic::new(Code::InvalidPath, message)
            .label(base.span, "no `/` at the start")
            .help(format!("write `/{}`", base.text));
        cx.diagnostics.add(diagnostic);
        return None;
    }
    (!text.is_empty()).then_some(Text { text, ..base })
}

/// Takes the schemes that clients can speak, `https` first; nothing where none are given.
fn read_schemes<'a>(cx: &mut Cx<'a, '_>, owner: &mut Fields<'a>) -> Option<Vec<Scheme<'a>>> {
    owner.any("schemes")?;
    let mut schemes: Vec<Scheme<'a>> = Vec::new();
    for node in owner.list(cx, "schemes") {
        let Some(name) = fields::text(cx, node, "schemes") else {
            continue;
        };
        match name.text {
            known if schemes.iter().any(|scheme| scheme.name == known) => {
                cx.skip_annotation(node, "the scheme is listed twice");
            }
            "https" | "http" => schemes.push(Scheme {
                name: name.text,
                node,
            }),
            "wss" | "ws" => cx.ignore(node, "web sockets are not generated"),
            other => {
                let message = format!("`{other}` is no scheme of a server");
                cx.unknown_value(message, name, &SCHEMES);
            }
        }
    }
    schemes.sort_by_key(|scheme| scheme.name != "https");
    Some(schemes)
}
