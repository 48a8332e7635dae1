//! Records of mixed fields.

use engross_runtime::Map;
use engross_runtime::private::{DecodeError, Field, Model, NoAdditional, Reader, Shape, Writer};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Product {
    id: i64,
    sku: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    unit_price: f64,
    quantity: i32,
    in_stock: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    discontinued_on: Option<String>,
    tags: Vec<String>,
    ratings: Vec<i32>,
    dimensions: Dimensions,
    attributes: Map<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Dimensions {
    width: f64,
    height: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    depth: Option<f64>,
    unit: String,
}

/// One of many records; every optional field is there in most of them.
pub(crate) fn product(index: usize) -> Product {
    let number = i64::try_from(index).expect("a small number");
    // Odd, so that no price is whole: `1.0` is written as `1`, by serde_json as `1.0`.
    let cents = f64::from(i32::try_from((index * 7919 % 100_000) | 1).expect("a small number"));
    let text = "A sturdy thing, made to last; it says \"quality\" on the box.";
    Product {
        id: 1_000_000 + number * 37,
        sku: format!("SKU-{index:08}"),
        title: format!("Thing number {index} of the catalog"),
        description: (index % 4 != 0).then(|| text.to_owned()),
        unit_price: cents / 100.0,
        quantity: i32::try_from(index % 1000).expect("a small number") - 10,
        in_stock: index % 3 != 0,
        discontinued_on: (index % 10 == 0).then(|| "2024-05-06T19:59:56Z".to_owned()),
        tags: (0..index % 4).map(|tag| format!("tag-{tag}")).collect(),
        ratings: (0..5).map(|rating| (rating * 3) % 6).collect(),
        dimensions: Dimensions {
            width: cents / 8.0,
            height: 12.5,
            depth: (index % 2 == 0).then_some(0.333),
            unit: "cm".to_owned(),
        },
        attributes: ["color", "material"]
            .map(|key| (key.to_owned(), format!("{key} {index}")))
            .into(),
    }
}

static PRODUCT_SHAPE: Shape = Shape::new(
    "Product",
    &[
        Field::Required("id"),
        Field::Required("sku"),
        Field::Required("title"),
        Field::Optional("description"),
        Field::Required("unitPrice"),
        Field::Required("quantity"),
        Field::Required("inStock"),
        Field::Optional("discontinuedOn"),
        Field::Required("tags"),
        Field::Required("ratings"),
        Field::Required("dimensions"),
        Field::Required("attributes"),
    ],
);

impl Model for Product {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &PRODUCT_SHAPE,
            &[
                &self.id,
                &self.sku,
                &self.title,
                &self.description,
                &self.unit_price,
                &self.quantity,
                &self.in_stock,
                &self.discontinued_on,
                &self.tags,
                &self.ratings,
                &self.dimensions,
                &self.attributes,
            ],
            &NoAdditional,
        );
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut id = None;
        let mut sku = None;
        let mut title = None;
        let mut description = None;
        let mut unit_price = None;
        let mut quantity = None;
        let mut in_stock = None;
        let mut discontinued_on = None;
        let mut tags = None;
        let mut ratings = None;
        let mut dimensions = None;
        let mut attributes = None;
        input.object(
            &PRODUCT_SHAPE,
            &mut [
                &mut id,
                &mut sku,
                &mut title,
                &mut description,
                &mut unit_price,
                &mut quantity,
                &mut in_stock,
                &mut discontinued_on,
                &mut tags,
                &mut ratings,
                &mut dimensions,
                &mut attributes,
            ],
            &mut NoAdditional,
        )?;
        let (
            Some(id),
            Some(sku),
            Some(title),
            Some(unit_price),
            Some(quantity),
            Some(in_stock),
            Some(tags),
            Some(ratings),
            Some(dimensions),
            Some(attributes),
        ) = (
            id, sku, title, unit_price, quantity, in_stock, tags, ratings, dimensions, attributes,
        )
        else {
            return Err(input.incomplete());
        };
        Ok(Self {
            id,
            sku,
            title,
            description,
            unit_price,
            quantity,
            in_stock,
            discontinued_on,
            tags,
            ratings,
            dimensions,
            attributes,
        })
    }
}

static DIMENSIONS_SHAPE: Shape = Shape::new(
    "Dimensions",
    &[
        Field::Required("width"),
        Field::Required("height"),
        Field::Optional("depth"),
        Field::Required("unit"),
    ],
);

impl Model for Dimensions {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(
            &DIMENSIONS_SHAPE,
            &[&self.width, &self.height, &self.depth, &self.unit],
            &NoAdditional,
        );
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut width = None;
        let mut height = None;
        let mut depth = None;
        let mut unit = None;
        input.object(
            &DIMENSIONS_SHAPE,
            &mut [&mut width, &mut height, &mut depth, &mut unit],
            &mut NoAdditional,
        )?;
        let (Some(width), Some(height), Some(unit)) = (width, height, unit) else {
            return Err(input.incomplete());
        };
        Ok(Self {
            width,
            height,
            depth,
            unit,
        })
    }
}
