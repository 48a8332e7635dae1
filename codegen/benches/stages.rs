//! How long each stage takes for itself.
//!
//! `cargo bench -p engross --features measure --bench stages`; with a folder of real descriptions in
//! `ENGROSS_SHARED`, those too.

mod descriptions;

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use descriptions::descriptions;
use engross::measure::{self, Clock, Measured};

const REAL: [&str; 3] = ["figma.yaml", "stripe.yaml", "github.json"];

/// What runs up to a stage.
type Run = fn(&Path, Clock) -> Measured;

const STAGES: [(&str, Run); 6] = [
    ("load", measure::understand),
    ("document", measure::understand),
    ("lower", measure::understand),
    ("check", measure::understand),
    ("plan", measure::generate),
    ("print", measure::generate),
];

fn wall_clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// Returns the time that one stage takes in so many runs.
fn time(run: Run, path: &Path, stage: &str, runs: u64) -> Duration {
    let of_run = |_| {
        let stages = run(path, wall_clock).stages;
        let stage = stages.iter().find(|(name, _)| *name == stage);
        stage.expect("the description has no errors").1
    };
    (0..runs).map(of_run).sum()
}

fn stages(criterion: &mut Criterion) {
    for path in descriptions(&REAL) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut group = criterion.benchmark_group(&*name);
        let bytes = std::fs::metadata(&path).map_or(0, |metadata| metadata.len());
        group.sample_size(10);
        group.throughput(Throughput::Bytes(bytes));
        for (stage, run) in STAGES {
            group.bench_function(stage, |bencher| {
                bencher.iter_custom(|runs| time(run, &path, stage, runs));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
