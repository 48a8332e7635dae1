//! One object of the description, key by key: what is asked for is taken, the rest accounted for.
//!
//! Every reader of an object goes through here, so no key can be lost: what was neither asked for
//! nor is an extension is said to be unknown, with the nearest key that was asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Text, UNKNOWN_KEY, head};
use super::cx::{Cx, kind_name};
use super::{found, misplaced, reference};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::nearest;
use crate::load::{Entry, Kind, Node};
use crate::source::Span;

/// An object that is being read.
pub(super) struct Fields<'a> {
    pub(super) node: Node<'a>,
    /// What the object is, as in `a parameter`.
    what: &'static str,
    entries: Vec<(Entry<'a>, bool)>,
    asked: Vec<&'static str>,
    lengths: Lengths,
}

/// The lengths of some keys: most that are asked for are not there, and their lengths say so.
#[derive(Debug, Clone, Copy, Default)]
struct Lengths(u64);

impl Lengths {
    fn add(&mut self, key: &str) {
        self.0 |= 1 << (key.len() % 64);
    }

    fn may_have(self, key: &str) -> bool {
        self.0 & 1 << (key.len() % 64) != 0
    }
}

/// Room for the entries of an object, which many objects use one after the other.
#[derive(Default)]
pub(super) struct Room<'a> {
    entries: Vec<(Entry<'a>, bool)>,
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Opens an object, or says that there is none.
    pub(super) fn open(cx: &mut Cx<'a, '_>, node: Node<'a>, what: &'static str) -> Option<Self> {
        if what == "a schema" && misplaced::is_beside_emptied(node) {
            return None;
        }
        let Some(entries) = node.as_object() else {
            match misplaced::beside_schema(node).filter(|_| what == "a schema") {
                Some(misplaced::Beside::News(diagnostic)) => cx.diagnostics.add(*diagnostic),
                Some(misplaced::Beside::Said) => {}
                None => cx.wrong_kind(node, what, "an object"),
            }
            return None;
        };
        let mut room = cx.rooms.pop().unwrap_or_default();
        room.entries.extend(entries.map(|entry| (entry, false)));
        let mut lengths = Lengths::default();
        for (entry, _) in &room.entries {
            lengths.add(entry.key);
        }
        Some(Self {
            node,
            what,
            entries: room.entries,
            asked: room.asked,
            lengths,
        })
    }

    /// Adds the entries of the object that the `$ref` leads to. What is here already counts, and is
    /// said unless it is made to differ, as a description is.
    pub(super) fn add_behind(&mut self, cx: &mut Cx<'a, '_>, target: Node<'a>) -> Option<()> {
        let Some(entries) = target.as_object() else {
            cx.wrong_kind(target, self.what, "an object");
            return None;
        };
        self.entries.retain(|(entry, _)| entry.key != "$ref");
        let own: BTreeMap<&str, Span> = self
            .entries
            .iter()
            .map(|(entry, _)| (entry.key, entry.key_span))
            .collect();
        for entry in entries {
            if let Some(nearer) = own.get(entry.key) {
                say_given_twice(cx, self.what, &entry, *nearer);
            } else {
                self.lengths.add(entry.key);
                self.entries.push((entry, false));
            }
        }
        Some(())
    }

    /// Takes a value, whatever it is. A `null` counts as absent where no value may be `null`.
    pub(super) fn any(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.asked.push(key);
        if !self.lengths.may_have(key) {
            return None;
        }
        let (entry, taken) = self
            .entries
            .iter_mut()
            .find(|(entry, _)| entry.key == key)?;
        *taken = true;
        Some(entry.value)
    }

    /// Returns whether a key fulfils a condition.
    pub(super) fn has_any(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.entries.iter().any(|(entry, _)| fits(entry.key))
    }

    /// Notes keys that would be known here, of which none is.
    pub(super) fn ask(&mut self, keys: &[&'static str]) {
        self.asked.extend_from_slice(keys);
    }

    /// Takes a value that was not taken before under another condition.
    fn untaken(&mut self, key: &'static str) -> Option<Node<'a>> {
        let free = self
            .entries
            .iter()
            .any(|(entry, taken)| entry.key == key && !taken);
        let value = self.any(key);
        value.filter(|_| free)
    }

    /// Returns a value without taking it.
    pub(super) fn peek(&self, key: &str) -> Option<Node<'a>> {
        if !self.lengths.may_have(key) {
            return None;
        }
        let (entry, _) = self.entries.iter().find(|(entry, _)| entry.key == key)?;
        Some(entry.value)
    }

    /// Returns what was not taken.
    pub(super) fn rest(self, cx: &mut Cx<'a, '_>) -> Vec<Node<'a>> {
        let untaken = self.entries.iter().filter(|(_, taken)| !taken);
        let rest = untaken.map(|(entry, _)| entry.value).collect();
        self.leave(cx);
        rest
    }

    /// Leaves the room to the next object.
    fn leave(self, cx: &mut Cx<'a, '_>) {
        let Self {
            mut entries,
            mut asked,
            ..
        } = self;
        entries.clear();
        asked.clear();
        cx.rooms.push(Room { entries, asked });
    }

    /// Takes a value that must not be `null`.
    pub(super) fn value(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Option<Node<'a>> {
        let value = self.any(key)?;
        if value.is_null() {
            let place = value.key_span().unwrap_or(value.span());
            let message = format!("`{key}` of {} is empty", self.what);
            let diagnostic = Diagnostic::new(Code::EmptyValue, message)
                .label(place, format!("read as if `{key}` were absent"))
                .help("give it a value, or remove it")
                .several("keys are empty")
                .because_of(value.span(), "")
                .explains(self.node.span(), key);
            cx.diagnostics.add(diagnostic);
            return None;
        }
        Some(value)
    }

    /// Takes a value, or says that it is missing.
    pub(super) fn required(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Option<Node<'a>> {
        let value = self.any(key);
        if value.is_none() {
            self.say_missing(cx, Code::MissingKey, key);
        }
        value
    }

    /// Says that a key is missing that OpenAPI demands, and that no client needs.
    pub(super) fn want(&self, cx: &mut Cx<'a, '_>, key: &'static str) {
        if self.peek(key).is_none() {
            self.say_missing(cx, Code::MissingNote, key);
        }
    }

    fn say_missing(&self, cx: &mut Cx<'a, '_>, code: Code, key: &'static str) {
        let message = format!("{} needs `{key}`", self.what);
        let diagnostic = Diagnostic::new(code, message)
            .label(head(self.node), "missing in here")
            .help(format!("add `{key}`"))
            .because_of(self.node.span(), key);
        cx.diagnostics.add(diagnostic);
    }

    /// Takes a text. Numbers and flags count as written, with a warning.
    pub(super) fn text(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Option<&'a str> {
        self.text_at(cx, key).map(|text| text.text)
    }

    /// Takes a text with its place.
    pub(super) fn text_at(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Option<Text<'a>> {
        let value = self.value(cx, key)?;
        text(cx, value, key)
    }

    /// Takes a text, or says that it is missing.
    pub(super) fn required_text(
        &mut self,
        cx: &mut Cx<'a, '_>,
        key: &'static str,
    ) -> Option<Text<'a>> {
        let value = self.required(cx, key)?;
        text(cx, value, key)
    }

    /// Takes a scalar as it is written, as in the version `1.10`, which many leave unquoted.
    pub(super) fn required_scalar(
        &mut self,
        cx: &mut Cx<'a, '_>,
        key: &'static str,
    ) -> Option<&'a str> {
        let value = self.required(cx, key)?;
        if value.text().is_none() {
            cx.wrong_kind(value, &format!("`{key}`"), "a text");
        }
        value.text()
    }

    /// Takes a flag.
    pub(super) fn flag(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Option<bool> {
        let value = self.value(cx, key)?;
        let flag = match value.kind() {
            // Quoted flags are a frequent slip, and nothing else can be meant.
            Kind::String(text @ ("true" | "false")) => {
                say_quoted(cx, value, key, text);
                Some(text == "true")
            }
            _ => value.as_bool(),
        };
        if flag.is_none() {
            cx.wrong_kind(value, &format!("`{key}`"), "`true` or `false`");
        }
        flag
    }

    /// Takes a list; empty where there is none.
    pub(super) fn list(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Vec<Node<'a>> {
        let Some(value) = self.value(cx, key) else {
            return Vec::new();
        };
        if let Some(items) = value.as_array() {
            return items.collect();
        }
        cx.wrong_kind(value, &format!("`{key}`"), "a list");
        Vec::new()
    }

    /// Takes a map from names to values; empty where there is none. A `$ref` to a map is followed,
    /// like one to a text.
    pub(super) fn map(&mut self, cx: &mut Cx<'a, '_>, key: &'static str) -> Vec<Entry<'a>> {
        let Some(mut value) = self.value(cx, key) else {
            return Vec::new();
        };
        if value
            .get("$ref")
            .is_some_and(|target| target.as_str().is_some())
        {
            let Some(target) = reference::follow_loose(cx, value) else {
                return Vec::new();
            };
            if found::expect_map(cx, value, target, key).is_none() {
                return Vec::new();
            }
            value = target;
        }
        if let Some(entries) = value.as_object() {
            return distinct(entries.collect());
        }
        cx.wrong_kind(value, &format!("`{key}`"), "an object");
        Vec::new()
    }

    /// Takes keys that hold notes for people which the output does not carry.
    pub(super) fn annotations(
        &mut self,
        cx: &mut Cx<'a, '_>,
        keys: &[(&'static str, &'static str)],
    ) {
        for (key, reason) in keys {
            if let Some(value) = self.untaken(key) {
                cx.skip_annotation(value, *reason);
            }
        }
    }

    /// Takes keys that mean something which is not generated.
    pub(super) fn ignored(&mut self, cx: &mut Cx<'a, '_>, keys: &[(&'static str, &'static str)]) {
        for (key, reason) in keys {
            if let Some(value) = self.untaken(key) {
                cx.ignore(value, *reason);
            }
        }
    }

    /// Accounts for every key that was not taken.
    pub(super) fn close(self, cx: &mut Cx<'a, '_>) {
        for (entry, _) in self.entries.iter().filter(|(_, taken)| !taken) {
            if is_extension(entry) {
                skip_extension(cx, entry);
            } else if !self.asked.contains(&entry.key) {
                // What was asked for is here twice, which was said while loading.
                self.unknown(cx, entry);
            }
        }
        self.leave(cx);
    }

    /// Says which keys of an object that cannot be read are probably those that it lacks.
    pub(super) fn abandon(self, cx: &mut Cx<'a, '_>) {
        let missing = |key: &&&'static str| self.peek(key).is_none();
        let missing: Vec<_> = self.asked.iter().filter(missing).copied().collect();
        for (entry, _) in self.entries.iter().filter(|(_, taken)| !taken) {
            if nearest(entry.key, missing.iter().copied()).is_some() {
                self.unknown(cx, entry);
            }
        }
    }

    fn unknown(&self, cx: &mut Cx<'a, '_>, entry: &Entry<'a>) {
        match unknown_key(cx, self.node, self.what, entry, &self.asked) {
            Some(diagnostic) => {
                cx.ignore(entry.value, UNKNOWN_KEY);
                cx.diagnostics.add(diagnostic);
            }
            None => cx.ignore(
                entry.value,
                "too many keys are unknown to say where each belongs",
            ),
        }
    }
}

/// Leaves out keys that are there before. Of equal ones, which were said while loading, the first stands
/// for all.
fn distinct(mut entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    let is_repeated = |at: usize| entries[..at].iter().any(|it| it.key == entries[at].key);
    if entries.len() > FEW || (1..entries.len()).any(is_repeated) {
        let mut seen = BTreeSet::new();
        entries.retain(|entry| seen.insert(entry.key));
    }
    entries
}

/// So few keys are compared with each other.
const FEW: usize = 16;

/// Accounts for an entry that does not count because the object that refers to its own has the key too.
fn say_given_twice<'a>(cx: &mut Cx<'a, '_>, what: &str, entry: &Entry<'a>, nearer: Span) {
    let reason = format!("{what} that refers to this one has the key, too");
    cx.skip_annotation(entry.value, reason);
    if is_extension(entry) || reference::NOTES.contains(&entry.key) {
        return;
    }
    let message = format!("`{}` stands beside a `$ref` and where it leads", entry.key);
    let diagnostic = Diagnostic::new(Code::BesideReference, message)
        .label(nearer, "this one counts")
        .secondary(entry.key_span, "not this one")
        .help("OpenAPI leaves open which one counts: remove one of them")
        .several("keys stand beside a `$ref` and where it leads");
    cx.diagnostics.add(diagnostic);
}

/// Returns what to say of a key that an object does not have; nothing where that was said of so many
/// that hints would cost too much.
pub(super) fn unknown_key<'a>(
    cx: &mut Cx<'a, '_>,
    node: Node<'a>,
    what: &str,
    entry: &Entry<'a>,
    known: &[&'static str],
) -> Option<Diagnostic> {
    cx.hints = cx.hints.checked_sub(1)?;
    if let Some(diagnostic) = misplaced::explain(cx, node, what, entry) {
        return Some(diagnostic);
    }
    let shown: String = entry.key.chars().take(MAX_SHOWN).collect();
    let message = format!("`{shown}` is no key of {what} in {}", cx.version.name());
    let diagnostic = Diagnostic::new(Code::UnknownKey, message.clone())
        .several("keys are not known in their place")
        .label(entry.key_span, format!("`{shown}` is ignored"))
        .cause(message);
    let meant = match entry.key {
        key if is_like_reference(key) && node.get("$ref").is_none() => Some("$ref"),
        key => nearest(key, known.iter().copied()).or_else(|| abbreviated(key, known)),
    };
    Some(match meant {
        Some(meant) => diagnostic
            .help(format!("did you mean `{meant}`?"))
            .explains(node.span(), meant),
        None => diagnostic.help(format!(
            "remove it, or call it `x-{shown}` if other tools need it"
        )),
    })
}

/// Returns the only key that begins like this one, as in `desc`.
fn abbreviated(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let mut longer = known.iter().filter(|other| other.starts_with(key));
    let meant = *longer.next().filter(|_| key.len() >= 3)?;
    longer.all(|other| *other == meant).then_some(meant)
}

fn is_like_reference(key: &str) -> bool {
    key.trim_start_matches('$').eq_ignore_ascii_case("ref")
}

/// Says that quotes make a text of a flag or a number.
pub(super) fn say_quoted(cx: &mut Cx<'_, '_>, value: Node<'_>, key: &str, meant: &str) {
    let expected = match value.kind() {
        Kind::String("true" | "false") => "`true` or `false`",
        _ => "a number",
    };
    let diagnostic = Diagnostic::new(Code::QuotedValue, format!("`{key}` must be {expected}"))
        .label(value.span(), format!("this is a text, taken as {meant}"))
        .help(format!("remove the quotes: `{key}: {meant}`"))
        .several("flags and numbers are quoted");
    cx.diagnostics.add(diagnostic);
}

/// Returns whether an entry is somebody's own addition to OpenAPI.
pub(super) fn is_extension(entry: &Entry<'_>) -> bool {
    entry.key.starts_with("x-")
}

/// Accounts for an extension.
pub(super) fn skip_extension<'a>(cx: &mut Cx<'a, '_>, entry: &Entry<'a>) {
    cx.skip_annotation(entry.value, "extensions are not used");
    cx.extensions.push(entry.value);
}

/// So many characters of an unknown key are shown.
const MAX_SHOWN: usize = 60;

/// Reads a text. A `$ref` to a text in another file is followed: no version allows it, many
/// descriptions of several files do it, and nothing else can be meant.
pub(super) fn text<'a>(cx: &mut Cx<'a, '_>, node: Node<'a>, what: &str) -> Option<Text<'a>> {
    let target = match node.get("$ref") {
        Some(_) => reference::follow_loose(cx, node)?,
        None => node,
    };
    let place = |text| Text {
        text,
        span: node.span(),
    };
    if let Some(text) = target.as_str() {
        return Some(place(text));
    }
    let Some(scalar) = target.text().filter(|_| !target.is_null()) else {
        cx.wrong_kind(target, &format!("`{what}`"), "a text");
        return None;
    };
    let message = format!("`{what}` must be a text");
    let diagnostic = Diagnostic::new(Code::UnquotedText, message)
        .label(
            target.span(),
            format!("this is {}, taken as written", kind_name(target)),
        )
        .help(format!("quote it, as in `\"{scalar}\"`"))
        .several("values must be texts and are taken as written");
    cx.diagnostics.add(diagnostic);
    Some(place(scalar))
}
