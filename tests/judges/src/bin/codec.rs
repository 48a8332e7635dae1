//! Times the JSON codec of generated types against serde's derives with `serde_json`, on arrays of real
//! bodies of 10 MB, in one run of criterion.
//!
//! `cargo run --release -p engross-judges --bin codec` takes schemas of real descriptions with their
//! examples, or, where there are none, with bodies that a third-party generator makes. The structs for
//! serde are written by a script from the same schemas, as somebody would write them by hand: they pass
//! over unknown fields and keep no unknown values, which ours do. Prints how many times faster ours are.

#![allow(clippy::print_stdout, reason = "a table is to be seen")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use engross::Generator;
use engross_judges::{Body, Document, Tools, Workshop, manifest, target, types};
use engross_tests::Tree;
use engross_tests::measure::End;
use serde_json::Value;

/// Descriptions, with schemas that stand alone or nearly so.
const SUBJECTS: [(&str, &[&str]); 3] = [
    ("github", &["issue", "minimal-repository", "workflow-run"]),
    ("stripe", &["balance", "coupon"]),
    ("discord", &["GuildRoleResponse", "UserResponse"]),
];

const SIZE: usize = 10_000_000;

const DEPENDENCIES: &str = r#"
criterion = { version = "0.8", default-features = false }
serde = { version = "1", features = ["derive"] }
serde_json = "1"

[[bench]]
name = "codec"
harness = false
"#;

/// The program that is timed; what it compares stands below.
const BENCH: &str = r#"
use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Bencher, Criterion, Throughput};
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};
use serde::Serialize;
use serde::de::DeserializeOwned;

const JSON: &str = "application/json";

fn compare<M: Model, S: Serialize + DeserializeOwned>(criterion: &mut Criterion, name: &str, file: &str) {
    let text = std::fs::read(file).expect("it was written");
    let limits = DecodeLimits::default();
    let ours: Vec<M> = decode(&text, JSON, &limits).expect("valid");
    let theirs: Vec<S> = serde_json::from_slice(&text).expect("valid");
    let parse = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).expect("JSON");
    assert!(parse(&encode(&ours, JSON).expect("text")) == parse(&text), "{name} comes out changed");
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(10).measurement_time(Duration::from_secs(4)).warm_up_time(Duration::from_secs(1));
    group.bench_function("decode-engross", |b| time(b, || decode::<Vec<M>>(black_box(&text), JSON, &limits)));
    group.bench_function("decode-serde", |b| time(b, || serde_json::from_slice::<Vec<S>>(black_box(&text))));
    group.bench_function("encode-engross", |b| time(b, || encode(black_box(&ours), JSON)));
    group.bench_function("encode-serde", |b| time(b, || serde_json::to_vec(black_box(&theirs))));
    group.finish();
}

/// Results are dropped outside of the measured time, so that memory is reused.
fn time<O>(bencher: &mut Bencher<'_>, codec: impl Fn() -> O) {
    bencher.iter_batched(|| (), |()| codec(), BatchSize::PerIteration);
}
"#;

/// What is compared.
struct Case {
    name: String,
    model: String,
    mirror: String,
    bodies: PathBuf,
}

fn main() {
    let documents = Document::corpus();
    let (false, Some(tools)) = (documents.is_empty(), Tools::install()) else {
        return;
    };
    let (mut files, mut cases) = (Tree::new(), Vec::new());
    for (name, schemas) in SUBJECTS {
        let document = documents.iter().find(|document| document.name == name);
        let document = document.expect("it is part of the corpus");
        cases.extend(add_subject(&mut files, &tools, document, schemas));
    }
    let modules = SUBJECTS.map(|(name, _)| format!("pub mod {name};\npub mod {name}_mirror;\n"));
    files.insert("src/lib.rs".to_owned(), modules.concat());
    files.insert(
        "Cargo.toml".to_owned(),
        manifest("codec", &[]) + DEPENDENCIES,
    );
    files.insert("benches/codec.rs".to_owned(), bench(&cases));
    let mut workshop = Workshop::new("codec");
    workshop.add("codec", &files);
    workshop.finish();
    let outcome = workshop.cargo(["bench"]);
    assert!(
        outcome.end == End::Code(0),
        "{}{}",
        outcome.stdout,
        outcome.stderr
    );
    println!(
        "| bodies | decoding, times faster | encoding | ours, MB/s | |\n|---|---|---|---|---|"
    );
    for case in &cases {
        println!("{}", line(case));
    }
}

/// Adds the types of a description, ours and those for serde; returns what is compared of it.
fn add_subject(
    files: &mut Tree,
    tools: &Tools,
    document: &Document,
    schemas: &[&str],
) -> Vec<Case> {
    let (name, folder) = (
        &document.name,
        target().join("judges/codec-input").join(&document.name),
    );
    fs::create_dir_all(&folder).expect("writable");
    let bodies = tools.mirror(document, &folder, schemas);
    let generated = Generator::new(folder.join("openapi.json"))
        .into_module()
        .generate();
    let generated = generated.unwrap_or_else(|report| panic!("{report}"));
    let module = generated.files();
    let module: Tree = module
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let types = types(&module);
    files.extend(
        module
            .into_iter()
            .map(|(path, text)| (format!("src/{name}/{path}"), text)),
    );
    let mirror = fs::read_to_string(folder.join("mirror.rs")).expect("it was written");
    files.insert(format!("src/{name}_mirror.rs"), mirror);
    let schemas = schemas.iter().enumerate();
    let case = |(index, schema): (usize, &&str)| Case {
        name: format!("{name}-{schema}"),
        model: format!("codec::{name}::models::{}", types[*schema]),
        mirror: format!("codec::{name}_mirror::Root{index}"),
        bodies: write_bodies(&folder, schema, &bodies),
    };
    schemas.map(case).collect()
}

/// Writes an array of bodies for a schema: its examples, or what was made for it.
fn write_bodies(folder: &Path, schema: &str, bodies: &[Body]) -> PathBuf {
    let bodies = bodies.iter().filter(|body| body.name == schema);
    let (examples, made): (Vec<_>, Vec<_>) = bodies.partition(|body| body.source == "example");
    let chosen = if examples.is_empty() { made } else { examples };
    // Of an empty array, nothing but the call would be measured.
    assert!(!chosen.is_empty(), "there is no valid body for {schema}");
    let compact: Vec<_> = chosen.iter().map(|body| compact(&body.text)).collect();
    let mut text = "[".to_owned();
    for body in compact.iter().cycle() {
        text.push_str(body);
        if text.len() > SIZE {
            break;
        }
        text.push(',');
    }
    let path = folder.join(format!("{schema}.json"));
    fs::write(&path, text + "]").expect("writable");
    path
}

/// Returns JSON without white space between its tokens. Properties stay in their order: servers send them
/// as the description lists them, or as whoever wrote the body did.
fn compact(text: &str) -> String {
    let (mut in_text, mut is_escaped) = (false, false);
    let is_kept = |c: &char| {
        let is_kept = in_text || !c.is_ascii_whitespace();
        in_text ^= *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_kept
    };
    text.chars().filter(is_kept).collect()
}

fn bench(cases: &[Case]) -> String {
    let mut bench =
        format!("{BENCH}\nfn main() {{\n    let mut criterion = Criterion::default();\n");
    for Case {
        name,
        model,
        mirror,
        bodies,
    } in cases
    {
        let bodies = bodies.display();
        let _ = writeln!(
            bench,
            "    compare::<{model}, {mirror}>(&mut criterion, {name:?}, r\"{bodies}\");"
        );
    }
    bench + "    criterion.final_summary();\n}\n"
}

fn line(case: &Case) -> String {
    let [decode, their_decode, encode, their_encode] = [
        "decode-engross",
        "decode-serde",
        "encode-engross",
        "encode-serde",
    ]
    .map(|function| mean(case, function));
    let size = fs::metadata(&case.bodies).expect("it was written").len();
    #[allow(clippy::cast_precision_loss, reason = "ten megabytes are few")]
    let speed = |nanoseconds: f64| size as f64 / nanoseconds * 1000.0;
    format!(
        "| {} | {:.2} | {:.2} | {:.0} | {:.0} |",
        case.name,
        their_decode / decode,
        their_encode / encode,
        speed(decode),
        speed(encode),
    )
}

/// Returns the mean time of a function in nanoseconds.
fn mean(case: &Case, function: &str) -> f64 {
    let folder = target().join("judges/target/criterion").join(&case.name);
    let path = folder.join(function).join("new/estimates.json");
    let text = fs::read_to_string(path).expect("criterion wrote it");
    let estimates: Value = serde_json::from_str(&text).expect("JSON");
    estimates["mean"]["point_estimate"]
        .as_f64()
        .expect("a number")
}
