//! Servers, of the API and of single operations.

use super::align::{Pair, align};
use super::cx::{Cx, Site};
use super::difference::Difference;
use super::words::shown;
use super::{Rule, Semver, Verdict};
use crate::api::{Operation, Server};

/// Reviews the servers of the API as a whole.
pub(super) fn review_servers(cx: &mut Cx<'_>) {
    let (old, new) = (&cx.apis.old.servers, &cx.apis.new.servers);
    let key = |server: &Server| [server.url.clone()];
    for pair in align(old, new, key, key) {
        let (Pair::Both(server, _) | Pair::Added(server) | Pair::Removed(server)) = pair;
        let site = Site::general(format!("server {}", shown(&server.url)));
        let difference = match pair {
            Pair::Both(old, new) if old.description == new.description => continue,
            Pair::Both(old, new) => Difference::new(Rule::DocsChanged, "The description changed.")
                .at(&old.origin, &new.origin),
            Pair::Added(new) => {
                Difference::new(Rule::ServerAdded, "The server was added.").added_at(&new.origin)
            }
            Pair::Removed(old) => Difference::new(Rule::ServerRemoved, "The server was removed.")
                .removed_at(&old.origin),
        };
        cx.report(&site, difference);
    }
    if let (Some(old), Some(new)) = (old.first(), new.first())
        && let Some(difference) = other_default(old, new)
    {
        cx.report(&Site::general("servers"), difference);
    }
}

fn other_default<'a>(old: &'a Server, new: &'a Server) -> Option<Difference<'a>> {
    if old.url == new.url {
        return None;
    }
    let (from, to) = (shown(&old.url), shown(&new.url));
    let message = format!("The server that clients call by default changed from {from} to {to}.");
    Some(Difference::new(Rule::DefaultServerChanged, message).at(&old.origin, &new.origin))
}

/// Compares the servers that an operation has for itself.
pub(super) fn compare_own_servers<'a>(old: &Operation, new: &Operation) -> Option<Difference<'a>> {
    let urls = |operation: &Operation| -> Vec<String> {
        operation
            .servers
            .iter()
            .map(|server| server.url.clone())
            .collect()
    };
    let (old, new) = (urls(old), urls(new));
    if old == new {
        return None;
    }
    let message = "The servers of this operation alone changed.";
    let difference = Difference::new(Rule::OperationServersChanged, message);
    let keeps_all = !old.is_empty() && old.iter().all(|url| new.contains(url));
    Some(if keeps_all {
        difference
            .wire(Verdict::Compatible, Verdict::Compatible)
            .rust(Semver::Patch)
    } else {
        difference
    })
}
