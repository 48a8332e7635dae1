//! Randomness from the operating system: UUIDs for header roles, fractions for jitter, boundaries. Nothing
//! here is seeded or remembered.

use std::fmt::Write as _;

/// Returns a new UUID of version 4 in its usual spelling, or `None` where the system has no
/// randomness.
pub(crate) fn uuid() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(format_uuid(bytes))
}

/// Returns 64 random bits. Without randomness all are ones: the longest wait.
pub(crate) fn bits() -> u64 {
    let mut bytes = [0; 8];
    match getrandom::fill(&mut bytes) {
        Ok(()) => u64::from_ne_bytes(bytes),
        Err(_) => u64::MAX,
    }
}

/// Returns 192 random bits as text, or `None` where the system has no randomness.
pub(crate) fn token() -> Option<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).ok()?;
    let mut text = String::with_capacity(48);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    Some(text)
}

/// RFC 9562 §5.4: version and variant are fixed, the rest is random.
fn format_uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_have_version_and_variant() {
        assert_eq!(
            format_uuid([0xff; 16]),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
        assert_eq!(format_uuid([0; 16]), "00000000-0000-4000-8000-000000000000");
    }

    #[test]
    fn uuids_differ() {
        let (a, b) = (uuid().unwrap(), uuid().unwrap());
        assert_eq!(a.len(), 36);
        assert_ne!(a, b);
    }
}
