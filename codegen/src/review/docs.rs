//! Documentation and deprecation of any item.

use super::Rule;
use super::difference::Difference;
use crate::api::Docs;

/// Compares what people wrote about an item. The texts are not quoted: they can be long.
pub(super) fn compare_docs<'a>(old: &Docs, new: &Docs) -> Vec<Difference<'a>> {
    let mut differences = Vec::new();
    match (old.deprecated, new.deprecated) {
        (false, true) => {
            differences.push(Difference::new(Rule::Deprecated, "It became deprecated."));
        }
        (true, false) => {
            let message = "It is no longer deprecated.";
            differences.push(Difference::new(Rule::NoLongerDeprecated, message));
        }
        (false, false) | (true, true) => {}
    }
    let texts = |docs: &Docs| {
        [
            docs.title.clone(),
            docs.summary.clone(),
            docs.description.clone(),
        ]
    };
    if texts(old) != texts(new) {
        differences.push(Difference::new(
            Rule::DocsChanged,
            "The documentation changed.",
        ));
    }
    differences
}
