//! The committed clients are what the generator makes of their descriptions today.

use engross::Generator;
use engross_tests::{cases, project};

#[test]
fn generated_clients_are_fresh() {
    for spec in cases("spec") {
        let generator = Generator::new(spec.join("engross.yaml"));
        let generated = generator
            .generate()
            .unwrap_or_else(|report| panic!("{report}"));
        let changes = generated
            .changes()
            .unwrap_or_else(|report| panic!("{report}"));
        assert!(
            changes.is_empty(),
            "{}\n{} is stale: cargo run -p engross -- generate",
            changes.diff(),
            generated.name()
        );
    }
}

#[test]
fn every_generated_folder_has_a_description() {
    for client in cases("generated") {
        let name = client
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            project("spec").join(&name).exists(),
            "generated/{name} has no spec/{name}"
        );
    }
}

#[test]
fn the_first_client_needs_no_lint_allowed() {
    let root = project("generated/partner-center/src/lib.rs");
    let text = std::fs::read_to_string(root).expect("the client is there");
    assert!(!text.contains("allow("), "{text}");
}
