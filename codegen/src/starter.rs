//! A starting configuration for a description, with what is worth deciding in it.
//!
//! The path of a description goes in, the text of an `engross.yaml` comes out. Nothing is written
//! here, and nothing is decided: what is found is offered as comments.

mod headers;
mod prefixes;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use self::headers::suggestions;
use self::prefixes::prefixes;
use crate::api::{Api, Identity};
use crate::paths::{normalise, slashes};
use crate::{Generator, Report};

/// Returns the text of a starting configuration.
pub(crate) fn starter(description: &Path) -> Result<String, Report> {
    let generated = Generator::new(description).generate()?;
    let file = description.file_name().unwrap_or_default();
    let mut text = String::new();
    let head = "# How engross makes a client of the description beside this file. Paths are relative to it.\n";
    text.push_str(head);
    line(
        &mut text,
        format_args!("description: {}", quoted(&file.to_string_lossy())),
    );
    line(
        &mut text,
        format_args!("output: {}", quoted(&output(description, generated.name()))),
    );
    text.push_str("\ncrate:\n");
    line(
        &mut text,
        format_args!("  name: {}", quoted(generated.name())),
    );
    text.push_str("  # version: 0.1.0\n  # license: MIT OR Apache-2.0\n");
    names(&mut text, &prefixes(generated.api()));
    renames(&mut text, generated.api());
    headers(&mut text, &suggestions(generated.api()));
    overlays(&mut text, description);
    text.push_str("\n# Whether JSON names in other capitals are the same property:\n");
    text.push_str("# properties:\n#   ignore-case: true\n");
    filters(&mut text, generated.api());
    Ok(text)
}

/// Where the client goes: beside the folder of the descriptions in a project, else below this one.
fn output(description: &Path, name: &str) -> String {
    let absolute = std::path::absolute(description).unwrap_or_else(|_| description.to_path_buf());
    let folder = normalise(&absolute).parent().map(Path::to_path_buf);
    let of_project = folder
        .as_deref()
        .and_then(Path::parent)
        .and_then(Path::file_name);
    let way = if of_project.is_some_and(|folder| folder == "spec") {
        "../../generated"
    } else {
        ""
    };
    slashes(&PathBuf::from(way).join(name))
}

fn names(text: &mut String, prefixes: &[String]) {
    if prefixes.is_empty() {
        return;
    }
    text.push_str(
        "\n# Prefixes that names of schemas can lose; many have these:\n# names:\n#   trim:\n",
    );
    for prefix in prefixes {
        line(text, format_args!("#   - {}", quoted(prefix)));
    }
}

/// Offers a name for the first schema.
fn renames(text: &mut String, api: &Api) {
    let mut types = api.types();
    let first = types.find_map(|(_, ty)| match &ty.identity {
        Identity::Component(name) => Some(name),
        Identity::Inline { .. } => None,
    });
    let Some(first) = first else { return };
    text.push_str(
        "\n# Other names for schemas, properties and operations:\n# rename:\n#   schemas:\n",
    );
    line(text, format_args!("#     {}: OtherName", quoted(first)));
}

fn headers(text: &mut String, suggestions: &[(&'static str, Vec<String>)]) {
    if suggestions.is_empty() {
        return;
    }
    text.push_str("\n# Headers with a role; these look as if they had one. At most one header has each:\n# headers:\n");
    for (role, names) in suggestions {
        for name in names {
            line(text, format_args!("#   {role}: {}", quoted(name)));
        }
    }
}

fn overlays(text: &mut String, description: &Path) {
    text.push_str("\n# Changes to the description, made before it is read (OpenAPI Overlay 1.0 or 1.1), in their order:\n# overlays:\n");
    let stem = description.file_stem().unwrap_or_default();
    let file = format!("{}.overlay.yaml", stem.to_string_lossy());
    line(text, format_args!("#   - {}", quoted(&file)));
}

/// Offers the first tag, or the first operation where that has none.
fn filters(text: &mut String, api: &Api) {
    let Some(first) = api.operations.first() else {
        return;
    };
    text.push_str("\n# Only these operations, by `tags`, `operations`, `paths` or `methods`; `exclude` is the opposite:\n# include:\n");
    let (list, entry) = match first.tags.first() {
        Some(tag) => ("tags", tag),
        None => ("operations", &first.id),
    };
    line(text, format_args!("#   {list}:"));
    line(text, format_args!("#     - {}", quoted(entry)));
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{line}");
}

/// Returns a scalar of YAML on one line: as it is where that is plain, else as JSON, which YAML reads.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    let starts_plain = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '.');
    let word = ["true", "false", "null"].contains(&text.to_ascii_lowercase().as_str());
    if starts_plain && !word && text.chars().all(is_plain) && text.contains(char::is_alphabetic) {
        return text.to_owned();
    }
    serde_json::Value::from(text).to_string()
}
