//! Names in XML. They count only where the item travels in XML.

use super::Rule;
use super::difference::Difference;
use crate::api::Xml;

/// Compares how an item is written in XML.
pub(super) fn compare_xml<'a>(old: &Xml, new: &Xml) -> Option<Difference<'a>> {
    // Prefixes are local to a document; only the namespaces that they stand for count.
    let counts = |xml: &Xml| Xml {
        prefix: None,
        wrapper_prefix: None,
        ..xml.clone()
    };
    (counts(old) != counts(new))
        .then(|| Difference::new(Rule::XmlChanged, "Its form in XML changed.").in_xml_only())
}
