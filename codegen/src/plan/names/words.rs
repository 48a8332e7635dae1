//! Text to ASCII words, ready for a case.
//!
//! Knows nothing of keywords or of other names.

use std::borrow::Cow;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use super::Kind;

/// More would be unreadable, and file names have limits too.
const LONGEST: usize = 80;

/// How words are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `PhotoUrls`
    Camel,
    /// `photo_urls`
    Snake,
    /// `PHOTO_URLS`
    Constant,
}

/// A text in a case.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) text: String,
    /// Whether so little is left of the text that it no longer tells items apart.
    pub(super) lossy: bool,
}

/// Whether the text is a name of the kind as it stands, as `PetStatus` is one of a type.
pub(crate) fn is_exact(text: &str, kind: Kind) -> bool {
    spell(text, kind.case(), kind.stem()).text == text
}

/// Returns the words of a text, each as in `Card`.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let words = clean(text).to_snake_case();
    let words = words.split('_').filter(|word| !word.is_empty());
    words.map(ToUpperCamelCase::to_upper_camel_case).collect()
}

/// Writes the text in the case. What cannot stand alone (no words, a digit first) gets the stem in
/// front, as in `value_1`.
pub(super) fn spell(text: &str, case: Case, stem: &str) -> Spelling {
    if case == Case::Snake && is_snake(text) {
        return Spelling {
            text: text.to_owned(),
            lossy: false,
        };
    }
    let words = clean(text);
    let mut joined = case.apply(&words);
    let mut lossy = joined.is_empty();
    if joined.len() > LONGEST {
        joined.truncate(LONGEST);
        lossy = true;
    }
    let joined = joined.trim_matches('_');
    let text = if joined.starts_with(|c: char| c.is_ascii_alphabetic()) {
        joined.to_owned()
    } else {
        case.join(&case.apply(stem), joined)
    };
    Spelling { text, lossy }
}

/// Whether a text is in this case already, as most names of properties are.
fn is_snake(text: &str) -> bool {
    let is_word = |word: &str| {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(is_plain)
    };
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.split('_').all(is_word)
}

impl Case {
    pub(super) fn apply(self, words: &str) -> String {
        match self {
            // Large descriptions have hundreds of thousands of names, and heck's words are
            // formatted letter by letter.
            _ if words.is_ascii() => self.apply_ascii(words),
            Self::Camel => words.to_upper_camel_case(),
            Self::Snake => words.to_snake_case(),
            Self::Constant => words.to_shouty_snake_case(),
        }
    }

    fn apply_ascii(self, words: &str) -> String {
        let mut joined = String::with_capacity(words.len() + 8);
        each_word(words, |word| {
            if self != Self::Camel && !joined.is_empty() {
                joined.push('_');
            }
            let start = joined.len();
            joined.push_str(word);
            let (first, rest) = joined[start..].split_at_mut(1);
            match self {
                Self::Camel => {
                    first.make_ascii_uppercase();
                    rest.make_ascii_lowercase();
                }
                Self::Snake => joined[start..].make_ascii_lowercase(),
                Self::Constant => joined[start..].make_ascii_uppercase(),
            }
        });
        joined
    }

    /// Puts two spelled pieces together; either may be empty.
    pub(super) fn join(self, left: &str, right: &str) -> String {
        let glue = match self {
            Self::Snake | Self::Constant if !left.is_empty() && !right.is_empty() => "_",
            Self::Camel | Self::Snake | Self::Constant => "",
        };
        [left, glue, right].concat()
    }
}

/// Hands over the words of a text of ASCII, as heck tells them apart: `HTTPServer2` has two.
fn each_word(text: &str, mut hand_over: impl FnMut(&str)) {
    for run in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let (mut start, mut follows_capital) = (0, None);
        for (index, pair) in run.as_bytes().windows(2).enumerate() {
            let [byte, next] = [pair[0], pair[1]];
            let is_capital = byte.is_ascii_uppercase();
            let is_small =
                byte.is_ascii_lowercase() || (!is_capital && follows_capital == Some(false));
            if is_small && next.is_ascii_uppercase() {
                hand_over(&run[start..=index]);
                (start, follows_capital) = (index + 1, None);
            } else if follows_capital == Some(true) && is_capital && next.is_ascii_lowercase() {
                hand_over(&run[start..index]);
                (start, follows_capital) = (index, None);
            } else if byte.is_ascii_alphabetic() {
                follows_capital = Some(is_capital);
            }
        }
        if start < run.len() {
            hand_over(&run[start..]);
        }
    }
}

/// Keeps ASCII letters and digits, folds Latin letters, spells out what would otherwise vanish.
fn clean(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST && is_clean(text) {
        return Cow::Borrowed(text);
    }
    if text.is_empty() {
        return Cow::Borrowed("empty");
    }
    let text: &str = match text.char_indices().nth(4 * LONGEST) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        match fold(c) {
            Some(letters) => words.push_str(letters),
            None if c.is_ascii_alphanumeric() => words.push(c),
            None => words.push(' '),
        }
    }
    if words.trim().is_empty() {
        return text
            .chars()
            .filter_map(symbol)
            .collect::<Vec<_>>()
            .join(" ")
            .into();
    }
    let words = match text.chars().next().and_then(sign) {
        Some(sign) if words.trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
            [sign, &words].join(" ")
        }
        Some(_) | None => words,
    };
    words.into()
}

/// Whether nothing but words and what stands between them is there.
fn is_clean(text: &str) -> bool {
    text.is_ascii()
        && !text.starts_with(['+', '-'])
        && text.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

fn sign(c: char) -> Option<&'static str> {
    matches!(c, '+' | '-').then(|| symbol(c)).flatten()
}

/// `+1` and `-1` are both in use as values, `<` and `>=` too.
fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '?' => "question",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '~' => "tilde",
        '^' => "caret",
        '_' => "underscore",
        ' ' => "space",
        _ => return None,
    })
}

/// Latin letters with marks, as people without them write them.
fn fold(c: char) -> Option<&'static str> {
    Some(match c {
        'Ä' | 'Æ' => "Ae",
        'Ö' | 'Ø' | 'Œ' => "Oe",
        'Ü' => "Ue",
        'À' | 'Á' | 'Â' | 'Ã' | 'Å' => "A",
        'Ç' => "C",
        'È' | 'É' | 'Ê' | 'Ë' => "E",
        'Ì' | 'Í' | 'Î' | 'Ï' => "I",
        'Ñ' => "N",
        'Ò' | 'Ó' | 'Ô' | 'Õ' => "O",
        'Ù' | 'Ú' | 'Û' => "U",
        'ä' | 'æ' => "ae",
        'ö' | 'ø' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' => "o",
        'ù' | 'ú' | 'û' => "u",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells() {
        for (text, case, expect) in [
            ("photoUrls", Case::Snake, "photo_urls"),
            ("photoUrls", Case::Camel, "PhotoUrls"),
            ("ms-requestid", Case::Constant, "MS_REQUESTID"),
            ("2fa", Case::Snake, "value_2fa"),
            ("2fa", Case::Camel, "Value2fa"),
            ("+1", Case::Camel, "Plus1"),
            ("-1", Case::Camel, "Minus1"),
            ("1-2", Case::Camel, "Value12"),
            (">=", Case::Camel, "GreaterEqual"),
            ("größe", Case::Snake, "groesse"),
            ("__x__", Case::Snake, "x"),
            ("a.b/c", Case::Camel, "ABC"),
        ] {
            let expect = Spelling {
                text: expect.to_owned(),
                lossy: false,
            };
            assert_eq!(spell(text, case, "value"), expect, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn names_in_their_case_stay(text in "[a-z0-9_]{0,12}|[a-z]{80,82}") {
            let slow = Case::Snake.apply(&text);
            if is_snake(&text) {
                proptest::prop_assert_eq!(slow, text);
            }
        }

        #[test]
        fn words_are_those_of_heck(text in "[a-cA-C0-1_ .-]{0,24}|[ -~]{0,40}") {
            proptest::prop_assert_eq!(Case::Camel.apply(&text), text.to_upper_camel_case());
            proptest::prop_assert_eq!(Case::Snake.apply(&text), text.to_snake_case());
            proptest::prop_assert_eq!(Case::Constant.apply(&text), text.to_shouty_snake_case());
        }
    }

    #[test]
    fn what_is_lost_is_told() {
        let lossy = |text: &str| spell(text, Case::Camel, "value");
        assert_eq!(
            lossy("東京"),
            Spelling {
                text: "Value".to_owned(),
                lossy: true
            }
        );
        for (text, expect) in [("", "Empty"), (" ", "Space"), (">=", "GreaterEqual")] {
            let (text, lossy) = (text, lossy(text));
            assert_eq!(
                (lossy.text.as_str(), lossy.lossy),
                (expect, false),
                "{text}"
            );
        }
        assert!(lossy(&"a".repeat(1_000_000)).lossy);
        assert!(lossy(&"a".repeat(1_000_000)).text.len() <= LONGEST);
    }
}
