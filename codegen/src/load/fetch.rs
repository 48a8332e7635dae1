//! One request for one document, by HTTP: no credentials, no cookies, no proxies, no redirects,
//! within bounds of time and size.
//!
//! Which machine may be asked is not decided here. Without the feature `network`, none is.

#[cfg(feature = "network")]
pub(super) use network::Fetcher;
#[cfg(not(feature = "network"))]
pub(super) use no_network::Fetcher;

#[cfg(feature = "network")]
mod network {
    use std::io::Read;
    use std::sync::Arc;
    use std::time::Instant;

    use rustls::CertificateError;
    use ureq::tls::{RootCerts, TlsConfig};

    use crate::load::folder::Refusal;
    use crate::load::limits::{FETCH_TIME, MAX_FETCHED_BYTES, TOTAL_FETCH_TIME};
    use crate::load::origin::Answer;

    /// Sends the requests of one run.
    pub(in crate::load) struct Fetcher {
        agent: ureq::Agent,
        started: Instant,
    }

    impl Fetcher {
        pub(in crate::load) fn new() -> Self {
            let provider = Arc::new(rustls::crypto::ring::default_provider());
            let tls = TlsConfig::builder()
                .unversioned_rustls_crypto_provider(provider)
                .root_certs(RootCerts::PlatformVerifier)
                .build();
            let config = ureq::Agent::config_builder()
                .tls_config(tls)
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                .accept("application/json, application/yaml, */*")
                .accept_encoding("identity")
                .user_agent("engross")
                .proxy(None)
                .build();
            Self {
                agent: config.into(),
                started: Instant::now(),
            }
        }

        /// Asks for a document.
        pub(in crate::load) fn get(&self, uri: &str, max_bytes: u64) -> Result<Answer, Refusal> {
            let left = TOTAL_FETCH_TIME.saturating_sub(self.started.elapsed());
            if left.is_zero() {
                return Err(refused("all documents together take too long"));
            }
            let request = self.agent.get(uri).config();
            let request = request.timeout_global(Some(left.min(FETCH_TIME))).build();
            let response = request.call().map_err(|error| refused(&why(&error)))?;
            match response.status().as_u16() {
                200 => body(response, max_bytes.min(MAX_FETCHED_BYTES)),
                301 | 302 | 303 | 307 | 308 => {
                    let location = response.headers().get("location");
                    let text = location.and_then(|value| value.to_str().ok());
                    let text = text.ok_or_else(|| refused("it redirects to nowhere"))?;
                    Ok(Answer::Elsewhere(text.to_owned()))
                }
                status => Err(refused(&format!("the answer has the status {status}"))),
            }
        }
    }

    fn body(response: ureq::http::Response<ureq::Body>, max_bytes: u64) -> Result<Answer, Refusal> {
        let mut bytes = Vec::new();
        let mut reader = response.into_body().into_reader().take(max_bytes + 1);
        let read = reader.read_to_end(&mut bytes);
        read.map_err(|error| refused(&error.to_string()))?;
        if bytes.len() as u64 > max_bytes {
            let why = format!("it has more than {max_bytes} bytes");
            return Err(Refusal::TooLarge(why));
        }
        Ok(Answer::Document(bytes))
    }

    /// Returns what went wrong, in words that are the same on every system.
    fn why(error: &ureq::Error) -> String {
        match error {
            ureq::Error::Io(error) => {
                match error.get_ref().and_then(|inner| inner.downcast_ref()) {
                    Some(rustls::Error::InvalidCertificate(fault)) => distrust(fault).to_owned(),
                    Some(_) => "no secure connection could be made".to_owned(),
                    None => error.kind().to_string(),
                }
            }
            error => error.to_string(),
        }
    }

    fn distrust(fault: &CertificateError) -> &'static str {
        match fault {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "its certificate has expired"
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "its certificate is not valid yet"
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "its certificate is not for this name"
            }
            CertificateError::Revoked => "its certificate was revoked",
            _ => "its certificate is not trusted",
        }
    }

    fn refused(why: &str) -> Refusal {
        Refusal::NotFetched(why.to_owned())
    }
}

#[cfg(not(feature = "network"))]
mod no_network {
    use crate::load::folder::Refusal;
    use crate::load::origin::Answer;

    /// Refuses everything.
    pub(in crate::load) struct Fetcher;

    impl Fetcher {
        pub(in crate::load) fn new() -> Self {
            Self
        }

        #[expect(clippy::unused_self, reason = "the other form of this needs it")]
        pub(in crate::load) fn get(&self, _uri: &str, _max_bytes: u64) -> Result<Answer, Refusal> {
            let why = "this build of engross is without the feature `network`";
            Err(Refusal::NotFetched(why.to_owned()))
        }
    }
}
