//! The TLS of both transports: rustls with ring, and the roots that the platform trusts. Ring needs
//! a C compiler but no cmake; the platform's roots include those that a company added. No file is
//! read before a transport is made.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;

/// Returns ring, whatever the process chose as its default: nothing here panics for want of one.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Returns the configuration of TLS 1.2 and 1.3. Where the platform has no roots at all (bare
/// containers), nothing is trusted: `https` fails at its handshake while `http` works.
#[cfg(feature = "reqwest")]
pub(crate) fn config() -> Result<rustls::ClientConfig, rustls::Error> {
    let provider = provider();
    let builder = rustls::ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()?;
    let config = match rustls_platform_verifier::Verifier::new(provider) {
        Ok(verifier) => builder
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier)),
        Err(_) => builder.with_root_certificates(rustls::RootCertStore::empty()),
    };
    Ok(config.with_no_client_auth())
}
