//! What proves who is calling, and where it goes in a request. Secrets go in, checked header values
//! or pairs come out when a client is built; an operation's `security` says which are used.

use std::fmt;

use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use crate::codec::base64;
use crate::secret::Secret;
use crate::uri::percent;

/// Proof of identity for one security scheme.
#[derive(Clone, Debug)]
pub struct Credential(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Bearer(Secret),
    Http {
        scheme: &'static str,
        credentials: Secret,
    },
    Basic {
        user: String,
        password: Secret,
    },
    ApiKey {
        place: KeyPlace,
        key: Secret,
    },
}

/// Where an API key goes, and under which name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyPlace {
    /// A header of this name.
    Header(&'static str),
    /// A query parameter of this name. URLs are shown and logged more often than headers; prefer
    /// another place where the server has one.
    Query(&'static str),
    /// A cookie of this name.
    Cookie(&'static str),
}

impl Credential {
    /// A bearer token (RFC 6750), sent as `Authorization: Bearer ...`.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Kind::Bearer(token.into()))
    }

    /// A user and a password (RFC 7617), sent as `Authorization: Basic ...`.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self(Kind::Basic {
            user: user.into(),
            password: password.into(),
        })
    }

    /// Credentials of any other scheme of HTTP authentication (RFC 9110 §11.4), sent as
    /// `Authorization: <scheme> <credentials>`.
    pub fn http(scheme: &'static str, credentials: impl Into<Secret>) -> Self {
        Self(Kind::Http {
            scheme,
            credentials: credentials.into(),
        })
    }

    /// An API key.
    pub fn api_key(place: KeyPlace, key: impl Into<Secret>) -> Self {
        Self(Kind::ApiKey {
            place,
            key: key.into(),
        })
    }

    /// Returns what goes into a request. The error says what is wrong without quoting the secret.
    pub(crate) fn placed(&self) -> Result<Placed, &'static str> {
        match &self.0 {
            Kind::Bearer(token) if token.expose().is_empty() => Err("the token is empty"),
            Kind::Bearer(token) => authorization("Bearer", token.expose()),
            Kind::Http { credentials, .. } if credentials.expose().is_empty() => {
                Err("the credentials are empty")
            }
            Kind::Http {
                scheme,
                credentials,
            } => authorization(scheme, credentials.expose()),
            Kind::Basic { user, .. } if user.contains(':') => {
                Err("the user name must not contain a colon")
            }
            Kind::Basic { user, password } => authorization("Basic", &pair(user, password)),
            Kind::ApiKey { key, .. } if key.expose().is_empty() => Err("the key is empty"),
            Kind::ApiKey { place, key } => place_key(*place, key.expose()),
        }
    }

    /// Returns every text that must never be shown.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match &self.0 {
            Kind::Bearer(secret)
            | Kind::Http {
                credentials: secret,
                ..
            } => vec![secret.expose().to_owned()],
            Kind::Basic { user, password } => {
                vec![password.expose().to_owned(), pair(user, password)]
            }
            Kind::ApiKey { key, .. } => vec![key.expose().to_owned()],
        }
    }
}

/// A credential as it goes into a request.
#[derive(Clone)]
pub(crate) enum Placed {
    Header(HeaderName, HeaderValue),
    /// `name=value`, encoded.
    Query(String),
    /// `name=value`.
    Cookie(String),
}

impl fmt::Debug for Placed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(crate::secret::REDACTED)
    }
}

fn pair(user: &str, password: &Secret) -> String {
    base64::encode(format!("{user}:{}", password.expose()).as_bytes())
}

fn authorization(scheme: &str, text: &str) -> Result<Placed, &'static str> {
    Ok(Placed::Header(
        AUTHORIZATION,
        sensitive(&format!("{scheme} {text}"))?,
    ))
}

fn place_key(place: KeyPlace, key: &str) -> Result<Placed, &'static str> {
    match place {
        KeyPlace::Header(name) => {
            let name = HeaderName::from_bytes(name.as_bytes());
            let name = name.map_err(|_| "the header's name is not valid")?;
            Ok(Placed::Header(name, sensitive(key)?))
        }
        KeyPlace::Query(name) => Ok(Placed::Query(format!(
            "{}={}",
            percent::component(name),
            percent::component(key)
        ))),
        KeyPlace::Cookie(name) if key.bytes().all(is_cookie_octet) => Ok(Placed::Cookie(format!(
            "{}={key}",
            percent::component(name)
        ))),
        KeyPlace::Cookie(_) => Err("the key has characters that a cookie cannot hold"),
    }
}

fn sensitive(text: &str) -> Result<HeaderValue, &'static str> {
    if text.trim() != text || text.bytes().any(|byte| !(0x20..0x7f).contains(&byte)) {
        return Err("the secret has characters that a header cannot hold");
    }
    let mut value =
        HeaderValue::from_str(text).map_err(|_| "the secret has characters no header can hold")?;
    value.set_sensitive(true);
    Ok(value)
}

/// RFC 6265 §4.1.1.
fn is_cookie_octet(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(credential: &Credential) -> Result<String, &'static str> {
        credential.placed().map(|placed| match placed {
            Placed::Header(name, value) => {
                assert!(value.is_sensitive());
                format!("{name}: {}", value.to_str().unwrap())
            }
            Placed::Query(pair) => format!("?{pair}"),
            Placed::Cookie(pair) => format!("cookie {pair}"),
        })
    }

    #[test]
    fn credentials_are_placed() {
        for (credential, expect) in [
            (Credential::bearer("t0k"), "authorization: Bearer t0k"),
            (Credential::http("Hoba", "a.b"), "authorization: Hoba a.b"),
            // The example of RFC 7617 §2.
            (
                Credential::basic("Aladdin", "open sesame"),
                "authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            ),
            (
                Credential::api_key(KeyPlace::Header("X-Key"), "k"),
                "x-key: k",
            ),
            (
                Credential::api_key(KeyPlace::Query("a b"), "k/&"),
                "?a%20b=k%2F%26",
            ),
            (
                Credential::api_key(KeyPlace::Cookie("sid"), "k="),
                "cookie sid=k=",
            ),
        ] {
            assert_eq!(shown(&credential).as_deref(), Ok(expect));
        }
    }

    #[test]
    fn what_cannot_be_sent_is_refused() {
        for credential in [
            Credential::bearer("a\r\nX: y"),
            Credential::bearer(""),
            Credential::bearer("tö"),
            Credential::bearer("t "),
            Credential::basic("a:b", "p"),
            Credential::http("Hoba", ""),
            Credential::http("Hoba", "a\nb"),
            Credential::api_key(KeyPlace::Header("bad name"), "k"),
            Credential::api_key(KeyPlace::Cookie("sid"), "a;b"),
            Credential::api_key(KeyPlace::Query("q"), ""),
        ] {
            assert!(credential.placed().is_err(), "{credential:?}");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let credential = Credential::basic("user", "s3cret");
        let shown = format!("{credential:?} {:?}", credential.placed());
        assert!(
            !shown.contains("s3cret") && !shown.contains("dXNlcjp"),
            "{shown}"
        );
    }
}
