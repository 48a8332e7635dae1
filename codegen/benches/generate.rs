//! How long a client takes from its description to its files in memory.
//!
//! `cargo bench -p engross`; with a folder of real descriptions in `ENGROSS_SHARED`, those too.

mod descriptions;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use descriptions::descriptions;
use engross::Generator;

const REAL: [&str; 3] = ["petstore.yaml", "figma.yaml", "discord.json"];

fn generate(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generate");
    group.sample_size(10);
    for path in descriptions(&REAL) {
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
