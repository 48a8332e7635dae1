//! The writer that models are written to, whatever the format.
//!
//! No method returns an error: the writer remembers the first one and the end reports it.

mod scalar;

use super::encode_error::{EncodeError, EncodeReason};
use super::form;
use super::json::JsonWriter;
use super::media_type::Format;
use super::model::Model;
use super::plain::PlainWriter;
use super::shape::Shape;
use super::show::ShowWriter;
use super::table::Property;
use super::tree::TreeWriter;
use super::xml::XmlWriter;
use crate::value::Value;

/// An output in some format.
#[derive(Debug)]
pub struct Writer<'w> {
    backend: Backend<'w>,
    error: Option<EncodeError>,
    last_field: Option<&'static Property>,
    direction: Direction,
}

/// Where what is written goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Anywhere: all of a value is written.
    Any,
    /// To a server: what only answers have stays behind.
    Request,
}

#[derive(Debug)]
enum Backend<'w> {
    Json(JsonWriter<'w>),
    /// With the bytes that the tree becomes a form in.
    Tree(TreeWriter<'w>, Option<&'w mut Vec<u8>>),
    Xml(XmlWriter<'w>),
    Plain(PlainWriter<'w>),
    /// For `Debug`.
    Show(ShowWriter<'w>),
}

impl<'w> Writer<'w> {
    /// Returns a writer that appends to some bytes.
    pub(crate) fn to(out: &'w mut Vec<u8>, format: Format) -> Self {
        Self::over(match format {
            Format::Json => Backend::Json(JsonWriter::new(out)),
            Format::Xml => Backend::Xml(XmlWriter::new(out)),
            Format::Form => Backend::Tree(TreeWriter::default(), Some(out)),
            Format::Text => Backend::Plain(PlainWriter::text(out)),
            Format::Binary => Backend::Plain(PlainWriter::binary(out)),
        })
    }

    pub(crate) fn tree() -> Self {
        Self::over(Backend::Tree(TreeWriter::default(), None))
    }

    /// Returns a writer of a tree that appends a scalar to `text` instead.
    pub(crate) fn text_or_tree(text: &'w mut String) -> Self {
        Self::over(Backend::Tree(TreeWriter::with_text(text), None))
    }

    /// Returns a writer that appends what `Debug` shows.
    pub(crate) fn showing(out: &'w mut String, is_pretty: bool) -> Self {
        Self::over(Backend::Show(ShowWriter::new(out, is_pretty)))
    }

    fn over(backend: Backend<'w>) -> Self {
        Self {
            backend,
            error: None,
            last_field: None,
            direction: Direction::Any,
        }
    }

    /// Says where the output goes to.
    pub(crate) fn going(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    /// Whether a property is left out, whatever its value.
    #[inline]
    pub(crate) fn leaves_out(&self, field: &Property) -> bool {
        field.is_read_only && self.direction == Direction::Request
    }

    /// Names the root element where the output is XML.
    pub(crate) fn root(&mut self, root: &'static Property) {
        if let Backend::Xml(xml) = &mut self.backend {
            xml.root(root);
        }
    }

    /// Ends the output.
    pub(crate) fn finish(mut self) -> Result<(), EncodeError> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        match self.backend {
            Backend::Json(_) | Backend::Tree(_, None) | Backend::Show(_) => Ok(()),
            Backend::Tree(tree, Some(out)) => form::write(out, &tree.finish()),
            Backend::Xml(xml) => problem(xml.finish(), name_of(self.last_field)),
            Backend::Plain(plain) => problem(plain.finish(), name_of(self.last_field)),
        }
    }

    /// Whether all of the output is text in UTF-8.
    pub(crate) fn is_text(&self) -> bool {
        match &self.backend {
            Backend::Json(_) | Backend::Tree(..) | Backend::Xml(_) | Backend::Show(_) => true,
            Backend::Plain(plain) => plain.is_text(),
        }
    }

    /// Ends the output of a tree and returns it.
    pub(crate) fn finish_tree(self) -> Result<Value, EncodeError> {
        match (self.error, self.backend) {
            (Some(error), _) => Err(error),
            (None, Backend::Tree(tree, _)) => Ok(tree.finish()),
            (None, _) => Ok(Value::Null),
        }
    }

    /// Ends the output of a scalar, which became a text, or of a tree, which is returned.
    pub(crate) fn finish_text_or_tree(self) -> Result<Option<Value>, EncodeError> {
        match (self.error, self.backend) {
            (Some(error), _) => Err(error),
            (None, Backend::Tree(tree, _)) => Ok(tree.finish_unless_text()),
            (None, _) => Ok(None),
        }
    }

    /// Begins an object.
    pub fn begin_object(&mut self, shape: &'static Shape) {
        match &mut self.backend {
            Backend::Json(json) => json.begin(b'{'),
            Backend::Tree(tree, _) => tree.begin_object(),
            Backend::Xml(xml) => xml.begin_object(shape),
            Backend::Plain(plain) => plain.refuse("an object"),
            Backend::Show(show) => show.begin_object(shape.name),
        }
    }

    /// Ends an object or a map.
    pub fn end_object(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.end(b'}'),
            Backend::Tree(tree, _) => tree.end(),
            Backend::Xml(xml) => xml.end(),
            Backend::Plain(_) => {}
            Backend::Show(show) => show.end(),
        }
    }

    /// Begins an object whose property names are data.
    pub fn begin_map(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.begin(b'{'),
            Backend::Tree(tree, _) => tree.begin_object(),
            Backend::Xml(xml) => xml.begin_map(),
            Backend::Plain(plain) => plain.refuse("an object"),
            Backend::Show(show) => show.begin_map(),
        }
    }

    /// Begins a property; its value follows.
    pub fn field(&mut self, field: &'static Property) {
        match &mut self.backend {
            Backend::Json(json) => json.field(field),
            _ => self.field_elsewhere(field),
        }
        self.last_field = Some(field);
    }

    // What is rare stays out of JSON's way, here and below.
    #[inline(never)]
    fn field_elsewhere(&mut self, field: &'static Property) {
        match &mut self.backend {
            Backend::Json(_) | Backend::Plain(_) => {}
            Backend::Tree(tree, _) => tree.key(field.name),
            Backend::Show(show) => show.field(field.name),
            Backend::Xml(xml) => {
                // What is known now went wrong in the property before.
                let problem = xml.take_problem();
                xml.field(field);
                if let Some(reason) = problem {
                    self.fail(reason);
                }
            }
        }
    }

    /// Begins a property whose name is data; its value follows.
    pub fn key(&mut self, name: &str) {
        match &mut self.backend {
            Backend::Json(json) => json.key(name),
            Backend::Tree(tree, _) => tree.key(name),
            Backend::Xml(xml) => xml.key(name),
            Backend::Plain(_) => {}
            Backend::Show(show) => show.key(name),
        }
    }

    /// Writes the value of a variant or of a type around one value, whose name `Debug` shows.
    #[inline]
    pub fn variant(&mut self, name: &'static str, value: &impl Model) {
        self.begin_variant(name);
        value.write(self);
        self.end_variant();
    }

    fn begin_variant(&mut self, name: &'static str) {
        if let Backend::Show(show) = &mut self.backend {
            show.begin_variant(name);
        }
    }

    fn end_variant(&mut self) {
        if let Backend::Show(show) = &mut self.backend {
            show.end();
        }
    }

    /// Begins an array.
    pub fn begin_array(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.begin(b'['),
            Backend::Tree(tree, _) => tree.begin_array(),
            Backend::Xml(xml) => xml.begin_array(),
            Backend::Plain(plain) => plain.refuse("an array"),
            Backend::Show(show) => show.begin_array(),
        }
    }

    /// Begins an array whose items have the forms in XML that the fields of a shape say.
    pub(crate) fn begin_tuple(&mut self, shape: &'static Shape) {
        match &mut self.backend {
            Backend::Xml(xml) => xml.begin_tuple(shape),
            _ => self.begin_array(),
        }
    }

    /// Begins the item of such an array that a field stands for; its value follows.
    pub(crate) fn position(&mut self, field: &'static Property) {
        match &mut self.backend {
            Backend::Xml(xml) => xml.position(field),
            _ => self.element(),
        }
    }

    /// Begins an item; its value follows.
    pub fn element(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.element(),
            Backend::Tree(..) | Backend::Plain(_) => {}
            Backend::Xml(xml) => xml.element(),
            Backend::Show(show) => show.element(),
        }
    }

    /// Ends an array.
    pub fn end_array(&mut self) {
        match &mut self.backend {
            Backend::Json(json) => json.end(b']'),
            Backend::Tree(tree, _) => tree.end(),
            Backend::Xml(xml) => xml.end(),
            Backend::Plain(_) => {}
            Backend::Show(show) => show.end(),
        }
    }

    /// Whether a property is written by the function. Forgets which one was the last.
    pub(crate) fn has_written(&mut self, write: impl FnOnce(&mut Self)) -> bool {
        self.last_field = None;
        write(self);
        self.last_field.is_some()
    }

    #[cold]
    pub(crate) fn fail(&mut self, reason: EncodeReason) {
        let field = name_of(self.last_field);
        self.error
            .get_or_insert_with(|| EncodeError::near(reason, field));
    }
}

fn problem(reason: Option<EncodeReason>, field: Option<&'static str>) -> Result<(), EncodeError> {
    reason.map_or(Ok(()), |reason| Err(EncodeError::near(reason, field)))
}

fn name_of(field: Option<&'static Property>) -> Option<&'static str> {
    field.map(|field| field.name)
}
