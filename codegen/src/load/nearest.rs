//! The name somebody probably meant.

/// Returns the candidate nearest to a name, if one is near enough to be a slip of the pen.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let name = folded(name);
    if name.len() > MAX_CHARS {
        return None;
    }
    // Of one character, nothing would be left.
    let tolerated = name.len().div_ceil(3).min(name.len().saturating_sub(1));
    let near = candidates.take(MAX_CANDIDATES).filter_map(|candidate| {
        let other = folded(candidate);
        let possible = other.len() <= MAX_CHARS && other.len().abs_diff(name.len()) <= tolerated;
        let distance = if possible {
            distance(&name, &other)
        } else {
            usize::MAX
        };
        (distance <= tolerated).then_some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Names longer than this are not compared, and not more than this many, so that a hint never costs
/// more than the work it is for.
const MAX_CHARS: usize = 100;
const MAX_CANDIDATES: usize = 5_000;

/// Returns the characters that are compared: capitals do not count.
fn folded(text: &str) -> Vec<char> {
    let fold = |c: char| {
        if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            c.to_lowercase().next().unwrap_or(c)
        }
    };
    text.chars().take(MAX_CHARS + 1).map(fold).collect()
}

/// Returns how many characters to insert, remove, replace or swap with their neighbour (optimal
/// string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(x != y);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let names = ["Pet", "Pets", "Category", "ApiResponse", "Größe"];
        for (name, expect) in [
            ("Pat", Some("Pet")),
            ("pet", Some("Pet")),
            ("Pest", Some("Pet")),
            ("Catgeory", Some("Category")),
            ("apiresponse", Some("ApiResponse")),
            ("Grösse", Some("Größe")),
            ("Order", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(name, names.into_iter()), expect, "{name}");
        }
    }

    #[test]
    fn the_work_is_bounded() {
        let long = "x".repeat(1_000_000);
        assert_eq!(nearest(&long, std::iter::once(long.as_str())), None);
        assert_eq!(nearest("x", std::iter::repeat_n("yyy", 10_000_000)), None);
    }
}
