//! Writes one parameter after the other, for judges that compare how clients write them.
//!
//! In: on each line a JSON object with `in`, `style`, `explode` and `value`. Out: for each the part of
//! the request that the parameter `id` became, as JSON text, or null where it cannot be sent.

use std::io::{BufRead as _, Write as _};

use engross_runtime::codec::{DecodeLimits, decode};
use engross_runtime::private::{
    Operation, OperationInfo, Parameter, RequestWriter, ResponseReader, Style,
};
use engross_runtime::{Bytes, Client, Error, Map, Value, http};
static GET: OperationInfo = OperationInfo::new("get", "GET", "/");

/// An operation with one parameter.
struct Get {
    place: String,
    parameter: Parameter,
    value: Value,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder("https://api.test").build()?;
    let limits = DecodeLimits::default();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        // Read by the codec, which keeps the order of names.
        let case: Map<Value> = decode(line?.as_bytes(), "application/json", &limits)?;
        let get = Get::new(&case);
        let sent = client.request(&get).ok();
        let part = sent.and_then(|request| get.part(&request));
        writeln!(out, "{}", serde_json::Value::from(part))?;
    }
    Ok(())
}

impl Get {
    fn new(case: &Map<Value>) -> Self {
        let text = |key| case.get(key).and_then(Value::as_str).unwrap_or_default();
        let explode = case.get("explode").and_then(Value::as_bool);
        let parameter = Parameter::new("id").style(style(text("style")));
        Self {
            place: text("in").to_owned(),
            parameter: parameter.explode(explode.unwrap_or_default()),
            value: case.get("value").cloned().unwrap_or(Value::Null),
        }
    }

    /// What the parameter became: a segment, a query, a header's or a cookie's value.
    fn part(&self, request: &http::Request<Bytes>) -> Option<String> {
        let header = |name| std::str::from_utf8(request.headers().get(name)?.as_bytes()).ok();
        let part = match self.place.as_str() {
            "path" => request.uri().path().strip_prefix("/a/"),
            "query" => Some(request.uri().query().unwrap_or_default()),
            "header" => header("id"),
            _ => header("cookie"),
        };
        part.map(ToOwned::to_owned)
    }
}

impl Operation for Get {
    type Output = Value;

    fn info(&self) -> &'static OperationInfo {
        &GET
    }

    fn write(&self, request: &mut RequestWriter) {
        request.path_text("/a");
        match self.place.as_str() {
            "path" => {
                request.path_text("/");
                request.path(&self.parameter, &self.value);
            }
            "query" => request.query(&self.parameter, &self.value),
            "header" => request.header(&self.parameter, &self.value),
            _ => request.cookie(&self.parameter, &self.value),
        }
    }

    fn read(response: &ResponseReader<'_>) -> Result<Value, Error> {
        response.body()
    }
}

fn style(name: &str) -> Style {
    match name {
        "label" => Style::Label,
        "matrix" => Style::Matrix,
        "form" => Style::Form,
        "spaceDelimited" => Style::SpaceDelimited,
        "pipeDelimited" => Style::PipeDelimited,
        "deepObject" => Style::DeepObject,
        _ => Style::Simple,
    }
}
