//! What stands for a property that did not come, and the places of errors.

use super::{Backend, Reader};
use crate::codec::error::{DecodeError, DecodeReason};
use crate::codec::model::Model;
use crate::codec::table::Property;
use crate::codec::xml::XmlReader;

impl Reader<'_> {
    /// The error of a required property that is still missing though its object was read.
    #[cold]
    pub fn incomplete(&self) -> DecodeError {
        self.error(DecodeReason::MissingField { name: "" })
    }

    #[cold]
    pub(crate) fn absent<T: Model>(&self, field: &Property) -> Result<T, DecodeError> {
        let value = if self.omits(field) {
            T::omitted()
        } else {
            None
        };
        match value {
            Some(value) => Ok(value),
            None => Err(self.missing(field)),
        }
    }

    /// Whether the format leaves out a field that has an empty array or a null for a value.
    fn omits(&self, field: &Property) -> bool {
        match &self.0 {
            Backend::Json(_) | Backend::Plain(_) => false,
            Backend::Tree(tree) => tree.is_lenient(),
            Backend::Xml(_) => XmlReader::omits(field),
        }
    }

    fn missing(&self, field: &Property) -> DecodeError {
        self.behind(DecodeReason::MissingField { name: field.name })
    }

    /// Returns an error about what is missing in the object or array that was just read.
    #[cold]
    pub(crate) fn behind(&self, reason: DecodeReason) -> DecodeError {
        match &self.0 {
            // The closing brace or bracket stands just before the cursor.
            Backend::Json(json) => DecodeError::at(reason, json.offset().saturating_sub(1)),
            Backend::Tree(tree) => tree.error(reason),
            Backend::Xml(xml) => xml.error(reason),
            Backend::Plain(_) => DecodeError::new(reason),
        }
    }

    /// Returns an error at the value ahead.
    pub(crate) fn error(&self, reason: DecodeReason) -> DecodeError {
        match &self.0 {
            Backend::Json(json) => DecodeError::at(reason, json.offset()),
            Backend::Tree(tree) => tree.error(reason),
            Backend::Xml(xml) => xml.error(reason),
            Backend::Plain(_) => DecodeError::new(reason),
        }
    }
}
