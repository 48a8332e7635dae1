//! Features by tag: what stands under which condition.

use super::{check, generate, planned, printed};
use crate::api::{Operation, Status, TypeId};
use crate::config::Config;
use crate::plan::Form;
use crate::plan::fixture::*;

/// A hundred operations of the tags `pet` and `full`, and a model that none of them needs.
fn many() -> Fixture {
    let mut all = Fixture::new();
    let string = all.string();
    let shared = all.object("Shared", vec![property("x", plain(string))]);
    // A name that files of operations qualify.
    let error = all.object("Error", vec![property("shared", plain(shared))]);
    all.object("Hook", vec![property("shared", plain(shared))]);
    for index in 0..100 {
        let (tag, ty) = match index % 2 {
            0 => ("pet", error),
            _ => ("full", shared),
        };
        all.api.operations.push(get(index, tag, ty));
    }
    all
}

fn get(index: usize, tag: &str, ty: TypeId) -> Operation {
    let name = format!("get{index}");
    let mut get = operation(&name, "GET", &[literal(&format!("/{index}"))]);
    get.tags = vec![tag.to_owned()];
    let answer = content("application/json", Some(plain(ty)));
    get.responses = vec![response(Status::Code(200), vec![answer])];
    get
}

#[test]
fn each_file_says_who_needs_it() {
    let files = generate(&many().api);
    for line in [
        "default = [\"full\", \"reqwest\"]\n",
        "full = [\n    \"group-full\",\n    \"pet\",\n    \"other-models\",\n]\ngroup-full = []\npet = []\n",
    ] {
        check(&files, "Cargo.toml", line);
    }
    for line in [
        "#[cfg(any(feature = \"group-full\", feature = \"pet\", feature = \"other-models\"))]\nmod shared;\n",
        "#[cfg(feature = \"pet\")]\nmod error;\n",
        "#[cfg(feature = \"other-models\")]\npub use hook::Hook;\n",
    ] {
        check(&files, "src/models/mod.rs", line);
    }
    check(
        &files,
        "src/codec/mod.rs",
        "#[cfg(feature = \"pet\")]\nmod error;\n",
    );
    check(
        &files,
        "src/operations/mod.rs",
        "#[cfg(feature = \"group-full\")]\nmod full;\n",
    );
    check(
        &files,
        "src/client.rs",
        "#[cfg(feature = \"group-full\")]\nimpl Client {\n",
    );
    check(&files, "src/client.rs", " -> super::operations::Get0<'_> {");
    check(&files, "src/client.rs", "    #[allow(dead_code, reason = ");
}

#[test]
fn small_apis_and_modules_have_none() {
    let mut small = many();
    small.api.operations.pop();
    let plan = planned(&many().api, &Config::default(), Form::Module);
    let module = printed(&plan);
    for files in [generate(&small.api), module] {
        assert!(
            files
                .iter()
                .all(|(_, text)| !text.contains("cfg(") && !text.contains("dead_code"))
        );
    }
}
