//! What the doors hand out when something is to be said: diagnostics in every form people and
//! programs read them in, and the account of a description.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::account::{Account, Client, Ending, document};
use crate::diagnostic::{Diagnostics, Format, Message, Severity, messages, render_as};
use crate::pipeline::Session;
use crate::source::Sources;

/// What was found in a description and its configuration, ready to be shown.
///
/// `Display` gives the text without colours: for each problem a code, a message, the place and the
/// source line underlined, and where possible a hint that names the fix.
#[derive(Clone)]
pub struct Report {
    said: Arc<Said>,
    description: String,
    inputs: Vec<PathBuf>,
    /// Where the description was understood and its client refused.
    refused: Option<Box<Account>>,
}

/// What is rendered when somebody asks for it.
enum Said {
    Found(Diagnostics, Sources),
    /// One error that has no place in any file.
    Plain(Message),
}

impl Report {
    /// Everything said in a run on a description.
    pub(crate) fn new(session: Session, description: &Path) -> Self {
        Self {
            said: Arc::new(Said::Found(session.diagnostics, session.sources)),
            description: shown(description),
            inputs: session.inputs,
            refused: None,
        }
    }

    /// One error that has no place in any file.
    pub(crate) fn plain(message: impl fmt::Display) -> Self {
        Self::of(Message::bare("error", message.to_string()))
    }

    /// The same with a way out.
    pub(crate) fn plain_with_help(message: impl fmt::Display, help: &str) -> Self {
        Self::of(Message::bare("error", message.to_string()).help(help))
    }

    fn of(message: Message) -> Self {
        Self {
            said: Arc::new(Said::Plain(message)),
            description: String::new(),
            inputs: Vec::new(),
            refused: None,
        }
    }

    /// Adds the account of a client that was refused.
    #[must_use]
    pub(crate) fn refused(mut self, account: Account) -> Self {
        self.refused = Some(Box::new(account));
        self
    }

    /// Says what description it is about.
    #[cfg(feature = "cli")]
    #[must_use]
    pub(crate) fn about(mut self, description: &Path) -> Self {
        self.description = shown(description);
        self
    }

    /// Returns the account of a generated client, for which this is what was said.
    pub(crate) fn client(&self, account: Option<Account>) -> Client {
        let (outcome, account) = match (account, self.refused.as_deref()) {
            (Some(account), _) => (Ending::Generated, Some(account)),
            (None, Some(account)) => (Ending::Refused, Some(account.clone())),
            (None, None) => (Ending::Failed, None),
        };
        Client {
            description: self.description.clone(),
            inputs: self.inputs.iter().map(|path| shown(path)).collect(),
            outcome,
            account,
            diagnostics: self.messages(),
        }
    }

    pub(crate) fn sources(&self) -> Option<&Sources> {
        match &*self.said {
            Said::Found(_, sources) => Some(sources),
            Said::Plain(_) => None,
        }
    }

    pub(crate) fn messages(&self) -> Vec<Message> {
        match &*self.said {
            Said::Found(diagnostics, sources) => messages(diagnostics, sources),
            Said::Plain(message) => vec![message.clone()],
        }
    }

    /// Returns the text with colours for a terminal.
    pub fn to_coloured_string(&self) -> String {
        self.text(Format::Coloured)
    }

    /// Returns one line for each problem, as in `openapi.yaml:12:7: error[E0201]: message`.
    pub fn to_short_string(&self) -> String {
        self.text(Format::Short)
    }

    /// Returns one JSON object in each line, for editors and other programs; `docs/report.md` of the
    /// project describes them.
    pub fn to_json_lines(&self) -> String {
        let lines = self.messages();
        lines
            .iter()
            .flat_map(|line| [line.to_json(), "\n".to_owned()])
            .collect()
    }

    /// Returns what `engross generate --report` writes of a description whose client was refused or
    /// failed; `docs/report.md` of the project describes it.
    pub fn to_json(&self) -> String {
        document(&[self.client(None)])
    }

    /// Returns the number of errors.
    pub fn errors(&self) -> usize {
        match &*self.said {
            Said::Found(diagnostics, _) => diagnostics.count(Severity::Error),
            Said::Plain(_) => 1,
        }
    }

    /// Returns the number of warnings.
    pub fn warnings(&self) -> usize {
        match &*self.said {
            Said::Found(diagnostics, _) => diagnostics.count(Severity::Warning),
            Said::Plain(_) => 0,
        }
    }

    /// Returns the files that were read until then.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    fn text(&self, format: Format) -> String {
        match (&*self.said, format) {
            (Said::Found(diagnostics, sources), _) => render_as(diagnostics, sources, format),
            (Said::Plain(message), Format::Short) => {
                format!("{}: {}\n", message.severity, message.message)
            }
            (Said::Plain(message), _) => format!("{}\n", message.rendered),
        }
    }
}

/// Returns a path as people type it, with slashes on every system.
fn shown(path: &Path) -> String {
    crate::paths::slashes(path)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Format::Plain))
    }
}

impl fmt::Debug for Report {
    /// The text itself: reports end up in `unwrap` messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errors, warnings) = (self.errors(), self.warnings());
        write!(f, "{errors} errors, {warnings} warnings\n{self}")
    }
}

impl std::error::Error for Report {}
