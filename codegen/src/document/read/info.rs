//! Who the API is: `info` and `tags`.

use super::super::{Contact, Docs, Document, Info, License, Tag};
use super::cx::Cx;
use super::external_docs::read_external_docs;
use super::fields::Fields;

/// Reads `info` into the document.
pub(super) fn read_info<'a>(
    cx: &mut Cx<'a, '_>,
    root: &mut Fields<'a>,
    document: &mut Document<'a>,
) {
    let Some(node) = root.required(cx, "info") else {
        return;
    };
    let Some(mut fields) = Fields::open(cx, node, "`info`") else {
        return;
    };
    document.title = fields
        .required_text(cx, "title")
        .map_or("", |text| text.text);
    document.version = fields.required_scalar(cx, "version").unwrap_or("");
    document.docs = Docs {
        title: None,
        summary: fields.text(cx, "summary"),
        description: fields.text(cx, "description"),
        deprecated: false,
    };
    document.info = Info {
        node: Some(node),
        terms: read_terms(cx, &mut fields),
        contact: read_contact(cx, &mut fields),
        license: read_license(cx, &mut fields),
    };
    fields.close(cx);
}

fn read_terms<'a>(cx: &mut Cx<'a, '_>, info: &mut Fields<'a>) -> Option<&'a str> {
    let terms = info.text(cx, "termsOfService");
    if let Some(node) = info.peek("termsOfService") {
        cx.skip_annotation(node, "the terms of service are not carried over");
    }
    terms
}

fn read_contact<'a>(cx: &mut Cx<'a, '_>, info: &mut Fields<'a>) -> Option<Contact<'a>> {
    let node = info.value(cx, "contact")?;
    cx.skip_annotation(node, "the contact is not carried over");
    let mut fields = Fields::open(cx, node, "a contact")?;
    let contact = Contact {
        node,
        name: fields.text(cx, "name"),
        url: fields.text(cx, "url"),
        email: fields.text(cx, "email"),
    };
    fields.close(cx);
    Some(contact)
}

fn read_license<'a>(cx: &mut Cx<'a, '_>, info: &mut Fields<'a>) -> Option<License<'a>> {
    let node = info.value(cx, "license")?;
    cx.skip_annotation(node, "the licence is not carried over");
    let mut fields = Fields::open(cx, node, "a licence")?;
    let name = fields.required_text(cx, "name");
    let identifier = if cx.version.has_license_identifiers() {
        fields.text(cx, "identifier")
    } else {
        None
    };
    let url = fields.text(cx, "url");
    fields.close(cx);
    Some(License {
        node,
        name: name?.text,
        identifier,
        url,
    })
}

/// Reads the declared tags.
pub(super) fn read_tags<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Vec<Tag<'a>> {
    let mut tags = Vec::new();
    for node in root.list(cx, "tags") {
        let Some(mut fields) = Fields::open(cx, node, "a tag") else {
            continue;
        };
        let name = fields.required_text(cx, "name");
        let mut tag = Tag {
            node,
            name: name.unwrap_or(super::super::Text {
                text: "",
                span: node.span(),
            }),
            summary: None,
            description: fields.text(cx, "description"),
            external_docs: read_external_docs(cx, &mut fields),
            parent: None,
            kind: None,
        };
        if cx.version.has_tag_hierarchy() {
            read_place_among_tags(cx, &mut fields, &mut tag);
        }
        fields.close(cx);
        tags.extend(name.map(|_| tag));
    }
    tags
}

fn read_place_among_tags<'a>(cx: &mut Cx<'a, '_>, fields: &mut Fields<'a>, tag: &mut Tag<'a>) {
    tag.summary = fields.text(cx, "summary");
    tag.parent = fields.text_at(cx, "parent");
    tag.kind = fields.text(cx, "kind");
    for (key, reason) in [
        ("summary", "summaries of tags are not carried over"),
        ("parent", "the tree of tags is not carried over"),
        ("kind", "the kinds of tags are not carried over"),
    ] {
        if let Some(node) = fields.peek(key) {
            cx.skip_annotation(node, reason);
        }
    }
}
