//! What comes out depends on the description alone: not on the folder, nor on the number of threads.
//!
//! Takes real descriptions of one file, where they are present; the ordinary run takes those of up to
//! 300 kB, `ENGROSS_SLOW=1` all.

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use engross::Generator;
use engross_judges::{Document, each, is_slow, target, tell};
use engross_tests::Tree;

const LARGEST: u64 = 300_000;

#[test]
fn output_is_the_same_from_any_folder_and_with_any_threads() {
    let size = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
    let mut documents = Document::corpus();
    // What has many files lies in a folder of its own.
    let corpus = documents
        .first()
        .and_then(|first| first.path.parent().map(Path::to_path_buf));
    documents.retain(|document| document.path.parent() == corpus.as_deref());
    documents.retain(|document| is_slow() || size(&document.path) <= LARGEST);
    let counts = each(&documents, |document| {
        let name = document.path.file_name().expect("a file");
        let folder = target()
            .join("judges/elsewhere")
            .join(&document.name)
            .join("deep");
        fs::create_dir_all(&folder).expect("writable");
        fs::copy(&document.path, folder.join(name)).expect("writable");
        let plain = generate(&document.path, 1);
        for jobs in [2, 7] {
            let other = generate(&folder.join(name), jobs);
            let differs = |path: &&String| other.get(*path) != plain.get(*path);
            let all = plain.keys().chain(other.keys());
            let first = all.clone().find(differs);
            assert_eq!(first, None, "{}, {jobs} threads", document.name);
        }
        plain.len()
    });
    let files: usize = counts.iter().sum();
    tell(&format!(
        "{} descriptions, {files} files: the same three times",
        documents.len()
    ));
}

fn generate(path: &Path, jobs: usize) -> Tree {
    let jobs = NonZeroUsize::new(jobs).expect("some");
    let generated = Generator::new(path).jobs(jobs).generate();
    let generated = generated.unwrap_or_else(|report| panic!("{report}"));
    let files = generated.files();
    files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}
