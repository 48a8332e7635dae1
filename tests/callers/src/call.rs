//! One call, as a judge describes it.

use engross_runtime::codec::{DecodeLimits, Model, decode};
use engross_runtime::{Body, Bytes, FilePart};
use serde_json::{Map, Value};

/// What separates the items of a list that a judge gives as one text.
const SEPARATORS: [char; 5] = [',', ' ', '|', '\t', '\n'];

/// One call: which operation of which client, with which values.
#[derive(Debug)]
pub struct Call(Map<String, Value>);

impl Call {
    pub(crate) fn parse(line: &str) -> Result<Self, String> {
        match serde_json::from_str(line) {
            Ok(Value::Object(call)) => Ok(Self(call)),
            Ok(_) => Err("a call is an object".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(crate) fn client(&self) -> &str {
        self.text("client").unwrap_or_default()
    }

    /// Method and path template, as in `GET /pets/{id}`.
    pub fn operation(&self) -> &str {
        self.text("operation").unwrap_or_default()
    }

    /// The server to call instead of the description's.
    pub fn server(&self) -> Option<&str> {
        self.text("server")
    }

    /// The media type of the body.
    pub fn media_type(&self) -> Option<&str> {
        self.0.get("body")?.get("media_type")?.as_str()
    }

    /// The media type that the answer is asked for in.
    pub fn accept(&self) -> Option<&str> {
        self.text("accept")
    }

    /// What is given to the method of the client's builder with this name; `*` stands for any.
    pub fn credential(&self, method: &str) -> Option<Vec<String>> {
        let credentials = self.0.get("credentials")?;
        let values = credentials.get(method).or_else(|| credentials.get("*"));
        let values = values?.as_array()?;
        let texts = values
            .iter()
            .map(|value| value.as_str().unwrap_or_default());
        Some(texts.map(ToOwned::to_owned).collect())
    }

    /// Returns the value of a parameter, where the call has one.
    pub fn argument<T: Model>(&self, place: &str, name: &str) -> Result<Option<T>, String> {
        let Some(values) = self.0.get(place).and_then(Value::as_object) else {
            return Ok(None);
        };
        let is_it =
            |key: &str| key == name || (place == "header" && key.eq_ignore_ascii_case(name));
        let value = values.iter().find(|(key, _)| is_it(key));
        let value = value.map(|(_, value)| read_leniently(value));
        value
            .transpose()
            .map_err(|error| format!("{place} `{name}`: {error}"))
    }

    /// Returns the value of a parameter that must be there.
    pub fn required<T: Model>(&self, place: &str, name: &str) -> Result<T, String> {
        let value = self.argument(place, name)?;
        value.ok_or_else(|| format!("the call has no {place} `{name}`"))
    }

    /// Returns the body, where the call has one.
    pub fn body<T: Model>(&self, media_type: &str) -> Result<Option<T>, String> {
        let Some(body) = self.0.get("body") else {
            return Ok(None);
        };
        let (bytes, media_type) = if let Some(json) = body.get("json") {
            (json.to_string().into_bytes(), "application/json")
        } else {
            let text = body.get("text").and_then(Value::as_str);
            let bytes = text.map_or_else(|| octets(body), |text| Ok(text.as_bytes().to_vec()))?;
            match media_type {
                // One item on each line is a list of items.
                "application/jsonl" => (lines(&bytes), "application/json"),
                _ => (bytes, media_type),
            }
        };
        let value = decode(&bytes, media_type, &DecodeLimits::default());
        value.map(Some).map_err(|error| format!("body: {error}"))
    }

    /// Returns the body as it travels, where the call has one.
    pub fn octets(&self) -> Result<Option<Body>, String> {
        let Some(body) = self.0.get("body") else {
            return Ok(None);
        };
        let bytes = match (body.get("json"), body.get("text").and_then(Value::as_str)) {
            (Some(json), _) => json.to_string().into_bytes(),
            (None, Some(text)) => text.as_bytes().to_vec(),
            (None, None) => octets(body)?,
        };
        let media_type = self.media_type().unwrap_or("application/octet-stream");
        Ok(Some(Body::from(Bytes::from(bytes)).media_type(media_type)))
    }

    /// Returns a part of the body that is no file, where the call has it.
    pub fn part<T: Model>(&self, name: &str) -> Result<Option<T>, String> {
        let parts = self.multipart("parts").and_then(Value::as_object);
        let mut parts = parts.into_iter().flatten();
        let value = parts.find(|(key, _)| is_same(key, name));
        value.map(|(_, value)| read_leniently(value)).transpose()
    }

    /// Returns a part of the body that is a file, where the call has it.
    pub fn file(&self, name: &str) -> Result<Option<FilePart>, String> {
        Ok(self.files(name)?.and_then(|files| files.into_iter().next()))
    }

    /// Returns the files of one name.
    pub fn files(&self, name: &str) -> Result<Option<Vec<FilePart>>, String> {
        let files = self.multipart("files").and_then(Value::as_array);
        let text = |file: &Value, key: &str| Some(file.get(key)?.as_str()?.to_owned());
        let of_name = files
            .into_iter()
            .flatten()
            .filter(|file| text(file, "fieldname").is_some_and(|field| is_same(&field, name)));
        let files: Result<Vec<FilePart>, String> = of_name
            .map(|file| {
                let bytes: Bytes = from_json(file.get("buffer").unwrap_or(&Value::Null))?;
                let mut part = FilePart::new(bytes);
                if let Some(name) = text(file, "originalname") {
                    part = part.named(name);
                }
                if let Some(media_type) = text(file, "mimetype") {
                    part = part.content_type(media_type);
                }
                Ok(part)
            })
            .collect();
        files.map(|files| (!files.is_empty()).then_some(files))
    }

    fn multipart(&self, key: &str) -> Option<&Value> {
        self.0.get("body")?.get("multipart")?.get(key)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Value::as_str)
    }
}

/// Whether a name on the wire became this name in Rust.
fn is_same(wire: &str, name: &str) -> bool {
    let letters = |text: &str| {
        text.replace(|c: char| !c.is_ascii_alphanumeric(), "")
            .to_lowercase()
    };
    letters(wire) == letters(name)
}

fn lines(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let items: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    format!("[{}]", items.join(",")).into_bytes()
}

/// Octets are base64 texts, which a model of octets reads.
fn octets(body: &Value) -> Result<Vec<u8>, String> {
    let text = body.get("base64").cloned().unwrap_or_else(|| "".into());
    let bytes: Result<Bytes, _> = from_json(&text);
    bytes.map(|bytes| bytes.to_vec())
}

/// Judges give parameters as they travel or as they are meant; the type tells which reading fits.
fn read_leniently<T: Model>(value: &Value) -> Result<T, String> {
    let first = match from_json(value) {
        Ok(read) => return Ok(read),
        Err(error) => error,
    };
    let others = match value {
        Value::String(text) => readings(text),
        other => vec![Value::String(other.to_string())],
    };
    let read = others.iter().find_map(|value| from_json(value).ok());
    read.ok_or(first)
}

/// What a text can mean: a scalar or a list of them.
fn readings(text: &str) -> Vec<Value> {
    let mut readings: Vec<Value> = serde_json::from_str(text).into_iter().collect();
    let separators = SEPARATORS
        .iter()
        .filter(|separator| text.contains(**separator));
    for separator in separators {
        let items = || text.split(*separator);
        readings.push(items().map(Value::from).collect());
        readings.push(
            items()
                .filter_map(|item| serde_json::from_str::<Value>(item).ok())
                .collect(),
        );
    }
    readings.push(Value::Array(vec![Value::from(text)]));
    readings
}

fn from_json<T: Model>(value: &Value) -> Result<T, String> {
    let text = value.to_string();
    let read = decode(
        text.as_bytes(),
        "application/json",
        &DecodeLimits::default(),
    );
    read.map_err(|error| error.to_string())
}
