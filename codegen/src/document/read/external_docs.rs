//! Links to documentation elsewhere.

use super::super::ExternalDocs;
use super::cx::Cx;
use super::fields::Fields;

/// Takes `externalDocs` of an object.
pub(super) fn read_external_docs<'a>(
    cx: &mut Cx<'a, '_>,
    owner: &mut Fields<'a>,
) -> Option<ExternalDocs<'a>> {
    let node = owner.value(cx, "externalDocs")?;
    cx.skip_annotation(node, "links to other documentation are not carried over");
    let mut fields = Fields::open(cx, node, "`externalDocs`")?;
    let url = fields.required_text(cx, "url");
    let description = fields.text(cx, "description");
    fields.close(cx);
    Some(ExternalDocs {
        node,
        url: url?.text,
        description,
    })
}
