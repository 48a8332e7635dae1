//! How long a client takes from its description to its files in memory.
//!
//! `cargo bench -p engross`; with a folder of real descriptions in `ENGROSS_SHARED`, those too.

use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use engross::Generator;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Descriptions of growing size; those that are absent are passed over.
fn descriptions() -> Vec<PathBuf> {
    let shared =
        std::env::var_os("ENGROSS_SHARED").map_or_else(|| project("../shared"), PathBuf::from);
    let real = ["petstore.yaml", "figma.yaml", "discord.json"];
    let real = real.iter().map(|name| shared.join("corpus").join(name));
    let own = project("spec/partner-center/openapi.yaml");
    std::iter::once(own)
        .chain(real)
        .filter(|path| path.exists())
        .collect()
}

fn generate(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generate");
    group.sample_size(10);
    for path in descriptions() {
        let bytes = std::fs::metadata(&path).map_or(0, |metadata| metadata.len());
        group.throughput(Throughput::Bytes(bytes));
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        group.bench_function(name, |bencher| {
            bencher.iter(|| Generator::new(&path).generate().expect("it is right"));
        });
    }
    group.finish();
}

criterion_group!(benches, generate);
criterion_main!(benches);
