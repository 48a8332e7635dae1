//! The JSON codec against serde derive with `serde_json`, on the same structs and documents.
//!
//! `catalog` is an array of records of mixed fields with a nested struct, arrays and a map;
//! `customers` is an array of structs of optional strings that keep additional properties, which
//! serde does with `flatten`; `customers-closed` has neither additional properties nor `flatten`.

mod catalog;
mod customers;

use std::hint::black_box;

use criterion::{
    BatchSize, Bencher, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};
use serde::Serialize;
use serde::de::DeserializeOwned;

const SIZES: [(&str, usize); 2] = [("100KB", 100_000), ("10MB", 10_000_000)];

fn json(criterion: &mut Criterion) {
    compare(criterion, "catalog", catalog::product);
    compare(criterion, "customers", customers::open);
    compare(criterion, "customers-closed", customers::closed);
}

fn compare<T>(criterion: &mut Criterion, name: &str, item: fn(usize) -> T)
where
    T: Model + Serialize + DeserializeOwned + PartialEq,
{
    for (size, length) in SIZES {
        let (models, text) = document(item, length);
        let mut group = criterion.benchmark_group(format!("decode/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("engross", size), |bencher| {
            time(bencher, || from_engross::<T>(black_box(&text)));
        });
        group.bench_function(BenchmarkId::new("serde_json", size), |bencher| {
            time(bencher, || from_serde::<T>(black_box(&text)));
        });
        group.finish();
        let mut group = criterion.benchmark_group(format!("encode/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("engross", size), |bencher| {
            time(bencher, || to_engross(black_box(&models)));
        });
        group.bench_function(BenchmarkId::new("serde_json", size), |bencher| {
            time(bencher, || to_serde(black_box(&models)));
        });
        group.finish();
    }
}

/// Times a codec alone: its result is dropped before the next run, outside of the measured time,
/// so that memory is reused as in a program that goes on.
fn time<O>(bencher: &mut Bencher<'_>, codec: impl Fn() -> O) {
    bencher.iter_batched(|| (), |()| codec(), BatchSize::PerIteration);
}

/// Models and their text of about `length` bytes; both codecs agree about them.
fn document<T>(item: fn(usize) -> T, length: usize) -> (Vec<T>, Vec<u8>)
where
    T: Model + Serialize + DeserializeOwned + PartialEq,
{
    let sample: Vec<T> = (0..100).map(item).collect();
    let count = length * sample.len() / to_serde(&sample).len();
    let models: Vec<T> = (0..count.max(1)).map(item).collect();
    let text = to_serde(&models);
    assert!(
        to_engross(&models) == text,
        "both codecs write the same text"
    );
    assert!(
        from_engross::<T>(&text) == models,
        "our codec reads it back"
    );
    assert!(from_serde::<T>(&text) == models, "serde reads it back");
    (models, text)
}

fn from_engross<T: Model>(text: &[u8]) -> Vec<T> {
    decode(text, "application/json", &DecodeLimits::default()).expect("a valid document")
}

fn from_serde<T: DeserializeOwned>(text: &[u8]) -> Vec<T> {
    serde_json::from_slice(text).expect("a valid document")
}

fn to_engross<T: Model>(models: &Vec<T>) -> Vec<u8> {
    encode(models, "application/json").expect("a valid model")
}

fn to_serde<T: Serialize>(models: &[T]) -> Vec<u8> {
    serde_json::to_vec(models).expect("a valid model")
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = json
}
criterion_main!(benches);
