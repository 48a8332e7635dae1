//! Writes an operation's request. Parameters and body come in one by one, a checked request with
//! an absolute URL comes out. Nothing is sent; the first problem is remembered and reported at the
//! end.

mod body;
mod check;
mod finish;
mod form;
mod header;
mod path;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::BytesMut;
use http::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};

use crate::Value;
use crate::answer::Ids;
use crate::body::Body;
use crate::client::Shared;
use crate::codec::{self, Format, Model, Writer};
use crate::error::{Error, ErrorKind, Site};
use crate::extras::Extras;
use crate::operation::OperationInfo;
use crate::parameter::{Parameter, Style};
use crate::style::{self, Encode, Flat, Given, NoForm, Pairs};
use crate::uri::percent;
use crate::uri::server::Origin;

pub(crate) use finish::Prepared;
use form::as_content;
pub(crate) use header::{header_name, header_value};
use path::Path;

/// Room for headers, those that transports add among them, before there must be more.
const HEADERS: usize = 12;

/// Why a parameter cannot be sent.
type Problem = Cow<'static, str>;

/// A request that is being written.
pub struct RequestWriter {
    info: &'static OperationInfo,
    shared: Arc<Shared>,
    site: Site,
    /// Where the server is; `None` where that is wrong, which is an error by then.
    origin: Option<Origin>,
    path: Path,
    /// Encoded, with `&` between pairs.
    query: String,
    headers: HeaderMap,
    /// The values of headers that are written here share one piece of memory, so that a copy of the
    /// request has none of its own.
    values: BytesMut,
    /// With `; ` between pairs.
    cookies: String,
    body: Body,
    ids: Ids,
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
        let (origin, path, error) = match shared.servers.of(info.server) {
            Ok(server) => (Some(server.origin.clone()), Path::below(&server.path), None),
            Err(problem) => {
                let error = site.error(ErrorKind::Configuration, problem);
                (None, Path::default(), Some(error))
            }
        };
        Self {
            info,
            shared: Arc::clone(shared),
            site,
            origin,
            path,
            query: String::new(),
            headers: HeaderMap::with_capacity(HEADERS),
            values: BytesMut::new(),
            cookies: String::new(),
            body: Body::default(),
            ids: Ids::new(info),
            is_authorized: false,
            has_extras: false,
            error,
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
        self.put_model(Place::Path, parameter, value);
    }

    /// Writes a query parameter.
    pub fn query<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put_model(Place::Query, parameter, value);
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
        self.put_model(Place::QueryString, parameter, value);
    }

    /// The same if it is there.
    pub fn query_string_optional<T: Model>(&mut self, parameter: &Parameter, value: &Option<T>) {
        if let Some(value) = value {
            self.query_string(parameter, value);
        }
    }

    /// Writes a header parameter.
    pub fn header<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put_model(Place::Header, parameter, value);
    }

    /// Writes a header parameter if it is there.
    pub fn header_optional<T: Model>(&mut self, parameter: &Parameter, value: &Option<T>) {
        if let Some(value) = value {
            self.header(parameter, value);
        }
    }

    /// Writes a cookie parameter.
    pub fn cookie<T: Model>(&mut self, parameter: &Parameter, value: &T) {
        self.put_model(Place::Cookie, parameter, value);
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
        for (name, value) in extras.headers() {
            self.ids.note(name.as_str(), value);
            self.headers.insert(name, value.clone());
        }
        for cookie in extras.cookies() {
            Pairs::of_cookie(&mut self.cookies).push(cookie);
        }
        Pairs::of_query(&mut self.query).push(extras.pairs());
    }

    fn put_model<T: Model>(&mut self, place: Place, parameter: &Parameter, value: &T) {
        let write = |out: &mut Writer<'_>| value.write(out);
        self.put(place, parameter, value.as_text(), &write);
    }

    /// Writes a parameter of which `text` is the value, or else what `write` writes.
    fn put(
        &mut self,
        place: Place,
        parameter: &Parameter,
        text: Option<&str>,
        write: &dyn Fn(&mut Writer<'_>),
    ) {
        let is_plain = self.info.rules.is_none() && parameter.content.is_none();
        let written = match text {
            Some(text) if is_plain => self
                .put_value(place, parameter, Given::Text(text))
                .map_err(Problem::from),
            _ if is_plain => self.put_plain(place, parameter, write),
            _ => self.put_tree(place, parameter, write),
        };
        if let Err(problem) = written {
            let message = format!(
                "the parameter `{}` cannot be sent: {problem}",
                parameter.name
            );
            self.fail(ErrorKind::InvalidParameter, message);
        }
    }

    /// Writes a value of which a scalar becomes text at once.
    fn put_plain(
        &mut self,
        place: Place,
        parameter: &Parameter,
        write: &dyn Fn(&mut Writer<'_>),
    ) -> Result<(), Problem> {
        let mut text = String::new();
        let value =
            codec::request::to_text_or_tree(write, &mut text).map_err(|error| error.to_string())?;
        let given = value.as_ref().map_or(Given::Text(&text), Given::Tree);
        Ok(self.put_value(place, parameter, given)?)
    }

    /// Writes a value that is checked first, or becomes a document.
    fn put_tree(
        &mut self,
        place: Place,
        parameter: &Parameter,
        write: &dyn Fn(&mut Writer<'_>),
    ) -> Result<(), Problem> {
        let value = codec::request::to_tree(write).map_err(|error| error.to_string())?;
        self.check_parameter(place, parameter, &value)?;
        let value = as_content(parameter, value)?;
        Ok(self.put_value(place, parameter, Given::Tree(&value))?)
    }

    fn put_value(
        &mut self,
        place: Place,
        parameter: &Parameter,
        value: Given<'_>,
    ) -> Result<(), NoForm> {
        match place {
            Place::Path => self.path.push_parameter(parameter, &value.flat()?),
            Place::Query => {
                style::push_query(&mut Pairs::of_query(&mut self.query), parameter, value)
            }
            Place::QueryString => self.put_query_string(parameter, value),
            Place::Header => {
                let header = header::write(&mut self.values, parameter, &value.flat()?)?;
                if let Some((name, value)) = header {
                    self.ids.note(parameter.name, &value);
                    self.headers.insert(name, value);
                }
                Ok(())
            }
            Place::Cookie => put_cookie(&mut self.cookies, parameter, &value.flat()?),
        }
    }

    /// The value is a document by now.
    fn put_query_string(&mut self, parameter: &Parameter, value: Given<'_>) -> Result<(), NoForm> {
        let document = match value {
            Given::Text(document) => document,
            Given::Tree(Value::String(document)) => document,
            Given::Tree(_) => return Err("the whole query is a document of some media type"),
        };
        let mut query = Pairs::of_query(&mut self.query);
        if parameter.content.and_then(Format::of) == Some(Format::Form) {
            query.push(document);
        } else {
            query.push(&percent::component(document));
        }
        Ok(())
    }

    #[cold]
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

fn put_cookie(cookies: &mut String, parameter: &Parameter, value: &Flat<'_>) -> Result<(), NoForm> {
    let mut out = Pairs::of_cookie(cookies);
    let name = parameter.name;
    match parameter.style_or(Style::Form) {
        Style::Form => {
            let explode = parameter.explodes(Style::Form);
            let encode: Encode = if parameter.allow_reserved {
                percent::push_reserved_cookie
            } else {
                percent::push_component
            };
            style::form(&mut out, name, value, explode, encode);
            Ok(())
        }
        Style::Cookie => style::cookie(&mut out, name, value, parameter.explodes(Style::Cookie)),
        Style::Simple
        | Style::Label
        | Style::DottedLabel
        | Style::Matrix
        | Style::SpaceDelimited
        | Style::PipeDelimited
        | Style::TabDelimited
        | Style::DeepObject => Err("its style has no form in a cookie"),
    }
}
