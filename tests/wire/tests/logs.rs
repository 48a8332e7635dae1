//! What the libraries below the transports write to a log, at its most talkative.

use std::cell::RefCell;

use crate::support::samples::education;
use crate::support::{Answer, Scene, TOKEN, Via};

thread_local! {
    static LINES: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the lines of each thread apart: both transports run on the thread of their test.
struct Keep;

impl log::Log for Keep {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let line = format!("{}: {}\n", record.target(), record.args());
        // A line that is written while the thread ends is of no test.
        let _ = LINES.try_with(|lines| lines.borrow_mut().push_str(&line));
    }

    fn flush(&self) {}
}

#[test]
fn no_log_shows_the_token() {
    log::set_logger(&Keep).expect("no other test sets one");
    log::set_max_level(log::LevelFilter::Trace);
    for via in Via::ALL {
        let answer = Answer::with_body(200, "application/json", r#"{"qualifications":[]}"#);
        let played = Scene::new([answer]).play_with(via, |op| op.code("x").body(education()));
        assert!(played.outcome.is_ok(), "{via:?}");
        let lines = LINES.with(RefCell::take);
        assert!(!lines.contains(TOKEN), "{via:?}: {lines}");
        assert!(
            lines.contains("127.0.0.1"),
            "{via:?} says something: {lines}"
        );
    }
}
