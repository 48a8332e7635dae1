//! Real descriptions, damaged: whatever was flipped, swapped, lost or doubled, the whole pipeline
//! ends with files or with a report that can be shown, and without a panic.
//!
//! `ENGROSS_SLOW=1` tries many more, and all that a third-party suite accepts; otherwise some of those.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use engross::Generator;
use engross_tests::{cases, project, shared};
use proptest::prelude::*;
use proptest::sample::Index;

/// One thing done to a text.
#[derive(Debug, Clone)]
enum Damage {
    FlipBit(Index, u8),
    /// A range is lost.
    Cut(Index, usize),
    /// Some bytes come in.
    Insert(Index, Vec<u8>),
    /// A range of another description comes in.
    Splice(Index, Index, Index, usize),
    DeleteLines(Index, usize),
    DoubleLines(Index, usize),
    /// Lines move to another place.
    MoveLines(Index, Index, usize),
    Indent(Index, usize),
    /// Two words change places.
    SwapWords(Index, Index),
    /// A word comes in the place of another.
    ReplaceWord(Index, &'static str),
}

/// What is well known to a description, in places where it is not expected.
const WORDS: [&str; 40] = [
    "null",
    "~",
    "[]",
    "{}",
    "true",
    "0",
    "-1",
    "1e999",
    "''",
    "\"\"",
    "object",
    "array",
    "string",
    "$ref:",
    "'#/components/schemas/Pet'",
    "'#'",
    "'#/paths'",
    "allOf:",
    "oneOf:",
    "properties:",
    "items:",
    "type:",
    "enum:",
    "default:",
    "required:",
    "in:",
    "path",
    "query",
    "*a",
    "&a",
    "<<:",
    "|",
    ">",
    "!!str",
    "'3.0.3'",
    "'2.0'",
    "additionalProperties:",
    "discriminator:",
    "responses:",
    "content:",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 0..8_u8).prop_map(|(at, bit)| Damage::FlipBit(at, bit)),
        (at(), 1..40_usize).prop_map(|(at, count)| Damage::Cut(at, count)),
        (at(), prop::collection::vec(any::<u8>(), 1..4))
            .prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (at(), at(), at(), 1..200_usize)
            .prop_map(|(to, of, from, count)| Damage::Splice(to, of, from, count)),
        (at(), 1..4_usize).prop_map(|(at, count)| Damage::DeleteLines(at, count)),
        (at(), 1..9_usize).prop_map(|(at, count)| Damage::DoubleLines(at, count)),
        (at(), at(), 1..6_usize).prop_map(|(from, to, count)| Damage::MoveLines(from, to, count)),
        (at(), 1..5_usize).prop_map(|(at, count)| Damage::Indent(at, count)),
        (at(), at()).prop_map(|(a, b)| Damage::SwapWords(a, b)),
        (at(), prop::sample::select(&WORDS[..]))
            .prop_map(|(at, word)| Damage::ReplaceWord(at, word)),
    ]
}

/// The descriptions that the project has, and perhaps others.
static ORIGINALS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(originals);

fn originals() -> Vec<Vec<u8>> {
    let of_cases = cases("tests/cases/ok").into_iter();
    let others = of_cases.chain([
        project("spec/partner-center"),
        project("tests/build-script/api"),
    ]);
    let names = [
        "openapi.yaml",
        "openapi.json",
        "swagger.yaml",
        "swagger.json",
    ];
    let files = others.flat_map(|folder| names.map(|name| folder.join(name)));
    let failing = cases("tests/cases/fail");
    let files = files.chain(failing).chain(of_suites());
    let files = files.filter(|path| is_description(path));
    files
        .map(|path| std::fs::read(path).expect("readable"))
        .collect()
}

/// Returns the descriptions that the OpenAPI Initiative's own suite accepts; one of every few, unless the
/// run is slow.
fn of_suites() -> Vec<PathBuf> {
    let folder = shared("suites/openapi");
    let mut left: Vec<PathBuf> = folder.into_iter().collect();
    let mut found = Vec::new();
    while let Some(folder) = left.pop() {
        let entries = std::fs::read_dir(&folder).expect("readable");
        for path in entries.map(|entry| entry.expect("readable").path()) {
            if path.is_dir() {
                left.push(path);
            } else if folder.ends_with("pass") {
                found.push(path);
            }
        }
    }
    found.sort();
    let step = if is_slow() { 1 } else { 5 };
    found.into_iter().step_by(step).collect()
}

fn is_slow() -> bool {
    std::env::var_os("ENGROSS_SLOW").is_some()
}

fn is_description(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension != "report")
        && path.is_file()
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage, originals: &[Vec<u8>]) {
    if bytes.is_empty() {
        return;
    }
    match damage {
        Damage::FlipBit(at, bit) => {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        Damage::Cut(at, count) => {
            let at = at.index(bytes.len());
            bytes.drain(at..(at + count).min(bytes.len()));
        }
        Damage::Insert(at, piece) => insert(bytes, at.index(bytes.len()), piece),
        Damage::Splice(to, of, from, count) => {
            let other = &originals[of.index(originals.len())];
            let from = from.index(other.len().max(1)).min(other.len());
            let piece = &other[from..(from + count).min(other.len())];
            insert(bytes, to.index(bytes.len()), piece);
        }
        Damage::DeleteLines(..)
        | Damage::DoubleLines(..)
        | Damage::MoveLines(..)
        | Damage::Indent(..) => {
            *bytes = damaged_lines(bytes, damage).concat();
        }
        Damage::SwapWords(..) | Damage::ReplaceWord(..) => {
            *bytes = damaged_words(bytes, damage).concat();
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

fn damaged_lines(bytes: &[u8], damage: &Damage) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let range = |at: &Index, count: usize, length: usize| {
        let start = at.index(length);
        start..(start + count).min(length)
    };
    let length = lines.len();
    match damage {
        Damage::DeleteLines(at, count) => {
            lines.drain(range(at, *count, length));
        }
        Damage::DoubleLines(at, count) => {
            let range = range(at, *count, length);
            let copies = lines[range.clone()].to_vec();
            lines.splice(range.end..range.end, copies);
        }
        Damage::MoveLines(from, to, count) => {
            let moved: Vec<_> = lines.drain(range(from, *count, length)).collect();
            let to = to.index(lines.len() + 1);
            lines.splice(to..to, moved);
        }
        Damage::Indent(at, count) => lines[at.index(length)]
            .splice(0..0, vec![b' '; *count])
            .for_each(drop),
        _ => {}
    }
    lines
}

fn damaged_words(bytes: &[u8], damage: &Damage) -> Vec<Vec<u8>> {
    let mut words: Vec<Vec<u8>> = bytes
        .split_inclusive(u8::is_ascii_whitespace)
        .map(<[u8]>::to_vec)
        .collect();
    let count = words.len();
    match damage {
        Damage::SwapWords(a, b) => words.swap(a.index(count), b.index(count)),
        Damage::ReplaceWord(at, word) => words[at.index(count)] = format!("{word} ").into_bytes(),
        _ => {}
    }
    words
}

/// Runs the pipeline on a description, and looks at all that comes of it.
fn survives(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("openapi.yaml");
    std::fs::write(&file, bytes).expect("a file");
    let report = match Generator::new(&file)
        .out(folder.path().join("out"))
        .generate()
    {
        Ok(generated) => generated.report().to_string(),
        Err(report) => {
            assert!(report.errors() > 0);
            report.to_coloured_string()
        }
    };
    assert!(!report.contains("panicked"));
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases: if is_slow() { cases * 50 } else { cases },
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn damaged_descriptions_end_without_a_panic(
        which in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..8),
    ) {
        let originals = &*ORIGINALS;
        let mut bytes = originals[which.index(originals.len())].clone();
        for damage in &damages {
            apply(&mut bytes, damage, originals);
        }
        survives(&bytes);
    }

    #[test]
    fn any_bytes_end_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        survives(&bytes);
    }
}
