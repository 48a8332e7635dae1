//! Structs of optional strings, as Partner Center has them.

use engross_runtime::private::{DecodeError, Field, Model, NoAdditional, Reader, Shape, Writer};
use engross_runtime::{AdditionalProperties, Value};
use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Open {
    #[serde(skip_serializing_if = "Option::is_none")]
    qualification: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_create_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_status: Option<String>,
    #[serde(
        flatten,
        serialize_with = "write_additional",
        deserialize_with = "read_additional"
    )]
    additional_properties: AdditionalProperties,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Closed {
    #[serde(skip_serializing_if = "Option::is_none")]
    qualification: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_create_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_status: Option<String>,
}

pub(crate) fn open(index: usize) -> Open {
    let Closed {
        qualification,
        vetting_create_date,
        vetting_reason,
        vetting_status,
    } = closed(index);
    let mut additional_properties = AdditionalProperties::new();
    if index % 4 == 0 {
        additional_properties.insert("educationSegment", "HigherEducation");
    }
    Open {
        qualification,
        vetting_create_date,
        vetting_reason,
        vetting_status,
        additional_properties,
    }
}

pub(crate) fn closed(index: usize) -> Closed {
    let second = index % 60;
    Closed {
        qualification: Some("GovernmentCommunityCloud".to_owned()),
        vetting_create_date: Some(format!("2021-05-06T19:59:{second:02}.6832021+00:00")),
        vetting_reason: (index % 3 == 0).then(|| "The domain could not be verified.".to_owned()),
        vetting_status: Some(
            if index % 2 == 0 {
                "InReview"
            } else {
                "Approved"
            }
            .to_owned(),
        ),
    }
}

fn write_additional<S: Serializer>(
    properties: &AdditionalProperties,
    out: S,
) -> Result<S::Ok, S::Error> {
    out.collect_map(
        properties
            .iter()
            .map(|(name, value)| (name, value.as_str())),
    )
}

fn read_additional<'de, D: Deserializer<'de>>(input: D) -> Result<AdditionalProperties, D::Error> {
    let entries = IndexMap::<String, String>::deserialize(input)?;
    Ok(entries
        .into_iter()
        .map(|(name, value)| (name, Value::String(value)))
        .collect())
}

static SHAPE: Shape = Shape::new(
    "CustomerQualification",
    &[
        Field::Optional("qualification"),
        Field::Optional("vettingCreateDate"),
        Field::Optional("vettingReason"),
        Field::Optional("vettingStatus"),
    ],
);

impl Model for Open {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &SHAPE,
            &[
                &self.qualification,
                &self.vetting_create_date,
                &self.vetting_reason,
                &self.vetting_status,
            ],
            &self.additional_properties,
        );
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        input.object(
            &SHAPE,
            &mut [
                &mut model.qualification,
                &mut model.vetting_create_date,
                &mut model.vetting_reason,
                &mut model.vetting_status,
            ],
            &mut model.additional_properties,
        )?;
        Ok(model)
    }
}

impl Model for Closed {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &SHAPE,
            &[
                &self.qualification,
                &self.vetting_create_date,
                &self.vetting_reason,
                &self.vetting_status,
            ],
            &NoAdditional,
        );
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        input.object(
            &SHAPE,
            &mut [
                &mut model.qualification,
                &mut model.vetting_create_date,
                &mut model.vetting_reason,
                &mut model.vetting_status,
            ],
            &mut NoAdditional,
        )?;
        Ok(model)
    }
}
