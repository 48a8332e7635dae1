//! The client: where the server is and how a caller proves who it is.

use super::docs::{Docs, Item, Piece, plain_line};
use super::names::{Claim, Ident, Kind, Scope};
use super::notes;
use super::operations::{Group, Operation, OperationFile};
use super::servers::{OwnServer, ServerType, default_server, is_whole, plan_own_servers};
use crate::api::{Api, ApiKeyLocation, Scheme, SecurityScheme};

/// The client and its builder.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) docs: Docs,
    pub(crate) server: ClientServer,
    pub(crate) credentials: Vec<Credential>,
    /// Whether a method names a model.
    pub(crate) names_models: bool,
}

/// Where requests go.
#[derive(Debug)]
pub(crate) struct ClientServer {
    pub(crate) url: String,
    pub(crate) docs: Docs,
    /// Of the builder's method.
    pub(crate) method_docs: Docs,
    /// Whether callers must name a server.
    pub(crate) is_needed: bool,
    /// Whether one of the servers in use counts from a base.
    pub(crate) takes_base: bool,
    /// Whether there are types of servers.
    pub(crate) has_types: bool,
    /// Of single operations.
    pub(crate) own: Vec<ServerMethod>,
}

/// A method of the builder that replaces the server of some operations.
#[derive(Debug)]
pub(crate) struct ServerMethod {
    pub(crate) method: Ident,
    pub(crate) docs: Docs,
    /// As in the description.
    pub(crate) url: String,
}

/// A method of the builder that takes a credential.
#[derive(Debug)]
pub(crate) struct Credential {
    pub(crate) method: Ident,
    pub(crate) docs: Docs,
    pub(crate) scheme: String,
    pub(crate) kind: CredentialKind,
}

#[derive(Debug)]
pub(crate) enum CredentialKind {
    Bearer,
    Basic,
    /// Any other scheme of HTTP, by its name.
    Http(String),
    ApiKey(ApiKeyLocation, String),
}

pub(crate) fn plan_client(
    api: &Api,
    operations: &[OperationFile],
    servers: &[ServerType],
) -> Client {
    let mut all = operations.iter().flat_map(|file| &file.operations);
    let title = plain_line(&api.title);
    let docs = Docs::new().paragraph(&[
        Piece::Text("A client of "),
        Piece::Text(&title),
        Piece::Text("."),
    ]);
    let docs = docs.paragraph(&[Piece::Text(
        "Cheap to clone; all clones share their connections.",
    )]);
    let docs = docs.paragraph(&[
        Piece::Text("An answer that is no success is an "),
        Piece::To {
            shown: "Error",
            target: "runtime::Error",
        },
        Piece::Text(" with status, headers and body."),
    ]);
    let docs = list_methods(docs, operations);
    let (credentials, own) = plan_methods(api, plan_own_servers(api));
    Client {
        docs,
        server: plan_server(api, own, !servers.is_empty()),
        credentials,
        names_models: all.any(Operation::takes_models),
    }
}

fn plan_server(api: &Api, own: Vec<ServerMethod>, has_types: bool) -> ClientServer {
    let server = default_server(api);
    let url = server.map(|server| server.url.clone()).unwrap_or_default();
    let is_needed = !is_whole(&url);
    let [what, how] = if is_needed {
        [
            "What the description says of the server, which is no whole URL.",
            "Sends to this server. It or a base must be given: the description names no host.",
        ]
    } else {
        [
            "The server that the description names.",
            "Sends to another server than the description names.",
        ]
    };
    let docs = Docs::new().paragraph(&[Piece::Text(what)]);
    let docs = match server.and_then(|server| server.name.as_deref()) {
        Some(name) => docs.paragraph(&[
            Piece::Text("Its name is "),
            Piece::Code(name),
            Piece::Text("."),
        ]),
        None => docs,
    };
    let docs = docs.optional(server.and_then(|server| server.description.as_deref()));
    let method_docs = Docs::new().paragraph(&[Piece::Text(how)]);
    let method_docs = if own.is_empty() {
        method_docs
    } else {
        let but = "Operations that have a server of their own keep it; each has a method here.";
        method_docs.paragraph(&[Piece::Text(but)])
    };
    ClientServer {
        docs,
        method_docs,
        is_needed,
        takes_base: is_needed || own.iter().any(|own| !is_whole(&own.url)),
        has_types,
        own,
        url,
    }
}

/// Plans the methods of the builder, which have one scope.
fn plan_methods(api: &Api, own: Vec<OwnServer>) -> (Vec<Credential>, Vec<ServerMethod>) {
    // What has no kind is in the account already.
    let schemes = api.security_schemes.iter();
    let schemes: Vec<(&SecurityScheme, CredentialKind)> = schemes
        .filter_map(|scheme| Some((scheme, kind(&scheme.scheme)?)))
        .collect();
    let mut claims: Vec<Claim> = schemes
        .iter()
        .map(|(scheme, kind)| claim(scheme, kind))
        .collect();
    claims.extend(own.iter().map(|own| own.claim.clone()));
    let mut methods = Scope::new(Kind::Credential).claim_all(&claims).into_iter();
    let credentials = schemes
        .into_iter()
        .zip(methods.by_ref())
        .map(|((scheme, kind), method)| Credential {
            method,
            docs: credential_docs(scheme, &kind),
            scheme: scheme.name.clone(),
            kind,
        });
    let credentials = credentials.collect();
    let servers = own
        .into_iter()
        .zip(methods)
        .map(|(own, method)| ServerMethod {
            method,
            docs: own.docs,
            url: own.url,
        });
    (credentials, servers.collect())
}

fn kind(scheme: &Scheme) -> Option<CredentialKind> {
    match scheme {
        Scheme::Bearer => Some(CredentialKind::Bearer),
        Scheme::Basic => Some(CredentialKind::Basic),
        Scheme::Http(name) => Some(CredentialKind::Http(name.clone())),
        Scheme::ApiKey { location, name } => Some(CredentialKind::ApiKey(*location, name.clone())),
        Scheme::Other(_) => None,
    }
}

/// The usual word first; several schemes of one kind are told apart by their own names.
fn claim(scheme: &SecurityScheme, kind: &CredentialKind) -> Claim {
    let usual = match kind {
        CredentialKind::Bearer => "bearer token".to_owned(),
        CredentialKind::Basic => "basic auth".to_owned(),
        CredentialKind::Http(name) => [name, " credentials"].concat(),
        CredentialKind::ApiKey(..) => "api key".to_owned(),
    };
    Claim {
        identity: scheme.name.clone(),
        rank: 0,
        spellings: vec![usual, scheme.name.clone()],
    }
}

/// APIs with fewer operations are looked through as they are.
const FEWEST_LISTED: usize = 20;

/// Adds a list of all methods by group, where there are many.
fn list_methods(docs: Docs, files: &[OperationFile]) -> Docs {
    let count: usize = files.iter().map(|file| file.operations.len()).sum();
    if count < FEWEST_LISTED {
        return docs;
    }
    let items = files.iter().map(|file| Item {
        head: group_head(&file.group),
        texts: Vec::new(),
        below: file.operations.iter().map(list_method).collect(),
    });
    let has_tags = files.iter().any(|file| file.group.tag.is_some());
    let heading = if has_tags {
        "Methods by tag"
    } else {
        "Methods by path"
    };
    docs.heading(heading).list(&items.collect::<Vec<_>>())
}

fn group_head(group: &Group) -> Vec<Piece<'_>> {
    let words = group.words.iter();
    let words = words.filter(|word| Some(*word) != group.tag.as_ref());
    let names = group.tag.iter().chain(words).map(String::as_str);
    let mut pieces = Vec::new();
    for (index, name) in names.enumerate() {
        if index > 0 {
            pieces.push(Piece::Text(", "));
        }
        pieces.push(Piece::Code(name));
    }
    if pieces.is_empty() {
        pieces.push(Piece::Text("Others"));
    }
    pieces
}

fn list_method(operation: &Operation) -> Item<'_> {
    Item {
        head: vec![Piece::Method(operation.method.as_str())],
        texts: operation.summary.as_deref().into_iter().collect(),
        below: Vec::new(),
    }
}

fn credential_docs(scheme: &SecurityScheme, kind: &CredentialKind) -> Docs {
    let (what, place, name) = match kind {
        CredentialKind::Bearer => ("a bearer token", "header", "Authorization"),
        CredentialKind::Basic => ("a user and a password", "header", "Authorization"),
        CredentialKind::Http(_) => (
            "credentials (without the name of their scheme)",
            "header",
            "Authorization",
        ),
        CredentialKind::ApiKey(ApiKeyLocation::Header, name) => ("a key", "header", name.as_str()),
        CredentialKind::ApiKey(ApiKeyLocation::Query, name) => ("a key", "query", name.as_str()),
        CredentialKind::ApiKey(ApiKeyLocation::Cookie, name) => ("a key", "cookie", name.as_str()),
    };
    let docs = Docs::new().paragraph(&[
        Piece::Text("Proves who calls by "),
        Piece::Text(what),
        Piece::Text(" in the "),
        Piece::Text(place),
        Piece::Text(" "),
        Piece::Code(name),
        Piece::Text(", as "),
        Piece::Code(&scheme.name),
        Piece::Text(" asks for."),
    ]);
    let docs = docs.optional(scheme.docs.description.as_deref());
    let docs = if scheme.docs.deprecated {
        notes::deprecated(docs)
    } else {
        docs
    };
    docs.origin(&scheme.origin)
}
