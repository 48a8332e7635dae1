//! Explicit tags: `!!str 200` is a string, `!!int abc` is an error, `!include x` is passed over.

use std::ops::Range;

use super::scalar::{is_float, is_integer, resolve};
use super::{Code, Diagnostic, Kind, Reader, ScalarStyle, Tag};

impl Reader<'_> {
    /// Returns what a scalar is, by its tag or else by its looks.
    pub(super) fn scalar_kind<'t>(
        &mut self,
        text: &'t str,
        style: ScalarStyle,
        tag: Option<&Tag>,
        place: &Range<usize>,
        tag_place: Range<usize>,
    ) -> Kind<'t> {
        let by_looks = if style == ScalarStyle::Plain {
            resolve(text)
        } else {
            Kind::String(text)
        };
        let Some(tag) = tag else { return by_looks };
        if is_non_specific(tag) {
            return Kind::String(text);
        }
        let Some(name) = tag.core_suffix() else {
            self.pass_over(tag, tag_place);
            return by_looks;
        };
        tagged(name, text).unwrap_or_else(|| {
            self.depart(self.mismatch(name, place.clone(), tag_place));
            by_looks
        })
    }

    fn mismatch(&self, name: &str, place: Range<usize>, tag_place: Range<usize>) -> Diagnostic {
        let found = if place.is_empty() { "nothing" } else { "this" };
        let mismatch = format!("the tag `!!{name}` does not fit its value");
        Diagnostic::new(Code::TagMismatch, mismatch)
            .label(self.span(place), format!("{found} is no `{name}`"))
            .secondary(self.span(tag_place), "the tag")
            .help("remove the tag, or correct the value")
    }

    /// Checks the tag of a collection, which is called `name`.
    pub(super) fn check_tag(&mut self, tag: Option<&Tag>, name: &str, tag_place: Range<usize>) {
        let Some(tag) = tag else { return };
        match tag.core_suffix() {
            Some(core) if core == name => {}
            Some(core) => {
                let message = format!("the tag `!!{core}` does not fit its value");
                let diagnostic = Diagnostic::new(Code::TagMismatch, message)
                    .label(self.span(tag_place), format!("this is on a `{name}`"))
                    .help("remove the tag");
                self.depart(diagnostic);
            }
            None if is_non_specific(tag) => {}
            None => self.pass_over(tag, tag_place),
        }
    }

    fn pass_over(&mut self, tag: &Tag, place: Range<usize>) {
        if tag.suffix_in_namespace("tag:yaml.org,2002:").as_deref() == Some("merge") {
            return;
        }
        let message = format!("the tag `{}` has no meaning here", tag.original());
        let diagnostic = Diagnostic::new(Code::IgnoredTag, message)
            .label(self.span(place), "the value is read without it")
            .help("remove it; to take over another file, use `$ref`")
            .several("tags have no meaning here");
        self.diagnostics.add(diagnostic);
    }
}

/// Returns what a scalar with a tag of the core schema is; nothing, where it cannot be that.
fn tagged<'t>(name: &str, text: &'t str) -> Option<Kind<'t>> {
    let looks = resolve(text);
    match (name, looks) {
        ("str", _) => Some(Kind::String(text)),
        ("null", Kind::Null) | ("bool", Kind::Bool(_)) => Some(looks),
        ("int", _) => is_integer(text).then_some(Kind::Number(text)),
        ("float", _) => (is_integer(text) || is_float(text)).then_some(Kind::Number(text)),
        _ => None,
    }
}

/// Returns whether the tag is a bare `!`, which says only: not by the looks.
fn is_non_specific(tag: &Tag) -> bool {
    matches!(tag.parts(), ("!", "") | ("", "!"))
}
