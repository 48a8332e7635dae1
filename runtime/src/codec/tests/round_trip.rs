//! What is written is read back as it was, in every format.

use proptest::prelude::*;

use super::model::{Everything, everything, value};
use super::{FORM, JSON, XML, read, write};
use crate::codec::{encode, from_value, to_value};
use crate::value::Value;

proptest! {
    #[test]
    fn json(model in everything()) {
        prop_assert_eq!(read::<Everything>(&write(&model, JSON), JSON), Ok(model));
    }

    #[test]
    fn trees(model in everything(), value in value()) {
        let tree = to_value(&model).expect("a tree");
        prop_assert_eq!(from_value::<Everything>(&tree), Ok(model));
        prop_assert_eq!(to_value(&value), Ok(value));
    }

    #[test]
    fn xml(model in everything()) {
        prop_assert_eq!(read::<Everything>(&write(&model, XML), XML), Ok(model));
    }

    #[test]
    fn form(mut model in everything()) {
        // Forms have neither nulls nor empty arrays: both read as absent.
        model.tristate = model.tristate.filter(Option::is_some);
        model.photos = model.photos.filter(|photos| !photos.is_empty());
        prop_assert_eq!(read::<Everything>(&write(&model, FORM), FORM), Ok(model));
    }

    #[test]
    fn independent_parser_accepts_the_xml(model in everything()) {
        let text = write(&model, XML);
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        let root = document.root_element();
        let id = model.id.to_string();
        prop_assert_eq!(root.attribute("id"), Some(id.as_str()));
        prop_assert_eq!(root.attribute(("urn:code", "code")), model.code.as_deref());
        let tags = root.children().filter(|node| node.has_tag_name("tag"));
        let tags: Vec<_> = tags.map(|node| node.text().unwrap_or("").to_owned()).collect();
        prop_assert_eq!(tags, model.tags);
        let name = root.children().find(|node| node.has_tag_name("name"));
        prop_assert_eq!(name.and_then(|node| node.text()).unwrap_or(""), model.name);
        let children = root.children().filter(|node| node.has_tag_name(("urn:children", "children")));
        prop_assert_eq!(children.count(), model.children.len());
        let child = root.children().find(|node| node.has_tag_name(("urn:child", "child")));
        prop_assert_eq!(child.is_some(), model.child.is_some());
    }

    #[test]
    fn any_value_is_well_formed_xml_or_an_error(value in value()) {
        if let Ok(bytes) = encode(&value, XML) {
            let text = String::from_utf8(bytes).expect("text");
            prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{}", text);
            prop_assert!(read::<Value>(&text, XML).is_ok(), "{}", text);
        }
    }

    #[test]
    fn no_bytes_make_a_decoder_panic(bytes in prop::collection::vec(any::<u8>(), 0..64), text in "[<>a/ ='\"&;!\\[\\]?x:#{}0-9-]{0,48}") {
        for media_type in [JSON, XML, FORM, "text/xml;charset=utf-16"] {
            let limits = super::DecodeLimits::default();
            drop(super::decode::<Everything>(&bytes, media_type, &limits));
            drop(super::decode::<Value>(&bytes, media_type, &limits));
            drop(super::decode::<Value>(text.as_bytes(), media_type, &limits));
        }
    }
}
