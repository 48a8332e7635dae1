//! One difference between two items, before it is known who is affected.

use super::uses::Uses;
use super::{Direction, Rule, Semver, Verdict};
use crate::source::Origin;

/// What a rule found. The verdicts are those of the rule unless circumstances count.
#[derive(Debug)]
pub(super) struct Difference<'a> {
    pub(super) rule: Rule,
    /// One sentence, as in "The property is now required."
    pub(super) message: String,
    pub(super) rust: Semver,
    pub(super) old: Option<&'a Origin>,
    pub(super) new: Option<&'a Origin>,
    /// The property that differs, where it is not the item itself.
    pub(super) property: Option<&'a str>,
    request: Verdict,
    response: Verdict,
    /// The uses in which the difference counts.
    counts_in: Uses,
    /// Whether it counts in XML only.
    xml_only: bool,
    /// Whether equal differences at several places are told once.
    pub(super) is_general: bool,
}

impl<'a> Difference<'a> {
    pub(super) fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            rust: rule.rust(),
            old: None,
            new: None,
            property: None,
            request: rule.request(),
            response: rule.response(),
            counts_in: Uses::ALL,
            xml_only: false,
            is_general: false,
        }
    }

    /// Says where the item stood and stands.
    pub(super) fn at(mut self, old: &'a Origin, new: &'a Origin) -> Self {
        (self.old, self.new) = (Some(old), Some(new));
        self
    }

    /// Says where the item, which is gone, stood.
    pub(super) fn removed_at(mut self, old: &'a Origin) -> Self {
        self.old = Some(old);
        self
    }

    /// Says where the item, which is new, stands.
    pub(super) fn added_at(mut self, new: &'a Origin) -> Self {
        self.new = Some(new);
        self
    }

    pub(super) fn of_property(mut self, name: &'a str) -> Self {
        self.property = Some(name);
        self
    }

    pub(super) fn counting_in(mut self, uses: Uses) -> Self {
        self.counts_in = uses;
        self
    }

    pub(super) fn in_xml_only(mut self) -> Self {
        self.xml_only = true;
        self
    }

    /// Makes equal differences of several items one.
    pub(super) fn general(mut self) -> Self {
        self.is_general = true;
        self
    }

    pub(super) fn rust(mut self, rust: Semver) -> Self {
        self.rust = rust;
        self
    }

    /// Judges by direction otherwise than the rule does in general.
    pub(super) fn wire(mut self, request: Verdict, response: Verdict) -> Self {
        (self.request, self.response) = (request, response);
        self
    }

    /// Returns the verdict where the item is used in some ways, and the direction that decides.
    pub(super) fn judge(&self, uses: Uses) -> (Verdict, Option<Direction>) {
        if !self.rule.is_directed() {
            return (self.request, None);
        }
        if uses == Uses::UNKNOWN {
            // It may not be used at all, so it is no more than a warning.
            let gravest = self.request.max(self.response);
            return (gravest.min(Verdict::Warning), None);
        }
        let uses = uses & self.counts_in;
        let counts = !self.xml_only || uses.contains(Uses::XML);
        let verdict = |direction, verdict| {
            uses.contains(direction)
                .then_some(if counts { verdict } else { Verdict::Compatible })
        };
        let request = verdict(Uses::REQUEST, self.request);
        let response = verdict(Uses::RESPONSE, self.response);
        let wire = request.max(response).unwrap_or_default();
        let direction = match request.cmp(&response) {
            std::cmp::Ordering::Greater => Some(Direction::Request),
            std::cmp::Ordering::Less => Some(Direction::Response),
            std::cmp::Ordering::Equal => None,
        };
        (wire, direction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Request, Response};
    use Verdict::{Breaking, Compatible};

    #[test]
    fn the_graver_direction_decides() {
        let required = Difference::new(Rule::PropertyBecameRequired, "");
        let both = Uses::REQUEST | Uses::RESPONSE;
        for (uses, expect) in [
            (Uses::REQUEST, (Breaking, Some(Request))),
            (Uses::RESPONSE, (Compatible, Some(Response))),
            (both, (Breaking, Some(Request))),
            (Uses::default(), (Compatible, None)),
            (Uses::UNKNOWN, (Verdict::Warning, None)),
        ] {
            assert_eq!(required.judge(uses), expect, "{uses:?}");
        }
        let changed = Difference::new(Rule::TypeChanged, "");
        assert_eq!(changed.judge(both), (Breaking, None));
    }

    #[test]
    fn circumstances_limit_what_counts() {
        let read_only =
            Difference::new(Rule::PropertyBecameRequired, "").counting_in(Uses::RESPONSE);
        assert_eq!(read_only.judge(Uses::ALL), (Compatible, Some(Response)));
        let xml = Difference::new(Rule::XmlChanged, "").in_xml_only();
        assert_eq!(xml.judge(Uses::REQUEST), (Compatible, Some(Request)));
        assert_eq!(
            xml.judge(Uses::REQUEST | Uses::XML),
            (Breaking, Some(Request))
        );
    }
}
