//! Any bytes as a description: files or a report come out, and the report can be shown.

#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use engross::{Generated, Generator, Report};

/// A folder of this process alone, so that nothing can be referred to but the description itself.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("engross-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for one file");
    folder
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = FOLDER.join("a.yaml");
    std::fs::write(&file, bytes).expect("a file for one description");
    match Generator::new(&file).out(FOLDER.join("out")).generate() {
        Ok(generated) => look_at(&generated),
        Err(report) => show(&report),
    }
});

fn look_at(generated: &Generated) {
    show(generated.report());
    assert!(generated.files().all(|(_, text)| text.ends_with('\n') || text.is_empty()));
}

fn show(report: &Report) {
    assert!(!report.to_string().contains('\u{1b}'));
    let _ = report.to_coloured_string();
}
