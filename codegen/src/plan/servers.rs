//! Servers: which one an operation is sent to, the types that stand for those of the description,
//! and the methods of the builder that replace those of single operations.
//!
//! A client has one server, which callers may replace. An operation whose own servers begin with
//! another one is sent there, until callers replace that one too.

use std::collections::{BTreeMap, BTreeSet};

use super::closed_enum::{ClosedEnum, ClosedVariant};
use super::docs::{Docs, Piece, plain_line};
use super::names::{Claim, Ident, Kind, Scope};
use super::notes;
use crate::api::{Api, Entry, Operation, Outcome, Server, ServerVariable};

/// A server as a type, as in `Production`.
#[derive(Debug)]
pub(crate) struct ServerType {
    pub(crate) name: Ident,
    pub(crate) docs: Docs,
    /// As in `https://{region}.example.org`.
    pub(crate) template: String,
    pub(crate) variables: Vec<Variable>,
}

/// A field of such a type, as in `region`.
#[derive(Debug)]
pub(crate) struct Variable {
    pub(crate) field: Ident,
    pub(crate) docs: Docs,
    /// As in the template.
    pub(crate) name: String,
    pub(crate) values: Values,
}

#[derive(Debug)]
pub(crate) enum Values {
    /// Any text; the default.
    Text(String),
    Listed(Listed),
}

/// An enum of the values that a variable can have.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) values: ClosedEnum,
    pub(crate) default: Ident,
}

/// A server that only some operations have.
#[derive(Debug)]
pub(crate) struct OwnServer {
    /// What the method of the builder may be called.
    pub(super) claim: Claim,
    pub(super) docs: Docs,
    pub(super) url: String,
}

/// Returns the server that operations without their own are sent to: the first one of the
/// description or, where it names none and each operation has its own, that of the first operation.
pub(super) fn default_server(api: &Api) -> Option<&Server> {
    let own = |operation: &Operation| !operation.servers.is_empty();
    api.servers.first().or_else(|| {
        let first = api.operations.first()?.servers.first();
        first.filter(|_| api.operations.iter().all(own))
    })
}

/// Returns the server that an operation has instead of the client's.
pub(super) fn own_server<'a>(
    default: Option<&Server>,
    operation: &'a Operation,
) -> Option<&'a Server> {
    let own = operation.servers.first()?;
    (default.map(|default| &default.url) != Some(&own.url)).then_some(own)
}

/// Whether a URL says which host it means.
pub(super) fn is_whole(url: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

/// Returns each server that operations have for themselves once.
pub(super) fn plan_own_servers(api: &Api) -> Vec<OwnServer> {
    let default = default_server(api);
    let mut seen = BTreeSet::new();
    let own = api
        .operations
        .iter()
        .filter_map(|operation| own_server(default, operation));
    own.filter(|server| seen.insert(&server.url))
        .map(plan_own_server)
        .collect()
}

fn plan_own_server(server: &Server) -> OwnServer {
    let spellings = spellings(server, &server.url).into_iter();
    let docs = Docs::new().paragraph(&[
        Piece::Text("Sends the operations that have the server "),
        Piece::Code(&server.url),
        Piece::Text(" for themselves to another one."),
    ]);
    OwnServer {
        claim: Claim {
            identity: ["server ", &server.url].concat(),
            // A new server renames no credential.
            rank: 1,
            spellings: spellings.map(|text| text + " server").collect(),
        },
        docs: docs
            .optional(server.description.as_deref())
            .origin(&server.origin),
        url: server.url.clone(),
    }
}

/// Returns the types of all servers, where there is anything to choose.
pub(super) fn plan_servers(api: &Api, account: &mut Vec<Entry>) -> Vec<ServerType> {
    let own = api
        .operations
        .iter()
        .flat_map(|operation| &operation.servers);
    let mut distinct: BTreeMap<String, &Server> = BTreeMap::new();
    let mut servers = Vec::new();
    for server in api.servers.iter().chain(own) {
        let identity = identity(server);
        if distinct.insert(identity.clone(), server).is_some() {
            continue;
        }
        if speaks_http(server) {
            servers.push((identity, server));
        } else {
            account.push(Entry {
                outcome: Outcome::Ignored,
                reason: "clients speak HTTP alone".into(),
                matters: true,
                origin: server.origin.clone(),
            });
        }
    }
    let is_choice = |(_, server): &(String, &Server)| !server.variables.is_empty();
    if servers.len() < 2 && !servers.iter().any(is_choice) {
        return Vec::new();
    }
    let mut scope = Scope::new(Kind::Server);
    let claims: Vec<Claim> = servers
        .iter()
        .map(|(identity, server)| claim(identity, server))
        .collect();
    let names = scope.claim_all(&claims);
    let mut planned = Vec::new();
    for ((identity, server), name) in servers.iter().zip(names) {
        planned.push(plan_server(&mut scope, identity, server, name));
    }
    planned
}

fn plan_server(scope: &mut Scope, identity: &str, server: &Server, name: Ident) -> ServerType {
    let fields: Vec<Claim> = server.variables.iter().map(field).collect();
    let fields = Scope::new(Kind::Field).claim_all(&fields);
    let mut variables = Vec::new();
    for (variable, field) in server.variables.iter().zip(fields) {
        variables.push(Variable {
            field,
            docs: variable_docs(variable),
            name: variable.name.clone(),
            values: plan_values(scope, identity, &name, variable),
        });
    }
    let said = server.description.as_deref().or(server.name.as_deref());
    let docs = Docs::new()
        .optional(said)
        .paragraph(&[Piece::Code(&server.template)]);
    ServerType {
        name,
        docs: docs.origin(&server.origin),
        template: server.template.clone(),
        variables,
    }
}

fn plan_values(
    scope: &mut Scope,
    identity: &str,
    server: &Ident,
    variable: &ServerVariable,
) -> Values {
    let mut seen = BTreeSet::new();
    let texts: Vec<&String> = variable
        .values
        .iter()
        .filter(|text| seen.insert(*text))
        .collect();
    let claims: Vec<Claim> = texts.iter().map(|text| plain(text)).collect();
    let names = Scope::new(Kind::Choice).claim_all(&claims);
    let variants = names
        .into_iter()
        .zip(texts)
        .map(|(name, text)| ClosedVariant::new(name, text));
    let variants: Vec<ClosedVariant> = variants.collect();
    let Some(default) = variants.iter().find(|it| it.text == variable.default) else {
        // A default that is not among the values is one of them all the same.
        return Values::Text(variable.default.clone());
    };
    let name = scope.claim(&Claim {
        identity: [identity, " ", &variable.name].concat(),
        rank: 0,
        spellings: vec![[server.as_str(), " ", &variable.name].concat()],
    });
    let docs = Docs::new().paragraph(&[
        Piece::Text("The values of "),
        Piece::Code(&variable.name),
        Piece::Text("."),
    ]);
    Values::Listed(Listed {
        default: default.name.clone(),
        values: ClosedEnum {
            name,
            docs: docs.origin(&variable.origin),
            variants,
        },
    })
}

fn variable_docs(variable: &ServerVariable) -> Docs {
    let docs = Docs::new().optional(variable.description.as_deref());
    let docs = if docs.is_empty() {
        docs.paragraph(&[
            Piece::Text("Stands for "),
            Piece::Code(&variable.name),
            Piece::Text("."),
        ])
    } else {
        docs
    };
    notes::default(docs, Some(&variable.default))
}

/// What tells servers apart: all that can make a difference for a caller.
fn identity(server: &Server) -> String {
    let mut identity = [
        server.name.as_deref().unwrap_or_default(),
        " ",
        &server.template,
    ]
    .concat();
    for variable in &server.variables {
        identity.extend([" ", &variable.name, "=", &variable.default]);
        identity.extend(variable.values.iter().flat_map(|value| ["|", value]));
    }
    identity
}

fn speaks_http(server: &Server) -> bool {
    match server.url.split_once("://") {
        Some((scheme, _)) => matches!(scheme, "http" | "https"),
        None => true,
    }
}

fn claim(identity: &str, server: &Server) -> Claim {
    Claim {
        identity: identity.to_owned(),
        rank: 0,
        spellings: spellings(server, &server.template),
    }
}

fn field(variable: &ServerVariable) -> Claim {
    plain(&variable.name)
}

fn plain(text: &str) -> Claim {
    Claim {
        identity: text.to_owned(),
        rank: 0,
        spellings: vec![text.to_owned()],
    }
}

/// More words are a sentence, and no name.
const MOST_WORDS: usize = 4;

/// Texts to make a server's name of: its own, a short description, the URL.
fn spellings(server: &Server, url: &str) -> Vec<String> {
    let description = server.description.as_deref().map(plain_line);
    let said = server
        .name
        .iter()
        .chain(&description)
        .filter_map(|text| title(text));
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    said.chain([host.to_owned(), url.to_owned()]).collect()
}

/// Returns the name that a short text is, without the words that every server could have.
fn title(text: &str) -> Option<String> {
    let mut words: Vec<&str> = text.trim_end_matches('.').split_whitespace().collect();
    if words
        .first()
        .is_some_and(|word| word.eq_ignore_ascii_case("the"))
    {
        words.remove(0);
    }
    if words
        .last()
        .is_some_and(|word| word.eq_ignore_ascii_case("server"))
    {
        words.pop();
    }
    let is_title = (1..=MOST_WORDS).contains(&words.len());
    is_title.then(|| words.join(" "))
}
