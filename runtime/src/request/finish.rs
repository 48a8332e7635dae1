//! Turns a written request into one that can be sent: credentials, ids and defaults are added here,
//! once per call, so that every attempt of it is the same.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, COOKIE, HeaderValue};
use http::uri::{Parts, PathAndQuery};
use http::{Method, Request, Uri};

use super::RequestWriter;
use super::header::{described_name, described_value};
use crate::answer::Ids;
use crate::body::Body;
use crate::client::Shared;
use crate::credential::Placed;
use crate::error::{Error, ErrorKind, Site};
use crate::operation::OperationInfo;
use crate::random;
use crate::retry::is_idempotent;
use crate::style::Pairs;
use crate::uri::server::Origin;

/// A request that is ready, and what must be known while it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub(crate) site: Site,
    pub(crate) request: Request<Body>,
    /// The media type asked for.
    pub(crate) accept: Option<HeaderValue>,
    pub(crate) ids: Ids,
    /// Whether sending it twice does no more than sending it once.
    pub(crate) repeatable: bool,
    /// Whether it holds what no other origin may see.
    pub(crate) has_credentials: bool,
}

impl RequestWriter {
    /// Returns the media type asked for.
    pub(crate) fn accepted(&self) -> Option<HeaderValue> {
        let chosen = self.headers.get(ACCEPT).cloned();
        chosen.or_else(|| described_value(self.info.accepts.first()?))
    }

    /// Asks for the sequences that the operation can answer with, unless the caller chose one.
    pub(crate) fn accept_sequence(&mut self) {
        if !self.info.streams.is_empty() && !self.headers.contains_key(ACCEPT) {
            let all = self.info.streams.join(", ");
            self.accept(&all);
        }
    }

    /// Adds what the client adds, and returns the first problem if there was one.
    pub(crate) fn finish(mut self) -> Result<Prepared, Error> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let accept = self.add_accept()?;
        let mut has_credentials = self.has_extras || !self.cookies.is_empty();
        has_credentials |= self.headers.values().any(HeaderValue::is_sensitive);
        has_credentials |= self.add_credentials()?;
        self.add_ids()?;
        self.add_cookies()?;
        self.into_prepared(accept, has_credentials)
    }

    fn into_prepared(
        self,
        accept: Option<HeaderValue>,
        has_credentials: bool,
    ) -> Result<Prepared, Error> {
        let (info, site) = (self.info, self.site);
        let path = self.path.finish();
        let path = path.map_err(|problem| site.error(ErrorKind::InvalidParameter, problem))?;
        let mut request = Request::new(self.body);
        *request.method_mut() = Method::from_bytes(info.method.as_bytes())
            .map_err(|_| site.error(ErrorKind::Configuration, "the method is not valid"))?;
        *request.uri_mut() = uri(self.origin, path, &self.query)
            .ok_or_else(|| site.error(ErrorKind::InvalidParameter, "the URL is too long"))?;
        *request.headers_mut() = self.headers;
        let repeatable = self.ids.request.is_some() || is_idempotent(request.method());
        Ok(Prepared {
            site,
            request,
            accept,
            ids: self.ids,
            repeatable,
            has_credentials,
        })
    }

    /// Asks for the first media type unless another one was chosen, and returns what is asked for.
    fn add_accept(&mut self) -> Result<Option<HeaderValue>, Error> {
        if let Some(chosen) = self.headers.get(ACCEPT) {
            return Ok(Some(chosen.clone()));
        }
        let Some(first) = self.info.accepts.first() else {
            return Ok(None);
        };
        let Some(accept) = described_value(first) else {
            let message = "a declared media type is invalid";
            return Err(self.site.error(ErrorKind::Configuration, message));
        };
        self.headers.insert(ACCEPT, accept.clone());
        Ok(Some(accept))
    }

    /// Adds the credentials of one alternative and tells whether there were any.
    fn add_credentials(&mut self) -> Result<bool, Error> {
        let schemes = choose(self.info, &self.shared, usize::from(self.is_authorized))
            .map_err(|message| self.site.error(ErrorKind::MissingCredential, message))?;
        for scheme in schemes {
            match self.shared.credential(scheme) {
                // The caller's own word for this call counts.
                Some(Placed::Header(AUTHORIZATION, _)) if self.is_authorized => {}
                Some(Placed::Header(name, value)) => {
                    self.headers.insert(name.clone(), value.clone());
                }
                Some(Placed::Query(pair)) => Pairs::of_query(&mut self.query).push(pair),
                Some(Placed::Cookie(pair)) => Pairs::of_cookie(&mut self.cookies).push(pair),
                None => {}
            }
        }
        Ok(!schemes.is_empty())
    }

    /// Makes up the idempotency key and the correlation id if the caller gave none.
    fn add_ids(&mut self) -> Result<(), Error> {
        if self.ids.request.is_none() {
            self.add_id(self.info.idempotency_key)?;
        }
        if self.ids.correlation.is_none() {
            self.add_id(self.info.correlation_id)?;
        }
        Ok(())
    }

    fn add_id(&mut self, role: Option<&'static str>) -> Result<(), Error> {
        let Some(role) = role else { return Ok(()) };
        self.make_id(role)
            .map_err(|message| self.site.error(ErrorKind::Configuration, message))
    }

    fn make_id(&mut self, role: &'static str) -> Result<(), &'static str> {
        let name =
            described_name(role).ok_or("the header of an id has a name that is not valid")?;
        let id = random::uuid().ok_or("the system has no randomness to make an id of")?;
        let id = HeaderValue::try_from(id).map_err(|_| "the id is not valid")?;
        self.ids.note(role, &id);
        self.headers.insert(name, id);
        Ok(())
    }

    fn add_cookies(&mut self) -> Result<(), Error> {
        if self.cookies.is_empty() {
            return Ok(());
        }
        let cookies = std::mem::take(&mut self.cookies);
        let mut value = HeaderValue::try_from(cookies).map_err(|_| {
            self.site
                .error(ErrorKind::InvalidParameter, "the cookies are not valid")
        })?;
        value.set_sensitive(true);
        self.headers.insert(COOKIE, value);
        Ok(())
    }
}

/// Chooses the first alternative of security schemes that all have credentials. That none are
/// needed counts only where no alternative is complete; and then so many as are `given` for the
/// call may be missing.
fn choose(
    info: &'static OperationInfo,
    shared: &Shared,
    given: usize,
) -> Result<&'static [&'static str], String> {
    match lacking(info, shared, 0) {
        Some(schemes) => Ok(schemes),
        None if info.security.is_empty() => Ok(&[]),
        None => choose_incomplete(info, shared, given),
    }
}

/// Returns the first alternative that needs something, and lacks `most` of it at most.
fn lacking(
    info: &'static OperationInfo,
    shared: &Shared,
    most: usize,
) -> Option<&'static [&'static str]> {
    let lacks = |scheme: &&&str| shared.credential(scheme).is_none();
    let mut needed = info.security.iter().filter(|schemes| !schemes.is_empty());
    let found = needed.find(|schemes| schemes.iter().filter(lacks).count() <= most);
    found.copied()
}

#[cold]
fn choose_incomplete(
    info: &'static OperationInfo,
    shared: &Shared,
    given: usize,
) -> Result<&'static [&'static str], String> {
    if info.security.iter().any(|schemes| schemes.is_empty()) {
        return Ok(&[]);
    }
    if let Some(schemes) = lacking(info, shared, given) {
        return Ok(schemes);
    }
    let alternatives: Vec<String> = info
        .security
        .iter()
        .map(|schemes| {
            schemes
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
        })
        .map(|names| names.join(" and "))
        .collect();
    let needed = alternatives.join(", or ");
    Err(format!(
        "it needs credentials that the client was not built with: {needed}"
    ))
}

/// Puts a URL together; `None` where it would be too long.
fn uri(origin: Option<Origin>, mut path: String, query: &str) -> Option<Uri> {
    // `http` counts with 16 bits, and the origin has its share.
    const LONGEST: usize = 65_000;
    if path.len() + query.len() > LONGEST {
        return None;
    }
    if !query.is_empty() {
        path.reserve_exact(1 + query.len());
        path.push('?');
        path.push_str(query);
    }
    let Origin { scheme, authority } = origin?;
    let mut parts = Parts::default();
    parts.scheme = Some(scheme);
    parts.authority = Some(authority);
    parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::from(path)).ok()?);
    Uri::from_parts(parts).ok()
}
