//! A number that tells texts apart, the same on every machine and in every version.

/// Returns the hash of a text (FNV-1a, 64 bits). Its high bits are mixed best.
pub(crate) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
