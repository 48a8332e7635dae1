//! One run in a process of its own: the child tells its figures as lines, the parent reads them.

use std::path::Path;
use std::process::Command;

use engross::measure::Measured;

/// The figures of one run.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Stages with their milliseconds.
    pub(crate) stages: Vec<(String, f64)>,
    /// Resident memory at its highest, in megabytes; none, where the system does not tell.
    pub(crate) peak: Option<f64>,
    pub(crate) operations: Option<usize>,
    pub(crate) types: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// As in (`degraded`, matters, 3, `tuples are ..`).
    pub(crate) account: Vec<(String, bool, usize, String)>,
}

impl Figures {
    /// Returns the milliseconds of all stages.
    pub(crate) fn total(&self) -> f64 {
        self.stages.iter().map(|(_, time)| time).sum()
    }
}

/// Runs a child several times and returns the figures of its fastest run.
pub(crate) fn fastest(kind: &str, file: &Path, runs: usize) -> Figures {
    let mut all: Vec<Figures> = (0..runs).map(|_| once(kind, file)).collect();
    all.sort_by(|a, b| a.total().total_cmp(&b.total()));
    all.into_iter().next().unwrap_or_default()
}

fn once(kind: &str, file: &Path) -> Figures {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program)
        .args(["one", kind])
        .arg(file)
        .output()
        .expect("this program can be started");
    assert!(
        output.status.success(),
        "{}: the run failed",
        file.display()
    );
    let mut figures = Figures::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        read_line(&mut figures, line);
    }
    figures
}

/// Prints the figures of this process, one a line.
pub(crate) fn tell(measured: &Measured) {
    for (stage, time) in &measured.stages {
        println!("stage\t{stage}\t{}", time.as_secs_f64() * 1e3);
    }
    if let Some(kilobytes) = peak() {
        println!("peak\t{kilobytes}");
    }
    println!("errors\t{}", measured.report.errors());
    println!("warnings\t{}", measured.report.warnings());
    if let Some(counts) = &measured.counts {
        println!("operations\t{}", counts.operations);
        println!("types\t{}", counts.types);
        for ((fate, matters, reason), count) in &counts.account {
            println!("account\t{fate}\t{matters}\t{count}\t{reason}");
        }
    }
}

fn read_line(figures: &mut Figures, line: &str) {
    let fields: Vec<&str> = line.splitn(5, '\t').collect();
    let number = |text: &str| text.parse().unwrap_or_default();
    match fields.as_slice() {
        ["stage", stage, time] => {
            let time = time.parse().unwrap_or_default();
            figures.stages.push(((*stage).to_owned(), time));
        }
        ["peak", kilobytes] => figures.peak = kilobytes.parse().ok().map(|kb: f64| kb * 1024e-6),
        ["operations", count] => figures.operations = count.parse().ok(),
        ["types", count] => figures.types = number(count),
        ["errors", count] => figures.errors = number(count),
        ["warnings", count] => figures.warnings = number(count),
        ["account", fate, matters, count, reason] => figures.account.push((
            (*fate).to_owned(),
            *matters == "true",
            number(count),
            (*reason).to_owned(),
        )),
        _ => {}
    }
}

/// Returns the peak of this process's resident memory in kilobytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
