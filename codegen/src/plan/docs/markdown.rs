//! Markdown to the same Markdown, harmless.
//!
//! Walks the parser's events; blocks and words are written by others.

use std::mem::take;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::block::Blocks;
use super::clean;
use super::fill::Words;
use super::html::{Html, pieces};
use super::inline;
use super::{Item, Piece};

/// Returns the lines of what people wrote.
pub(super) fn render(text: &str) -> Vec<String> {
    let text = clean::text(text);
    let mut renderer = Renderer::default();
    if is_plain(&text) {
        renderer.words_of(&text);
        renderer.flush();
    } else {
        renderer.walk(&text);
    }
    renderer.blocks.into_lines()
}

/// Whether a text is one paragraph of lines that begin with letters, with nothing in it that Markdown
/// knows, so that no parser is needed.
fn is_plain(text: &str) -> bool {
    let is_plain_line = |line: &str| {
        line.starts_with(|c: char| c.is_ascii_alphabetic()) && !line.ends_with(char::is_whitespace)
    };
    inline::is_plain(text) && !text.is_empty() && text.lines().all(is_plain_line)
}

/// Returns the lines of a paragraph of ours.
pub(super) fn render_pieces(pieces: &[Piece<'_>]) -> Vec<String> {
    let mut renderer = Renderer::default();
    renderer.pieces(pieces);
    renderer.flush();
    renderer.blocks.into_lines()
}

/// Returns a list of ours.
pub(super) fn render_list(items: &[Item<'_>]) -> Vec<String> {
    let mut renderer = Renderer::default();
    for item in items {
        renderer.item(item);
        for below in &item.below {
            renderer.blocks.join();
            renderer.item(below);
            renderer.blocks.close();
        }
        renderer.blocks.close();
    }
    renderer.blocks.into_lines()
}

#[derive(Default)]
struct Renderer {
    blocks: Blocks,
    words: Words,
    /// Where the last span of code ended.
    code_end: Option<usize>,
    /// The open links; nothing for those that lead nowhere.
    links: Vec<Option<String>>,
    /// The next number of each open list.
    lists: Vec<Option<u64>>,
    rows: Vec<Vec<Words>>,
    mode: Mode,
    /// Whether the next paragraph goes on with the words that are there.
    is_begun: bool,
}

/// Where text goes.
#[derive(Default)]
enum Mode {
    #[default]
    Words,
    Code(String),
    Html(String),
    /// The text of a link that shows its own target.
    Autolink,
}

impl Renderer {
    fn walk(&mut self, text: &str) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for event in TextMergeStream::new(Parser::new_ext(text, options)) {
            self.event(event);
        }
        self.flush();
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.code(&text),
            Event::InlineHtml(html) => self.html(&html),
            Event::Html(html) => match &mut self.mode {
                Mode::Html(all) => all.push_str(&html),
                Mode::Words | Mode::Code(_) | Mode::Autolink => self.html(&html),
            },
            Event::SoftBreak => self.end_word(),
            Event::HardBreak => self.line_break(),
            Event::Rule => {
                self.flush();
                self.blocks.rule();
            }
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.start_text(),
            Tag::Heading { .. } | Tag::Table(_) => self.flush(),
            Tag::BlockQuote(_) => {
                self.flush();
                self.blocks.open_quote();
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.mode = Mode::Code(String::new());
            }
            Tag::HtmlBlock => {
                self.start_text();
                self.mode = Mode::Html(String::new());
            }
            Tag::List(number) => {
                self.flush();
                // A list with numbers may follow text without a gap only if it starts at 1.
                if self.lists.is_empty() || number.is_some() {
                    self.blocks.separate();
                } else {
                    self.blocks.join();
                }
                self.lists.push(number);
            }
            Tag::Item => self.start_item(),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::Emphasis => self.glue("*"),
            Tag::Strong => self.glue("**"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.start_link(link_type, &dest_url),
            Tag::TableCell
            | Tag::Image { .. }
            | Tag::Strikethrough
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => {
                let words = self.take_words();
                self.blocks.heading(level as usize, &words);
            }
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.flush();
                self.blocks.close();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.blocks.separate();
            }
            TagEnd::CodeBlock => {
                if let Mode::Code(text) = take(&mut self.mode) {
                    self.blocks.code(&text);
                }
            }
            TagEnd::HtmlBlock => {
                if let Mode::Html(html) = take(&mut self.mode) {
                    self.html(&html);
                    self.flush();
                }
            }
            TagEnd::TableCell => {
                let words = self.take_words();
                if let Some(row) = self.rows.last_mut() {
                    row.push(words);
                }
            }
            TagEnd::Table => {
                let rows = take(&mut self.rows);
                self.blocks.table(&rows);
            }
            TagEnd::Emphasis => self.glue("*"),
            TagEnd::Strong => self.glue("**"),
            TagEnd::Link => self.end_link(),
            TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// An item's text goes on in the paragraph that its head began.
    fn start_text(&mut self) {
        if take(&mut self.is_begun) {
            self.end_word();
        } else {
            self.flush();
        }
    }

    fn start_item(&mut self) {
        self.flush();
        let number = self.lists.last_mut().and_then(|next| {
            let number = *next;
            *next = next.map(|next| next.saturating_add(1));
            number
        });
        self.blocks.open_item(number);
    }

    fn start_link(&mut self, link_type: LinkType, url: &str) {
        let target = inline::target(url);
        match (&target, link_type) {
            (Some(target), LinkType::Autolink) => {
                let link = ["<", target, ">"].concat();
                self.glue(&link);
                self.mode = Mode::Autolink;
            }
            (Some(_), _) => self.glue("["),
            (None, _) => {}
        }
        self.links.push(target);
    }

    fn end_link(&mut self) {
        let target = self.links.pop().flatten();
        if matches!(self.mode, Mode::Autolink) {
            self.mode = Mode::Words;
        } else if let Some(target) = target {
            self.glue(&["](", &target, ")"].concat());
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Code(all) | Mode::Html(all) => all.push_str(text),
            Mode::Autolink => {}
            Mode::Words => self.words_of(text),
        }
    }

    fn words_of(&mut self, text: &str) {
        let is_linked = self.links.iter().any(Option::is_some);
        let is_plain = inline::is_plain(text);
        for (index, word) in text.split(char::is_whitespace).enumerate() {
            if index > 0 {
                self.words.end_word();
            }
            if is_plain {
                self.words.push(word);
            } else if is_linked {
                self.words.push(&inline::escape(word));
            } else {
                self.words.push(&inline::word(word));
            }
        }
    }

    fn html(&mut self, html: &str) {
        for piece in pieces(html) {
            match piece {
                Html::Text(text) => self.words_of(text),
                Html::Break => self.line_break(),
                Html::Paragraph if self.rows.is_empty() && self.links.is_empty() => {
                    self.start_text();
                }
                Html::Paragraph => self.end_word(),
                Html::Bullet => {
                    self.line_break();
                    self.words_of("• ");
                }
            }
        }
    }

    fn pieces(&mut self, pieces: &[Piece<'_>]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.words_of(&clean::text(text)),
                Piece::Code(text) => self.code(text),
                Piece::Quoted(text) => self.code(&["\"", text, "\""].concat()),
                Piece::Link(item) => self.glue(&["[`", item, "`]"].concat()),
                Piece::Method(name) => {
                    self.glue(&["[`", name, "`](Self::", name, ")"].concat());
                }
                Piece::To { shown, target } => {
                    self.glue(&["[", &inline::code(shown), "](", target, ")"].concat());
                }
            }
        }
    }

    /// Adds a span of code. Right behind another one, its marks would be taken for those of the other.
    fn code(&mut self, text: &str) {
        if self.code_end == Some(self.words.end()) {
            self.words.end_word();
        }
        self.words.push(&inline::code(text));
        self.code_end = Some(self.words.end());
    }

    fn glue(&mut self, markdown: &str) {
        self.words.push(markdown);
    }

    fn end_word(&mut self) {
        self.words.end_word();
    }

    fn line_break(&mut self) {
        self.words.line_break();
    }

    fn take_words(&mut self) -> Words {
        self.end_word();
        self.code_end = None;
        take(&mut self.words)
    }

    /// Leaves the item open for what stands below it.
    fn item(&mut self, item: &Item<'_>) {
        self.blocks.open_item(None);
        self.pieces(&item.head);
        if !item.texts.is_empty() {
            self.glue(":");
            self.end_word();
            self.is_begun = true;
        }
        for text in &item.texts {
            self.walk(&clean::text(text));
        }
        self.flush();
    }

    fn flush(&mut self) {
        self.is_begun = false;
        let words = self.take_words();
        self.blocks.paragraph(&words);
    }
}

#[cfg(test)]
mod tests;
