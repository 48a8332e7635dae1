//! Documents and forms as text: the values of parameters with `content`, and forms whose fields have styles
//! (OAS 3.1 §4.8.15.1.1).

use crate::codec;
use crate::parameter::Parameter;
use crate::style::{self, Given, Pairs};
use crate::value::Value;

/// Writes the value of a parameter with `content` as a document.
pub(super) fn as_content(parameter: &Parameter, value: Value) -> Result<Value, String> {
    let Some(media_type) = parameter.content else {
        return Ok(value);
    };
    if !parameter.fields.is_empty() {
        return write_form(parameter.fields, &value).map(Value::String);
    }
    let bytes = codec::request::encode(&value, media_type).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "its document is not text".to_owned())?;
    Ok(Value::String(text))
}

/// Returns the text of a form.
pub(super) fn write_form(fields: &[Parameter], value: &Value) -> Result<String, String> {
    let Value::Object(entries) = value else {
        return Err("a form is an object".to_owned());
    };
    let mut form = String::new();
    for (name, value) in entries {
        let field = fields.iter().find(|field| field.name == name);
        push_field(&mut Pairs::of_query(&mut form), field, name, value)?;
    }
    Ok(form)
}

fn push_field(
    out: &mut Pairs<'_>,
    field: Option<&Parameter>,
    name: &str,
    value: &Value,
) -> Result<(), String> {
    let Some(field) = field else {
        let pairs = codec::form_pairs(name, value).map_err(|error| error.to_string())?;
        out.push(pairs.as_deref().unwrap_or_default());
        return Ok(());
    };
    if field.content.is_none() {
        return Ok(style::push_query(out, field, Given::Tree(value))?);
    }
    let items = match value {
        Value::Null => &[],
        Value::Array(items) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    for item in items {
        let text = as_content(field, item.clone())?;
        style::push_query(out, field, Given::Tree(&text))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Map;
    use crate::parameter::Style;

    #[test]
    fn fields_of_forms_have_styles() {
        static FIELDS: [Parameter; 4] = [
            Parameter::new("commas").explode(false),
            Parameter::new("deep").style(Style::DeepObject),
            Parameter::new("json").content("application/json"),
            Parameter::new("path").allow_reserved(),
        ];
        let list = Value::Array(vec!["a b".into(), "c&d".into()]);
        let object = Value::Object(Map::from_iter([("x".to_owned(), Value::from(1))]));
        let entries = [
            ("plain", list.clone()),
            ("commas", list.clone()),
            ("deep", object.clone()),
            ("json", Value::Array(vec![object, "t".into()])),
            ("path", Value::from("/a?b&c")),
            ("absent", Value::Null),
        ];
        let entries = entries.map(|(name, value)| (name.to_owned(), value));
        let form = write_form(&FIELDS, &Value::Object(Map::from_iter(entries))).unwrap();
        let expect = "plain=a+b&plain=c%26d&commas=a%20b,c%26d&deep%5Bx%5D=1\
            &json=%7B%22x%22%3A1%7D&json=%22t%22&path=/a?b%26c";
        assert_eq!(form, expect);
        assert!(write_form(&FIELDS, &list).is_err());
    }

    #[test]
    fn a_document_can_be_such_a_form() {
        static FIELDS: Parameter = Parameter::new("q")
            .content("application/x-www-form-urlencoded")
            .fields(&[Parameter::new("tags").explode(false)]);
        let list = Value::Array(vec!["a".into(), "b".into()]);
        let value = Value::Object(Map::from_iter([("tags".to_owned(), list)]));
        assert_eq!(as_content(&FIELDS, value), Ok(Value::from("tags=a,b")));
    }
}
