//! A model with every kind of property, and strategies that make such models.

use bytes::Bytes;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::super::{DecodeError, Field, Model, NoAdditional, Reader, Shape, Writer, Xml};
use crate::value::{AdditionalProperties, Map, Number, Value};

#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::option_option, reason = "generated models have three states")]
pub(super) struct Everything {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) small: Option<i32>,
    pub(super) unsigned: Option<u32>,
    pub(super) big: Option<u64>,
    pub(super) float: f64,
    pub(super) single: Option<f32>,
    pub(super) flag: bool,
    pub(super) nullable: Option<String>,
    pub(super) tristate: Option<Option<i64>>,
    pub(super) tags: Vec<String>,
    pub(super) photos: Option<Vec<String>>,
    pub(super) labels: Map<String>,
    pub(super) bytes: Option<Bytes>,
    pub(super) child: Option<Box<Leaf>>,
    pub(super) children: Vec<Leaf>,
    pub(super) code: Option<String>,
    pub(super) additional: AdditionalProperties,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Leaf {
    pub(super) text: Option<String>,
    pub(super) number: Option<i64>,
}

static SHAPE: Shape = Shape::new(
    "Everything",
    &[
        Field::Required("id").xml(&Xml::new().attribute()),
        Field::Required("name"),
        Field::Optional("small"),
        Field::Optional("un\"signed").xml(&Xml::new().name("unsigned")),
        Field::Optional("big"),
        Field::Required("float"),
        Field::Optional("single"),
        Field::Required("flag"),
        Field::Required("nullable"),
        Field::Nullable("tristate"),
        Field::Required("tags").xml(&Xml::new().name("tag")),
        Field::Optional("photoUrls").xml(&Xml::new().name("photoUrl").wrapped("photoUrls")),
        Field::Required("labels"),
        Field::Optional("bytes"),
        Field::Optional("child").xml(&Xml::new().namespace("urn:child").prefix("c")),
        Field::Required("children").xml(&Xml::new().namespace("urn:children")),
        // An attribute behind elements, in a namespace.
        Field::Optional("code").xml(&Xml::new().attribute().namespace("urn:code").prefix("k")),
    ],
);

impl Model for Everything {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &SHAPE,
            &[
                &self.id,
                &self.name,
                &self.small,
                &self.unsigned,
                &self.big,
                &self.float,
                &self.single,
                &self.flag,
                &self.nullable,
                &self.tristate,
                &self.tags,
                &self.photos,
                &self.labels,
                &self.bytes,
                &self.child,
                &self.children,
                &self.code,
            ],
            &self.additional,
        );
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let (mut id, mut name, mut small, mut unsigned, mut big) = (None, None, None, None, None);
        let (mut float, mut single, mut flag, mut nullable) = (None, None, None, None);
        let (mut tristate, mut tags, mut photos, mut labels) = (None, None, None, None);
        let (mut bytes, mut child, mut children, mut code) = (None, None, None, None);
        let mut additional = AdditionalProperties::new();
        input.object(
            &SHAPE,
            &mut [
                &mut id,
                &mut name,
                &mut small,
                &mut unsigned,
                &mut big,
                &mut float,
                &mut single,
                &mut flag,
                &mut nullable,
                &mut tristate,
                &mut tags,
                &mut photos,
                &mut labels,
                &mut bytes,
                &mut child,
                &mut children,
                &mut code,
            ],
            &mut additional,
        )?;
        let (
            Some(id),
            Some(name),
            Some(float),
            Some(flag),
            Some(nullable),
            Some(tags),
            Some(labels),
            Some(children),
        ) = (id, name, float, flag, nullable, tags, labels, children)
        else {
            return Err(input.incomplete());
        };
        Ok(Self {
            id,
            name,
            small,
            unsigned,
            big,
            float,
            single,
            flag,
            nullable,
            tristate,
            tags,
            photos,
            labels,
            bytes,
            child,
            children,
            code,
            additional,
        })
    }
}

static LEAF_SHAPE: Shape = Shape::new(
    "Leaf",
    &[Field::Optional("text"), Field::Optional("number")],
)
.ignore_case();

impl Model for Leaf {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(&LEAF_SHAPE, &[&self.text, &self.number], &NoAdditional);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        input.object(
            &LEAF_SHAPE,
            &mut [&mut model.text, &mut model.number],
            &mut NoAdditional,
        )?;
        Ok(model)
    }
}

/// Text that XML can contain.
pub(super) fn text() -> impl Strategy<Value = String> {
    "[ -~\\t\\n\\ré😀\u{85}\u{2028}]{0,12}"
}

/// Names that XML can contain and that no field has.
pub(super) fn name() -> impl Strategy<Value = String> {
    "x[a-zé0-9_.-]{0,6}"
}

fn leaf() -> impl Strategy<Value = Leaf> {
    (option::of(text()), option::of(any::<i64>())).prop_map(|(text, number)| Leaf { text, number })
}

fn finite() -> impl Strategy<Value = f64> {
    prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::SUBNORMAL
}

prop_compose! {
    fn scalars()(
        id in any::<i64>(),
        name in text(),
        small in option::of(any::<i32>()),
        unsigned in option::of(any::<u32>()),
        big in option::of(any::<u64>()),
        float in finite(),
        single in option::of(prop::num::f32::NORMAL),
        flag in any::<bool>(),
        nullable in option::of(text()),
        tristate in option::of(option::of(any::<i64>())),
    ) -> Everything {
        Everything {
            id, name, small, unsigned, big, float, single, flag, nullable, tristate,
            tags: Vec::new(), photos: None, labels: Map::new(), bytes: None, child: None,
            children: Vec::new(), code: None, additional: AdditionalProperties::new(),
        }
    }
}

prop_compose! {
    /// Models whose additional properties are text.
    pub(super) fn everything()(
        scalars in scalars(),
        tags in vec(text(), 0..4),
        photos in option::of(vec(text(), 0..4)),
        labels in vec((name(), text()), 0..4),
        bytes in option::of(vec(any::<u8>(), 0..9)),
        child in option::of(leaf()),
        children in vec(leaf(), 0..4),
        code in option::of(text()),
        additional in vec((name(), text()), 0..4),
    ) -> Everything {
        Everything {
            tags,
            photos,
            labels: labels.into_iter().collect(),
            bytes: bytes.map(Bytes::from),
            child: child.map(Box::new),
            children,
            code,
            additional: additional.into_iter().collect(),
            ..scalars
        }
    }
}

/// Any value that JSON can write.
pub(super) fn value() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,12})?([eE][+-]?[0-9]{1,2})?"
        .prop_map(|text| Value::Number(Number::parse(&text).expect("a number")));
    let string = any::<String>().prop_map(Value::String);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number,
        string
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            vec((any::<String>(), inner), 0..5)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}
