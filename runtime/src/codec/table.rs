//! The properties of a model as readers look for them: names as words of JSON text, bits of what is
//! required, positions by name.
//!
//! Made of a static shape when the first object asks for it. Knows no types.

use std::sync::OnceLock;

use super::index::Index;
use super::json::is_special;
use super::shape::{Facts, Field, Xml};

/// The properties of one model, in order.
#[derive(Debug)]
pub struct Table {
    pub(crate) fields: Box<[Property]>,
    pub(crate) ignore_case: bool,
    /// The bits of the required fields.
    required: u64,
    /// Where names are, once an input had them in another order.
    index: OnceLock<Index>,
}

/// One property of a model.
#[derive(Debug)]
pub struct Property {
    pub(crate) name: &'static str,
    pub(crate) presence: Presence,
    /// Whether only answers have it (`readOnly`).
    pub(crate) is_read_only: bool,
    xml: Option<&'static Xml>,
    /// The first bytes of `name":` as they stand in JSON text.
    head: u128,
    /// The bytes of `head` that count; zero when the name needs escapes in JSON.
    mask: u128,
}

/// Whether an object may lack a property, and what null means for one that it may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Null is the same as nothing.
    Optional,
    /// Null is a value.
    OptionalOrNull,
    Required,
}

impl Table {
    pub(super) fn new(fields: Box<[Property]>, ignore_case: bool) -> Self {
        Self {
            required: required_bits(&fields),
            fields,
            ignore_case,
            index: OnceLock::new(),
        }
    }

    /// Whether a property has this very name.
    pub(crate) fn names(&self, name: &str) -> bool {
        self.find_exact(name, 0).is_some()
    }

    /// The bit that stands for a field; all fields behind the 63rd share the last one.
    #[inline]
    pub(crate) const fn bit(index: usize) -> u64 {
        1 << if index < LAST_BIT { index } else { LAST_BIT }
    }

    /// Whether an object with the fields of these bits has all that are required for certain.
    #[inline]
    pub(crate) const fn is_complete(&self, seen: u64) -> bool {
        self.required & !seen == 0 && self.fields.len() <= LAST_BIT
    }

    /// Returns the index of the field with this name, searching on from `start`.
    pub(crate) fn find(&self, name: &str, start: usize) -> Option<usize> {
        match self.find_exact(name, start) {
            None if self.ignore_case => {
                self.find_by(start, |field| field.name.eq_ignore_ascii_case(name))
            }
            found => found,
        }
    }

    fn find_exact(&self, name: &str, start: usize) -> Option<usize> {
        if self.fields.len() < Index::FEWEST {
            return self.find_by(start, |field| field.name == name);
        }
        let index = self.index.get_or_init(|| Index::new(&self.fields));
        index.find(&self.fields, name)
    }

    /// The same for a name that stands in JSON text behind its opening quote. Finds names without
    /// escapes that a colon follows at once, not in the last bytes of the text, and of many fields only
    /// the one that is due.
    #[inline]
    pub(crate) fn find_in_text(&self, text: &[u8], start: usize) -> Option<usize> {
        if self.fields.is_empty() {
            return None;
        }
        let head = u128::from_le_bytes(*text.first_chunk::<HEAD>()?);
        let due = self.due(start);
        match self.fields.get(due) {
            Some(field) if field.stands_in(head, text) => Some(due),
            _ if self.fields.len() >= Index::FEWEST => None,
            _ => self.find_head(head, text, start + 1),
        }
    }

    /// The index of the field that is due behind the one before `start`.
    #[inline]
    fn due(&self, start: usize) -> usize {
        self.index.get().map_or(start, |index| index.due(start))
    }

    /// Remembers that a field came behind the one before `start`, if it is one of many.
    pub(crate) fn learn(&self, start: usize, found: usize) {
        if let Some(index) = self.index.get() {
            index.learn(start, found);
        }
    }

    #[inline(never)]
    fn find_head(&self, head: u128, text: &[u8], start: usize) -> Option<usize> {
        self.find_by(start, |field| field.stands_in(head, text))
    }

    fn find_by(&self, start: usize, matches: impl Fn(&Property) -> bool) -> Option<usize> {
        let (before, after) = self.fields.split_at(start.min(self.fields.len()));
        match after.iter().position(&matches) {
            Some(index) => Some(before.len() + index),
            None => before.iter().position(matches),
        }
    }
}

impl Property {
    /// Returns the property with this name in JSON and forms, and in XML where nothing else is said.
    pub const fn new(name: &'static str) -> Self {
        Self::of(Field::Optional(name).facts())
    }

    /// Sets the XML form of the property.
    #[must_use]
    pub const fn xml(mut self, xml: &'static Xml) -> Self {
        self.xml = Some(xml);
        self
    }

    pub(super) const fn of(facts: Facts) -> Self {
        let (head, mask) = json_head(facts.name.as_bytes());
        Self {
            name: facts.name,
            presence: facts.presence,
            is_read_only: facts.is_read_only,
            xml: facts.xml,
            head,
            mask,
        }
    }

    /// The property's name on the wire.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the name stands in JSON text as it is, without escapes.
    #[inline]
    pub(crate) const fn is_plain(&self) -> bool {
        self.mask != 0
    }

    /// The bytes of `name":`, if they are few enough, and how many they are.
    #[inline]
    pub(crate) fn short_key(&self) -> Option<([u8; HEAD], usize)> {
        let length = self.name.len() + 2;
        (length <= HEAD && self.is_plain()).then(|| (self.head.to_le_bytes(), length))
    }

    /// Whether `text`, which starts behind a quote and with the bytes of `head`, is this name, a
    /// closing quote and a colon.
    #[inline]
    pub(crate) fn stands_in(&self, head: u128, text: &[u8]) -> bool {
        head & self.mask == self.head && (self.name.len() + 2 <= HEAD || self.tail_stands_in(text))
    }

    fn tail_stands_in(&self, text: &[u8]) -> bool {
        let name = self.name.as_bytes();
        let same_tail = text.get(HEAD..name.len()) == name.get(HEAD..);
        text.get(name.len()..name.len() + 2) == Some(b"\":") && (name.len() <= HEAD || same_tail)
    }

    /// The name of the property's element or attribute; of one item for arrays.
    pub(crate) fn xml_name(&self) -> &'static str {
        self.xml_form().name.unwrap_or(self.name)
    }

    /// The property's form in XML.
    pub(crate) fn xml_form(&self) -> Xml {
        self.xml.copied().unwrap_or_default()
    }
}

const LAST_BIT: usize = 63;

fn required_bits(fields: &[Property]) -> u64 {
    let fields = fields.iter().enumerate();
    let required = fields.filter(|(_, field)| field.presence == Presence::Required);
    required.fold(0, |bits, (index, _)| bits | Table::bit(index))
}

/// How many bytes of a name are compared at once.
pub(crate) const HEAD: usize = size_of::<u128>();

/// The first bytes of `name":` in memory order, and the mask of those that exist.
///
/// Where the property is a static of its own, the compiler runs this, also where it only checks, and
/// step by step: calls and looks at single bytes are what it costs.
const fn json_head(name: &[u8]) -> (u128, u128) {
    // A head outside the mask never matches, so that names with escapes take the slow path.
    const NEVER: (u128, u128) = (1, 0);
    const END: u128 = (b':' as u128) << 8 | b'"' as u128;
    let (mut head, mut bits, mut index) = (0, 0, 0);
    while index < name.len() && index < HEAD {
        head |= (name[index] as u128) << bits;
        bits += u8::BITS;
        index += 1;
    }
    while index < name.len() {
        if is_special(name[index]) {
            return NEVER;
        }
        index += 1;
    }
    if needs_escapes(head, name.len()) {
        return NEVER;
    }
    if name.len() >= HEAD {
        (head, u128::MAX)
    } else {
        (head | (END << bits), first_bytes(name.len() + 2))
    }
}

/// The mask of the first bytes of a word.
const fn first_bytes(count: usize) -> u128 {
    if count < HEAD {
        (1 << (8 * count)) - 1
    } else {
        u128::MAX
    }
}

/// Whether one of the first bytes of a word is a quote, a backslash or a control character.
const fn needs_escapes(word: u128, count: usize) -> bool {
    const ONES: u128 = u128::MAX / 0xff;
    // What does not count is filled with letters.
    let word = word | ((ONES * b'a' as u128) & !first_bytes(count));
    let control = word.wrapping_sub(ONES * 0x20);
    let quote = (word ^ (ONES * b'"' as u128)).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * b'\\' as u128)).wrapping_sub(ONES);
    (control | quote | backslash) & !word & (ONES << 7) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_up_to_their_colon() {
        let cases = [
            ("id", "id\":1", true),
            ("id", "id\" :1", false),
            ("id", "idx\":", false),
            ("", "\":", true),
            ("thirteen90123", "thirteen90123\":", true),
            ("fourteen901234", "fourteen901234\":", true),
            ("fifteen90123456", "fifteen90123456\":", true),
            ("fifteen90123456", "fifteen90123456\"x", false),
            ("sixteen890123456", "sixteen890123456\":", true),
            ("sixteen890123456", "sixteen890123456x\":", false),
            ("vettingCreateDateTime", "vettingCreateDateTime\":", true),
            ("vettingCreateDateTime", "vettingCreateDateTimE\":", false),
            ("vettingCreateDateTime", "vettingCreateDat", false),
            ("a\"b", "a\\\"b\":", false),
            ("größe", "größe\":", true),
        ];
        for (name, text, expected) in cases {
            let text = format!("{text}{}", " ".repeat(if expected { 16 } else { 0 }));
            let fields = Box::new([Property::new(name.to_owned().leak())]);
            let found = Table::new(fields, false).find_in_text(text.as_bytes(), 0);
            assert_eq!(found.is_some(), expected, "{name} in {text}");
        }
    }

    #[test]
    fn heads_are_those_of_the_bytes() {
        for length in 0..40 {
            let name = "größe_0123456789_abcdefghijklmnopqrstuvwxyz".as_bytes();
            let mut text = name[..length].to_vec();
            let (head, mask) = json_head(&text);
            for place in 0..length {
                for special in [0, 0x1f, b'"', b'\\'] {
                    let before = std::mem::replace(&mut text[place], special);
                    assert_eq!(json_head(&text), (1, 0), "{text:?}");
                    text[place] = before;
                }
            }
            text.extend_from_slice(b"\":");
            let mut bytes = [0; HEAD];
            let counted = text.len().min(HEAD);
            bytes[..counted].copy_from_slice(&text[..counted]);
            assert_eq!(head, u128::from_le_bytes(bytes), "{text:?}");
            assert_eq!(mask.count_ones() as usize, 8 * counted, "{text:?}");
            assert_eq!(head & !mask, 0, "{text:?}");
        }
    }

    #[test]
    fn search_goes_on_from_the_expected_field_and_prefers_exact_names() {
        let table = |ignore_case| {
            let fields = ["Id", "name", "id"].map(Property::new);
            Table::new(Box::new(fields), ignore_case)
        };
        let (exact_table, loose_table) = (table(false), table(true));
        let cases = [("id", 0, Some(2), Some(2)), ("Id", 2, Some(0), Some(0))];
        for (name, start, exact, loose) in cases {
            assert_eq!(
                (exact_table.find(name, start), loose_table.find(name, start)),
                (exact, loose)
            );
        }
        assert_eq!(
            (exact_table.find("NAME", 0), loose_table.find("NAME", 0)),
            (None, Some(1))
        );
        assert_eq!(
            (exact_table.find("x", 3), loose_table.find("x", 3)),
            (None, None)
        );
    }
}
