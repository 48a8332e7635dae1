//! The command line: parses arguments, calls the library, prints.
//!
//! Results go to standard output, everything said about them to standard error. Ends with 0 where
//! all is well, 1 where problems were found, 2 where the command was not understood.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what a command line is for"
)]

mod args;
mod check;
mod clients;
mod diff;
mod explain;
mod generate;
mod init;
mod results;
mod speaker;
mod specs;

use std::process::ExitCode;

use clap::Parser;

use self::args::{Args, Command};
use self::speaker::Speaker;

/// Runs the command line of this process.
pub fn run_command_line() -> ExitCode {
    let command = Args::parse().command;
    let speaker = speaker(&command);
    let result = match command {
        Command::Generate(args) => generate::generate(&args),
        Command::Check(args) => check::check(&args),
        Command::Diff(args) => diff::diff(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Init(args) => init::init(&args),
    };
    match result {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Problems) => ExitCode::FAILURE,
        Err(report) => {
            speaker.show(&report);
            ExitCode::FAILURE
        }
    }
}

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Fine,
    Problems,
}

fn speaker(command: &Command) -> Speaker {
    match command {
        Command::Generate(args) => Speaker::new(&args.select.messages),
        Command::Check(args) => Speaker::new(&args.messages),
        Command::Diff(args) => Speaker::new(&args.messages),
        Command::Init(args) => Speaker::new(&args.messages),
        Command::Explain(_) => Speaker::default(),
    }
}
