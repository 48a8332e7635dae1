//! Turns a written request into one that can be sent: credentials, ids and defaults are added here,
//! once per call, so that every attempt of it is the same.

use http::header::{ACCEPT, AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Uri};

use super::{RequestWriter, push_query};
use crate::answer::Ids;
use crate::body::Body;
use crate::client::Shared;
use crate::credential::Placed;
use crate::error::{Error, ErrorKind, Site};
use crate::operation::OperationInfo;
use crate::random;
use crate::retry::is_idempotent;

/// A request that is ready, and what must be known while it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub(crate) info: &'static OperationInfo,
    pub(crate) site: Site,
    pub(crate) request: Request<Body>,
    /// The media type asked for.
    pub(crate) accept: Option<String>,
    pub(crate) ids: Ids,
    /// Whether sending it twice does no more than sending it once.
    pub(crate) repeatable: bool,
    /// Whether it holds what no other origin may see.
    pub(crate) has_credentials: bool,
}

impl RequestWriter {
    /// Returns the media type asked for.
    pub(crate) fn accepted(&self) -> Option<String> {
        let chosen = self
            .headers
            .get(ACCEPT)
            .and_then(|value| value.to_str().ok());
        chosen
            .or(self.info.accepts.first().copied())
            .map(str::to_owned)
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
        let accept = self.accepted();
        self.add_accept(accept.as_deref())?;
        let mut has_credentials = self.has_extras || !self.cookies.is_empty();
        has_credentials |= self.headers.values().any(HeaderValue::is_sensitive);
        has_credentials |= self.add_credentials()?;
        self.add_ids()?;
        self.add_cookies()?;
        self.into_prepared(accept, has_credentials)
    }

    fn into_prepared(
        self,
        accept: Option<String>,
        has_credentials: bool,
    ) -> Result<Prepared, Error> {
        let (info, site) = (self.info, self.site);
        let path = self.path.finish();
        let path = path.map_err(|problem| site.error(ErrorKind::InvalidParameter, problem))?;
        let ids = Ids::of(info, &self.headers);
        let mut request = Request::new(self.body);
        *request.method_mut() = Method::from_bytes(info.method.as_bytes())
            .map_err(|_| site.error(ErrorKind::Configuration, "the method is not valid"))?;
        let server = self.shared.servers.of(info.server);
        let server = server.map_err(|problem| site.error(ErrorKind::Configuration, problem))?;
        *request.uri_mut() = join(server.as_str(), &path, &self.query)
            .ok_or_else(|| site.error(ErrorKind::InvalidParameter, "the URL is too long"))?;
        *request.headers_mut() = self.headers;
        let has_key = info
            .idempotency_key
            .is_some_and(|name| request.headers().contains_key(name));
        let repeatable = has_key || is_idempotent(request.method());
        Ok(Prepared {
            info,
            site,
            request,
            accept,
            ids,
            repeatable,
            has_credentials,
        })
    }

    fn add_accept(&mut self, accept: Option<&str>) -> Result<(), Error> {
        let Some(accept) = accept else { return Ok(()) };
        if !self.headers.contains_key(ACCEPT) {
            let value = HeaderValue::from_str(accept).map_err(|_| {
                self.site
                    .error(ErrorKind::Configuration, "a declared media type is invalid")
            })?;
            self.headers.insert(ACCEPT, value);
        }
        Ok(())
    }

    /// Adds the credentials of one alternative and tells whether there were any.
    fn add_credentials(&mut self) -> Result<bool, Error> {
        let shared = self.shared.clone();
        let schemes = choose(self.info, &shared, usize::from(self.is_authorized))
            .map_err(|message| self.site.error(ErrorKind::MissingCredential, message))?;
        for scheme in schemes {
            match shared.credential(scheme) {
                // The caller's own word for this call counts.
                Some(Placed::Header(AUTHORIZATION, _)) if self.is_authorized => {}
                Some(Placed::Header(name, value)) => {
                    self.headers.insert(name.clone(), value.clone());
                }
                Some(Placed::Query(pair)) => push_query(&mut self.query, pair),
                Some(Placed::Cookie(pair)) => self.cookies.push(pair.clone()),
                None => {}
            }
        }
        Ok(!schemes.is_empty())
    }

    /// Makes up the idempotency key and the correlation id if the caller gave none.
    fn add_ids(&mut self) -> Result<(), Error> {
        for name in [self.info.idempotency_key, self.info.correlation_id]
            .into_iter()
            .flatten()
        {
            add_id(&mut self.headers, name)
                .map_err(|message| self.site.error(ErrorKind::Configuration, message))?;
        }
        Ok(())
    }

    fn add_cookies(&mut self) -> Result<(), Error> {
        if self.cookies.is_empty() {
            return Ok(());
        }
        let mut value = HeaderValue::from_str(&self.cookies.join("; ")).map_err(|_| {
            self.site
                .error(ErrorKind::InvalidParameter, "the cookies are not valid")
        })?;
        value.set_sensitive(true);
        self.headers.insert(COOKIE, value);
        Ok(())
    }
}

fn add_id(headers: &mut HeaderMap, name: &str) -> Result<(), &'static str> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| "the header of an id has a name that is not valid")?;
    if headers.contains_key(&name) {
        return Ok(());
    }
    let id = random::uuid().ok_or("the system has no randomness to make an id of")?;
    let id = HeaderValue::try_from(id).map_err(|_| "the id is not valid")?;
    headers.insert(name, id);
    Ok(())
}

/// Chooses the first alternative of security schemes that all have credentials. That none are
/// needed counts only where no alternative is complete; and then so many as are `given` for the
/// call may be missing.
fn choose(
    info: &'static OperationInfo,
    shared: &Shared,
    given: usize,
) -> Result<&'static [&'static str], String> {
    let lacks = |schemes: &[&str], most: usize| {
        let missing = schemes
            .iter()
            .filter(|scheme| shared.credential(scheme).is_none());
        !schemes.is_empty() && missing.count() <= most
    };
    let find = |most| info.security.iter().find(|schemes| lacks(schemes, most));
    if let Some(schemes) = find(0) {
        return Ok(schemes);
    }
    if info.security.is_empty() || info.security.iter().any(|schemes| schemes.is_empty()) {
        return Ok(&[]);
    }
    if let Some(schemes) = find(given) {
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

fn join(server: &str, path: &str, query: &str) -> Option<Uri> {
    let separator = if query.is_empty() { "" } else { "?" };
    format!("{server}{path}{separator}{query}").parse().ok()
}
