//! Generates the client of `api/library.yaml` into `OUT_DIR`.

fn main() {
    engross::Build::new("api/library.yaml").run();
}
