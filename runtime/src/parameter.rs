//! What a description says about one parameter: its name and how its value is written. Constant
//! data of generated code; nothing here looks at a value.

/// How arrays and objects are written in a parameter (OAS 3.1 §4.8.12.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// `blue,black`, in paths and headers.
    Simple,
    /// `.blue.black`, in paths.
    Label,
    /// `.blue.black`, in paths, whether exploded or not; before OAS 3.0.4 and 3.1.1.
    DottedLabel,
    /// `;color=blue;color=black`, in paths.
    Matrix,
    /// `color=blue&color=black`, in queries and cookies.
    Form,
    /// `color=blue%20black`, in queries; in Swagger 2.0 in other places too.
    SpaceDelimited,
    /// `color=blue%7Cblack`, in queries; in Swagger 2.0 in other places too.
    PipeDelimited,
    /// `color=blue%09black`, in Swagger 2.0.
    TabDelimited,
    /// `color%5BR%5D=100`, in queries.
    DeepObject,
    /// `color=blue; color=black`, in cookies, and nothing is percent-encoded.
    Cookie,
}

/// One parameter of an operation.
///
/// ```
/// use engross_runtime::private::{Parameter, Style};
///
/// static FILTER: Parameter = Parameter::new("filter").style(Style::DeepObject);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) style: Option<Style>,
    pub(crate) explode: Option<bool>,
    pub(crate) allow_reserved: bool,
    pub(crate) allow_empty: bool,
    pub(crate) content: Option<&'static str>,
    pub(crate) fields: &'static [Parameter],
}

impl Parameter {
    /// Describes a parameter of the default style of its place: simple in paths and headers, form
    /// in queries and cookies.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            style: None,
            explode: None,
            allow_reserved: false,
            allow_empty: false,
            content: None,
            fields: &[],
        }
    }

    /// Sets the style.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = Some(style);
        self
    }

    /// Sets whether arrays and objects become several parameters; form style does by default.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Keeps reserved characters of a value as they are, but for those that would end its place.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// Sends a value that is `null` as an empty one, where it would else be absent.
    #[must_use]
    pub const fn allow_empty(mut self) -> Self {
        self.allow_empty = true;
        self
    }

    /// Writes the value as a document of this media type instead of in a style.
    #[must_use]
    pub const fn content(mut self, media_type: &'static str) -> Self {
        self.content = Some(media_type);
        self
    }

    /// Writes the fields of these names, where the document is a form, as they say.
    #[must_use]
    pub const fn fields(mut self, fields: &'static [Parameter]) -> Self {
        self.fields = fields;
        self
    }

    pub(crate) fn style_or(&self, default: Style) -> Style {
        self.style.unwrap_or(default)
    }

    pub(crate) fn explodes(&self, style: Style) -> bool {
        self.explode
            .unwrap_or(matches!(style, Style::Form | Style::Cookie))
    }
}
