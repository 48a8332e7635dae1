//! Writes an operation's request. Parameters and body come in one by one, a checked request with
//! an absolute URL comes out. Nothing is sent; the first problem is remembered and reported at the
//! end.

mod finish;
mod header;
mod path;

use std::fmt;
use std::sync::Arc;

use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::Value;
use crate::body::Body;
use crate::client::Shared;
use crate::codec::{self, Field, Format, MediaType, Model};
use crate::error::{Error, ErrorKind, Site};
use crate::multipart::Multipart;
use crate::operation::OperationInfo;
use crate::parameter::{Parameter, Style};
use crate::style::{self, Encode, Flat, NoForm};
use crate::uri::percent;

pub(crate) use finish::Prepared;
use path::Path;

/// A request that is being written.
pub struct RequestWriter {
    info: &'static OperationInfo,
    shared: Arc<Shared>,
    site: Site,
    path: Path,
    query: String,
    headers: HeaderMap,
    cookies: Vec<String>,
    body: Body,
    error: Option<Error>,
}

#[derive(Clone, Copy)]
enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

impl RequestWriter {
    pub(crate) fn new(info: &'static OperationInfo, shared: &Arc<Shared>) -> Self {
        Self {
            info,
            shared: Arc::clone(shared),
            site: shared.site(Some(info.id)),
            path: Path::default(),
            query: String::new(),
            headers: HeaderMap::new(),
            cookies: Vec::new(),
            body: Body::default(),
            error: None,
        }
    }

    /// Writes fixed text of the path template.
    pub fn path_text(&mut self, text: &str) {
        if let Err(problem) = self.path.push_text(text) {
            self.fail(ErrorKind::InvalidParameter, problem);
        }
    }

    /// Writes a path parameter.
    pub fn path<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put(Place::Path, parameter, codec::to_value(value));
    }

    /// Writes a query parameter.
    pub fn query<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put(Place::Query, parameter, codec::to_value(value));
    }

    /// Writes a query parameter if it is there.
    pub fn query_optional<T: Model>(&mut self, parameter: &Parameter, value: &Option<T>) {
        if let Some(value) = value {
            self.query(parameter, value);
        }
    }

    /// Writes a header parameter.
    pub fn header<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put(Place::Header, parameter, codec::to_value(value));
    }

    /// Writes a header parameter if it is there.
    pub fn header_optional<T: Model>(&mut self, parameter: &Parameter, value: &Option<T>) {
        if let Some(value) = value {
            self.header(parameter, value);
        }
    }

    /// Writes a cookie parameter.
    pub fn cookie<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put(Place::Cookie, parameter, codec::to_value(value));
    }

    /// Writes a cookie parameter if it is there.
    pub fn cookie_optional<T: Model>(&mut self, parameter: &Parameter, value: &Option<T>) {
        if let Some(value) = value {
            self.cookie(parameter, value);
        }
    }

    /// Writes the body in a media type, which becomes the `Content-Type` as it is. What stands for
    /// many media types becomes the most general one of them.
    pub fn body<T: Model>(&mut self, media_type: &'static str, value: &T) {
        self.put_body(media_type, codec::encode(value, media_type));
    }

    /// The same for a body whose root element in XML is named as `root` says; arrays by the element
    /// around all items.
    pub fn body_as<T: Model>(&mut self, media_type: &'static str, root: &'static Field, value: &T) {
        self.put_body(media_type, codec::encode_as(value, media_type, root));
    }

    /// Sends a body as it is, in a media type that becomes the `Content-Type`. What stands for many
    /// media types becomes the most general one of them.
    pub fn body_stream(&mut self, media_type: &'static str, body: &Body) {
        self.set_body(concrete(media_type), body.clone());
    }

    /// Sends parts in a media type that is `multipart/..`.
    pub fn multipart(&mut self, media_type: &'static str, parts: &Multipart) {
        match parts.write(media_type) {
            Ok((content_type, body)) => self.set_body(&content_type, joined(body)),
            Err(problem) => {
                let message = format!("the body cannot be written as {media_type}: {problem}");
                self.fail(ErrorKind::Encode, message);
            }
        }
    }

    /// Asks for a media type other than the first declared one.
    pub fn accept(&mut self, media_type: &str) {
        match HeaderValue::from_str(media_type) {
            Ok(value) => drop(self.headers.insert(ACCEPT, value)),
            Err(_) => self.fail(
                ErrorKind::InvalidParameter,
                "the media type to accept is invalid",
            ),
        }
    }

    fn put_body(&mut self, media_type: &'static str, body: Result<Vec<u8>, codec::EncodeError>) {
        match body {
            Ok(body) => self.set_body(concrete(media_type), body.into()),
            Err(error) => {
                let message = format!("the body cannot be written as {media_type}: {error}");
                let error = self
                    .site
                    .error(ErrorKind::Encode, message)
                    .with_source(error);
                self.error.get_or_insert(error);
            }
        }
    }

    fn set_body(&mut self, content_type: &str, body: Body) {
        match HeaderValue::from_str(content_type) {
            Ok(content_type) => {
                self.body = body;
                self.headers.insert(CONTENT_TYPE, content_type);
            }
            Err(_) => self.fail(ErrorKind::Encode, "the body's media type is invalid"),
        }
    }

    fn put(
        &mut self,
        place: Place,
        parameter: &Parameter,
        value: Result<Value, codec::EncodeError>,
    ) {
        let written = value.map_err(|error| error.to_string()).and_then(|value| {
            let value = as_content(parameter, value)?;
            self.put_value(place, parameter, &value)
                .map_err(str::to_owned)
        });
        if let Err(problem) = written {
            let message = format!(
                "the parameter `{}` cannot be sent: {problem}",
                parameter.name
            );
            self.fail(ErrorKind::InvalidParameter, message);
        }
    }

    fn put_value(
        &mut self,
        place: Place,
        parameter: &Parameter,
        value: &Value,
    ) -> Result<(), NoForm> {
        match place {
            Place::Path => self.path.push_parameter(parameter, &Flat::new(value)?),
            Place::Query => self.put_query(parameter, value),
            Place::Header => header::put(&mut self.headers, parameter, &Flat::new(value)?),
            Place::Cookie => {
                self.cookies
                    .extend(cookie_pairs(parameter, &Flat::new(value)?)?);
                Ok(())
            }
        }
    }

    fn put_query(&mut self, parameter: &Parameter, value: &Value) -> Result<(), NoForm> {
        for pair in query_pairs(parameter, value)? {
            push_query(&mut self.query, &pair);
        }
        Ok(())
    }

    fn fail(&mut self, kind: ErrorKind, message: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(self.site.error(kind, message));
        }
    }
}

/// Shows no values: they may be secrets.
impl fmt::Debug for RequestWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestWriter")
            .field("operation", &self.info.id)
            .finish_non_exhaustive()
    }
}

/// A small body of several pieces in memory is sent as one, within the times of whole bodies.
fn joined(body: Body) -> Body {
    const SMALL: u64 = 1024 * 1024;
    if body.length().is_none_or(|length| length > SMALL) {
        return body;
    }
    body.to_bytes().map_or(body, Body::from)
}

/// A body has one media type, also where the description allows a range of them.
fn concrete(media_type: &str) -> &str {
    match MediaType::parse(media_type) {
        Some(range) if range.is_range() && range.format() == Format::Text => {
            "text/plain; charset=utf-8"
        }
        Some(range) if range.is_range() => "application/octet-stream",
        _ => media_type,
    }
}

/// Writes the value of a parameter with `content` as a document.
fn as_content(parameter: &Parameter, value: Value) -> Result<Value, String> {
    let Some(media_type) = parameter.content else {
        return Ok(value);
    };
    let bytes = codec::encode(&value, media_type).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "its document is not text".to_owned())?;
    Ok(Value::String(text))
}

fn query_pairs(parameter: &Parameter, value: &Value) -> Result<Vec<String>, NoForm> {
    let encode: Encode = if parameter.allow_reserved {
        percent::push_reserved
    } else {
        percent::push_component
    };
    let style = parameter.style_or(Style::Form);
    let name = parameter.name;
    if style == Style::DeepObject && parameter.content.is_none() {
        return style::deep_object(name, value, encode);
    }
    let flat = Flat::new(value)?;
    let explode = parameter.explodes(style);
    match style {
        Style::Form | Style::DeepObject => Ok(style::form(name, &flat, explode, encode)),
        Style::SpaceDelimited | Style::PipeDelimited if explode => {
            Ok(style::form(name, &flat, true, encode))
        }
        Style::SpaceDelimited => Ok(style::delimited(name, &flat, "%20", encode)),
        Style::PipeDelimited => Ok(style::delimited(name, &flat, "%7C", encode)),
        Style::Simple | Style::Label | Style::Matrix => Err("its style has no form in a query"),
    }
}

fn cookie_pairs(parameter: &Parameter, value: &Flat<'_>) -> Result<Vec<String>, NoForm> {
    match parameter.style_or(Style::Form) {
        Style::Form => {
            let explode = parameter.explodes(Style::Form);
            Ok(style::form(
                parameter.name,
                value,
                explode,
                percent::push_component,
            ))
        }
        Style::Simple
        | Style::Label
        | Style::Matrix
        | Style::SpaceDelimited
        | Style::PipeDelimited
        | Style::DeepObject => Err("its style has no form in a cookie"),
    }
}

fn push_query(query: &mut String, pair: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(pair);
}
