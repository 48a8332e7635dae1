//! What tests of the middle stages share: texts in, model and diagnostics out.

use std::path::Path;

use crate::api::Api;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Format, render_as};
use crate::document;
use crate::load::{Allowances, OverlayFile, load_overlaid};
use crate::source::Sources;

/// What came out of a description.
pub(crate) struct Lowered {
    pub(crate) api: Option<Api>,
    pub(crate) diagnostics: Diagnostics,
    pub(crate) sources: Sources,
}

impl Lowered {
    /// Returns the diagnostics, one line each.
    pub(crate) fn said(&self) -> String {
        render_as(&self.diagnostics, &self.sources, Format::Short)
    }
}

/// Lowers the description at a path.
pub(crate) fn lower_path(path: &Path, config: &Config) -> Lowered {
    lower_changed(path, &[], config)
}

/// Lowers the description at a path with these overlays applied.
fn lower_changed(path: &Path, overlays: &[OverlayFile], config: &Config) -> Lowered {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let allowances = Allowances::default();
    let forest = load_overlaid(path, overlays, &allowances, &mut sources, &mut diagnostics);
    let api = forest.ok().and_then(|forest| {
        let document = document::read(&forest, config.validate, &mut diagnostics).ok()?;
        let api = super::lower(&document, config, &mut diagnostics);
        Some(api)
    });
    Lowered {
        api,
        diagnostics,
        sources,
    }
}

/// Lowers a description of several files, given by name and text; the first one is the root.
pub(crate) fn lower_files(files: &[(&str, &str)], config: &Config) -> Lowered {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    lower_path(&folder.path().join(files[0].0), config)
}

/// Lowers a description of one file with an overlay that has these actions.
pub(crate) fn lower_overlaid(text: &str, actions: &str) -> Lowered {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let path = write("api.yaml", &complete(text));
    let head = "overlay: 1.1.0\ninfo: {title: T, version: 1}";
    let overlay = OverlayFile {
        path: write("overlay.yaml", &format!("{head}\nactions: [{actions}]\n")),
        place: None,
    };
    lower_changed(&path, &[overlay], &Config::default())
}

/// Lowers a description of one file. What every description needs is added where it is missing.
pub(crate) fn lower_text(text: &str) -> Lowered {
    lower_files(&[("api.yaml", &complete(text))], &Config::default())
}

/// Returns a text with version, title and paths, unless it has a version.
pub(crate) fn complete(text: &str) -> String {
    if text.contains("openapi:") || text.contains("swagger:") {
        return text.to_owned();
    }
    format!("openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{text}")
}
