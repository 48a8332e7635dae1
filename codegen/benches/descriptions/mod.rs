//! The descriptions that benchmarks read: our own, and real ones where they are present.

use std::path::{Path, PathBuf};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Descriptions of growing size, the named ones among the real; those that are absent are passed over.
pub(crate) fn descriptions(real: &[&str]) -> Vec<PathBuf> {
    let shared =
        std::env::var_os("ENGROSS_SHARED").map_or_else(|| project("../shared"), PathBuf::from);
    let real = real.iter().map(|name| shared.join("corpus").join(name));
    let own = project("spec/partner-center/openapi.yaml");
    std::iter::once(own)
        .chain(real)
        .filter(|path| path.exists())
        .collect()
}
