//! The names of operations: builders, methods, files, and the enums beside the builders.

use super::groups::{FileNames, group};
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
