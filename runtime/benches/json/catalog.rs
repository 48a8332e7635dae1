//! Records of mixed fields.

use engross_runtime::Map;
use engross_runtime::private::{DecodeError, Field, Model, Reader, Shape, Writer};
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
    let cents = f64::from(i32::try_from(index * 7919 % 100_000).expect("a small number"));
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

static PRODUCT_FIELDS: [Field; 12] = [
    Field::new("id"),
    Field::new("sku"),
    Field::new("title"),
    Field::new("description"),
    Field::new("unitPrice"),
    Field::new("quantity"),
    Field::new("inStock"),
    Field::new("discontinuedOn"),
    Field::new("tags"),
    Field::new("ratings"),
    Field::new("dimensions"),
    Field::new("attributes"),
];
static PRODUCT_SHAPE: Shape = Shape::new("Product", &PRODUCT_FIELDS);

impl Model for Product {
    fn write(&self, out: &mut Writer<'_>) {
        out.begin_object(&PRODUCT_SHAPE);
        out.required(&PRODUCT_FIELDS[0], &self.id);
        out.required(&PRODUCT_FIELDS[1], &self.sku);
        out.required(&PRODUCT_FIELDS[2], &self.title);
        out.optional(&PRODUCT_FIELDS[3], &self.description);
        out.required(&PRODUCT_FIELDS[4], &self.unit_price);
        out.required(&PRODUCT_FIELDS[5], &self.quantity);
        out.required(&PRODUCT_FIELDS[6], &self.in_stock);
        out.optional(&PRODUCT_FIELDS[7], &self.discontinued_on);
        out.required(&PRODUCT_FIELDS[8], &self.tags);
        out.required(&PRODUCT_FIELDS[9], &self.ratings);
        out.required(&PRODUCT_FIELDS[10], &self.dimensions);
        out.required(&PRODUCT_FIELDS[11], &self.attributes);
        out.end_object();
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
        let mut fields = input.begin_object(&PRODUCT_SHAPE)?;
        while let Some(field) = input.next_field(&mut fields)? {
            match field {
                0 => id = Some(input.read()?),
                1 => sku = Some(input.read()?),
                2 => title = Some(input.read()?),
                3 => description = input.read_optional()?,
                4 => unit_price = Some(input.read()?),
                5 => quantity = Some(input.read()?),
                6 => in_stock = Some(input.read()?),
                7 => discontinued_on = input.read_optional()?,
                8 => tags = Some(input.read()?),
                9 => ratings = Some(input.read()?),
                10 => dimensions = Some(input.read()?),
                11 => attributes = Some(input.read()?),
                _ => input.skip()?,
            }
        }
        Ok(Self {
            id: input.require(id, &PRODUCT_FIELDS[0])?,
            sku: input.require(sku, &PRODUCT_FIELDS[1])?,
            title: input.require(title, &PRODUCT_FIELDS[2])?,
            description,
            unit_price: input.require(unit_price, &PRODUCT_FIELDS[4])?,
            quantity: input.require(quantity, &PRODUCT_FIELDS[5])?,
            in_stock: input.require(in_stock, &PRODUCT_FIELDS[6])?,
            discontinued_on,
            tags: input.require(tags, &PRODUCT_FIELDS[8])?,
            ratings: input.require(ratings, &PRODUCT_FIELDS[9])?,
            dimensions: input.require(dimensions, &PRODUCT_FIELDS[10])?,
            attributes: input.require(attributes, &PRODUCT_FIELDS[11])?,
        })
    }
}

static DIMENSIONS_FIELDS: [Field; 4] = [
    Field::new("width"),
    Field::new("height"),
    Field::new("depth"),
    Field::new("unit"),
];
static DIMENSIONS_SHAPE: Shape = Shape::new("Dimensions", &DIMENSIONS_FIELDS);

impl Model for Dimensions {
    fn write(&self, out: &mut Writer<'_>) {
        out.begin_object(&DIMENSIONS_SHAPE);
        out.required(&DIMENSIONS_FIELDS[0], &self.width);
        out.required(&DIMENSIONS_FIELDS[1], &self.height);
        out.optional(&DIMENSIONS_FIELDS[2], &self.depth);
        out.required(&DIMENSIONS_FIELDS[3], &self.unit);
        out.end_object();
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut width = None;
        let mut height = None;
        let mut depth = None;
        let mut unit = None;
        let mut fields = input.begin_object(&DIMENSIONS_SHAPE)?;
        while let Some(field) = input.next_field(&mut fields)? {
            match field {
                0 => width = Some(input.read()?),
                1 => height = Some(input.read()?),
                2 => depth = input.read_optional()?,
                3 => unit = Some(input.read()?),
                _ => input.skip()?,
            }
        }
        Ok(Self {
            width: input.require(width, &DIMENSIONS_FIELDS[0])?,
            height: input.require(height, &DIMENSIONS_FIELDS[1])?,
            depth,
            unit: input.require(unit, &DIMENSIONS_FIELDS[3])?,
        })
    }
}
