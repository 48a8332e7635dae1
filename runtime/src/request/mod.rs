//! Writes an operation's request. Parameters and body come in one by one, a checked request with
//! an absolute URL comes out. Nothing is sent; the first problem is remembered and reported at the
//! end.

mod body;
mod check;
mod finish;
mod header;
mod path;

use std::fmt;
use std::sync::Arc;

use http::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};

use crate::Value;
use crate::body::Body;
use crate::client::Shared;
use crate::codec::{self, Format, Model};
use crate::error::{Error, ErrorKind, Site};
use crate::extras::Extras;
use crate::operation::OperationInfo;
use crate::parameter::{Parameter, Style};
use crate::style::{self, Flat, NoForm};
use crate::uri::percent;

pub(crate) use finish::Prepared;
pub(crate) use header::{header_name, header_value};
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
    /// Whether the caller gave an `Authorization` for this call.
    is_authorized: bool,
    /// Whether the caller gave headers for this call, any of which may be a secret.
    has_extras: bool,
    error: Option<Error>,
}

#[derive(Clone, Copy)]
enum Place {
    Path,
    Query,
    QueryString,
    Header,
    Cookie,
}

impl RequestWriter {
    pub(crate) fn new(info: &'static OperationInfo, shared: &Arc<Shared>, site: Site) -> Self {
        Self {
            info,
            shared: Arc::clone(shared),
            site,
            path: Path::default(),
            query: String::new(),
            headers: HeaderMap::new(),
            cookies: Vec::new(),
            body: Body::default(),
            is_authorized: false,
            has_extras: false,
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

    /// Writes a document as the whole query (OAS 3.2 §4.12.1): a form as it is, any other one as one
    /// component.
    pub fn query_string<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put(Place::QueryString, parameter, codec::to_value(value));
    }

    /// The same if it is there.
    pub fn query_string_optional<T: Model>(&mut self, parameter: &Parameter, value: &Option<T>) {
        if let Some(value) = value {
            self.query_string(parameter, value);
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

    /// Adds what the caller gave for this call alone.
    pub(crate) fn add_extras(&mut self, extras: &Extras) {
        if let Some(problem) = extras.problem() {
            self.fail(ErrorKind::InvalidParameter, problem);
        }
        self.is_authorized = extras.headers().contains_key(AUTHORIZATION);
        self.has_extras = !extras.headers().is_empty();
        self.headers.extend(extras.headers().clone());
        self.cookies.extend_from_slice(extras.cookies());
        push_query(&mut self.query, extras.pairs());
    }

    fn put(
        &mut self,
        place: Place,
        parameter: &Parameter,
        value: Result<Value, codec::EncodeError>,
    ) {
        let written = value.map_err(|error| error.to_string()).and_then(|value| {
            self.check_parameter(place, parameter, &value)?;
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
            Place::QueryString => self.put_query_string(parameter, value),
            Place::Header => header::put(&mut self.headers, parameter, &Flat::new(value)?),
            Place::Cookie => {
                self.cookies
                    .extend(cookie_pairs(parameter, &Flat::new(value)?)?);
                Ok(())
            }
        }
    }

    fn put_query(&mut self, parameter: &Parameter, value: &Value) -> Result<(), NoForm> {
        for pair in style::query_pairs(parameter, value)? {
            push_query(&mut self.query, &pair);
        }
        Ok(())
    }

    /// The value is a document by now.
    fn put_query_string(&mut self, parameter: &Parameter, value: &Value) -> Result<(), NoForm> {
        let Value::String(document) = value else {
            return Err("the whole query is a document of some media type");
        };
        if parameter.content.and_then(Format::of) == Some(Format::Form) {
            push_query(&mut self.query, document);
        } else {
            push_query(&mut self.query, &percent::component(document));
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

/// Writes the value of a parameter with `content` as a document.
fn as_content(parameter: &Parameter, value: Value) -> Result<Value, String> {
    let Some(media_type) = parameter.content else {
        return Ok(value);
    };
    let bytes = codec::encode(&value, media_type).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "its document is not text".to_owned())?;
    Ok(Value::String(text))
}

fn cookie_pairs(parameter: &Parameter, value: &Flat<'_>) -> Result<Vec<String>, NoForm> {
    match parameter.style_or(Style::Form) {
        Style::Form => {
            let explode = parameter.explodes(Style::Form);
            let encode = percent::push_component;
            Ok(style::form(parameter.name, value, explode, encode))
        }
        Style::Cookie => style::cookie(parameter.name, value, parameter.explodes(Style::Cookie)),
        Style::Simple
        | Style::Label
        | Style::DottedLabel
        | Style::Matrix
        | Style::SpaceDelimited
        | Style::PipeDelimited
        | Style::DeepObject => Err("its style has no form in a cookie"),
    }
}

fn push_query(query: &mut String, pair: &str) {
    if !query.is_empty() && !pair.is_empty() {
        query.push('&');
    }
    query.push_str(pair);
}
