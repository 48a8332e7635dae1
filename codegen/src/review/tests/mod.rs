//! Reviews of whole descriptions: the cases of `tests/cases/diff`, and what holds for all of them.

mod cases;
mod general;
mod hostile;
mod real;

use std::num::NonZeroUsize;
use std::path::Path;

use super::{Review, render};
use crate::api::Api;
use crate::config::Config;
use crate::lower::testing::{lower_path, lower_text};
use crate::parallel::Threads;
use crate::plan::{CrateForm, Form, Settings, plan};

/// Reviews two descriptions given as text.
fn review_texts(old: &str, new: &str) -> Review {
    review(&api(old), &api(new))
}

/// Reviews two APIs and what comes of them without a configuration.
fn review(old: &Api, new: &Api) -> Review {
    let settings = Settings {
        source: "openapi.yaml".to_owned(),
        form: Form::Crate(CrateForm::default()),
        threads: Threads::AtMost(NonZeroUsize::MIN),
    };
    let plan = |api| plan(api, &Config::default(), &settings);
    super::review((old, &plan(old)), (new, &plan(new)))
}

fn api(text: &str) -> Api {
    let lowered = lower_text(text);
    let said = lowered.said();
    lowered.api.expect(&said)
}

/// Returns one line per change: its verdicts, its subject and its id.
fn lines(review: &Review) -> Vec<String> {
    let line = |change: &super::Change| {
        format!(
            "{}, {}: {} [{}]",
            change.wire,
            change.rust,
            change.subject,
            change.id()
        )
    };
    review.changes.iter().map(line).collect()
}

/// Renders the review of two files, with their places as relative to their folder.
fn render_files(folder: &Path) -> String {
    let [old, new] =
        ["old.yaml", "new.yaml"].map(|name| lower_path(&folder.join(name), &Config::default()));
    let said = [old.said(), new.said()].concat();
    let changes = review(&old.api.expect(&said), &new.api.expect(&said));
    let text = render(&changes, &old.sources, &new.sources);
    let prefix = format!("{}/", folder.display()).replace('\\', "/");
    text.replace(&prefix, "")
}
