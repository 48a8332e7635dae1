//! Figures as Markdown tables.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use engross::measure::version;

use crate::run::{Figures, fastest};

/// Of so many runs, the fastest counts.
const RUNS: usize = 3;

/// Prints times and memory, one file a line.
pub(crate) fn stages(kind: &str, files: &[PathBuf]) {
    for (index, file) in files.iter().enumerate() {
        let figures = fastest(kind, file, RUNS);
        if index == 0 {
            print_head(&figures);
        }
        let times = cells(figures.stages.iter().map(|(_, time)| format!("{time:.0}")));
        let (size, total) = (megabytes(file), figures.total());
        println!(
            "| {} | {size:.1} |{times} {total:.0} | {:.0} | {} | {} |",
            name(file),
            size / total * 1e3,
            shown(figures.peak),
            figures.errors,
        );
    }
}

fn print_head(figures: &Figures) {
    let stages = cells(
        figures
            .stages
            .iter()
            .map(|(stage, _)| format!("{stage} ms")),
    );
    println!("| file | MB |{stages} all ms | MB/s | peak MB | errors |");
    let columns = 6 + figures.stages.len();
    println!("|{}", "---|".repeat(columns));
}

/// Returns as in ` 12 | 7 |`.
fn cells(texts: impl Iterator<Item = String>) -> String {
    let mut row = String::new();
    for text in texts {
        row.push(' ');
        row.push_str(&text);
        row.push_str(" |");
    }
    row
}

/// Prints what came of each description, and below it why something did not come through whole.
pub(crate) fn corpus(files: &[PathBuf]) {
    println!(
        "| file | version | operations | types | errors | warnings | degraded | ignored | skipped \
         | minor | ms | peak MB |"
    );
    println!("|{}", "---|".repeat(12));
    let mut reasons: BTreeMap<(String, bool, String), (usize, usize)> = BTreeMap::new();
    for file in files {
        let figures = fastest("understand", file, RUNS);
        print_outcome(file, &figures);
        for (fate, matters, count, reason) in figures.account {
            let (all, in_files) = reasons.entry((fate, matters, reason)).or_default();
            *all += count;
            *in_files += 1;
        }
    }
    println!("\n| outcome | nodes | files | reason |\n|---|---|---|---|");
    for ((fate, matters, reason), (count, files)) in reasons {
        let minor = if matters { "" } else { ", minor" };
        println!("| {fate}{minor} | {count} | {files} | {reason} |");
    }
}

fn print_outcome(file: &Path, figures: &Figures) {
    let count = |fate: &str| -> usize {
        let counted = figures.account.iter();
        let counted = counted.filter(|(of, matters, ..)| *matters && of == fate);
        counted.map(|(_, _, count, _)| count).sum()
    };
    let minor = figures.account.iter().filter(|(_, matters, ..)| !matters);
    let minor: usize = minor.map(|(_, _, count, _)| count).sum();
    println!(
        "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {minor} | {:.0} | {} |",
        name(file),
        version(file).unwrap_or_default(),
        figures.operations.unwrap_or_default(),
        figures.types,
        figures.errors,
        figures.warnings,
        count("degraded"),
        count("ignored"),
        count("skipped"),
        figures.total(),
        shown(figures.peak),
    );
}

fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn megabytes(file: &Path) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "sizes of files are small enough"
    )]
    std::fs::metadata(file).map_or(0.0, |metadata| metadata.len() as f64 / 1e6)
}

fn shown(peak: Option<f64>) -> String {
    peak.map_or_else(|| "?".to_owned(), |peak| format!("{peak:.0}"))
}
