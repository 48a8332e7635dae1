//! A build script that generates a client: when it runs again, and how cargo shows what it says.
//!
//! The package of `tests/build-script` is copied to a folder of its own, where its description can
//! be changed, and built there by cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use engross_tests::{project, read_tree};

/// A copy of the package, and the cargo that builds it.
struct Package {
    folder: PathBuf,
}

/// What cargo said, and whether it could build.
struct Build {
    success: bool,
    said: String,
}

impl Package {
    fn copy() -> Self {
        // Kept between runs, so that only the first one compiles the dependencies.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script");
        let _ = fs::remove_dir_all(folder.join("package"));
        let package = Self { folder };
        for (name, text) in read_tree(&project("tests/build-script")) {
            package.write(&name, &text);
        }
        package.write("Cargo.toml", &manifest());
        fs::copy(project("Cargo.lock"), package.path("Cargo.lock")).expect("it is there");
        package
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join("package").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("in a folder")).expect("writable");
        fs::write(path, text).expect("writable");
    }

    fn replace(&self, name: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(name)).expect("it is there");
        assert!(text.contains(old), "{name} has no `{old}`");
        self.write(name, &text.replace(old, new));
    }

    fn build(&self) -> Build {
        let output = Command::new(env!("CARGO"))
            .args(["test", "--offline", "--verbose", "--lib"])
            .arg("--target-dir")
            .arg(self.folder.join("target"))
            .current_dir(self.path(""))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs tests, so it is there");
        let said = [output.stderr, output.stdout].concat();
        Build {
            success: output.status.success(),
            said: String::from_utf8_lossy(&said).into_owned(),
        }
    }
}

impl Build {
    fn ran_the_build_script(&self) -> bool {
        self.said.contains("build-script-build`")
    }

    #[track_caller]
    fn expect(self, success: bool, ran: bool) -> Self {
        assert_eq!(
            (self.success, self.ran_the_build_script()),
            (success, ran),
            "{}",
            self.said
        );
        self
    }

    #[track_caller]
    fn says(self, text: &str) -> Self {
        assert!(
            self.said.contains(text),
            "`{text}` is not in:\n{}",
            self.said
        );
        self
    }
}

/// The package's manifest, on its own: paths are absolute, and nothing is inherited.
fn manifest() -> String {
    let path = |name: &str| fs::canonicalize(project(name)).expect("it is there");
    format!(
        "[package]\nname = \"engross-build-script-test\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nengross-runtime = {{ path = '{}', default-features = false }}\n\n\
         [build-dependencies]\nengross = {{ path = '{}', default-features = false }}\n\n\
         [workspace]\n",
        path("runtime").display(),
        path("codegen").display(),
    )
}

#[test]
fn a_build_script_runs_again_when_and_only_when_a_file_it_read_changes() {
    let package = Package::copy();
    package.build().expect(true, true).says("1 passed");
    package.build().expect(true, false);

    // A file beside the description that nothing refers to.
    package.write("api/unrelated.yaml", "a: 1\n");
    package.build().expect(true, false);

    // A file that the description refers to.
    package.replace(
        "api/book.yaml",
        "pages:",
        "pages: {type: integer}\n  sheets:",
    );
    package.build().expect(true, true);

    // A warning, at its place.
    package.replace("api/library.yaml", "summary:", "sumary:");
    package
        .build()
        .expect(true, true)
        .says("warning: ")
        .says("api/library.yaml:")
        .says("sumary");

    // An error, at its place; then the way back.
    package.replace("api/library.yaml", "book.yaml", "bok.yaml");
    package
        .build()
        .expect(false, true)
        .says("error: ")
        .says("bok.yaml")
        .says("api/library.yaml:");
    package.replace("api/library.yaml", "bok.yaml", "book.yaml");
    package.build().expect(true, true).says("1 passed");
}

/// What the library and build scripts add to a description is applied, and watched.
#[test]
fn overlays_are_applied_and_watched() {
    let case = project("tests/cases/ok/overlays");
    let generator = |files: &[&str]| {
        let files = files.iter().map(|file| case.join(file));
        let generator = engross::Generator::new(case.join("openapi.yaml"));
        files
            .fold(generator, engross::Generator::overlay)
            .generate()
    };
    let plain = generator(&[]).expect("the description is fine");
    let overlaid =
        generator(&["names.overlay.yaml", "responses.overlay.yaml"]).expect("so are they");
    let has = |generated: &engross::Generated, path: &str| {
        generated.files().any(|(name, _)| name == path)
    };
    assert!(!has(&plain, "src/models/animal.rs") && has(&overlaid, "src/models/animal.rs"));
    let watched = [
        "openapi.yaml",
        "names.overlay.yaml",
        "responses.overlay.yaml",
    ];
    assert_eq!(overlaid.inputs(), watched.map(|file| case.join(file)));
    // In the other order, the first one lacks what the second one adds.
    let report =
        generator(&["responses.overlay.yaml", "missing.yaml"]).expect_err("a file is missing");
    assert!(report.inputs().contains(&case.join("missing.yaml")));
}
