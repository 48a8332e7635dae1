//! Writes a caller: a program with an arm for every operation of every client that it is given.
//!
//! In: the folder to write to, which names the program, and the folders of generated crates. Out: a
//! crate that reads calls as JSON (`engross_callers`). It knows generated code as users do, by its public items; only the wire
//! names of parameters it takes from how the request is written.

mod client;
mod operation;
mod program;
mod types;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use client::Client;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let Some(out) = arguments.next() else {
        return fail("usage: write-caller OUT CRATE..");
    };
    match write(&out, &arguments.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn write(out: &Path, crates: &[PathBuf]) -> Result<(), String> {
    let clients: Result<Vec<_>, _> = crates.iter().map(|folder| Client::read(folder)).collect();
    let mut clients = clients?;
    clients.retain(|client| !client.methods.is_empty());
    let sources = out.join("src");
    std::fs::create_dir_all(&sources).map_err(|error| error.to_string())?;
    let name = out.file_name().and_then(|name| name.to_str());
    let name = name.ok_or("a folder without a name")?;
    save(&out.join("Cargo.toml"), &program::manifest(name, &clients)?)?;
    save(&sources.join("main.rs"), &program::main_file(&clients)?)?;
    for client in &clients {
        let path = sources.join(format!("{}.rs", client.name));
        save(&path, &program::client_file(client)?)?;
    }
    Ok(())
}

/// Files that are the same are left alone, so that cargo builds what changed only.
fn save(path: &Path, text: &str) -> Result<(), String> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[expect(clippy::print_stderr, reason = "this is the program's door")]
fn fail(error: &str) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}
