//! The client: where the server is and how a caller proves who it is.

use super::docs::{Docs, Piece, plain_line};
use super::names::{Claim, Ident, Kind, Scope};
use super::notes;
use super::operations::{Operation, OperationFile};
use crate::api::{Api, ApiKeyLocation, Entry, Outcome, Scheme, SecurityScheme};

/// The client and its builder.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) docs: Docs,
    pub(crate) server: String,
    pub(crate) server_docs: Docs,
    /// Of the builder's method.
    pub(crate) server_method_docs: Docs,
    /// Whether callers must name a server.
    pub(crate) needs_server: bool,
    pub(crate) credentials: Vec<Credential>,
    /// Whether a method names a model.
    pub(crate) names_models: bool,
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
    ApiKey(ApiKeyLocation, String),
}

pub(crate) fn plan_client(
    api: &Api,
    operations: &[OperationFile],
    account: &mut Vec<Entry>,
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
    let server = api.servers.first();
    let url = server.map(|server| server.url.clone()).unwrap_or_default();
    let needs_server = !["http://", "https://"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    let [what, how] = if needs_server {
        [
            "What the description says of the server, which is no whole URL.",
            "Sends to this server. It must be given: the description names none.",
        ]
    } else {
        [
            "The server that the description names.",
            "Sends to another server than the description names.",
        ]
    };
    let server_docs = Docs::new().paragraph(&[Piece::Text(what)]);
    let server_docs = server_docs.optional(server.and_then(|server| server.description.as_deref()));
    Client {
        docs,
        server: url,
        server_docs,
        server_method_docs: Docs::new().paragraph(&[Piece::Text(how)]),
        needs_server,
        credentials: plan_credentials(api, account),
        names_models: all.any(Operation::takes_models),
    }
}

fn plan_credentials(api: &Api, account: &mut Vec<Entry>) -> Vec<Credential> {
    let mut schemes = Vec::new();
    for scheme in &api.security_schemes {
        match kind(&scheme.scheme) {
            Some(kind) => schemes.push((scheme, kind)),
            None => account.push(Entry {
                outcome: Outcome::Ignored,
                reason: "clients cannot offer this kind of credential".into(),
                matters: true,
                origin: scheme.origin.clone(),
            }),
        }
    }
    let claims: Vec<Claim> = schemes
        .iter()
        .map(|(scheme, kind)| claim(scheme, kind))
        .collect();
    let methods = Scope::new(Kind::Credential).claim_all(&claims);
    let planned = schemes
        .into_iter()
        .zip(methods)
        .map(|((scheme, kind), method)| Credential {
            method,
            docs: credential_docs(scheme, &kind),
            scheme: scheme.name.clone(),
            kind,
        });
    planned.collect()
}

fn kind(scheme: &Scheme) -> Option<CredentialKind> {
    match scheme {
        Scheme::Bearer => Some(CredentialKind::Bearer),
        Scheme::Basic => Some(CredentialKind::Basic),
        Scheme::ApiKey { location, name } => Some(CredentialKind::ApiKey(*location, name.clone())),
        Scheme::Other(_) => None,
    }
}

/// The usual word first; several schemes of one kind are told apart by their own names.
fn claim(scheme: &SecurityScheme, kind: &CredentialKind) -> Claim {
    let usual = match kind {
        CredentialKind::Bearer => "bearer token",
        CredentialKind::Basic => "basic auth",
        CredentialKind::ApiKey(..) => "api key",
    };
    Claim {
        identity: scheme.name.clone(),
        rank: 0,
        spellings: vec![usual.to_owned(), scheme.name.clone()],
    }
}

fn credential_docs(scheme: &SecurityScheme, kind: &CredentialKind) -> Docs {
    let (what, place, name) = match kind {
        CredentialKind::Bearer => ("a bearer token", "header", "Authorization"),
        CredentialKind::Basic => ("a user and a password", "header", "Authorization"),
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
