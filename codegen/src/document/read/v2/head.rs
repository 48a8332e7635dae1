//! What all parameters begin with, whatever they are.

use super::super::cx::Cx;
use super::super::fields::Fields;
use crate::document::Text;
use crate::load::Node;

/// The keys that every parameter has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) node: Node<'a>,
    /// Whether the parameter stands apart from the operations that use it.
    pub(super) shared: bool,
    pub(super) name: Text<'a>,
    pub(super) description: Option<&'a str>,
    pub(super) required: bool,
}

/// Takes these keys; nothing where there is no name.
pub(super) fn read_head<'a>(
    cx: &mut Cx<'a, '_>,
    fields: &mut Fields<'a>,
    shared: bool,
) -> Option<Head<'a>> {
    let name = fields.required_text(cx, "name");
    let description = fields.text(cx, "description");
    let required = fields.flag(cx, "required").unwrap_or(false);
    Some(Head {
        node: fields.node,
        shared,
        name: name?,
        description,
        required,
    })
}
