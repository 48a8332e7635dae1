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
mod explain;
mod generate;
mod specs;

use std::io::{IsTerminal, stderr};
use std::process::ExitCode;

use clap::Parser;

use self::args::{Args, Command};
use crate::Report;

/// Runs the command line of this process.
pub fn run_command_line() -> ExitCode {
    let result = match Args::parse().command {
        Command::Generate(args) => generate::generate(&args),
        Command::Check(args) => check::check(&args),
        Command::Explain(args) => explain::explain(&args),
    };
    match result {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Problems) => ExitCode::FAILURE,
        Err(report) => {
            show(&report);
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

fn show(report: &Report) {
    let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let text = if colours {
        report.to_coloured_string()
    } else {
        report.to_string()
    };
    eprint!("{text}");
}
