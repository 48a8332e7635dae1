//! What a change is about, as people call it.

use std::fmt;

use super::words::shown;

/// As in `POST /pets query parameter limit` or `Pet.status`.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    text: String,
    /// Whether the text ends in a path of properties, to which a dot joins the next.
    is_path: bool,
}

impl Subject {
    /// An item of the description, by a text that is fit to be shown.
    pub(super) fn item(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_path: false,
        }
    }

    /// A type with a name of its own.
    pub(super) fn component(name: &str) -> Self {
        Self {
            text: shown(name),
            is_path: true,
        }
    }

    /// A part of an item, as in `request body`.
    pub(super) fn part(&self, part: &str) -> Self {
        Self::item(format!("{} {part}", self.text))
    }

    pub(super) fn property(&self, name: &str) -> Self {
        let joint = if self.is_path { "." } else { " " };
        Self {
            text: format!("{}{joint}{}", self.text, shown(name)),
            is_path: true,
        }
    }

    /// The items of an array.
    pub(super) fn items(&self) -> Self {
        self.inside("[]")
    }

    /// The values of a map, or the properties that an object does not name.
    pub(super) fn values(&self) -> Self {
        self.inside("{}")
    }

    /// What stands in a type under a mark, as in `|Dog`.
    pub(super) fn inside_of(&self, mark: &str) -> Self {
        self.inside(mark)
    }

    fn inside(&self, mark: &str) -> Self {
        let joint = if self.is_path { "" } else { " " };
        Self {
            text: format!("{}{joint}{mark}", self.text),
            is_path: true,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_join_with_dots_and_marks() {
        let pet = Subject::component("Pet");
        assert_eq!(
            pet.property("tags").items().property("name").to_string(),
            "Pet.tags[].name"
        );
        assert_eq!(pet.values().to_string(), "Pet{}");
        let body = Subject::item("POST /pets").part("request body application/json");
        assert_eq!(
            body.property("a").property("b").to_string(),
            "POST /pets request body application/json a.b"
        );
        assert_eq!(
            body.items().to_string(),
            "POST /pets request body application/json []"
        );
    }
}
