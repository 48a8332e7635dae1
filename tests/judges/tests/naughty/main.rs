//! Hostile texts in every place of a description that takes text: they come out as literals,
//! documentation and identifiers, and as nothing else.
//!
//! The texts are the third-party list, and some of our own that are made for Rust. Each place has a
//! description full of them. What comes of it compiles; its form is that of the same description with
//! harmless words; no name of a file leads elsewhere or is another's in capitals; rustdoc finds no
//! test but the examples of operations. The ordinary run takes a part of the texts, `ENGROSS_SLOW=1`
//! all of them.

mod skeleton;
mod slots;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use engross::Generator;
use engross_judges::{Client, Workshop, each, is_slow, manifest, target, tell};
use engross_tests::measure::End;
use engross_tests::{Tree, shared};

use skeleton::{items, words};
use slots::{FIRST_WORDS, SLOTS, Slot};

/// What is hostile to Rust, rustdoc and file systems.
const OURS: [&str; 24] = [
    "*/ fn canary() {} /*",
    "\" } fn canary() {} const X: &str = \"",
    "\"# } fn canary() {} r#\"",
    "\\\" } fn canary() {}",
    "]\nfn canary() {}",
    "```\npanic!()\n```",
    "````rust\npanic!()\n````",
    "~~~\npanic!()\n~~~",
    "text\n\n    panic!()\n",
    "\tpanic!()",
    "> ```\n> panic!()\n> ```",
    "- text\n\n      panic!()\n",
    "{{#rustdoc_include x}} [link]: #[doc]",
    "<script>panic!()</script>\n<pre><code>panic!()",
    "a\r\nb\rc\u{2028}d\u{85}e\u{0}f",
    "\u{202e}text\u{2066}",
    "../../etc/passwd",
    "C:\\con.rs",
    "mod",
    "Self",
    "crate",
    "r#type",
    "lib",
    "Vec",
];

/// How many texts the ordinary run passes over for each one that it takes.
const STEP: usize = 5;

/// A place with the texts that it takes, and what comes of them.
struct Written {
    slot: &'static Slot,
    texts: Vec<String>,
    files: Tree,
    /// How many texts are mistakes in this place: there is an error, or an operation is skipped.
    refused: usize,
}

#[test]
fn hostile_texts_stay_texts() {
    let Some(list) = shared("suites/naughty/blns.json") else {
        return;
    };
    let texts = texts(&list);
    let slots: Vec<&'static Slot> = SLOTS.iter().collect();
    let written = each(&slots, |slot| write(slot, &texts));
    let mut workshop = Workshop::new("naughty");
    let (mut files, mut modules) = (Tree::new(), String::new());
    let mut wrong = Vec::new();
    for (index, written) in written.iter().enumerate() {
        wrong.extend(differences(written));
        wrong.extend(bad_paths(written));
        for (path, text) in &written.files {
            files.insert(format!("src/slot{index}/{path}"), text.clone());
        }
        let _ = writeln!(modules, "pub mod slot{index};");
        let (name, taken) = (written.slot.name, written.texts.len());
        tell(&format!(
            "{name}: {taken} texts, {} are mistakes",
            written.refused
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    files.insert("src/lib.rs".to_owned(), modules);
    files.insert("Cargo.toml".to_owned(), manifest("naughty", &[]));
    workshop.add("naughty", &files);
    workshop.finish();
    let outcome = workshop.cargo(["check"]);
    assert!(outcome.end == End::Code(0), "{}", outcome.stderr);
}

#[test]
fn hostile_first_words_of_paths_name_files_in_the_folder() {
    let Some(list) = shared("suites/naughty/blns.json") else {
        return;
    };
    let mut texts = texts(&list);
    texts.extend(["con", "COM1", "mod", "Mod", "self", "..", "headers"].map(str::to_owned));
    let written = write(&FIRST_WORDS, &texts);
    assert_eq!(bad_paths(&written), Vec::<String>::new());
    let groups = |path: &&String| path.starts_with("operations/");
    let count = written.files.keys().filter(groups).count();
    assert!(
        count > 40,
        "{count} files, of {} texts",
        written.texts.len()
    );
    forms(&written.files, &FIRST_WORDS).expect("all of it is Rust");
}

#[test]
fn hostile_documentation_holds_no_test() {
    let Some(list) = shared("suites/naughty/blns.json") else {
        return;
    };
    let texts = texts(&list);
    let mut workshop = Workshop::new("naughty-documentation");
    let slots = SLOTS
        .iter()
        .filter(|slot| slot.name.starts_with("documentation"));
    let mut expect = 0;
    for (index, slot) in slots.enumerate() {
        let description = (slot.describe)(&texts);
        let operations = description["paths"]
            .as_object()
            .map_or(0, serde_json::Map::len);
        // Each operation has an example, and the client.
        expect += operations + usize::from(operations > 0);
        let name = format!("documentation{index}");
        let path = place(&name, &description);
        let client = Client::generate(&path, &name);
        let client = client.unwrap_or_else(|report| panic!("{report}"));
        workshop.add(&name, &client.files);
    }
    workshop.finish();
    let outcome = workshop.cargo(["test", "--doc", "--workspace", "--no-default-features"]);
    assert!(
        outcome.end == End::Code(0),
        "{}{}",
        outcome.stdout,
        outcome.stderr
    );
    let results = outcome
        .stdout
        .lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "));
    let passed = results.filter_map(|line| line.split(' ').next()?.parse::<usize>().ok());
    assert_eq!(passed.sum::<usize>(), expect, "{}", outcome.stdout);
}

fn texts(list: &Path) -> Vec<String> {
    let list = fs::read_to_string(list).expect("readable");
    let list: Vec<String> = serde_json::from_str(&list).expect("a list of texts");
    let step = if is_slow() { 1 } else { STEP };
    let texts = list
        .into_iter()
        .step_by(step)
        .chain(OURS.map(str::to_owned));
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}

/// Generates a module from the description of a place with all texts that are none of its mistakes.
fn write(slot: &'static Slot, texts: &[String]) -> Written {
    let name = slot.name.replace(' ', "-");
    let generate = |texts: &[String]| generate(&name, &(slot.describe)(texts));
    let mut taken = texts.to_vec();
    let files = generate(&taken).unwrap_or_else(|_| {
        taken.retain(|text| generate(std::slice::from_ref(text)).is_ok());
        generate(&taken).unwrap_or_else(|report| panic!("{name}: {report}"))
    });
    Written {
        slot,
        refused: texts.len() - taken.len(),
        texts: taken,
        files,
    }
}

fn generate(name: &str, description: &serde_json::Value) -> Result<Tree, String> {
    let generator = Generator::new(place(name, description)).into_module();
    let generated = generator
        .generate()
        .map_err(|report| report.to_short_string())?;
    let client = Client::new(name, Tree::new(), &generated.to_json());
    if let Some(skipped) = client.skipped.first() {
        return Err(skipped.reason.clone());
    }
    let files = generated.files();
    Ok(files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect())
}

/// Writes a description, and returns its path.
fn place(name: &str, description: &serde_json::Value) -> PathBuf {
    let folder = target().join("judges/texts").join(name);
    fs::create_dir_all(&folder).expect("writable");
    let path = folder.join("openapi.json");
    fs::write(&path, description.to_string()).expect("writable");
    path
}

/// Compares the form with that of the same description with harmless words.
fn differences(written: &Written) -> Option<String> {
    let slot = written.slot;
    let words: Vec<_> = (0..written.texts.len()).map(word).collect();
    let name = format!("harmless-{}", slot.name.replace(' ', "-"));
    let harmless = generate(&name, &(slot.describe)(&words)).expect("there is nothing wrong");
    let hostile = match forms(&written.files, slot) {
        Ok(forms) => forms,
        Err(error) => return Some(format!("{}: {error}", slot.name)),
    };
    let harmless = forms(&harmless, slot).expect("Rust");
    let mut all: BTreeMap<&str, i64> = BTreeMap::new();
    for (forms, sign) in [(&hostile, 1), (&harmless, -1)] {
        for form in forms {
            *all.entry(form).or_default() += sign;
        }
    }
    all.retain(|_, count| *count != 0);
    let shown = all
        .iter()
        .take(6)
        .map(|(form, count)| format!("{count:+} {form:.300}"));
    let shown: Vec<_> = shown.collect();
    (!shown.is_empty()).then(|| format!("{}:\n{}", slot.name, shown.join("\n")))
}

/// Returns what must not depend on the texts of a place.
fn forms(files: &Tree, slot: &Slot) -> Result<Vec<String>, String> {
    let form = if slot.makes_names { words } else { items };
    let mut forms = Vec::new();
    for (path, text) in files {
        let of_file = form(text).map_err(|error| format!("{path}: {error}"))?;
        forms.extend(of_file);
    }
    Ok(forms)
}

/// Makes `waa`, `wba`, ...
fn word(index: usize) -> String {
    let letter = |index: usize| char::from(b'a' + u8::try_from(index % 26).expect("a letter"));
    ['w', letter(index), letter(index / 26)].iter().collect()
}

/// Names what file systems may take for another file or folder.
fn bad_paths(written: &Written) -> Vec<String> {
    const DEVICES: [&str; 5] = ["con", "prn", "aux", "nul", "com1"];
    let mut seen = BTreeSet::new();
    let is_bad = |path: &&String| {
        let letters = |letter: char| matches!(letter, 'a'..='z' | 'A'..='Z' | '0'..='9' | '_');
        let parts: Vec<_> = path
            .split('/')
            .map(|part| part.trim_end_matches(".rs"))
            .collect();
        let plain = parts
            .iter()
            .all(|part| !part.is_empty() && part.chars().all(letters));
        let device = parts.iter().any(|part| DEVICES.contains(part));
        !plain || device || !seen.insert(path.to_lowercase())
    };
    let paths: Vec<_> = written.files.keys().collect();
    let bad = paths.into_iter().filter(is_bad);
    bad.map(|path| format!("{}: a file `{path}`", written.slot.name))
        .collect()
}
