//! What a caller adds to the requests of one clone of a client: headers, cookies, pairs of the
//! query. Texts go in, checked parts of a request come out; the first problem is remembered, and
//! every request fails with it before anything is sent.

use bytes::BytesMut;
use http::header::{CONTENT_TYPE, COOKIE, HOST, HeaderMap};

use crate::request::{header_name, header_value};
use crate::scrub::Scrubber;
use crate::uri::percent;

/// What is added to each request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extras {
    headers: HeaderMap,
    /// Each `name=value`, or several of them.
    cookies: Vec<String>,
    /// Encoded, with `&` between pairs.
    query: String,
    problem: Option<String>,
    /// With the secrets among these, where there are any.
    scrubber: Option<Scrubber>,
}

impl Extras {
    /// Adds a header in place of another one of the same name. `client` knows the secrets of the
    /// client.
    pub(crate) fn header(&mut self, name: &str, value: &str, client: &Scrubber) {
        if let Err(problem) = self.try_header(name, value, client) {
            // A name is no secret, but may be anything else.
            let name = name.escape_debug();
            self.fail(format!("the header `{name}` cannot be sent: {problem}"));
        }
    }

    /// Adds a pair to the query.
    pub(crate) fn query(&mut self, name: &str, value: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        percent::push_component(&mut self.query, name);
        self.query.push('=');
        percent::push_component(&mut self.query, value);
    }

    fn try_header(
        &mut self,
        name: &str,
        value: &str,
        client: &Scrubber,
    ) -> Result<(), &'static str> {
        let name = header_name(name)?;
        if name == HOST {
            return Err("its header belongs to the transport");
        }
        if name == CONTENT_TYPE {
            return Err("its header belongs to the body");
        }
        let checked = header_value(&name, value, &mut BytesMut::new())?;
        if checked.is_sensitive() {
            // The scheme of an `Authorization` and the name of a cookie are no secrets.
            let bare = value.split_once([' ', '=']).map_or("", |(_, bare)| bare);
            let secrets = [value, bare].map(str::to_owned);
            self.scrubber = Some(self.scrubber.as_ref().unwrap_or(client).with(secrets));
        }
        if name == COOKIE {
            self.cookies.push(value.to_owned());
        } else {
            self.headers.insert(name, checked);
        }
        Ok(())
    }

    fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub(crate) fn cookies(&self) -> &[String] {
        &self.cookies
    }

    pub(crate) fn pairs(&self) -> &str {
        &self.query
    }

    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    pub(crate) fn scrubber(&self) -> Option<&Scrubber> {
        self.scrubber.as_ref()
    }
}
