//! What generated code calls, and nobody else should: its contents may change with the generator.

pub use crate::codec::{
    Additional, Choice, DecodeError, Field, Model, NoAdditional, Property, Reader, Shape, Test,
    Writer, Xml, canonical, debug, number, parse_enum, scalar, show,
};
pub use crate::credential::{Credential, KeyPlace};
pub use crate::multipart::{PartInfo, WritePart};
pub use crate::operation::{MediaTypes, Operation, OperationInfo};
pub use crate::parameter::{Parameter, Style};
pub use crate::request::RequestWriter;
pub use crate::response::{ErrorAnswer, ResponseReader};
#[cfg(feature = "validate")]
pub use crate::validate::{JsonType, OperationRules, ParameterPlace, Rule, Rules, Validate};
pub use crate::{integer_enum, mixed_enum, model, number_enum, text_enum};

#[cfg(feature = "serde")]
pub use crate::serde::{Deserialize, Deserializer, Serialize, Serializer, deserialize, serialize};
