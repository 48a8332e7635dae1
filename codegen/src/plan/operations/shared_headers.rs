//! Headers of answers that the description has once, for any number of answers: one constant each, in a
//! file of their own.
//!
//! What a header is called follows from its own name and, where answers have it by another name, from
//! that one. Headers that are described in their answers are constants of the operations.

use std::collections::BTreeMap;

use super::header::{self, ResponseHeader};
use crate::api::{Header, SharedHeader};
use crate::plan::imports::{Importer, Imports, Policy};
use crate::plan::models::Types;
use crate::plan::names::{Claim, Ident, Kind, Scope};

/// The file of these headers.
#[derive(Debug)]
pub(crate) struct HeaderFile {
    pub(crate) imports: Imports,
    pub(crate) headers: Vec<ResponseHeader>,
}

/// What tells a header apart: its name in the description and, in small letters, the one on the wire.
type Key<'api> = (&'api str, String);

/// The headers that have one constant for all operations.
#[derive(Debug)]
pub(crate) struct SharedHeaders<'api> {
    /// In the order of the description.
    headers: Vec<(&'api Header, &'api SharedHeader)>,
    names: BTreeMap<Key<'api>, Ident>,
}

impl<'api> SharedHeaders<'api> {
    /// Finds and names them.
    pub(crate) fn new(types: &Types<'api>) -> Self {
        let operations = types.api().operations.iter();
        let responses = operations.flat_map(|operation| &operation.responses);
        let mut found = BTreeMap::new();
        for header in responses.flat_map(|response| &response.headers) {
            if let Some(shared) = &header.shared {
                found.entry(key(header, shared)).or_insert((header, shared));
            }
        }
        let claims: Vec<Claim> = found
            .iter()
            .map(|(key, (header, _))| claim(key, header))
            .collect();
        let names = Scope::new(Kind::Static).claim_all(&claims);
        let mut headers: Vec<_> = found.values().copied().collect();
        headers.sort_by_key(|(header, _)| header.origin.span);
        Self {
            headers,
            names: found.into_keys().zip(names).collect(),
        }
    }

    /// Returns the way from a file of operations to the constant of a header.
    pub(super) fn target(&self, header: &Header) -> Option<String> {
        let shared = header.shared.as_ref()?;
        let name = self.names.get(&key(header, shared))?;
        Some(["super::super::headers::", name.as_str()].concat())
    }

    /// Plans the file.
    pub(crate) fn plan(&self, types: &Types<'_>) -> Option<HeaderFile> {
        if self.headers.is_empty() {
            return None;
        }
        let mut importer = Importer::new(Policy::Qualified);
        importer.runtime(&["ResponseHeader"]);
        let headers = self.headers.iter().filter_map(|(header, shared)| {
            let (ty, form) = header::ty(types, header);
            let mut written = header.docs.clone();
            written.description.clone_from(&shared.description);
            Some(ResponseHeader {
                name: self.names.get(&key(header, shared))?.clone(),
                docs: header::docs(types, header, &written).origin(&header.origin),
                wire: header.name.clone(),
                ty: importer.ty(ty),
                form,
            })
        });
        let headers = headers.collect();
        Some(HeaderFile {
            headers,
            imports: importer.finish(),
        })
    }
}

fn key<'api>(header: &Header, shared: &'api SharedHeader) -> Key<'api> {
    (shared.name.as_str(), header.name.to_ascii_lowercase())
}

/// One that answers have by its own name goes before others. What is capital in that name does not matter,
/// as it does not on the wire.
fn claim((name, wire): &Key<'_>, header: &Header) -> Claim {
    let is_same = name.eq_ignore_ascii_case(&header.name);
    let first = if is_same {
        wire.clone()
    } else {
        (*name).to_owned()
    };
    Claim {
        identity: [name, " ", wire].concat(),
        rank: u8::from(!is_same),
        spellings: vec![first, [name, " ", wire].concat()],
    }
}
