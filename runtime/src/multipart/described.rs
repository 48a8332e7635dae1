//! Parts as a description has them: a table of what it says of each, and a value for each row. Typed
//! values go in, parts come out; what is absent becomes no part, and a list one part for each item
//! (RFC 7578 §4.3, OAS 3.1 §4.8.15).

use super::{FilePart, Multipart, Part};
use crate::codec::{self, EncodeError, Model, Writer};
use crate::parameter::{Parameter, Style};
use crate::style::{self, Flat};
use crate::value::Value;

const JSON: &str = "application/json";
const TEXT: &str = "text/plain";

/// What a description says of one part, or of a header of the part before it.
///
/// ```
/// use engross_runtime::private::PartInfo;
///
/// static PARTS: [PartInfo; 2] =
///     [PartInfo::new("photo").content_type("image/png, image/jpeg"), PartInfo::header("X-Rate")];
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PartInfo {
    name: &'static str,
    content_type: Option<&'static str>,
    style: Option<Parameter>,
    is_header: bool,
    is_whole: bool,
    is_placed: bool,
}

/// A value that is sent as a part, as several, or as a header of a part.
pub trait WritePart {
    /// Adds what there is to add.
    fn write_part(&self, info: &PartInfo, headers: &[(&str, String)], parts: &mut Multipart);

    /// Returns the value of a header; files have none.
    fn header_value(&self) -> Result<Value, EncodeError> {
        Ok(Value::Null)
    }
}

impl PartInfo {
    /// Describes a part; in a body that is no form, its name is not sent.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            content_type: None,
            style: None,
            is_header: false,
            is_whole: false,
            is_placed: false,
        }
    }

    /// Describes a part that has a place and no name; errors call it by this one.
    pub const fn at(place: &'static str) -> Self {
        Self {
            is_placed: true,
            ..Self::new(place)
        }
    }

    /// Describes a header of the part before it.
    pub const fn header(name: &'static str) -> Self {
        Self {
            is_header: true,
            ..Self::new(name)
        }
    }

    /// Sets the media type, or those that it can have: the first is taken where a value has none.
    #[must_use]
    pub const fn content_type(mut self, media_types: &'static str) -> Self {
        self.content_type = Some(media_types);
        self
    }

    /// Writes the value as parameters of a query are, each pair as a part.
    #[must_use]
    pub const fn style(mut self, style: Style, explode: bool) -> Self {
        self.style = Some(Parameter::new(self.name).style(style).explode(explode));
        self
    }

    /// Makes a list one part, where it would be one for each item.
    #[must_use]
    pub const fn whole(mut self) -> Self {
        self.is_whole = true;
        self
    }

    /// The first media type that is one; a range is none.
    fn media_type(&self) -> Option<&'static str> {
        let mut all = self.content_type?.split(',').map(str::trim);
        all.find(|media_type| !media_type.is_empty() && !media_type.contains('*'))
    }
}

impl Multipart {
    /// Returns the parts that these values make, one row of the table for each.
    pub fn described(table: &[PartInfo], values: &[&dyn WritePart]) -> Self {
        let mut parts = Self::new();
        let mut rows = table.iter().zip(values).peekable();
        while let Some((info, value)) = rows.next() {
            let mut headers = Vec::new();
            while let Some((header, value)) = rows.next_if(|(row, _)| row.is_header) {
                match header_text(*value) {
                    Ok(text) => headers.extend(text.map(|text| (header.name, text))),
                    Err(problem) => parts.push(failed(info.name, &problem)),
                }
            }
            value.write_part(info, &headers, &mut parts);
        }
        parts
    }

    fn add(&mut self, part: Part, headers: &[(&str, String)]) {
        let with = |part: Part, (name, value): &(&str, String)| part.header(name, value);
        self.push(headers.iter().fold(part, with));
    }

    /// Adds what is no file. Not generic: compiled once.
    fn add_value(
        &mut self,
        info: &PartInfo,
        headers: &[(&str, String)],
        write: &dyn Fn(&mut Writer<'_>),
    ) {
        let value = match codec::request::to_tree(write) {
            Ok(value) => value,
            Err(error) => return self.push(failed(info.name, &error.to_string())),
        };
        if let Some(style) = &info.style {
            return self.add_pairs(style, headers, &value);
        }
        match &value {
            Value::Null => {}
            Value::Array(items) if !info.is_whole => {
                for item in items.iter().filter(|item| !item.is_null()) {
                    self.add(part(info, item, &|out| out.value(item)), headers);
                }
            }
            value => self.add(part(info, value, write), headers),
        }
    }

    fn add_pairs(&mut self, style: &Parameter, headers: &[(&str, String)], value: &Value) {
        match style::plain_pairs(style, value) {
            Ok(pairs) => {
                for (name, text) in pairs {
                    self.add(Part::new(name, text), headers);
                }
            }
            Err(problem) => self.push(failed(style.name, problem)),
        }
    }
}

/// Makes one part. Without a word of the description a scalar is plain text, which needs no header,
/// and everything else is JSON.
fn part(info: &PartInfo, value: &Value, write: &dyn Fn(&mut Writer<'_>)) -> Part {
    let is_nested = matches!(value, Value::Array(_) | Value::Object(_));
    let said = info.media_type();
    let media_type = said.unwrap_or(if is_nested { JSON } else { TEXT });
    // Bytes that are a text by their schema (`format: byte`) are that text, in lists and alone.
    let as_text = |out: &mut Writer<'_>| out.value(value);
    let write = if said.is_some() || is_nested {
        write
    } else {
        &as_text
    };
    match codec::request::encode_with(media_type, write) {
        Ok(bytes) => {
            let part = Part::new(info.name, bytes);
            if said.is_some() || is_nested {
                part.content_type(media_type)
            } else {
                part
            }
        }
        Err(error) => {
            let problem = format!("it cannot be written as {media_type}: {error}");
            failed(info.name, &problem)
        }
    }
}

fn header_text(value: &dyn WritePart) -> Result<Option<String>, String> {
    let value = value.header_value().map_err(|error| error.to_string())?;
    let flat = Flat::new(&value)?;
    if matches!(flat, Flat::Absent) {
        return Ok(None);
    }
    let mut text = String::new();
    style::simple(&mut text, &flat, false, style::push_raw);
    Ok(Some(text))
}

fn failed(name: &str, problem: &str) -> Part {
    Part::new(name, "").fail(problem)
}

impl<T: Model> WritePart for T {
    fn write_part(&self, info: &PartInfo, headers: &[(&str, String)], parts: &mut Multipart) {
        parts.add_value(info, headers, &|out| self.write(out));
    }

    fn header_value(&self) -> Result<Value, EncodeError> {
        codec::to_value(self)
    }
}

impl WritePart for FilePart {
    fn write_part(&self, info: &PartInfo, headers: &[(&str, String)], parts: &mut Multipart) {
        let mut file = self.clone();
        if file.content_type.is_none() {
            file.content_type = info.media_type().map(str::to_owned);
        }
        let part = Part::file(info.name, file);
        // What has no name is not called after its place.
        let is_nameless = info.is_placed && self.name.is_none();
        let part = if is_nameless {
            part.without_file_name()
        } else {
            part
        };
        parts.add(part, headers);
    }
}

/// Writes what may be absent, and each of several. For models the codec does so; an implementation
/// for all parts would stand against theirs.
macro_rules! write_parts {
    ($part:ty) => {
        impl WritePart for Option<$part> {
            fn write_part(
                &self,
                info: &PartInfo,
                headers: &[(&str, String)],
                parts: &mut Multipart,
            ) {
                if let Some(part) = self {
                    part.write_part(info, headers, parts);
                }
            }
        }

        impl WritePart for Option<Vec<$part>> {
            fn write_part(
                &self,
                info: &PartInfo,
                headers: &[(&str, String)],
                parts: &mut Multipart,
            ) {
                if let Some(all) = self {
                    all.write_part(info, headers, parts);
                }
            }
        }

        impl WritePart for Vec<$part> {
            fn write_part(
                &self,
                info: &PartInfo,
                headers: &[(&str, String)],
                parts: &mut Multipart,
            ) {
                for part in self {
                    part.write_part(info, headers, parts);
                }
            }
        }
    };
}

write_parts!(FilePart);
write_parts!(Multipart);

/// Several parts in one, in the media type that the description says.
impl WritePart for Multipart {
    fn write_part(&self, info: &PartInfo, headers: &[(&str, String)], parts: &mut Multipart) {
        let part = match self.write(info.media_type().unwrap_or("multipart/mixed")) {
            Ok((content_type, body)) => Part::new(info.name, body).content_type(&content_type),
            Err(problem) => failed(info.name, &problem),
        };
        parts.add(part, headers);
    }
}
