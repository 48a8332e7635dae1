//! Which entries of the account still count once items are left out.

use std::collections::BTreeSet;

use crate::api::{Api, Entry};
use crate::source::{FileId, Origin, Pointer};

/// The places of all items of an API.
pub(super) struct Places {
    places: BTreeSet<(FileId, String)>,
}

impl Places {
    pub(super) fn of(api: &Api) -> Self {
        let mut places = BTreeSet::new();
        let mut add = |origin: &Origin| {
            places.insert((origin.span.file(), origin.pointer.to_string()));
        };
        for (_, ty) in api.types() {
            add(&ty.origin);
        }
        api.security_schemes
            .iter()
            .for_each(|each| add(&each.origin));
        for operation in &api.operations {
            add(&operation.origin);
            operation
                .parameters
                .iter()
                .for_each(|each| add(&each.origin));
            let bodies = operation.body.iter();
            bodies.clone().for_each(|each| add(&each.origin));
            operation
                .responses
                .iter()
                .for_each(|each| add(&each.origin));
            let headers = operation.responses.iter().flat_map(|each| &each.headers);
            headers.for_each(|each| add(&each.origin));
            let answers = operation.responses.iter().flat_map(|each| &each.content);
            let content = bodies.flat_map(|each| &each.content).chain(answers);
            content.for_each(|each| add(&each.origin));
        }
        Self { places }
    }

    /// Returns whether the innermost item around an entry is among those that are left; what is part
    /// of no item is part of the API as a whole.
    pub(super) fn still_counts(&self, left: &Self, entry: &Entry) -> bool {
        let file = entry.origin.span.file();
        let outward = std::iter::successors(Some(entry.origin.pointer.clone()), Pointer::parent);
        let around = outward
            .map(|pointer| (file, pointer.to_string()))
            .find(|place| self.places.contains(place));
        around.is_none_or(|place| left.places.contains(&place))
    }
}
