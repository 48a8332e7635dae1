//! The names of operations: builders, methods, files, and the enums beside the builders.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Operation};
use crate::plan::names::{Claim, Ident, Kind, Scope, is_exact};
use crate::plan::renames::Renames;

/// The names of all operations of an API.
#[derive(Debug)]
pub(crate) struct OperationNames {
    /// In the order of the operations.
    pub(super) operations: Vec<Names>,
    files: Vec<FileNames>,
}

/// One file of operations.
#[derive(Debug)]
pub(super) struct FileNames {
    pub(super) module: Ident,
    /// None for what no tag is on.
    pub(super) tag: Option<String>,
    /// The operations, by index.
    pub(super) members: Vec<usize>,
}

/// The names of one operation.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) name: Ident,
    pub(super) method: Ident,
    pub(super) body: Ident,
    pub(super) accept: Ident,
    pub(super) output: Ident,
    pub(super) parts: Ident,
    pub(super) error: Ident,
}

/// What files of operations import, whether or not each of them does.
const IMPORTED: &[&str] = &[
    "BlockingDownload",
    "BlockingEvents",
    "BlockingItems",
    "Body",
    "Bytes",
    "Client",
    "Download",
    "Error",
    "ErrorAnswer",
    "EventItem",
    "Events",
    "FilePart",
    "Items",
    "Map",
    "Multipart",
    "Operation",
    "OperationInfo",
    "Parameter",
    "Part",
    "PartInfo",
    "RequestWriter",
    "Response",
    "ResponseHeader",
    "ResponseReader",
    "Result",
    "Style",
    "Value",
];

impl OperationNames {
    pub(crate) fn new(api: &Api, renames: &Renames) -> Self {
        let claims = api.operations.iter();
        let claims = claims.map(|op| Renames::claim(renames.operation(&op.id), claim(op)));
        let claims: Vec<Claim> = claims.collect();
        let mut types = Scope::new(Kind::Operation);
        let names = types.claim_all(&claims);
        let methods = Scope::new(Kind::Method).claim_all(&claims);
        // After all builders: what belongs to one operation never takes the name of another.
        let mut beside = |what: &str| {
            let claims = api.operations.iter().map(|operation| Claim {
                identity: [&operation.id, " ", what].concat(),
                rank: 0,
                spellings: vec![
                    [
                        renames.operation(&operation.id).unwrap_or(&operation.id),
                        " ",
                        what,
                    ]
                    .concat(),
                ],
            });
            types.claim_all(&claims.collect::<Vec<_>>())
        };
        let bodies = beside("body");
        let accepts = beside("accept");
        let outputs = beside("output");
        let parts = beside("parts");
        let errors = beside("error");
        let outward = bodies.into_iter().zip(parts);
        let inward = accepts.into_iter().zip(outputs).zip(errors);
        let names = names.into_iter().zip(methods).zip(outward.zip(inward));
        let operations = names.map(
            |((name, method), ((body, parts), ((accept, output), error)))| Names {
                name,
                method,
                body,
                accept,
                output,
                parts,
                error,
            },
        );
        Self {
            operations: operations.collect(),
            files: group(api),
        }
    }

    /// The files with the operations in them.
    pub(super) fn files(&self) -> &[FileNames] {
        &self.files
    }

    /// The names that mean something else than a model in files of operations.
    pub(super) fn taken(&self) -> BTreeSet<String> {
        let mut taken: BTreeSet<String> = IMPORTED.iter().map(|name| (*name).to_owned()).collect();
        for names in &self.operations {
            let Names {
                name,
                method: _,
                body,
                accept,
                output,
                parts,
                error,
            } = names;
            let all = [name, body, accept, output, parts, error];
            taken.extend(all.map(|name| name.as_str().to_owned()));
        }
        taken
    }
}

impl OperationNames {
    /// Returns the name of the method of an operation.
    pub(crate) fn method(&self, api: &Api, id: &str) -> Option<&Ident> {
        let index = api
            .operations
            .iter()
            .position(|operation| operation.id == id)?;
        self.operations.get(index).map(|names| &names.method)
    }
}

fn claim(operation: &Operation) -> Claim {
    Claim {
        identity: operation.id.clone(),
        rank: u8::from(!is_exact(&operation.id, Kind::Operation)),
        spellings: vec![operation.id.clone()],
    }
}

/// An operation stands in the file of its first tag. Tags that the description lists have its order;
/// others that of their names, which no other operation changes, and what has none comes last.
fn group(api: &Api) -> Vec<FileNames> {
    let listed = api.tags.iter().filter(|tag| tag.origin.is_some());
    let mut order: Vec<Option<&str>> = listed.map(|tag| Some(tag.name.as_str())).collect();
    let mut members: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let tag = operation.tags.first().map(String::as_str);
        members.entry(tag).or_default().push(index);
    }
    order.extend(members.keys().filter(|tag| tag.is_some()));
    order.push(None);
    let mut seen = BTreeSet::new();
    order.retain(|tag| members.contains_key(tag) && seen.insert(*tag));
    let claims: Vec<Claim> = order.iter().map(|tag| claim_file(*tag)).collect();
    let idents = Scope::new(Kind::File).claim_all(&claims);
    let files = idents.into_iter().zip(order);
    files
        .map(|(module, tag)| FileNames {
            module,
            tag: tag.map(str::to_owned),
            members: members.remove(&tag).unwrap_or_default(),
        })
        .collect()
}

fn claim_file(tag: Option<&str>) -> Claim {
    let Some(tag) = tag else {
        return Claim {
            identity: "untagged".to_owned(),
            rank: 2,
            spellings: vec!["untagged".to_owned()],
        };
    };
    Claim {
        identity: ["tag ", tag].concat(),
        rank: u8::from(!is_exact(tag, Kind::File)),
        spellings: vec![tag.to_owned()],
    }
}
