//! The file that `--report` writes: what came of each description of a run.

use serde::Serialize;

use super::Account;
use crate::diagnostic::Message;

/// What came of one description.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Client {
    /// The path of the description or configuration, as it was given.
    pub(crate) description: String,
    /// Every file that was opened, overlays included.
    pub(crate) inputs: Vec<String>,
    pub(crate) outcome: Ending,
    /// Where the description could be understood.
    #[serde(flatten)]
    pub(crate) account: Option<Account>,
    pub(crate) diagnostics: Vec<Message>,
}

/// How a run on a description ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Ending {
    Generated,
    /// It is understood, and `--strict` does not accept what would have come out.
    Refused,
    /// It has errors.
    Failed,
}

#[derive(Serialize)]
struct Document<'a> {
    /// The version of this form. Fields may be added within one.
    report: u32,
    generator: Generator,
    clients: &'a [Client],
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

/// Returns the text of the file.
pub(crate) fn document(clients: &[Client]) -> String {
    let generator = Generator {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    };
    let document = Document {
        report: 1,
        generator,
        clients,
    };
    // Maps with keys that are no texts and values that refuse to be written are all that can fail.
    let mut text = serde_json::to_string_pretty(&document).expect("plain data");
    text.push('\n');
    text
}
