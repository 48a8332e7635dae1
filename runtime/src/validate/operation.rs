//! What an operation demands of its parameters, its bodies and its answers. Constant data of generated
//! code.

use super::rules::Rules;
use crate::codec::MediaType;

/// The tables of an operation, those of bodies and answers by media type.
///
/// ```
/// use engross_runtime::private::OperationInfo;
/// use engross_runtime::validate::{OperationRules, ParameterPlace, Rules};
///
/// static RULES: OperationRules = OperationRules {
///     parameters: &[(ParameterPlace::Query, "limit", Rules::INTEGER)],
///     bodies: &[],
///     answers: &[("200", "application/json", Rules::STRING)],
///     ..OperationRules::NONE
/// };
/// static INFO: OperationInfo = OperationInfo::new("list", "GET", "/pets").rules(&RULES);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OperationRules {
    /// By place and name.
    pub parameters: &'static [(ParameterPlace, &'static str, &'static Rules)],
    /// By media type.
    pub bodies: &'static [(&'static str, &'static Rules)],
    /// Of each item, where a body is many items in a row.
    pub body_items: &'static [(&'static str, &'static Rules)],
    /// By status, as in `200`, `4XX` and `default`, and media type.
    pub answers: &'static [(&'static str, &'static str, &'static Rules)],
    /// Of each item, where an answer is many items in a row.
    pub answer_items: &'static [(&'static str, &'static str, &'static Rules)],
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterPlace {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// The whole query.
    QueryString,
    /// Among the headers.
    Header,
    /// Among the cookies.
    Cookie,
}

/// Tables of the same place are the same.
impl PartialEq for OperationRules {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for OperationRules {}

impl OperationRules {
    /// No demands.
    pub const NONE: Self = Self {
        parameters: &[],
        bodies: &[],
        body_items: &[],
        answers: &[],
        answer_items: &[],
    };

    pub(crate) fn parameter(&self, place: ParameterPlace, name: &str) -> Option<&'static Rules> {
        let mut all = self.parameters.iter();
        all.find(|(at, known, _)| *at == place && *known == name)
            .map(|(_, _, rules)| *rules)
    }

    pub(crate) fn body(&self, media_type: &str) -> Option<&'static Rules> {
        of_body(self.bodies, media_type)
    }

    pub(crate) fn body_item(&self, media_type: &str) -> Option<&'static Rules> {
        of_body(self.body_items, media_type)
    }

    pub(crate) fn answer(&self, status: u16, media_type: &str) -> Option<&'static Rules> {
        of_answer(self.answers, status, media_type)
    }

    pub(crate) fn answer_item(&self, status: u16, media_type: &str) -> Option<&'static Rules> {
        of_answer(self.answer_items, status, media_type)
    }
}

/// The media type is one of the description's, as it is written there.
fn of_body(bodies: &[(&'static str, &'static Rules)], media_type: &str) -> Option<&'static Rules> {
    let mut all = bodies.iter();
    all.find(|(known, _)| *known == media_type)
        .map(|(_, rules)| *rules)
}

/// The status itself goes before its range, and that before all others.
fn of_answer(
    answers: &[(&'static str, &'static str, &'static Rules)],
    status: u16,
    media_type: &str,
) -> Option<&'static Rules> {
    let (exact, range) = (status.to_string(), format!("{}XX", status / 100));
    let own = MediaType::parse(media_type)?;
    let fits = |known: &str| MediaType::parse(known).is_some_and(|known| known.includes(&own));
    [exact.as_str(), range.as_str(), "default"]
        .into_iter()
        .find(|status| answers.iter().any(|(known, _, _)| known == status))
        .and_then(|status| {
            let mut all = answers.iter();
            all.find(|(known, media_type, _)| *known == status && fits(media_type))
        })
        .map(|(_, _, rules)| *rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_go_by_status_and_media_type() {
        static RULES: OperationRules = OperationRules {
            answers: &[
                ("200", "application/json", Rules::STRING),
                ("4XX", "application/*", Rules::OBJECT),
                ("default", "application/json", Rules::ARRAY),
            ],
            ..OperationRules::NONE
        };
        for (status, media_type, expect) in [
            (200, "application/json; charset=utf-8", Some(Rules::STRING)),
            (200, "text/plain", None),
            (404, "application/problem+json", Some(Rules::OBJECT)),
            (500, "application/json", Some(Rules::ARRAY)),
            (500, "nonsense", None),
        ] {
            let found = RULES.answer(status, media_type);
            let same = match (found, expect) {
                (Some(found), Some(expect)) => std::ptr::eq(found.0, expect.0),
                (found, expect) => found.is_none() && expect.is_none(),
            };
            assert!(same, "{status} {media_type}");
        }
    }
}
