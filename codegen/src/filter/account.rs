//! Which entries of the account, and which extensions, still count once items are left out.

use std::collections::BTreeSet;

use crate::api::{Api, Content, Encodings, Examples, Header, Operation, PathItem};
use crate::source::{FileId, Origin, Pointer};

/// The places of all items of an API.
#[derive(Default)]
pub(super) struct Places {
    places: BTreeSet<(FileId, String)>,
}

impl Places {
    pub(super) fn of(api: &Api) -> Self {
        let mut places = Self::default();
        for (_, ty) in api.all_types() {
            places.add(&ty.origin);
        }
        for scheme in &api.security_schemes {
            places.add(&scheme.origin);
        }
        for origin in api.tags.iter().filter_map(|tag| tag.origin.as_ref()) {
            places.add(origin);
        }
        for operation in api.operations.iter().chain(&api.skipped) {
            places.add_operation(operation);
        }
        for webhook in &api.webhooks {
            places.add_item(webhook);
        }
        for callback in &api.callbacks {
            places.add(&callback.origin);
            callback.items.iter().for_each(|item| places.add_item(item));
        }
        places
    }

    /// Returns whether the innermost item around a place is among those that are left; what is part
    /// of no item is part of the API as a whole.
    pub(super) fn still_counts(&self, left: &Self, origin: &Origin) -> bool {
        let outward = std::iter::successors(Some(origin.pointer.clone()), Pointer::parent);
        let around = outward
            .map(|pointer| (file(origin), pointer.to_string()))
            .find(|place| self.places.contains(place));
        around.is_none_or(|place| left.places.contains(&place))
    }

    fn add(&mut self, origin: &Origin) {
        let pointer = origin.pointer.to_string();
        self.places.insert((file(origin), pointer));
    }

    fn add_item(&mut self, item: &PathItem) {
        self.add(&item.origin);
        for operation in &item.operations {
            self.add_operation(operation);
        }
    }

    fn add_operation(&mut self, operation: &Operation) {
        self.add(&operation.origin);
        // What stands at the path is for all of its operations.
        if let Some(path) = operation.origin.pointer.parent() {
            let place = (file(&operation.origin), path.to_string());
            self.places.insert(place);
        }
        for parameter in &operation.parameters {
            self.add(&parameter.origin);
            self.add_encodings(&parameter.encodings);
            self.add_examples(&parameter.examples);
        }
        if let Some(body) = &operation.body {
            self.add(&body.origin);
            self.add_contents(&body.content);
        }
        for response in &operation.responses {
            self.add(&response.origin);
            self.add_headers(&response.headers);
            self.add_contents(&response.content);
            response
                .links
                .iter()
                .for_each(|link| self.add(&link.origin));
        }
    }

    fn add_contents(&mut self, contents: &[Content]) {
        for content in contents {
            self.add(&content.origin);
            self.add_encodings(&content.encodings);
            self.add_examples(&content.examples);
        }
    }

    fn add_encodings(&mut self, encodings: &Encodings) {
        let named = encodings.named.iter().map(|(_, encoding)| encoding);
        let items = encodings.items.as_deref();
        for encoding in named.chain(&encodings.prefix).chain(items) {
            self.add(&encoding.origin);
            self.add_headers(&encoding.headers);
            self.add_encodings(&encoding.nested);
        }
    }

    fn add_headers(&mut self, headers: &[Header]) {
        for header in headers {
            self.add(&header.origin);
            self.add_examples(&header.examples);
        }
    }

    fn add_examples(&mut self, examples: &Examples) {
        for (_, example) in examples {
            self.add(&example.origin);
        }
    }
}

/// Returns the file that a pointer is of. What an overlay has put there stands in another one.
fn file(origin: &Origin) -> FileId {
    let file = origin.pointer.file();
    file.unwrap_or(origin.span.file())
}
