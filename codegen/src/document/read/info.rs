//! Who the API is: `info` and `tags`.

use super::super::{Docs, Document, Tag};
use super::cx::Cx;
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
    fields.annotations(
        cx,
        &[
            (
                "termsOfService",
                "the terms of service are not carried over",
            ),
            ("contact", "the contact is not carried over"),
            ("license", "the licence is not carried over"),
        ],
    );
    fields.close(cx);
}

/// Reads the declared tags.
pub(super) fn read_tags<'a>(cx: &mut Cx<'a, '_>, root: &mut Fields<'a>) -> Vec<Tag<'a>> {
    let mut tags = Vec::new();
    for node in root.list(cx, "tags") {
        let Some(mut fields) = Fields::open(cx, node, "a tag") else {
            continue;
        };
        let name = fields.required_text(cx, "name");
        let description = fields.text(cx, "description");
        fields.annotations(
            cx,
            &[
                (
                    "externalDocs",
                    "links to other documentation are not carried over",
                ),
                ("summary", "summaries of tags are not carried over"),
                ("parent", "the tree of tags is not carried over"),
                ("kind", "the kinds of tags are not carried over"),
            ],
        );
        fields.close(cx);
        tags.extend(name.map(|name| Tag { name, description }));
    }
    tags
}
