//! Finds the bytes that matter inside JSON text, eight at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many bytes are looked at together.
const WIDE: usize = 32;

/// The offset of the first quote, backslash or control character at or behind `start`, or the
/// text's length.
#[inline]
pub(crate) fn find_special(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    // Longer texts are passed in wide steps, which the compiler makes vectors of.
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<WIDE>) {
        if chunk
            .iter()
            .fold(false, |found, byte| found | is_special(*byte))
        {
            break;
        }
        at += WIDE;
    }
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let found = specials(u64::from_le_bytes(*chunk));
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    find_special_slow(bytes, at)
}

/// Whether there is a quote, a backslash or a control character.
#[inline]
pub(crate) fn has_special(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk::<8>() else {
        return has_special_short(bytes);
    };
    let words = bytes.chunks_exact(8).filter_map(<[u8]>::first_chunk::<8>);
    let found = words.fold(specials(u64::from_le_bytes(*last)), |found, word| {
        found | specials(u64::from_le_bytes(*word))
    });
    found != 0
}

/// The same for less than a word: two halves, which may overlap.
#[inline]
fn has_special_short(bytes: &[u8]) -> bool {
    let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) else {
        return bytes.iter().any(|&byte| is_special(byte));
    };
    let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
    specials(first << 32 | last) != 0
}

#[cold]
fn find_special_slow(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start
        + rest
            .iter()
            .position(|&byte| is_special(byte))
            .unwrap_or(rest.len())
}

/// Whether a byte cannot stand for itself inside a JSON string.
#[inline]
pub(crate) const fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Marks the special bytes of a word by their highest bit. Bytes above the lowest mark may be
/// marked in error by a borrow, so only the lowest counts.
#[inline]
fn specials(word: u64) -> u64 {
    let control = word.wrapping_sub(ONES * 0x20);
    let quote = (word ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    (control | quote | backslash) & !word & HIGHS
}

/// The offset of the first byte at or behind `start` that is not white space.
#[inline]
pub(crate) fn skip_whitespace(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_found_or_passed() {
        for byte in 0..=255u8 {
            for place in 0..20 {
                let mut bytes = [b'a'; 20];
                bytes[place] = byte;
                let expected = if is_special(byte) { place } else { 20 };
                assert_eq!(find_special(&bytes, 0), expected, "{byte} at {place}");
            }
        }
    }

    #[test]
    fn the_first_of_several_counts() {
        assert_eq!(find_special(b"\x80\xff\"\\\n......", 0), 2);
        assert_eq!(find_special(b"!!!!! !!\x1f\"", 0), 8);
        assert_eq!(find_special(b"abc", 9), 9);
    }
}
