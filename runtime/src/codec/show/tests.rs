//! What `Debug` shows of models.

use std::fmt;

use bytes::Bytes;

use crate::codec::{DecodeError, Field, Model, Reader, Shape, Writer};
use crate::secret::Secret;
use crate::value::{AdditionalProperties, Map, Value};

static PET: Shape = Shape::new(
    "Pet",
    &[
        Field::Required("id"),
        Field::Optional("full-name"),
        Field::Nullable("owner"),
        Field::Optional("tags"),
        Field::Optional("weights"),
        Field::Optional("token"),
        Field::Optional("photo"),
        Field::Optional("kind"),
    ],
);

#[derive(Default)]
#[allow(clippy::option_option, reason = "generated models have three states")]
struct Pet {
    id: i64,
    full_name: Option<String>,
    owner: Option<Option<Box<Pet>>>,
    tags: Option<Vec<String>>,
    weights: Option<Map<f64>>,
    token: Option<Secret>,
    photo: Option<Bytes>,
    kind: Option<Kind>,
    additional_properties: AdditionalProperties,
}

impl Model for Pet {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &PET,
            &[
                &self.id,
                &self.full_name,
                &self.owner,
                &self.tags,
                &self.weights,
                &self.token,
                &self.photo,
                &self.kind,
            ],
            &self.additional_properties,
        );
    }

    fn read(_input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self::default())
    }
}

crate::model!(Pet);

#[derive(Clone, Copy, Debug)]
enum Kind {
    Cat,
    Unknown(i64),
}

impl Kind {
    fn as_i64(self) -> i64 {
        match self {
            Self::Cat => 1,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for Kind {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Cat,
            _ => Self::Unknown(value),
        }
    }
}

crate::integer_enum!(Kind, i64);

enum Owner {
    Pet(Box<Pet>),
    Nobody,
}

impl Model for Owner {
    fn write(&self, out: &mut Writer<'_>) {
        match self {
            Self::Pet(pet) => out.variant("Pet", pet),
            Self::Nobody => out.constant("Nobody", "nobody"),
        }
    }

    fn read(_input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self::Nobody)
    }
}

crate::model!(Owner);

fn shown(value: &impl fmt::Debug) -> (String, String) {
    (format!("{value:?}"), format!("{value:#?}"))
}

#[test]
fn what_is_there_is_shown_under_its_name_on_the_wire() {
    let mut pet = Pet {
        id: 1,
        full_name: Some("Bo \"x\"\n".to_owned()),
        owner: Some(Some(Box::new(Pet {
            id: 2,
            owner: Some(None),
            tags: Some(Vec::new()),
            ..Pet::default()
        }))),
        tags: Some(vec!["a".to_owned(), "b".to_owned()]),
        ..Pet::default()
    };
    pet.additional_properties
        .insert("extra", Value::from(vec![Value::Null, true.into()]));
    let (line, lines) = shown(&pet);
    assert_eq!(
        line,
        r#"Pet { id: 1, "full-name": "Bo \"x\"\n", owner: Pet { id: 2, owner: null, tags: [] }, tags: ["a", "b"], "extra": [null, true] }"#
    );
    let expect = r#"Pet {
    id: 1,
    "full-name": "Bo \"x\"\n",
    owner: Pet {
        id: 2,
        owner: null,
        tags: [],
    },
    tags: [
        "a",
        "b",
    ],
    "extra": [
        null,
        true,
    ],
}"#;
    assert_eq!(lines, expect);
}

#[test]
fn scalars_have_the_forms_of_rust() {
    let weights = [("a", 1.5), ("b", f64::NAN), ("c", f64::INFINITY)];
    let weights = weights.map(|(name, weight)| (name.to_owned(), weight));
    let mut pet = Pet {
        weights: Some(weights.into_iter().collect()),
        photo: Some(Bytes::from_static(b"\x00a\"")),
        kind: Some(Kind::Cat),
        ..Pet::default()
    };
    assert_eq!(
        shown(&pet).0,
        r#"Pet { id: 0, weights: {"a": 1.5, "b": NaN, "c": inf}, photo: b"\x00a\"", kind: Cat }"#
    );
    pet = Pet {
        kind: Some(Kind::from(7)),
        ..Pet::default()
    };
    assert_eq!(shown(&pet).0, "Pet { id: 0, kind: Unknown(7) }");
}

#[test]
fn secrets_are_hidden_at_any_depth() {
    let inner = Pet {
        token: Some(Secret::from("hunter2")),
        ..Pet::default()
    };
    let pet = Pet {
        owner: Some(Some(Box::new(inner))),
        ..Pet::default()
    };
    let (line, lines) = shown(&pet);
    assert_eq!(
        line,
        "Pet { id: 0, owner: Pet { id: 0, token: [redacted] } }"
    );
    assert!(!lines.contains("hunter2"), "{lines}");
}

#[test]
fn lines_are_indented_where_others_show_the_model() {
    let pets = vec![Pet::default()];
    assert_eq!(
        format!("{pets:#?}"),
        "[\n    Pet {\n        id: 0,\n    },\n]"
    );
}

#[test]
fn variants_have_their_names() {
    let (line, lines) = shown(&Owner::Pet(Box::default()));
    assert_eq!(line, "Pet(Pet { id: 0 })");
    assert_eq!(lines, "Pet(\n    Pet {\n        id: 0,\n    },\n)");
    assert_eq!(shown(&Owner::Nobody).0, "Nobody");
}
