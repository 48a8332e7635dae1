//! Values on their way to a server: what only answers have (`readOnly`) stays behind.
//!
//! OpenAPI 3.0.4, 4.8.24.2: such a property "SHOULD NOT be sent as part of the request". So a value
//! that came in an answer can be changed and sent back.

use super::encode_error::EncodeError;
use super::model::Model;
use super::output;
use super::table::Property;
use super::writer::{Direction, Writer};
use crate::value::Value;

/// Writes a model in the format of a media type, in UTF-8.
pub(crate) fn encode(value: &impl Model, media_type: &str) -> Result<Vec<u8>, EncodeError> {
    encode_with(media_type, &|out| value.write(out))
}

/// The same for a model that does not name its own root element in XML, or by another name.
pub(crate) fn encode_as(
    value: &impl Model,
    media_type: &str,
    root: &'static Property,
) -> Result<Vec<u8>, EncodeError> {
    encode_with(media_type, &|out| {
        out.root(root);
        value.write(out);
    })
}

/// The same for what a function writes.
pub(crate) fn encode_with(
    media_type: &str,
    write: &dyn Fn(&mut Writer<'_>),
) -> Result<Vec<u8>, EncodeError> {
    output::write(media_type, Direction::Request, write)
}

/// Returns a model as a tree of values.
pub(crate) fn to_value(value: &impl Model) -> Result<Value, EncodeError> {
    to_tree(&|out| value.write(out))
}

/// Returns what a function writes as a tree of values.
pub(crate) fn to_tree(write: &dyn Fn(&mut Writer<'_>)) -> Result<Value, EncodeError> {
    let mut out = Writer::tree().going(Direction::Request);
    write(&mut out);
    out.finish_tree()
}

/// Appends what a function writes to `text` if it is a scalar, and returns it as a tree if it is not.
pub(crate) fn to_text_or_tree(
    write: &dyn Fn(&mut Writer<'_>),
    text: &mut String,
) -> Result<Option<Value>, EncodeError> {
    let mut out = Writer::text_or_tree(text).going(Direction::Request);
    write(&mut out);
    out.finish_text_or_tree()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{self, DecodeError, Field, Reader, Shape};
    use crate::value::AdditionalProperties;

    static USER: Shape = Shape::new(
        "User",
        &[Field::Optional("id").read_only(), Field::Optional("name")],
    );

    #[derive(Default)]
    struct User {
        id: Option<i64>,
        name: Option<String>,
        additional_properties: AdditionalProperties,
    }

    impl Model for User {
        fn write(&self, out: &mut Writer<'_>) {
            out.object(&USER, &[&self.id, &self.name], &self.additional_properties);
        }

        fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
            let mut user = Self::default();
            let slots: &mut [&mut dyn codec::ReadProperty] = &mut [&mut user.id, &mut user.name];
            input.object(&USER, slots, &mut user.additional_properties)?;
            Ok(user)
        }
    }

    #[test]
    fn what_only_answers_have_stays_behind_in_every_format() {
        let json = br#"{"id":1,"name":"x","more":2}"#;
        let user: User = codec::decode(json, "application/json", &codec::DecodeLimits::default())
            .expect("a user");
        assert_eq!(
            codec::encode(&user, "application/json").expect("JSON"),
            json
        );
        let cases = [
            ("application/json", r#"{"name":"x","more":2}"#),
            (
                "application/xml",
                "<User><name>x</name><more>2</more></User>",
            ),
            ("application/x-www-form-urlencoded", "name=x&more=2"),
        ];
        for (media_type, expected) in cases {
            let sent = encode(&user, media_type).expect(media_type);
            let sent = String::from_utf8(sent).expect("text");
            assert!(sent.ends_with(expected), "{media_type}: {sent}");
        }
        let tree = to_value(&vec![user]).expect("a tree");
        let tree = codec::encode(&tree, "application/json").expect("JSON");
        assert_eq!(tree, br#"[{"name":"x","more":2}]"#);
    }

    #[test]
    fn nulls_that_were_kept_stay_behind_as_well() {
        let user: User = codec::decode(
            br#"{"id":null,"name":null}"#,
            "application/json",
            &codec::DecodeLimits::default(),
        )
        .expect("a user");
        let sent = encode(&user, "application/json").expect("JSON");
        assert_eq!(sent, br#"{"name":null}"#);
    }
}
