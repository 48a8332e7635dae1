//! Who the API is, and where more is to be read.

use super::cx::Cx;
use crate::api;
use crate::document::{Contact, ExternalDocs, License, origin};

/// Lowers `info` beyond title and version, and the documentation of the whole.
pub(super) fn lower_info(cx: &mut Cx<'_, '_>) {
    let info = &cx.document.info;
    cx.api.info = api::Info {
        terms_of_service: owned(info.terms),
        contact: info.contact.as_ref().map(lower_contact),
        license: info.license.as_ref().map(lower_license),
        origin: info.node.map(origin),
    };
    cx.api.external_docs = lower_external_docs(cx.document.external_docs.as_ref());
}

/// Lowers a link to documentation elsewhere.
pub(super) fn lower_external_docs(docs: Option<&ExternalDocs<'_>>) -> Option<api::ExternalDocs> {
    docs.map(|docs| api::ExternalDocs {
        url: docs.url.to_owned(),
        description: owned(docs.description),
        origin: origin(docs.node),
    })
}

fn lower_contact(contact: &Contact<'_>) -> api::Contact {
    api::Contact {
        name: owned(contact.name),
        url: owned(contact.url),
        email: owned(contact.email),
        origin: origin(contact.node),
    }
}

fn lower_license(license: &License<'_>) -> api::License {
    api::License {
        name: license.name.to_owned(),
        identifier: owned(license.identifier),
        url: owned(license.url),
        origin: origin(license.node),
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}
