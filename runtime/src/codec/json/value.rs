//! Reads whatever is there into a [`Value`].

use super::read::JsonReader;
use crate::codec::error::{DecodeError, Kind};
use crate::codec::reader::Fields;
use crate::value::{Map, Number, Value};

impl JsonReader<'_> {
    /// Reads one value; recursion is bounded by the depth limit.
    pub(crate) fn value(&mut self) -> Result<Value, DecodeError> {
        Ok(match self.kind()? {
            Kind::Null => self.literal("null").map(|()| Value::Null)?,
            Kind::Boolean => Value::Bool(self.bool()?),
            Kind::Integer | Kind::Number => {
                Value::Number(Number::from_token(self.number(Kind::Number)?))
            }
            Kind::String => Value::String(self.string()?.into_owned()),
            Kind::Array => Value::Array(self.items()?),
            Kind::Object => Value::Object(self.entries()?),
        })
    }

    fn items(&mut self) -> Result<Vec<Value>, DecodeError> {
        self.begin_array()?;
        let (mut items, mut started) = (Vec::new(), false);
        while self.next_element(&mut started)? {
            items.push(self.value()?);
        }
        Ok(items)
    }

    fn entries(&mut self) -> Result<Map<Value>, DecodeError> {
        self.begin_object()?;
        let (mut entries, mut fields) = (Map::new(), Fields::unknown());
        while self.next_field(&mut fields)?.is_some() {
            let name = self.key()?.into_owned();
            let value = self.value()?;
            entries.insert(name, value);
        }
        Ok(entries)
    }
}
