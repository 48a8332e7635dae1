//! Says what there is to say on standard error, in the form that was asked for.

use std::io::{IsTerminal, stderr};

use super::args::{MessageArgs, MessageFormat};
use crate::Report;
use crate::diagnostic::Message;

/// What knows the form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker {
    format: MessageFormat,
}

impl Speaker {
    pub(super) fn new(args: &MessageArgs) -> Self {
        Self {
            format: args.message_format,
        }
    }

    /// Shows what was found.
    pub(super) fn show(self, report: &Report) {
        let text = match self.format {
            MessageFormat::Human if has_colours() => report.to_coloured_string(),
            MessageFormat::Human => report.to_string(),
            MessageFormat::Short => report.to_short_string(),
            MessageFormat::Json => report.to_json_lines(),
        };
        eprint!("{text}");
    }

    /// Says something that is no problem of a description.
    pub(super) fn note(self, text: &str) {
        match self.format {
            MessageFormat::Human | MessageFormat::Short => eprintln!("{text}"),
            MessageFormat::Json => eprintln!("{}", Message::bare("note", text).to_json()),
        }
    }
}

impl Default for Speaker {
    fn default() -> Self {
        Self {
            format: MessageFormat::Human,
        }
    }
}

fn has_colours() -> bool {
    stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
